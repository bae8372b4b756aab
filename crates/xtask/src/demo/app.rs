//! Serves an example with Trunk, rebuilt when its sources change, with a config.json that fits this run.

use std::{
    fs,
    path::{Path, PathBuf},
};

use toml::{Table, Value};

use crate::{child::Child, cli::Demo, failure::Failure, trunk, workspace};

/// Where the examples' own settings have the authority.
const THEIRS: &str = "http://localhost:4400";

/// Puts one origin in the place of another in a build's config.json.
const NAME_THE_AUTHORITY: &str =
    r#"cd "$TRUNK_STAGING_DIR" && sed "s|$1|$2|g" config.json > config.new && mv config.new config.json"#;

/// Starts Trunk on the example; the page comes once the first build is done.
pub fn start(wanted: &Demo, authority: &str) -> Result<Child, Failure> {
    let folder = workspace::target().join("demo").join(&wanted.example);
    fs::create_dir_all(&folder).map_err(Failure::file(&folder))?;
    let config = folder.join("Trunk.toml");
    let text = trunk_config(wanted, &folder, authority)?;
    fs::write(&config, text).map_err(Failure::file(&config))?;
    Child::start(&mut trunk::trunk("serve", &config, wanted.profile))
}

/// The repository's Trunk.toml with this run's page and port, and a hook that puts this run's authority into the config.json
/// of every build: what else stands there can be changed while the demo runs.
fn trunk_config(wanted: &Demo, folder: &Path, authority: &str) -> Result<String, Failure> {
    let path = workspace::root().join("Trunk.toml");
    let text = fs::read_to_string(&path).map_err(Failure::file(&path))?;
    let unreadable = |detail: String| Failure::Unreadable {
        path: path.clone(),
        detail,
    };
    let mut config: Table = text
        .parse()
        .map_err(|error: toml::de::Error| unreadable(error.to_string()))?;
    let root = workspace::root();
    let page = workspace::example_page(&wanted.example)?;

    let build = section(&mut config, "build");
    build.insert("target".to_owned(), spoken(&page));
    build.insert("dist".to_owned(), spoken(&folder.join("dist")));
    section(&mut config, "serve").insert("port".to_owned(), Value::Integer(wanted.port.into()));
    let watched: Vec<Value> = watched(&root, &wanted.example)
        .iter()
        .map(|path| spoken(path))
        .collect();
    section(&mut config, "watch").insert("watch".to_owned(), Value::Array(watched));
    let hook = Table::from_iter([
        ("stage".to_owned(), Value::String("post_build".to_owned())),
        ("command".to_owned(), Value::String("sh".to_owned())),
        (
            "command_arguments".to_owned(),
            Value::Array(vec![
                Value::String("-c".to_owned()),
                Value::String(NAME_THE_AUTHORITY.to_owned()),
                Value::String("sh".to_owned()),
                Value::String(THEIRS.to_owned()),
                Value::String(authority.trim_end_matches('/').to_owned()),
            ]),
        ),
    ]);
    config.insert("hooks".to_owned(), Value::Array(vec![Value::Table(hook)]));
    toml::to_string(&config).map_err(|error| unreadable(error.to_string()))
}

/// Relative paths of the file lead elsewhere from here, so the run names its own: what the example is made of.
fn watched(root: &Path, example: &str) -> Vec<PathBuf> {
    let crates =
        ["protocol", "flow", "theme", "browser", "widget"].map(|name| root.join("crates").join(name));
    let own = root.join("examples").join(example);
    crates
        .into_iter()
        .chain([own, root.join("themes")])
        .filter(|path| path.exists())
        .collect()
}

fn section<'config>(config: &'config mut Table, name: &str) -> &'config mut Table {
    let slot = config.entry(name).or_insert_with(|| Value::Table(Table::new()));
    if !slot.is_table() {
        *slot = Value::Table(Table::new());
    }
    slot.as_table_mut()
        .expect("it was made a table on the lines above")
}

fn spoken(path: &Path) -> Value {
    Value::String(path.to_string_lossy().into_owned())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_demo_puts_its_authority_in_the_place_of_theirs_and_keeps_every_other_setting() {
        let folder = std::env::temp_dir().join(format!("vestibule-demo-{}", std::process::id()));
        fs::create_dir_all(&folder).expect("a folder");
        let file = folder.join("config.json");
        let text =
            r#"{"issuer":"http://localhost:4400/","apis":["http://localhost:4400"],"client_id":"app"}"#;
        fs::write(&file, text).expect("written");
        let status = std::process::Command::new("sh")
            .args(["-c", NAME_THE_AUTHORITY, "sh", THEIRS, "http://localhost:4500"])
            .env("TRUNK_STAGING_DIR", &folder)
            .status()
            .expect("there is a shell");
        let settings = fs::read_to_string(&file).expect("it is there");
        fs::remove_dir_all(&folder).expect("removed");
        assert!(status.success());
        assert_eq!(settings.trim(), text.replace("4400", "4500"));
    }

    #[test]
    fn every_example_has_the_authority_where_the_demo_looks_for_it() {
        for example in workspace::examples().expect("there are some") {
            let path = workspace::root()
                .join("examples")
                .join(&example)
                .join("config.json");
            // The page of the server has none: it is told by the server.
            if example == "hosted" {
                continue;
            }
            let text = fs::read_to_string(path).expect("it has settings");
            assert!(text.contains(THEIRS), "{example}");
        }
    }
}
