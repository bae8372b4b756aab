//! What is there before anyone configures anything, and how the store is filled with it.

use serde_json::json;

use crate::config::{
    Api, Captcha, Client, Complexity, Config, Connection, ConnectionKind, DatabaseRules, Dpop, KeyAlgorithm,
    Lifetimes, LockOut, Organization, PasswordPolicy, Pkce, RateLimits, ResponseType, SeedUser, Transport,
};
use crate::password::{self, PasswordError};
use crate::secret::Secret;
use crate::state::AppState;
use crate::store::{NewUser, StoreError};

/// The name of the seeded database connection.
pub const DATABASE: &str = "Username-Password-Authentication";

/// The origin of the seeded clients' app.
pub const APP_ORIGIN: &str = "http://localhost:8080";

/// The configuration without any file.
#[must_use]
pub fn config() -> Config {
    let origins = [APP_ORIGIN.to_owned()];
    Config {
        issuer: None,
        tenant: "vestibule".to_owned(),
        transport: Transport::Http,
        key_algorithm: KeyAlgorithm::Rs256,
        lifetimes: Lifetimes::default(),
        lock_out: LockOut::default(),
        rate_limits: RateLimits::default(),
        captcha: Captcha::default(),
        api: Api {
            audience: "https://api.example.com/".to_owned(),
            scope: "read:me".to_owned(),
        },
        reports: Api {
            audience: "https://reports.example.com/".to_owned(),
            scope: "read:reports".to_owned(),
        },
        reveal_user_exists: false,
        country: "US".to_owned(),
        corporate_network: None,
        hosted_page: None,
        clients: vec![
            Client {
                name: "Quickstart".to_owned(),
                initiate_login_uri: Some(format!("{APP_ORIGIN}/login")),
                ..client("quickstart", &origins)
            },
            Client {
                name: "Legacy".to_owned(),
                response_types: ResponseType::ALL.to_vec(),
                pkce: Pkce::Optional,
                ..client("legacy", &origins)
            },
            Client {
                name: "Partner".to_owned(),
                consent: true,
                ..client("partner", &origins)
            },
            Client {
                name: "Strict".to_owned(),
                dpop: Dpop::Required,
                require_pushed_authorization_requests: true,
                ..client("strict", &origins)
            },
        ],
        connections: connections(),
        organizations: vec![Organization {
            id: "org_analytical".to_owned(),
            name: "analytical-engines".to_owned(),
            display_name: "Analytical Engines".to_owned(),
            connections: None,
            members: vec!["ada@example.com".to_owned()],
            invitations: vec!["welcome".to_owned()],
        }],
        users: vec![SeedUser {
            email: "ada@example.com".to_owned(),
            password: Secret::from("correct horse battery staple"),
            username: Some("ada".to_owned()),
            name: Some("Ada Lovelace".to_owned()),
            connection: DATABASE.to_owned(),
            email_verified: true,
            second_factor: false,
            blocked: false,
        }],
        rules: Vec::new(),
    }
}

/// A client with what most want: `code` and `code id_token` with PKCE, callbacks at the root and at `/callback`
/// of each origin, every connection.
#[must_use]
pub fn client(client_id: &str, origins: &[String]) -> Client {
    let urls = |paths: &[&str]| {
        origins
            .iter()
            .flat_map(|origin| paths.iter().map(move |path| format!("{origin}{path}")))
            .collect()
    };
    Client {
        client_id: client_id.to_owned(),
        name: client_id.to_owned(),
        origins: origins.to_vec(),
        callbacks: urls(&["", "/", "/callback", "/callback.html"]),
        logout_urls: urls(&["", "/"]),
        response_types: ["code", "code id_token"]
            .into_iter()
            .filter_map(ResponseType::parse)
            .collect(),
        pkce: Pkce::Required,
        dpop: Dpop::Allowed,
        require_pushed_authorization_requests: false,
        consent: false,
        initiate_login_uri: None,
        refresh_audiences: None,
        cross_origin_authentication: true,
        connections: None,
    }
}

/// The rules of a database connection about which nothing else is said.
#[must_use]
pub fn database_rules() -> DatabaseRules {
    DatabaseRules {
        policy: PasswordPolicy::Good,
        complexity: Complexity::of_length(None),
        history: 0,
        dictionary: None,
        no_personal_info: None,
        requires_username: false,
        username_length: (1, 15),
        sign_up: true,
    }
}

/// Why the store could not be filled.
#[derive(Debug)]
pub enum SeedError {
    /// The store refused.
    Store(StoreError),
    /// A password could not be hashed.
    Password(PasswordError),
}

/// Puts the configured people into the store; those who are there keep what they have changed since.
pub async fn plant(state: &AppState) -> Result<(), SeedError> {
    for person in &state.config.users {
        let email = person.email.to_lowercase();
        let there = state
            .store
            .user_by_email(&person.connection, &email)
            .map_err(SeedError::Store)?;
        if there.is_some() {
            continue;
        }
        let hash = password::hash(&person.password, &state.chance)
            .await
            .map_err(SeedError::Password)?;
        let mut profile = serde_json::Map::new();
        if let Some(name) = &person.name {
            profile.insert("name".to_owned(), json!(name));
        }
        let user = NewUser {
            id: identifier(state, &person.connection),
            connection: person.connection.clone(),
            email: Some(email),
            email_verified: person.email_verified,
            username: person.username.clone(),
            password_hash: Some(hash),
            blocked: person.blocked,
            profile,
            ..NewUser::default()
        };
        state
            .store
            .add_user(user, state.now())
            .map_err(SeedError::Store)?;
    }
    Ok(())
}

/// `auth0|…` for a database, `ad|NAME|…` for a directory.
fn identifier(state: &AppState, connection: &str) -> String {
    let random = state.chance.hex(24);
    match state.config.connection(connection).map(|found| &found.kind) {
        Some(ConnectionKind::Directory { .. }) => format!("ad|{connection}|{random}"),
        _ => format!("auth0|{random}"),
    }
}

fn connections() -> Vec<Connection> {
    let connection = |name: &str, strategy: &str, display_name: &str, kind| Connection {
        name: name.to_owned(),
        strategy: strategy.to_owned(),
        display_name: display_name.to_owned(),
        kind,
    };
    vec![
        connection(
            DATABASE,
            "auth0",
            "E-mail and password",
            ConnectionKind::Database(database_rules()),
        ),
        connection("google-oauth2", "google-oauth2", "Google", ConnectionKind::Social),
        connection("facebook", "facebook", "Facebook", ConnectionKind::Social),
        connection("email", "email", "E-mail", ConnectionKind::Email),
        connection("sms", "sms", "Text message", ConnectionKind::Sms),
        connection(
            "acme",
            "samlp",
            "Acme",
            ConnectionKind::Enterprise {
                domains: vec!["acme.test".to_owned()],
            },
        ),
    ]
}
