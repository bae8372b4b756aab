//! The common part of every `read`: another status than 2xx is a refusal, a page is not data.

use crate::error::{Broken, Failure};
use crate::http::Response;
use crate::json::Object;
use crate::{envelope, json};

/// The object in a successful response.
///
/// The content type is not required to be JSON (servers and static hosts get it wrong, and the parser is strict
/// enough), but HTML is refused by name: that is what captive portals and gateways send.
pub(crate) fn object(response: &Response, max_bytes: usize) -> Result<Object, Failure> {
    accepted(response)?;
    if is_html(response) {
        return Err(Broken::Html.into());
    }
    Ok(json::object(&response.body, max_bytes)?)
}

/// Nothing but the status.
pub(crate) fn accepted(response: &Response) -> Result<(), Failure> {
    if response.is_success() {
        Ok(())
    } else {
        Err(envelope::refusal(response).into())
    }
}

fn is_html(response: &Response) -> bool {
    let named = response.header("content-type").is_some_and(|kind| {
        let kind = kind.split(';').next().unwrap_or_default().trim();
        kind.eq_ignore_ascii_case("text/html") || kind.eq_ignore_ascii_case("application/xhtml+xml")
    });
    named || response.body.trim_ascii_start().starts_with(b"<")
}
