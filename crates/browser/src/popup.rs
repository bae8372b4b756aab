//! A popup that is asked for an authorization response, watched until it answers or closes.

use std::cell::Cell;

use vestibule_flow::{Answer, Ask, MessageFault};
use web_sys::Window;

use crate::listener::Listener;
use crate::message;
use crate::runner::Reply;
use crate::timer::Timer;
use crate::window::now_s;

const WIDTH: f64 = 500.0;
const HEIGHT: f64 = 640.0;
const POLL_MS: f64 = 200.0;

/// Closed sooner than this after it was opened, in seconds, it was not closed by a person.
const TOO_SOON_S: f64 = 1.0;

/// A popup that is waited for; dropped, it is closed.
pub(crate) struct Popup {
    window: Window,
    _listener: Option<Listener>,
    _timer: Timer,
}

impl Popup {
    /// Opens a popup, which a browser allows only while it handles a click or a key. None when it refuses.
    pub(crate) fn open(ask: Ask, url: &str, origin: String, to: &Reply) -> Option<Self> {
        let opener = web_sys::window()?;
        let window = opener
            .open_with_url_and_target_and_features(url, "_blank", &features(&opener))
            .ok()??;
        let source = window.clone();
        let listener = message::listen(ask, origin, move || Some(source.clone()), to.clone());
        let timer = Timer::every(POLL_MS, watch(ask, window.clone(), to.clone()));
        Some(Self {
            window,
            _listener: listener,
            _timer: timer,
        })
    }

    pub(crate) fn focus(&self) {
        // A browser may keep a window in the back; that is its right.
        let _ = self.window.focus();
    }
}

/// Looks whether the popup is closed. A message sent just before closing gets one more round to arrive.
fn watch(ask: Ask, window: Window, to: Reply) -> impl FnMut() {
    let opened_at_s = now_s();
    let seen_closed_at_s = Cell::new(None);
    move || match (window.closed().unwrap_or(true), seen_closed_at_s.get()) {
        (false, _) => {}
        (true, None) => seen_closed_at_s.set(Some(now_s())),
        (true, Some(closed_at_s)) => {
            let fault = match closed_at_s - opened_at_s < TOO_SOON_S {
                true => MessageFault::Unreachable,
                false => MessageFault::Closed,
            };
            to.answer(ask, Answer::Message(Err(fault)));
        }
    }
}

/// Centred over the window that opens it.
fn features(opener: &Window) -> String {
    let of =
        |value: Result<wasm_bindgen::JsValue, _>| value.ok().and_then(|v| v.as_f64()).unwrap_or_default();
    let left = of(opener.screen_x()) + (of(opener.outer_width()) - WIDTH) / 2.0;
    let top = of(opener.screen_y()) + (of(opener.outer_height()) - HEIGHT) / 2.0;
    format!(
        "popup,width={WIDTH},height={HEIGHT},left={},top={}",
        left.max(0.0).round(),
        top.max(0.0).round()
    )
}

impl Drop for Popup {
    fn drop(&mut self) {
        // Closing what a Cross-Origin-Opener-Policy has cut off does nothing, and need not.
        let _ = self.window.close();
    }
}
