//! `cargo xtask size`: what each example weighs on the wire, against its budget.

mod compressed;
mod table;

use std::{fs, path::Path};

use crate::{
    cli::Profile,
    failure::Failure,
    say, tools, trunk,
    workspace::{self, examples},
};
use compressed::Sizes;

/// All files of an example together, in bytes of brotli 11: DESIGN.md 6.
const BUDGETS: [(&str, u64); 2] = [("quickstart", 150_000), ("minimal", 125_000)];

/// One file of a built example.
pub struct Weighed {
    pub file: String,
    pub sizes: Sizes,
}

/// Builds these examples in release, or all, prints the table and holds it against the budgets.
pub fn run(names: &[String]) -> Result<(), Failure> {
    let all = examples()?;
    if let Some(unknown) = names.iter().find(|name| !all.contains(name)) {
        return Err(Failure::Usage(format!("There is no example `{unknown}`.")));
    }
    let is_asked = |name: &str| names.is_empty() || names.iter().any(|asked| asked == name);
    let weighed = weigh(all.into_iter().filter(|name| is_asked(name)))?;
    if names.is_empty() {
        keep(&table::markdown(&weighed))?;
    }
    BUDGETS
        .into_iter()
        .filter(|(example, _)| is_asked(example))
        .try_for_each(|(example, budget)| within(&weighed, example, budget))
}

fn weigh(examples: impl Iterator<Item = String>) -> Result<Vec<(String, Vec<Weighed>)>, Failure> {
    tools::for_apps(Profile::Release)?;
    let mut weighed = Vec::new();
    for example in examples {
        let dist = trunk::build(&example, Profile::Release)?;
        let mut files = Vec::new();
        weigh_files(&dist, &dist, &mut files)?;
        files.sort_by_key(|file| std::cmp::Reverse(file.sizes.brotli));
        weighed.push((example, files));
    }
    let text = table::markdown(&weighed);
    say::line(&text);
    Ok(weighed)
}

fn within(weighed: &[(String, Vec<Weighed>)], example: &str, budget: u64) -> Result<(), Failure> {
    let found = weighed.iter().find(|(name, _)| name == example);
    // A budget for an example that is gone would hold for ever.
    let (name, files) = found
        .ok_or_else(|| Failure::Usage(format!("There is a budget for `{example}`, and no such example.")))?;
    let bytes = table::total(files).brotli;
    if bytes <= budget {
        say::line(&format!(
            "{name}: {bytes} of {budget} bytes of brotli, {} to spare.",
            budget - bytes
        ));
        return Ok(());
    }
    Err(Failure::OverBudget {
        example: name.clone(),
        bytes,
        budget,
    })
}

fn weigh_files(root: &Path, folder: &Path, files: &mut Vec<Weighed>) -> Result<(), Failure> {
    for entry in fs::read_dir(folder).map_err(Failure::file(folder))? {
        let path = entry.map_err(Failure::file(folder))?.path();
        if path.is_dir() {
            weigh_files(root, &path, files)?;
            continue;
        }
        let content = fs::read(&path).map_err(Failure::file(&path))?;
        let file = path
            .strip_prefix(root)
            .unwrap_or(&path)
            .to_string_lossy()
            .into_owned();
        files.push(Weighed {
            file,
            sizes: Sizes::of(&content),
        });
    }
    Ok(())
}

/// The table is also kept as a file, to be pasted into the README.
fn keep(text: &str) -> Result<(), Failure> {
    let folder = workspace::target().join("size");
    fs::create_dir_all(&folder).map_err(Failure::file(&folder))?;
    let file = folder.join("size.md");
    fs::write(&file, text).map_err(Failure::file(&file))
}
