//! A config from JSON: the same names as the fields, and nothing else.

use vestibule_protocol::json::Value;

use crate::config::{Away, Config, InitialScreen, PasswordlessMethod};
use crate::plan::{ConfigError, ConfigProblem};

type Read<T> = Result<T, ConfigError>;

/// Puts one member's value into its field.
type Field = fn(&mut Config, &'static str, &Value) -> Read<()>;

/// Every field by its name. A table, and not a derived reader, which would bring twice the bytes into the page.
const FIELDS: [(&str, Field); 17] = [
    ("issuer", |config, name, value| {
        text(name, value).map(|text| config.issuer = text)
    }),
    ("client_id", |config, name, value| {
        text(name, value).map(|text| config.client_id = text)
    }),
    ("audience", |config, name, value| {
        text(name, value).map(|text| config.audience = Some(text))
    }),
    ("scope", |config, name, value| {
        text(name, value).map(|text| config.scope = text)
    }),
    ("redirect_uri", |config, name, value| {
        text(name, value).map(|text| config.redirect_uri = Some(text))
    }),
    ("connections", |config, name, value| {
        texts(name, value).map(|texts| config.connections = texts)
    }),
    ("initial_screen", |config, name, value| {
        use InitialScreen::{ForgotPassword, LogIn, Passwordless, SignUp};
        let words = [
            ("log-in", LogIn),
            ("sign-up", SignUp),
            ("forgot-password", ForgotPassword),
            ("passwordless", Passwordless),
        ];
        word(name, value, &words).map(|screen| config.initial_screen = screen)
    }),
    ("allow_sign_up", |config, name, value| {
        truth(name, value).map(|allow| config.allow_sign_up = allow)
    }),
    ("allow_forgot_password", |config, name, value| {
        truth(name, value).map(|allow| config.allow_forgot_password = allow)
    }),
    ("passwordless", |config, name, value| {
        let words = [
            ("code", PasswordlessMethod::Code),
            ("link", PasswordlessMethod::Link),
        ];
        word(name, value, &words).map(|method| config.passwordless = method)
    }),
    ("social", |config, name, value| {
        word(name, value, &WAYS).map(|way| config.social = way)
    }),
    ("fallback", |config, name, value| {
        word(name, value, &WAYS).map(|way| config.fallback = way)
    }),
    ("login_hint", |config, name, value| {
        text(name, value).map(|text| config.login_hint = Some(text))
    }),
    ("leeway_s", |config, name, value| {
        seconds(name, value).map(|seconds| config.leeway_s = seconds)
    }),
    ("max_age", |config, name, value| {
        seconds(name, value).map(|seconds| config.max_age = Some(seconds))
    }),
    ("organization", |config, name, value| {
        text(name, value).map(|text| config.organization = Some(text))
    }),
    ("ui_locales", |config, name, value| {
        text(name, value).map(|text| config.ui_locales = Some(text))
    }),
];

const WAYS: [(&str, Away); 2] = [("redirect", Away::Redirect), ("popup", Away::Popup)];

impl Config {
    /// Reads a config from the members of a JSON object: `issuer` and `client_id`, and whichever of the others it has.
    /// A member that is `null` counts as left out.
    ///
    /// # Errors
    ///
    /// [`ConfigProblem::Unknown`] names a member that is no field; [`ConfigProblem::Not`] says what a field takes. Whether
    /// the values can work together is looked at when the widget starts.
    ///
    /// ```
    /// use vestibule_flow::Config;
    /// use vestibule_protocol::json;
    ///
    /// let text = br#"{"issuer": "https://login.example.com/", "client_id": "app", "social": "popup"}"#;
    /// let config = Config::from_json(json::object(text, 1000).unwrap().iter()).unwrap();
    /// assert_eq!(config.client_id, "app");
    /// ```
    pub fn from_json<'m>(members: impl Iterator<Item = (&'m str, &'m Value)>) -> Read<Self> {
        let mut config = Self::new("", "");
        for (name, value) in members {
            match FIELDS.iter().find(|(field, _)| *field == name) {
                Some((field, put)) if !value.is_null() => put(&mut config, field, value)?,
                Some(_) => {}
                None => {
                    return Err(ConfigError {
                        field: "config",
                        problem: ConfigProblem::Unknown(name.to_owned()),
                    });
                }
            }
        }
        Ok(config)
    }
}

fn not<T>(field: &'static str, what: &'static str) -> Read<T> {
    Err(ConfigError {
        field,
        problem: ConfigProblem::Not(what),
    })
}

fn text(name: &'static str, value: &Value) -> Read<String> {
    value
        .as_str()
        .map_or_else(|| not(name, "a text"), |text| Ok(text.to_owned()))
}

fn texts(name: &'static str, value: &Value) -> Read<Vec<String>> {
    let texts = value
        .as_array()
        .and_then(|all| all.iter().map(|one| one.as_str().map(str::to_owned)).collect());
    texts.map_or_else(|| not(name, "a list of texts"), Ok)
}

fn truth(name: &'static str, value: &Value) -> Read<bool> {
    value.as_bool().map_or_else(|| not(name, "true or false"), Ok)
}

fn seconds(name: &'static str, value: &Value) -> Read<u32> {
    let whole = value.as_u64().and_then(|seconds| u32::try_from(seconds).ok());
    whole.map_or_else(|| not(name, "a number of whole seconds"), Ok)
}

fn word<T: Copy>(name: &'static str, value: &Value, words: &[(&str, T)]) -> Read<T> {
    let found = words.iter().find(|(word, _)| value.as_str() == Some(word));
    found.map_or_else(|| not(name, "one of its words"), |(_, meaning)| Ok(*meaning))
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    fn read(json: &serde_json::Value) -> Read<Config> {
        let object = vestibule_protocol::json::object(json.to_string().as_bytes(), 1000).unwrap();
        Config::from_json(object.iter())
    }

    #[test]
    fn a_config_read_from_json_has_the_defaults_of_new() {
        let config =
            read(&json!({"issuer": "https://login.example.com/", "client_id": "app", "max_age": null}));
        assert_eq!(config, Ok(Config::new("https://login.example.com/", "app")));
    }

    #[test]
    fn every_field_can_be_read() {
        let config = read(&json!({
            "issuer": "i", "client_id": "c", "audience": "a", "scope": "s", "redirect_uri": "r", "connections": ["x", "y"],
            "initial_screen": "passwordless", "allow_sign_up": false, "allow_forgot_password": false,
            "passwordless": "link", "social": "popup", "fallback": "popup", "login_hint": "h", "leeway_s": 5,
            "max_age": 6, "organization": "o", "ui_locales": "de",
        }));
        let expected = Config {
            issuer: "i".into(),
            client_id: "c".into(),
            audience: Some("a".into()),
            scope: "s".into(),
            redirect_uri: Some("r".into()),
            connections: vec!["x".into(), "y".into()],
            initial_screen: InitialScreen::Passwordless,
            allow_sign_up: false,
            allow_forgot_password: false,
            passwordless: PasswordlessMethod::Link,
            social: Away::Popup,
            fallback: Away::Popup,
            login_hint: Some("h".into()),
            leeway_s: 5,
            max_age: Some(6),
            organization: Some("o".into()),
            ui_locales: Some("de".into()),
        };
        assert_eq!(config, Ok(expected));
    }

    #[test]
    fn what_a_field_does_not_take_is_refused_by_its_name() {
        for (field, value) in [
            ("issuer", json!(1)),
            ("connections", json!("x")),
            ("connections", json!([1])),
            ("initial_screen", json!("login")),
            ("allow_sign_up", json!("yes")),
            ("social", json!("window")),
            ("leeway_s", json!(-1)),
            ("max_age", json!(1.5)),
        ] {
            let error = read(&json!({ field: value })).unwrap_err();
            assert_eq!(error.field, field, "{value}");
            assert!(error.to_string().contains(field), "{error}");
        }
    }

    #[test]
    fn an_unknown_member_is_refused_by_name() {
        let error = read(&json!({"redirectUri": "/x"})).unwrap_err();
        assert!(error.to_string().contains("redirectUri"), "{error}");
    }
}
