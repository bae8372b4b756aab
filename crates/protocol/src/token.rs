//! The token endpoint (RFC 6749 §3.2): a code or a refresh token becomes tokens.

use crate::discovery::Metadata;
use crate::error::{Broken, Failure};
use crate::http::{Body, Request, Response};
use crate::json::Value;
use crate::secret::{AccessToken, Code, IdTokenJwt, RefreshToken};
use crate::transaction::Transaction;
use crate::{answer, form, json};

const MAX_BYTES: usize = 256 * 1024;

/// How an access token is shown to an API.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum TokenType {
    /// By whoever holds it (RFC 6750).
    #[default]
    Bearer,
    /// With a proof of the key that it is bound to (RFC 9449 §5).
    Dpop,
}

impl TokenType {
    /// The name as `token_type`, and as the scheme in `Authorization`.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Bearer => "Bearer",
            Self::Dpop => "DPoP",
        }
    }
}

/// What the token endpoint gave (RFC 6749 §5.1, OpenID Connect Core §3.1.3.3). The ID token is unchecked, and nothing
/// of this may be used before it is checked.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct TokenResponse {
    /// The access token.
    pub access_token: AccessToken,
    /// Seconds for which the access token is good.
    pub expires_in_s: Option<u32>,
    /// The ID token, unchecked.
    pub id_token: Option<IdTokenJwt>,
    /// The refresh token; it replaces the one used.
    pub refresh_token: Option<RefreshToken>,
    /// The scope granted, where it differs from the one asked for.
    pub scope: Option<String>,
}

/// Redeems a code (RFC 6749 §4.1.3, RFC 7636 §4.5). A form, not JSON: every server takes it, and it costs no preflight.
#[must_use]
pub fn ask_code(metadata: &Metadata, client_id: &str, code: &Code, transaction: &Transaction) -> Request {
    post(
        metadata,
        &[
            ("grant_type", "authorization_code"),
            ("client_id", client_id),
            ("code", code.expose()),
            ("redirect_uri", transaction.redirect_uri()),
            ("code_verifier", transaction.verifier().expose()),
        ],
    )
}

/// Trades a refresh token (RFC 6749 §6). Never send the same one twice: with rotation, the second time ends the session.
///
/// `api` names another API than that of the login, by the parameter that the server takes for it: `audience`, or `resource`
/// (RFC 8707 §2.2). Servers that have one refresh token for several APIs take it.
#[must_use]
pub fn ask_refresh(
    metadata: &Metadata,
    client_id: &str,
    refresh_token: &RefreshToken,
    (api, scope): (Option<(&str, &str)>, Option<&str>),
) -> Request {
    let mut pairs = vec![
        ("grant_type", "refresh_token"),
        ("client_id", client_id),
        ("refresh_token", refresh_token.expose()),
    ];
    pairs.extend(api);
    pairs.extend(scope.map(|scope| ("scope", scope)));
    post(metadata, &pairs)
}

/// The tokens, to be shown by whoever holds them.
pub fn read(response: &Response) -> Result<TokenResponse, Failure> {
    read_as(response, TokenType::Bearer)
}

/// The tokens, of the type that was asked for: one of another type is refused, `Bearer` in place of `DPoP` above all
/// (RFC 9449 §5).
pub fn read_as(response: &Response, asked: TokenType) -> Result<TokenResponse, Failure> {
    let members = answer::object(response, MAX_BYTES)?;
    let token_type = json::string(&members, "token_type")?;
    if !token_type.eq_ignore_ascii_case(asked.as_str()) {
        return Err(Broken::TokenType(token_type.chars().take(64).collect()).into());
    }
    Ok(TokenResponse {
        access_token: AccessToken::new(json::string(&members, "access_token")?),
        expires_in_s: expires_in_s(members.get("expires_in"))?,
        id_token: json::optional_string(&members, "id_token")?.map(IdTokenJwt::new),
        refresh_token: json::optional_string(&members, "refresh_token")?.map(RefreshToken::new),
        // An empty scope is a grant of nothing, not a broken response.
        scope: match members.get("scope") {
            Some(Value::String(scope)) => Some(scope.clone()),
            _ => json::optional_string(&members, "scope")?.map(str::to_owned),
        },
    })
}

fn post(metadata: &Metadata, pairs: &[(&str, &str)]) -> Request {
    Request::post(metadata.token_endpoint.clone(), Body::Form(form::encode(pairs)))
}

/// A number of seconds; a fraction is cut off, a number beyond `u32` is capped.
fn expires_in_s(value: Option<&Value>) -> Result<Option<u32>, Broken> {
    const NAME: &str = "expires_in";
    let Some(value) = value.filter(|value| !value.is_null()) else {
        return Ok(None);
    };
    let seconds = value
        .as_f64()
        .filter(|seconds| *seconds >= 0.0)
        .ok_or(Broken::WrongType(NAME))?;
    #[expect(
        clippy::cast_possible_truncation,
        clippy::cast_sign_loss,
        reason = "not negative, and the cast saturates"
    )]
    Ok(Some(seconds as u32))
}
