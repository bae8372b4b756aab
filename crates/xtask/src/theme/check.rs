//! Reads theme files and says what is wrong with each, or how near its colours come to being wrong.

use std::{
    ffi::OsStr,
    fs,
    path::{Path, PathBuf},
};

use vestibule_theme_rules::{Scheme, ThemeError, Tokens};

use crate::{failure::Failure, say};

/// Checks each file, and each `.toml` and `.json` in each folder; fails when one of them does.
pub fn run(paths: &[PathBuf]) -> Result<(), Failure> {
    let mut failed = 0;
    for file in files(paths)? {
        let text = fs::read_to_string(&file).map_err(Failure::file(&file))?;
        match Tokens::from_file(&file, &text) {
            Ok(tokens) => say::line(&format!("{}: {}", file.display(), closest(&tokens))),
            Err(error) => {
                failed += 1;
                say::line(&told(&file, &error));
            }
        }
    }
    match failed {
        0 => Ok(()),
        _ => Err(Failure::ThemesFailed { count: failed }),
    }
}

fn ends_in(file: &Path, end: &str) -> bool {
    file.extension() == Some(OsStr::new(end))
}

fn files(paths: &[PathBuf]) -> Result<Vec<PathBuf>, Failure> {
    let mut files = Vec::new();
    for path in paths {
        if !path.is_dir() {
            files.push(path.clone());
            continue;
        }
        let entries = fs::read_dir(path).map_err(Failure::file(path))?;
        let mut inside: Vec<PathBuf> = entries.filter_map(Result::ok).map(|entry| entry.path()).collect();
        let is_schema = |file: &Path| file.to_string_lossy().ends_with(".schema.json");
        inside.retain(|file| ends_in(file, "toml") || (ends_in(file, "json") && !is_schema(file)));
        inside.sort();
        files.append(&mut inside);
    }
    Ok(files)
}

/// A line for each fault, which an editor can follow.
fn told(file: &Path, error: &ThemeError) -> String {
    let lines = error.faults().iter().map(|fault| {
        let at = fault.line.map_or_else(String::new, |line| format!("{line}:"));
        let key = if fault.key.is_empty() {
            String::new()
        } else {
            format!(" `{}`:", fault.key)
        };
        format!("{}:{at}{key} {}", file.display(), fault.kind)
    });
    lines.collect::<Vec<_>>().join("\n")
}

/// The pair that passes by least.
fn closest(tokens: &Tokens) -> String {
    let pairs = Scheme::ALL.into_iter().flat_map(|scheme| {
        let palette = tokens.palette(scheme);
        tokens
            .pairs()
            .map(move |pair| (scheme, pair, pair.ratio(scheme, palette)))
    });
    let Some((scheme, pair, ratio)) = pairs
        .min_by(|(_, one, a), (_, other, b)| (a / one.need.ratio()).total_cmp(&(b / other.need.ratio())))
    else {
        return "passes".to_owned();
    };
    format!(
        "passes; closest is {} on {} in {}, {ratio:.2}:1 of {}:1",
        pair.ink.key(),
        pair.ground.key(),
        scheme.key(),
        pair.need.ratio()
    )
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::workspace;

    #[test]
    fn the_themes_of_the_repository_pass() {
        let themes = workspace::root().join("themes");
        assert!(
            files(std::slice::from_ref(&themes))
                .expect("it can be read")
                .len()
                >= 8
        );
        run(&[themes]).expect("each of them passes");
    }

    #[test]
    fn a_file_in_json_passes_with_every_notation_that_one_in_toml_may_have() {
        let file = std::env::temp_dir().join(format!("vestibule-theme-check-{}.json", std::process::id()));
        for (brand, passes) in [("oklch(0.42 0.1 253)", true), ("#1d4e89", true), ("blue", false)] {
            let text = format!(r#"{{"name": "x", "brand": "{brand}"}}"#);
            fs::write(&file, text).expect("a file can be written");
            assert_eq!(run(std::slice::from_ref(&file)).is_ok(), passes, "{brand}");
        }
        fs::remove_file(file).expect("the file is ours");
    }

    #[test]
    fn a_fault_is_told_with_file_and_line_for_an_editor_to_follow() {
        let error = Tokens::from_toml("name = 'x'\nbrand = '#123456'\nraduis = '1px'").expect_err("a slip");
        assert_eq!(
            told(Path::new("a/x.toml"), &error),
            "a/x.toml:3: `raduis`: unknown key; the nearest known one is `radius`"
        );
    }
}
