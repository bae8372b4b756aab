//! Packages from npm, under `target/tools`.

use std::path::PathBuf;

use super::{
    debian,
    versions::{NPM, NpmPackage},
};
use crate::{failure::Failure, say, shell, workspace};

/// Installs the package unless it is there.
pub fn ensure(package: &NpmPackage) -> Result<(), Failure> {
    if file(package).is_file() {
        return Ok(());
    }
    debian::ensure(&NPM)?;
    say::doing(&format!(
        "Installing {} {} from npm under target/tools",
        package.name, package.version
    ));
    let folder = folder().display().to_string();
    let wanted = format!("{}@{}", package.name, package.version);
    let words = [
        "install",
        "--no-audit",
        "--no-fund",
        "--ignore-scripts",
        "--save-exact",
        "--prefix",
        &folder,
        &wanted,
    ];
    shell::run(&mut shell::program("npm", &words))
}

/// The file that is wanted of a package.
pub fn file(package: &NpmPackage) -> PathBuf {
    folder().join("node_modules").join(package.file)
}

fn folder() -> PathBuf {
    workspace::target().join("tools")
}
