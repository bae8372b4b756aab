//! The authorization endpoint (RFC 6749 §4.1, OpenID Connect Core §3.1.2): the way there and the way back.

mod error;
mod page_url;
mod request;
mod response;

pub use error::{AuthorizationError, AuthorizationFailure};
pub use page_url::without_response;
pub(crate) use request::parameters;
pub use request::{AuthorizeRequest, Prompt, ResponseMode, ResponseType, url};
pub use response::{AuthorizationResponse, Grant, StateMatched, from_fragment, from_message, from_query};
