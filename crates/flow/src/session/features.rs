//! What the server can do for a session, and what is switched off because it cannot.

use std::fmt;

use vestibule_protocol::{Features, Metadata, ResponseMode, ResponseType};

/// Something that a session can do where the server can.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Feature {
    /// The hybrid flow of the config.
    Hybrid,
    /// Login in a hidden frame, and in a popup.
    WebMessage,
    /// Refresh tokens.
    Refresh,
    /// Access tokens that are bound to a key.
    Dpop,
    /// Pushed authorization requests.
    PushedRequests,
    /// Giving refresh tokens back.
    Revocation,
    /// Logging out at the server, the standard's way.
    EndSession,
    /// The claims at `/userinfo`.
    UserInfo,
}

/// What a server lacks, and how that shows.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Lacking {
    /// What is switched off.
    pub feature: Feature,
    /// The member of the server's metadata that says so, or does not say that it can.
    pub metadata: &'static str,
}

impl Feature {
    /// All of them.
    pub const ALL: [Self; 8] = [
        Self::Hybrid,
        Self::WebMessage,
        Self::Refresh,
        Self::Dpop,
        Self::PushedRequests,
        Self::Revocation,
        Self::EndSession,
        Self::UserInfo,
    ];

    /// What it is called where it is switched off.
    const fn name(self) -> &'static str {
        match self {
            Self::Hybrid => "the hybrid flow",
            Self::WebMessage => "silent authentication and login in a popup",
            Self::Refresh => "refreshing tokens",
            Self::Dpop => "DPoP",
            Self::PushedRequests => "pushed authorization requests",
            Self::Revocation => "token revocation",
            Self::EndSession => "logout at the server",
            Self::UserInfo => "user info",
        }
    }
}

impl fmt::Display for Lacking {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(
            f,
            "{} is off: the authorization server's metadata do not have it in `{}`",
            self.feature.name(),
            self.metadata
        )
    }
}

/// Whether the server can do it. A list that it does not give rules nothing out, except for DPoP, whose list announces it
/// (RFC 9449 §5.1).
pub(super) fn check(
    feature: Feature,
    response_type: ResponseType,
    (metadata, features): (&Metadata, &Features),
) -> Result<(), Lacking> {
    let lists = |list: &Option<Vec<String>>, word: &str| {
        list.as_ref()
            .is_none_or(|list| list.iter().any(|listed| listed == word))
    };
    let (can, member) = match feature {
        Feature::Hybrid => (
            features.response_types.as_ref().is_none_or(|types| {
                types
                    .iter()
                    .any(|listed| ResponseType::named(listed) == Some(response_type))
            }),
            "response_types_supported",
        ),
        Feature::WebMessage => (
            metadata.supports_response_mode(ResponseMode::WebMessage.as_str()),
            "response_modes_supported",
        ),
        Feature::Refresh => (
            lists(&features.grant_types, "refresh_token"),
            "grant_types_supported",
        ),
        Feature::Dpop => (
            features
                .dpop_algorithms
                .as_ref()
                .is_some_and(|list| list.iter().any(|listed| listed == "ES256")),
            "dpop_signing_alg_values_supported",
        ),
        Feature::PushedRequests => (
            features.pushed_authorization_request_endpoint.is_some(),
            "pushed_authorization_request_endpoint",
        ),
        Feature::Revocation => (features.revocation_endpoint.is_some(), "revocation_endpoint"),
        Feature::EndSession => (metadata.end_session_endpoint.is_some(), "end_session_endpoint"),
        Feature::UserInfo => (metadata.userinfo_endpoint.is_some(), "userinfo_endpoint"),
    };
    if can {
        return Ok(());
    }
    Err(Lacking {
        feature,
        metadata: member,
    })
}
