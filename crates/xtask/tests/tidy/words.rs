//! Words that may not stand in the repository: unfinished work, silenced lints, the machine it was written on.

use crate::repository::{files, nothing_found, rust_files, text};

/// Split so that this file does not find itself.
const UNFINISHED: [&str; 7] = [
    concat!("todo", "!"),
    concat!("unimplemented", "!"),
    concat!("dbg", "!("),
    concat!("#[", "ignore"),
    concat!("FIX", "ME"),
    concat!("#[", "allow("),
    concat!("#![", "allow("),
];

const OF_ONE_MACHINE: [&str; 10] = [
    concat!("/wor", "k/"),
    concat!("/ro", "ot/"),
    concat!("/ho", "me/"),
    concat!("/tmp", "/brief"),
    concat!("/us", "ers/"),
    concat!("arti", "factory"),
    concat!("registry.", "npmjs"),
    concat!("index.crates", ".io"),
    concat!("proxy.gol", "ang"),
    concat!("deb.deb", "ian"),
];

/// Written by tools; they name registries.
const LOCK_FILES: [&str; 2] = ["Cargo.lock", "package-lock.json"];

#[test]
fn no_source_file_holds_unfinished_work_or_silences_a_lint_for_good() {
    nothing_found("Not finished:", &findings(rust_files(), &UNFINISHED));
}

#[test]
fn no_file_names_a_folder_or_a_registry_of_one_machine() {
    let files = files()
        .into_iter()
        .filter(|name| !LOCK_FILES.iter().any(|lock| name.ends_with(lock)));
    nothing_found("Only one machine has these:", &findings(files, &OF_ONE_MACHINE));
}

fn findings(files: impl IntoIterator<Item = String>, words: &[&str]) -> Vec<String> {
    let mut findings = Vec::new();
    for name in files {
        let text = text(&name).unwrap_or_default();
        for (number, line) in text.lines().enumerate() {
            let line = line.to_lowercase();
            findings.extend(
                words
                    .iter()
                    .filter(|word| line.contains(&word.to_lowercase()))
                    .map(|word| format!("{name}:{}: {word}", number + 1)),
            );
        }
    }
    findings
}
