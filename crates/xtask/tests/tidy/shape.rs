//! The shape of a source file: what it opens with, how long it is, no stray whitespace.

use std::path::Path;

use crate::repository::{files, nothing_found, rust_files, text};

/// Before its tests; a file that needs more does two things.
const MOST_LINES: usize = 300;

#[test]
fn every_source_file_opens_with_one_sentence_on_what_it_is_for() {
    let findings: Vec<_> = rust_files()
        .into_iter()
        .filter(|name| !text(name).is_some_and(|text| text.starts_with("//! ")))
        .collect();
    nothing_found("These do not open with `//! …`:", &findings);
}

#[test]
fn no_source_file_is_longer_than_three_hundred_lines_before_its_tests() {
    let findings: Vec<_> = rust_files()
        .into_iter()
        .filter(|name| !is_all_tests(name))
        .filter_map(|name| {
            let lines = lines_before_tests(&text(&name)?);
            (lines > MOST_LINES).then(|| format!("{name}: {lines}"))
        })
        .collect();
    nothing_found(
        "These do more than one thing (lines before their tests):",
        &findings,
    );
}

#[test]
fn no_line_ends_in_a_space_or_holds_a_tab() {
    let mut findings = Vec::new();
    for name in files().into_iter().filter(|name| is_ours(name)) {
        let text = text(&name).unwrap_or_default();
        for (number, line) in text.lines().enumerate() {
            if line.ends_with(' ') || line.contains('\t') {
                findings.push(format!("{name}:{}", number + 1));
            }
        }
        if !text.is_empty() && !text.ends_with('\n') {
            findings.push(format!("{name}: the last line does not end"));
        }
    }
    nothing_found("Stray whitespace:", &findings);
}

/// Files in a `tests` folder, but not the harness in `tests/src`; and modules that only tests are compiled with.
fn is_all_tests(name: &str) -> bool {
    let path = Path::new(name);
    let (Some(folder), Some(stem)) = (path.parent(), path.file_stem().and_then(|stem| stem.to_str())) else {
        return false;
    };
    let line = format!("#[cfg(test)]\nmod {stem};");
    let parents = ["mod.rs", "lib.rs", "main.rs"].map(|parent| folder.join(parent));
    let declares = |parent: &Path| {
        parent
            .to_str()
            .and_then(text)
            .is_some_and(|text| text.contains(&line))
    };
    name.contains("/tests/") || parents.iter().any(|parent| declares(parent))
}

fn lines_before_tests(text: &str) -> usize {
    text.lines()
        .take_while(|line| !line.starts_with("#[cfg(test)]"))
        .count()
}

/// Whether the file is text that people here write; recorded answers and vectors stay as they came.
fn is_ours(name: &str) -> bool {
    let written = ["rs", "toml", "md", "html", "css", "js", "json", "yml", "sql"];
    let end = Path::new(name).extension().and_then(|end| end.to_str());
    end.is_some_and(|end| written.contains(&end))
        && !name.contains("/vectors/")
        && !name.contains("/fixtures/")
}

#[test]
fn lines_are_counted_up_to_the_tests() {
    assert_eq!(
        lines_before_tests("//! A.\nfn a() {}\n#[cfg(test)]\nmod tests {\n}\n"),
        2
    );
}
