//! Lock's additional sign-up fields, as the Rust that takes their place.

use std::fmt::Write as _;

use vestibule_protocol::json::{Object, Value};

/// What to write for these fields.
pub(super) fn source(fields: &[Value]) -> String {
    let mut text = "write these as `sign_up_fields` (cargo feature `fields`):".to_owned();
    for field in fields.iter().filter_map(Value::as_object) {
        let _ = write!(text, "\n    {},", one(field));
    }
    text
}

fn one(field: &Object) -> String {
    let get = |name: &str| field.get(name).and_then(Value::as_str);
    let name = get("name").unwrap_or_default();
    let label = get("ariaLabel").or(get("placeholder")).unwrap_or(name);
    let mut source = match get("type") {
        Some("select") => match field.get("options").and_then(Value::as_array) {
            Some(choices) => format!(
                "ExtraField::select({name:?}, {label:?}, [{}])",
                choices_of(choices)
            ),
            // A function, which no JSON holds.
            None => format!("ExtraField::select_asked({name:?}, {label:?})"),
        },
        // Lock's tick passes whether it is set or not, unless a validator asks for more.
        Some("checkbox") => format!("ExtraField::checkbox({name:?}, {label:?}).optional()"),
        Some("hidden") => {
            return at_root(
                field,
                format!(
                    "ExtraField::hidden({name:?}, {:?})",
                    get("value").unwrap_or_default()
                ),
            );
        }
        _ => format!("ExtraField::text({name:?}, {label:?})"),
    };
    match field.get("prefill") {
        Some(Value::String(value)) => {
            let _ = write!(source, ".initial({value:?})");
        }
        Some(_) => source.push_str(".initial_asked()"),
        None => {}
    }
    if field.get("validator").is_some() {
        source.push_str(".check(/* the validator */)");
    }
    at_root(field, source)
}

fn at_root(field: &Object, mut source: String) -> String {
    if field.get("storage").and_then(Value::as_str) == Some("root") {
        source.push_str(".at_root()");
    }
    source
}

fn choices_of(choices: &[Value]) -> String {
    let text = |choice: &Object, name: &str| {
        choice
            .get(name)
            .and_then(Value::as_str)
            .unwrap_or_default()
            .to_owned()
    };
    let choice = |choice: &Object| {
        format!(
            "Choice::new({:?}, {:?})",
            text(choice, "value"),
            text(choice, "label")
        )
    };
    let all: Vec<String> = choices.iter().filter_map(Value::as_object).map(choice).collect();
    all.join(", ")
}
