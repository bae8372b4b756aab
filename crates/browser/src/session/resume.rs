//! The page is seen again, or online again: time to look what happened meanwhile.

use std::rc::Rc;

use gloo_events::EventListener;
use web_sys::VisibilityState;

use crate::window;

/// Listens; dropped, it does not.
pub(super) struct Resume {
    _visible: Option<EventListener>,
    _online: EventListener,
}

impl Resume {
    pub(super) fn listen(resumed: impl Fn() + 'static) -> Self {
        let resumed = Rc::new(resumed);
        let window = window::window();
        let visible = window.document().map(|document| {
            let (resumed, watched) = (Rc::clone(&resumed), document.clone());
            EventListener::new(&document, "visibilitychange", move |_| {
                if watched.visibility_state() == VisibilityState::Visible {
                    resumed();
                }
            })
        });
        let online = EventListener::new(&window, "online", move |_| resumed());
        Self {
            _visible: visible,
            _online: online,
        }
    }
}
