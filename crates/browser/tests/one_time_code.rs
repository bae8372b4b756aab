//! Codes from text messages: what the browser is asked, what comes of its answer, and that nothing waits for ever.
//!
//! No browser without a telephone gets such messages, so that what it would answer stands in its place here.

#![cfg(target_arch = "wasm32")]

mod page;

use std::cell::RefCell;
use std::rc::Rc;

use page::{js, settle};
use vestibule_browser::one_time_code::wait;
use wasm_bindgen_test::{wasm_bindgen_test, wasm_bindgen_test_configure};

wasm_bindgen_test_configure!(run_in_browser);

/// A browser that knows of codes, and answers with this.
fn platform(answer: &str) {
    js(&format!(
        "window.OTPCredential = class {{}};
         Object.defineProperty(navigator, 'credentials', {{ configurable: true, value: {{
             get: (options) => {{ window.askedFor = options; return {answer}; }}
         }} }});"
    ));
}

fn heard() -> (Rc<RefCell<Vec<String>>>, impl FnOnce(String)) {
    let heard = Rc::new(RefCell::new(Vec::new()));
    let notes = heard.clone();
    (heard, move |code| notes.borrow_mut().push(code))
}

#[wasm_bindgen_test]
async fn a_browser_that_knows_of_codes_is_asked_for_those_of_text_messages() {
    platform("Promise.resolve({ code: '123456' })");
    let (heard, found) = heard();
    let waiting = wait(found);
    assert!(waiting.is_some());
    settle().await;
    assert_eq!(*heard.borrow(), ["123456"]);
    let asked = js("JSON.stringify(window.askedFor.otp)");
    assert_eq!(asked.as_string().as_deref(), Some(r#"{"transport":["sms"]}"#));
}

#[wasm_bindgen_test]
async fn a_refusal_is_no_fault() {
    platform("Promise.reject(new DOMException('no', 'AbortError'))");
    let (heard, found) = heard();
    let _waiting = wait(found);
    settle().await;
    assert!(heard.borrow().is_empty());
}

#[wasm_bindgen_test]
fn what_waits_is_given_up_with_its_field() {
    platform("new Promise(() => {})");
    let (_, found) = heard();
    let waiting = wait(found);
    assert_eq!(js("window.askedFor.signal.aborted").as_bool(), Some(false));
    drop(waiting);
    assert_eq!(js("window.askedFor.signal.aborted").as_bool(), Some(true));
}

#[wasm_bindgen_test]
fn a_browser_that_knows_nothing_of_codes_is_not_asked() {
    js("delete window.OTPCredential");
    let (_, found) = heard();
    assert!(wait(found).is_none());
}
