//! What can stop a command, and the sentence that says what to do about it.

use std::{fmt, io, path::PathBuf};

/// Why a command ended early.
#[derive(Debug)]
pub enum Failure {
    /// The command line names something that does not exist.
    Usage(String),
    /// A program could not be started.
    NotStarted { program: String, cause: io::Error },
    /// A program ran and said no.
    Refused { program: String, code: Option<i32> },
    /// A tool is missing and cannot be installed from here.
    Missing { what: &'static str, remedy: String },
    /// A file could not be read or written.
    File { path: PathBuf, cause: io::Error },
    /// A file does not say what it should.
    Unreadable { path: PathBuf, detail: String },
    /// A server ended, or never became ready.
    NotReady { what: &'static str, detail: String },
    /// One or more parts of the test run failed.
    TestsFailed { parts: Vec<&'static str> },
    /// So many theme files have faults, which are told.
    ThemesFailed { count: usize },
    /// An example is over its budget, in bytes.
    OverBudget {
        example: String,
        bytes: u64,
        budget: u64,
    },
}

impl fmt::Display for Failure {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Usage(detail) => write!(f, "{detail}\nTry `cargo xtask help`."),
            Self::NotStarted { program, cause } => write!(f, "`{program}` could not be started: {cause}."),
            Self::Refused {
                program,
                code: Some(code),
            } => write!(f, "`{program}` ended with code {code}."),
            Self::Refused { program, code: None } => write!(f, "`{program}` was stopped by a signal."),
            Self::Missing { what, remedy } => write!(f, "{what} is missing: {remedy}."),
            Self::File { path, cause } => write!(f, "{}: {cause}.", path.display()),
            Self::Unreadable { path, detail } => write!(f, "{}: {detail}.", path.display()),
            Self::NotReady { what, detail } => write!(f, "{what} is not ready: {detail}."),
            Self::TestsFailed { parts } => write!(f, "Failed: {}.", parts.join(", ")),
            Self::ThemesFailed { count: 1 } => f.write_str("One theme has faults."),
            Self::ThemesFailed { count } => write!(f, "{count} themes have faults."),
            Self::OverBudget {
                example,
                bytes,
                budget,
            } => {
                write!(
                    f,
                    "{example} is over its budget: {bytes} bytes of brotli, {budget} allowed."
                )
            }
        }
    }
}

impl Failure {
    /// A closure for `map_err` that remembers which file it was.
    pub fn file(path: impl Into<PathBuf>) -> impl FnOnce(io::Error) -> Self {
        let path = path.into();
        move |cause| Self::File { path, cause }
    }
}
