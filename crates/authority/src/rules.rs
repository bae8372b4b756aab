//! The tenant's rules that refuse: which one holds, and how its refusal looks.

use axum::http::StatusCode;
use serde_json::{Value, json};

use crate::config::{Moment, Rule};
use crate::http::Refusal;
use crate::rate_limit::TooMany;
use crate::state::AppState;
use crate::store::User;

/// The first rule that refuses whoever goes by one of these names.
#[must_use]
pub fn refusing<'a>(state: &'a AppState, at: Moment, connection: &str, names: &[&str]) -> Option<&'a Rule> {
    let means = |who: &String| names.iter().any(|name| name.eq_ignore_ascii_case(who));
    state.config.rules.iter().find(|rule| {
        rule.at == at
            && rule.who.as_ref().is_none_or(means)
            && rule.connection.as_ref().is_none_or(|listed| listed == connection)
    })
}

/// The first rule that refuses this person.
#[must_use]
pub fn refusing_user<'a>(state: &'a AppState, at: Moment, user: &User) -> Option<&'a Rule> {
    let names = [&user.email, &user.username, &user.phone];
    let names: Vec<&str> = names.into_iter().flatten().map(String::as_str).collect();
    refusing(state, at, &user.connection, &names)
}

/// Why a message is not sent.
#[derive(Debug)]
pub enum NotSent {
    /// There were too many.
    TooMany(TooMany),
    /// A rule refuses.
    Rule(Box<Rule>),
}

impl NotSent {
    /// On the wire; `now` in Unix seconds.
    #[must_use]
    pub fn refusal(&self, now: i64) -> Refusal {
        match self {
            Self::TooMany(too_many) => too_many.refusal(now),
            Self::Rule(rule) => rule.oauth(now),
        }
    }

    /// On a page, where `too_many` is said of too many.
    #[must_use]
    pub fn sentence<'a>(&'a self, too_many: &'a str) -> &'a str {
        match self {
            Self::TooMany(_) => too_many,
            Self::Rule(rule) => rule.sentence(),
        }
    }
}

impl Rule {
    /// `{"error", "error_description"}`; `now` in Unix seconds.
    #[must_use]
    pub fn oauth(&self, now: i64) -> Refusal {
        let mut body = json!({ "error": self.error });
        if let Some(description) = &self.description {
            body["error_description"] = json!(description);
        }
        self.answer(body, now)
    }

    /// `{"code", "description", "name", "statusCode"}`; `now` in Unix seconds.
    #[must_use]
    pub fn coded(&self, now: i64) -> Refusal {
        let mut body = json!({ "code": self.error, "statusCode": self.status() });
        let more = [("name", &self.name), ("description", &self.description)];
        for (name, value) in more {
            if let Some(value) = value {
                body[name] = json!(value);
            }
        }
        self.answer(body, now)
    }

    /// On a page.
    #[must_use]
    pub fn sentence(&self) -> &str {
        self.friendly_message
            .as_deref()
            .or(self.description.as_deref())
            .unwrap_or("This was refused. Ask the people behind the app.")
    }

    fn answer(&self, mut body: Value, now: i64) -> Refusal {
        if let Some(message) = &self.friendly_message {
            body["friendly_message"] = json!(message);
        }
        // The configuration was checked to have only statuses that there are.
        let status = StatusCode::from_u16(self.status()).unwrap_or(StatusCode::UNAUTHORIZED);
        let refusal = Refusal::json(status, body);
        match self.retry_after {
            Some(seconds) => refusal.retry_at(now, now + seconds),
            None => refusal,
        }
    }
}
