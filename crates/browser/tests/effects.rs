//! Requests, timers, storage, the address bar and the console, in a real page.

#![cfg(target_arch = "wasm32")]

mod page;

use std::cell::{Cell, OnceCell};
use std::rc::Rc;

use page::{Desk, ask, asks, js, js_async, leave, origin, settle};
use vestibule_browser::{Runner, call_api, get_text, navigate};
use vestibule_flow::{Advice, Answer, Area, Effect, Event, Keep, LoginEvent, NetworkFault, Taken};
use vestibule_protocol::{AccessToken, Body, Cache, Credentials, Method, Request};
use wasm_bindgen_test::{wasm_bindgen_test, wasm_bindgen_test_configure};

wasm_bindgen_test_configure!(run_in_browser);

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
async fn a_timer_wakes_once_and_the_longest_wait_is_not_taken_for_none() {
    let desk = Desk::new();
    desk.run(Effect::Wake {
        ask: ask(),
        after_s: 0,
    });
    assert_eq!(desk.answer().await, (ask(), Answer::Woke));
    desk.run(Effect::Wake {
        ask: ask(),
        after_s: u32::MAX,
    });
    settle().await;
    assert!(desk.is_silent());
}

#[wasm_bindgen_test]
async fn a_watch_answers_once_when_another_tab_takes_what_it_watches() {
    let desk = Desk::new();
    desk.run(Effect::Watch {
        ask: ask(),
        key: "vestibule.app.mail~one".into(),
    });
    js(
        "window.tellOfStorage = (key, newValue) => dispatchEvent(new StorageEvent('storage', { key, newValue }))",
    );
    for told in [
        "tellOfStorage('vestibule.app.mail~one', '{}')",
        "tellOfStorage('vestibule.app.mail~two', null)",
        "tellOfStorage(null, null)",
    ] {
        js(told);
        assert!(desk.is_silent(), "{told}");
    }
    js("tellOfStorage('vestibule.app.mail~one', null)");
    assert_eq!(desk.answer().await, (ask(), Answer::Woke));
    js("tellOfStorage('vestibule.app.mail~one', null)");
    settle().await;
    assert!(desk.is_silent());
}

#[wasm_bindgen_test]
async fn a_watch_answers_when_what_it_watches_was_taken_while_the_page_slept() {
    let desk = Desk::new();
    let key = "vestibule.app.mail~slept";
    js(&format!("localStorage.setItem('{key}', '{{}}')"));
    desk.run(Effect::Watch {
        ask: ask(),
        key: key.into(),
    });
    let wakes = "dispatchEvent(new PageTransitionEvent('pageshow', { persisted: true }))";
    js(wakes);
    assert_eq!(desk.event().await, Event::Returned);
    assert!(desk.is_silent(), "it is there still");
    js(&format!("localStorage.removeItem('{key}')"));
    js(wakes);
    let told = [desk.event().await, desk.event().await];
    assert!(told.contains(&Event::Answered(ask(), Answer::Woke)), "{told:?}");
}

#[wasm_bindgen_test]
async fn random_bytes_are_answered_at_once_and_an_answer_may_ask_again() {
    let runner: Rc<OnceCell<Runner>> = Rc::default();
    let drawn = Rc::new(Cell::new([[0; 96]; 3]));
    let left = Rc::new(Cell::new(3_usize));
    let answer = {
        let (runner, drawn, left) = (Rc::clone(&runner), Rc::clone(&drawn), Rc::clone(&left));
        move |event| {
            // It lives as long as the page, which other tests wake.
            let Event::Answered(ask, Answer::Drawn(bytes)) = event else {
                return;
            };
            left.set(left.get() - 1);
            let mut all = drawn.get();
            all[left.get()] = *bytes;
            drawn.set(all);
            if left.get() > 0 {
                runner.get().expect("it runs").run(Effect::Random { ask });
            }
        }
    };
    let runner = runner.get_or_init(|| Runner::new(answer, drop));
    runner.run(Effect::Random { ask: ask() });
    assert_eq!(left.get(), 0);
    let [one, two, three] = drawn.get();
    assert!(one != two && two != three && one != three && one != [0; 96]);
}

fn keep(area: Area, key: &str) -> Effect {
    Effect::Keep(Keep {
        area,
        key: key.into(),
        value: format!("value of {key}"),
    })
}

async fn take(desk: &Desk, key: &str) -> Taken {
    desk.run(Effect::Take {
        ask: ask(),
        key: key.to_owned().into(),
    });
    let (_, Answer::Taken(taken)) = desk.answer().await else {
        panic!("no storage")
    };
    taken
}

#[wasm_bindgen_test]
async fn a_transaction_is_taken_once_from_either_storage() {
    let desk = Desk::new();
    for (area, key) in [
        (Area::Tab, "vestibule.app.tab"),
        (Area::Browser, "vestibule.app.browser"),
    ] {
        desk.run(keep(area, key));
        assert!(take(&desk, key).await == Taken::Found(format!("value of {key}")));
        let left = js(&format!(
            "localStorage.getItem('{key}') ?? sessionStorage.getItem('{key}')"
        ));
        assert!(left.is_null(), "it is gone from the storage");
        assert!(
            take(&desk, key).await == Taken::Elsewhere,
            "another widget of the page hears that it was taken"
        );
    }
    assert!(take(&desk, "vestibule.app.never").await == Taken::Missing);
}

#[wasm_bindgen_test]
async fn a_transaction_of_another_client_is_elsewhere_and_stays_there() {
    let desk = Desk::new();
    desk.run(keep(Area::Tab, "vestibule.one.shared"));
    assert!(take(&desk, "vestibule.two.shared").await == Taken::Elsewhere);
    assert!(
        take(&desk, "vestibule.one.shared").await == Taken::Found("value of vestibule.one.shared".into())
    );
    assert!(take(&desk, "vestibule.two.shared").await == Taken::Elsewhere);

    js("sessionStorage.setItem('host.of-the-app', '1')");
    assert!(
        take(&desk, "vestibule.two.of-the-app").await == Taken::Missing,
        "the app's own keys are not looked at"
    );
}

#[wasm_bindgen_test]
async fn a_storage_that_refuses_keeps_the_page_where_it_is() {
    js("window.realSet = Storage.prototype.setItem;
        Storage.prototype.setItem = () => { throw new DOMException('', 'QuotaExceededError'); }");
    let desk = Desk::new();
    desk.run(keep(Area::Browser, "vestibule.app.full"));
    desk.run(leave());
    js("Storage.prototype.setItem = window.realSet");
    assert_eq!(desk.answer().await.1, Answer::StorageRefused);
}

#[wasm_bindgen_test]
async fn blocked_storages_read_as_empty() {
    js("window.blocked = ['localStorage', 'sessionStorage'].map(name => [name, Object.getOwnPropertyDescriptor(window, name)]);
        for (const [name] of window.blocked)
            Object.defineProperty(window, name, {configurable: true, get() { throw new DOMException('', 'SecurityError'); }})");
    let desk = Desk::new();
    let taken = take(&desk, "vestibule.app.any").await;
    js("for (const [name, real] of window.blocked) Object.defineProperty(window, name, real)");
    assert!(taken == Taken::Missing);
}

#[wasm_bindgen_test]
fn the_address_is_cleaned_in_place_and_the_hosts_history_state_stays() {
    js(
        "window.before = [location.href, history.length]; history.replaceState({route: 7}, '', '/?code=CODE&state=S#/in')",
    );
    Desk::new().run(Effect::CleanUrl(format!("{}/#/in", origin())));
    let after = js(
        "[location.pathname, location.search, location.hash, history.state.route, history.length === before[1]].join()",
    );
    js("history.replaceState(null, '', before[0])");
    assert_eq!(after, "/,,#/in,7,true");
}

#[wasm_bindgen_test]
fn advice_is_said_once_for_each_sentence() {
    js(
        "window.warned = []; window.realWarn = console.warn; console.warn = sentence => warned.push(sentence)",
    );
    for page in ["https://a.example", "https://b.example", "https://a.example"] {
        Desk::new().run(Effect::Advise(Advice::NoMessage { page: page.into() }));
    }
    js("console.warn = window.realWarn");
    assert_eq!(js("warned.length"), 2);
    assert_eq!(js("warned[0].includes('https://a.example')"), true);
}

#[wasm_bindgen_test]
fn events_reach_the_app() {
    let desk = Desk::new();
    desk.run(Effect::Emit(LoginEvent::Shown));
    assert_eq!(desk.said.borrow().emitted, [LoginEvent::Shown]);
}

#[wasm_bindgen_test]
async fn a_page_from_the_back_forward_cache_says_so_and_a_fresh_one_does_not() {
    let desk = Desk::new();
    js("window.dispatchEvent(new PageTransitionEvent('pageshow', {persisted: false}))");
    assert!(desk.is_silent());
    js("window.dispatchEvent(new PageTransitionEvent('pageshow', {persisted: true}))");
    assert_eq!(desk.event().await, Event::Returned);
    let Desk { runner, said } = desk;
    drop(runner);
    js("window.dispatchEvent(new PageTransitionEvent('pageshow', {persisted: true}))");
    assert!(said.borrow().events.is_empty());
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

#[wasm_bindgen_test]
async fn a_script_is_no_place_to_go() {
    navigate("javascript:window.ran = true");
    settle().await;
    assert!(js("window.ran").is_undefined());
}
