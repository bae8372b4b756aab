//! PKCE (RFC 7636) by S256 only (RFC 9700 section 2.1.1), required of clients that are not marked as older.

use super::ask::Ask;
use super::denied::Denied;
use crate::config::Pkce;

/// BASE64URL(SHA-256) is 43 characters, RFC 7636 section 4.2.
const CHALLENGE_LENGTH: usize = 43;

/// A code has a good challenge, and a challenge has a code.
pub(super) fn check(ask: &Ask<'_>) -> Result<(), Denied> {
    let challenge = ask.params.get("code_challenge");
    let method = ask.params.get("code_challenge_method");
    match (ask.response_type.has_code(), challenge, method) {
        (true, Some(challenge), Some("S256")) => check_form(challenge),
        (true, Some(_), _) => Err(Denied::ChallengeMethod),
        (true, None, None) if ask.client.pkce == Pkce::Required => Err(Denied::NoChallenge),
        (_, None, None) => Ok(()),
        (true, None, Some(_)) | (false, _, _) => Err(Denied::StrayChallenge),
    }
}

fn check_form(challenge: &str) -> Result<(), Denied> {
    let base64url = |byte: u8| byte.is_ascii_alphanumeric() || byte == b'-' || byte == b'_';
    if challenge.len() == CHALLENGE_LENGTH && challenge.bytes().all(base64url) {
        Ok(())
    } else {
        Err(Denied::ChallengeForm)
    }
}
