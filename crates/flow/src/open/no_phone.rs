//! Numbers begin with their country code: the feature `phone` is off.

use super::Open;
#[cfg(feature = "live-config")]
use crate::config::Config;
use crate::field::{self, FieldProblem};
use crate::phone::{PhoneView, TheCountry};
use crate::plan::Plan;

#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Phone;

#[expect(clippy::unused_self, reason = "they stand in the place of those that look")]
impl Phone {
    pub(super) const fn new(_plan: &Plan, _hint: &str) -> Self {
        Self
    }

    #[cfg(feature = "live-config")]
    pub(super) const fn follow(&self, _before: &Config, _plan: &Plan, _typed: &str) {}

    pub(super) const fn typed(&self, _text: &str) {}
}

#[expect(clippy::unused_self, reason = "they stand in the place of those that look")]
impl Open {
    pub(super) fn check_phone(&self, text: &str) -> Result<String, FieldProblem> {
        field::check_phone(text)
    }

    pub(super) const fn phone_view(&self) -> Option<PhoneView> {
        None
    }

    pub(super) const fn choose_country(&self, code: TheCountry) {
        match code {}
    }
}
