//! JSON (RFC 8259): strict to read, small to carry, and written from texts.

mod value;
mod read;
mod text;
mod number;
mod member;
mod write;

pub use read::{JsonError, MAX_DEPTH, MAX_MEMBERS, object};
pub use value::{Object, Value};

pub(crate) use member::{optional_string, optional_strings, string, whole_number};
pub(crate) use write::write_texts;
pub use write::{Member, write};
