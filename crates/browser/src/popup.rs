//! A popup that is asked for an authorization response, watched until it answers or closes.

use std::cell::Cell;

use gloo_events::EventListener;
use gloo_timers::callback::Interval;
use vestibule_flow::MessageFault;
use wasm_bindgen::JsValue;
use web_sys::Window;

use crate::message::{self, Outcome};
use crate::window;

/// How often to look whether the window is closed, in milliseconds. No event tells.
const LOOK_EVERY_MS: u32 = 200;

/// How many more looks a closed window gets: a message that it sent just before may still be on its way.
const GRACE_LOOKS: u32 = 2;

/// Seen closed sooner than this after it was opened, in seconds, and never anywhere, it was not closed by a person.
const TOO_SOON_S: f64 = 1.2;

/// A popup that is waited for; dropped, it is closed.
pub(crate) struct Popup {
    window: Window,
    _listener: EventListener,
    _look: Interval,
}

impl Popup {
    /// Opens a popup, which a browser allows only while it handles a click or a key. `done` may be called more than
    /// once; only the first call counts.
    pub(crate) fn open(
        (url, size): (&str, (u32, u32)),
        origin: String,
        done: impl Fn(Outcome) + Clone + 'static,
    ) -> Result<Self, MessageFault> {
        let opener = window::window();
        let window = opener
            .open_with_url_and_target_and_features(url, &next_name(), &features(&opener, size))
            .ok()
            .flatten()
            .ok_or(MessageFault::Blocked)?;
        // A window of this name may still be open from before the page was loaded anew: then it took the URL, in the
        // back. A browser may keep it there; that is its right.
        let _ = window.focus();

        // The page's script has not paused since, so no message can have come before this listener.
        let source = window.clone();
        let listener = message::listen(origin, move || Some(source.clone()), done.clone());
        let watched = window.clone();
        let mut watch = Watch::new();
        let look = Interval::new(LOOK_EVERY_MS, move || {
            if let Some(fault) = watch.look(&watched) {
                done(Err(fault));
            }
        });
        Ok(Self {
            window,
            _listener: listener,
            _look: look,
        })
    }
}

impl Drop for Popup {
    fn drop(&mut self) {
        // Closing what a Cross-Origin-Opener-Policy has cut off does nothing, and need not.
        let _ = self.window.close();
    }
}

/// What was seen of a popup so far.
struct Watch {
    opened_at_s: f64,
    seen: Seen,
}

/// The stages that the looks can tell apart.
enum Seen {
    /// Open, on the blank page that every window begins with.
    Blank,
    /// Open, on a page.
    Arrived,
    /// Closed, so many looks ago.
    Closed { fault: MessageFault, looks: u32 },
}

impl Watch {
    fn new() -> Self {
        Self {
            opened_at_s: window::now_s(),
            seen: Seen::Blank,
        }
    }

    /// The fault, once the window is closed and its grace is over.
    fn look(&mut self, popup: &Window) -> Option<MessageFault> {
        let is_closed = popup.closed().unwrap_or(true);
        match &mut self.seen {
            Seen::Closed { fault, looks } => {
                *looks += 1;
                return (*looks >= GRACE_LOOKS).then_some(*fault);
            }
            Seen::Blank if is_closed && window::now_s() - self.opened_at_s < TOO_SOON_S => {
                // A Cross-Origin-Opener-Policy makes a window read as closed the moment its page arrives.
                self.seen = Seen::Closed {
                    fault: MessageFault::Unreachable,
                    looks: 0,
                };
            }
            Seen::Blank | Seen::Arrived if is_closed => {
                self.seen = Seen::Closed {
                    fault: MessageFault::Closed,
                    looks: 0,
                };
            }
            Seen::Blank if is_somewhere(popup) => self.seen = Seen::Arrived,
            Seen::Blank | Seen::Arrived => {}
        }
        None
    }
}

/// Whether the window stands on a page of its own. That of another origin refuses to tell its address, which tells.
fn is_somewhere(popup: &Window) -> bool {
    popup.location().href().map_or(true, |url| url != "about:blank")
}

/// A name that no other popup of this page has, and that the same popup has again after the page is loaded anew.
fn next_name() -> String {
    thread_local! {
        static OPENED: Cell<u32> = const { Cell::new(0) };
    }
    OPENED.set(OPENED.get().wrapping_add(1));
    format!("vestibule-{}", OPENED.get())
}

/// Centred over the window that opens it.
fn features(opener: &Window, size: (u32, u32)) -> String {
    // Whole pixels: printing fractions would bring their tables into the page.
    #[expect(
        clippy::cast_possible_truncation,
        reason = "`as` saturates, far outside of any screen"
    )]
    let of = |value: Result<JsValue, _>| value.ok().and_then(|v| v.as_f64()).unwrap_or_default() as i32;
    let [width, height] = [size.0, size.1].map(|length| i32::try_from(length).unwrap_or(i32::MAX));
    let left = of(opener.screen_x()).saturating_add(of(opener.outer_width()).saturating_sub(width) / 2);
    let top = of(opener.screen_y()).saturating_add(of(opener.outer_height()).saturating_sub(height) / 2);
    format!("popup,width={width},height={height},left={left},top={top}")
}
