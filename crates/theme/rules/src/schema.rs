//! The JSON Schema of a theme, for editors: made from the same lists that the reader goes by.

use serde_json::{Map, Value, json};

use crate::{
    Align, ButtonStyle, CardStyle, Density, FieldStyle, Mode, Motion, PRESETS, Part, Role, Shade, State,
    Weight, keys,
};

/// Where the published schema is to be found.
const ID: &str = "https://vestibule.dev/theme.schema.json";

/// A colour as a file may write it; of these a page takes the digits, and `var()` with digits in it.
const COLOUR: &str =
    "^(#([0-9A-Fa-f]{3,4}|[0-9A-Fa-f]{6}|[0-9A-Fa-f]{8})|(rgba?|hsla?|hwb|lab|lch|oklab|oklch|var)\\(.+\\))$";
const LENGTH: &str = "^(0|[0-9]{1,4}(\\.[0-9]{1,3})?(px|rem)|var\\(--[A-Za-z0-9_-]+, *.+\\))$";

/// What each key at the top says: an editor shows it.
const TOP: &[(&str, &str)] = &[
    (
        "name",
        "What the theme is called: small letters, digits, hyphens.",
    ),
    (
        "preset",
        "The theme that this one is laid over: it then says only what differs.",
    ),
    (
        "brand",
        "One colour that everything follows from which is not said.",
    ),
    ("mode", "Which palette is shown unless the app says otherwise."),
    ("font", "\"inherit\" (the app's own), or families between commas."),
    ("title-font", "Families for titles."),
    ("title-size", "Size of titles."),
    ("title-weight", "How strong titles are."),
    (
        "text-size",
        "Size of running text; labels, links, messages and small print follow.",
    ),
    ("radius", "Corners of the card."),
    (
        "control-radius",
        "Corners of fields and buttons; usually two thirds of `radius`.",
    ),
    ("spacing", "The unit that every distance is a multiple of."),
    ("density", "Height of controls and distances."),
    ("border-width", "Edges of fields and buttons."),
    ("focus-width", "The focus ring."),
    ("button", "How the main button is drawn."),
    ("field", "How a field is drawn."),
    ("card", "How the card is set off from the page."),
    ("align", "Where title and logo stand."),
    ("width", "Width of the card, where there is room."),
    ("motion", "How long changes take."),
    (
        "logo",
        "An https address, a path such as /logo.svg, or a data:image address.",
    ),
    ("logo-size", "Height of the logo."),
    ("light", "Colours in light surroundings."),
    ("dark", "Colours in dark surroundings."),
    (
        "part",
        "Single parts, by their `data-part`, with states and classes.",
    ),
];

/// The schema, as JSON Schema 2020-12 in indented JSON.
#[must_use]
pub fn json_schema() -> String {
    let mut properties = object(TOP.iter().map(|(key, says)| {
        let mut of = top(key);
        of["description"] = json!(says);
        (*key, of)
    }));
    properties.insert(keys::SCHEMA.to_owned(), json!({ "type": "string" }));
    let colours = object(
        Role::ALL
            .into_iter()
            .map(|role| (role.key(), json!({ "$ref": "#/$defs/colour" }))),
    );
    let parts = object(Part::ALL.iter().map(|part| (part.key(), of_part(*part))));
    let schema = json!({
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "$id": ID,
        "title": "Theme of the Vestibule login widget",
        "type": "object",
        "required": ["name"],
        // Without a brand colour or a preset each palette is said.
        "anyOf": [
            { "required": ["preset"] },
            { "required": ["brand"] },
            { "required": ["light", "dark"] },
        ],
        "additionalProperties": false,
        "properties": properties,
        "$defs": {
            "colour": { "type": "string", "pattern": COLOUR },
            "ink": { "anyOf": [
                { "enum": inks() },
                { "$ref": "#/$defs/colour" },
                { "type": "string", "pattern": "^light-dark\\(.+,.+\\)$" },
            ] },
            "palette": { "type": "object", "additionalProperties": false, "properties": colours },
            "parts": { "type": "object", "additionalProperties": false, "properties": parts },
        },
    });
    format!("{schema:#}\n")
}

fn top(key: &str) -> Value {
    match key {
        "name" => json!({ "type": "string", "pattern": "^[a-z0-9-]{1,32}$" }),
        "preset" => json!({ "enum": PRESETS }),
        "brand" => json!({ "$ref": "#/$defs/colour" }),
        "mode" => json!({ "enum": Mode::WORDS }),
        "density" => json!({ "enum": Density::WORDS }),
        "button" => json!({ "enum": ButtonStyle::WORDS }),
        "field" => json!({ "enum": FieldStyle::WORDS }),
        "card" => json!({ "enum": CardStyle::WORDS }),
        "align" => json!({ "enum": Align::WORDS }),
        "motion" => json!({ "enum": Motion::WORDS }),
        "title-weight" => json!({ "enum": Weight::WORDS }),
        "light" | "dark" => json!({ "$ref": "#/$defs/palette" }),
        "part" => json!({ "$ref": "#/$defs/parts" }),
        _ => length(key, keys::LENGTHS).unwrap_or_else(|| json!({ "type": "string" })),
    }
}

fn of_part(part: Part) -> Value {
    let states = State::ALL
        .into_iter()
        .filter(|state| part.states().contains(state));
    let state = object(keys::PART_STATE.iter().map(|key| (*key, of_dress(key))));
    let mut properties = state.clone();
    properties.insert("class".to_owned(), json!({ "type": "string" }));
    for of in states {
        let table = json!({ "type": "object", "additionalProperties": false, "properties": state });
        properties.insert(of.key().to_owned(), table);
    }
    json!({ "type": "object", "additionalProperties": false, "properties": properties })
}

fn of_dress(key: &str) -> Value {
    match key {
        "weight" => json!({ "enum": Weight::WORDS }),
        _ => length(key, keys::PART_LENGTHS).unwrap_or_else(|| json!({ "$ref": "#/$defs/ink" })),
    }
}

fn length(key: &str, limits: &[(&str, u16, u16)]) -> Option<Value> {
    let (_, least, most) = limits.iter().find(|(of, ..)| *of == key)?;
    let says = format!("From {least}px to {most}px.");
    Some(json!({ "type": "string", "pattern": LENGTH, "$comment": says }))
}

fn inks() -> Vec<&'static str> {
    let roles = Role::ALL.into_iter().map(Role::key);
    roles
        .chain(Shade::ALL.into_iter().map(Shade::key))
        .chain(["none"])
        .collect()
}

fn object<'a>(members: impl Iterator<Item = (&'a str, Value)>) -> Map<String, Value> {
    members.map(|(key, value)| (key.to_owned(), value)).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_schema_says_something_of_every_key_and_of_no_other() {
        let described: Vec<_> = TOP.iter().map(|(key, _)| *key).collect();
        assert_eq!(described, keys::TOP);
    }

    #[test]
    fn the_schema_in_the_folder_of_themes_is_the_one_of_this_code() {
        let file = include_str!("../themes/theme.schema.json");
        assert!(file == json_schema(), "write it anew: cargo xtask theme schema");
    }

    #[test]
    fn a_key_that_the_schema_knows_is_one_that_the_reader_knows() {
        let schema: Value = serde_json::from_str(&json_schema()).expect("it is JSON");
        let keys = |at: &str| -> Vec<String> {
            let found = schema
                .pointer(at)
                .and_then(Value::as_object)
                .expect("an object is there");
            found.keys().cloned().collect()
        };
        let refused = |text: String| {
            let error = crate::Tokens::from_toml(&text).expect_err("the value is a number");
            assert!(!error.to_string().contains("unknown key"), "{error}");
        };
        for key in keys("/properties") {
            refused(format!("\"{key}\" = 1"));
        }
        for part in keys("/$defs/parts/properties") {
            for key in keys(&format!("/$defs/parts/properties/{part}/properties")) {
                refused(format!("[part.{part}]\n{key} = 1"));
            }
        }
    }
}
