//! Serves an example with Trunk, rebuilt when its sources change, with a config.json that fits this run.

use std::{
    fs,
    path::{Path, PathBuf},
};

use toml::{Table, Value};

use crate::{child::Child, cli::Demo, failure::Failure, trunk, workspace};

/// Starts Trunk on the example; the page comes once the first build is done.
pub fn start(wanted: &Demo, authority: &str) -> Result<Child, Failure> {
    let folder = workspace::target().join("demo").join(&wanted.example);
    fs::create_dir_all(&folder).map_err(Failure::file(&folder))?;
    let settings = folder.join("config.json");
    let text = app_settings(&wanted.example, authority)?;
    fs::write(&settings, text).map_err(Failure::file(&settings))?;

    let config = folder.join("Trunk.toml");
    let text = trunk_config(wanted, &folder, &settings)?;
    fs::write(&config, text).map_err(Failure::file(&config))?;
    Child::start(&mut trunk::trunk("serve", &config, wanted.profile))
}

/// The example's own config.json, with the issuer of this run.
fn app_settings(example: &str, authority: &str) -> Result<String, Failure> {
    let path = workspace::root()
        .join("examples")
        .join(example)
        .join("config.json");
    let text = fs::read_to_string(&path).map_err(Failure::file(&path))?;
    with_issuer(&text, authority).map_err(|detail| Failure::Unreadable { path, detail })
}

fn with_issuer(text: &str, authority: &str) -> Result<String, String> {
    let mut settings: serde_json::Map<String, serde_json::Value> =
        serde_json::from_str(text).map_err(|error| error.to_string())?;
    settings.insert("issuer".to_owned(), authority.into());
    serde_json::to_string_pretty(&settings).map_err(|error| error.to_string())
}

/// The repository's Trunk.toml with this run's page, port and config.json.
fn trunk_config(wanted: &Demo, folder: &Path, settings: &Path) -> Result<String, Failure> {
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
                Value::String("cp \"$1\" \"$TRUNK_STAGING_DIR/config.json\"".to_owned()),
                Value::String("sh".to_owned()),
                spoken(settings),
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
    fn the_demo_changes_the_issuer_and_keeps_every_other_setting() {
        let text = r#"{"issuer":"http://localhost:4400/","client_id":"quickstart"}"#;
        let settings = with_issuer(text, "http://localhost:4500/").expect("the text is an object");
        let settings: serde_json::Value = serde_json::from_str(&settings).expect("it stays JSON");
        let wanted = serde_json::json!({"issuer": "http://localhost:4500/", "client_id": "quickstart"});
        assert_eq!(settings, wanted);
    }

    #[test]
    fn a_config_that_is_not_an_object_is_refused() {
        assert!(with_issuer("[]", "http://localhost:4500/").is_err());
    }
}
