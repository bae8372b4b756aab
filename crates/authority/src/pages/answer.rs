//! The answer that carries a page: its status and the headers that guard it.

use axum::http::{HeaderName, HeaderValue, StatusCode, header};
use axum::response::{IntoResponse as _, Response};
use maud::Markup;

/// Where the forms of a page lead, through every redirect that follows: Chromium holds `form-action` against each
/// hop, so a login form has to name the app it ends at.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum FormTargets<'a> {
    /// Pages of this server only.
    Own,
    /// This server and the origin of the app.
    OwnAnd(&'a str),
    /// An app that the page does not know, since it plays a provider elsewhere.
    Elsewhere,
}

/// Answers `markup` as a page that nobody may frame, cache or run inline script in.
#[must_use]
pub(crate) fn page(status: StatusCode, targets: FormTargets<'_>, markup: &Markup) -> Response {
    let mut response = (status, markup.0.clone()).into_response();
    let headers = response.headers_mut();
    for (name, value) in HEADERS {
        headers.insert(name, HeaderValue::from_static(value));
    }
    // An origin that is no header text was never on an allow-list; the strict policy is right for it.
    let policy = HeaderValue::from_str(&policy(targets)).unwrap_or_else(|_| HeaderValue::from_static(STRICT));
    headers.insert(header::CONTENT_SECURITY_POLICY, policy);
    response
}

const STRICT: &str = "default-src 'none'; style-src 'self'; script-src 'self'; connect-src 'self'; img-src data:; \
                      base-uri 'none'; frame-ancestors 'none'; require-trusted-types-for 'script'; \
                      trusted-types 'none'";

/// `same-origin` keeps tickets out of foreign `Referer` headers and leaves `Origin` on our own posts.
const HEADERS: [(HeaderName, &str); 6] = [
    (header::CONTENT_TYPE, "text/html; charset=utf-8"),
    (header::CACHE_CONTROL, "no-store"),
    (header::X_CONTENT_TYPE_OPTIONS, "nosniff"),
    (header::X_FRAME_OPTIONS, "DENY"),
    (header::REFERRER_POLICY, "same-origin"),
    (HeaderName::from_static("x-robots-tag"), "noindex"),
];

fn policy(targets: FormTargets<'_>) -> String {
    match targets {
        FormTargets::Own => format!("{STRICT}; form-action 'self'"),
        FormTargets::OwnAnd(origin) => format!("{STRICT}; form-action 'self' {origin}"),
        FormTargets::Elsewhere => STRICT.to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use axum::http::StatusCode;
    use maud::html;

    use super::{FormTargets, page};

    #[test]
    fn a_page_may_not_be_framed_and_runs_nothing_inline() {
        let answer = page(
            StatusCode::OK,
            FormTargets::OwnAnd("http://localhost:8080"),
            &html! {},
        );
        let policy = answer.headers()["content-security-policy"].to_str().unwrap();
        assert!(policy.contains("default-src 'none'"));
        assert!(policy.contains("frame-ancestors 'none'"));
        assert!(policy.ends_with("form-action 'self' http://localhost:8080"));
        assert!(!policy.contains("unsafe"));
        assert_eq!(answer.headers()["cache-control"], "no-store");
    }
}
