//! Why a person cannot go on, as a page.

use axum::http::StatusCode;
use axum::response::{IntoResponse, Response};

use crate::http::Refusal;
use crate::password::PasswordError;
use crate::store::StoreError;

/// Why a person cannot go on.
#[derive(Debug)]
pub(crate) enum PageError {
    /// The authorization request is unknown, too old or another browser's.
    RequestGone,
    /// The link in a mail is unknown, too old or used.
    LinkGone,
    /// A form of another site was posted here.
    ForeignForm,
    /// The client has no such connection.
    NoSuchConnection,
    /// The answer of a provider belongs to no round trip that is under way.
    RoundTripGone,
    /// A request to a played provider is not one that this server makes.
    BadProviderRequest,
    /// The person may not log in.
    Blocked,
    /// A rule of the tenant refuses, in these words.
    Refused(String),
    /// The server failed.
    Internal,
}

impl PageError {
    fn status(&self) -> StatusCode {
        match self {
            Self::RequestGone | Self::NoSuchConnection | Self::RoundTripGone | Self::BadProviderRequest => {
                StatusCode::BAD_REQUEST
            }
            Self::LinkGone => StatusCode::GONE,
            Self::ForeignForm | Self::Blocked | Self::Refused(_) => StatusCode::FORBIDDEN,
            Self::Internal => StatusCode::INTERNAL_SERVER_ERROR,
        }
    }

    fn sentence(&self) -> &str {
        match self {
            Self::RequestGone => {
                "This login is over, or it was started in another browser. Go back to the app and start again."
            }
            Self::LinkGone => "This link was used already or is too old. Ask for a new one.",
            Self::ForeignForm => "The form came from another site. Open the page itself and try there.",
            Self::NoSuchConnection => {
                "The app does not offer this way to log in. Go back and choose another."
            }
            Self::RoundTripGone => {
                "The provider\u{2019}s answer came too late or twice. Go back to the app and start again."
            }
            Self::BadProviderRequest => {
                "The request to the provider is incomplete. Go back to the app and start again."
            }
            Self::Blocked => "This account is blocked. Ask the people behind the app.",
            Self::Refused(sentence) => sentence,
            Self::Internal => "The server could not do its work. Its terminal says why.",
        }
    }
}

impl IntoResponse for PageError {
    fn into_response(self) -> Response {
        super::error(self.status(), self.sentence())
    }
}

/// What helpers of the endpoints refuse with on a page is a failure, which they have told the terminal already.
impl From<Refusal> for PageError {
    fn from(_: Refusal) -> Self {
        Self::Internal
    }
}

impl From<StoreError> for PageError {
    fn from(error: StoreError) -> Self {
        Refusal::from(error).into()
    }
}

impl From<PasswordError> for PageError {
    fn from(error: PasswordError) -> Self {
        Refusal::from(error).into()
    }
}
