//! What Lock's `auth` says of the requests.

use vestibule_protocol::json::Value;

use super::rows::{OBJECT, Row, TRUTH, elsewhere, row, text};
use super::{LockFate, LockImport};
use crate::config::Away;

pub(super) const TOP: &[Row] = &[row("auth", |value, import| match value.as_object() {
    Some(members) => {
        import.take_all("auth", members, &[ROWS]);
        LockFate::Inside
    }
    None => LockFate::WrongType(OBJECT),
})];

pub(super) const ROWS: &[Row] = &[
    row("params", params),
    row("audience", |value, import| {
        text(value, import, ("audience", |config| &mut config.audience))
    }),
    row("redirect", |value, import| match value.as_bool() {
        Some(redirect) => {
            import.config.social = if redirect { Away::Redirect } else { Away::Popup };
            LockFate::Changed("social", "a password never leaves the page for it")
        }
        None => LockFate::WrongType(TRUTH),
    }),
    row("redirectUrl", |value, import| {
        text(value, import, ("redirect_uri", |config| &mut config.redirect_uri))
    }),
    row("responseType", |_, _| {
        LockFate::Dropped("`code` with PKCE: no token stands in an address")
    }),
    row("responseMode", |_, _| {
        elsewhere("`SessionConfig::response_mode`, for logins by redirect")
    }),
    row("autoParseHash", |_, _| {
        LockFate::Dropped("a response is read once, by whoever began the login")
    }),
    row("sso", |_, _| {
        elsewhere("`SessionConfig::silent`, for a session around the login")
    }),
    row("connectionScopes", connection_scopes),
    row("state", |_, _| {
        LockFate::Dropped("it is made anew for each login")
    }),
    row("nonce", |_, _| {
        LockFate::Dropped("it is made anew for each login")
    }),
];

/// Parameters that a fixed value would spoil, or that are the widget's to set.
const OWN: [&str; 12] = [
    "state",
    "nonce",
    "response_type",
    "responseType",
    "response_mode",
    "redirect_uri",
    "redirectUri",
    "client_id",
    "connection",
    "login_ticket",
    "code_challenge",
    "code_challenge_method",
];

fn params(value: &Value, import: &mut LockImport) -> LockFate {
    let Some(members) = value.as_object() else {
        return LockFate::WrongType(OBJECT);
    };
    for (name, value) in members.iter() {
        // Whatever can stand in an address: a text, a number, a truth value.
        let text = match (value.as_str(), value.as_u64(), value.as_bool()) {
            (Some(text), ..) => text.to_owned(),
            (None, Some(number), _) => number.to_string(),
            (None, None, Some(truth)) => truth.to_string(),
            (None, None, None) => continue,
        };
        let text = text.as_str();
        let config = &mut import.config;
        match name {
            "scope" if text.split(' ').any(|word| word == "openid") => text.clone_into(&mut config.scope),
            // Without `openid` there would be no ID token to check.
            "scope" => config.scope = format!("openid {text}"),
            "audience" => config.audience = Some(text.to_owned()),
            "organization" => config.organization = Some(text.to_owned()),
            "ui_locales" => config.ui_locales = Some(text.to_owned()),
            "max_age" => config.max_age = text.parse().ok(),
            "login_hint" => config.login_hint = Some(text.to_owned()),
            name if OWN.contains(&name) => {}
            name => config
                .authorization_parameters
                .push((name.to_owned(), text.to_owned())),
        }
    }
    LockFate::Changed(
        "authorization_parameters",
        "`scope`, `audience`, `organization`, `ui_locales`, `max_age` and `login_hint` have fields of their own; those of the protocol are left out",
    )
}

fn connection_scopes(value: &Value, import: &mut LockImport) -> LockFate {
    let Some(members) = value.as_object() else {
        return LockFate::WrongType(OBJECT);
    };
    for (name, scopes) in members.iter() {
        let scopes = match (scopes.as_str(), scopes.as_array()) {
            (Some(scope), _) => scope.to_owned(),
            (None, Some(all)) => all.iter().filter_map(Value::as_str).collect::<Vec<_>>().join(","),
            (None, None) => continue,
        };
        import.config.connection_scopes.push((name.to_owned(), scopes));
    }
    LockFate::Taken("connection_scopes")
}
