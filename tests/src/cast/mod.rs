//! Who takes part in a story besides the browser: the authority, its mail, the seeded people.

mod authority;
mod outbox;
mod people;

pub use authority::Authority;
pub use outbox::{Message, read as read_outbox};
pub use people::{ADA, Account};
