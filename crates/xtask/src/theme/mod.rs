//! `cargo xtask theme`: theme files checked, begun from one brand colour, and their schema.

mod check;
mod fresh;

use std::{fs, path::PathBuf};

use crate::{failure::Failure, say, workspace};

/// What `theme` was asked for.
#[derive(Debug, PartialEq, Eq)]
pub enum Theme {
    /// Files, or folders of them.
    Check(Vec<PathBuf>),
    New(Fresh),
    Schema,
}

/// What a new theme begins with.
#[derive(Debug, PartialEq, Eq)]
pub struct Fresh {
    pub brand: String,
    pub name: String,
    pub preset: Option<String>,
    /// Where it goes; without it, it is printed.
    pub out: Option<PathBuf>,
}

/// Runs it.
pub fn run(wanted: &Theme) -> Result<(), Failure> {
    match wanted {
        Theme::Check(paths) if paths.is_empty() => check::run(&[workspace::root().join("themes")]),
        Theme::Check(paths) => check::run(paths),
        Theme::New(fresh) => fresh::run(fresh),
        Theme::Schema => {
            let file = workspace::root().join("themes/theme.schema.json");
            fs::write(&file, vestibule_theme_rules::schema::json_schema()).map_err(Failure::file(&file))?;
            say::line(&format!("{} is written.", file.display()));
            Ok(())
        }
    }
}
