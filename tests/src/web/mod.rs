//! The two small servers of a story: the app's, and the relay in front of the authority.

mod app;
mod fault;
mod policy;
mod relay;
mod seen;
mod server;

pub use app::App;
pub use fault::Fault;
pub use relay::Relay;
pub use seen::Seen;
