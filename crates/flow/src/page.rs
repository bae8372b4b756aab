//! What the machine is told about the page it runs in, once, at the start.

use std::fmt;

/// The page as the widget finds it when it is mounted. `Debug` shows its address alone.
#[derive(Clone, PartialEq, Eq)]
pub struct Page {
    /// The page's whole URL, response parameters included.
    pub url: String,
    /// The page's origin, `scheme://host[:port]`.
    pub origin: String,
    /// Whether WebCrypto's `subtle` is there. It is missing on plain-http pages other than loopback.
    pub subtle_crypto: bool,
    /// The languages that the browser prefers, best first (BCP 47).
    pub languages: Vec<String>,
}

impl Page {
    /// The page's URL without its query and fragment: where a redirect comes back to when the config does not say.
    #[must_use]
    pub fn address(&self) -> &str {
        self.url.split(['?', '#']).next().unwrap_or(&self.url)
    }

    /// The fragment of the page's URL, without the mark.
    #[must_use]
    pub fn fragment(&self) -> Option<&str> {
        self.url.split_once('#').map(|(_, fragment)| fragment)
    }

    /// The query of the page's URL, without the question mark.
    #[must_use]
    pub fn query(&self) -> Option<&str> {
        let before_fragment = self.url.split('#').next()?;
        before_fragment.split_once('?').map(|(_, query)| query)
    }
}

impl fmt::Debug for Page {
    // The query and the fragment may hold a code and a state.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Page")
            .field("address", &self.address())
            .finish_non_exhaustive()
    }
}
