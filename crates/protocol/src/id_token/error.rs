//! What can be wrong with an ID token.

use crate::error::Mismatch;
use crate::json::JsonError;
use crate::quoted::Quoted;

/// A part of a compact JWS.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Part {
    /// The protected header.
    Header,
    /// The claims.
    Payload,
    /// The signature.
    Signature,
}

/// What is wrong with an ID token; the numbers are the steps of [`id_token`](crate::id_token).
#[derive(Debug, Clone, PartialEq, thiserror::Error)]
pub enum IdTokenError {
    /// 1: longer than any ID token.
    #[error("the ID token is too large")]
    TooLarge,
    /// 1: not three parts with dots between; five are an encrypted token.
    #[error("the ID token has {0} parts instead of 3")]
    Parts(usize),
    /// 1: a part is empty; an empty signature is an unsecured token.
    #[error("the ID token's {0:?} is empty")]
    Empty(Part),
    /// 1: a part is not base64url without padding.
    #[error("the ID token's {0:?} is not base64url")]
    NotBase64Url(Part),
    /// 1: a part is not strict JSON.
    #[error("the ID token's {0:?} is {1}")]
    Json(Part, JsonError),
    /// 2: the algorithm is symmetric, `none`, unknown, missing or not among the accepted ones.
    #[error("the ID token's algorithm {} is not accepted", Quoted(.0))]
    Algorithm(String),
    /// 2: a header member has the wrong type.
    #[error("the ID token's header member {} has the wrong type", Quoted(.0))]
    HeaderMember(&'static str),
    /// 2: the header demands an extension (RFC 7515 §4.1.11).
    #[error("the ID token's header demands an extension")]
    Critical,
    /// 2: the payload is not encoded as a JWT's must be (RFC 7797 §7).
    #[error("the ID token's payload is unencoded")]
    UnencodedPayload,
    /// 2: another type of JWT.
    #[error("a JWT of type {} is not an ID token", Quoted(.0))]
    Type(String),
    /// 3: the issuer's keys have no such `kid`.
    #[error("the issuer has no key {}", Quoted(.0))]
    UnknownKid(String),
    /// 3: no key of the issuer is of the kind the algorithm needs.
    #[error("no key of the issuer fits the ID token's algorithm")]
    NoKeyFits,
    /// 3: the token names no key, and several fit.
    #[error("several keys of the issuer fit, and the ID token names none")]
    SeveralKeysFit,
    /// 4: the signature has not the algorithm's length; DER is refused by this.
    #[error("the signature has {got} octets instead of {expected}")]
    SignatureLength {
        /// The algorithm's length in octets.
        expected: usize,
        /// The signature's.
        got: usize,
    },
    /// 4: the signature is not the key's over these bytes.
    #[error("the ID token's signature is not valid")]
    Signature,
    /// 5: another issuer's token.
    #[error("the ID token is of another issuer: {0}")]
    Issuer(Mismatch),
    /// 6: another client's token, or one for others too.
    #[error("the ID token is for another audience: {0}")]
    Audience(Mismatch),
    /// 6: `azp` is not this client, or is missing beside several audiences.
    #[error("the ID token's authorized party is another: {0}")]
    AuthorizedParty(Mismatch),
    /// 7: expired; times in epoch seconds.
    #[error("the ID token expired at {}, and it is {}", whole(*exp), whole(*now))]
    Expired {
        /// `exp`.
        exp: f64,
        /// The time of the check.
        now: f64,
    },
    /// 7: not valid yet, or issued in the future; times in epoch seconds. A wrong clock on this machine does that.
    #[error("the ID token's {claim} is {}, and it is {}", whole(*at), whole(*now))]
    InFuture {
        /// `iat`, `nbf` or `auth_time`.
        claim: &'static str,
        /// Its value.
        at: f64,
        /// The time of the check.
        now: f64,
    },
    /// 8: no nonce.
    #[error("the ID token has no nonce")]
    NonceMissing,
    /// 8: another attempt's nonce.
    #[error("the ID token's nonce is not this attempt's")]
    NonceMismatch,
    /// 8: a nonce where none was sent.
    #[error("the ID token has a nonce, and none was sent")]
    NonceUnexpected,
    /// 8: the proofs given are of different tokens.
    #[error("the nonce was checked in another token")]
    ProofOfAnotherToken,
    /// 8: the proofs given are of different attempts.
    #[error("the nonce is of another attempt than the state")]
    ProofOfAnotherAttempt,
    /// 9: the person logged in longer ago than asked for; times in epoch seconds.
    #[error("the person logged in at {}, too long before {}", whole(*auth_time), whole(*now))]
    AuthTimeTooOld {
        /// `auth_time`.
        auth_time: f64,
        /// The time of the check.
        now: f64,
    },
    /// 10: the person was authenticated in another way than those that will do.
    #[error("the person was authenticated in another way: {0}")]
    AuthenticationClass(Mismatch),
    /// 11: the subject is longer than 255 characters or not ASCII.
    #[error("the ID token's subject is too long or not ASCII")]
    Subject,
    /// 12: `at_hash` is not the access token's.
    #[error("the ID token's at_hash is not the access token's")]
    AccessTokenHash,
    /// 12: `c_hash` is not the code's.
    #[error("the ID token's c_hash is not the code's")]
    CodeHash,
    /// 12: `s_hash` is not the state's.
    #[error("the ID token's s_hash is not the state's")]
    StateHash,
    /// 13: another organization's token.
    #[error("the ID token is of another organization: {0}")]
    Organization(Mismatch),
    /// A required claim is missing.
    #[error("the ID token has no claim {}", Quoted(.0))]
    Missing(&'static str),
    /// A claim has the wrong type, is empty, or is a number no time can be.
    #[error("the ID token's claim {} has the wrong type", Quoted(.0))]
    WrongType(&'static str),
    /// The ID token beside the code and that of the token endpoint contradict each other in this claim.
    #[error("the two ID tokens of the login contradict each other in {}", Quoted(.0))]
    Contradiction(&'static str),
    /// The ID token of a refresh differs from the original in this claim.
    #[error("the refreshed ID token's {} differs from the original's", Quoted(.0))]
    NotContinued(&'static str),
}

/// Seconds to print. Printing a fraction would bring 11 KB of WebAssembly along.
fn whole(seconds: f64) -> i64 {
    #[expect(
        clippy::cast_possible_truncation,
        reason = "the cast saturates, and this is for reading"
    )]
    let whole = seconds as i64;
    whole
}
