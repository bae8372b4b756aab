//! What a client's settings say of a database's policy: its name, and the newer options that stand in its place.

use super::{Kinds, PasswordPolicy};
use crate::json::{Object, Value, whole_number};
use crate::password_rule::PasswordRuleKind;

impl PasswordPolicy {
    /// The policy of a database connection in the client's settings. Options beyond `min_length` replace the policy of that name,
    /// but for its length; an unknown one asks for nothing.
    pub(crate) fn of_settings(database: &Object) -> Self {
        let name = database.get("passwordPolicy").and_then(Value::as_str);
        let options = database.get("password_complexity_options");
        let option = |name: &str| options.and_then(|options| options.get(name));
        let word = |name: &str| option(name).and_then(Value::as_str).unwrap_or_default();
        let named = Self::named(
            name.unwrap_or_default(),
            option("min_length").and_then(whole_number),
        );
        let types = option("character_types")
            .and_then(Value::as_array)
            .unwrap_or_default();
        let newer = Self {
            min_length: named.min_length,
            kinds: if word("character_type_rule") == "three_of_four" {
                Kinds::ThreeOfFour
            } else {
                Kinds::All(types.iter().filter_map(kind).collect())
            },
            repeats: word("identical_characters") != "block",
            sequences: word("sequential_characters") != "block",
            any_length: word("max_length_exceeded") != "error",
        };
        // All options as they are without being set are none.
        if newer == Self::named("none", Some(named.min_length)) {
            named
        } else {
            newer
        }
    }
}

fn kind(word: &Value) -> Option<PasswordRuleKind> {
    match word.as_str()? {
        "lowercase" => Some(PasswordRuleKind::Lower),
        "uppercase" => Some(PasswordRuleKind::Upper),
        "number" => Some(PasswordRuleKind::Digit),
        "special" => Some(PasswordRuleKind::Special),
        _ => None,
    }
}
