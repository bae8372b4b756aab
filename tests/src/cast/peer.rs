//! A client that is not ours and needs no browser: a library from npm, run by Node.js as a process of its own.

use std::{
    io::Write,
    path::{Path, PathBuf},
    process::{Command, Stdio},
};

use serde_json::Value;

use crate::paths;

/// The main file of an npm package, for whoever imports it from elsewhere.
pub fn library(package: &str, file: &str) -> PathBuf {
    paths::npm(package, file)
}

/// Runs `run.mjs` of a folder in `tests/peers`: it is told this on its input, and what it prints is one JSON value.
pub fn play(folder: &str, told: &Value) -> Value {
    let script = Path::new(env!("CARGO_MANIFEST_DIR"))
        .join("peers")
        .join(folder)
        .join("run.mjs");
    let mut process = Command::new("node")
        .arg(script)
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .unwrap_or_else(|error| panic!("node could not be started: {error}"));
    let mut input = process.stdin.take().expect("the input was piped");
    // A script that has ended by itself says why on its error output.
    let _ = input.write_all(told.to_string().as_bytes());
    drop(input);
    let output = process
        .wait_with_output()
        .expect("a child of ours can be waited for");
    let said = String::from_utf8_lossy(&output.stderr);
    assert!(output.status.success(), "{folder} failed: {said}");
    serde_json::from_slice(&output.stdout).unwrap_or_else(|error| panic!("{folder}: {error}: {said}"))
}
