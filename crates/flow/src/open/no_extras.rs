//! An app without fields of its own: the feature `fields` is off.

use std::iter::{Empty, empty};
use std::ops::Deref;

use super::Open;
use crate::ask::Ask;
use crate::config::Config;
use crate::context::Context;
use crate::extra::{Account, ExtraViews};
use crate::field::{Field, FieldProblem, Form};
use crate::flow::Stage;

#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Extras;

/// No name is ever made up.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) enum Naming {}

impl Naming {
    pub(crate) const fn ask(self) -> Ask {
        match self {}
    }
}

#[expect(clippy::unused_self, reason = "they stand in the place of those that look")]
impl Extras {
    pub(super) const fn start(_config: &Config, _cx: &mut Context) -> Self {
        Self
    }

    pub(super) const fn typed(&self, _field: Field, _text: &str) {}

    pub(super) const fn carry(&self) {}

    #[cfg(feature = "hooks")]
    pub(super) const fn heard(&self, _ask: Ask, _reply: &crate::host::Reply) -> bool {
        false
    }
}

#[expect(clippy::unused_self, reason = "they stand in the place of those that look")]
impl Open {
    pub(super) const fn forgets_made_up_name(&self) -> bool {
        false
    }

    #[cfg(feature = "live-config")]
    pub(super) const fn extras_follow(&self, _before: &Config, _cx: &mut Context) {}

    pub(super) fn extra_views(&self) -> ExtraViews {
        ExtraViews::default()
    }

    pub(super) const fn check_extras(&self, _form: &Form) -> Empty<(Field, Result<String, FieldProblem>)> {
        empty()
    }

    pub(super) const fn left_extra(&self, _field: Field) -> Option<FieldProblem> {
        None
    }

    pub(super) fn account(&self) -> Account {
        Account::default()
    }

    pub(super) const fn with_parameters<'a>(
        &self,
        given: &'a [(String, String)],
    ) -> impl Deref<Target = [(String, String)]> + use<'a> {
        given
    }

    pub(super) const fn waits_for_name(&self, _form: &Form, _cx: &mut Context) -> bool {
        false
    }

    pub(super) fn named(self: Box<Self>, naming: Naming, _entropy: &[u8; 96], _cx: &mut Context) -> Stage {
        match naming {}
    }
}
