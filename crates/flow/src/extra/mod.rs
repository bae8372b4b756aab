//! Fields of the app's own, on sign-up and log-in (cargo feature `fields`).

#[cfg(feature = "fields")]
mod fault;
#[cfg(feature = "fields")]
mod field;
#[cfg(not(feature = "fields"))]
mod off;

#[cfg(feature = "fields")]
pub(crate) use fault::fault;
#[cfg(feature = "fields")]
pub use field::{Check, Choices, ExtraField, ExtraKind, ExtraName, ExtraView, Initial, Shape, Store};

/// So many choices are a list; more are searched by typing.
#[cfg(feature = "fields")]
pub const LIST_HOLDS: usize = 12;

/// The app's fields, in order.
#[cfg(feature = "fields")]
pub type ExtraFields = Vec<ExtraField>;

/// The app's fields as they stand on a screen.
#[cfg(feature = "fields")]
pub type ExtraViews = Vec<ExtraView>;

#[cfg(not(feature = "fields"))]
pub(crate) use off::fault;
#[cfg(not(feature = "fields"))]
pub use off::{ExtraFields, ExtraName, ExtraViews};

/// What a new account has beyond address, user name and password, by where it goes.
#[derive(Clone, Debug, Default)]
pub(crate) struct Account {
    pub(crate) root: Vec<(String, String)>,
    pub(crate) user_metadata: Vec<(String, String)>,
}
