//! One request: sent, timed, read whole, and abortable at any moment.

use std::cell::Cell;
use std::rc::Rc;

use gloo_net::http::{Method, RequestBuilder};
use vestibule_flow::{Answer, Ask, NetworkFault};
use vestibule_protocol::{Body, Credentials, Request, Response};
use wasm_bindgen_futures::spawn_local;
use web_sys::{AbortController, AbortSignal, RequestCredentials};

use crate::runner::Reply;
use crate::timer::Timer;

/// The most that is read of a response, in bytes. No answer of an authorization server comes near it.
const MAX_BODY: usize = 1 << 20;

/// A request under way; dropped, it is aborted.
pub(crate) struct Exchange {
    abort: Option<AbortController>,
    _timer: Timer,
}

impl Exchange {
    pub(crate) fn begin(ask: Ask, request: Request, to: Reply) -> Self {
        let abort = AbortController::new().ok();
        let signal = abort.as_ref().map(AbortController::signal);
        let timed_out = Rc::new(Cell::new(false));
        let timer = Timer::after(f64::from(request.timeout_s) * 1000.0, {
            let (abort, timed_out) = (abort.clone(), Rc::clone(&timed_out));
            move || {
                timed_out.set(true);
                abort.iter().for_each(AbortController::abort);
            }
        });
        spawn_local(async move {
            let result = send(request, signal.as_ref())
                .await
                .map_err(|()| match timed_out.get() {
                    true => NetworkFault::TimedOut,
                    false => NetworkFault::Unreachable,
                });
            to.answer(ask, Answer::Http(result));
        });
        Self { abort, _timer: timer }
    }
}

impl Drop for Exchange {
    fn drop(&mut self) {
        self.abort.iter().for_each(AbortController::abort);
    }
}

/// Sends, and reads the whole answer. The browser's own error says nothing that could be told from a refusal by CORS.
pub(crate) async fn send(request: Request, signal: Option<&AbortSignal>) -> Result<Response, ()> {
    let method = match request.method {
        vestibule_protocol::Method::Get => Method::GET,
        vestibule_protocol::Method::Post => Method::POST,
    };
    let credentials = match request.credentials {
        Credentials::Include => RequestCredentials::Include,
        Credentials::Omit => RequestCredentials::Omit,
    };
    let mut builder = RequestBuilder::new(&request.url)
        .method(method)
        .credentials(credentials)
        .abort_signal(signal);
    for (name, value) in &request.headers {
        builder = builder.header(name, value);
    }
    let built = match &request.body {
        None => builder.build(),
        Some(Body::Json(text)) => builder
            .header("content-type", "application/json")
            .body(text.as_str()),
        Some(Body::Form(text)) => builder
            .header("content-type", "application/x-www-form-urlencoded")
            .body(text.as_str()),
    };
    let response = built.map_err(drop)?.send().await.map_err(drop)?;
    let body = response.binary().await.map_err(drop)?;
    if body.len() > MAX_BODY {
        return Err(());
    }
    Ok(Response {
        status: response.status(),
        headers: response.headers().entries().collect(),
        body,
    })
}
