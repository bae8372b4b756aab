//! The strict Content Security Policy that a host page may have, with room for one authorization server and no more.

/// The policy's header value. `authority` is the origin of the authorization server.
///
/// It is the policy of the project's README; the last directive only tells us of violations.
pub fn strict(authority: &str) -> String {
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
