//! The app's other tabs: short words to them, and theirs.

use gloo_events::EventListener;
use vestibule_flow::TabMessage;
use wasm_bindgen::JsCast;
use web_sys::{BroadcastChannel, MessageEvent};

/// A line to the app's other tabs; dropped, it is closed.
pub(super) struct Tabs {
    channel: BroadcastChannel,
    _listener: EventListener,
}

impl Tabs {
    /// Opens the line. None where the browser gives none: then each tab is by itself.
    pub(super) fn listen(name: &str, told: impl Fn(TabMessage) + 'static) -> Option<Self> {
        let channel = BroadcastChannel::new(name).ok()?;
        let listener = EventListener::new(&channel, "message", move |event| {
            let word = event
                .dyn_ref::<MessageEvent>()
                .and_then(|event| event.data().as_string());
            // Only pages of this origin can write here; a newer version of the app may know more words.
            if let Some(message) = word.as_deref().and_then(TabMessage::named) {
                told(message);
            }
        });
        Some(Self {
            channel,
            _listener: listener,
        })
    }

    pub(super) fn tell(&self, message: TabMessage) {
        // A line that is closed has nobody at its end.
        let _ = self.channel.post_message(&message.as_str().into());
    }
}

impl Drop for Tabs {
    fn drop(&mut self) {
        self.channel.close();
    }
}
