//! A login page of somebody's own: a folder of files, and in its page what the server has to tell it, as Auth0 writes it there.

use std::fs;
use std::path::Path;

use axum::http::{HeaderName, HeaderValue, header};
use axum::response::{IntoResponse as _, Response};
use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;

use super::asked::Asked;
use crate::classic;
use crate::http::Visit;
use crate::pages::PageError;
use crate::state::AppState;

/// In the page, where it is told; Auth0 has the same.
const CONFIG: &str = "@@config@@";

/// In the page, where a browser without script is led.
const PLAIN: &str = "@@plain@@";

/// The page for a request that waits, if there is a folder with one.
pub(super) fn of(state: &AppState, visit: &Visit, asked: &Asked<'_>) -> Option<Result<Response, PageError>> {
    let folder = state.config.hosted_page.as_ref()?;
    Some(written(state, visit, asked, &folder.join("index.html")))
}

fn written(state: &AppState, visit: &Visit, asked: &Asked<'_>, page: &Path) -> Result<Response, PageError> {
    let told = classic::context(state, visit, &asked.waiting).ok_or(PageError::RequestGone)?;
    let html = fs::read_to_string(page).map_err(|error| {
        eprintln!("{}: {error}", page.display());
        PageError::Internal
    })?;
    let plain = asked.link("/u/login", &[("view", "plain")]).replace('&', "&amp;");
    let html = html
        .replace(CONFIG, &STANDARD.encode(told.to_string()))
        .replace(PLAIN, &plain);
    let mut response = html.into_response();
    let headers = response.headers_mut();
    for (name, value) in HEADERS {
        headers.insert(name, HeaderValue::from_static(value));
    }
    let callback = asked.callback_origin().unwrap_or_default();
    let policy = format!("{POLICY}; form-action 'self' {callback}");
    headers.insert(
        header::CONTENT_SECURITY_POLICY,
        HeaderValue::from_str(&policy).map_err(|_| PageError::Internal)?,
    );
    Ok(response)
}

/// As that of the server's own pages, with a program in WebAssembly and the scripts of captchas.
const POLICY: &str = "default-src 'none'; style-src 'self'; script-src 'self' 'wasm-unsafe-eval'; connect-src 'self'; \
                      img-src 'self' data:; base-uri 'none'; frame-ancestors 'none'; \
                      require-trusted-types-for 'script'; trusted-types vestibule-captcha";

const HEADERS: [(HeaderName, &str); 5] = [
    (header::CONTENT_TYPE, "text/html; charset=utf-8"),
    (header::CACHE_CONTROL, "no-store"),
    (header::X_CONTENT_TYPE_OPTIONS, "nosniff"),
    (header::X_FRAME_OPTIONS, "DENY"),
    (header::REFERRER_POLICY, "same-origin"),
];

/// A file beside the page, by its name: no folder, and not the page itself, which belongs to a request.
pub(crate) fn file(state: &AppState, path: &str) -> Option<Response> {
    let folder = state.config.hosted_page.as_ref()?;
    let name = path.strip_prefix('/')?;
    let is_name = !name.is_empty()
        && !name.starts_with('.')
        && name
            .bytes()
            .all(|b| b.is_ascii_alphanumeric() || b"-_.".contains(&b));
    if !is_name || name == "index.html" {
        return None;
    }
    let content = fs::read(folder.join(name)).ok()?;
    let kind = match Path::new(name).extension()?.to_str()? {
        "js" => "text/javascript; charset=utf-8",
        "css" => "text/css; charset=utf-8",
        "wasm" => "application/wasm",
        "svg" => "image/svg+xml",
        "png" => "image/png",
        "json" => "application/json",
        _ => return None,
    };
    Some(([(header::CONTENT_TYPE, kind)], content).into_response())
}
