//! `cargo xtask bench`: the benchmarks in Chromium, beside other libraries where there are any.

use crate::{
    authority,
    cli::Profile,
    failure::Failure,
    say,
    shell::{cargo, program, run},
    tools, trunk,
    workspace::{self, STORIES},
};

const PROGRAM: &str = "vestibule_bench.wasm";

/// Builds what is measured as it ships, measures, and fails where a limit is missed.
pub fn run_all() -> Result<(), Failure> {
    tools::for_bench()?;
    tools::for_apps(Profile::Release)?;
    authority::build()?;
    // A page of many connections is the quickstart, whose server has them.
    trunk::build("quickstart", Profile::Release)?;
    say::doing("Building the check of ID tokens for a page");
    build_checks()?;
    say::doing("Measuring");
    // What is measured is in the page; the harness itself need not be optimised.
    run(&mut cargo(&["bench", "--package", STORIES, "--profile", "dev"]))
}

fn build_checks() -> Result<(), Failure> {
    run(&mut cargo(&[
        "build",
        "--release",
        "--target",
        "wasm32-unknown-unknown",
        "--package",
        "vestibule-bench",
    ]))?;
    let target = workspace::target();
    let built = target.join("wasm32-unknown-unknown/release").join(PROGRAM);
    run(program(
        "wasm-bindgen",
        &["--target", "web", "--no-typescript", "--out-dir"],
    )
    .arg(target.join("bench"))
    .arg(built))
}
