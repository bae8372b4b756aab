//! How many ID tokens are checked in a second, beside other libraries on the same tokens in the same page.

use std::process::ExitCode;

use serde_json::{Map, Value};
use vestibule_tests::{Scene, story};

/// The least share of jose's rate: it checks signatures by the browser as well, and fewer of the claims.
const OF_JOSE: f64 = 0.8;

fn main() -> ExitCode {
    let mut measured = Value::Null;
    let scene = Scene::page("id-token-checks")
        .with_npm("jose", "dist/webapi/index.js")
        .with_npm("idtoken-verifier", "build/idtoken-verifier.esm.js")
        .with_built("bench/vestibule_bench.js");
    story(scene, |story| {
        let person = story.visitor();
        person.hears("measured");
        measured = person.claims();
    });
    let Some(by_algorithm) = measured.as_object().filter(|all| !all.contains_key("error")) else {
        eprintln!("The page could not measure: {measured}");
        return ExitCode::FAILURE;
    };
    let mut slow = Vec::new();
    for (algorithm, rates) in by_algorithm {
        let rates = rates.as_object().expect("rates by name");
        report(algorithm, rates);
        slow.extend(too_slow(algorithm, rates));
    }
    for fault in &slow {
        eprintln!("{fault}");
    }
    if slow.is_empty() {
        ExitCode::SUCCESS
    } else {
        ExitCode::FAILURE
    }
}

fn report(algorithm: &str, rates: &Map<String, Value>) {
    println!("\n| ID tokens checked per second, {algorithm} | median | least | most |\n|---|---:|---:|---:|");
    for (name, rates) in rates {
        let rates = sorted(rates);
        let (least, most) = (rates[0], rates[rates.len() - 1]);
        println!("| {name} | {:.0} | {least:.0} | {most:.0} |", middle(&rates));
    }
}

fn too_slow(algorithm: &str, rates: &Map<String, Value>) -> Vec<String> {
    let median = |name: &str| rates.get(name).map(|rates| middle(&sorted(rates)));
    let ours = median("vestibule").expect("it took part");
    assert!(rates.contains_key("jose"), "it has to take part");
    let limits = [("jose", OF_JOSE), ("idtoken-verifier", 1.0)];
    let faults = limits.into_iter().filter_map(|(name, share)| {
        let theirs = median(name)?;
        (ours < share * theirs).then(|| {
            format!("{algorithm}: {ours:.0} a second is less than {share} times the {theirs:.0} of {name}.")
        })
    });
    faults.collect()
}

fn sorted(rates: &Value) -> Vec<f64> {
    let mut rates: Vec<f64> = rates
        .as_array()
        .into_iter()
        .flatten()
        .filter_map(Value::as_f64)
        .collect();
    rates.sort_by(f64::total_cmp);
    assert!(!rates.is_empty(), "nothing was measured");
    rates
}

fn middle(sorted: &[f64]) -> f64 {
    sorted[sorted.len() / 2]
}
