//! A hidden frame that is asked for an authorization response.

use gloo_events::EventListener;
use gloo_timers::callback::Timeout;
use vestibule_flow::MessageFault;
use wasm_bindgen::JsCast;
use web_sys::{Document, HtmlIFrameElement};

use crate::message::{self, Outcome};
use crate::window;

/// A frame that is waited for; dropped, it leaves the page, and its listener and timer with it.
pub(crate) struct Frame {
    element: HtmlIFrameElement,
    _listener: EventListener,
    _deadline: Timeout,
}

impl Frame {
    /// Puts a frame into the page. `done` may be called more than once; only the first call counts.
    pub(crate) fn open(
        url: &str,
        origin: String,
        timeout_s: u32,
        done: impl Fn(Outcome) + Clone + 'static,
    ) -> Self {
        let document = window::window()
            .document()
            .expect("a window that runs scripts has its document");
        let element = create(&document);
        // The listener stands before the frame is in the page, and so before it loads anything.
        let source = element.clone();
        let listener = message::listen(origin, move || source.content_window(), done.clone());
        // A frame that the server or the page's policy refuses never says so, nor does one that cannot be put into the
        // page: the deadline ends them all.
        let deadline = Timeout::new(timeout_s.saturating_mul(1000), move || {
            done(Err(MessageFault::TimedOut));
        });
        if let Some(body) = document.body() {
            let _ = body.append_child(&element);
        }
        // Sent there, and not by its `src`: the ticket in the URL stands in no attribute that others on the page could read.
        if let Some(frame) = element.content_window() {
            let _ = frame.location().replace(url);
        }
        Self {
            element,
            _listener: listener,
            _deadline: deadline,
        }
    }
}

impl Drop for Frame {
    fn drop(&mut self) {
        self.element.remove();
    }
}

/// A frame that neither eyes, nor keyboard, nor screen reader come across.
fn create(document: &Document) -> HtmlIFrameElement {
    let element = document
        .create_element("iframe")
        .expect("`iframe` is a valid name of an element");
    let element: HtmlIFrameElement = element.unchecked_into();
    element.set_hidden(true);
    element.set_title("Login");
    element.set_tab_index(-1);
    // Only a name that no attribute may have is refused.
    let _ = element.set_attribute("aria-hidden", "true");
    element
}
