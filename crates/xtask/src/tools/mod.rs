//! Brings in the tools that a command needs and that are not there yet.

pub mod versions;

mod cargo_tool;
mod debian;
mod npm;
mod optimiser;
mod rust;

pub use optimiser::path_with_wasm_opt;

use crate::{
    cli::{Engine, Profile},
    failure::Failure,
};
use versions::{
    AUTH0_JS, AUTH0_LOCK, AXE, BOOTSTRAP, CHROMIUM, ESBUILD, FIREFOX, FONTS, GECKODRIVER, IDTOKEN_VERIFIER,
    JOSE, OAUTH4WEBAPI, OIDC_PROVIDER, OPENID_CLIENT, RESET, TAILWIND, TRUNK, WASM_BINDGEN, WEBKIT,
};

/// What it takes to check formatting and lints.
pub fn for_lints() -> Result<(), Failure> {
    rust::component("rustfmt")?;
    rust::component("clippy")?;
    rust::wasm_target()
}

/// What it takes to build an app for the browser.
pub fn for_apps(profile: Profile) -> Result<(), Failure> {
    rust::wasm_target()?;
    cargo_tool::ensure(&WASM_BINDGEN)?;
    cargo_tool::ensure(&TRUNK)?;
    match profile {
        Profile::Dev => Ok(()),
        Profile::Release => optimiser::ensure(),
    }
}

/// What it takes to make a program small.
pub fn for_pressing() -> Result<(), Failure> {
    optimiser::ensure()
}

/// What it takes to run a crate's tests inside a browser.
pub fn for_browser_tests() -> Result<(), Failure> {
    rust::wasm_target()?;
    cargo_tool::ensure(&WASM_BINDGEN)?;
    debian::ensure(&CHROMIUM)
}

/// What the stories need besides a browser.
pub fn for_stories() -> Result<(), Failure> {
    for_apps(Profile::Release)?;
    npm::ensure(&AUTH0_JS)?;
    // After auth0-js, of which Lock brings an older one for itself.
    npm::ensure(&AUTH0_LOCK)?;
    npm::ensure(&ESBUILD)?;
    npm::ensure(&OAUTH4WEBAPI)?;
    npm::ensure(&JOSE)?;
    npm::ensure(&OPENID_CLIENT)?;
    npm::ensure(&OIDC_PROVIDER)?;
    npm::ensure(&BOOTSTRAP)?;
    npm::ensure(&TAILWIND)?;
    npm::ensure(&RESET)?;
    npm::ensure(&AXE)?;
    fonts()
}

/// What the benchmarks run in, and beside what.
pub fn for_bench() -> Result<(), Failure> {
    for_browser_tests()?;
    fonts()?;
    npm::ensure(&JOSE)?;
    npm::ensure(&IDTOKEN_VERIFIER)
}

fn fonts() -> Result<(), Failure> {
    FONTS.iter().try_for_each(npm::ensure)
}

/// What it takes to drive an engine.
pub fn for_engine(engine: Engine) -> Result<(), Failure> {
    match engine {
        Engine::Chromium => debian::ensure(&CHROMIUM),
        Engine::Firefox => {
            debian::ensure(&FIREFOX)?;
            cargo_tool::ensure(&GECKODRIVER)
        }
        Engine::WebKit => debian::ensure(&WEBKIT),
    }
}
