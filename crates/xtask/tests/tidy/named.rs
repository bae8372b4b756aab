//! Tests that the documents name: each is there, and the table of criteria says where.

use crate::repository::{nothing_found, rust_files, text};

const TABLE: &str = "docs/accessibility.md";

/// What stands between the list of places and the end of the document.
const PLACES: &str = "## Where the tests are\n";

/// The tests that a document names: words in code that are sentences.
fn named(document: &str) -> Vec<String> {
    let rows = document.lines().filter(|line| line.starts_with('|'));
    let quoted = rows.flat_map(|row| row.split('`').skip(1).step_by(2));
    let is_name = |word: &&str| {
        let is_letter = |c: char| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '_';
        word.matches('_').count() >= 2 && word.chars().all(is_letter)
    };
    let mut names: Vec<String> = quoted.filter(is_name).map(str::to_owned).collect();
    names.sort();
    names.dedup();
    names
}

/// The file of each test.
fn place_of(name: &str, files: &[(String, String)]) -> Option<String> {
    let start = format!("fn {name}(");
    let found = files.iter().find(|(_, source)| source.contains(&start));
    found.map(|(file, _)| file.clone())
}

fn sources() -> Vec<(String, String)> {
    let read = |file: String| Some((file.clone(), text(&file)?));
    rust_files().into_iter().filter_map(read).collect()
}

#[test]
fn every_test_that_the_table_of_criteria_names_is_there_and_its_place_is_said() {
    let sources = sources();
    let document = text(TABLE).expect("the table");
    let (rows, said) = document.split_once(PLACES).expect("the list of places");
    let mut findings = Vec::new();
    for name in named(rows) {
        match place_of(&name, &sources) {
            None => findings.push(format!("{TABLE}: there is no `{name}`")),
            Some(file) => {
                let line = format!("- `{name}`: [{file}](../{file})");
                if !said.contains(&line) {
                    findings.push(format!("{TABLE}: {line}"));
                }
            }
        }
    }
    nothing_found("a test that is named is there, and its place is said", &findings);
}

#[test]
fn every_test_that_the_guide_names_is_there() {
    let sources = sources();
    let guide = text("docs/from-lock.md").expect("the guide");
    let defects = guide.split("\n## ").filter(|part| part.contains("| test |"));
    let missing = defects
        .flat_map(named)
        .filter(|name| place_of(name, &sources).is_none());
    let findings: Vec<String> = missing
        .map(|name| format!("docs/from-lock.md: there is no `{name}`"))
        .collect();
    nothing_found("a test that is named is there", &findings);
}
