//! How a page is looked at: how wide, in light or dark, and what it finds when it begins. Chromium only.

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
        self.makes_it_wide(pane.width);
        self.prefers(&[
            ("prefers-color-scheme", pane.scheme.as_str()),
            ("prefers-reduced-motion", "reduce"),
        ]);
    }

    /// Gives the page so many CSS pixels from side to side.
    pub fn makes_it_wide(&self, width: u32) {
        let size = json!({ "width": width, "height": 900, "deviceScaleFactor": 1, "mobile": false });
        let devtools = self.web.cdp();
        ask(
            "resize the page",
            devtools.send_raw("Emulation.setDeviceMetricsOverride", size),
        );
    }

    /// Has these settings of their system, by media feature and value, and no others.
    pub fn prefers(&self, features: &[(&str, &str)]) {
        let features: Vec<_> = features
            .iter()
            .map(|(name, value)| json!({ "name": name, "value": value }))
            .collect();
        let devtools = self.web.cdp();
        ask(
            "change the system's settings",
            devtools.send_raw("Emulation.setEmulatedMedia", json!({ "features": features })),
        );
    }

    /// Has this run in each page from now on, before anything of the page's own.
    pub fn prepares(&self, script: &str) {
        let source = json!({ "source": script });
        let devtools = self.web.cdp();
        ask(
            "prepare the pages",
            devtools.send_raw("Page.addScriptToEvaluateOnNewDocument", source),
        );
    }
}
