//! `cargo xtask theme`: checks theme files, makes one of a brand colour, writes the schema that editors complete by.

mod new;
mod schema;

use std::{
    fs,
    path::{Path, PathBuf},
};

use vestibule_theme_rules::Tokens;

use crate::{failure::Failure, say, workspace};

/// What `theme` was asked for.
#[derive(Debug, PartialEq, Eq)]
pub enum Theme {
    /// Checks these files, or the folders' files; without any, those of the project.
    Check(Vec<PathBuf>),
    /// Prints a theme for a brand colour.
    New {
        /// The colour, in any notation of a theme file.
        brand: String,
        /// What to call the theme.
        name: String,
    },
    /// Writes `themes/theme.schema.json`.
    Schema,
}

/// Does it.
pub fn run(asked: &Theme) -> Result<(), Failure> {
    match asked {
        Theme::Check(paths) if paths.is_empty() => check(&[workspace::root().join("themes")]),
        Theme::Check(paths) => check(paths),
        Theme::New { brand, name } => {
            let theme = new::theme(brand, name).ok_or_else(|| {
                Failure::Usage(format!(
                    "`{brand}` is no colour: write it as \"#1d4e89\", rgb(), hsl() or oklch()."
                ))
            })?;
            say::line(theme.trim_end());
            Ok(())
        }
        Theme::Schema => {
            let file = workspace::root().join("themes/theme.schema.json");
            fs::write(&file, schema::text()).map_err(Failure::file(&file))
        }
    }
}

fn check(paths: &[PathBuf]) -> Result<(), Failure> {
    let mut files = Vec::new();
    for path in paths {
        files.extend(themes(path)?);
    }
    if files.is_empty() {
        return Err(Failure::Usage("There is no theme file (.toml) there.".to_owned()));
    }
    let mut refused = 0;
    for file in &files {
        let text = fs::read_to_string(file).map_err(Failure::file(file))?;
        match Tokens::from_toml(&text) {
            Ok(_) => say::line(&format!("{}: good", file.display())),
            Err(error) => {
                refused += 1;
                for fault in error.faults() {
                    say::line(&format!("{}: {fault}", file.display()));
                }
            }
        }
    }
    if refused == 0 {
        return Ok(());
    }
    Err(Failure::Usage(format!(
        "{refused} of {} themes would not compile.",
        files.len()
    )))
}

/// The file, or the theme files of a folder.
fn themes(path: &Path) -> Result<Vec<PathBuf>, Failure> {
    if !path.is_dir() {
        return Ok(vec![path.to_owned()]);
    }
    let entries = fs::read_dir(path).map_err(Failure::file(path))?;
    let mut files: Vec<PathBuf> = entries
        .filter_map(Result::ok)
        .map(|entry| entry.path())
        .filter(|file| file.extension().is_some_and(|end| end == "toml"))
        .collect();
    files.sort();
    Ok(files)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_theme_of_the_project_is_good() {
        let folder = workspace::root().join("themes");
        let files = themes(&folder).expect("a folder");
        assert!(files.len() >= 8, "{files:?}");
        for file in files {
            let text = fs::read_to_string(&file).expect("it can be read");
            let tokens = Tokens::from_toml(&text);
            assert!(tokens.is_ok(), "{}: {tokens:?}", file.display());
            let name = file.file_stem().and_then(|stem| stem.to_str()).expect("a name");
            assert!(text.contains(&format!("name = \"{name}\"")), "{name}");
        }
    }
}
