//! A login that a third party begins: the parameters of the app's `initiate_login_uri` (OpenID Connect Core §4).

use crate::form;
use crate::issuer::Issuer;

/// What the third party asks for. Nothing of it is proven: anybody can write such a link.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Initiation {
    /// The issuer to log in at.
    pub iss: String,
    /// Who may be about to log in.
    pub login_hint: Option<String>,
    /// Where in the app to go afterwards, unchecked.
    pub target_link_uri: Option<String>,
}

/// Why a request to log in is not followed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum InitiationError {
    /// A parameter is there twice, or is not form-encoded.
    #[error("the request to log in is malformed")]
    Malformed,
    /// Another issuer than the configured one: logging in there would be a mix-up.
    #[error("the request to log in names another issuer")]
    Issuer,
}

/// Reads the page's query: `None` where it names no issuer, or is an authorization response.
pub fn read(query: &str, issuer: &Issuer) -> Result<Option<Initiation>, InitiationError> {
    let query = query.strip_prefix('?').unwrap_or(query);
    let mut found = [("iss", None), ("login_hint", None), ("target_link_uri", None)];
    let mut repeated = false;
    for (name, value) in form::pairs(query) {
        // A name that is not form-encoded is the page's own.
        let Ok(name) = form::decode(name) else { continue };
        // The issuer stands in authorization responses as well (RFC 9207).
        if name == "state" {
            return Ok(None);
        }
        if let Some((_, slot)) = found.iter_mut().find(|(known, _)| *known == name) {
            repeated |= slot.replace(value).is_some();
        }
    }
    // Without an issuer these names are the page's own too, however often they are there.
    if found[0].1.is_none() {
        return Ok(None);
    }
    if repeated {
        return Err(InitiationError::Malformed);
    }
    let decoded = found.map(|(_, value)| value.map(form::decode).transpose());
    let [Ok(iss), Ok(login_hint), Ok(target_link_uri)] = decoded else {
        return Err(InitiationError::Malformed);
    };
    match iss {
        None => Ok(None),
        Some(iss) if iss == issuer.as_str() => Ok(Some(Initiation {
            iss,
            login_hint,
            target_link_uri,
        })),
        Some(_) => Err(InitiationError::Issuer),
    }
}
