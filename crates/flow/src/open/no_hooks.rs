//! An app that is not asked: the feature `hooks` is off.

use vestibule_protocol::ClientSettings;

use super::Open;
use super::job::{Named, Told};
use crate::ask::Ask;
use crate::config::Config;
use crate::context::Context;
use crate::event::Intent;
use crate::field::{Field, Form, Typed};
use crate::flow::Stage;
use crate::host::{Avatar, Reply, Step};

#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Hooked;

/// Nothing ever waits.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) enum Consulting {}

impl Consulting {
    pub(crate) const fn ask(self) -> Ask {
        match self {}
    }
}

impl Hooked {
    pub(super) const fn new(_settings: &ClientSettings, _config: &Config) -> Self {
        Self
    }
}

#[expect(clippy::unused_self, reason = "they stand in the place of those that look")]
impl Open {
    #[cfg(feature = "live-config")]
    pub(super) const fn hooks_follow(&self, _settings: &ClientSettings) {}

    pub(super) const fn is_done_by_hand(&self) {}

    pub(super) const fn has_kept_waiting(&self) -> bool {
        false
    }

    pub(super) const fn app_is_to_be_asked(&self) -> bool {
        false
    }

    pub(super) fn waits_for_app(
        &mut self,
        _step: Step,
        _about: (Option<&str>, &Form),
        _intent: impl FnOnce() -> Intent,
        _cx: &mut Context,
    ) -> bool {
        false
    }

    pub(super) fn is_told_later(&mut self, _told: impl FnOnce() -> Told, _cx: &mut Context) -> bool {
        false
    }

    pub(super) fn app_said(
        self: Box<Self>,
        consulting: Consulting,
        _reply: Reply,
        _cx: &mut Context,
    ) -> Stage {
        match consulting {}
    }

    pub(super) const fn database_by_app(&self, _cx: &mut Context) -> Option<String> {
        None
    }

    pub(super) const fn named_by_app(&self, _address: &str, _cx: &mut Context) -> Named {
        Named::None
    }

    pub(super) const fn ask_who(&self, _field: Field, _text: &Typed, _cx: &mut Context) {}

    pub(super) const fn heard_aside(&self, _ask: Ask, reply: &Reply) -> bool {
        match *reply {}
    }

    pub(super) const fn avatar(&self) -> Option<Avatar> {
        None
    }
}
