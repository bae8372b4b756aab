//! What can keep a build from being pressed, most often a shape that wasm-bindgen did not have when this was written.

use std::{fmt, io, path::Path};

/// Why a file is left as it is.
#[derive(Debug, PartialEq, Eq)]
pub enum PressFailure {
    /// A file could not be read or written.
    File(String),
    /// `wasm-opt` could not be started, or said no.
    Optimiser(String),
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
            Self::File(detail) => f.write_str(detail),
            Self::Optimiser(detail) => write!(f, "wasm-opt: {detail}"),
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

impl PressFailure {
    /// For `map_err`: names the file.
    pub fn file(path: &Path) -> impl FnOnce(io::Error) -> Self {
        let path = path.display().to_string();
        move |cause| Self::File(format!("{path}: {cause}"))
    }
}
