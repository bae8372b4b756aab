//! `cargo xtask press`: hands a release build of Trunk's to the program that makes it small.

use std::{env, path::PathBuf};

use crate::{
    failure::Failure,
    shell::{cargo, run},
    tools,
};

/// Runs as Trunk's hook, and does nothing to a build for development: the program is then not even built.
pub fn run_hook() -> Result<(), Failure> {
    if env::var_os("TRUNK_PROFILE").is_none_or(|profile| profile != "release") {
        return Ok(());
    }
    let folder = env::var_os("TRUNK_STAGING_DIR").map(PathBuf::from);
    let folder = folder.ok_or_else(|| Failure::Usage("`press` is for Trunk to call.".to_owned()))?;
    tools::for_pressing()?;
    run(cargo(&["run", "--quiet", "--package", "press", "--"])
        .arg(folder)
        .env("PATH", tools::path_with_wasm_opt()))
}
