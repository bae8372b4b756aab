//! Every check has a fuzz target, and every fuzz target is a check that the tests run as well.

use std::fs;

use vestibule_checks::ALL;

use crate::seeds::fuzz;

#[test]
fn every_check_is_a_fuzz_target_and_a_test() {
    let manifest = fs::read_to_string(fuzz().join("Cargo.toml")).expect("the manifest is readable");
    let tests = include_str!("main.rs");
    for (name, _) in ALL {
        let target = fuzz().join("fuzz_targets").join(name).with_extension("rs");
        let target = fs::read_to_string(target).expect(name);
        assert!(
            target.contains(&format!("vestibule_checks::{name}::check(bytes)")),
            "{target}"
        );
        assert!(
            manifest.contains(&format!("name = \"{name}\"")),
            "{name} is not in the manifest"
        );
        assert!(
            tests.contains(&format!("run(\"{name}\", ")),
            "{name} is not in the tests"
        );
    }
    let targets = fs::read_dir(fuzz().join("fuzz_targets")).expect("the folder is there");
    assert_eq!(targets.count(), ALL.len());
}
