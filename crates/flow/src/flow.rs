//! The machine itself: stages, and one step.

use crate::config::Config;
use crate::effect::Effect;
use crate::event::Event;
use crate::page::Page;
use crate::view::View;

/// The machine: where a login stands. Pure; see the crate's page for its loop.
#[derive(Clone, Debug, PartialEq)]
pub struct Flow {}

impl Flow {
    /// Starts a login on this page at this time (seconds since 1970).
    #[must_use]
    pub fn start(config: Config, page: Page, at_s: f64) -> (Self, Vec<Effect>) {
        let _ = (config, page, at_s);
        (Self {}, Vec::new())
    }
}
