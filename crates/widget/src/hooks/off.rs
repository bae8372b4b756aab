//! An app that is not asked: the feature `hooks` is off.

use vestibule_flow::{Question, Reply, View};

/// Nothing: the feature `hooks` is off.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct AppHooks(());

#[expect(
    clippy::unused_self,
    clippy::needless_pass_by_value,
    reason = "they stand in the place of those that look"
)]
impl AppHooks {
    pub(crate) const fn is_some(&self) -> bool {
        false
    }

    pub(crate) fn answer(&self, question: Question, _done: impl FnOnce(Reply) + 'static) {
        match question {}
    }

    pub(crate) const fn transform(&self, _view: &mut View) {}
}
