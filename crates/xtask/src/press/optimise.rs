//! The program made small by `wasm-opt`, in the way that was measured to make it smallest.

use std::{fs, process};

use crate::{failure::Failure, shell, tools, workspace};

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
const PASSES: [&str; 10] = [
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
];

/// Optimises a program; its names are gone afterwards.
pub fn optimise(wasm: &[u8]) -> Result<Vec<u8>, Failure> {
    tools::for_pressing()?;
    let folder = workspace::target().join("press");
    fs::create_dir_all(&folder).map_err(Failure::file(&folder))?;
    // Several builds may be pressed at once.
    let [from, to] = ["from", "to"].map(|end| folder.join(format!("{}-{end}.wasm", process::id())));
    fs::write(&from, wasm).map_err(Failure::file(&from))?;
    let mut program = shell::program("wasm-opt", &[]);
    program
        .env("PATH", tools::path_with_wasm_opt())
        .args(FEATURES)
        .args(PASSES)
        .arg("--strip-target-features")
        .arg(&from)
        .arg("--output")
        .arg(&to);
    shell::run(&mut program)?;
    let optimised = fs::read(&to).map_err(Failure::file(&to))?;
    for file in [from, to] {
        fs::remove_file(&file).map_err(Failure::file(&file))?;
    }
    Ok(optimised)
}
