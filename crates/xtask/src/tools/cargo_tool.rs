//! Programs from crates, each in one exact version.

use super::versions::CargoTool;
use crate::{failure::Failure, say, shell};

/// Installs the program unless this version is on PATH.
pub fn ensure(tool: &CargoTool) -> Result<(), Failure> {
    if shell::printed(tool.program, &["--version"]).is_some_and(|text| names(&text, tool.version)) {
        return Ok(());
    }
    say::doing(&format!(
        "Installing {} {} from source, which takes a few minutes once",
        tool.package, tool.version
    ));
    let mut install = shell::cargo(&[
        "install",
        "--locked",
        "--force",
        tool.package,
        "--version",
        tool.version,
    ]);
    // The packages ask for slow, whole-program builds; these programs are quick enough without.
    install
        .env("CARGO_PROFILE_RELEASE_LTO", "off")
        .env("CARGO_PROFILE_RELEASE_CODEGEN_UNITS", "16")
        .env("CARGO_PROFILE_RELEASE_OPT_LEVEL", "1")
        .env("CARGO_PROFILE_RELEASE_DEBUG", "0")
        .env_remove("CARGO_TARGET_DIR");
    shell::run(&mut install)
}

fn names(text: &str, version: &str) -> bool {
    text.split(|letter: char| letter.is_whitespace() || letter == '(')
        .any(|word| word == version)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_version_counts_only_when_it_is_the_whole_word() {
        assert!(names("trunk 0.21.14", "0.21.14"));
        assert!(names(
            "geckodriver 0.37.1 (e1a2 2026-01-01)\n\nThe source…",
            "0.37.1"
        ));
        assert!(!names("trunk 0.21.140", "0.21.14"));
    }
}
