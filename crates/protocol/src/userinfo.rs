//! The claims of an access token's person: `/userinfo` (OpenID Connect Core §5.3).

use crate::discovery::Metadata;
use crate::error::{Broken, Failure};
use crate::http::{Request, Response};
use crate::json::Object;
use crate::secret::AccessToken;
use crate::{answer, json};

const MAX_BYTES: usize = 256 * 1024;

/// `GET {userinfo_endpoint}`, or `None` where the server has none.
#[must_use]
pub fn ask(metadata: &Metadata, access_token: &AccessToken) -> Option<Request> {
    let mut request = Request::get(metadata.userinfo_endpoint.clone()?);
    request
        .headers
        .push(("authorization", format!("Bearer {}", access_token.expose())));
    Some(request)
}

/// The claims, if they are about the ID token's subject (OpenID Connect Core §5.3.2). Signed answers are not asked for
/// and not understood.
pub fn read(response: &Response, expected_sub: &str) -> Result<Object, Failure> {
    let members = answer::object(response, MAX_BYTES)?;
    if json::string(&members, "sub")? != expected_sub {
        return Err(Broken::SubjectMismatch.into());
    }
    Ok(members)
}
