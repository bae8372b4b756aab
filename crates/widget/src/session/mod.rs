//! The session in a Yew app: who is logged in, tokens for APIs, and the way in and out.

mod driver;
mod gate;
mod handle;
mod login_button;
mod provider;
#[cfg(feature = "router")]
mod router;
mod setup;
mod step_up;

pub use gate::{Anonymous, Authenticated, GateProps};
pub use handle::SessionHandle;
pub use login_button::{LoginButton, LoginButtonProps};
pub use provider::{SessionProvider, SessionProviderProps, use_session};
#[cfg(feature = "router")]
pub use router::{LoginCallback, LoginCallbackProps, Protected, ProtectedProps};
pub use setup::{SessionSetup, load_session};
pub use step_up::{StepUp, use_step_up};
