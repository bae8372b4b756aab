//! The claims of an ID token (OpenID Connect Core §2 and §5.1), typed.

use std::fmt;

use super::error::IdTokenError;
use super::parts::Payload;
use crate::json::{Object, Value};

/// Beyond this, a double does not count single seconds.
const MAX_TIME: f64 = 9_007_199_254_740_992.0;

/// What an ID token says about a person and a log-in. `Debug` prints the subject alone.
#[derive(Clone, PartialEq)]
pub struct Claims {
    /// Issuer.
    pub iss: String,
    /// The person, as this issuer calls them.
    pub sub: String,
    /// The clients the token is for.
    pub aud: Vec<String>,
    /// The authorized party.
    pub azp: Option<String>,
    /// The end of its validity, epoch seconds.
    pub exp: f64,
    /// When it was made, epoch seconds.
    pub iat: f64,
    /// Not to be used before, epoch seconds.
    pub nbf: Option<f64>,
    /// When the person typed a credential, epoch seconds.
    pub auth_time: Option<f64>,
    /// The attempt's nonce.
    pub nonce: Option<String>,
    /// Mail address.
    pub email: Option<String>,
    /// Whether the server has seen the person read mail there.
    pub email_verified: Option<bool>,
    /// Full name.
    pub name: Option<String>,
    /// Given name.
    pub given_name: Option<String>,
    /// Family name.
    pub family_name: Option<String>,
    /// Casual name.
    pub nickname: Option<String>,
    /// The URL of a picture, as the server gave it: not checked.
    pub picture: Option<String>,
    /// The organization's identifier.
    pub org_id: Option<String>,
    /// The organization's name.
    pub org_name: Option<String>,
    /// The class of the authentication.
    pub acr: Option<String>,
    /// The methods of the authentication.
    pub amr: Vec<String>,
    all: Object,
    json: String,
}

impl Claims {
    /// Every claim, as it came.
    #[must_use]
    pub fn all(&self) -> &Object {
        &self.all
    }

    /// Every claim as the server wrote it, a JSON object's text.
    #[must_use]
    pub fn json(&self) -> &str {
        &self.json
    }

    /// Claims this crate decides by must have their type; those it only passes on are dropped where they do not.
    pub(super) fn read(payload: Payload) -> Result<Self, IdTokenError> {
        let Payload {
            members: all,
            text: json,
        } = payload;
        // By lists, and moved into place at the end: twenty values that are read one by one, each with its own way out,
        // are 2 KB more.
        for name in ["iss", "sub", "aud", "exp", "iat"] {
            if !all.contains_key(name) {
                return Err(IdTokenError::Missing(name));
            }
        }
        let [iss, sub, azp, nonce, org_id, org_name] =
            texts(&all, ["iss", "sub", "azp", "nonce", "org_id", "org_name"])?;
        let [exp, iat, nbf, auth_time] = times(&all, ["exp", "iat", "nbf", "auth_time"])?;
        let aud = audience(&all)?;
        let passed_on = [
            "email",
            "name",
            "given_name",
            "family_name",
            "nickname",
            "picture",
            "acr",
        ];
        let [email, name, given_name, family_name, nickname, picture, acr] =
            passed_on.map(|name| all.get(name).and_then(Value::as_str).map(str::to_owned));
        Ok(Self {
            // These four are there, as was seen above.
            iss: iss.unwrap_or_default(),
            sub: sub.unwrap_or_default(),
            exp: exp.unwrap_or_default(),
            iat: iat.unwrap_or_default(),
            aud,
            azp,
            nbf,
            auth_time,
            nonce,
            email,
            email_verified: all.get("email_verified").and_then(Value::as_bool),
            name,
            given_name,
            family_name,
            nickname,
            picture,
            org_id,
            org_name,
            acr,
            amr: match all.get("amr") {
                Some(Value::Array(methods)) => methods
                    .iter()
                    .filter_map(Value::as_str)
                    .map(str::to_owned)
                    .collect(),
                _ => Vec::new(),
            },
            all,
            json,
        })
    }

    /// A claim that is compared, if it is there.
    pub(super) fn compared(&self, name: &'static str) -> Result<Option<String>, IdTokenError> {
        text(&self.all, name)
    }
}

impl fmt::Debug for Claims {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Claims")
            .field("sub", &self.sub)
            .finish_non_exhaustive()
    }
}

fn text(all: &Object, name: &'static str) -> Result<Option<String>, IdTokenError> {
    match all.get(name) {
        None => Ok(None),
        Some(Value::String(text)) if !text.is_empty() => Ok(Some(text.clone())),
        Some(_) => Err(IdTokenError::WrongType(name)),
    }
}

fn texts<const N: usize>(
    all: &Object,
    names: [&'static str; N],
) -> Result<[Option<String>; N], IdTokenError> {
    let mut texts = [const { None }; N];
    for (name, slot) in names.into_iter().zip(&mut texts) {
        *slot = text(all, name)?;
    }
    Ok(texts)
}

fn times<const N: usize>(all: &Object, names: [&'static str; N]) -> Result<[Option<f64>; N], IdTokenError> {
    let mut times = [None; N];
    for (name, slot) in names.into_iter().zip(&mut times) {
        *slot = time(all, name)?;
    }
    Ok(times)
}

/// A `NumericDate` (RFC 7519 §2), fractions allowed.
fn time(all: &Object, name: &'static str) -> Result<Option<f64>, IdTokenError> {
    match all.get(name) {
        None => Ok(None),
        Some(value) => match value.as_f64() {
            Some(time) if (0.0..=MAX_TIME).contains(&time) => Ok(Some(time)),
            _ => Err(IdTokenError::WrongType(name)),
        },
    }
}

/// One string or an array of them, not empty (RFC 7519 §4.1.3).
fn audience(all: &Object) -> Result<Vec<String>, IdTokenError> {
    match all.get("aud") {
        None => Err(IdTokenError::Missing("aud")),
        Some(Value::Array(items)) if !items.is_empty() => items
            .iter()
            .map(|item| item.as_str().filter(|item| !item.is_empty()).map(str::to_owned))
            .collect::<Option<_>>()
            .ok_or(IdTokenError::WrongType("aud")),
        Some(_) => Ok(vec![text(all, "aud")?.ok_or(IdTokenError::WrongType("aud"))?]),
    }
}
