//! Everything that the commands print themselves.

use std::io::{IsTerminal, Write, stderr, stdout};

use crate::failure::Failure;

/// Says what is being done now.
pub fn doing(what: &str) {
    let (on, off) = if stdout().is_terminal() {
        ("\x1b[1m", "\x1b[0m")
    } else {
        ("", "")
    };
    line(&format!("{on}==> {what}{off}"));
}

/// Says why the command ended.
pub fn failed(failure: &Failure) {
    // Nothing is left to do when even the error stream is closed.
    let _ = writeln!(stderr(), "xtask: {failure}");
}

/// Prints a line, at once. A closed output is not an error: the work goes on.
pub fn line(text: &str) {
    let mut out = stdout().lock();
    let _ = writeln!(out, "{text}");
    let _ = out.flush();
}
