//! The JSON Schema of a theme, made of the rules' own lists of keys and words, for editors that complete and check by one.

use serde_json::{Map, Value, json};
use vestibule_theme_rules::{ButtonStyle, CardStyle, Density, Mode, keys};

/// Keys of a table of colours that have a usual value.
const OPTIONAL: [&str; 2] = ["on-brand", "focus"];

/// The schema, as it stands in `themes/theme.schema.json`.
pub fn text() -> String {
    let schema = json!({
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": "A theme of the login widget",
        "description": "The same keys in TOML, read while an app is compiled, and in JSON, read by the page.",
        "type": "object",
        "additionalProperties": false,
        "required": ["name", "light", "dark"],
        "properties": keys::TOP.iter().map(|key| ((*key).to_owned(), top(key))).collect::<Map<_, _>>(),
    });
    format!("{schema:#}\n")
}

fn top(key: &str) -> Value {
    let length = json!({ "type": "string", "pattern": "^(0|[0-9]+(\\.[0-9]{1,3})?(px|rem))$" });
    let word = |words: &[&str]| json!({ "enum": words });
    match key {
        "name" => json!({ "type": "string", "pattern": "^[a-z0-9-]+$" }),
        "mode" => word(Mode::WORDS),
        "density" => word(Density::WORDS),
        "button" => word(ButtonStyle::WORDS),
        "card" => word(CardStyle::WORDS),
        "light" | "dark" => colours(),
        "font" | "logo" => json!({ "type": "string" }),
        _ => length,
    }
}

fn colours() -> Value {
    let colour = json!({
        "type": "string",
        "description": "#1d4e89; in TOML also rgb(), hsl(), hwb(), lab(), lch(), oklab() and oklch()",
    });
    let required: Vec<&&str> = keys::COLOURS
        .iter()
        .filter(|key| !OPTIONAL.contains(key))
        .collect();
    json!({
        "type": "object",
        "additionalProperties": false,
        "required": required,
        "properties": keys::COLOURS.iter().map(|key| ((*key).to_owned(), colour.clone())).collect::<Map<_, _>>(),
    })
}

#[cfg(test)]
mod tests {
    use std::fs;

    use crate::workspace;

    #[test]
    fn the_published_schema_is_that_of_the_rules() {
        let file = workspace::root().join("themes/theme.schema.json");
        let published = fs::read_to_string(file).unwrap_or_default();
        assert!(
            published == super::text(),
            "write it anew: cargo xtask theme schema"
        );
    }
}
