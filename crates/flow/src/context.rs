//! What one step may use: the time, the numbers, and the list of effects that it fills.

use vestibule_protocol::Request;

use crate::ask::{Ask, Asks};
use crate::effect::{Advice, Effect};
use crate::login_event::{LoginError, LoginEvent};

/// The hands of one step.
pub(crate) struct Context<'a> {
    pub(crate) at_s: f64,
    asks: &'a mut Asks,
    effects: Vec<Effect>,
}

impl<'a> Context<'a> {
    pub(crate) fn new(asks: &'a mut Asks, at_s: f64) -> Self {
        Self {
            at_s,
            asks,
            effects: Vec::new(),
        }
    }

    pub(crate) fn into_effects(self) -> Vec<Effect> {
        self.effects
    }

    /// What was asked so far, for a session that has more to ask than this knows of.
    pub(crate) fn take_effects(&mut self) -> Vec<Effect> {
        std::mem::take(&mut self.effects)
    }

    /// The time in whole seconds since 1970.
    #[expect(
        clippy::cast_possible_truncation,
        clippy::cast_sign_loss,
        reason = "`as` saturates, and a clock before 1970 or past the year 10^11 fails the checks of time anyway"
    )]
    pub(crate) fn now_s(&self) -> u64 {
        self.at_s as u64
    }

    pub(crate) fn next_ask(&mut self) -> Ask {
        self.asks.next()
    }

    pub(crate) fn effect(&mut self, effect: Effect) {
        self.effects.push(effect);
    }

    pub(crate) fn random(&mut self) -> Ask {
        let ask = self.next_ask();
        self.effect(Effect::Random { ask });
        ask
    }

    pub(crate) fn http(&mut self, request: Request) -> Ask {
        let ask = self.next_ask();
        self.effect(Effect::Http { ask, request });
        ask
    }

    pub(crate) fn wake(&mut self, after_s: u32) -> Ask {
        let ask = self.next_ask();
        self.effect(Effect::Wake { ask, after_s });
        ask
    }

    pub(crate) fn forget(&mut self, ask: Ask) {
        self.effect(Effect::Forget { ask });
    }

    pub(crate) fn emit(&mut self, event: LoginEvent) {
        self.effect(Effect::Emit(event));
    }

    /// What a developer should know; it is not even put in words where advice is not built in.
    pub(crate) fn advise(&mut self, advice: impl FnOnce() -> Advice) {
        if Advice::IS_BUILT_IN {
            self.effect(Effect::Advise(advice()));
        }
    }

    /// Tells the app of a failure, and the developer when the server's answer is to blame.
    pub(crate) fn fail(&mut self, error: LoginError) {
        if let LoginError::Broken(what) = &error {
            self.advise(|| Advice::BrokenResponse(what.to_string()));
        }
        self.emit(LoginEvent::Failed(error));
    }
}
