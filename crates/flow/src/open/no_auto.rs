//! Codes go off when they are sent: the feature `one-time-code` is off.

use super::Open;
use crate::ask::Ask;
use crate::context::Context;
use crate::event::Intent;

#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Auto;

impl Auto {
    pub(super) const fn new() -> Self {
        Self
    }
}

#[expect(clippy::unused_self, reason = "they stand in the place of those that look")]
impl Open {
    pub(super) const fn calls_off_code(&self, _intent: &Intent, _cx: &mut Context) -> bool {
        false
    }

    pub(super) const fn code_is_due(&self, _ask: Ask, _cx: &mut Context) -> bool {
        false
    }
}
