//! The strict Content Security Policy that a host page may have, with room for one authorization server and no more.

/// The policy's header value. `authority` is the origin of the authorization server.
///
/// It is the policy of the project's README; the last directive only tells us of violations.
fn strict(authority: &str) -> String {
    [
        "default-src 'none'",
        "script-src 'self' 'wasm-unsafe-eval'",
        "style-src 'self'",
        "img-src 'self' data:",
        &format!("connect-src 'self' {authority}"),
        &format!("frame-src {authority}"),
        "form-action 'self'",
        "base-uri 'none'",
        "frame-ancestors 'none'",
        "require-trusted-types-for 'script'",
        "trusted-types 'none'",
        "report-uri /csp-report",
    ]
    .join("; ")
}

/// The policy of a page that speaks to this authority; only for Lock is it one with https.
pub fn for_page_of(authority: &str) -> String {
    if authority.starts_with("https://") {
        of_lock(authority)
    } else {
        strict(authority)
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
