//! The hidden frame: its message, its end, and that nobody meets it.

use std::cell::RefCell;
use std::rc::Rc;

use vestibule_browser::Runner;
use vestibule_flow::{Answer, Effect, MessageFault};
use wasm_bindgen_test::wasm_bindgen_test;

use crate::page::{Desk, js, settle, web_message};
use crate::{FRAME, FRAMES, frame_loads, open_frame, post, response};

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
