//! The server's no: its code, its words, and what it says about trying again.

use std::fmt;

use crate::json::Object;
use crate::password_rule::PasswordRule;
use crate::refused_password;

/// A refusal in the server's words.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Refusal {
    /// The machine-readable reason; decide on this alone.
    pub code: RefusalCode,
    /// The HTTP status, or 0 when the refusal came by redirect or message.
    pub status: u16,
    /// The server's text: plain text, of any language, never markup.
    pub description: Option<String>,
    /// Seconds until another try makes sense, between 1 and 3600.
    pub retry_after_s: Option<u32>,
    /// What was said of a password that was refused. Kept as it came: whoever has no sign-up never reads it, and has nothing of
    /// that in the page.
    pub(crate) refused_password: Option<Object>,
}

impl Refusal {
    /// The password rules that the server judged, if a password was refused and it says which.
    #[must_use]
    pub fn password_rules(&self) -> Vec<PasswordRule> {
        self.refused_password
            .as_ref()
            .map(refused_password::rules)
            .unwrap_or_default()
    }
}

impl fmt::Display for Refusal {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "the server refused: {}", self.code.as_str())?;
        match &self.description {
            Some(text) => write!(f, " ({text})"),
            None => Ok(()),
        }
    }
}

impl std::error::Error for Refusal {}

macro_rules! codes {
    ($($(#[$doc:meta])* $name:ident = $code:literal $(| $alias:literal)*,)*) => {
        /// Why the server refused: the codes of RFC 6749 §4.1.2.1 and §5.2, OpenID Connect Core §3.1.2.6 and the
        /// Auth0 Authentication API.
        #[derive(Debug, Clone, PartialEq, Eq, Hash)]
        #[non_exhaustive]
        pub enum RefusalCode {
            $($(#[$doc])* $name,)*
            /// A code this crate has no name for.
            Other(String),
        }

        /// Every code by its names, the usual one first. One table for both ways takes less of the page than two matches.
        static NAMES: &[(&str, RefusalCode)] = &[
            $(($code, RefusalCode::$name), $(($alias, RefusalCode::$name),)*)*
        ];
    };
}

impl RefusalCode {
    /// The code as the server writes it.
    #[must_use]
    pub fn as_str(&self) -> &str {
        match self {
            Self::Other(code) => code,
            known => NAMES
                .iter()
                .find(|(_, code)| code == known)
                .map_or("", |(name, _)| name),
        }
    }
}

impl From<&str> for RefusalCode {
    fn from(code: &str) -> Self {
        match NAMES.iter().find(|(name, _)| *name == code) {
            Some((_, known)) => known.clone(),
            None => Self::Other(code.to_owned()),
        }
    }
}

codes! {
    /// At `/co/authenticate`: wrong e-mail or password, or wrong code. At `/authorize`: the person or a rule said no.
    AccessDenied = "access_denied",
    /// Wrong user name or password, at the token endpoint.
    InvalidUserPassword = "invalid_user_password",
    /// The account is blocked.
    BlockedUser = "blocked_user",
    /// Blocked after too many wrong tries.
    TooManyAttempts = "too_many_attempts",
    /// More log-ins than allowed.
    TooManyLogins = "too_many_logins",
    /// A rate limit.
    TooManyRequests = "too_many_requests" | "slow_down",
    /// The password is on a list of leaked ones.
    PasswordLeaked = "password_leaked",
    /// The password must be changed first.
    PasswordChangeRequired = "password_change_required" | "password_expired",
    /// The new password breaks the policy.
    InvalidPassword = "invalid_password",
    /// Sign-up refused, without saying why so as to tell nobody which addresses exist.
    InvalidSignup = "invalid_signup",
    /// The address has an account.
    UserExists = "user_exists",
    /// The user name is taken.
    UsernameExists = "username_exists",
    /// The client may not do this.
    UnauthorizedClient = "unauthorized_client",
    /// The client is unknown.
    InvalidClient = "invalid_client",
    /// The request is malformed.
    InvalidRequest = "invalid_request" | "bad.request",
    /// The code or refresh token is wrong, old or used.
    InvalidGrant = "invalid_grant",
    /// The proof of possession lacks the server's nonce (RFC 9449 §8).
    UseDpopNonce = "use_dpop_nonce",
    /// The proof of possession is not valid (RFC 9449 §5).
    InvalidDpopProof = "invalid_dpop_proof",
    /// The API or audience is unknown or not for this client (RFC 8707 §2).
    InvalidTarget = "invalid_target",
    /// A scope that may not be asked for.
    InvalidScope = "invalid_scope",
    /// The MFA token is too old.
    ExpiredToken = "expired_token",
    /// Not answered yet; ask again later.
    AuthorizationPending = "authorization_pending",
    /// A second factor must be enrolled first.
    AssociationRequired = "association_required",
    /// No session, and the person may not be asked.
    LoginRequired = "login_required",
    /// Consent is needed, and the person may not be asked.
    ConsentRequired = "consent_required",
    /// Some interaction is needed, and the person may not be asked.
    InteractionRequired = "interaction_required",
    /// Several sessions, and the person may not be asked.
    AccountSelectionRequired = "account_selection_required",
    /// A second factor is needed.
    MfaRequired = "mfa_required" | "a0.mfa_required",
    /// A second factor must be enrolled.
    MfaRegistrationRequired = "a0.mfa_registration_required",
    /// The second factor's code is wrong.
    MfaInvalidCode = "a0.mfa_invalid_code",
    /// A rule or an action said no; its text is the reason.
    Unauthorized = "unauthorized" | "rule_error",
    /// The server does not take this kind of credential here.
    UnsupportedCredentialType = "unsupported_credential_type",
    /// The server does not know this grant.
    UnsupportedGrantType = "unsupported_grant_type",
    /// The server does not know this response type.
    UnsupportedResponseType = "unsupported_response_type",
    /// The second factor's kind is unknown.
    UnsupportedChallengeType = "unsupported_challenge_type",
    /// The tenant is unknown.
    BadTenant = "bad.tenant",
    /// The client is unknown to the passwordless endpoint.
    BadClientId = "bad.client_id",
    /// The connection is unknown or off.
    BadConnection = "bad.connection",
    /// The passwordless parameters are malformed.
    BadAuthParams = "bad.authParams",
    /// Not an e-mail address.
    BadEmail = "bad.email",
    /// Not a phone number, or not one that messages reach.
    BadPhoneNumber = "bad.phone_number",
    /// The text message could not be sent.
    SmsProviderError = "sms_provider_error",
    /// This endpoint is off.
    EndpointDisabled = "endpoint_disabled",
    /// This endpoint does not take the method.
    MethodNotAllowed = "method_not_allowed",
    /// The server failed.
    ServerError = "server_error",
    /// The server is down or too busy.
    TemporarilyUnavailable = "temporarily_unavailable",
    /// A robot check is needed.
    RequiresVerification = "requires_verification",
    /// The robot check's answer is wrong.
    InvalidCaptcha = "invalid_captcha" | "invalid_recaptcha",
    /// The server's session of this log-in is gone.
    SessionMissing = "session_missing",
    /// The operator's own code refused; its text is the reason.
    ExtensibilityError = "extensibility_error" | "extensibility" | "hook_error",
    /// This page's origin is not on the client's list. Made here: the server says so in plain text.
    OriginNotAllowed = "origin_not_allowed",
}
