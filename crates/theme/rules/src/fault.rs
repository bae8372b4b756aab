//! Why a theme is refused: facts first, and a sentence that names the remedy for each.

use std::fmt;

use crate::{Shortfall, keys};

/// A theme that was refused, with everything that is wrong with it.
#[derive(Clone, Debug, PartialEq)]
pub struct ThemeError {
    faults: Vec<Fault>,
}

/// One thing that is wrong, and where.
#[derive(Clone, Debug, PartialEq)]
pub struct Fault {
    /// The line of the file, counted from 1; `None` when the theme came in a form without lines.
    pub line: Option<u32>,
    /// The key, with its table: `light.muted`. Empty when the whole file is meant.
    pub key: String,
    /// What is wrong.
    pub kind: FaultKind,
}

/// What can be wrong with a theme.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub enum FaultKind {
    /// Not TOML, or not JSON.
    Syntax {
        /// What the parser says.
        detail: String,
    },
    /// A key that themes do not have.
    UnknownKey {
        /// The key that was probably meant.
        nearest: Option<&'static str>,
        /// The keys there are in this place.
        known: &'static [&'static str],
    },
    /// A key or a table that a theme must have.
    Missing,
    /// A number, a list or the like, where a text or a table belongs.
    WrongKind {
        /// What is there.
        found: &'static str,
        /// What belongs there.
        wanted: &'static str,
    },
    /// A word that is not one of the few that are possible.
    NotOneOf {
        /// What is there.
        found: String,
        /// The possible words.
        allowed: &'static [&'static str],
    },
    /// Not a colour.
    NotAColour {
        /// What is there.
        found: String,
        /// Whether nothing but hexadecimal digits is read there, as in a page.
        digits: bool,
    },
    /// The surface lets through what is below it, which nobody knows here, so no contrast can be computed.
    SurfaceShowsThrough,
    /// Not a length, or too short or too long.
    NotALength {
        /// What is there.
        found: String,
        /// Least number of pixels.
        least: u16,
        /// Greatest number of pixels.
        most: u16,
    },
    /// A name that is not made of small letters, digits and hyphens.
    NotAName {
        /// What is there.
        found: String,
    },
    /// Not a list of font families.
    NotAFont {
        /// What is there.
        found: String,
    },
    /// An address that a logo may not have.
    NotALogo {
        /// What is there.
        found: String,
    },
    /// Not a list of classes.
    NotAClass {
        /// What is there.
        found: String,
    },
    /// A state that this part does not have.
    NoSuchState,
    /// Two colours that cannot be told apart well enough.
    Contrast(Shortfall),
}

impl ThemeError {
    /// The faults, in the order of the file where that is known; there is at least one.
    #[must_use]
    pub fn faults(&self) -> &[Fault] {
        &self.faults
    }

    /// The same faults in the order of their lines.
    #[cfg(feature = "toml")]
    pub(crate) fn in_order(mut self) -> Self {
        self.faults.sort_by_key(|fault| fault.line);
        self
    }

    /// An error of these faults, or none when there are none.
    pub(crate) fn of(faults: Vec<Fault>) -> Option<Self> {
        (!faults.is_empty()).then_some(Self { faults })
    }
}

impl From<Fault> for ThemeError {
    fn from(fault: Fault) -> Self {
        Self { faults: vec![fault] }
    }
}

impl std::error::Error for ThemeError {}

impl fmt::Display for ThemeError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for (at, fault) in self.faults.iter().enumerate() {
            if at > 0 {
                f.write_str("\n")?;
            }
            fault.fmt(f)?;
        }
        Ok(())
    }
}

impl fmt::Display for Fault {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match (self.line, self.key.as_str()) {
            (Some(line), "") => write!(f, "line {line}: ")?,
            (Some(line), key) => write!(f, "line {line}, `{key}`: ")?,
            (None, "") => {}
            (None, key) => write!(f, "`{key}`: ")?,
        }
        self.kind.fmt(f)
    }
}

impl fmt::Display for FaultKind {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Syntax { detail } => f.write_str(detail),
            Self::UnknownKey {
                nearest: Some(nearest),
                ..
            } => {
                write!(f, "unknown key; the nearest known one is `{nearest}`")
            }
            Self::UnknownKey { nearest: None, known } => {
                write!(f, "unknown key; known here are {}", List(known))
            }
            Self::Missing => f.write_str("missing; every theme says this"),
            Self::WrongKind { found, wanted } => write!(f, "this is {found}; {wanted} belongs here"),
            Self::NotOneOf { found, allowed } => match keys::nearest(found, allowed) {
                Some(nearest) => write!(f, "\"{found}\" is not known; did you mean \"{nearest}\"?"),
                None => write!(f, "\"{found}\" is not known; choose one of {}", List(allowed)),
            },
            Self::NotAColour { found, digits } => {
                write!(f, "\"{found}\" is not a colour; write it as \"#1d4e89\"")?;
                // Of what a page reads that is the whole; a program that reads no files has no use for the rest.
                if *digits || cfg!(not(feature = "toml")) {
                    Ok(())
                } else {
                    f.write_str(", or in a theme file as \"oklch(0.42 0.1 253)\" or the like")
                }
            }
            Self::SurfaceShowsThrough => {
                f.write_str("the surface must cover what is below it; leave the alpha out")
            }
            Self::NotALength { found, least, most } => {
                write!(
                    f,
                    "\"{found}\" is not a length from {least}px to {most}px; write it as \"8px\" or \"0.5rem\""
                )
            }
            Self::NotAName { found } => {
                write!(
                    f,
                    "\"{found}\" is not a name; use up to 32 small letters, digits and hyphens"
                )
            }
            Self::NotAFont { found } => write!(
                f,
                "\"{found}\" is not a list of font families; write \"inherit\" or families between commas, those with \
                 other characters than letters, digits, spaces and hyphens left out"
            ),
            Self::NotALogo { found } => write!(
                f,
                "\"{found}\" cannot be a logo; give an https address, a path such as \"/logo.svg\", or a data:image \
                 address"
            ),
            Self::NotAClass { found } => write!(
                f,
                "\"{found}\" is not a list of classes; write \"btn btn-primary\", without quotes and braces in it"
            ),
            Self::NoSuchState => f.write_str("this part has no such state"),
            Self::Contrast(shortfall) => shortfall.fmt(f),
        }
    }
}

struct List(&'static [&'static str]);

impl fmt::Display for List {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for (at, word) in self.0.iter().enumerate() {
            write!(f, "{}`{word}`", if at > 0 { ", " } else { "" })?;
        }
        Ok(())
    }
}
