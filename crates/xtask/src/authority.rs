//! Builds the development authorization server.

use std::path::PathBuf;

use crate::{failure::Failure, say, shell, workspace};

/// Builds the server and returns its program.
pub fn build() -> Result<PathBuf, Failure> {
    say::doing("Building the authorization server");
    shell::run(&mut shell::cargo(&["build", "--package", workspace::AUTHORITY]))?;
    Ok(workspace::target().join("debug").join(workspace::AUTHORITY))
}
