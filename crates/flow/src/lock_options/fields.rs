//! Lock's additional sign-up fields: what they say, the fields that take their place, and the Rust for these.

use std::fmt::Write as _;

use vestibule_protocol::json::{Object, Value};

use super::rows::{OBJECT, elsewhere};
use super::{LockFate, LockImport, LockOption};
use crate::field::Field;

/// One of them. Functions, which no JSON holds, are there as any value in their place.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct LockField {
    name: String,
    label: String,
    kind: Kind,
    initial: Initial,
    has_validator: bool,
    at_root: bool,
}

#[derive(Clone, Debug, PartialEq)]
enum Kind {
    Text,
    /// Values with their labels; none where they are a function's.
    Select(Option<Vec<(String, String)>>),
    Checkbox,
    Hidden(String),
}

#[derive(Clone, Debug, PartialEq)]
enum Initial {
    Empty,
    Value(String),
    Asked,
}

/// Takes the fields over; those that Lock leaves out with a warning are left out here too.
pub(super) fn take(fields: &[Value], import: &mut LockImport) -> LockFate {
    for (at, field) in fields.iter().enumerate() {
        if let Err(fate) = take_one(at, field, import) {
            import.report.push(LockOption {
                name: format!("additionalSignUpFields[{at}]"),
                fate,
            });
        }
    }
    if import.fields.is_empty() {
        return LockFate::Dropped("there is none with a name that can be sent");
    }
    if !cfg!(feature = "fields") {
        return elsewhere("write these as `sign_up_fields` (cargo feature `fields`); `to_rust()` has them");
    }
    put(import);
    if import.fields.iter().any(LockField::has_functions) {
        LockFate::Changed("sign_up_fields", FUNCTIONS)
    } else {
        LockFate::Taken("sign_up_fields")
    }
}

fn take_one(at: usize, field: &Value, import: &mut LockImport) -> Result<(), LockFate> {
    let members = field.as_object().ok_or(LockFate::WrongType(OBJECT))?;
    let of = members.get("type").map_or(Some("text"), Value::as_str);
    if !of.is_some_and(|of| TYPES.contains(&of)) {
        return Err(LockFate::WrongType(
            "`text`, `select`, `checkbox` or `hidden` as its type",
        ));
    }
    for name in ["icon", "iconUrl", "placeholderHTML"] {
        if members.get(name).is_some() {
            import.report.push(LockOption {
                name: format!("additionalSignUpFields[{at}].{name}"),
                fate: LockFate::Dropped(
                    "a field has a label and no picture; what stands in HTML is read as text",
                ),
            });
        }
    }
    let field = read(members);
    if !field.has_a_name() || import.fields.iter().any(|other| other.name == field.name) {
        return Err(LockFate::Dropped(NO_NAME));
    }
    import.fields.push(field);
    Ok(())
}

const TYPES: [&str; 4] = ["text", "select", "checkbox", "hidden"];
const NO_NAME: &str = "a field needs a name of letters, digits and underscores that no other has";

const FUNCTIONS: &str = "a validator is a function, to be written as `check`; functions for options and prefill are `Hooks::choices` and `Hooks::prefill` (cargo feature `hooks`)";

#[cfg(feature = "fields")]
fn put(import: &mut LockImport) {
    use crate::extra::ExtraField;
    use crate::host::Choice;

    let field = |field: &LockField| {
        // A field's name is written in the app; this one lives as long as the app does.
        let name: &'static str = Box::leak(field.name.clone().into_boxed_str());
        let label = field.label.clone();
        let mut made = match &field.kind {
            Kind::Text => ExtraField::text(name, label),
            Kind::Select(Some(choices)) => {
                let choices = choices.iter().map(|(value, label)| Choice::new(value, label));
                ExtraField::select(name, label, choices)
            }
            Kind::Select(None) => ExtraField::select_asked(name, label),
            Kind::Checkbox => ExtraField::checkbox(name, label).optional(),
            Kind::Hidden(value) => ExtraField::hidden(name, value.clone()),
        };
        made = match &field.initial {
            Initial::Empty => made,
            Initial::Value(value) => made.initial(value.clone()),
            Initial::Asked => made.initial_asked(),
        };
        if field.at_root { made.at_root() } else { made }
    };
    import.config.sign_up_fields = import.fields.iter().map(field).collect();
}

#[cfg(not(feature = "fields"))]
const fn put(_import: &mut LockImport) {}

fn read(field: &Object) -> LockField {
    let get = |name: &str| field.get(name).and_then(Value::as_str).map(str::to_owned);
    let name = get("name").unwrap_or_default();
    LockField {
        label: get("ariaLabel")
            .or_else(|| get("placeholder"))
            .or_else(|| get("placeholderHTML").map(|html| without_tags(&html)))
            .unwrap_or_else(|| name.clone()),
        kind: match get("type").as_deref() {
            Some("select") => Kind::Select(field.get("options").and_then(Value::as_array).map(choices)),
            Some("checkbox") => Kind::Checkbox,
            Some("hidden") => Kind::Hidden(get("value").unwrap_or_default()),
            _ => Kind::Text,
        },
        initial: match field.get("prefill") {
            None => Initial::Empty,
            Some(Value::String(value)) => Initial::Value(value.clone()),
            Some(_) => Initial::Asked,
        },
        has_validator: field.get("validator").is_some(),
        at_root: field.get("storage").and_then(Value::as_str) == Some("root"),
        name,
    }
}

/// What is read of a piece of HTML.
fn without_tags(html: &str) -> String {
    let mut rest = html.split('<');
    let before = rest.next().unwrap_or_default().to_owned();
    let after = rest.filter_map(|tag| Some(tag.split_once('>')?.1));
    let text = after.fold(before, |text, part| text + part);
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

fn choices(choices: &[Value]) -> Vec<(String, String)> {
    let text = |choice: &Object, name: &str| {
        let text = choice.get(name).and_then(Value::as_str);
        text.unwrap_or_default().to_owned()
    };
    let choice = |choice: &Object| (text(choice, "value"), text(choice, "label"));
    choices.iter().filter_map(Value::as_object).map(choice).collect()
}

impl LockField {
    fn has_a_name(&self) -> bool {
        let is_word = |c: char| c.is_ascii_alphanumeric() || c == '_';
        !self.name.is_empty() && self.name.chars().all(is_word) && Field::by_name(&self.name).is_none()
    }

    fn has_functions(&self) -> bool {
        self.has_validator || self.initial == Initial::Asked || self.kind == Kind::Select(None)
    }

    /// The expression that makes it.
    pub(super) fn source(&self) -> String {
        let Self { name, label, .. } = self;
        let mut source = match &self.kind {
            Kind::Text => format!("ExtraField::text({name:?}, {label:?})"),
            Kind::Select(Some(choices)) => {
                let choice = |(value, label): &(String, String)| format!("Choice::new({value:?}, {label:?})");
                let all: Vec<String> = choices.iter().map(choice).collect();
                format!("ExtraField::select({name:?}, {label:?}, [{}])", all.join(", "))
            }
            Kind::Select(None) => format!("ExtraField::select_asked({name:?}, {label:?})"),
            // Lock's tick passes whether it is set or not, unless a validator asks for more.
            Kind::Checkbox => format!("ExtraField::checkbox({name:?}, {label:?}).optional()"),
            Kind::Hidden(value) => format!("ExtraField::hidden({name:?}, {value:?})"),
        };
        match &self.initial {
            Initial::Empty => {}
            Initial::Value(value) => {
                let _ = write!(source, ".initial({value:?})");
            }
            Initial::Asked => source.push_str(".initial_asked()"),
        }
        if self.has_validator {
            source.push_str(match self.kind {
                // A rule is asked where something stands in the field; Lock's own decides about an empty one too.
                Kind::Text => {
                    ".check(/* the validator; with .optional() before it, where it lets an empty one pass */)"
                }
                _ => ".check(/* the validator */)",
            });
        }
        if self.at_root {
            source.push_str(".at_root()");
        }
        source
    }
}
