//! A session's config from JSON: the same names as the fields, beside those of the login's config.

use vestibule_protocol::json::Value;
use vestibule_protocol::{Algorithm, ResponseMode, ResponseType};

use super::config::{
    ApiParameter, Binding, FrontChannelTokens, Requests, SessionConfig, Silent, Storage, ThirdPartyLogin,
};
use crate::config::Config;
use crate::plan::{ConfigError, ConfigProblem};

/// The fields that a session has beyond a login.
const OWN: [&str; 14] = [
    "response_type",
    "response_mode",
    "front_channel_tokens",
    "algorithms",
    "storage",
    "binding",
    "requests",
    "api_parameter",
    "silent",
    "third_party_login",
    "acr_values",
    "authorization_parameters",
    "apis",
    "post_logout_redirect_uri",
];

const STORAGES: [(&str, Storage); 3] = [
    ("memory", Storage::Memory),
    ("tab", Storage::Tab),
    ("browser", Storage::Browser),
];
const BINDINGS: [(&str, Binding); 2] = [("bearer", Binding::Bearer), ("dpop", Binding::Dpop)];
const REQUESTS: [(&str, Requests); 2] = [("url", Requests::Url), ("pushed", Requests::Pushed)];
const API: [(&str, ApiParameter); 2] = [
    ("audience", ApiParameter::Audience),
    ("resource", ApiParameter::Resource),
];
const SILENT: [(&str, Silent); 3] = [
    ("when-known", Silent::WhenKnown),
    ("always", Silent::Always),
    ("never", Silent::Never),
];
const FRONT: [(&str, FrontChannelTokens); 2] = [
    ("refused", FrontChannelTokens::Refused),
    ("danger-accepted", FrontChannelTokens::DangerAccepted),
];
const THIRD_PARTY: [(&str, ThirdPartyLogin); 2] = [
    ("ignored", ThirdPartyLogin::Ignored),
    ("followed", ThirdPartyLogin::Followed),
];

impl SessionConfig {
    /// Reads a config from the members of a JSON object: those of [`Config::from_json`], and whichever of its own it has.
    /// A member that is `null` counts as left out.
    ///
    /// # Errors
    ///
    /// As [`Config::from_json`].
    ///
    /// ```
    /// use vestibule_flow::{SessionConfig, Storage};
    /// use vestibule_protocol::json;
    ///
    /// let text = br#"{"issuer": "https://login.example.com/", "client_id": "app", "storage": "browser"}"#;
    /// let config = SessionConfig::from_json(json::object(text, 1000).unwrap().iter()).unwrap();
    /// assert_eq!(config.storage, Storage::Browser);
    /// ```
    pub fn from_json<'m>(members: impl Iterator<Item = (&'m str, &'m Value)>) -> Result<Self, ConfigError> {
        let (own, logins): (Vec<_>, Vec<_>) = members.partition(|(name, _)| OWN.contains(name));
        let mut config = Self::new(Config::from_json(logins.into_iter())?);
        for (name, value) in own.into_iter().filter(|(_, value)| !value.is_null()) {
            let field = OWN.into_iter().find(|field| *field == name).unwrap_or_default();
            config.put(field, value).ok_or(ConfigError {
                field,
                problem: ConfigProblem::Not(takes(field)),
            })?;
        }
        Ok(config)
    }

    /// Takes the value of one of its own fields, if it is one.
    fn put(&mut self, field: &str, value: &Value) -> Option<()> {
        match field {
            "response_type" => self.response_type = ResponseType::named(value.as_str()?)?,
            "response_mode" => self.response_mode = Some(ResponseMode::named(value.as_str()?)?),
            "front_channel_tokens" => self.front_channel_tokens = word(value, &FRONT)?,
            "algorithms" => {
                self.algorithms = texts(value)?
                    .iter()
                    .map(|name| Algorithm::named(name))
                    .collect::<Option<_>>()?;
            }
            "storage" => self.storage = word(value, &STORAGES)?,
            "binding" => self.binding = word(value, &BINDINGS)?,
            "requests" => self.requests = word(value, &REQUESTS)?,
            "api_parameter" => self.api_parameter = word(value, &API)?,
            "silent" => self.silent = word(value, &SILENT)?,
            "third_party_login" => self.third_party_login = word(value, &THIRD_PARTY)?,
            "acr_values" => self.acr_values = texts(value)?,
            "authorization_parameters" => {
                self.authorization_parameters = value
                    .as_object()?
                    .iter()
                    .map(|(name, value)| Some((name.to_owned(), value.as_str()?.to_owned())))
                    .collect::<Option<_>>()?;
            }
            "apis" => self.apis = texts(value)?,
            _ => self.post_logout_redirect_uri = Some(value.as_str()?.to_owned()),
        }
        Some(())
    }
}

fn takes(field: &str) -> &'static str {
    match field {
        "response_type" => "`code` or one of the hybrid types",
        "response_mode" => "`query`, `fragment` or `form_post`",
        "algorithms" => "a list of asymmetric algorithms",
        "acr_values" | "apis" => "a list of texts",
        "authorization_parameters" => "an object of texts",
        "front_channel_tokens" => "`refused` or `danger-accepted`",
        "storage" => "`memory`, `tab` or `browser`",
        "binding" => "`bearer` or `dpop`",
        "requests" => "`url` or `pushed`",
        "api_parameter" => "`audience` or `resource`",
        "silent" => "`when-known`, `always` or `never`",
        "third_party_login" => "`ignored` or `followed`",
        _ => "a text",
    }
}

fn word<T: Copy>(value: &Value, words: &[(&str, T)]) -> Option<T> {
    let text = value.as_str()?;
    words
        .iter()
        .find(|(word, _)| *word == text)
        .map(|(_, value)| *value)
}

fn texts(value: &Value) -> Option<Vec<String>> {
    value
        .as_array()?
        .iter()
        .map(|item| item.as_str().map(str::to_owned))
        .collect()
}

#[cfg(test)]
mod tests {
    use vestibule_protocol::json;

    use super::*;

    fn read(extra: &str) -> Result<SessionConfig, ConfigError> {
        let text = format!(r#"{{"issuer":"https://login.example.com/","client_id":"app"{extra}}}"#);
        SessionConfig::from_json(json::object(text.as_bytes(), 4000).expect("JSON").iter())
    }

    #[test]
    fn every_field_of_its_own_is_read_by_its_name() {
        let config = read(
            r#","response_type":"id_token code","response_mode":"form_post","front_channel_tokens":"danger-accepted",
               "algorithms":["ES256"],"storage":"tab","binding":"dpop","requests":"pushed","silent":"never",
               "third_party_login":"followed","acr_values":["mfa"],"authorization_parameters":{"resource":"x"},
               "apis":["https://api.example.com"],"post_logout_redirect_uri":"https://app.example.com/bye","scope":"openid""#,
        )
        .expect("a config");
        let expected = SessionConfig {
            response_type: ResponseType::CodeIdToken,
            response_mode: Some(ResponseMode::FormPost),
            front_channel_tokens: FrontChannelTokens::DangerAccepted,
            algorithms: vec![Algorithm::Es256],
            storage: Storage::Tab,
            binding: Binding::Dpop,
            requests: Requests::Pushed,
            silent: Silent::Never,
            third_party_login: ThirdPartyLogin::Followed,
            acr_values: vec!["mfa".into()],
            authorization_parameters: vec![("resource".into(), "x".into())],
            apis: vec!["https://api.example.com".into()],
            post_logout_redirect_uri: Some("https://app.example.com/bye".into()),
            ..SessionConfig::new(Config::new("https://login.example.com/", "app").scope("openid"))
        };
        assert_eq!(config, expected);
    }

    #[test]
    fn a_word_that_a_field_does_not_know_is_refused_with_all_that_it_does() {
        for (field, words) in [
            ("storage", STORAGES.map(|(word, _)| word).as_slice()),
            ("binding", &BINDINGS.map(|(word, _)| word)),
            ("requests", &REQUESTS.map(|(word, _)| word)),
            ("api_parameter", &API.map(|(word, _)| word)),
            ("silent", &SILENT.map(|(word, _)| word)),
            ("front_channel_tokens", &FRONT.map(|(word, _)| word)),
            ("third_party_login", &THIRD_PARTY.map(|(word, _)| word)),
        ] {
            let told = read(&format!(r#","{field}":"other""#))
                .expect_err(field)
                .to_string();
            assert!(words.iter().all(|word| told.contains(word)), "{told}");
        }
    }

    #[test]
    fn a_wrong_value_names_its_field_and_an_unknown_one_itself() {
        for field in OWN {
            let error = read(&format!(r#","{field}":true"#)).expect_err(field);
            assert_eq!(error.field, field, "{error}");
        }
        assert!(read(r#","algorithms":["HS256"]"#).is_err(), "symmetric");
        assert!(
            read(r#","stroage":"tab""#)
                .expect_err("unknown")
                .to_string()
                .contains("stroage")
        );
    }
}
