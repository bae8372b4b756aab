//! The program made small by `wasm-opt`, in the way that was measured to make it smallest.

use std::{
    env, fs,
    process::{self, Command},
};

use crate::failure::PressFailure;

/// What rustc emits; `--all-features` would turn on what browsers refuse.
const FEATURES: [&str; 7] = [
    "--enable-bulk-memory",
    "--enable-bulk-memory-opt",
    "--enable-nontrapping-float-to-int",
    "--enable-sign-ext",
    "--enable-mutable-globals",
    "--enable-reference-types",
    "--enable-multivalue",
];

/// The first kilobyte of memory is the far end of the stack, which nothing reaches that does not overflow it; functions
/// sorted by name lie beside their like, and pack better.
const PASSES: [&str; 11] = [
    "--low-memory-unused",
    "--flatten",
    "--rereloop",
    "-Oz",
    "-Oz",
    "--converge",
    "--one-caller-inline-max-function-size=20",
    "--merge-similar-functions",
    "--reorder-functions-by-name",
    "--strip-producers",
    "--strip-target-features",
];

/// Optimises a program by the `wasm-opt` on PATH; its names are gone afterwards.
pub fn optimise(wasm: &[u8]) -> Result<Vec<u8>, PressFailure> {
    // Several builds may be pressed at once.
    let [from, to] =
        ["from", "to"].map(|end| env::temp_dir().join(format!("press-{}-{end}.wasm", process::id())));
    fs::write(&from, wasm).map_err(PressFailure::file(&from))?;
    let status = Command::new("wasm-opt")
        .args(FEATURES)
        .args(PASSES)
        .arg(&from)
        .arg("--output")
        .arg(&to)
        .status()
        .map_err(|cause| PressFailure::Optimiser(cause.to_string()))?;
    if !status.success() {
        return Err(PressFailure::Optimiser(format!("it ended with {status}")));
    }
    let optimised = fs::read(&to).map_err(PressFailure::file(&to))?;
    for file in [from, to] {
        fs::remove_file(&file).map_err(PressFailure::file(&file))?;
    }
    Ok(optimised)
}
