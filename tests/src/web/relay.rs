//! Stands between the browser and the authority: notes every request, plays faults, survives the authority's restarts.

use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use bytes::Bytes;
use http_body_util::Full;
use hyper::{Request, Response, StatusCode, header::HeaderMap};
use tokio::sync::Notify;

use super::{
    Fault, Seen,
    server::{Answer, HangUp, Server},
};
use crate::evidence::Secrets;

/// Headers that belong to one connection and are not passed on.
const HOP_BY_HOP: [&str; 4] = ["connection", "keep-alive", "transfer-encoding", "content-length"];

/// What is passed on of an answer.
type Parts = (StatusCode, HeaderMap, Bytes);

/// A running relay.
pub struct Relay {
    server: Server,
    shared: Arc<Shared>,
}

struct Shared {
    authority: u16,
    client: reqwest::Client,
    log: Mutex<Log>,
    secrets: Mutex<Secrets>,
    /// Wakes the answers that were kept back.
    mended: Notify,
    /// Faults still to be played, each for a path.
    faults: Mutex<Vec<(String, Fault, Lasts)>>,
}

/// How long a fault stays.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Lasts {
    Once,
    UntilMended,
}

#[derive(Default)]
struct Log {
    seen: Vec<Seen>,
    /// So many of them are forgotten.
    forgotten: usize,
}

impl Relay {
    /// Starts a relay in front of the authority on this port.
    pub fn start(authority: u16) -> Self {
        let client = reqwest::Client::builder()
            .redirect(reqwest::redirect::Policy::none())
            .no_proxy()
            .build()
            .expect("a client without TLS has nothing to fail on");
        let shared = Arc::new(Shared {
            authority,
            client,
            log: Mutex::default(),
            secrets: Mutex::default(),
            mended: Notify::new(),
            faults: Mutex::default(),
        });
        let serving = Arc::clone(&shared);
        let server = Server::start(move |request| Arc::clone(&serving).pass(request));
        Self { server, shared }
    }

    /// The port that browsers are told is the authority's.
    pub fn port(&self) -> u16 {
        self.server.port()
    }

    /// Plays a fault for the next request to this path; preflights are not counted.
    pub fn play(&self, path: &str, fault: Fault) {
        lock(&self.shared.faults).push((path.to_owned(), fault, Lasts::Once));
    }

    /// Plays a fault for every request to this path until [`Relay::mend`]. Browsers send a request again by themselves
    /// when a connection that they kept is closed.
    pub fn hold(&self, path: &str, fault: Fault) {
        lock(&self.shared.faults).push((path.to_owned(), fault, Lasts::UntilMended));
    }

    /// Ends all faults.
    pub fn mend(&self) {
        lock(&self.shared.faults).clear();
        self.shared.mended.notify_waiters();
    }

    /// Every request so far, preflights included, in the order in which they came.
    pub fn seen(&self) -> Vec<Seen> {
        let log = lock(&self.shared.log);
        log.seen[log.forgotten..].to_vec()
    }

    /// Forgets what was seen.
    pub fn forget(&self) {
        let mut log = lock(&self.shared.log);
        log.forgotten = log.seen.len();
    }

    /// Path and query of every request, of forgotten ones too.
    pub fn addresses(&self) -> Vec<String> {
        let log = lock(&self.shared.log);
        let addresses = log
            .seen
            .iter()
            .map(|seen| format!("{}?{}", seen.path, seen.query));
        addresses.collect()
    }

    /// The secrets that have passed.
    pub fn secrets(&self) -> Secrets {
        lock(&self.shared.secrets).clone()
    }
}

impl Shared {
    async fn pass(self: Arc<Self>, request: Request<Bytes>) -> Answer {
        let number = {
            let mut log = lock(&self.log);
            log.seen.push(Seen::of(&request));
            log.seen.len() - 1
        };
        lock(&self.secrets).learn_from_request(request.body());
        let answer = match self.fault(&request) {
            None => self.forward(request).await.map(assembled),
            Some(Fault::HangUp) => Err(HangUp),
            Some(Fault::Silence) => std::future::pending().await,
            Some(Fault::Late) => {
                let mended = self.mended.notified();
                tokio::pin!(mended);
                // Counts from here, so that a mending which is quicker than the answer is not missed.
                mended.as_mut().enable();
                let answer = self.forward(request).await.map(assembled);
                mended.await;
                answer
            }
            Some(Fault::Truncated) => self.forward(request).await.map(halved).map(assembled),
            Some(Fault::Answer {
                status,
                headers,
                body,
            }) => {
                let origin = request
                    .headers()
                    .get("origin")
                    .and_then(|value| value.to_str().ok());
                Fault::play(status, &headers, &body, origin)
            }
        };
        lock(&self.log).seen[number].note(answer.as_ref().ok());
        answer
    }

    fn fault(&self, request: &Request<Bytes>) -> Option<Fault> {
        if request.method() == "OPTIONS" {
            return None;
        }
        let mut faults = lock(&self.faults);
        let next = faults
            .iter()
            .position(|(path, ..)| path == request.uri().path())?;
        match faults[next] {
            (_, _, Lasts::Once) => Some(faults.remove(next).1),
            (_, ref fault, Lasts::UntilMended) => Some(fault.clone()),
        }
    }

    async fn forward(&self, request: Request<Bytes>) -> Result<Parts, HangUp> {
        let (head, body) = request.into_parts();
        let path = head.uri.path_and_query().map_or("/", |path| path.as_str());
        let url = format!("http://127.0.0.1:{}{path}", self.authority);
        // The Host header goes along unchanged: the authority takes its issuer from it.
        let sent = self
            .client
            .request(head.method, url)
            .headers(passed_on(&head.headers))
            .body(body)
            .send()
            .await;
        // An authority that is down looks to the browser like one that is down.
        let answer = sent.map_err(|_| HangUp)?;
        let (status, headers) = (answer.status(), passed_on(answer.headers()));
        let body = answer.bytes().await.map_err(|_| HangUp)?;
        let location = headers.get("location").and_then(|value| value.to_str().ok());
        lock(&self.secrets).learn_from_answer(location.unwrap_or_default(), &body);
        Ok((status, headers, body))
    }
}

fn passed_on(headers: &HeaderMap) -> HeaderMap {
    let mut passed = headers.clone();
    for name in HOP_BY_HOP {
        passed.remove(name);
    }
    passed
}

fn halved((status, headers, body): Parts) -> Parts {
    let half = body.slice(..body.len() / 2);
    (status, headers, half)
}

fn assembled((status, headers, body): Parts) -> Response<Full<Bytes>> {
    let mut answer = Response::new(Full::new(body));
    *answer.status_mut() = status;
    *answer.headers_mut() = headers;
    answer
}

fn lock<T>(mutex: &Mutex<T>) -> MutexGuard<'_, T> {
    // A story that failed elsewhere still wants its evidence.
    mutex.lock().unwrap_or_else(PoisonError::into_inner)
}
