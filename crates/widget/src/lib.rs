//! A login widget for Yew: `<LoginWidget>`, and what an app needs around it.
//!
//! ```
//! use vestibule::{Config, LoginEvent, LoginWidget, theme};
//! use yew::prelude::*;
//!
//! #[component]
//! fn App() -> Html {
//!     let config = Config::new("https://login.example.com/", "my-client-id");
//!     let on_event = |event: LoginEvent| web_sys::console::log_1(&event.name().into());
//!     html! { <LoginWidget {config} {on_event} theme={theme!("themes/dusk.toml")} /> }
//! }
//! ```
//!
//! # Scope of this crate
//!
//! It puts screens before the eyes and the screen reader, and takes what the person does. It decides nothing: that is
//! [`vestibule_flow`], which [`use_login`] drives for those who draw screens of their own, and [`SessionProvider`] for the
//! session around a login.

mod arrangement;
#[cfg(feature = "captcha")]
pub mod captcha;
#[cfg(follows)]
mod classes;
mod flash;
#[cfg(follows)]
mod frame;
#[cfg(feature = "gallery")]
pub mod gallery;
pub mod hooks;
mod host;
#[cfg(feature = "hosted")]
mod hosted;
#[cfg(feature = "languages")]
pub mod languages;
mod layout;
mod login_widget;
mod machine;
pub mod marks;
mod mount;
mod page;
#[cfg(follows)]
mod reach;
mod part;
mod screen;
mod session;
pub mod slots;
mod style;
#[cfg(all(test, not(target_arch = "wasm32")))]
mod listened;
#[cfg(all(test, not(target_arch = "wasm32")))]
mod weighed;
pub mod words;

pub use arrangement::Arrangement;
#[cfg(any(feature = "modes", feature = "slots"))]
pub use arrangement::Group;
#[cfg(feature = "modes")]
pub use arrangement::Order;
pub use flash::Flash;
#[cfg(feature = "flash")]
pub use flash::FlashKind;
pub use hooks::AppHooks;
pub use host::{ApiAnswer, HostError, Setup, call_api, claims_json, load_config, log_out};
#[cfg(feature = "hosted")]
pub use hosted::hosted_config;
pub use layout::{Autofocus, Layout};
pub use login_widget::{Captchas, LoginWidget, LoginWidgetProps};
#[cfg(feature = "hooks")]
pub use machine::use_login_with;
pub use machine::{Login, use_login};
pub use mount::Mount;
pub use session::{
    Anonymous, Authenticated, GateProps, LoginButton, LoginButtonProps, SessionHandle, SessionProvider,
    SessionProviderProps, SessionSetup, StepUp, load_session, use_session, use_step_up,
};
#[cfg(feature = "router")]
pub use session::{LoginCallback, LoginCallbackProps, Protected, ProtectedProps};
pub use vestibule_flow::{
    self as flow, ApiParameter, ApiRequest, Away, Binding, Config, ConfigError, GrantedToken, How,
    InitialScreen, LockWidget, LogOut, LoginError, LoginEvent, LoginOptions, PasswordlessMethod, Requests,
    ScreenName, SessionConfig, SessionError, SessionEvent, Silent, Storage, TokenRequest, TokenSet,
    UsernameStyle, lock_options_to_config,
};
pub use vestibule_protocol::{ResponseMode, ResponseType};
pub use vestibule_theme::{CardStyle, Density, Mode, Theme, theme};

/// What the README shows is compiled with the rest of the documentation.
#[cfg(doctest)]
#[doc = include_str!("../../../README.md")]
mod readme {}
