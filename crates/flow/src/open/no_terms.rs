//! An app without terms: the feature `terms` is off, and a config that names some is refused at the start.

use super::Open;
use crate::field::{Field, FieldProblem, Form};
use crate::view::Terms;

#[expect(clippy::unused_self, reason = "they stand in the place of those that look")]
impl Open {
    pub(super) const fn terms(&self) -> Option<Terms> {
        None
    }

    pub(super) const fn ticked(&self, _text: &str) {}

    pub(super) const fn check_terms(&self, _form: &Form) -> Option<(Field, Result<String, FieldProblem>)> {
        None
    }

    pub(super) const fn lacks_a_tick(&self) -> bool {
        false
    }
}
