//! The authorization endpoint (RFC 6749 §4.1, OpenID Connect Core §3.1.2): the way there and the way back.

mod error;
mod request;
mod response;

mod hybrid;
mod page_url;

pub use error::{AuthorizationError, AuthorizationFailure};
pub use hybrid::FrontChannel;
pub use page_url::without_response;
pub(crate) use request::parameters;
pub use request::{AuthorizeRequest, Prompt, ResponseMode, ResponseType, pushed_url, url};
pub use response::{
    AuthorizationResponse, Grant, StateMatched, from_form_post, from_fragment, from_message, from_query,
};
