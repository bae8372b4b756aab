//! A hidden frame that is asked for an authorization response.

use vestibule_flow::{Answer, Ask, MessageFault};
use wasm_bindgen::JsCast;
use web_sys::{HtmlIFrameElement, Window};

use crate::listener::Listener;
use crate::message;
use crate::runner::Reply;
use crate::timer::Timer;

/// A frame that is waited for; dropped, it leaves the page, and its listener and timer with it.
pub(crate) struct Frame {
    element: HtmlIFrameElement,
    _listener: Option<Listener>,
    _timer: Timer,
}

impl Frame {
    /// Puts a frame into the page. None where the page has no body to put it into.
    pub(crate) fn open(ask: Ask, url: &str, origin: String, timeout_s: u32, to: &Reply) -> Option<Self> {
        let document = web_sys::window()?.document()?;
        let element: HtmlIFrameElement = document.create_element("iframe").ok()?.dyn_into().ok()?;
        element.set_hidden(true);
        element.set_title("Login");
        for (name, value) in [("aria-hidden", "true"), ("tabindex", "-1")] {
            element.set_attribute(name, value).ok()?;
        }
        // The listener stands before the frame loads anything.
        let source = element.clone();
        let listener = message::listen(ask, origin, move || content_window(&source), to.clone());
        let timer = Timer::after(f64::from(timeout_s) * 1000.0, {
            let to = to.clone();
            move || to.answer(ask, Answer::Message(Err(MessageFault::TimedOut)))
        });
        document.body()?.append_child(&element).ok()?;
        element.set_src(url);
        Some(Self {
            element,
            _listener: listener,
            _timer: timer,
        })
    }
}

fn content_window(element: &HtmlIFrameElement) -> Option<Window> {
    element.content_window()
}

impl Drop for Frame {
    fn drop(&mut self) {
        self.element.remove();
    }
}
