//! What one step of a session may use: the time, the numbers, and the list of effects that it fills.

use super::effect::SessionEffect;
use super::error::SessionError;
use super::event::{Resolved, Ticket};
use super::news::SessionEvent;
use crate::ask::{Ask, Asks};
use crate::context::Context;

/// The hands of one step. What the rooms shared with the login widget ask for goes through `shared`, and comes out in the
/// order in which all of it was asked.
pub(super) struct SessionContext<'a> {
    shared: Context<'a>,
    effects: Vec<SessionEffect>,
}

impl<'a> SessionContext<'a> {
    pub(super) fn new(asks: &'a mut Asks, at_s: f64) -> Self {
        Self {
            shared: Context::new(asks, at_s),
            effects: Vec::new(),
        }
    }

    pub(super) fn into_effects(mut self) -> Vec<SessionEffect> {
        self.gather();
        self.effects
    }

    pub(super) fn at_s(&self) -> f64 {
        self.shared.at_s
    }

    pub(super) fn now_s(&self) -> u64 {
        self.shared.now_s()
    }

    pub(super) fn shared(&mut self) -> &mut Context<'a> {
        &mut self.shared
    }

    pub(super) fn effect(&mut self, effect: SessionEffect) {
        self.gather();
        self.effects.push(effect);
    }

    pub(super) fn ask(&mut self, effect: impl FnOnce(Ask) -> SessionEffect) -> Ask {
        let ask = self.shared.next_ask();
        self.effect(effect(ask));
        ask
    }

    pub(super) fn forget(&mut self, ask: Ask) {
        self.shared.forget(ask);
    }

    pub(super) fn emit(&mut self, event: SessionEvent) {
        self.effect(SessionEffect::Emit(event));
    }

    pub(super) fn resolve(&mut self, ticket: Ticket, outcome: Result<Resolved, SessionError>) {
        self.effect(SessionEffect::Resolve {
            ticket,
            outcome: Box::new(outcome),
        });
    }

    fn gather(&mut self) {
        self.effects
            .extend(self.shared.take_effects().into_iter().map(SessionEffect::Do));
    }
}
