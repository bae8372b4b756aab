//! The secrets that pass between browser and authority in a story, so that they can be looked for where they do not belong.

use std::collections::BTreeSet;

use serde_json::Value;

/// What answers call the secrets that they carry, and what we call them.
const ISSUED: [(&str, &str); 4] = [
    ("access_token", "an access token"),
    ("refresh_token", "a refresh token"),
    ("id_token", "an ID token"),
    ("login_ticket", "a login ticket"),
];

/// What is shorter stands in many a text by chance, and no policy takes it for a password.
const SHORTEST_PASSWORD: usize = 8;

/// Secrets, each with its kind.
#[derive(Debug, Clone, Default)]
pub struct Secrets(BTreeSet<(&'static str, String)>);

impl Secrets {
    /// Learns from a request what the person typed.
    pub fn learn_from_request(&mut self, body: &[u8]) {
        let json = serde_json::from_slice::<Value>(body).ok();
        let typed = match &json {
            Some(json) => json["password"].as_str().map(str::to_owned),
            None => form_urlencoded::parse(body)
                .find(|(name, _)| name == "password")
                .map(|(_, value)| value.into_owned()),
        };
        if let Some(password) = typed.filter(|password| password.len() >= SHORTEST_PASSWORD) {
            self.learn_password(&password);
        }
    }

    /// Learns a password that may not have been sent.
    pub fn learn_password(&mut self, password: &str) {
        self.0.insert(("a password", password.to_owned()));
    }

    /// Learns from an answer what the authority issued: in JSON, in a page that posts it on, or in where it leads.
    pub fn learn_from_answer(&mut self, location: &str, body: &[u8]) {
        let body = String::from_utf8_lossy(body);
        let led = location.split(['?', '#']).skip(1);
        let led: Vec<_> = led
            .flat_map(|part| form_urlencoded::parse(part.as_bytes()))
            .collect();
        for (name, kind) in ISSUED {
            let led = led.iter().filter(|(given, _)| given == name);
            let led = led.map(|(_, value)| value.as_ref());
            let written = [format!("\"{name}\":\""), format!("name=\"{name}\" value=\"")];
            let written = written.iter().flat_map(|before| quoted(&body, before));
            for secret in led.chain(written).filter(|secret| !secret.is_empty()) {
                self.0.insert((kind, secret.to_owned()));
            }
        }
    }

    /// Learns a code that went out by mail or text message.
    pub fn learn_code(&mut self, code: &str) {
        self.0.insert(("a one-time code", code.to_owned()));
    }

    /// The kind of a secret that stands in a text. Letters and digits around it make it something else: six digits
    /// stand in many a longer number.
    pub fn found_in(&self, text: &str) -> Option<&'static str> {
        let found = self.0.iter().find(|(_, secret)| {
            text.match_indices(secret.as_str()).any(|(at, _)| {
                let before = text[..at].chars().next_back();
                let after = text[at + secret.len()..].chars().next();
                ![before, after]
                    .into_iter()
                    .flatten()
                    .any(|char| char.is_ascii_alphanumeric())
            })
        });
        found.map(|(kind, _)| *kind)
    }
}

/// What stands between `before` and the next quotation mark, each time.
fn quoted<'a>(text: &'a str, before: &str) -> Vec<&'a str> {
    text.split(before)
        .skip(1)
        .filter_map(|rest| rest.split_once('"').map(|(value, _)| value))
        .collect()
}

#[cfg(test)]
mod tests {
    use super::Secrets;

    #[test]
    fn what_a_person_typed_is_learnt_from_json_and_from_forms() {
        for body in [
            r#"{"password":"horse battery","username":"ada"}"#,
            "username=ada&password=horse+battery",
        ] {
            let mut secrets = Secrets::default();
            secrets.learn_from_request(body.as_bytes());
            assert_eq!(
                secrets.found_in("so horse battery it is"),
                Some("a password"),
                "{body}"
            );
            assert_eq!(secrets.found_in("ada"), None);
        }
    }

    #[test]
    fn what_the_authority_issues_is_learnt_wherever_an_answer_carries_it() {
        for (location, body, kind) in [
            (
                "",
                r#"{"access_token":"s3cret","expires_in":1}"#,
                "an access token",
            ),
            ("", r#"{"refresh_token":"s3cret"}"#, "a refresh token"),
            ("", r#"{"login_ticket":"s3cret"}"#, "a login ticket"),
            (
                "",
                r#"asker.postMessage({"response":{"id_token":"s3cret"}})"#,
                "an ID token",
            ),
            (
                "",
                r#"<input type="hidden" name="id_token" value="s3cret">"#,
                "an ID token",
            ),
            (
                "http://localhost/#state=a&access_token=s3cret",
                "",
                "an access token",
            ),
        ] {
            let mut secrets = Secrets::default();
            secrets.learn_from_answer(location, body.as_bytes());
            assert_eq!(secrets.found_in("[s3cret]"), Some(kind), "{location}{body}");
        }
    }

    #[test]
    fn a_code_inside_a_longer_number_or_name_is_no_code() {
        let mut secrets = Secrets::default();
        secrets.learn_code("123456");
        assert_eq!(secrets.found_in("1234567 0123456 x123456"), None);
        assert_eq!(secrets.found_in("code=123456&x"), Some("a one-time code"));
    }
}
