//! Serves a built app as its host would: single page, strict policy, a config.json of its own.

use std::{
    fs,
    path::{Component, Path, PathBuf},
    sync::{Arc, Mutex, PoisonError},
};

use bytes::Bytes;
use http_body_util::Full;
use hyper::{Request, Response, header::HeaderValue};
use serde_json::{Map, Value};

use super::{
    policy,
    server::{Server, respond},
};
use crate::scene::Scripts;

/// A served app.
pub struct App {
    server: Server,
    shared: Arc<Shared>,
}

#[derive(Default)]
struct Shared {
    /// Where files are looked for, in this order.
    folders: Vec<PathBuf>,
    /// Known only after the authority is, which has to know the app's port first.
    ready: Mutex<Option<Ready>>,
    violations: Mutex<Vec<String>>,
    /// Path and query of every request.
    addresses: Mutex<Vec<String>>,
}

#[derive(Clone)]
struct Ready {
    policy: HeaderValue,
    config: Bytes,
}

impl App {
    /// Starts to serve these folders, laid over one another; until [`App::open`] every answer is 503.
    pub fn serve(folders: Vec<PathBuf>) -> Self {
        let shared = Arc::new(Shared {
            folders,
            ..Shared::default()
        });
        let serving = Arc::clone(&shared);
        let server = Server::start(move |request| std::future::ready(Ok(serving.answer(&request))));
        Self { server, shared }
    }

    /// Fits the app to an authority: its origin in the policy, the settings in config.json.
    pub fn open(&self, authority: &str, settings: &Map<String, Value>) {
        self.open_to(authority, Scripts::Own, settings);
    }

    /// The same for a page that takes these scripts.
    pub(crate) fn open_to(&self, authority: &str, scripts: Scripts, settings: &Map<String, Value>) {
        let mut config: Map<String, Value> = self
            .shared
            .find("config.json")
            .and_then(|file| fs::read(file).ok())
            .map(|text| serde_json::from_slice(&text).expect("an example's config.json is an object"))
            .unwrap_or_default();
        config.extend(settings.clone());
        let policy = HeaderValue::from_str(&policy::for_page_of(authority, scripts))
            .expect("an origin fits into a header");
        let config = Value::Object(config).to_string().into();
        *lock(&self.shared.ready) = Some(Ready { policy, config });
    }

    /// The port it listens on.
    pub fn port(&self) -> u16 {
        self.server.port()
    }

    /// The app's origin, on the host name that browsers are given.
    pub fn origin(&self) -> String {
        format!("http://localhost:{}", self.server.port())
    }

    /// Path and query of every request so far.
    pub fn addresses(&self) -> Vec<String> {
        lock(&self.shared.addresses).clone()
    }

    /// What browsers reported against the policy, and referrers that carried a response.
    pub fn violations(&self) -> Vec<String> {
        lock(&self.shared.violations).clone()
    }
}

impl Shared {
    fn answer(&self, request: &Request<Bytes>) -> Response<Full<Bytes>> {
        let path = request.uri().path();
        lock(&self.addresses).push(request.uri().to_string());
        let referrer = request
            .headers()
            .get("referer")
            .and_then(|value| value.to_str().ok());
        if let Some(referrer) = referrer.filter(|address| address.contains("code=")) {
            lock(&self.violations).push(format!("the referrer carries a response: {referrer}"));
        }
        let Some(ready) = lock(&self.ready).clone() else {
            return respond(503, "text/plain", "not open yet");
        };
        let mut answer = match path {
            "/csp-report" => {
                lock(&self.violations).push(String::from_utf8_lossy(request.body()).into_owned());
                respond(204, "text/plain", "")
            }
            "/config.json" => respond(200, "application/json", ready.config),
            _ => self.file(path),
        };
        let headers = answer.headers_mut();
        headers.insert("content-security-policy", ready.policy);
        headers.insert("x-content-type-options", HeaderValue::from_static("nosniff"));
        headers.insert("cache-control", HeaderValue::from_static("no-cache"));
        answer
    }

    fn find(&self, name: &str) -> Option<PathBuf> {
        self.folders
            .iter()
            .map(|folder| folder.join(name))
            .find(|file| file.is_file())
    }

    /// The file, or the page for every path that is a route of the app.
    fn file(&self, path: &str) -> Response<Full<Bytes>> {
        let name = path.trim_start_matches('/');
        let inside = Path::new(name)
            .components()
            .all(|part| matches!(part, Component::Normal(_)));
        if let Some(file) = self.find(name).filter(|_| inside && !name.is_empty()) {
            let content = fs::read(&file).unwrap_or_default();
            return respond(200, content_type(&file), content);
        }
        if Path::new(name).extension().is_some_and(|end| end != "html") {
            return respond(404, "text/plain", "no such file");
        }
        self.find("index.html")
            .and_then(|file| fs::read(file).ok())
            .map_or_else(
                || respond(404, "text/plain", "no index.html"),
                |page| respond(200, "text/html; charset=utf-8", page),
            )
    }
}

fn content_type(file: &Path) -> &'static str {
    match file.extension().and_then(|end| end.to_str()) {
        Some("html") => "text/html; charset=utf-8",
        Some("js") => "text/javascript",
        Some("wasm") => "application/wasm",
        Some("css") => "text/css",
        Some("json") => "application/json",
        Some("svg") => "image/svg+xml",
        Some("png") => "image/png",
        _ => "application/octet-stream",
    }
}

fn lock<T>(mutex: &Mutex<T>) -> std::sync::MutexGuard<'_, T> {
    // A story that failed elsewhere still wants its evidence.
    mutex.lock().unwrap_or_else(PoisonError::into_inner)
}
