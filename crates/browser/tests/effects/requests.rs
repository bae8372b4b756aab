//! Requests: what goes out, what comes back, and what is given up.

use vestibule_browser::{call_api, get_text};
use vestibule_flow::{Answer, Effect, NetworkFault};
use vestibule_protocol::{AccessToken, Body, Cache, Credentials, Method, Request};
use wasm_bindgen_test::wasm_bindgen_test;

use crate::page::{Desk, ask, asks, js, js_async, settle};

/// A `fetch` that answers nothing; `sent` is kept when it is first called, `aborts` counts how often it was given up.
const HANGING_FETCH: &str = "window.realFetch ??= window.fetch; window.aborts = 0; window.sent = new Promise(tell => {
    window.fetch = request => new Promise((_, refuse) => { tell(); request.signal.addEventListener('abort', () => {
        aborts++; refuse(new DOMException('', 'AbortError')); }); }); })";
const REAL_FETCH: &str = "window.fetch = window.realFetch";

fn get(url: impl Into<String>) -> Request {
    Request {
        method: Method::Get,
        url: url.into(),
        headers: vec![],
        body: None,
        credentials: Credentials::Omit,
        timeout_s: 10,
        cache: Cache::AsUsual,
    }
}

#[wasm_bindgen_test]
async fn a_response_comes_back_whole_and_unjudged() {
    let desk = Desk::new();
    desk.run(Effect::Http {
        ask: ask(),
        request: get("/run.js"),
    });
    let (answered, Answer::Http(Ok(response))) = desk.answer().await else {
        panic!("no response")
    };
    assert_eq!((answered, response.status), (ask(), 200));
    assert!(
        response
            .header("content-type")
            .is_some_and(|value| value.contains("javascript"))
    );
    assert!(String::from_utf8_lossy(&response.body).contains("wasm"));

    desk.run(Effect::Http {
        ask: ask(),
        request: get("/no-such-file"),
    });
    let (_, Answer::Http(Ok(response))) = desk.answer().await else {
        panic!("no response")
    };
    assert_eq!(response.status, 404);
}

#[wasm_bindgen_test]
async fn a_request_carries_its_method_headers_body_and_cookie_rule_and_refuses_redirects() {
    js("window.realFetch ??= window.fetch; window.fetch = async request => { window.seen = [request.method,
        request.headers.get('x-a'), request.headers.get('content-type'), request.credentials, request.redirect,
        await request.text()].join(); return new Response('', {status: 201, headers: {'X-B': 'b'}}); }");
    let desk = Desk::new();
    let request = Request {
        method: Method::Post,
        headers: vec![("x-a", "1".into())],
        body: Some(Body::Json("{\"a\":1}".into())),
        credentials: Credentials::Include,
        ..get("/anywhere")
    };
    desk.run(Effect::Http { ask: ask(), request });
    let (_, Answer::Http(Ok(response))) = desk.answer().await else {
        panic!("no response")
    };
    js(REAL_FETCH);
    assert_eq!(js("seen"), "POST,1,application/json,include,error,{\"a\":1}");
    assert_eq!((response.status, response.header("x-b")), (201, Some("b")));
}

#[wasm_bindgen_test]
async fn of_an_endless_body_no_more_is_read_than_shows_that_it_is_too_large() {
    let url = js("URL.createObjectURL(new Blob([new Uint8Array(3 << 20)]))")
        .as_string()
        .expect("a URL");
    let desk = Desk::new();
    desk.run(Effect::Http {
        ask: ask(),
        request: get(url),
    });
    let (_, Answer::Http(Ok(response))) = desk.answer().await else {
        panic!("no response")
    };
    assert_eq!(response.body.len(), vestibule_protocol::MAX_BODY + 1);
}

#[wasm_bindgen_test]
async fn no_response_is_unreachable_and_no_response_in_time_is_timed_out() {
    let desk = Desk::new();
    desk.run(Effect::Http {
        ask: ask(),
        request: get("http://127.0.0.1:1/"),
    });
    assert_eq!(
        desk.answer().await.1,
        Answer::Http(Err(NetworkFault::Unreachable))
    );

    js(HANGING_FETCH);
    desk.run(Effect::Http {
        ask: ask(),
        request: Request {
            timeout_s: 1,
            ..get("/")
        },
    });
    let (_, answer) = desk.answer().await;
    js(REAL_FETCH);
    assert_eq!(answer, Answer::Http(Err(NetworkFault::TimedOut)));
}

#[wasm_bindgen_test]
async fn a_body_that_breaks_off_is_no_response() {
    js("window.realFetch ??= window.fetch; window.fetch = async () => new Response(new ReadableStream({
        start(stream) { stream.enqueue(new Uint8Array(5)); }, pull(stream) { stream.error(new TypeError('')); } }))");
    let desk = Desk::new();
    desk.run(Effect::Http {
        ask: ask(),
        request: get("/"),
    });
    let (_, answer) = desk.answer().await;
    js(REAL_FETCH);
    assert_eq!(answer, Answer::Http(Err(NetworkFault::Unreachable)));
}

#[wasm_bindgen_test]
async fn a_forgotten_request_is_aborted_and_not_answered() {
    js(HANGING_FETCH);
    let desk = Desk::new();
    desk.run(Effect::Http {
        ask: ask(),
        request: get("/"),
    });
    js_async("sent").await;
    desk.run(Effect::Forget { ask: ask() });
    js(REAL_FETCH);
    assert_eq!(js("aborts"), 1);
    settle().await;
    assert!(desk.is_silent());
}

#[wasm_bindgen_test]
async fn a_runner_dropped_in_mid_request_aborts_it_and_says_nothing_more() {
    js(HANGING_FETCH);
    let Desk { runner, said } = Desk::new();
    let asks = asks();
    runner.run(Effect::Http {
        ask: asks[0],
        request: get("/"),
    });
    js_async("sent").await;
    runner.run(Effect::Wake {
        ask: asks[1],
        after_s: 0,
    });
    drop(runner);
    js(REAL_FETCH);
    assert_eq!(js("aborts"), 1);
    settle().await;
    assert!(said.borrow().events.is_empty());
}

#[wasm_bindgen_test]
async fn a_request_given_up_before_it_was_sent_is_not_answered_either() {
    let desk = Desk::new();
    desk.run(Effect::Http {
        ask: ask(),
        request: get("/run.js"),
    });
    desk.run(Effect::Forget { ask: ask() });
    settle().await;
    assert!(desk.is_silent());
}

#[wasm_bindgen_test]
async fn an_api_is_called_with_the_bearer_token_and_its_refusals_are_answers() {
    js(
        "window.realFetch ??= window.fetch; window.fetch = async request => {
        window.seen = [request.method, request.headers.get('authorization'), request.credentials].join();
        return new Response('no', {status: 401}); }",
    );
    let answer = call_api("/api/me", &AccessToken::new("TOKEN")).await;
    js(REAL_FETCH);
    assert_eq!(answer, Ok((401, "no".to_owned())));
    assert_eq!(js("seen"), "GET,Bearer TOKEN,omit");
    assert_eq!(
        get_text("http://127.0.0.1:1/").await,
        Err(NetworkFault::Unreachable)
    );
}
