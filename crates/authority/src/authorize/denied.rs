//! Why an authorization request is denied, in an answer to the client.

use std::fmt;

use crate::config::Rule;

/// Why an authorization request is denied (RFC 6749 section 4.1.2.1, OpenID Connect Core section 3.1.2.6).
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Denied {
    /// `response_type` is missing.
    NoResponseType,
    /// `response_type` is no known combination.
    UnknownResponseType,
    /// The client may not ask for that response type.
    ResponseTypeNotAllowed,
    /// `response_mode` is unknown.
    UnknownResponseMode,
    /// Tokens, or a code beside an ID token, must not go into the query.
    QueryForTokens,
    /// `request`, which this server does not read.
    RequestObject,
    /// `request_uri` is no pushed request of this client, or was used before, or is too old.
    RequestUri,
    /// `registration`, which this server does not read.
    Registration,
    /// The client must push its requests.
    NotPushed,
    /// `organization` is unknown.
    UnknownOrganization,
    /// `invitation` is none of the organisation's.
    UnknownInvitation,
    /// The person is not a member of the organisation.
    NotMember,
    /// `dpop_jkt` is not a thumbprint, or stands beside no code.
    Thumbprint,
    /// `id_token_hint` was not signed here for this client.
    IdTokenHint,
    /// The client must send a code challenge.
    NoChallenge,
    /// A challenge method without challenge, or a challenge without code to protect.
    StrayChallenge,
    /// The challenge method is not S256; `plain` is the default of RFC 7636 and not good enough.
    ChallengeMethod,
    /// The challenge is not base64url of 32 bytes.
    ChallengeForm,
    /// An ID token in the front channel needs a nonce.
    NoNonce,
    /// `state` or `nonce` is too long to be carried.
    TooLong(&'static str),
    /// `prompt` has an unknown word.
    UnknownPrompt,
    /// `none` stands beside another word.
    PromptNoneNotAlone,
    /// `max_age` is not a number of seconds.
    MaxAge,
    /// `scope` has characters that RFC 6749 appendix A.4 does not know.
    ScopeForm,
    /// An ID token in the front channel needs the scope `openid`.
    NoOpenidScope,
    /// The audience is no API of this server.
    UnknownAudience,
    /// The resource is no API of this server (RFC 8707 section 2).
    UnknownResource,
    /// The connection does not exist or is not switched on for the client.
    UnknownConnection,
    /// Cross-origin authentication is not switched on for the client.
    CrossOriginNotAllowed,
    /// The ticket is unknown, used, too old, or another client's, page's or browser's.
    Ticket,
    /// `prompt=none` and nobody is logged in, or not freshly enough.
    LoginRequired,
    /// `prompt=none`, and the session is another person's than the request has in mind.
    AccountSelectionRequired,
    /// `prompt=none`, and a second proof is wanted.
    InteractionRequired,
    /// `prompt=none`, and the person has not allowed this.
    ConsentRequired,
    /// A second proof is wanted, and there is nowhere to send a code.
    NoSecondStep,
    /// The person who logged in is not the one of `id_token_hint`.
    OtherPerson,
    /// The person is blocked.
    Blocked,
    /// A rule of the tenant refuses.
    ByRule(Box<Rule>),
    /// Something the hosted pages refuse, such as `access_denied` when the person gave up.
    ByPerson {
        /// The error code.
        error: String,
        /// Its description.
        description: String,
    },
}

impl Denied {
    /// The error code on the wire.
    #[must_use]
    pub fn code(&self) -> &str {
        match self {
            Self::UnknownResponseType => "unsupported_response_type",
            Self::ResponseTypeNotAllowed | Self::CrossOriginNotAllowed => "unauthorized_client",
            Self::RequestObject => "request_not_supported",
            Self::RequestUri => "invalid_request_uri",
            Self::Registration => "registration_not_supported",
            Self::ScopeForm | Self::NoOpenidScope => "invalid_scope",
            Self::UnknownAudience | Self::NotMember => "access_denied",
            Self::UnknownResource => "invalid_target",
            Self::Ticket | Self::LoginRequired | Self::OtherPerson => "login_required",
            Self::AccountSelectionRequired => "account_selection_required",
            Self::InteractionRequired => "interaction_required",
            Self::ConsentRequired => "consent_required",
            Self::NoSecondStep => "unmet_authentication_requirements",
            Self::Blocked => "unauthorized",
            Self::ByRule(rule) => &rule.error,
            Self::ByPerson { error, .. } => error,
            _ => "invalid_request",
        }
    }
}

impl fmt::Display for Denied {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(match self {
            Self::NoResponseType => "response_type is missing.",
            Self::UnknownResponseType => "This response_type is not known.",
            Self::ResponseTypeNotAllowed => "The client may not use this response_type.",
            Self::UnknownResponseMode => "This response_mode is not known.",
            Self::QueryForTokens => "response_mode=query is not allowed for this response_type.",
            Self::RequestObject => "Request objects are not supported.",
            Self::RequestUri => "request_uri is unknown, was used before or is too old.",
            Self::Registration => "registration is not supported.",
            Self::NotPushed => "This client must push its authorization requests.",
            Self::UnknownOrganization => "There is no such organization.",
            Self::UnknownInvitation => "There is no such invitation to the organization.",
            Self::NotMember => "The user is not a member of the organization.",
            Self::Thumbprint => "dpop_jkt must be a SHA-256 thumbprint beside a code.",
            Self::IdTokenHint => "id_token_hint was not issued here to this client.",
            Self::NoChallenge => "code_challenge is missing; this client must use PKCE with S256.",
            Self::StrayChallenge => "The request has one half of PKCE, or nothing that PKCE could protect.",
            Self::ChallengeMethod => "code_challenge_method must be S256.",
            Self::ChallengeForm => "code_challenge must be 43 characters of base64url.",
            Self::NoNonce => "nonce is missing; an ID token in the response needs one.",
            Self::TooLong(name) => return write!(formatter, "{name} is too long."),
            Self::UnknownPrompt => "prompt has an unknown value.",
            Self::PromptNoneNotAlone => "prompt=none must be alone.",
            Self::MaxAge => "max_age must be a number of seconds.",
            Self::ScopeForm => "scope is malformed.",
            Self::NoOpenidScope => "An ID token needs the scope openid.",
            Self::UnknownAudience => "Service not found: there is no API with this audience.",
            Self::UnknownResource => "There is no API with this resource.",
            Self::UnknownConnection => "The connection does not exist or is not enabled for the client.",
            Self::CrossOriginNotAllowed => "Cross-origin authentication is not enabled for the client.",
            Self::Ticket => "The login ticket is unknown, or the browser did not send its cookie with it.",
            Self::LoginRequired => "Nobody is logged in.",
            Self::AccountSelectionRequired => "Somebody else than login_hint names is logged in.",
            Self::InteractionRequired => "Multifactor authentication required.",
            Self::ConsentRequired => "The user has not consented to this.",
            Self::NoSecondStep => "The user has no way to give a second proof.",
            Self::OtherPerson => "Somebody else than in id_token_hint is logged in.",
            Self::Blocked => "user is blocked",
            Self::ByRule(rule) => rule.sentence(),
            Self::ByPerson { description, .. } => description,
        })
    }
}
