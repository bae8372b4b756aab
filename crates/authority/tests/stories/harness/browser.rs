//! A browser: it keeps cookies and says which page asks.

use std::collections::BTreeMap;
use std::sync::Mutex;

use axum::Router;
use axum::body::{Body, to_bytes};
use axum::http::{HeaderMap, Method, Request, header};
use serde_json::Value;
use tower::ServiceExt as _;

use super::{APP, Answer, ISSUER, form};

/// A browser: it keeps cookies and says which page asks.
pub struct Browser {
    pub(super) app: Router,
    pub(super) jar: Mutex<BTreeMap<String, String>>,
    /// The server's name as this browser calls it.
    pub host: &'static str,
}

impl Browser {
    /// Goes to a page.
    pub async fn get(&self, path: &str) -> Answer {
        self.send(Method::GET, path, &[], Body::empty()).await
    }

    /// Goes to `/authorize`.
    pub async fn authorize(&self, params: &[(&str, &str)]) -> Answer {
        self.get(&format!("/authorize?{}", form(params))).await
    }

    /// Posts JSON by a script of the app's page.
    pub async fn post_json(&self, path: &str, body: &Value) -> Answer {
        let headers = [("content-type", "application/json"), ("origin", APP)];
        self.send(Method::POST, path, &headers, Body::from(body.to_string()))
            .await
    }

    /// Posts JSON by a script of a page of the server itself.
    pub async fn post_own_json(&self, path: &str, body: &Value) -> Answer {
        let headers = [
            ("content-type", "application/json"),
            ("origin", ISSUER.trim_end_matches('/')),
        ];
        self.send(Method::POST, path, &headers, Body::from(body.to_string()))
            .await
    }

    /// Posts a form by a script of the app's page.
    pub async fn post_form(&self, path: &str, fields: &[(&str, &str)]) -> Answer {
        let headers = [
            ("content-type", "application/x-www-form-urlencoded"),
            ("origin", APP),
        ];
        self.send(Method::POST, path, &headers, Body::from(form(fields)))
            .await
    }

    /// Submits a form of a page of the server itself.
    pub async fn submit(&self, path: &str, fields: &[(&str, &str)]) -> Answer {
        let headers = [
            ("content-type", "application/x-www-form-urlencoded"),
            ("origin", ISSUER.trim_end_matches('/')),
        ];
        self.send(Method::POST, path, &headers, Body::from(form(fields)))
            .await
    }

    /// Fetches with an access token.
    pub async fn get_with_token(&self, path: &str, token: &str) -> Answer {
        let bearer = format!("Bearer {token}");
        self.send(
            Method::GET,
            path,
            &[("authorization", bearer.as_str())],
            Body::empty(),
        )
        .await
    }

    /// Any other request.
    pub async fn send(&self, method: Method, path: &str, headers: &[(&str, &str)], body: Body) -> Answer {
        let mut request = Request::builder()
            .method(method)
            .uri(path)
            .header(header::HOST, self.host);
        let cookies: Vec<String> = self
            .jar
            .lock()
            .unwrap()
            .iter()
            .map(|(name, value)| format!("{name}={value}"))
            .collect();
        if !cookies.is_empty() {
            request = request.header(header::COOKIE, cookies.join("; "));
        }
        for (name, value) in headers {
            request = request.header(*name, *value);
        }
        let response = self
            .app
            .clone()
            .oneshot(request.body(body).unwrap())
            .await
            .unwrap();
        let (parts, body) = response.into_parts();
        let body = to_bytes(body, usize::MAX).await.unwrap();
        self.keep_cookies(&parts.headers);
        Answer {
            status: parts.status,
            headers: parts.headers,
            body: String::from_utf8(body.to_vec()).expect("every answer is text"),
        }
    }

    /// Forgets every cookie, as a browser that blocks them never had them.
    pub fn clear_cookies(&self) {
        self.jar.lock().unwrap().clear();
    }

    /// What the jar holds under a name.
    pub fn cookie(&self, name: &str) -> Option<String> {
        self.jar.lock().unwrap().get(name).cloned()
    }

    /// Puts a cookie into the jar.
    pub fn set_cookie(&self, name: &str, value: &str) {
        self.jar.lock().unwrap().insert(name.to_owned(), value.to_owned());
    }

    fn keep_cookies(&self, headers: &HeaderMap) {
        let mut jar = self.jar.lock().unwrap();
        for cookie in headers.get_all(header::SET_COOKIE) {
            let cookie = cookie.to_str().unwrap();
            let (pair, attributes) = cookie.split_once(';').unwrap();
            let (name, value) = pair.split_once('=').unwrap();
            if attributes.contains("Max-Age=0") {
                jar.remove(name)
            } else {
                jar.insert(name.to_owned(), value.to_owned())
            };
        }
    }
}
