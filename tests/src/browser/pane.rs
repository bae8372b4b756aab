//! How a page is looked at: how wide, and in light or dark. Chromium only.

use serde_json::json;

use super::person::{Person, ask};

/// A way of looking at a page.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Pane {
    /// CSS pixels from side to side.
    pub width: u32,
    /// What the person's system prefers.
    pub scheme: Scheme,
}

/// Light or dark, by the person's system.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Scheme {
    /// `prefers-color-scheme: light`.
    Light,
    /// `prefers-color-scheme: dark`.
    Dark,
}

impl Pane {
    /// A small phone and a desktop, in light and dark; the last is how a browser starts.
    pub const ALL: [Self; 4] = [
        Self::new(320, Scheme::Light),
        Self::new(320, Scheme::Dark),
        Self::new(1280, Scheme::Dark),
        Self::new(1280, Scheme::Light),
    ];

    const fn new(width: u32, scheme: Scheme) -> Self {
        Self { width, scheme }
    }
}

impl Scheme {
    /// The word of the media feature.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Light => "light",
            Self::Dark => "dark",
        }
    }
}

impl Person {
    /// Looks at the page in this way, and with little motion, so that what is seen stands still.
    pub fn looks_through(&self, pane: Pane) {
        let size = json!({ "width": pane.width, "height": 900, "deviceScaleFactor": 1, "mobile": false });
        let devtools = self.web.cdp();
        ask(
            "resize the page",
            devtools.send_raw("Emulation.setDeviceMetricsOverride", size),
        );
        let features = json!({ "features": [
            { "name": "prefers-color-scheme", "value": pane.scheme.as_str() },
            { "name": "prefers-reduced-motion", "value": "reduce" },
        ] });
        ask(
            "choose the colours",
            devtools.send_raw("Emulation.setEmulatedMedia", features),
        );
    }
}
