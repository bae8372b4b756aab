//! What Trunk has built for release, made small; `cargo xtask press` calls it from Trunk's hook. A program of its own, since
//! what it takes to read scripts takes minutes to build.
//!
//! Three things that no tool before this one does: a panic ends the program without words, which leaves what formats them
//! without a use; wasm-bindgen's names for imports, made for the eye of a linker and each with a hash, become short in the
//! program and in its glue script; and the script is minified.

mod failure;
mod glue;
mod imports;
mod optimise;
mod panics;
mod reach;
mod seal;

use std::{
    env, fs,
    path::{Path, PathBuf},
    process::ExitCode,
};

use failure::PressFailure;

fn main() -> ExitCode {
    let Some(folder) = env::args_os().nth(1).map(PathBuf::from) else {
        eprintln!("press: name the folder of a build.");
        return ExitCode::FAILURE;
    };
    match press(&folder, optimise::optimise) {
        Ok(()) => ExitCode::SUCCESS,
        Err(failure) => {
            eprintln!("press: {failure}.");
            ExitCode::FAILURE
        }
    }
}

/// Presses every program in a folder; the files keep their names.
fn press(
    folder: &Path,
    optimise: impl Fn(&[u8]) -> Result<Vec<u8>, PressFailure>,
) -> Result<(), PressFailure> {
    let page = folder.join("index.html");
    let mut html = fs::read_to_string(&page).map_err(PressFailure::file(&page))?;
    for entry in fs::read_dir(folder).map_err(PressFailure::file(folder))? {
        let program = entry.map_err(PressFailure::file(folder))?.path();
        let name = program
            .file_name()
            .map(|name| name.to_string_lossy().into_owned());
        let Some(stem) = name.as_deref().and_then(|name| name.strip_suffix("_bg.wasm")) else {
            continue;
        };
        let script = folder.join(format!("{stem}.js"));
        let wasm = fs::read(&program).map_err(PressFailure::file(&program))?;
        let glue = fs::read_to_string(&script).map_err(PressFailure::file(&script))?;
        let (silent, ends) = panics::silence(&wasm)?;
        let small = panics::forget(
            optimise(&reach::prune(&silent, ends)?)?,
            &panics::source_folders(),
        )?;
        let (pressed_wasm, names) = imports::shorten(&small)?;
        let pressed_glue = glue::shorten(&glue, &names)?;
        html = seal::renew(&html, &wasm, &pressed_wasm);
        html = seal::renew(&html, glue.as_bytes(), pressed_glue.as_bytes());
        fs::write(&program, pressed_wasm).map_err(PressFailure::file(&program))?;
        fs::write(&script, pressed_glue).map_err(PressFailure::file(&script))?;
    }
    fs::write(&page, html).map_err(PressFailure::file(&page))
}

#[cfg(test)]
mod tests;
