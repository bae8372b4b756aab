//! The files that are under version control, or about to be.

use std::{
    fs,
    path::{Path, PathBuf},
    process::Command,
};

/// The root of the repository.
pub fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR"))
        .ancestors()
        .nth(2)
        .expect("this crate lies two folders below the root")
        .to_path_buf()
}

/// Paths from the root of everything that is not ignored, in the order in which git tells them.
pub fn files() -> Vec<String> {
    let listed = Command::new("git")
        .args(["ls-files", "--cached", "--others", "--exclude-standard"])
        .current_dir(root())
        .output()
        .expect("git is there wherever the repository is");
    assert!(
        listed.status.success(),
        "{}",
        String::from_utf8_lossy(&listed.stderr)
    );
    let names = String::from_utf8(listed.stdout).expect("every path is UTF-8");
    let names: Vec<String> = names
        .lines()
        .filter(|name| root().join(name).is_file())
        .map(str::to_owned)
        .collect();
    assert!(
        names.iter().any(|name| name == "Cargo.toml"),
        "the list of files is wrong: {names:?}"
    );
    names
}

/// Those of the files that are Rust.
pub fn rust_files() -> Vec<String> {
    files()
        .into_iter()
        .filter(|name| Path::new(name).extension().is_some_and(|end| end == "rs"))
        .collect()
}

/// The text of a file, or nothing when it is not text.
pub fn text(name: &str) -> Option<String> {
    String::from_utf8(fs::read(root().join(name)).ok()?).ok()
}

/// Fails with every finding at once.
pub fn nothing_found(rule: &str, findings: &[String]) {
    assert!(findings.is_empty(), "{rule}\n  {}\n", findings.join("\n  "));
}
