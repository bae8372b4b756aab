//! The parameters of a response as another reader of forms sees them: it forgives every escape that is none.

/// The names that a response may carry.
const NAMES: [&str; 12] = [
    "code",
    "state",
    "iss",
    "error",
    "error_description",
    "error_uri",
    "session_state",
    "access_token",
    "id_token",
    "token_type",
    "expires_in",
    "scope",
];

/// The names of which one beside a state makes a response.
const ANSWERS: [&str; 4] = ["code", "error", "access_token", "id_token"];

/// A query or a fragment.
pub(crate) struct Parameters(Vec<(String, String)>);

impl Parameters {
    /// Reads what stands after the mark.
    pub(crate) fn of(part: &str) -> Self {
        Self(form_urlencoded::parse(part.as_bytes()).into_owned().collect())
    }

    /// Whether this is a response and not the page's own business.
    pub(crate) fn are_a_response(&self) -> bool {
        self.count("state") > 0 && ANSWERS.iter().any(|name| self.count(name) > 0)
    }

    /// Whether one of a response's parameters is there twice.
    pub(crate) fn repeat(&self) -> bool {
        NAMES.iter().any(|name| self.count(name) > 1)
    }

    /// How often a parameter is there.
    pub(crate) fn count(&self, name: &str) -> usize {
        self.0.iter().filter(|(known, _)| known == name).count()
    }

    /// The first value of a parameter.
    pub(crate) fn get(&self, name: &str) -> Option<&str> {
        let found = self.0.iter().find(|(known, _)| known == name);
        found.map(|(_, value)| value.as_str())
    }

    /// The page's own, in their order.
    pub(crate) fn foreign(&self) -> impl Iterator<Item = &(String, String)> {
        self.0.iter().filter(|(name, _)| !NAMES.contains(&name.as_str()))
    }

    /// As a message has them.
    pub(crate) fn into_message(self) -> Vec<(String, String)> {
        self.0
    }

    /// The same names with another value each, as text.
    pub(crate) fn with_values(&self, value: &str) -> String {
        let mut text = form_urlencoded::Serializer::new(String::new());
        text.extend_pairs(self.0.iter().map(|(name, _)| (name, value)));
        text.finish()
    }
}
