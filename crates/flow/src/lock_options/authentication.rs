//! What Lock's `auth` says of the requests.

use vestibule_protocol::json::Value;

use super::rows::{OBJECT, Row, TEXT, TRUTH, elsewhere, row, text};
use super::{LockFate, LockImport, LockOption};
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
    "nonce",
    "response_type",
    "responseType",
    "response_mode",
    "redirect_uri",
    "redirectUri",
    "client_id",
    "connection",
    "realm",
    "login_ticket",
    "code_challenge",
    "code_challenge_method",
];

fn params(value: &Value, import: &mut LockImport) -> LockFate {
    let Some(members) = value.as_object() else {
        return LockFate::WrongType(OBJECT);
    };
    for (name, value) in members.iter() {
        let fate = param(name, value, import);
        import.report.push(LockOption {
            name: format!("auth.params.{name}"),
            fate,
        });
    }
    LockFate::Inside
}

fn param(name: &str, value: &Value, import: &mut LockImport) -> LockFate {
    // Whatever can stand in an address: a text, a number, a truth value.
    let text = match (value.as_str(), value.as_u64(), value.as_bool()) {
        (Some(text), ..) => text.to_owned(),
        (None, Some(number), _) => number.to_string(),
        (None, None, Some(truth)) => truth.to_string(),
        (None, None, None) => return LockFate::WrongType(TEXT),
    };
    let config = &mut import.config;
    let (field, slot) = match name {
        "scope" if text.split(' ').any(|word| word == "openid") => {
            config.scope = text;
            return LockFate::Taken("scope");
        }
        "scope" => {
            config.scope = format!("openid {text}");
            return LockFate::Changed("scope", "without `openid` there would be no ID token to check");
        }
        "max_age" => {
            config.max_age = text.parse().ok();
            return match config.max_age {
                Some(_) => LockFate::Taken("max_age"),
                None => LockFate::WrongType("a number of whole seconds"),
            };
        }
        "audience" => ("audience", &mut config.audience),
        "organization" => ("organization", &mut config.organization),
        "ui_locales" => ("ui_locales", &mut config.ui_locales),
        "login_hint" => ("login_hint", &mut config.login_hint),
        "state" => {
            config.app_state = Some(text);
            return LockFate::Changed(
                "app_state",
                "the protocol's own state is made anew for each login; this comes back with the tokens",
            );
        }
        name if OWN.contains(&name) => {
            return LockFate::Dropped("it is the widget's to set");
        }
        name => {
            config.authorization_parameters.push((name.to_owned(), text));
            return LockFate::Taken("authorization_parameters");
        }
    };
    *slot = Some(text);
    import.outdo(field);
    LockFate::Taken(field)
}

fn connection_scopes(value: &Value, import: &mut LockImport) -> LockFate {
    let Some(members) = value.as_object() else {
        return LockFate::WrongType(OBJECT);
    };
    let mut of_another_type = false;
    for (name, scopes) in members.iter() {
        let scopes = match (scopes.as_str(), scopes.as_array()) {
            (Some(scope), _) => Some(scope.to_owned()),
            (None, Some(all)) => {
                let all: Option<Vec<&str>> = all.iter().map(Value::as_str).collect();
                all.map(|all| all.join(","))
            }
            (None, None) => None,
        };
        match scopes {
            Some(scopes) => import.config.connection_scopes.push((name.to_owned(), scopes)),
            None => of_another_type = true,
        }
    }
    if of_another_type {
        LockFate::Changed(
            "connection_scopes",
            "what is neither a text nor a list of texts is left out",
        )
    } else {
        LockFate::Taken("connection_scopes")
    }
}
