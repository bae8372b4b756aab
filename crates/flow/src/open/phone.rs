//! The country of a telephone number: of the config, of the browser's language, of what is pasted, or chosen.

use super::{Open, Screen};
#[cfg(feature = "live-config")]
use crate::config::Config;
use crate::field::{Field, FieldProblem};
use crate::offer::Wire;
use crate::phone::{PhoneView, TheCountry, countries, country_of, to_e164};
use crate::plan::Plan;

/// The country that a number without a country code is of.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Phone(Option<&'static str>);

impl Phone {
    /// What the number says that is filled in, else the config, else the region of the first language that has one.
    pub(super) fn new(plan: &Plan, hint: &str) -> Self {
        let region = |language: &String| {
            let last = language.rsplit('-').next()?.to_ascii_uppercase();
            known(&last).filter(|_| language.contains('-'))
        };
        let of_config = plan.config.phone_country.as_deref().and_then(known);
        let mut phone = Self(of_config.or_else(|| plan.page.languages.iter().find_map(region)));
        phone.typed(hint);
        phone
    }

    /// A config that names another country than before has its way; what a person has chosen stays otherwise.
    #[cfg(feature = "live-config")]
    pub(super) fn follow(&mut self, before: &Config, plan: &Plan, typed: &str) {
        let named = &plan.config.phone_country;
        if named.is_some() && before.phone_country != *named {
            *self = Self::new(plan, typed);
        }
    }

    /// A number that carries its country code names its country.
    pub(super) fn typed(&mut self, text: &str) {
        self.0 = country_of(text, self.0).or(self.0);
    }
}

/// The code as the table has it.
pub(crate) fn known(code: &str) -> Option<&'static str> {
    countries()
        .map(|country| country.code)
        .find(|known| *known == code)
}

impl Open {
    pub(super) fn check_phone(&self, text: &str) -> Result<String, FieldProblem> {
        to_e164(text, self.phone.0)
    }

    pub(super) fn phone_view(&self) -> Option<PhoneView> {
        matches!(self.screen, Screen::Passwordless(Wire::Sms)).then_some(PhoneView {
            country: self.phone.0,
        })
    }

    pub(super) fn choose_country(&mut self, code: TheCountry) {
        self.phone.0 = known(code);
        self.set_problem(Field::Phone, None);
    }
}
