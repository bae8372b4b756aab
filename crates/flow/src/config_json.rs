//! A config from JSON: the same names as the fields, and nothing else.

use vestibule_protocol::json::Value;

use crate::config::{Away, Config, InitialScreen, PasswordlessMethod, UsernameStyle};
use crate::plan::{ConfigError, ConfigProblem};

type Read<T> = Result<T, ConfigError>;

/// Where a member's value goes, and so what it may be.
enum Slot<'c> {
    Text(&'c mut String),
    MaybeText(&'c mut Option<String>),
    Texts(&'c mut Vec<String>),
    Truth(&'c mut bool),
    Seconds(&'c mut u32),
    MaybeSeconds(&'c mut Option<u32>),
    Screen(&'c mut InitialScreen),
    Method(&'c mut PasswordlessMethod),
    Away(&'c mut Away),
    Style(&'c mut UsernameStyle),
    Pairs(&'c mut Vec<(String, String)>),
    Size(&'c mut (u32, u32)),
}

/// Finds a field in a config.
type Find = fn(&mut Config) -> Slot<'_>;

/// Every field by its name. A table, and not a derived reader, which would bring twice the bytes into the page.
const FIELDS: &[(&str, Find)] = &[
    ("issuer", |config| Slot::Text(&mut config.issuer)),
    ("client_id", |config| Slot::Text(&mut config.client_id)),
    ("audience", |config| Slot::MaybeText(&mut config.audience)),
    ("scope", |config| Slot::Text(&mut config.scope)),
    ("redirect_uri", |config| Slot::MaybeText(&mut config.redirect_uri)),
    ("connections", |config| Slot::Texts(&mut config.connections)),
    ("initial_screen", |config| {
        Slot::Screen(&mut config.initial_screen)
    }),
    ("allow_log_in", |config| Slot::Truth(&mut config.allow_log_in)),
    ("allow_sign_up", |config| Slot::Truth(&mut config.allow_sign_up)),
    ("allow_forgot_password", |config| {
        Slot::Truth(&mut config.allow_forgot_password)
    }),
    ("sign_up_link", |config| Slot::MaybeText(&mut config.sign_up_link)),
    ("forgot_password_link", |config| {
        Slot::MaybeText(&mut config.forgot_password_link)
    }),
    ("log_in_after_sign_up", |config| {
        Slot::Truth(&mut config.log_in_after_sign_up)
    }),
    ("default_database", |config| {
        Slot::MaybeText(&mut config.default_database)
    }),
    ("default_directory", |config| {
        Slot::MaybeText(&mut config.default_directory)
    }),
    ("username_style", |config| Slot::Style(&mut config.username_style)),
    ("username_from_email", |config| {
        Slot::Truth(&mut config.username_from_email)
    }),
    ("terms_of_service", |config| {
        Slot::MaybeText(&mut config.terms_of_service)
    }),
    ("privacy_policy", |config| {
        Slot::MaybeText(&mut config.privacy_policy)
    }),
    ("accept_terms", |config| Slot::Truth(&mut config.accept_terms)),
    ("passwordless", |config| Slot::Method(&mut config.passwordless)),
    ("social", |config| Slot::Away(&mut config.social)),
    ("fallback", |config| Slot::Away(&mut config.fallback)),
    ("login_hint", |config| Slot::MaybeText(&mut config.login_hint)),
    ("phone_hint", |config| Slot::MaybeText(&mut config.phone_hint)),
    #[cfg(feature = "captcha")]
    ("captcha", |config| Slot::Truth(&mut config.captcha)),
    #[cfg(feature = "phone")]
    ("phone_country", |config| {
        Slot::MaybeText(&mut config.phone_country)
    }),
    ("remember_last_login", |config| {
        Slot::Truth(&mut config.remember_last_login)
    }),
    ("connection_scopes", |config| {
        Slot::Pairs(&mut config.connection_scopes)
    }),
    ("authorization_parameters", |config| {
        Slot::Pairs(&mut config.authorization_parameters)
    }),
    ("settings_url", |config| Slot::MaybeText(&mut config.settings_url)),
    ("token_issuer", |config| Slot::MaybeText(&mut config.token_issuer)),
    ("popup_size", |config| Slot::Size(&mut config.popup_size)),
    ("leeway_s", |config| Slot::Seconds(&mut config.leeway_s)),
    ("max_age", |config| Slot::MaybeSeconds(&mut config.max_age)),
    ("organization", |config| Slot::MaybeText(&mut config.organization)),
    ("ui_locales", |config| Slot::MaybeText(&mut config.ui_locales)),
];

const SCREENS: [(&str, InitialScreen); 4] = [
    ("log-in", InitialScreen::LogIn),
    ("sign-up", InitialScreen::SignUp),
    ("forgot-password", InitialScreen::ForgotPassword),
    ("passwordless", InitialScreen::Passwordless),
];

const METHODS: [(&str, PasswordlessMethod); 2] = [
    ("code", PasswordlessMethod::Code),
    ("link", PasswordlessMethod::Link),
];

const STYLES: [(&str, UsernameStyle); 3] = [
    ("any", UsernameStyle::Any),
    ("email", UsernameStyle::Email),
    ("username", UsernameStyle::Username),
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
                Some((field, slot)) if !value.is_null() => slot(&mut config).put(field, value)?,
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

impl Slot<'_> {
    fn put(self, field: &'static str, value: &Value) -> Read<()> {
        let what = match self {
            Self::Text(slot) => fill(slot, text(value), "a text"),
            Self::MaybeText(slot) => fill(slot, text(value).map(Some), "a text"),
            Self::Texts(slot) => fill(slot, texts(value), "a list of texts"),
            Self::Truth(slot) => fill(slot, value.as_bool(), "true or false"),
            Self::Seconds(slot) => fill(slot, seconds(value), SECONDS),
            Self::MaybeSeconds(slot) => fill(slot, seconds(value).map(Some), SECONDS),
            Self::Screen(slot) => fill(
                slot,
                word(value, &SCREENS),
                "`log-in`, `sign-up`, `forgot-password` or `passwordless`",
            ),
            Self::Method(slot) => fill(slot, word(value, &METHODS), "`code` or `link`"),
            Self::Away(slot) => fill(slot, word(value, &WAYS), "`redirect` or `popup`"),
            Self::Style(slot) => fill(slot, word(value, &STYLES), "`any`, `email` or `username`"),
            Self::Pairs(slot) => fill(slot, pairs(value), "an object of texts"),
            Self::Size(slot) => fill(slot, size(value), "a list of width and height, in pixels"),
        };
        what.map_err(|what| ConfigError {
            field,
            problem: ConfigProblem::Not(what),
        })
    }
}

const SECONDS: &str = "a number of whole seconds";

/// Puts the value in, or says what it is not.
fn fill<T>(slot: &mut T, value: Option<T>, what: &'static str) -> Result<(), &'static str> {
    *slot = value.ok_or(what)?;
    Ok(())
}

fn text(value: &Value) -> Option<String> {
    value.as_str().map(str::to_owned)
}

fn texts(value: &Value) -> Option<Vec<String>> {
    value.as_array()?.iter().map(text).collect()
}

fn pairs(value: &Value) -> Option<Vec<(String, String)>> {
    let pair = |(name, value): (&str, &Value)| Some((name.to_owned(), text(value)?));
    value.as_object()?.iter().map(pair).collect()
}

fn size(value: &Value) -> Option<(u32, u32)> {
    match value.as_array()? {
        [width, height] => Some((seconds(width)?, seconds(height)?)),
        _ => None,
    }
}

fn seconds(value: &Value) -> Option<u32> {
    u32::try_from(value.as_u64()?).ok()
}

fn word<T: Copy>(value: &Value, words: &[(&str, T)]) -> Option<T> {
    let found = words.iter().find(|(word, _)| value.as_str() == Some(word));
    found.map(|(_, meaning)| *meaning)
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;
    use crate::hosted::TheHostedPage;

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
            "max_age": 6, "organization": "o", "ui_locales": "de", "allow_log_in": false, "sign_up_link": "/s",
            "forgot_password_link": "/f", "log_in_after_sign_up": false, "default_database": "d",
            "default_directory": "e", "username_style": "username", "username_from_email": false,
            "terms_of_service": "/t", "privacy_policy": "/p", "accept_terms": true, "phone_hint": "+1", "phone_country": "DE", "captcha": true,
            "remember_last_login": false, "connection_scopes": {"x": "y z"}, "authorization_parameters": {"a": "b"},
            "settings_url": "https://u", "token_issuer": "https://t/", "popup_size": [300, 400],
        }));
        let expected = Config {
            issuer: "i".into(),
            client_id: "c".into(),
            audience: Some("a".into()),
            scope: "s".into(),
            redirect_uri: Some("r".into()),
            connections: vec!["x".into(), "y".into()],
            initial_screen: InitialScreen::Passwordless,
            allow_log_in: false,
            allow_sign_up: false,
            allow_forgot_password: false,
            sign_up_link: Some("/s".into()),
            forgot_password_link: Some("/f".into()),
            log_in_after_sign_up: false,
            default_database: Some("d".into()),
            default_directory: Some("e".into()),
            username_style: UsernameStyle::Username,
            username_from_email: false,
            terms_of_service: Some("/t".into()),
            privacy_policy: Some("/p".into()),
            accept_terms: true,
            passwordless: PasswordlessMethod::Link,
            social: Away::Popup,
            fallback: Away::Popup,
            login_hint: Some("h".into()),
            phone_hint: Some("+1".into()),
            phone_country: Some("DE".into()),
            captcha: true,
            hosted: TheHostedPage::default(),
            remember_last_login: false,
            connection_scopes: vec![("x".into(), "y z".into())],
            authorization_parameters: vec![("a".into(), "b".into())],
            settings_url: Some("https://u".into()),
            token_issuer: Some("https://t/".into()),
            popup_size: (300, 400),
            leeway_s: 5,
            max_age: Some(6),
            organization: Some("o".into()),
            ui_locales: Some("de".into()),
            // What an app writes in Rust only.
            app_state: None,
            clock: None,
            hooks: false,
            sign_up_fields: Vec::new(),
            log_in_fields: Vec::new(),
            generate_username: false,
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
    fn a_word_that_a_field_does_not_know_is_refused_with_all_that_it_does() {
        for (field, words) in [
            ("initial_screen", SCREENS.map(|(word, _)| word).as_slice()),
            ("passwordless", &METHODS.map(|(word, _)| word)),
            ("social", &WAYS.map(|(word, _)| word)),
            ("username_style", &STYLES.map(|(word, _)| word)),
        ] {
            let told = read(&json!({ field: "other" })).unwrap_err().to_string();
            assert!(words.iter().all(|word| told.contains(word)), "{told}");
        }
    }

    #[test]
    fn an_unknown_member_is_refused_by_name() {
        let error = read(&json!({"redirectUri": "/x"})).unwrap_err();
        assert!(error.to_string().contains("redirectUri"), "{error}");
    }
}
