//! The parts of a test run, each a few commands.

use super::engines;
use crate::{
    authority,
    cli::{Engine, Profile},
    failure::Failure,
    say,
    shell::{self, cargo, run},
    trunk,
    workspace::{self, BROWSER_TESTED, STORIES, WASM_PACKAGES},
};

const WASM: [&str; 2] = ["--target", "wasm32-unknown-unknown"];
const WARNINGS_ARE_ERRORS: [&str; 3] = ["--", "--deny", "warnings"];

pub fn format() -> Result<(), Failure> {
    run(&mut cargo(&["fmt", "--all", "--check"]))
}

pub fn clippy_host() -> Result<(), Failure> {
    run(cargo(&["clippy", "--workspace", "--all-targets"]).args(WARNINGS_ARE_ERRORS))
}

/// The code that is compiled for browsers alone is seen only here.
pub fn clippy_wasm() -> Result<(), Failure> {
    let examples = workspace::examples()?;
    let packages = WASM_PACKAGES
        .into_iter()
        .chain(examples.iter().map(String::as_str));
    run(cargo(&["clippy"])
        .args(WASM)
        .args(chosen(packages))
        .args(WARNINGS_ARE_ERRORS))?;
    run(cargo(&["clippy", "--tests"])
        .args(WASM)
        .args(chosen(BROWSER_TESTED))
        .args(WARNINGS_ARE_ERRORS))
}

/// An app may take any part of the widget without the others, and none of them.
pub fn features() -> Result<(), Failure> {
    let alone = |feature: &str| {
        run(
            cargo(&["clippy", "--package", "vestibule", "--no-default-features"])
                .args(["--features", feature])
                .args(WARNINGS_ARE_ERRORS),
        )
    };
    alone("")?;
    workspace::features()?
        .iter()
        .try_for_each(|feature| alone(feature))
}

/// Unit, integration and doc tests of everything that needs no browser.
pub fn native() -> Result<(), Failure> {
    run(&mut cargo(&[
        "test",
        "--workspace",
        "--no-fail-fast",
        "--exclude",
        STORIES,
    ]))
}

pub fn licences() -> Result<(), Failure> {
    if shell::printed("cargo", &["deny", "--version"]).is_none() {
        say::line("cargo-deny is not installed: the licences of dependencies are not looked at this time.");
        return Ok(());
    }
    run(&mut cargo(&[
        "deny",
        "--offline",
        "check",
        "licenses",
        "bans",
        "sources",
    ]))
}

/// Hooks and effects, in headless Chromium.
pub fn browser() -> Result<(), Failure> {
    let driver = shell::found("chromedriver").unwrap_or_else(|| "chromedriver".into());
    run(cargo(&["test", "--no-fail-fast", "--lib", "--tests"])
        .args(WASM)
        .args(chosen(BROWSER_TESTED))
        .env("CHROMEDRIVER", driver)
        .env("WASM_BINDGEN_TEST_TIMEOUT", "120"))
}

/// What ships is what is told stories about: the release build of every example, and the authority.
pub fn build_for_stories() -> Result<(), Failure> {
    authority::build()?;
    workspace::examples()?
        .iter()
        .try_for_each(|example| trunk::build(example, Profile::Release).map(drop))
}

pub fn stories(engine: Engine, arguments: &[String]) -> Result<(), Failure> {
    if engine != Engine::Chromium {
        say::line("The other stories, and those of other clients and servers, are told in Chromium alone.");
    }
    let mut words = vec!["test", "--package", STORIES, "--no-fail-fast"];
    words.extend(engines::programs(engine));
    words.push("--");
    // Whoever names stories means these and no others.
    if arguments.is_empty() {
        words.extend(engines::names(engine));
    }
    words.extend(arguments.iter().map(String::as_str));
    let mut command = if engines::needs_a_display(engine) {
        let mut shown = shell::program("xvfb-run", &["--auto-servernum", "cargo"]);
        shown.args(words);
        shown
    } else {
        cargo(&words)
    };
    run(command.env("VESTIBULE_ENGINE", engine.word()))
}

/// `--package` for each.
fn chosen<'name>(packages: impl IntoIterator<Item = &'name str>) -> Vec<&'name str> {
    packages
        .into_iter()
        .flat_map(|package| ["--package", package])
        .collect()
}
