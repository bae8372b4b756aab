//! The strict Content Security Policy that a host page may have, with room for one authorization server and no more.

use crate::scene::Scripts;

/// The policy's header value. `authority` is the origin of the authorization server.
///
/// It is the policy of the project's README; the last directive only tells us of violations. Where captchas are played, the authority is
/// their provider too.
fn strict(authority: &str, scripts: Scripts) -> String {
    let (provider, types) = match scripts {
        Scripts::Own => ("", "'none'"),
        Scripts::Captchas => (authority, "vestibule-captcha"),
    };
    [
        "default-src 'none'",
        &format!("script-src 'self' 'wasm-unsafe-eval' {provider}"),
        "style-src 'self'",
        "img-src 'self' data:",
        &format!("connect-src 'self' {authority}"),
        &format!("frame-src {authority}"),
        "form-action 'self'",
        "base-uri 'none'",
        "frame-ancestors 'none'",
        "require-trusted-types-for 'script'",
        &format!("trusted-types {types}"),
        "report-uri /csp-report",
    ]
    .join("; ")
}

/// The policy of a page that speaks to this authority; only for Lock is it one with https.
pub(crate) fn for_page_of(authority: &str, scripts: Scripts) -> String {
    if authority.starts_with("https://") {
        of_lock(authority)
    } else {
        strict(authority, scripts)
    }
}

/// The policy that Lock needs: its styles are inline, and the settings come from the authority as a script.
fn of_lock(authority: &str) -> String {
    [
        "default-src 'none'",
        &format!("script-src 'self' {authority}"),
        "style-src 'self' 'unsafe-inline'",
        "img-src 'self' data:",
        &format!("connect-src 'self' {authority}"),
        &format!("frame-src {authority}"),
        "form-action 'self'",
        "base-uri 'none'",
        "frame-ancestors 'none'",
        "report-uri /csp-report",
    ]
    .join("; ")
}
