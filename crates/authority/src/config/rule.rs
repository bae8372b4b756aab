//! A rule of the tenant that refuses somebody: what Auth0's rules, actions and attack protection do to people.

use serde::Deserialize;

/// A rule that refuses.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Rule {
    /// When it is asked.
    pub at: Moment,
    /// Mail address, user name or number of the person it is for, in any case; left out, everyone.
    #[serde(default)]
    pub who: Option<String>,
    /// The connection it is for; left out, all.
    #[serde(default)]
    pub connection: Option<String>,
    /// The error code that it answers.
    pub error: String,
    /// The `name` beside the code, where an answer has one.
    #[serde(default)]
    pub name: Option<String>,
    /// What it says; left out, the answer has no description.
    #[serde(default)]
    pub description: Option<String>,
    /// What an action says to the person, beside what it says to the developer.
    #[serde(default)]
    pub friendly_message: Option<String>,
    /// The HTTP status; left out, the usual one of the code.
    #[serde(default)]
    pub status: Option<u16>,
    /// Seconds for `Retry-After`; left out, the answer has no such header.
    #[serde(default)]
    pub retry_after: Option<i64>,
}

/// When a rule is asked.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Moment {
    /// Somebody has given the right password or code, or comes back from a provider.
    Login,
    /// An authorization request is about to be granted to somebody, also by a session.
    Authorize,
    /// Somebody is about to be signed up.
    Signup,
    /// A reset mail is about to be sent.
    ChangePassword,
    /// A code or link is about to be sent.
    Passwordless,
}

impl Rule {
    /// The status of the answer. Auth0 has one for each code; an unknown code is an action's own, which is a 401.
    #[must_use]
    pub fn status(&self) -> u16 {
        self.status.unwrap_or(match self.error.as_str() {
            "too_many_attempts" | "too_many_requests" | "too_many_logins" => 429,
            "access_denied" | "blocked_user" | "invalid_grant" | "mfa_required" => 403,
            "temporarily_unavailable" => 503,
            "server_error" => 500,
            error if error.starts_with("invalid_") || error.starts_with("bad.") => 400,
            "extensibility_error"
            | "hook_error"
            | "sms_provider_error"
            | "user_exists"
            | "username_exists" => 400,
            _ => 401,
        })
    }
}
