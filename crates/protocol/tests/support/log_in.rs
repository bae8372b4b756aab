//! The whole way of a log-in with one ID token or another, each really signed.

use std::sync::LazyLock;

use serde_json::{Value, json};
use vestibule_protocol::{
    IdToken, IdTokenError, IdTokenJwt, IdTokenRules, Issuer, NonceRule, Transaction, authorize, id_token,
};

use super::{CLIENT, NOW, claims, header, issuer, keys, metadata, sign, transaction, verify};

/// The whole way of a log-in, with one rule or another changed.
pub fn trust_by<'a>(
    token: &IdTokenJwt,
    change: impl Fn(&mut IdTokenRules<'a>),
    now: f64,
) -> Result<IdToken, IdTokenError> {
    static LOGIN: LazyLock<(Issuer, Transaction)> = LazyLock::new(|| (issuer(), transaction()));
    let (issuer, attempt) = &*LOGIN;
    let mut rules: IdTokenRules<'a> = IdTokenRules::new(issuer, CLIENT, NonceRule::Expect(attempt.nonce()));
    change(&mut rules);
    let query = format!("code=c&state={}", attempt.state().expose());
    let response = authorize::from_query(&query).expect("sound").expect("a response");
    let grant = response.check(attempt, &metadata()).expect("a code");
    let signature = verify(token, &keys())?;
    let nonce = id_token::match_nonce(&signature, &rules.nonce)?;
    IdToken::trust(signature, grant.state, nonce, &rules, now)
}

pub fn trust(token: &IdTokenJwt) -> Result<IdToken, IdTokenError> {
    trust_by(token, |_| {}, NOW)
}

/// Claims with one of them replaced, or taken out where the value is null.
pub fn with(name: &str, value: Value) -> IdTokenJwt {
    let mut all = claims();
    match value {
        Value::Null => drop(all.as_object_mut().expect("an object").remove(name)),
        value => all[name] = value,
    }
    sign(&header().to_string(), &all.to_string())
}

pub fn with_header(name: &str, value: Value) -> IdTokenJwt {
    let mut all = header();
    all[name] = value;
    sign(&all.to_string(), &claims().to_string())
}

pub fn sound() -> IdTokenJwt {
    with("email_verified", json!(true))
}
