//! The files that runs begin with: inputs that were good, or bad in an instructive way, and words that parsers know.

use std::fs;
use std::path::{Path, PathBuf};

/// The seeds of a target with the names of their files, in the order of the names.
pub fn of(target: &str) -> Vec<(String, Vec<u8>)> {
    let mut files = in_folder(&fuzz().join("seeds").join(target));
    if target == "theme" {
        files.extend(in_folder(&fuzz().join("../themes")));
    }
    assert!(!files.is_empty(), "{target} has no seeds");
    let named = |file: PathBuf| {
        let name = file
            .file_name()
            .unwrap_or_default()
            .to_string_lossy()
            .into_owned();
        (name, fs::read(&file).expect("a seed is readable"))
    };
    files.into_iter().map(named).collect()
}

/// The dictionary that libFuzzer has too.
pub fn words() -> Vec<Vec<u8>> {
    let text = fs::read_to_string(fuzz().join("words.dict")).expect("the words are readable");
    let lines = text.lines().filter(|line| line.starts_with('"'));
    lines.map(word).collect()
}

/// The folder of the fuzz targets.
pub fn fuzz() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../../fuzz")
}

fn in_folder(folder: &Path) -> Vec<PathBuf> {
    let entries = fs::read_dir(folder).expect("the folder is there");
    let mut files: Vec<PathBuf> = entries.map(|entry| entry.expect("an entry").path()).collect();
    files.sort();
    files
}

/// A line of the dictionary: octets between quotes, some of them as `\xHH`, `\"` or `\\`.
fn word(line: &str) -> Vec<u8> {
    let inner = line.strip_prefix('"').and_then(|line| line.strip_suffix('"'));
    let mut rest = inner.expect("a word stands in quotes").bytes();
    let mut octets = Vec::new();
    while let Some(octet) = rest.next() {
        octets.push(match octet {
            b'\\' => match rest.next().expect("something is escaped") {
                b'x' => hexadecimal([rest.next(), rest.next()]),
                other => other,
            },
            octet => octet,
        });
    }
    octets
}

fn hexadecimal(digits: [Option<u8>; 2]) -> u8 {
    let digits = digits.map(|digit| digit.expect("two digits"));
    let digits = std::str::from_utf8(&digits).expect("digits are ASCII");
    u8::from_str_radix(digits, 16).expect("digits are hexadecimal")
}
