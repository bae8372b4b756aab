//! Requests of the app itself: its own files, and its API with the access token.

use js_sys::JSON;
use vestibule_flow::NetworkFault;
use vestibule_protocol::{AccessToken, Cache, Credentials, Method, Request};

use wasm_bindgen::JsValue;

use crate::http::{self, Abort};

/// How long an app's request may take, in seconds.
const TIMEOUT_S: u32 = 10;

/// Reads a file of the app's own, such as its config: the status, and the body as UTF-8, at most 1 MiB of it.
///
/// The URL may be relative to the page.
pub async fn get_text(url: &str) -> Result<(u16, String), NetworkFault> {
    get(url, Vec::new()).await
}

/// Asks an API with an access token in the `Authorization` header (RFC 6750, section 2.1), without cookies.
///
/// The token goes wherever the URL says: that this is the API's is for the caller to know.
pub async fn call_api(url: &str, token: &AccessToken) -> Result<(u16, String), NetworkFault> {
    get(url, vec![("authorization", format!("Bearer {}", token.expose()))]).await
}

async fn get(url: &str, headers: Vec<(&'static str, String)>) -> Result<(u16, String), NetworkFault> {
    let request = Request {
        method: Method::Get,
        url: url.to_owned(),
        headers,
        body: None,
        credentials: Credentials::Omit,
        timeout_s: TIMEOUT_S,
        cache: Cache::AsUsual,
    };
    let abort = Abort::new();
    let response = http::send(request, abort.controller()).await?;
    Ok((
        response.status,
        String::from_utf8_lossy(&response.body).into_owned(),
    ))
}

/// The same JSON, indented by two. The browser's own words: a second writer in the page would be for this alone.
#[must_use]
pub fn pretty_json(json: &str) -> String {
    let indented = JSON::parse(json)
        .and_then(|value| JSON::stringify_with_replacer_and_space(&value, &JsValue::NULL, &JsValue::from(2)));
    indented.map_or_else(|_| json.to_owned(), String::from)
}
