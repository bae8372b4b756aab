//! Parts of the Rust toolchain, through rustup.

use crate::{failure::Failure, say, shell};

const WASM: &str = "wasm32-unknown-unknown";

/// The target that browsers run.
pub fn wasm_target() -> Result<(), Failure> {
    // Asked of rustc, not of rustup, so that a toolchain from elsewhere is fine too.
    let folder = shell::printed("rustc", &["--print", "target-libdir", "--target", WASM]);
    if folder.is_some_and(|folder| std::path::Path::new(folder.trim()).is_dir()) {
        return Ok(());
    }
    say::doing(&format!("Installing the Rust target {WASM}"));
    rustup(&["target", "add", WASM], "the Rust target wasm32-unknown-unknown")
}

/// A component that may be absent from a minimal toolchain.
pub fn component(name: &'static str) -> Result<(), Failure> {
    let subcommand = if name == "rustfmt" { "fmt" } else { name };
    if shell::printed("cargo", &[subcommand, "--version"]).is_some() {
        return Ok(());
    }
    say::doing(&format!("Installing the Rust component {name}"));
    rustup(&["component", "add", name], name)
}

fn rustup(arguments: &[&str], what: &'static str) -> Result<(), Failure> {
    if shell::found("rustup").is_none() {
        let remedy = "install it for the Rust toolchain in use, which is not managed by rustup";
        return Err(Failure::Missing {
            what,
            remedy: remedy.to_owned(),
        });
    }
    shell::run(&mut shell::program("rustup", arguments))
}
