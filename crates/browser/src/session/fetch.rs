//! A request of the app's to its own API.

use gloo_net::http as net;
use vestibule_flow::{ApiRequest, NetworkFault};
use vestibule_protocol::Response;
use web_sys::{AbortController, RequestCredentials, RequestRedirect};

use crate::http;

/// Sends it and reads the whole answer, within the request's own time-out. A redirect ends it: the token goes where it was
/// sent, or nowhere.
pub(super) async fn send(request: ApiRequest, controller: AbortController) -> Result<Response, NetworkFault> {
    let built = build(&request, &controller);
    http::in_time(built, request.timeout_s, controller).await
}

fn build(request: &ApiRequest, controller: &AbortController) -> Result<net::Request, gloo_net::Error> {
    let method = request
        .method
        .parse()
        .map_err(|_| gloo_net::Error::GlooError(format!("{} is no HTTP method", request.method)))?;
    let mut builder = net::RequestBuilder::new(&request.url)
        .method(method)
        .credentials(RequestCredentials::SameOrigin)
        .redirect(RequestRedirect::Error)
        .abort_signal(Some(&controller.signal()));
    for (name, value) in &request.headers {
        builder = builder.header(name, value);
    }
    match &request.body {
        Some(body) => builder.body(body.as_str()),
        None => builder.build(),
    }
}
