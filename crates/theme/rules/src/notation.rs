//! How the colours of a theme may be written: in a page as hexadecimal digits, in a file in every notation.

use crate::{Colour, FaultKind};

/// The notations that are read.
#[derive(Clone, Copy)]
pub(crate) enum Notation {
    /// [`Colour::parse_hex`].
    #[cfg(feature = "json")]
    Digits,
    /// [`Colour::parse`].
    #[cfg(feature = "toml")]
    Any,
}

impl Notation {
    pub(crate) fn read(self, text: &str) -> Option<Colour> {
        match self {
            #[cfg(feature = "json")]
            Self::Digits => Colour::parse_hex(text),
            #[cfg(feature = "toml")]
            Self::Any => Colour::parse(text),
        }
    }

    /// What is wrong with a text that is no colour.
    pub(crate) fn refusal(self, found: &str) -> FaultKind {
        FaultKind::NotAColour {
            found: found.to_owned(),
            digits: match self {
                #[cfg(feature = "json")]
                Self::Digits => true,
                #[cfg(feature = "toml")]
                Self::Any => false,
            },
        }
    }
}
