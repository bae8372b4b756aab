//! A user name that nobody is asked for: made up, and made anew where it was taken.

use super::{Job, Open};
use crate::ask::Ask;
use crate::context::Context;
use crate::event::Intent;
use crate::field::Form;
use crate::flow::Stage;

/// A sign-up that waits for the chance that its user name is made of.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Naming {
    ask: Ask,
    intent: Intent,
}

impl Naming {
    pub(crate) const fn ask(&self) -> Ask {
        self.ask
    }
}

impl Open {
    /// Whether the sign-up has to wait for a user name that is made up, where the app asks for none.
    pub(super) fn waits_for_name(&mut self, form: &Form, cx: &mut Context) -> bool {
        let database = self.offer.database.as_ref();
        let is_wanted = self.plan.config.generate_username
            && database.is_some_and(|(_, database)| database.requires_username);
        if !is_wanted || !self.memory.generated.is_empty() {
            return false;
        }
        self.job = Job::Naming(Naming {
            ask: cx.random(),
            intent: Intent::Submit(form.clone()),
        });
        true
    }

    /// The made-up name that was refused; says whether it was one. The next try makes another.
    pub(super) fn forgets_made_up_name(&mut self) -> bool {
        let name = std::mem::take(&mut self.memory.generated);
        // A name that was made under another config is not the one that was sent.
        self.plan.config.generate_username && !name.is_empty()
    }

    /// A name of small letters and digits, as long as the database allows; then the sign-up goes on.
    pub(super) fn named(mut self: Box<Self>, naming: Naming, entropy: &[u8; 96], cx: &mut Context) -> Stage {
        const SIGNS: &[u8; 36] = b"abcdefghijklmnopqrstuvwxyz0123456789";
        let (_, most) = self.username_length();
        // Bytes above the last whole run of signs are left out, so that each sign is as likely as the others.
        let fair = entropy.iter().filter(|byte| **byte < 252);
        self.memory.generated = fair
            .take(usize::try_from(most.min(40)).unwrap_or(15))
            .map(|byte| char::from(SIGNS[usize::from(byte % 36)]))
            .collect();
        self.person(naming.intent, cx)
    }
}
