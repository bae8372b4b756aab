//! A loopback HTTP server made of one function, which may also hang up without an answer.

use std::sync::Arc;

use bytes::Bytes;
use http_body_util::{BodyExt, Full};
use hyper::{Request, Response, body::Incoming, server::conn::http1, service::service_fn};
use hyper_util::rt::TokioIo;
use tokio::{net::TcpListener, task::AbortHandle};

use crate::runtime;

/// Told instead of an answer: the connection is closed.
#[derive(Debug)]
pub struct HangUp;

impl std::fmt::Display for HangUp {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("the server hung up")
    }
}

impl std::error::Error for HangUp {}

/// An answer of the server.
pub type Answer = Result<Response<Full<Bytes>>, HangUp>;

/// A running server; dropped, it stops.
pub struct Server {
    port: u16,
    accepting: AbortHandle,
}

impl Server {
    /// Serves the function on a free port of 127.0.0.1.
    pub fn start<H, F>(handler: H) -> Self
    where
        H: Fn(Request<Bytes>) -> F + Send + Sync + 'static,
        F: Future<Output = Answer> + Send + 'static,
    {
        let listener = runtime::block_on(TcpListener::bind("127.0.0.1:0")).expect("loopback has a free port");
        let port = listener
            .local_addr()
            .expect("a bound socket has an address")
            .port();
        let handler = Arc::new(handler);
        let accepting = runtime::spawn(async move {
            // An accept that fails means that the story is over.
            while let Ok((stream, _)) = listener.accept().await {
                let handler = Arc::clone(&handler);
                runtime::spawn(async move {
                    let service = service_fn(move |request| answer(Arc::clone(&handler), request));
                    // A connection that ends badly is what some stories are about.
                    let _ = http1::Builder::new()
                        .serve_connection(TokioIo::new(stream), service)
                        .await;
                });
            }
        });
        Self { port, accepting }
    }

    /// The port it listens on.
    pub fn port(&self) -> u16 {
        self.port
    }
}

impl Drop for Server {
    fn drop(&mut self) {
        self.accepting.abort();
    }
}

async fn answer<H, F>(handler: Arc<H>, request: Request<Incoming>) -> Answer
where
    H: Fn(Request<Bytes>) -> F,
    F: Future<Output = Answer>,
{
    let (head, body) = request.into_parts();
    let body = body.collect().await.map_err(|_| HangUp)?.to_bytes();
    handler(Request::from_parts(head, body)).await
}

/// A plain answer.
pub fn respond(status: u16, content_type: &str, body: impl Into<Bytes>) -> Response<Full<Bytes>> {
    Response::builder()
        .status(status)
        .header("content-type", content_type)
        .body(full(body))
        .expect("status and content type are literals of the harness")
}

/// A body of these bytes.
pub fn full(body: impl Into<Bytes>) -> Full<Bytes> {
    Full::new(body.into())
}
