//! Where `cargo xtask test` puts what the stories run on.

use std::{
    env, iter,
    path::{Path, PathBuf},
};

use crate::scene::{AppFolder, Beside};

/// The authority's program.
pub fn authority() -> PathBuf {
    let file = target().join("debug/vestibule-authority");
    there(
        file,
        "the authority is not built: run `cargo build -p vestibule-authority`",
    )
}

/// The folders of an app, to be laid over one another.
pub fn app(app: &AppFolder, files: &[Beside]) -> Vec<PathBuf> {
    let own = match app {
        AppFolder::Example(name) => example(name),
        AppFolder::Page(name) => Path::new(env!("CARGO_MANIFEST_DIR")).join("pages").join(name),
    };
    let beside = files.iter().map(|file| folder_of(&beside(file)));
    iter::once(own).chain(beside).collect()
}

/// Where the tools lie that npm brings.
pub fn tools() -> PathBuf {
    target().join("tools")
}

/// A file of an npm package.
pub fn npm(package: &str, file: &str) -> PathBuf {
    let file = tools().join("node_modules").join(package).join(file);
    let otherwise =
        format!("{package} is not there: run `cargo xtask test --only stories`, which installs it");
    there(file, &otherwise)
}

fn beside(file: &Beside) -> PathBuf {
    match file {
        Beside::Npm(package, file) => npm(package, file),
        Beside::Built(file) => there(
            target().join(file),
            "the page's program is not built: run `cargo xtask bench`",
        ),
    }
}

fn folder_of(file: &Path) -> PathBuf {
    file.parent().map(PathBuf::from).expect("a file lies in a folder")
}

/// The folder of a built example.
pub fn example(example: &str) -> PathBuf {
    let folder = target().join("examples/release").join(example).join("dist");
    let otherwise = format!("{example} is not built: run `cargo xtask test --only stories`, which builds it");
    // The folder is there, and empty, when a build has failed.
    there(folder.join("index.html"), &otherwise);
    folder
}

/// The languages of the project beside English, by the names of their files.
pub fn languages() -> Vec<String> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../languages");
    let entries = folder.read_dir().expect("the languages stand at the root");
    let mut names: Vec<String> = entries
        .filter_map(|entry| entry.ok()?.file_name().into_string().ok())
        .filter_map(|name| Some(name.strip_suffix(".json")?.to_owned()))
        .collect();
    names.sort();
    names
}

/// A fresh folder for what a story leaves behind.
pub fn evidence() -> PathBuf {
    target().join("stories")
}

fn target() -> PathBuf {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"))
        .parent()
        .expect("this package lies below the root");
    env::var_os("CARGO_TARGET_DIR").map_or_else(|| root.join("target"), |folder| root.join(folder))
}

fn there(path: PathBuf, otherwise: &str) -> PathBuf {
    assert!(path.exists(), "{otherwise}");
    path
}
