//! Every theme in the folder `themes/`: read, every pair of colours computed, the property table compared.

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};

use vestibule_theme::pairs::{Need, PAIRS};
use vestibule_theme::{Scheme, Theme};
use vestibule_theme_rules::Tokens;

/// The folder in the package; where symbolic links are not to be had, the one of the repository.
fn folder() -> PathBuf {
    let package = Path::new(env!("CARGO_MANIFEST_DIR"));
    let candidates = [package.join("themes"), package.join("../../themes")];
    candidates
        .into_iter()
        .find(|folder| folder.is_dir())
        .expect("the package holds its themes")
}

fn themes() -> Vec<(String, Tokens)> {
    let files = fs::read_dir(folder())
        .expect("the folder can be read")
        .map(|entry| entry.expect("an entry").path());
    let mut files: Vec<_> = files
        .filter(|file| file.extension().is_some_and(|ending| ending == "toml"))
        .collect();
    files.sort();
    let read = |file: PathBuf| {
        let stem = file
            .file_stem()
            .expect("a file has a name")
            .to_string_lossy()
            .into_owned();
        let text = fs::read_to_string(&file).expect("the file can be read");
        let tokens = Tokens::from_toml(&text).unwrap_or_else(|error| panic!("{stem}.toml: {error}"));
        (stem, tokens)
    };
    files.into_iter().map(read).collect()
}

#[test]
fn every_pair_of_every_theme_has_the_contrast_it_needs() {
    let themes = themes();
    assert!(themes.len() >= 8, "eight at least, not {}", themes.len());
    let mut computed = 0;
    for (file, tokens) in &themes {
        for scheme in Scheme::ALL {
            for pair in PAIRS {
                let ratio = pair.ratio(scheme, tokens.palette(scheme));
                println!(
                    "{file:9} {:5} {:9} on {:13} {ratio:5.2}",
                    scheme.key(),
                    pair.ink.key(),
                    pair.ground.key()
                );
                assert!(ratio >= pair.need.ratio(), "{file} {scheme:?} {pair:?}: {ratio}");
                computed += 1;
            }
        }
    }
    assert_eq!(computed, themes.len() * 2 * PAIRS.len());
}

#[test]
fn the_contrast_theme_keeps_its_promise_of_seven_and_four_and_a_half() {
    let themes = themes();
    let (_, tokens) = themes
        .iter()
        .find(|(file, _)| file == "contrast")
        .expect("the theme of that name");
    for scheme in Scheme::ALL {
        for pair in PAIRS {
            let promised = match pair.need {
                Need::Words => 7.0,
                Need::Control => 4.5,
            };
            let ratio = pair.ratio(scheme, tokens.palette(scheme));
            assert!(ratio >= promised, "{scheme:?} {pair:?}: {ratio}");
        }
    }
}

#[test]
fn a_theme_file_is_called_what_the_theme_is_called() {
    for (file, tokens) in themes() {
        assert_eq!(file, tokens.name());
    }
}

#[test]
fn the_themes_in_the_program_are_the_files_in_the_folder() {
    let themes = themes();
    assert_eq!(themes.len(), Theme::ALL.len());
    for theme in &Theme::ALL {
        let (_, tokens) = themes
            .iter()
            .find(|(file, _)| file == theme.name())
            .expect("a file for each");
        assert_eq!(theme.css(), tokens.css() + &tokens.rules());
    }
    assert_eq!(Theme::default(), Theme::DAWN);
    assert_ne!(Theme::DUSK, Theme::DAWN);
}

/// The property names in the first column of the tables in `themes/README.md`.
fn published() -> BTreeSet<String> {
    let readme = fs::read_to_string(folder().join("README.md")).expect("the folder has a README");
    let first = |line: &str| {
        line.strip_prefix("| `--vestibule-")?
            .split_once('`')
            .map(|(name, _)| name.to_owned())
    };
    readme.lines().filter_map(first).collect()
}

#[test]
fn the_readme_lists_exactly_the_properties_that_are_written() {
    for (file, tokens) in themes() {
        let css = tokens.css();
        let written: BTreeSet<String> = css
            .split(';')
            .filter(|declaration| !declaration.is_empty())
            .map(|declaration| {
                let (name, _) = declaration.split_once(':').expect("a declaration has a colon");
                name.strip_prefix("--vestibule-")
                    .expect("every name has the prefix")
                    .to_owned()
            })
            .collect();
        assert_eq!(written, published(), "{file}");
    }
}

#[test]
fn every_property_that_a_value_refers_to_is_written_too() {
    for (file, tokens) in themes() {
        let css = tokens.css();
        for reference in css.split("var(").skip(1) {
            let name = reference
                .split(')')
                .next()
                .expect("split gives at least one part");
            // What is the host's has a fallback.
            let is_ours = name.starts_with("--vestibule-");
            assert!(is_ours != name.contains(','), "{file}: {name}");
            assert!(!is_ours || css.contains(&format!("{name}:")), "{file}: {name}");
        }
    }
}
