//! Where things are in this repository.

use std::{
    fs,
    path::{Path, PathBuf},
};

use toml::{Table, Value};

use crate::failure::Failure;

/// The crates that run in a browser, by package name, without the examples.
pub const WASM_PACKAGES: [&str; 5] = [
    "vestibule-protocol",
    "vestibule-flow",
    "vestibule-theme",
    "vestibule-browser",
    "vestibule",
];

/// The crates with tests that run inside a browser.
pub const BROWSER_TESTED: [&str; 2] = ["vestibule-browser", "vestibule"];

/// The package of the whole stories.
pub const STORIES: &str = "vestibule-tests";

/// The package, and the program, of the development authorization server.
pub const AUTHORITY: &str = "vestibule-authority";

/// The root of the repository.
pub fn root() -> PathBuf {
    let here = Path::new(env!("CARGO_MANIFEST_DIR"));
    here.ancestors()
        .nth(2)
        .expect("this crate lies two folders below the root")
        .to_path_buf()
}

/// The folder for everything that is built.
pub fn target() -> PathBuf {
    std::env::var_os("CARGO_TARGET_DIR").map_or_else(|| root().join("target"), |dir| root().join(dir))
}

/// The names of the examples, in alphabetical order: the folders of `examples/` with an `index.html`.
pub fn examples() -> Result<Vec<String>, Failure> {
    let folder = root().join("examples");
    let entries = fs::read_dir(&folder).map_err(Failure::file(&folder))?;
    let mut names: Vec<String> = entries
        .filter_map(Result::ok)
        .filter(|entry| entry.path().join("index.html").is_file())
        .filter_map(|entry| entry.file_name().into_string().ok())
        .collect();
    names.sort();
    Ok(names)
}

/// The widget's cargo features, those that are on by default among them.
pub fn features() -> Result<Vec<String>, Failure> {
    let file = root().join("crates/widget/Cargo.toml");
    let text = fs::read_to_string(&file).map_err(Failure::file(&file))?;
    let unreadable = |detail: String| Failure::Unreadable {
        path: file.clone(),
        detail,
    };
    let manifest: Table = text
        .parse()
        .map_err(|error: toml::de::Error| unreadable(error.to_string()))?;
    let features = manifest.get("features").and_then(Value::as_table);
    let features = features.ok_or_else(|| unreadable("it has no features".to_owned()))?;
    Ok(features
        .keys()
        .filter(|name| *name != "default")
        .cloned()
        .collect())
}

/// The page of an example, or what to type instead.
pub fn example_page(name: &str) -> Result<PathBuf, Failure> {
    let page = root().join("examples").join(name).join("index.html");
    if page.is_file() {
        return Ok(page);
    }
    Err(Failure::Usage(format!(
        "There is no example `{name}`. There are: {}.",
        examples()?.join(", ")
    )))
}
