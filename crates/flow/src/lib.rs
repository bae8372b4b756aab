//! The login widget's state machine: pure steps from events to effects, and a view of plain data.
//!
//! ```text
//!   config ─parse once─▶ Flow::start ─▶ (Flow, effects)
//!   event, time ───────▶ Flow::step ──▶ (Flow, effects)
//!                        Flow::view ──▶ View
//! ```
//!
//! # Scope of this crate
//!
//! It decides what happens next and whether something is allowed. It has no clock, no chance, no I/O and no async; it
//! reads no response itself (that is `vestibule-protocol`) and draws nothing (that is `vestibule`).

mod ask;
pub mod built;
mod captcha;
mod choices;
mod clock;
mod config;
mod config_json;
mod context;
mod contradiction;
mod done;
mod draw;
mod effect;
mod event;
mod extra;
mod field;
mod finish;
mod first;
mod flow;
mod host;
mod hosted;
mod loading;
mod lock_options;
mod login_event;
#[cfg(feature = "live-config")]
mod mended;
#[cfg(not(feature = "live-config"))]
#[path = "no_mended.rs"]
mod mended;
mod notice;
mod offer;
mod open;
mod page;
mod phone;
mod plan;
mod realms;
mod screen_name;
mod server;
mod session;
mod verification;
mod stopped;
mod unoffered;
mod view;

pub use ask::Ask;
pub use captcha::{CaptchaIntent, CaptchaView};
pub use clock::Clock;
pub use config::{Away, Config, InitialScreen, PasswordlessMethod, UsernameStyle};
pub use effect::{Advice, Area, Effect, Keep, Secret};
pub use event::{Answer, Event, Intent, MessageFault, NetworkFault, NewConfig, Switch, Taken};
#[cfg(feature = "fields")]
pub use extra::{Check, Choices, ExtraField, ExtraKind, ExtraView, Initial, LIST_HOLDS, Shape, Store};
pub use extra::{ExtraFields, ExtraName, ExtraViews};
pub use field::{Field, FieldProblem, Form, Typed};
pub use flow::Flow;
#[cfg(feature = "hooks")]
pub use host::No;
pub use host::{Avatar, Choice, OwnWords, Question, Reply, Step};
pub use hosted::{TheHostedPage, Visit};
pub use lock_options::{
    LockFate, LockImport, LockOption, LockOptionsError, LockWidget, lock_options_to_config,
};
pub use login_event::{LoginError, LoginEvent, TokenSet};
pub use notice::{Notice, NoticeKind, Remedy};
pub use page::Page;
#[cfg(feature = "phone")]
pub use phone::{Country, countries};
pub use phone::{PhoneCountry, PhoneView, TheCountry};
pub use plan::{ConfigError, ConfigProblem};
pub use session::{
    ApiParameter, ApiRequest, Arrived, Binding, Doing, Ended, Feature, FormPost, FrontChannelTokens,
    GrantedToken, How, Lacking, Loaded, LockAnswer, LogOut, LoginOptions, Network, Person, Requests,
    Resolved, Return, Save, Session, SessionAnswer, SessionConfig, SessionEffect, SessionError, SessionEvent,
    SessionInput, SessionStatus, Shelf, Silent, Storage, TabMessage, ThirdPartyLogin, Ticket, TokenRequest,
    WhyLogin, WhyNobody, Wish, Word, session_id,
};
pub use view::{
    Accept, Action, Activity, ConnectionButton, Direction, FieldView, Focus, FocusPlace, Policy, Purpose,
    Resend, ScreenName, Status, Submit, Terms, View,
};
