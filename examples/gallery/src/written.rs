//! The file that is copied: what it is put together from, and how it is written.

use std::collections::{BTreeMap, BTreeSet};

/// The dependency, as the README has it.
pub const DEPENDENCY: &str = "vestibule = { path = \"../vestibule/crates/widget\"";

/// The file, as it grows.
#[derive(Default)]
pub struct Source {
    /// The cargo features that its lines need beside the usual ones.
    features: BTreeSet<&'static str>,
    /// What is imported, by the path within `vestibule`.
    uses: BTreeSet<&'static str>,
    /// Items above the component.
    pub before: String,
    /// A line of words above the lines of the component.
    pub said: String,
    /// Fields of the config, a line each.
    pub config: Vec<&'static str>,
    /// Whether the config is the one that the server has written into a page of its own.
    pub is_hosted: bool,
    /// Lines of the component.
    pub inside: String,
    props: String,
}

impl Source {
    /// Builds this in.
    pub fn needs(&mut self, feature: &'static str) {
        self.features.insert(feature);
    }

    /// Imports these.
    pub fn uses(&mut self, names: &[&'static str]) {
        self.uses.extend(names);
    }

    /// Sets a prop, which takes these.
    pub fn prop(&mut self, uses: &[&'static str], text: &str) {
        self.uses(uses);
        self.props.push(' ');
        self.props.push_str(text);
    }

    /// The file.
    pub fn written(self) -> String {
        let (dependency, uses, config) = (dependency(&self.features), imports(&self.uses), self.config());
        let Self {
            before,
            said,
            inside,
            props,
            ..
        } = self;
        // A config that may not be there ends the component early, which no hook may come after.
        let (first, last) = if self.is_hosted {
            (inside, config)
        } else {
            (config, inside)
        };
        format!(
            "// In Cargo.toml: {dependency}\n{uses}use yew::prelude::*;\n\n{before}#[component]\nfn App() -> Html {{\n{said}{first}    let \
             on_event = |event: LoginEvent| {{\n        if let LoginEvent::Authenticated(tokens) = event {{\n            // Use \
             `tokens.access_token` for the API.\n            drop(tokens);\n        }}\n    }};\n{last}    html! {{ <LoginWidget \
             {{config}} {{on_event}}{props} /> }}\n}}\n"
        )
    }

    fn config(&self) -> String {
        const NEW: &str = "Config::new(\"https://login.example.com/\", \"my-client-id\")";
        if self.is_hosted {
            return "    // What the server has written into the element with this id; why it cannot be read, the console says.\n    let \
                    Ok(config) = hosted_config(\"hosted\") else {\n        return html! {};\n    };\n"
                .to_owned();
        }
        if self.config.is_empty() {
            return format!("    let config = {NEW};\n");
        }
        let fields = self.config.iter().map(|field| format!("        {field}\n"));
        let fields: String = fields.collect();
        format!("    let config = Config {{\n{fields}        ..{NEW}\n    }};\n")
    }
}

fn dependency(features: &BTreeSet<&str>) -> String {
    if features.is_empty() {
        return format!("{DEPENDENCY} }}");
    }
    let features: Vec<_> = features.iter().map(|name| format!("\"{name}\"")).collect();
    format!("{DEPENDENCY}, features = [{}] }}", features.join(", "))
}

/// A line for each module, the crate itself last.
fn imports(uses: &BTreeSet<&str>) -> String {
    let mut modules: BTreeMap<&str, Vec<&str>> = BTreeMap::new();
    for path in uses {
        let (module, name) = path.rsplit_once("::").unwrap_or_default();
        let name = if module.is_empty() { path } else { name };
        modules.entry(module).or_default().push(name);
    }
    let own = modules.remove("").unwrap_or_default();
    let mut lines = String::new();
    for (module, names) in modules {
        lines.extend(["use vestibule::", module, "::", &list(&names), ";\n"]);
    }
    lines.extend(["use vestibule::", &list(&own), ";\n"]);
    lines
}

fn list(names: &[&str]) -> String {
    match names {
        [name] => (*name).to_owned(),
        names => format!("{{{}}}", names.join(", ")),
    }
}

#[cfg(test)]
mod tests {
    use super::{DEPENDENCY, Source};

    #[test]
    fn the_dependency_is_the_one_that_the_readme_names() {
        assert!(include_str!("../../../README.md").contains(&format!("\n{DEPENDENCY} }}")));
    }

    #[test]
    fn what_needs_no_feature_names_none() {
        let first = |source: Source| source.written().lines().next().map(str::to_owned);
        assert_eq!(
            first(Source::default()),
            Some(format!("// In Cargo.toml: {DEPENDENCY} }}"))
        );
        let mut source = Source::default();
        for feature in ["modes", "flash", "modes"] {
            source.needs(feature);
        }
        let with_two = format!("// In Cargo.toml: {DEPENDENCY}, features = [\"flash\", \"modes\"] }}");
        assert_eq!(first(source), Some(with_two));
    }
}
