//! Auth0's client settings: which connections a client offers, read from a script that is never run.

use std::rc::Rc;

use crate::error::{Broken, Failure};
use crate::form;
use crate::http::{MAX_BODY, Request, Response};
use crate::issuer::Issuer;
use crate::json::{Object, Value, whole_number};
use crate::password_policy::PasswordPolicy;
use crate::{answer, json};

const MAX_BYTES: usize = MAX_BODY;

/// What a client offers to log in with.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct ClientSettings {
    /// The connections, in the server's order; each name once.
    pub connections: Vec<Connection>,
}

/// One way to log in.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Connection {
    /// Its name, the `connection` and `realm` of requests.
    pub name: String,
    /// The kind of provider, as the server calls it.
    pub strategy: String,
    /// What the widget can do with it.
    pub kind: ConnectionKind,
    /// What to call it.
    pub display_name: Option<String>,
    /// The mail domains it serves, in lower case.
    pub domains: Vec<String>,
}

/// What a connection is.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum ConnectionKind {
    /// User names and passwords kept by the server.
    Database(Rc<Database>),
    /// A public provider, by redirect or popup.
    Social,
    /// An organisation's provider, by redirect or popup.
    Enterprise,
    /// An organisation's directory (Active Directory, LDAP), which takes a user name and a password like a database.
    Directory,
    /// Codes or links by mail.
    PasswordlessEmail,
    /// Codes by text message.
    PasswordlessSms,
}

/// What a database connection asks and allows.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Database {
    /// The rules for new passwords.
    pub policy: PasswordPolicy,
    /// Whether people may sign up.
    pub sign_up: bool,
    /// Whether people may ask for a new password.
    pub forgot: bool,
    /// Whether sign-up takes a user name besides the address.
    pub requires_username: bool,
    /// The shortest and the longest user name, in characters.
    pub username_length: (u32, u32),
}

/// `GET {issuer}/client/{id}.js`
#[must_use]
pub fn ask(issuer: &Issuer, client_id: &str) -> Request {
    // A space in a path is %20; the form encoding's + means itself there.
    let id = form::encode(&[("", client_id)]).split_off(1).replace('+', "%20");
    Request::get(issuer.join(&format!("/client/{id}.js")))
}

/// The same from another address: a copy of the settings that the host keeps.
#[must_use]
pub fn ask_at(url: &str) -> Request {
    Request::get(url.to_owned())
}

/// The settings: `Auth0.setClient({…});` and nothing else, or the object alone. Broken connections among good ones are
/// skipped.
pub fn read(response: &Response) -> Result<ClientSettings, Failure> {
    answer::accepted(response)?;
    if response.body.len() > MAX_BYTES {
        return Err(Broken::TooLarge.into());
    }
    let members = match unwrap_call(&response.body) {
        Some(object) => json::object(object, MAX_BYTES)?,
        None => answer::object(response, MAX_BYTES).map_err(|failure| match failure {
            Failure::Broken(Broken::NotJson) => Broken::NotSettings.into(),
            failure => failure,
        })?,
    };
    let mut connections: Vec<Connection> = Vec::new();
    for strategy in items(&members, "strategies") {
        let Some(strategy_name) = strategy.get("name").and_then(Value::as_str) else {
            continue;
        };
        for connection in strategy
            .as_object()
            .map(|members| items(members, "connections"))
            .unwrap_or_default()
        {
            match connection
                .as_object()
                .and_then(|members| read_connection(strategy_name, members))
            {
                Some(connection) if connections.iter().all(|known| known.name != connection.name) => {
                    connections.push(connection);
                }
                _ => {}
            }
        }
    }
    Ok(ClientSettings { connections })
}

/// The argument of the one call that is allowed to be there.
fn unwrap_call(script: &[u8]) -> Option<&[u8]> {
    let argument = script.trim_ascii().strip_prefix(b"Auth0.setClient(")?;
    let argument = argument.strip_suffix(b";").unwrap_or(argument).trim_ascii_end();
    argument.strip_suffix(b")")
}

fn items<'a>(members: &'a Object, name: &str) -> &'a [Value] {
    members.get(name).and_then(Value::as_array).unwrap_or_default()
}

fn read_connection(strategy: &str, members: &Object) -> Option<Connection> {
    let text = |name: &str| {
        members
            .get(name)
            .and_then(Value::as_str)
            .filter(|text| !text.is_empty())
    };
    let kind = match strategy {
        "auth0" => ConnectionKind::Database(Rc::new(read_database(members))),
        "email" => ConnectionKind::PasswordlessEmail,
        "sms" => ConnectionKind::PasswordlessSms,
        "ad" | "auth0-adldap" => ConnectionKind::Directory,
        "adfs" | "auth0-oidc" | "custom" | "google-apps" | "ip" | "mscrm" | "office365" | "oidc" | "okta"
        | "pingfederate" | "samlp" | "sharepoint" | "waad" => ConnectionKind::Enterprise,
        _ => ConnectionKind::Social,
    };
    let aliases = items(members, "domain_aliases").iter().filter_map(Value::as_str);
    let mut domains: Vec<String> = Vec::new();
    for domain in text("domain")
        .into_iter()
        .chain(aliases)
        .map(|domain| domain.trim().to_ascii_lowercase())
    {
        // A tenant may have thousands: what stands there twice stays twice.
        if !domain.is_empty() {
            domains.push(domain);
        }
    }
    Some(Connection {
        name: text("name")?.to_owned(),
        strategy: strategy.to_owned(),
        kind,
        display_name: text("display_name").map(str::to_owned),
        domains,
    })
}

fn read_database(members: &Object) -> Database {
    let flag = |name: &str, default| members.get(name).and_then(Value::as_bool).unwrap_or(default);
    let username = members
        .get("validation")
        .and_then(|validation| validation.get("username"));
    let length = |name: &str, default| {
        username
            .and_then(|limits| limits.get(name))
            .and_then(whole_number)
            .unwrap_or(default)
    };
    Database {
        policy: PasswordPolicy::of_settings(members),
        sign_up: flag("showSignup", true),
        forgot: flag("showForgot", true),
        requires_username: flag("requires_username", false),
        // Limits that no name can keep are none.
        username_length: Some((length("min", 1), length("max", 15)))
            .filter(|(least, most)| least <= most)
            .unwrap_or((1, 15)),
    }
}
