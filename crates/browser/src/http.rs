//! One request: sent, timed, read up to a limit, and abortable at any moment.

use std::cell::Cell;
use std::pin::Pin;
use std::rc::Rc;

use gloo_net::http as net;
use gloo_timers::callback::Timeout;
use js_sys::{Reflect, Uint8Array};
use vestibule_flow::NetworkFault;
use vestibule_protocol::{Cache, Credentials, MAX_BODY, Method, Request, Response};
use wasm_bindgen::JsValue;
use wasm_bindgen_futures::JsFuture;
use web_sys::{
    AbortController, AbortSignal, ReadableStreamDefaultReader, RequestCache, RequestCredentials,
    RequestRedirect,
};

/// The way to give up a request. Dropped, it does so, which means nothing to a request that is through.
pub(crate) struct Abort(AbortController);

impl Abort {
    pub(crate) fn new() -> Self {
        Self(AbortController::new().expect("every browser that runs this WebAssembly has AbortController"))
    }

    pub(crate) fn controller(&self) -> AbortController {
        self.0.clone()
    }
}

impl Drop for Abort {
    fn drop(&mut self) {
        self.0.abort();
    }
}

/// Sends a request and reads the whole answer, within the request's own time-out. Boxed, so that its steps stand in the
/// page once and not in everything that waits for it.
pub(crate) fn send(
    request: Request,
    controller: AbortController,
) -> Pin<Box<dyn Future<Output = Result<Response, NetworkFault>>>> {
    Box::pin(send_in_time(request, controller))
}

async fn send_in_time(request: Request, controller: AbortController) -> Result<Response, NetworkFault> {
    let built = build(&request, &controller.signal());
    in_time(built, request.timeout_s, controller).await
}

/// Sends what was built and reads the whole answer, or gives it up in time.
pub(crate) async fn in_time(
    built: Result<net::Request, gloo_net::Error>,
    timeout_s: u32,
    controller: AbortController,
) -> Result<Response, NetworkFault> {
    let late = Rc::new(Cell::new(false));
    let _timer = Timeout::new(timeout_s.saturating_mul(1000), {
        let (late, controller) = (Rc::clone(&late), controller.clone());
        move || {
            late.set(true);
            controller.abort();
        }
    });
    match exchange(built).await {
        Ok(response) => Ok(response),
        Err(NoResponse) if late.get() => Err(NetworkFault::TimedOut),
        Err(NoResponse) => Err(NetworkFault::Unreachable),
    }
}

/// The browser gave no response, or broke off in the middle of it. A page may not learn why (Fetch, section 2.2.6).
struct NoResponse;

impl From<gloo_net::Error> for NoResponse {
    fn from(_: gloo_net::Error) -> Self {
        Self
    }
}

impl From<JsValue> for NoResponse {
    fn from(_: JsValue) -> Self {
        Self
    }
}

async fn exchange(built: Result<net::Request, gloo_net::Error>) -> Result<Response, NoResponse> {
    let answer = built?.send().await?;
    Ok(Response {
        status: answer.status(),
        headers: answer.headers().entries().collect(),
        body: read_body(&answer).await?,
    })
}

fn build(request: &Request, signal: &AbortSignal) -> Result<net::Request, gloo_net::Error> {
    let method = match request.method {
        Method::Get => net::Method::GET,
        Method::Post => net::Method::POST,
    };
    let credentials = match request.credentials {
        Credentials::Omit => RequestCredentials::Omit,
        Credentials::Include => RequestCredentials::Include,
    };
    let mut builder = net::RequestBuilder::new(&request.url)
        .method(method)
        .credentials(credentials)
        .abort_signal(Some(signal));
    if request.cache == Cache::Never {
        builder = builder.cache(RequestCache::NoStore);
    }
    for (name, value) in &request.headers {
        builder = builder.header(name, value);
    }
    match &request.body {
        None => builder.build(),
        // What carries a password goes where it was sent, or nowhere.
        Some(body) => builder
            .redirect(RequestRedirect::Error)
            .header("content-type", body.content_type())
            .body(body.expose()),
    }
}

async fn read_body(answer: &net::Response) -> Result<Vec<u8>, JsValue> {
    let mut body = Vec::new();
    let Some(stream) = answer.body() else {
        return Ok(body);
    };
    let reader = ReadableStreamDefaultReader::new(&stream)?;
    while body.len() <= MAX_BODY {
        let chunk = JsFuture::from(reader.read()).await?;
        if Reflect::get(&chunk, &"done".into())?.is_truthy() {
            return Ok(body);
        }
        let bytes = Uint8Array::new(&Reflect::get(&chunk, &"value".into())?);
        let room = u32::try_from(MAX_BODY + 1 - body.len()).unwrap_or(u32::MAX);
        body.append(&mut bytes.subarray(0, room).to_vec());
    }
    // Nobody waits for the end of what is given up.
    let _ = reader.cancel();
    Ok(body)
}
