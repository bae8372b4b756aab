//! An answer by `postMessage` (draft-sakimura-oauth-wmrm, simple mode).

use axum::http::header;
use axum::response::{Html, IntoResponse as _, Response};
use maud::{DOCTYPE, PreEscaped, html};
use serde_json::{Map, Value, json};

/// A page whose only script, named by `nonce`, posts the answer to the page that framed or opened it, if and only if
/// that page is of `origin`; nobody else may frame it.
pub(super) fn page(nonce: &str, origin: &str, answer: &[(&'static str, String)]) -> Response {
    let members: Map<String, Value> = answer
        .iter()
        .map(|(name, value)| ((*name).to_owned(), Value::from(value.clone())))
        .collect();
    let message = for_script(&json!({ "type": "authorization_response", "response": members }));
    let script = format!(
        "const asker = window.parent === window ? window.opener : window.parent;\n\
         if (asker) asker.postMessage({message}, {});",
        for_script(&json!(origin))
    );
    let page = html! {
        (DOCTYPE)
        html lang="en" {
            head {
                meta charset="utf-8";
                title { "Going back to the app" }
            }
            body {
                script nonce=(nonce) { (PreEscaped(script)) }
            }
        }
    };
    let policy =
        format!("default-src 'none'; script-src 'nonce-{nonce}'; base-uri 'none'; frame-ancestors {origin}");
    (
        [(header::CONTENT_SECURITY_POLICY, policy)],
        Html(page.into_string()),
    )
        .into_response()
}

/// JSON that means the same inside a script element: nothing in it ends the element, opens a comment or breaks a line.
fn for_script(value: &Value) -> String {
    let mut text = String::new();
    for character in value.to_string().chars() {
        match character {
            '<' => text.push_str("\\u003c"),
            '>' => text.push_str("\\u003e"),
            '&' => text.push_str("\\u0026"),
            '\u{2028}' => text.push_str("\\u2028"),
            '\u{2029}' => text.push_str("\\u2029"),
            _ => text.push(character),
        }
    }
    text
}

#[cfg(test)]
mod tests {
    use super::{Value, for_script, json};

    #[test]
    fn nothing_in_a_value_can_end_the_script_it_stands_in() {
        let hostile = json!({ "state": "</script><!-- \u{2028}\u{2029} & \" \\" });
        let text = for_script(&hostile);
        assert!(!text.contains(['<', '>', '&', '\u{2028}', '\u{2029}']), "{text}");
        assert_eq!(serde_json::from_str::<Value>(&text).unwrap(), hostile);
    }
}
