//! An answer as a form that posts itself (OAuth 2.0 Form Post Response Mode).

use axum::http::header;
use axum::response::{Html, IntoResponse as _, Response};
use maud::{DOCTYPE, html};

/// A page whose only script, named by `nonce`, submits its form to `redirect_uri`.
pub(super) fn page(
    nonce: &str,
    redirect_uri: &str,
    origin: &str,
    answer: &[(&'static str, String)],
) -> Response {
    let page = html! {
        (DOCTYPE)
        html lang="en" {
            head {
                meta charset="utf-8";
                title { "Going back to the app" }
            }
            body {
                form method="post" action=(redirect_uri) {
                    @for (name, value) in answer {
                        input type="hidden" name=(name) value=(value);
                    }
                    noscript { button type="submit" { "Continue" } }
                }
                script nonce=(nonce) { "document.forms[0].submit();" }
            }
        }
    };
    let policy = format!(
        "default-src 'none'; script-src 'nonce-{nonce}'; form-action {origin}; base-uri 'none'; \
         frame-ancestors 'none'"
    );
    (
        [(header::CONTENT_SECURITY_POLICY, policy)],
        Html(page.into_string()),
    )
        .into_response()
}
