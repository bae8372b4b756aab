//! Frames and popups: which message is taken, and that nothing of them stays.

#![cfg(target_arch = "wasm32")]

mod page;

use std::cell::RefCell;
use std::rc::Rc;

use page::{Desk, js, js_async, popup, settle, web_message};
use vestibule_browser::Runner;
use vestibule_flow::{Answer, Ask, Effect, MessageFault};
use wasm_bindgen_test::{wasm_bindgen_test, wasm_bindgen_test_configure};

wasm_bindgen_test_configure!(run_in_browser);

const FRAME: &str = "document.querySelector('iframe[title=Login]')";
const FRAMES: &str = "document.querySelectorAll('iframe[title=Login]').length";

fn open_frame(desk: &Desk, timeout: u32) -> Ask {
    let Effect::WebMessage { ask, url, origin, .. } = web_message() else {
        panic!("no frame")
    };
    desk.run(Effect::WebMessage {
        ask,
        url,
        origin,
        timeout_s: timeout,
    });
    ask
}

/// Waits until the page that the frame was sent to is there; what the blank one before says is lost with it.
async fn frame_loads() {
    js_async(&format!(
        "new Promise(done => {FRAME}.addEventListener('load', done))"
    ))
    .await;
}

/// Posts to the page as the frame does, or nearly: `data`, `origin` and `source` are expressions.
fn post(data: &str, origin: &str, source: &str) {
    js(&format!(
        "window.dispatchEvent(new MessageEvent('message', {{data: {data}, origin: {origin}, source: {source}}}))"
    ));
}

fn response(code: &str) -> Vec<(String, String)> {
    vec![("code".into(), code.into()), ("state".into(), "S".into())]
}

#[wasm_bindgen_test]
async fn the_frames_own_message_is_the_answer_and_the_frame_goes() {
    let desk = Desk::new();
    let ask = open_frame(&desk, 60);
    frame_loads().await;
    js(&format!(
        "new ({FRAME}.contentWindow.Function)(`parent.postMessage(
            {{type: 'authorization_response', response: {{code: 'C', state: 'S'}}}}, '*')`)()"
    ));
    assert_eq!(desk.answer().await, (ask, Answer::Message(Ok(response("C")))));
    assert_eq!(js(FRAMES), 0);
}

#[wasm_bindgen_test]
async fn a_frame_is_hidden_from_eyes_keyboard_and_screen_reader() {
    let desk = Desk::new();
    let ask = open_frame(&desk, 60);
    let seen = js(&format!(
        "[{FRAME}.hidden, {FRAME}.tabIndex, {FRAME}.ariaHidden, {FRAME}.offsetWidth].join()"
    ));
    assert_eq!(seen, "true,-1,true,0");
    desk.run(Effect::Forget { ask });
    assert_eq!(js(FRAMES), 0);
}

#[wasm_bindgen_test]
async fn the_ticket_stands_in_no_attribute_and_in_no_history() {
    js("window.entries = history.length");
    let desk = Desk::new();
    open_frame(&desk, 60);
    let shows = || js("document.documentElement.outerHTML.includes('TICKET')");
    assert_eq!(shows(), false);
    frame_loads().await;
    assert_eq!(
        js(&format!(
            "{FRAME}.contentWindow.location.search.includes('login_ticket=TICKET')"
        )),
        true,
        "it is on its way"
    );
    assert_eq!(
        (shows(), js("history.length === entries")),
        (false.into(), true.into())
    );
}

#[wasm_bindgen_test]
async fn every_other_message_is_left_alone() {
    let desk = Desk::new();
    let ask = open_frame(&desk, 60);
    js("window.good = {type: 'authorization_response', response: {code: 'C', state: 'S'}};
        window.other = document.body.appendChild(document.createElement('iframe'));
        window.cycle = {type: 'authorization_response'}; cycle.response = cycle;
        window.polluted = JSON.parse('{\"type\": \"authorization_response\", \"__proto__\": {\"response\": {\"code\": \"C\"}}}');
        window.inherited = Object.create(good);
        window.proxy = new Proxy({}, {ownKeys() { throw 1; }, getPrototypeOf() { throw 2; }, get() { throw 3; }});
        window.many = {...good, response: Object.fromEntries(Array.from({length: 65}, (_, n) => ['k' + n, 'v']))};
        window.getter = {...good, get response() { throw 4; }};");
    let (here, frame) = ("location.origin", format!("{FRAME}.contentWindow"));
    for (origin, source) in [
        ("'https://evil.example'", frame.as_str()),
        ("'null'", &frame),
        ("''", &frame),
        ("location.origin + '/'", &frame),
        ("location.origin.toUpperCase()", &frame),
        (here, "window"),
        (here, "other.contentWindow"),
        (here, "null"),
    ] {
        post("good", origin, source);
    }
    for data in [
        "null",
        "undefined",
        "7",
        "'authorization_response'",
        "[good]",
        "Object.assign([], good)",
        "{}",
        "{...good, type: 'authorization_request'}",
        "{...good, type: ['authorization_response']}",
        "{type: 'authorization_response'}",
        "{...good, response: null}",
        "{...good, response: 'code=C&state=S'}",
        "{...good, response: ['C', 'S']}",
        "{...good, response: {code: 'C', state: 7}}",
        "{...good, response: {code: ['C'], state: 'S'}}",
        "{...good, response: {code: 'C', [Symbol('state')]: 'S'}}",
        "{...good, response: new Map([['code', 'C']])}",
        "{...good, response: new Date()}",
        "{...good, response: Object.create({code: 'C', state: 'S'})}",
        "cycle",
        "polluted",
        "inherited",
        "proxy",
        "{...good, response: proxy}",
        "many",
        "getter",
        "new (class Message { constructor() { Object.assign(this, good); } })()",
    ] {
        post(data, here, &frame);
        assert!(desk.is_silent(), "{data}");
    }
    assert!(desk.is_silent());
    post("good", here, &frame);
    assert_eq!(desk.answer().await, (ask, Answer::Message(Ok(response("C")))));
    js("other.remove()");
}

#[wasm_bindgen_test]
async fn a_flood_of_foreign_messages_hides_not_the_right_one() {
    let desk = Desk::new();
    open_frame(&desk, 60);
    frame_loads().await;
    js("window.flood = document.body.appendChild(document.createElement('iframe'));
        new flood.contentWindow.Function(`for (let n = 0; n < 10000; n++)
            parent.postMessage({type: 'authorization_response', response: {code: 'EVIL' + n, state: 'S'}}, '*')`)()");
    js(&format!(
        "new ({FRAME}.contentWindow.Function)(`parent.postMessage(
            {{type: 'authorization_response', response: {{code: 'C', state: 'S'}}}}, '*')`)()"
    ));
    let (_, answer) = desk.answer().await;
    js("flood.remove()");
    assert_eq!(answer, Answer::Message(Ok(response("C"))));
    settle().await;
    assert!(desk.is_silent());
}

#[wasm_bindgen_test]
async fn a_frame_that_says_nothing_in_time_is_removed_and_not_listened_to() {
    js("window.listening = 0; window.realAdd = window.addEventListener; window.realRemove = window.removeEventListener;
        window.addEventListener = function (kind, ...rest) { listening += kind === 'message'; return realAdd.call(window, kind, ...rest); };
        window.removeEventListener = function (kind, ...rest) { listening -= kind === 'message'; return realRemove.call(window, kind, ...rest); }");
    let desk = Desk::new();
    let ask = open_frame(&desk, 1);
    assert_eq!((js(FRAMES), js("listening")), (1.into(), 1.into()));
    js(&format!("window.late = {FRAME}.contentWindow"));
    assert_eq!(
        desk.answer().await,
        (ask, Answer::Message(Err(MessageFault::TimedOut)))
    );
    assert_eq!((js(FRAMES), js("listening")), (0.into(), 0.into()));
    js("delete window.addEventListener; delete window.removeEventListener");
    post(
        "{type: 'authorization_response', response: {code: 'C', state: 'S'}}",
        "location.origin",
        "late",
    );
    assert!(desk.is_silent());
}

#[wasm_bindgen_test]
async fn a_runner_dropped_while_a_frame_waits_takes_it_along() {
    let Desk { runner, said } = Desk::new();
    runner.run(web_message());
    js(&format!("window.late = {FRAME}.contentWindow"));
    drop(runner);
    assert_eq!(js(FRAMES), 0);
    post(
        "{type: 'authorization_response', response: {code: 'C', state: 'S'}}",
        "location.origin",
        "late",
    );
    settle().await;
    assert!(said.borrow().events.is_empty());
}

#[wasm_bindgen_test]
async fn an_answer_may_drop_the_runner_that_gives_it() {
    let runner: Rc<RefCell<Option<Runner>>> = Rc::default();
    let inner = Rc::clone(&runner);
    let made = Runner::new(move |_| drop(inner.borrow_mut().take()), drop);
    made.run(web_message());
    runner.replace(Some(made));
    post(
        "{type: 'authorization_response', response: {code: 'C', state: 'S'}}",
        "location.origin",
        &format!("{FRAME}.contentWindow"),
    );
    assert!(runner.borrow().is_none());
    assert_eq!(js(FRAMES), 0);
}

#[wasm_bindgen_test]
async fn a_refused_popup_is_blocked_at_once() {
    for refusal in [
        "() => null",
        "() => { throw new DOMException('', 'NotAllowedError'); }",
    ] {
        js(&format!(
            "window.realOpen ??= window.open; window.open = {refusal}"
        ));
        let desk = Desk::new();
        desk.run(popup());
        js("window.open = window.realOpen");
        assert!(
            !desk.is_silent(),
            "it is said while the click is still being handled"
        );
        assert_eq!(desk.answer().await.1, Answer::Message(Err(MessageFault::Blocked)));
    }
}

#[wasm_bindgen_test]
async fn a_popups_own_message_is_the_answer_and_the_popup_closes() {
    js(
        "window.realOpen ??= window.open; window.open = (...how) => window.opened = realOpen.apply(window, window.how = how)",
    );
    let desk = Desk::new();
    desk.run(popup());
    js("window.open = window.realOpen");
    assert_eq!(
        js("how[0].startsWith(location.origin + '/run.js?') && /^vestibule-\\d+$/.test(how[1])"),
        true
    );
    assert_eq!(
        js("/^popup,width=500,height=680,left=-?\\d+,top=-?\\d+$/.test(how[2])"),
        true
    );
    post(
        "{type: 'authorization_response', response: {code: 'EVIL', state: 'S'}}",
        "location.origin",
        "window",
    );
    js(
        "new opened.Function(`opener.postMessage({type: 'authorization_response', response: {code: 'C', state: 'S'}}, '*')`)()",
    );
    assert_eq!(desk.answer().await.1, Answer::Message(Ok(response("C"))));
    assert_eq!(js("opened.closed"), true);
}

#[wasm_bindgen_test]
async fn a_forgotten_popup_closes_and_is_not_answered() {
    js(
        "window.realOpen ??= window.open; window.open = (...how) => window.opened = realOpen.apply(window, how)",
    );
    let desk = Desk::new();
    let effect = popup();
    let Effect::Popup { ask, .. } = &effect else {
        panic!("no popup")
    };
    let ask = *ask;
    desk.run(effect);
    js("window.open = window.realOpen");
    desk.run(Effect::Forget { ask });
    assert_eq!(js("opened.closed"), true);
    settle().await;
    assert!(desk.is_silent());
}

/// A window as the page sees one, which reads as closed from the given look on, on a clock that goes by the looks.
fn window_that_closes(at_look: u32, address: &str) -> String {
    format!(
        "window.real ??= {{open: window.open, now: Date.now, every: window.setInterval}}; window.looks = 0;
        Date.now = () => 200 * looks; window.setInterval = call => real.every.call(window, call, 1);
        window.open = () => ({{ get closed() {{ return ++looks >= {at_look}; }},
            location: {{ get href() {{ {address} }} }}, focus() {{}}, close() {{}} }})"
    )
}

#[wasm_bindgen_test]
async fn a_popup_closed_by_a_person_is_told_from_one_that_was_cut_off() {
    let elsewhere = "throw new DOMException('', 'SecurityError')";
    for (at_look, address, fault) in [
        (2, elsewhere, MessageFault::Closed),
        (1, elsewhere, MessageFault::Unreachable),
        (2, "return 'about:blank'", MessageFault::Unreachable),
        (10, "return 'about:blank'", MessageFault::Closed),
    ] {
        js(&window_that_closes(at_look, address));
        let desk = Desk::new();
        desk.run(popup());
        let (_, answer) = desk.answer().await;
        js("window.open = real.open; Date.now = real.now; window.setInterval = real.every");
        assert_eq!(
            answer,
            Answer::Message(Err(fault)),
            "closed at look {at_look}, {address}"
        );
        settle().await;
        assert!(desk.is_silent());
    }
}

#[wasm_bindgen_test]
async fn a_message_that_arrives_just_after_the_popup_closed_still_counts() {
    js(
        "window.realOpen ??= window.open; window.open = () => window.opened = { get closed() {
            window.onlook?.(); return true; }, location: { href: 'about:blank' }, focus() {}, close() {} }",
    );
    let desk = Desk::new();
    desk.run(popup());
    js("window.open = window.realOpen");
    js_async("new Promise(looked => window.onlook = looked)").await;
    // Only a real window may be the source of a real message; its place is taken by what the page was given as one.
    js("window.last = new MessageEvent('message', {data: {type: 'authorization_response', response: {code: 'C', state: 'S'}},
            origin: location.origin}); Object.defineProperty(last, 'source', {value: opened}); window.dispatchEvent(last)");
    assert_eq!(desk.answer().await.1, Answer::Message(Ok(response("C"))));
}
