//! Who takes part in a story besides the browser: the authority, its mail, the seeded people, other clients.

mod authority;
mod outbox;
mod people;

pub mod peer;

pub use authority::Authority;
pub use outbox::{Message, read as read_outbox};
pub use people::{ADA, Account, DIRECTORY};
