//! Popups: refused, answered, forgotten, closed and cut off.

use vestibule_flow::{Answer, Effect, MessageFault};
use wasm_bindgen_test::wasm_bindgen_test;

use crate::page::{Desk, js, js_async, popup, settle};
use crate::{post, response};

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
