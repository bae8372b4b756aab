//! A person with a browser of their own.

mod acting;
mod captcha;
mod cost;
mod driver;
mod engine;
mod fonts;
mod looking;
mod person;
mod seats;
mod windows;

mod audit;
mod drawing;
mod hearing;
mod pane;

pub use audit::Audit;
pub use engine::Engine;
pub use pane::Pane;
pub use person::Person;
