//! Client settings: what a login widget has to know of a client before anyone logs in. All of it is public.

use axum::Router;
use axum::extract::{Path, State};
use axum::http::{StatusCode, header};
use axum::response::{IntoResponse as _, Response};
use axum::routing::get;
use serde_json::{Map, Value, json};

use crate::config::{
    CharacterTypeRule, Client, Complexity, Config, Connection, ConnectionKind, DatabaseRules, Excess,
};
use crate::http::Refusal;
use crate::state::AppState;

/// `/client/{client_id}.js`, as Auth0 serves it, and `/client/{client_id}.json`, the same as plain data.
pub fn routes() -> Router<AppState> {
    Router::new().route("/client/{file}", get(handle))
}

async fn handle(State(state): State<AppState>, Path(file): Path<String>) -> Result<Response, Refusal> {
    let (client_id, form) = match (file.strip_suffix(".json"), file.strip_suffix(".js")) {
        (Some(client_id), _) => (client_id, Form::Json),
        (None, Some(client_id)) => (client_id, Form::Script),
        (None, None) => return Err(unknown()),
    };
    let client = state.config.client(client_id).ok_or_else(unknown)?;
    let settings = settings(&state.config, client);
    let (kind, body) = match form {
        Form::Json => ("application/json", settings.to_string()),
        Form::Script => ("text/javascript; charset=utf-8", script(&settings)),
    };
    // Short, so that a connection switched on at the server shows up by itself.
    Ok((
        [
            (header::CONTENT_TYPE, kind),
            (header::CACHE_CONTROL, "public, max-age=10"),
        ],
        body,
    )
        .into_response())
}

enum Form {
    Json,
    Script,
}

fn unknown() -> Refusal {
    Refusal::framework(StatusCode::NOT_FOUND, "There is no such client.")
}

/// The settings of `client`: its connections, grouped by strategy, in the configured order.
#[must_use]
pub fn settings(config: &Config, client: &Client) -> Value {
    let mut strategies: Vec<(&str, Vec<Value>)> = Vec::new();
    for connection in config.connections_for(client) {
        let value = connection_settings(connection);
        match strategies
            .iter_mut()
            .find(|(name, _)| *name == connection.strategy)
        {
            Some((_, connections)) => connections.push(value),
            None => strategies.push((&connection.strategy, vec![value])),
        }
    }
    let strategies: Vec<Value> = strategies
        .into_iter()
        .map(|(name, connections)| json!({ "name": name, "connections": connections }))
        .collect();
    json!({
        "id": client.client_id,
        "tenant": config.tenant,
        "subscription": "enterprise",
        "allowed": client.origins,
        "callback": client.callbacks.first(),
        "strategies": strategies,
    })
}

fn connection_settings(connection: &Connection) -> Value {
    let mut value = Map::new();
    value.insert("name".to_owned(), json!(connection.name));
    let more = match &connection.kind {
        ConnectionKind::Database(rules) => database_settings(rules),
        ConnectionKind::Email | ConnectionKind::Sms => json!({}),
        ConnectionKind::Social => {
            json!({ "display_name": connection.display_name, "scope": ["email", "profile"] })
        }
        ConnectionKind::Enterprise { domains } | ConnectionKind::Directory { domains } => {
            enterprise_settings(connection, domains)
        }
    };
    if let Value::Object(more) = more {
        value.extend(more);
    }
    Value::Object(value)
}

fn enterprise_settings(connection: &Connection, domains: &[String]) -> Value {
    let mut value = json!({ "display_name": connection.display_name });
    // Without any domain the connection is found by its button alone.
    if let Some((domain, aliases)) = domains.split_first() {
        value["domain"] = json!(domain);
        value["domain_aliases"] = json!(aliases);
    }
    value
}

fn database_settings(rules: &DatabaseRules) -> Value {
    let (least, most) = rules.username_length;
    let mut value = json!({
        "passwordPolicy": rules.policy.as_str(),
        "showSignup": rules.sign_up,
        "showForgot": true,
        "requires_username": rules.requires_username,
        "validation": { "username": { "min": least, "max": most } },
    });
    if let Some(options) = complexity_settings(&rules.complexity) {
        value["password_complexity_options"] = options;
    }
    value
}

/// Nothing, the length alone, or all of it when it stands in the place of the policy.
fn complexity_settings(complexity: &Complexity) -> Option<Value> {
    let mut value = Map::new();
    if let Some(min_length) = complexity.min_length {
        value.insert("min_length".to_owned(), json!(min_length));
    }
    if complexity.replaces_policy() {
        let types = complexity.character_types.iter().map(|class| class.as_str());
        let rule = match complexity.character_type_rule {
            CharacterTypeRule::All => "all",
            CharacterTypeRule::ThreeOfFour => "three_of_four",
        };
        let excess = match complexity.max_length_exceeded {
            Excess::Truncate => "truncate",
            Excess::Error => "error",
        };
        let more = [
            ("character_types", json!(types.collect::<Vec<_>>())),
            ("character_type_rule", json!(rule)),
            (
                "identical_characters",
                json!(complexity.identical_characters.as_str()),
            ),
            (
                "sequential_characters",
                json!(complexity.sequential_characters.as_str()),
            ),
            ("max_length_exceeded", json!(excess)),
        ];
        value.extend(more.map(|(name, value)| (name.to_owned(), value)));
    }
    (!value.is_empty()).then_some(Value::Object(value))
}

/// JSON as script. What would end a script element, or a line in old engines, is escaped.
fn script(settings: &Value) -> String {
    let mut text = settings.to_string();
    let escapes = [
        ("<", "\\u003c"),
        (">", "\\u003e"),
        ("&", "\\u0026"),
        ("\u{2028}", "\\u2028"),
        ("\u{2029}", "\\u2029"),
    ];
    for (char, escape) in escapes {
        text = text.replace(char, escape);
    }
    format!("Auth0.setClient({text});")
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::{script, settings};
    use crate::config::Config;

    #[test]
    fn connections_are_grouped_by_strategy_in_the_configured_order() {
        let config = crate::seed::config();
        let value = settings(&config, config.client("quickstart").unwrap());
        let names: Vec<_> = value["strategies"]
            .as_array()
            .unwrap()
            .iter()
            .map(|one| &one["name"])
            .collect();
        assert_eq!(
            names,
            ["auth0", "google-oauth2", "facebook", "email", "sms", "samlp"]
        );
        assert_eq!(value["strategies"][0]["connections"][0]["passwordPolicy"], "good");
        assert_eq!(value["strategies"][5]["connections"][0]["domain"], "acme.test");
    }

    #[test]
    fn a_client_sees_only_its_own_connections_and_a_length_only_when_it_is_set() {
        let config = Config::from_toml(
            "[[connection]]\nname = 'Username-Password-Authentication'\nmin_length = 12\nsign_up = false\n\
             [[client]]\nclient_id = 'quickstart'\nconnections = ['Username-Password-Authentication']",
        )
        .unwrap();
        let value = settings(&config, config.client("quickstart").unwrap());
        assert_eq!(value["strategies"].as_array().unwrap().len(), 1);
        let database = &value["strategies"][0]["connections"][0];
        assert_eq!(
            database["password_complexity_options"],
            json!({ "min_length": 12 })
        );
        assert_eq!(database["showSignup"], false);
    }

    #[test]
    fn nothing_in_the_script_can_end_its_element_or_its_line() {
        let text = script(&json!({ "id": "</script><!--&\u{2028}" }));
        assert_eq!(
            text,
            r#"Auth0.setClient({"id":"\u003c/script\u003e\u003c!--\u0026\u2028"});"#
        );
    }
}
