//! Checking a proof (RFC 9449 section 4.3).

use axum::http::{HeaderMap, StatusCode};
use base64::Engine as _;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use serde_json::{Map, Value};
use url::Url;

use super::{key, nonce};
use crate::http::{Refusal, Visit, read_json};
use crate::secret::Secret;
use crate::state::AppState;
use crate::store::{Mark, StoreError};

/// How far a proof's `iat` may lie from the present, in seconds, to either side.
const LEEWAY: i64 = 300;

/// The longest proof that is read, in bytes.
const LONGEST: usize = 8192;

/// The longest `jti`, in bytes.
const LONGEST_JTI: usize = 512;

/// What is said to whoever did not know the nonce.
pub const NONCE_WANTED: &str = "The proof must carry the nonce of the header DPoP-Nonce.";

/// A good proof.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Proof {
    /// The thumbprint of the key that signed it (RFC 7638).
    pub jkt: String,
}

/// Why a proof is refused.
#[derive(Debug)]
pub enum DpopError {
    /// It breaks a rule.
    Bad(&'static str),
    /// It has no nonce of this server's; here is one.
    Nonce(String),
    /// The store refused.
    Store(StoreError),
}

/// The proof that came with a request, checked; `Ok(None)` when none came. `token` is the access token that it came
/// with. A good proof is used up.
pub fn proof(
    state: &AppState,
    visit: &Visit,
    headers: &HeaderMap,
    token: Option<&str>,
) -> Result<Option<Proof>, DpopError> {
    let mut given = headers.get_all("dpop").iter();
    let text = match (given.next(), given.next()) {
        (None, _) => return Ok(None),
        (Some(only), None) => only.to_str().unwrap_or_default(),
        (Some(_), Some(_)) => return Err(DpopError::Bad("There is more than one proof.")),
    };
    let (jkt, claims) = read(text).map_err(DpopError::Bad)?;
    let text = |name: &str| claims.get(name).and_then(Value::as_str);
    check_target(visit, text("htm"), text("htu")).map_err(DpopError::Bad)?;
    check_token(token, text("ath")).map_err(DpopError::Bad)?;
    let now = state.now();
    let iat = claims
        .get("iat")
        .and_then(Value::as_f64)
        .ok_or(DpopError::Bad("The proof says no time (iat)."))?;
    #[expect(clippy::cast_precision_loss, reason = "Unix seconds lie far below 2^53")]
    if (now as f64 - iat).abs() > LEEWAY as f64 {
        return Err(DpopError::Bad("The proof is too old or too new (iat)."));
    }
    let jti = text("jti")
        .filter(|jti| (1..=LONGEST_JTI).contains(&jti.len()))
        .ok_or(DpopError::Bad(
            "The proof has no name (jti), or one that is too long.",
        ))?;
    let known = match text("nonce") {
        Some(nonce) => state.store.is_nonce(nonce, now)?,
        None => false,
    };
    if !known {
        return Err(DpopError::Nonce(nonce::current(state)?));
    }
    // Two sides of leeway later the time alone would refuse it.
    if !state
        .store
        .mark(Mark::Proof, &format!("{jkt} {jti}"), now + 2 * LEEWAY + 1)?
    {
        return Err(DpopError::Bad("The proof was used before (jti)."));
    }
    Ok(Some(Proof { jkt }))
}

/// The thumbprint of the key that signed a well-formed proof, and its claims.
fn read(text: &str) -> Result<(String, Map<String, Value>), &'static str> {
    const MALFORMED: &str = "The proof is not a signed JWT.";
    if text.len() > LONGEST {
        return Err("The proof is too long.");
    }
    let (message, signature) = text.rsplit_once('.').ok_or(MALFORMED)?;
    let (header, payload) = message.split_once('.').ok_or(MALFORMED)?;
    let header = object(header).ok_or(MALFORMED)?;
    let claims = object(payload).ok_or(MALFORMED)?;
    if header.get("typ").and_then(Value::as_str) != Some("dpop+jwt") {
        return Err("The proof's typ is not dpop+jwt.");
    }
    if header.contains_key("crit") || header.contains_key("b64") {
        return Err("The proof's header asks for an extension.");
    }
    let alg = header.get("alg").and_then(Value::as_str).unwrap_or_default();
    let jwk = header
        .get("jwk")
        .and_then(Value::as_object)
        .ok_or("There is no key in the proof.")?;
    let key = key::read(alg, jwk)?;
    match jsonwebtoken::crypto::verify(signature, message.as_bytes(), &key.decoding, key.algorithm) {
        Ok(true) => Ok((key.thumbprint, claims)),
        Ok(false) | Err(_) => Err("The proof's signature is wrong."),
    }
}

fn object(part: &str) -> Option<Map<String, Value>> {
    match read_json(&URL_SAFE_NO_PAD.decode(part).ok()?).ok()? {
        Value::Object(object) => Some(object),
        _ => None,
    }
}

/// `htm` and `htu` name this very request; query and fragment do not count (section 4.3).
fn check_target(visit: &Visit, htm: Option<&str>, htu: Option<&str>) -> Result<(), &'static str> {
    if htm != Some(visit.method.as_str()) {
        return Err("The proof is for another method (htm).");
    }
    let path = visit.path.trim_start_matches('/');
    let ours = [&visit.base, &visit.issuer].map(|base| bare(&format!("{base}{path}")));
    match htu.map(bare) {
        Some(Some(given)) if ours.contains(&Some(given.clone())) => Ok(()),
        _ => Err("The proof is for another address (htu)."),
    }
}

/// A URL in its normal form, without query and fragment.
fn bare(text: &str) -> Option<Url> {
    let mut url = Url::parse(text).ok()?;
    url.set_query(None);
    url.set_fragment(None);
    Some(url)
}

/// `ath` is the hash of the access token that came with the proof.
fn check_token(token: Option<&str>, ath: Option<&str>) -> Result<(), &'static str> {
    match token {
        Some(token) if ath != Some(Secret::from(token).digest().as_str()) => {
            Err("The proof is for another access token (ath).")
        }
        _ => Ok(()),
    }
}

impl From<StoreError> for DpopError {
    fn from(error: StoreError) -> Self {
        Self::Store(error)
    }
}

/// At the authorization server's own endpoints (sections 5 and 8); an API answers by a challenge.
impl From<DpopError> for Refusal {
    fn from(error: DpopError) -> Self {
        let bad = |code: &str, sentence: &str| Self::oauth(StatusCode::BAD_REQUEST, code, sentence);
        match error {
            DpopError::Bad(sentence) => bad("invalid_dpop_proof", sentence),
            DpopError::Nonce(nonce) => bad("use_dpop_nonce", NONCE_WANTED).nonce(&nonce),
            DpopError::Store(error) => error.into(),
        }
    }
}

#[cfg(test)]
mod vectors;
