//! `wasm-opt`, from PATH or from its npm package under `target/tools`.

use std::{env, ffi::OsString, path::PathBuf};

use super::{
    npm,
    versions::{BINARYEN, WASM_OPT_AT_LEAST},
};
use crate::{failure::Failure, shell};

const PROGRAM: &str = "wasm-opt";

/// Installs `wasm-opt` under `target/tools` unless a recent one is on PATH.
pub fn ensure() -> Result<(), Failure> {
    if on_path() { Ok(()) } else { npm::ensure(&BINARYEN) }
}

/// PATH, with the `wasm-opt` of `target/tools` before an older one.
pub fn path_with_wasm_opt() -> OsString {
    let path = env::var_os("PATH").unwrap_or_default();
    if on_path() {
        return path;
    }
    let folders = npm::file(&BINARYEN)
        .parent()
        .map(PathBuf::from)
        .into_iter()
        .chain(env::split_paths(&path));
    // Only a folder with a colon in its name cannot be put on PATH; without it the build says what is missing.
    env::join_paths(folders).unwrap_or(path)
}

fn on_path() -> bool {
    let text = shell::printed(PROGRAM, &["--version"]).unwrap_or_default();
    version(&text).is_some_and(|version| version >= WASM_OPT_AT_LEAST)
}

fn version(text: &str) -> Option<u32> {
    text.split_whitespace().find_map(|word| word.parse().ok())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_version_is_the_first_number_that_wasm_opt_prints() {
        assert_eq!(version("wasm-opt version 132 (version_132)"), Some(132));
        assert_eq!(version("wasm-opt version 108"), Some(108));
        assert_eq!(version(""), None);
    }
}
