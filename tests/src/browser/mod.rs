//! A person with a browser of their own.

mod acting;
mod driver;
mod engine;
mod looking;
mod person;
mod seats;
mod windows;

pub use engine::Engine;
pub use person::Person;
