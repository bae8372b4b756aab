//! Cross-origin authentication: `POST /co/authenticate` turns a credential into a one-time ticket (Auth0
//! Authentication API).

use crate::error::Failure;
use crate::http::{Body, Credentials, Request, Response};
use crate::issuer::Issuer;
use crate::secret::{LoginTicket, Otp, Password};
use crate::{answer, json};

const MAX_BYTES: usize = 64 * 1024;

/// Asks with a password. The user name is trimmed, the password is not.
#[must_use]
pub fn ask_password(
    issuer: &Issuer,
    client_id: &str,
    realm: &str,
    username: &str,
    password: &Password,
) -> Request {
    post(
        issuer,
        &[
            ("client_id", client_id),
            (
                "credential_type",
                "http://auth0.com/oauth/grant-type/password-realm",
            ),
            ("username", username.trim()),
            ("password", password.expose()),
            ("realm", realm),
        ],
    )
}

/// Asks with a one-time code; the connection is `email` or `sms`, the user name an address or an E.164 number.
#[must_use]
pub fn ask_otp(issuer: &Issuer, client_id: &str, connection: &str, username: &str, otp: &Otp) -> Request {
    post(
        issuer,
        &[
            ("client_id", client_id),
            (
                "credential_type",
                "http://auth0.com/oauth/grant-type/passwordless/otp",
            ),
            ("username", username.trim()),
            ("otp", otp.expose()),
            ("realm", connection),
        ],
    )
}

/// The ticket. `co_verifier` and `co_id` serve a page that no supported browser needs; they are passed over.
pub fn read(response: &Response) -> Result<LoginTicket, Failure> {
    let members = answer::object(response, MAX_BYTES)?;
    Ok(LoginTicket::new(json::string(&members, "login_ticket")?))
}

/// The server takes all and only these members, and sets the cookie without which the ticket is worth nothing.
fn post(issuer: &Issuer, members: &[(&str, &str)]) -> Request {
    let body = Body::Json(json::write_texts(members));
    Request {
        credentials: Credentials::Include,
        ..Request::post(issuer.join("/co/authenticate"), body)
    }
}
