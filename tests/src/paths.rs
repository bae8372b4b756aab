//! Where `cargo xtask test` puts what the stories run on.

use std::{
    env,
    path::{Path, PathBuf},
};

/// The authority's program.
pub fn authority() -> PathBuf {
    let file = target().join("debug/vestibule-authority");
    there(
        file,
        "the authority is not built: run `cargo build -p vestibule-authority`",
    )
}

/// The folder of a built example.
pub fn dist(example: &str) -> PathBuf {
    let folder = target().join("examples/release").join(example).join("dist");
    there(
        folder,
        &format!("{example} is not built: run `cargo xtask test --only stories`, which builds it"),
    )
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
