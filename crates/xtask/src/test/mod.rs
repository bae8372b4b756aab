//! `cargo xtask test`: everything that has to hold before a change goes in.

mod engines;
mod report;
mod steps;

use crate::{
    cli::{Part, Test},
    clock::Stopwatch,
    failure::Failure,
    say, tools,
};
use report::Report;

/// Runs the wanted parts, all of them even after a failure, and ends with a table.
pub fn run(wanted: &Test) -> Result<(), Failure> {
    let mut report = Report::default();
    let mut part = |name: &'static str, work: &mut dyn FnMut() -> Result<(), Failure>| {
        say::doing(name);
        let watch = Stopwatch::start();
        let outcome = work();
        if let Err(failure) = &outcome {
            say::failed(failure);
        }
        report.add(name, watch.read(), outcome.is_ok());
    };
    let all = wanted.part == Part::All;

    if all || wanted.part == Part::Native {
        tools::for_lints()?;
        part("Format", &mut steps::format);
        part("Clippy on the host", &mut steps::clippy_host);
        part("Clippy on wasm32", &mut steps::clippy_wasm);
        part("Each feature alone", &mut steps::features);
        part("Native and doc tests", &mut steps::native);
        part("Licences", &mut steps::licences);
    }
    if all || wanted.part == Part::Browser {
        tools::for_browser_tests()?;
        part("Browser tests", &mut steps::browser);
    }
    if all || wanted.part == Part::Stories {
        for engine in &wanted.engines {
            tools::for_engine(*engine)?;
        }
        tools::for_stories()?;
        part(
            "Apps and authority for the stories",
            &mut steps::build_for_stories,
        );
        for engine in &wanted.engines {
            part(engines::title(*engine), &mut || {
                steps::stories(*engine, &wanted.arguments)
            });
        }
    }
    if all {
        part("Size budget", &mut || crate::size::run(&[]));
    }
    report.finish()
}
