//! A config that is looked at once: the feature `live-config` is off.

use vestibule_protocol::ClientSettings;

use super::Open;
use crate::context::Context;
use crate::event::NewConfig;
use crate::flow::Stage;

#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Live;

impl Live {
    pub(super) const fn new(_settings: &ClientSettings) -> Self {
        Self
    }
}

pub(super) const fn up_to_date(stage: Stage, _cx: &mut Context) -> Stage {
    stage
}

#[expect(clippy::unused_self, reason = "they stand in the place of those that look")]
impl Open {
    pub(super) const fn configured(&self, config: NewConfig) {
        match config {}
    }
}
