//! Packages of Debian and Ubuntu.

use std::{fs, sync::OnceLock};

use super::versions::DebianTool;
use crate::{failure::Failure, say, shell};

/// Installs the packages unless their programs are there, or says what to install.
pub fn ensure(tool: &DebianTool) -> Result<(), Failure> {
    if present(tool) {
        return Ok(());
    }
    if !may_install() {
        return Err(missing(tool));
    }
    say::doing(&format!("Installing {} through apt-get", tool.what));
    refresh_once()?;
    shell::run(&mut apt_get(
        &[&["install", "--yes", "--no-install-recommends"], tool.packages].concat(),
    ))?;
    if present(tool) { Ok(()) } else { Err(missing(tool)) }
}

fn present(tool: &DebianTool) -> bool {
    tool.programs.iter().all(|program| match *program {
        // Google's package brings the same engine under its own name; Ubuntu's `chromium` can be a stub that
        // does nothing, so it has to answer.
        "chromium" => ["chromium", "google-chrome", "chrome"]
            .iter()
            .any(|name| shell::printed(name, &["--version"]).is_some()),
        "chromedriver" => shell::printed("chromedriver", &["--version"]).is_some(),
        other => shell::found(other).is_some(),
    })
}

fn may_install() -> bool {
    let system = fs::read_to_string("/etc/os-release").unwrap_or_default();
    let debian = system
        .lines()
        .filter(|line| line.starts_with("ID=") || line.starts_with("ID_LIKE="))
        .any(|line| line.contains("debian") || line.contains("ubuntu"));
    debian && rustix::process::geteuid().is_root() && shell::found("apt-get").is_some()
}

/// The lists of packages are fetched once in a run.
fn refresh_once() -> Result<(), Failure> {
    static REFRESHED: OnceLock<()> = OnceLock::new();
    if REFRESHED.get().is_none() {
        shell::run(&mut apt_get(&["update"]))?;
        REFRESHED.get_or_init(|| ());
    }
    Ok(())
}

fn apt_get(arguments: &[&str]) -> std::process::Command {
    let mut command = shell::program("apt-get", arguments);
    command.env("DEBIAN_FRONTEND", "noninteractive");
    command
}

fn missing(tool: &DebianTool) -> Failure {
    let packages = tool.packages.join(" ");
    Failure::Missing {
        what: tool.what,
        remedy: format!("{} (on Debian, as root: apt-get install {packages})", tool.remedy),
    }
}
