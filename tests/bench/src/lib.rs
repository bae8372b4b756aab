//! The client's check of an ID token, whole, for a page that measures how many it makes in a second.

use std::cell::RefCell;

use vestibule_browser::{now_s, signature_is_valid};
use vestibule_protocol::{
    IdToken, IdTokenJwt, IdTokenRules, Issuer, Jwks, KeySearch, Metadata, NonceRule, Response, Transaction,
    authorize, discovery, id_token, jwks,
};
use wasm_bindgen::prelude::{JsError, wasm_bindgen};

/// A login whose ID tokens are to be checked.
struct Login {
    client_id: String,
    issuer: Issuer,
    metadata: Metadata,
    keys: Jwks,
    transaction: Transaction,
}

thread_local! {
    static LOGIN: RefCell<Option<Login>> = const { RefCell::new(None) };
}

/// Prepares a login with this issuer and its keys, and gives the nonce that its ID tokens have to carry.
#[wasm_bindgen]
pub fn prepare(issuer: &str, client_id: &str, metadata: &str, keys: &str) -> Result<String, JsError> {
    let issuer = Issuer::parse(issuer)?;
    let metadata = discovery::read(&document(metadata), &issuer)?;
    let keys = jwks::read(&document(keys))?;
    let transaction = Transaction::new(std::array::from_fn(|at| u8::try_from(at).unwrap_or_default()), 0)
        .with_issuer(issuer.as_str());
    let nonce = transaction.nonce().expose().to_owned();
    LOGIN.set(Some(Login {
        client_id: client_id.to_owned(),
        issuer,
        metadata,
        keys,
        transaction,
    }));
    Ok(nonce)
}

/// Checks a token from its first dot to its last claim, as the widget does at the end of a login, and gives its subject.
#[wasm_bindgen]
pub async fn check(token: String) -> Result<String, JsError> {
    let token = IdTokenJwt::new(token);
    let question = with_login(|login| match id_token::open(&token)?.find_key(&login.keys) {
        KeySearch::Found(question) => Ok(question),
        KeySearch::Refused(error) => Err(error.into()),
        KeySearch::UnknownKid => Err(JsError::new("the key is not known")),
    })?;
    let valid = signature_is_valid(&question).await;
    let signature = question.answered(valid)?;
    with_login(|login| {
        let state = login.transaction.state().expose();
        let response = format!("code=c&state={state}&iss={}", login.issuer.as_str());
        let grant = authorize::from_query(&response)?
            .ok_or_else(|| JsError::new("no response"))?
            .check(&login.transaction, &login.metadata)
            .map_err(|_| JsError::new("the response is refused"))?;
        let rules = IdTokenRules::new(
            &login.issuer,
            &login.client_id,
            NonceRule::Expect(login.transaction.nonce()),
        );
        let nonce = id_token::match_nonce(&signature, &rules.nonce)?;
        let trusted = IdToken::trust(signature, grant.state, nonce, &rules, now_s())?;
        Ok(trusted.claims().sub.clone())
    })
}

fn with_login<T>(work: impl FnOnce(&Login) -> Result<T, JsError>) -> Result<T, JsError> {
    LOGIN.with_borrow(|login| {
        login
            .as_ref()
            .map_or_else(|| Err(JsError::new("nothing is prepared")), work)
    })
}

fn document(body: &str) -> Response {
    Response {
        status: 200,
        body: body.as_bytes().to_vec(),
        ..Response::default()
    }
}
