//! Frames and popups: which message is taken, and that nothing of them stays.

#![cfg(target_arch = "wasm32")]

#[path = "../page/mod.rs"]
mod page;

mod frames;
mod messages;
mod popups;

use vestibule_flow::{Ask, Effect};
use wasm_bindgen_test::wasm_bindgen_test_configure;

use page::{Desk, js, js_async, web_message};

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
