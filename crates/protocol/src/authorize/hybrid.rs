//! The way back of the hybrid flow: what comes beside the code, and which of it must (OpenID Connect Core §3.3.2).

use super::error::{AuthorizationError, AuthorizationFailure};
use super::request::ResponseType;
use super::response::{AuthorizationResponse, NamesIssuer, StateMatched};
use crate::discovery::Metadata;
use crate::secret::{AccessToken, Code, IdTokenJwt};
use crate::transaction::Transaction;

/// A code, and what came with it. The ID token is unchecked, and the code is not to be redeemed before it is checked.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FrontChannel {
    /// The authorization code.
    pub code: Code,
    /// The ID token, where the response type has one.
    pub id_token: Option<IdTokenJwt>,
    /// The access token, where the response type has one: to be compared with its hash and then dropped, since the front
    /// channel leaks (RFC 9700 §2.1.2).
    pub access_token: Option<AccessToken>,
    /// The proof that all of this answers this attempt.
    pub state: StateMatched,
}

impl AuthorizationResponse {
    /// Checks a response to a request of any type, in the order state, way, issuer, error, parts: exactly those that were
    /// asked for.
    ///
    /// Beside an ID token the server may leave its issuer out of the parameters: the token's own `iss` says it
    /// (RFC 9207 §2.4).
    pub fn check_as(
        self,
        response_type: ResponseType,
        transaction: &Transaction,
        metadata: &Metadata,
    ) -> Result<FrontChannel, AuthorizationFailure> {
        let state = self.match_state(transaction)?;
        self.check_mode(transaction)?;
        let told = match self.compare_issuer(transaction, metadata)? {
            NamesIssuer::Yes => true,
            NamesIssuer::No => response_type.has_id_token() && self.get("id_token").is_some(),
        };
        if metadata.iss_parameter_supported && !told {
            return Err(AuthorizationError::IssuerMissing.into());
        }
        self.check_error()?;
        let part = |name, asked, missing| match (self.get(name).filter(|part| !part.is_empty()), asked) {
            (Some(part), true) => Ok(Some(part)),
            (None, true) => Err(missing),
            (Some(_), false) => Err(AuthorizationError::UnaskedToken),
            (None, false) => Ok(None),
        };
        let id_token = part(
            "id_token",
            response_type.has_id_token(),
            AuthorizationError::IdTokenMissing,
        )?;
        let access_token = part(
            "access_token",
            response_type.has_access_token(),
            AuthorizationError::AccessTokenMissing,
        )?;
        let code = part("code", true, AuthorizationError::CodeMissing)?;
        Ok(FrontChannel {
            code: Code::new(code.unwrap_or_default()),
            id_token: id_token.map(IdTokenJwt::new),
            access_token: access_token.map(AccessToken::new),
            state,
        })
    }
}
