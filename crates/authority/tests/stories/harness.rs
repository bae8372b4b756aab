//! A server in memory with a clock that stands still, and a browser that keeps cookies.

use std::collections::BTreeMap;
use std::sync::{Arc, Mutex, OnceLock};

use axum::Router;
use axum::body::{Body, to_bytes};
use axum::http::{HeaderMap, Method, Request, StatusCode, header};
use serde_json::Value;
use tower::ServiceExt as _;
use vestibule_authority::chance::Chance;
use vestibule_authority::clock::TestClock;
use vestibule_authority::config::{Config, KeyAlgorithm};
use vestibule_authority::keys::{Keys, SigningKey};
use vestibule_authority::store::Store;
use vestibule_authority::{AppState, app, seed};

/// When every story begins, in Unix seconds.
pub const START: i64 = 1_800_000_000;

/// The app of the seeded clients.
pub const APP: &str = "http://localhost:8080";

/// One of its callbacks.
pub const CALLBACK: &str = "http://localhost:8080/callback";

/// The address of the server, and its issuer.
pub const ISSUER: &str = "http://localhost:4400/";

/// The seeded person's password.
pub const PASSWORD: &str = "correct horse battery staple";

/// The verifier of RFC 7636 appendix B.
pub const VERIFIER: &str = "dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXk";

/// The challenge of RFC 7636 appendix B.
pub const CHALLENGE: &str = "E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM";

/// A server.
pub struct World {
    /// What its handlers work with.
    pub state: AppState,
    /// Its clock.
    pub clock: TestClock,
    app: Router,
}

impl World {
    /// With nothing but the seeds.
    pub async fn new() -> Self {
        Self::with(seed::config()).await
    }

    /// With the seeds and what a configuration file says on top of them.
    pub async fn configured(toml: &str) -> Self {
        Self::with(Config::from_toml(toml).expect("a story's configuration is right")).await
    }

    async fn with(config: Config) -> Self {
        static KEY: OnceLock<SigningKey> = OnceLock::new();
        let key = KEY.get_or_init(|| {
            SigningKey::generate(KeyAlgorithm::Es256, &Chance::seeded(1)).expect("P-256 keys can be made")
        });
        let clock = TestClock::at(START);
        let state = AppState {
            config: Arc::new(config),
            store: Arc::new(Store::in_memory().expect("memory can be opened")),
            clock: Arc::new(clock.clone()),
            chance: Arc::new(Chance::seeded(2)),
            keys: Arc::new(Keys::of(key.clone())),
        };
        seed::plant(&state).await.expect("the seeds can be planted");
        Self {
            app: app(state.clone()),
            state,
            clock,
        }
    }

    /// A browser that has never been here.
    pub fn browser(&self) -> Browser {
        Browser {
            app: self.app.clone(),
            jar: Mutex::default(),
            host: "localhost:4400",
        }
    }
}

/// A browser: it keeps cookies and says which page asks.
pub struct Browser {
    app: Router,
    jar: Mutex<BTreeMap<String, String>>,
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

/// An answer.
#[derive(Debug)]
pub struct Answer {
    /// The status.
    pub status: StatusCode,
    /// The headers.
    pub headers: HeaderMap,
    /// The body.
    pub body: String,
}

impl Answer {
    /// Whether the status is this number.
    #[track_caller]
    pub fn assert(self, status: u16) -> Self {
        assert_eq!(self.status, status, "{} {:?}", self.body, self.headers);
        self
    }

    /// The body as JSON.
    #[track_caller]
    pub fn json(&self) -> Value {
        serde_json::from_str(&self.body).unwrap_or_else(|_| panic!("not JSON: {}", self.body))
    }

    /// A header.
    pub fn header(&self, name: &str) -> Option<&str> {
        self.headers.get(name).map(|value| value.to_str().unwrap())
    }

    /// Where it leads.
    #[track_caller]
    pub fn location(&self) -> &str {
        self.header("location")
            .unwrap_or_else(|| panic!("no location: {self:?}"))
    }

    /// The parameters in the query of where it leads, and nothing in the fragment.
    #[track_caller]
    pub fn query(&self) -> BTreeMap<String, String> {
        assert!(!self.location().contains('#'), "{}", self.location());
        params(self.location().split_once('?').map_or("", |(_, query)| query))
    }

    /// The parameters in the fragment of where it leads, and nothing in the query.
    #[track_caller]
    pub fn fragment(&self) -> BTreeMap<String, String> {
        assert!(!self.location().contains('?'), "{}", self.location());
        params(
            self.location()
                .split_once('#')
                .map_or("", |(_, fragment)| fragment),
        )
    }

    /// The message that a page posts, and to which origin.
    #[track_caller]
    pub fn message(&self) -> (Value, String) {
        let call = self
            .body
            .split_once("asker.postMessage(")
            .unwrap_or_else(|| panic!("{}", self.body))
            .1;
        let arguments = call.split_once(");</script>").unwrap().0;
        let both: Value = serde_json::from_str(&format!("[{arguments}]")).unwrap();
        (both[0].clone(), both[1].as_str().unwrap().to_owned())
    }
}

/// Form-encodes.
pub fn form(params: &[(&str, &str)]) -> String {
    form_urlencoded::Serializer::new(String::new())
        .extend_pairs(params)
        .finish()
}

fn params(text: &str) -> BTreeMap<String, String> {
    form_urlencoded::parse(text.as_bytes()).into_owned().collect()
}
