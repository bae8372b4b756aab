//! A message of the app's own above the first screen (cargo feature `flash`).

#[cfg(feature = "flash")]
pub use on::{Flash, FlashKind};

#[cfg(not(feature = "flash"))]
pub use off::Flash;

#[cfg(feature = "flash")]
mod on {
    use yew::AttrValue;

    /// A message of the app's own, shown as text above the first screen until the person has done something that brings
    /// another screen or message.
    ///
    /// ```
    /// use vestibule::{Flash, FlashKind};
    ///
    /// let flash = Flash::new(FlashKind::Info, "You were away for a while. Log in again to go on.");
    /// # assert_eq!(flash.kind, FlashKind::Info);
    /// ```
    #[derive(Clone, Debug, PartialEq)]
    pub struct Flash {
        /// How it is meant.
        pub kind: FlashKind,
        /// What it says.
        pub text: AttrValue,
    }

    /// How a message is meant.
    #[derive(Clone, Copy, Debug, PartialEq, Eq)]
    pub enum FlashKind {
        /// Something is wrong: a screen reader says it at once.
        Error,
        /// Something is done.
        Success,
        /// Something is worth knowing.
        Info,
    }

    impl Flash {
        /// A message.
        #[must_use]
        pub fn new(kind: FlashKind, text: impl Into<AttrValue>) -> Self {
            Self {
                kind,
                text: text.into(),
            }
        }
    }
}

#[cfg(not(feature = "flash"))]
mod off {
    /// There is none: the feature `flash` is off.
    #[derive(Clone, Debug, PartialEq, Eq)]
    pub enum Flash {}
}
