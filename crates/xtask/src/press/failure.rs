//! What can keep a build from being pressed: a shape that wasm-bindgen did not have when this was written.

use std::fmt;

/// Why a file is left as it is.
#[derive(Debug, PartialEq, Eq)]
pub enum PressFailure {
    /// The program is no WebAssembly that the parser knows.
    Program(String),
    /// The script is no JavaScript that the parser knows.
    Script(String),
    /// The script has this name not once, as the key of an import, but so many times.
    Import { name: String, times: usize },
}

impl fmt::Display for PressFailure {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Program(detail) => write!(f, "the program cannot be read: {detail}"),
            Self::Script(detail) => write!(f, "the script cannot be read: {detail}"),
            Self::Import { name, times } => write!(
                f,
                "`{name}` stands {times} times in the script instead of once: wasm-bindgen has changed how it writes it, \
                 and `press` has to follow"
            ),
        }
    }
}
