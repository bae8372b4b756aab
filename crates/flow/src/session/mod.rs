//! What an SDK does around a login: redirect, popup and silent login, tokens that are renewed and kept, and their end.
//!
//! ```text
//!   config ─parse once─▶ Session::start ─▶ (Session, effects)
//!   input, time ───────▶ Session::step ──▶ (Session, effects)
//!                        Session::status ▶ SessionStatus
//! ```
//!
//! Pure, like the login widget's machine, and with the same rule: a question has a number, and an answer with another number
//! is dropped. One login, one renewal and one logout at most are under way; what an app asks for meanwhile waits for them.

mod config;
mod config_json;
mod options;
mod parameters;
mod request;

mod event;
mod effect;
mod news;
mod error;
mod features;
mod status;

mod plan;
mod context;

mod directory;
mod proof;
mod exchange;
mod attempt;
mod finish;
mod account;
mod adopt;
mod stored;

mod running;
mod login;
mod login_way;
mod login_end;
mod renewal;
mod renewal_end;
mod wants;
mod calls;
mod keeping;
mod logout;

pub use config::{
    ApiParameter, Binding, FormPost, FrontChannelTokens, Requests, SessionConfig, Silent, Storage,
    ThirdPartyLogin,
};
pub use effect::{Save, SessionEffect, Shelf};
pub use error::{SessionError, WhyLogin};
pub use event::{
    GrantedToken, Loaded, LockAnswer, Network, Resolved, Return, SessionAnswer, SessionInput, TabMessage,
    Ticket, Wish, Word,
};
pub use features::{Feature, Lacking};
pub use news::{Ended, SessionEvent};
pub use options::{How, LogOut, LoginOptions, TokenRequest};
pub use request::ApiRequest;
pub use status::{Arrived, Doing, Person, SessionStatus, WhyNobody};
pub use stored::session_id;

use std::rc::Rc;

use crate::ask::Asks;
use crate::effect::Advice;
use crate::login_event::LoginError;
use crate::page::Page;
use crate::plan::ConfigError;
use context::SessionContext;
use plan::SessionPlan;
use running::Running;

/// The session's machine. Pure; see the module's page for its loop.
///
/// ```
/// use vestibule_flow::{Config, Page, Person, Session, SessionConfig};
///
/// let config = SessionConfig::new(Config::new("https://login.example.com/", "my-client-id"));
/// let page = Page {
///     url: "https://app.example.com/".into(),
///     origin: "https://app.example.com".into(),
///     subtle_crypto: true,
///     languages: vec!["en".into()],
/// };
/// let (session, effects) = Session::start(config, page, 1_700_000_000.0);
/// assert_eq!(session.status().who, Person::Unknown);
/// assert!(!effects.is_empty());
/// ```
#[derive(Clone, Debug, PartialEq)]
pub struct Session {
    asks: Asks,
    stage: Stage,
}

#[derive(Clone, Debug, PartialEq)]
enum Stage {
    Misconfigured(ConfigError),
    Running(Box<Running>),
}

impl Session {
    /// Starts a session on this page at this time (seconds since 1970): finishes a redirect that came back, reads what was
    /// kept, and asks the server about itself.
    #[must_use]
    pub fn start(config: SessionConfig, page: Page, at_s: f64) -> (Self, Vec<SessionEffect>) {
        let mut asks = Asks::default();
        let mut cx = SessionContext::new(&mut asks, at_s);
        let stage = match SessionPlan::parse(config, page) {
            Ok(plan) => Stage::Running(Box::new(Running::start(Rc::new(plan), &mut cx))),
            Err(error) => {
                cx.shared().advise(|| Advice::Config(error.to_string()));
                cx.emit(SessionEvent::Failed(LoginError::Config(error.clone()).into()));
                Stage::Misconfigured(error)
            }
        };
        let effects = cx.into_effects();
        (Self { asks, stage }, effects)
    }

    /// Takes one input at this time (seconds since 1970). What nothing waits for changes nothing.
    #[must_use]
    pub fn step(self, input: SessionInput, at_s: f64) -> (Self, Vec<SessionEffect>) {
        let Self { mut asks, mut stage } = self;
        let mut cx = SessionContext::new(&mut asks, at_s);
        match &mut stage {
            Stage::Running(running) => running.step(input, &mut cx),
            Stage::Misconfigured(error) => {
                if let SessionInput::App(wish) = input
                    && let Some(ticket) = wish.ticket()
                {
                    let error = LoginError::Config(error.clone());
                    cx.resolve(ticket, Err(SessionError::Login(error)));
                }
            }
        }
        let effects = cx.into_effects();
        (Self { asks, stage }, effects)
    }

    /// How the session stands.
    #[must_use]
    pub fn status(&self) -> SessionStatus {
        match &self.stage {
            Stage::Running(running) => running.status(),
            Stage::Misconfigured(error) => SessionStatus {
                who: Person::Nobody(WhyNobody::Misconfigured),
                fault: Some(LoginError::Config(error.clone()).into()),
                ..SessionStatus::unknown()
            },
        }
    }
}

impl Wish {
    /// The question, where the wish is one.
    fn ticket(&self) -> Option<Ticket> {
        match self {
            Self::StepUp(ticket, _)
            | Self::AccessToken(ticket, _)
            | Self::Fetch(ticket, _)
            | Self::UserInfo(ticket) => Some(*ticket),
            Self::LogIn(_) | Self::Cancel | Self::Adopt(_) | Self::LogOut(_) => None,
        }
    }
}
