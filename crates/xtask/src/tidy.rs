//! `cargo xtask tidy`: the rules of the repository, which are ordinary tests of this crate.

use crate::{failure::Failure, say, shell};

/// Runs the tests in `tests/tidy`.
pub fn run() -> Result<(), Failure> {
    say::doing("Rules of the repository");
    shell::run(&mut shell::cargo(&[
        "test",
        "--package",
        "xtask",
        "--test",
        "tidy",
    ]))
}
