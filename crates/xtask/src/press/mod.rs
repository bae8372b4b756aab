//! `cargo xtask press`: what Trunk has built for release, made small.
//!
//! Three things that no tool before this one does: a panic ends the program without words, which leaves what formats them
//! without a use; wasm-bindgen's names for imports, made for the eye of a linker and each with a hash, become short in the
//! program and in its glue script; and the script is minified.

mod failure;
mod glue;
mod imports;
mod optimise;
mod panics;
mod seal;

use std::{
    env, fs,
    path::{Path, PathBuf},
};

use crate::failure::Failure;
pub use failure::PressFailure;

/// Presses the build that Trunk is about to hand over: it runs as Trunk's hook, and does nothing to a build for
/// development.
pub fn run() -> Result<(), Failure> {
    if env::var_os("TRUNK_PROFILE").is_none_or(|profile| profile != "release") {
        return Ok(());
    }
    let folder = env::var_os("TRUNK_STAGING_DIR").map(PathBuf::from);
    let folder = folder.ok_or_else(|| Failure::Usage("`press` is for Trunk to call.".to_owned()))?;
    press(&folder, optimise::optimise)
}

/// Presses every program in a folder; the files keep their names.
fn press(folder: &Path, optimise: impl Fn(&[u8]) -> Result<Vec<u8>, Failure>) -> Result<(), Failure> {
    let page = folder.join("index.html");
    let mut html = fs::read_to_string(&page).map_err(Failure::file(&page))?;
    for entry in fs::read_dir(folder).map_err(Failure::file(folder))? {
        let program = entry.map_err(Failure::file(folder))?.path();
        let name = program
            .file_name()
            .map(|name| name.to_string_lossy().into_owned());
        let Some(stem) = name.as_deref().and_then(|name| name.strip_suffix("_bg.wasm")) else {
            continue;
        };
        let script = folder.join(format!("{stem}.js"));
        let wasm = fs::read(&program).map_err(Failure::file(&program))?;
        let glue = fs::read_to_string(&script).map_err(Failure::file(&script))?;
        let silent = panics::silence(&wasm).map_err(Failure::press(&program))?;
        let small = panics::forget(optimise(&silent)?, &panics::source_folders())
            .map_err(Failure::press(&program))?;
        let (pressed_wasm, names) = imports::shorten(&small).map_err(Failure::press(&program))?;
        let pressed_glue = glue::shorten(&glue, &names).map_err(Failure::press(&script))?;
        html = seal::renew(&html, &wasm, &pressed_wasm);
        html = seal::renew(&html, glue.as_bytes(), pressed_glue.as_bytes());
        fs::write(&program, pressed_wasm).map_err(Failure::file(&program))?;
        fs::write(&script, pressed_glue).map_err(Failure::file(&script))?;
    }
    fs::write(&page, html).map_err(Failure::file(&page))
}

#[cfg(test)]
mod tests;
