//! The terms of the app: where they are shown, and the tick that accepts them.

use super::{Open, Screen};
use crate::field::{Field, FieldProblem, Form};
use crate::view::{Accept, Terms};

/// What the input of a tick holds while it is set.
const SET: &str = "on";

impl Open {
    /// The terms, on the screens that an account may come of: where providers alone are offered, that is the first.
    pub(super) fn terms(&self) -> Option<Terms> {
        let config = &self.plan.config;
        let creates = match self.screen {
            Screen::SignUp | Screen::Passwordless(_) => true,
            Screen::LogIn => !self.offer.has_log_in_form(),
            _ => false,
        };
        let are_there = config.terms_of_service.is_some() || config.privacy_policy.is_some();
        (creates && are_there).then(|| Terms {
            terms_of_service: config.terms_of_service.clone(),
            privacy_policy: config.privacy_policy.clone(),
            accept: if config.accept_terms {
                let of_tick = |(field, _): &&(Field, FieldProblem)| *field == Field::Terms;
                Accept::ByTick {
                    initial: self.memory.accepted,
                    problem: self.problems.iter().find(of_tick).map(|(_, what)| what.clone()),
                }
            } else {
                Accept::Silently
            },
        })
    }

    /// The tick was set or taken away.
    pub(super) fn ticked(&mut self, text: &str) {
        self.memory.accepted = text == SET;
    }

    /// What is wrong with the tick of a form, where one is asked for.
    pub(super) fn check_terms(&mut self, form: &Form) -> Option<(Field, Result<String, FieldProblem>)> {
        // A form without a tick takes none away that was set on another screen.
        if self.terms().is_some() {
            self.ticked(form.get(Field::Terms));
        }
        self.lacks_a_tick()
            .then_some((Field::Terms, Err(FieldProblem::NotAccepted)))
    }

    /// Whether this screen asks for a tick that is not set.
    pub(super) fn lacks_a_tick(&self) -> bool {
        let is_asked = self
            .terms()
            .is_some_and(|terms| matches!(terms.accept, Accept::ByTick { .. }));
        is_asked && !self.memory.accepted
    }
}
