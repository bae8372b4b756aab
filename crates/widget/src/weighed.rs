//! What the sheet and the languages weigh on the wire, counted and held to a limit.

use std::collections::BTreeSet;
use std::fs;
use std::io::Write as _;

const LANGUAGES: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/../../languages");

/// Bytes by brotli at its best.
fn weight(text: &str) -> usize {
    let parameters = brotli::enc::BrotliEncoderParams {
        quality: 11,
        ..Default::default()
    };
    let mut out = Vec::new();
    brotli::BrotliCompress(&mut text.as_bytes(), &mut out, &parameters).expect("memory does not fail");
    out.len()
}

/// Past the harness, which shows nothing of what passes.
fn tell(what: &str) {
    writeln!(std::io::stderr(), "{what}").expect("somebody reads the results");
}

#[test]
fn there_are_enough_languages_and_each_is_small() {
    let entries = fs::read_dir(LANGUAGES).expect("the languages stand at the root");
    let mut files: Vec<(String, String)> = entries
        .map(|entry| entry.expect("an entry").path())
        .map(|path| {
            let name = path.file_stem().expect("a name").to_string_lossy().into_owned();
            (name, fs::read_to_string(&path).expect("it can be read"))
        })
        .collect();
    files.sort();
    let weights: Vec<_> = files.iter().map(|(lang, text)| (lang, weight(text))).collect();
    let told: Vec<_> = weights
        .iter()
        .map(|(lang, bytes)| format!("{lang} {bytes}"))
        .collect();
    let (count, told) = (files.len(), told.join(", "));
    tell(&format!(
        "{count} languages beside English, in bytes of brotli: {told}"
    ));
    // Norwegian has two names for one file.
    let texts: BTreeSet<_> = files.iter().map(|(_, text)| text).collect();
    assert!(texts.len() >= 45, "{}", texts.len());
    assert_eq!(weights.iter().find(|(_, bytes)| *bytes > 5000), None);
}

#[test]
fn the_sheet_is_small() {
    let bytes = weight(crate::style::LOOKS);
    tell(&format!(
        "the sheet with everything in it: {bytes} bytes of brotli"
    ));
    assert!(bytes <= 10_000, "{bytes}");
}
