//! Starts programs and looks for them.

use std::{
    env,
    path::PathBuf,
    process::{Command, Stdio},
};

use crate::{failure::Failure, workspace};

/// A program that will run in the root of the repository, without a keyboard.
pub fn program(name: &str, arguments: &[&str]) -> Command {
    let mut command = Command::new(name);
    command
        .args(arguments)
        .current_dir(workspace::root())
        .stdin(Stdio::null());
    command
}

/// Cargo, the one that runs this program.
pub fn cargo(arguments: &[&str]) -> Command {
    program(
        &env::var("CARGO").unwrap_or_else(|_| "cargo".to_owned()),
        arguments,
    )
}

/// Runs a program to its end, with its output on the screen.
pub fn run(command: &mut Command) -> Result<(), Failure> {
    let status = command.status().map_err(|cause| Failure::NotStarted {
        program: described(command),
        cause,
    })?;
    if status.success() {
        return Ok(());
    }
    Err(Failure::Refused {
        program: described(command),
        code: status.code(),
    })
}

/// Runs a program to its end and returns what it printed, or nothing when it is absent or fails.
pub fn printed(name: &str, arguments: &[&str]) -> Option<String> {
    let output = program(name, arguments).stderr(Stdio::null()).output().ok()?;
    output
        .status
        .success()
        .then(|| String::from_utf8_lossy(&output.stdout).into_owned())
}

/// Where a program is on PATH.
pub fn found(name: &str) -> Option<PathBuf> {
    env::split_paths(&env::var_os("PATH")?)
        .map(|folder| folder.join(name))
        .find(|file| file.is_file())
}

fn described(command: &Command) -> String {
    let mut words = vec![command.get_program().to_string_lossy().into_owned()];
    words.extend(command.get_args().map(|word| word.to_string_lossy().into_owned()));
    words.join(" ")
}
