//! Signing up: `/dbconnections/signup` and the rules that the hosted page shares with it.

use axum::Json;
use axum::extract::State;
use axum::http::StatusCode;
use serde_json::{Map, Value, json};

use crate::address;
use crate::captcha::{self, Step};
use crate::config::{Connection, Moment, Rule};
use crate::http::{JsonObject, Refusal, Visit, require_origin};
use crate::password::{self, PasswordError};
use crate::password_policy::{self, About};
use crate::rules;
use crate::secret::Secret;
use crate::state::AppState;
use crate::store::{NewUser, StoreError, User};

/// Profile members that a client may set at the root of the request, with the most characters of each.
const PROFILE: [(&str, usize); 5] = [
    ("given_name", 150),
    ("family_name", 150),
    ("name", 300),
    ("nickname", 300),
    ("picture", 2048),
];

/// The most members of `user_metadata`, and the longest key and value, in characters.
const METADATA: (usize, usize, usize) = (10, 100, 500);

/// Who wants to sign up, as typed.
#[derive(Debug)]
pub struct NewPerson<'a> {
    /// Mail address.
    pub email: &'a str,
    /// User name.
    pub username: Option<&'a str>,
    /// Password.
    pub password: Secret,
    /// Profile members, by their claim names.
    pub profile: Map<String, Value>,
    /// What the app wants to keep.
    pub user_metadata: Map<String, Value>,
}

/// Why nobody was signed up.
#[derive(Debug)]
pub enum SignUpError {
    /// The connection takes nobody new.
    Closed,
    /// The mail address is none.
    Email,
    /// The user name is missing, has characters that are not allowed, or not so many of them at least and at most.
    Username((usize, usize)),
    /// A profile member is blank or has more than so many characters.
    Profile(&'static str, usize),
    /// `user_metadata` is not a small object of strings.
    Metadata,
    /// The password is refused.
    Password(password_policy::Refusal),
    /// The mail address is taken.
    EmailTaken,
    /// The user name is taken.
    UsernameTaken,
    /// A rule of the tenant refuses.
    Refused(Box<Rule>),
    /// The server failed.
    Internal(Refusal),
}

/// Signs a person up. A taken address costs as much time as a free one: the password is hashed first.
pub async fn sign_up(
    state: &AppState,
    connection: &Connection,
    person: NewPerson<'_>,
) -> Result<User, SignUpError> {
    let rules = connection
        .database()
        .filter(|rules| rules.sign_up)
        .ok_or(SignUpError::Closed)?;
    let email = address::email(person.email).ok_or(SignUpError::Email)?;
    let username = match (person.username, rules.requires_username) {
        (Some(text), _) => Some(
            address::username(text, rules.username_length)
                .ok_or(SignUpError::Username(rules.username_length))?,
        ),
        (None, true) => return Err(SignUpError::Username(rules.username_length)),
        (None, false) => None,
    };
    check_profile(&person.profile)?;
    check_metadata(&person.user_metadata)?;
    let about = About {
        email: Some(&email),
        username: username.as_deref(),
        names: person.profile.values().filter_map(Value::as_str).collect(),
    };
    password_policy::judge(rules, &person.password, &about).map_err(SignUpError::Password)?;
    let names = [Some(email.as_str()), username.as_deref()];
    let names: Vec<&str> = names.into_iter().flatten().collect();
    if let Some(rule) = rules::refusing(state, Moment::Signup, &connection.name, &names) {
        return Err(SignUpError::Refused(Box::new(rule.clone())));
    }
    let hash = password::hash(&person.password, &state.chance).await?;
    let username_is_free = match &username {
        Some(username) => state
            .store
            .user_by_username(&connection.name, username)?
            .is_none(),
        None => true,
    };
    let user = NewUser {
        id: format!("auth0|{}", state.chance.hex(24)),
        connection: connection.name.clone(),
        email: Some(email),
        username,
        password_hash: Some(hash),
        profile: person.profile,
        user_metadata: person.user_metadata,
        ..NewUser::default()
    };
    match state.store.add_user(user, state.now())? {
        Some(user) => Ok(user),
        None if username_is_free => Err(SignUpError::EmailTaken),
        None => Err(SignUpError::UsernameTaken),
    }
}

/// `POST /dbconnections/signup`. Members it does not know are passed over.
pub(super) async fn handle(
    State(state): State<AppState>,
    visit: Visit,
    JsonObject(body): JsonObject,
) -> Result<Json<Value>, Refusal> {
    let text = |name: &str| body.get(name).and_then(Value::as_str);
    let client = text("client_id")
        .and_then(|client_id| state.config.client(client_id))
        .ok_or_else(|| bad_request("client_id", "names no client"))?;
    require_origin(client, &visit)?;
    let connection = text("connection")
        .and_then(|name| state.config.connection_for(client, name))
        .filter(|connection| connection.database().is_some())
        .ok_or_else(|| bad_request("connection", "names no database connection of this client"))?;
    captcha::require(&state, &visit, Step::SignUp, text("state"), text("captcha"))
        .map_err(|error| error.coded(StatusCode::BAD_REQUEST))?;
    let person = NewPerson {
        email: text("email").unwrap_or_default(),
        username: text("username").filter(|username| !username.trim().is_empty()),
        password: Secret::from(text("password").unwrap_or_default()),
        profile: PROFILE
            .iter()
            .filter_map(|(name, _)| Some(((*name).to_owned(), json!(text(name)?))))
            .collect(),
        user_metadata: match body.get("user_metadata") {
            None | Some(Value::Null) => Map::new(),
            Some(Value::Object(metadata)) => metadata.clone(),
            Some(_) => return Err(bad_request("user_metadata", "must be an object")),
        },
    };
    let user = sign_up(&state, connection, person)
        .await
        .map_err(|error| error.refusal(&state))?;
    Ok(Json(answer(&user)))
}

impl SignUpError {
    /// On the wire. A taken address or name is told only when the configuration says so.
    fn refusal(self, state: &AppState) -> Refusal {
        let coded = |name, code, text| Refusal::coded(StatusCode::BAD_REQUEST, name, code, text);
        match self {
            Self::Closed => coded(
                "BadRequestError",
                "public_signup_disabled",
                "Nobody can sign up here by themselves.",
            ),
            Self::Email => bad_request("email", "is not a mail address"),
            Self::Username((least, most)) => bad_request(
                "username",
                &format!("must have {least} to {most} plain letters, digits or signs"),
            ),
            Self::Profile(name, most) => bad_request(name, &format!("must have 1 to {most} characters")),
            Self::Metadata => bad_request("user_metadata", "must be at most 10 short strings"),
            Self::Password(refusal) => Refusal::json(StatusCode::BAD_REQUEST, refusal.body()),
            Self::EmailTaken if state.config.reveal_user_exists => {
                coded("BadRequestError", "user_exists", "The user already exists.")
            }
            Self::UsernameTaken if state.config.reveal_user_exists => coded(
                "BadRequestError",
                "username_exists",
                "The user name already exists.",
            ),
            Self::EmailTaken | Self::UsernameTaken => {
                coded("BadRequestError", "invalid_signup", "The sign-up is not valid.")
            }
            Self::Refused(rule) => rule.coded(state.now()),
            Self::Internal(refusal) => refusal,
        }
    }
}

impl From<StoreError> for SignUpError {
    fn from(error: StoreError) -> Self {
        Self::Internal(error.into())
    }
}

impl From<PasswordError> for SignUpError {
    fn from(error: PasswordError) -> Self {
        Self::Internal(error.into())
    }
}

/// The answer names the person by `_id`, without the strategy before it.
fn answer(user: &User) -> Value {
    let mut answer = user.profile.clone();
    let id = user.id.split_once('|').map_or(user.id.as_str(), |(_, id)| id);
    answer.insert("_id".to_owned(), json!(id));
    answer.insert("email".to_owned(), json!(user.email));
    answer.insert("email_verified".to_owned(), json!(user.email_verified));
    if let Some(username) = &user.username {
        answer.insert("username".to_owned(), json!(username));
    }
    if !user.user_metadata.is_empty() {
        answer.insert("user_metadata".to_owned(), json!(user.user_metadata));
    }
    Value::Object(answer)
}

fn check_profile(profile: &Map<String, Value>) -> Result<(), SignUpError> {
    let too_long = |(name, most): &&(&str, usize)| {
        let text = profile.get(*name).and_then(Value::as_str);
        text.is_some_and(|text| text.trim().is_empty() || text.chars().count() > *most)
    };
    match PROFILE.iter().find(too_long) {
        Some((name, most)) => Err(SignUpError::Profile(name, *most)),
        None => Ok(()),
    }
}

fn check_metadata(metadata: &Map<String, Value>) -> Result<(), SignUpError> {
    let (members, key_length, value_length) = METADATA;
    let fits = |(key, value): (&String, &Value)| {
        let text = value.as_str();
        key.chars().count() <= key_length && text.is_some_and(|text| text.chars().count() <= value_length)
    };
    if metadata.len() > members || !metadata.iter().all(fits) {
        return Err(SignUpError::Metadata);
    }
    Ok(())
}

fn bad_request(name: &str, what: &str) -> Refusal {
    Refusal::coded(
        StatusCode::BAD_REQUEST,
        "BadRequestError",
        "invalid_request",
        &format!("The parameter {name} {what}."),
    )
}
