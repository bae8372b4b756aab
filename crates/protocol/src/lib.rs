//! OAuth 2, OpenID Connect and the Auth0 Authentication API, client side, as values: no I/O, no clock, no chance.
//!
//! Every exchange is a module with `ask(..) -> Request` and `read(&Response) -> Result<_, Failure>`. Whoever calls
//! sends the request and hands the answer back; the bytes are judged here and nowhere else. Times and entropy are
//! arguments.
//!
//! A check that passed is a value nobody else can make: [`StateMatched`], [`NonceMatched`], [`SignatureValid`].
//! [`IdToken::trust`] takes all three, so an ID token that skipped one does not compile.
//!
//! ```
//! use vestibule_protocol::{Failure, Issuer, RefusalCode, Response, discovery};
//!
//! let issuer = Issuer::parse("https://login.example.com/").expect("an https URL");
//! let request = discovery::ask(&issuer);
//! assert_eq!(request.url, "https://login.example.com/.well-known/openid-configuration");
//!
//! let answer = Response { status: 503, ..Response::default() };
//! let failure = discovery::read(&answer, &issuer).expect_err("a server that is down");
//! assert!(matches!(failure, Failure::Refused(refusal) if refusal.code == RefusalCode::TemporarilyUnavailable));
//! ```
//!
//! # What this crate does not do
//!
//! It computes no signature: the caller asks WebCrypto (or any verifier) the question in [`SignatureQuestion`]. It
//! knows asymmetric algorithms only, fetches no key an ID token points to, and has no implicit flow.

pub mod http;
pub mod secret;

pub mod error;
mod quoted;
pub mod refusal;
mod refused_password;

pub mod password_rule;

pub mod form;
pub mod json;

mod answer;
pub mod envelope;
mod retry;

pub mod endpoint;
pub mod issuer;

pub mod discovery;
pub mod settings;

pub mod password_policy;

pub mod pkce;
pub mod transaction;

pub mod authorize;
pub mod par;
pub mod token;

pub mod algorithm;
pub mod jwks;

pub mod id_token;

pub mod co_authenticate;
pub mod hosted;
pub mod sign_up;

pub mod captcha;
pub mod change_password;
pub mod passwordless;
pub mod userinfo;

pub mod dpop;

pub mod initiate;
pub mod logout;
pub mod revoke;

pub use algorithm::Algorithm;
pub use authorize::{
    AuthorizationError, AuthorizationFailure, AuthorizationResponse, AuthorizeRequest, FrontChannel, Grant,
    Prompt, ResponseMode, ResponseType, StateMatched,
};
pub use discovery::{Features, Metadata, MetadataError};
pub use dpop::{ProofKey, Proving, SigningInput};
pub use error::{Broken, Failure};
pub use http::{Body, Cache, Credentials, MAX_BODY, Method, Request, Response};
pub use id_token::{
    Beside, Claims, IdToken, IdTokenError, IdTokenRules, KeySearch, NonceMatched, NonceRule,
    SignatureQuestion, SignatureValid, Unverified,
};
pub use initiate::{Initiation, InitiationError};
pub use issuer::{Issuer, IssuerError};
pub use jwks::Jwks;
pub use password_policy::PasswordPolicy;
pub use password_rule::{PasswordRule, PasswordRuleKind};
pub use passwordless::{OtpError, PasswordlessTo};
pub use refusal::{Refusal, RefusalCode};
pub use secret::{
    AccessToken, Code, CodeVerifier, IdTokenJwt, LoginTicket, Nonce, Otp, Password, Proof, RefreshToken,
    State,
};
pub use settings::{ClientSettings, Connection, ConnectionKind, Database};
pub use sign_up::{SignUp, SignedUp};
pub use token::{TokenResponse, TokenType};
pub use transaction::{Transaction, TransactionError};
