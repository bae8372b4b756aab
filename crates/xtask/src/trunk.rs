//! Builds examples with Trunk, and only when something they are made of has changed.

use std::{
    fs,
    path::{Path, PathBuf},
    process::Command,
};

use sha2::{Digest, Sha256};

use crate::{cli::Profile, failure::Failure, say, shell, tools, workspace};

/// The folders and files that an example is made of, besides its own folder.
const SOURCES: [&str; 13] = [
    "Cargo.lock",
    "Cargo.toml",
    "Trunk.toml",
    "crates/browser",
    "crates/flow",
    "crates/protocol",
    "crates/theme",
    "crates/widget",
    "crates/press",
    "examples/boot.js",
    "examples/quickstart/style.css",
    "languages",
    "themes",
];

/// Builds an example and returns the folder to serve.
pub fn build(example: &str, profile: Profile) -> Result<PathBuf, Failure> {
    let page = workspace::example_page(example)?;
    let folder = workspace::target()
        .join("examples")
        .join(word(profile))
        .join(example);
    let (dist, key_file) = (folder.join("dist"), folder.join("inputs"));
    let key = key(example)?;
    if dist.join("index.html").is_file() && fs::read_to_string(&key_file).is_ok_and(|old| old == key) {
        say::doing(&format!("{example} is built and up to date ({})", word(profile)));
        return Ok(dist);
    }
    fetch()?;
    say::doing(&format!("Building {example} ({})", word(profile)));
    let mut build = trunk("build", &workspace::root().join("Trunk.toml"), profile);
    build.arg("--dist").arg(&dist).arg(&page);
    shell::run(&mut build)?;
    fs::write(&key_file, key).map_err(Failure::file(&key_file))?;
    Ok(dist)
}

/// Trunk itself works without a network; what the lock file names is fetched before.
pub fn fetch() -> Result<(), Failure> {
    shell::run(&mut shell::cargo(&[
        "fetch",
        "--quiet",
        "--target",
        "wasm32-unknown-unknown",
    ]))
}

/// A Trunk command that uses the tools found on PATH.
pub fn trunk(command: &str, config: &Path, profile: Profile) -> Command {
    let mut trunk = shell::program("trunk", &[command, "--offline", "--config"]);
    trunk.arg(config);
    // Trunk takes this variable for a switch of its own and refuses the usual value, 1.
    trunk
        .env_remove("NO_COLOR")
        .env("PATH", tools::path_with_wasm_opt());
    match profile {
        Profile::Dev => &mut trunk,
        Profile::Release => trunk.arg("--release"),
    };
    trunk
}

fn word(profile: Profile) -> &'static str {
    match profile {
        Profile::Dev => "dev",
        Profile::Release => "release",
    }
}

/// A digest of everything that the example is made of.
fn key(example: &str) -> Result<String, Failure> {
    let root = workspace::root();
    let own = format!("examples/{example}");
    let mut files = Vec::new();
    for source in SOURCES.iter().copied().chain([own.as_str()]) {
        collect(&root.join(source), &mut files)?;
    }
    files.sort();
    files.dedup();
    let mut digest = Sha256::new();
    for file in files {
        let content = fs::read(&file).map_err(Failure::file(&file))?;
        let name = file.strip_prefix(&root).unwrap_or(&file).to_string_lossy();
        // Lengths first: no two sets of files read as the same bytes.
        digest.update(format!("{} {}\n{name}\n", name.len(), content.len()));
        digest.update(content);
    }
    Ok(format!("{:x}", digest.finalize()))
}

fn collect(path: &Path, files: &mut Vec<PathBuf>) -> Result<(), Failure> {
    if path.is_file() {
        files.push(path.to_path_buf());
    }
    if !path.is_dir() || path.ends_with("dist") {
        return Ok(());
    }
    for entry in fs::read_dir(path).map_err(Failure::file(path))? {
        collect(&entry.map_err(Failure::file(path))?.path(), files)?;
    }
    Ok(())
}
