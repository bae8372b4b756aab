//! Which screen comes first, by what is offered and what the config wants.

use crate::config::{Config, InitialScreen};
use crate::offer::{Offer, Wire, allows_log_in};

/// The screens that can be the first.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum First {
    LogIn,
    SignUp,
    ForgotPassword,
    Passwordless(Wire),
}

impl Offer {
    /// The first screen, as far as what the config wants is offered.
    pub(crate) fn first_screen(&self, config: &Config) -> First {
        let usual = match self.first_wire() {
            Some(wire) if !self.has_log_in_form() => First::Passwordless(wire),
            _ => First::LogIn,
        };
        if let Some(wire) = self.asked_wire(config) {
            return First::Passwordless(wire);
        }
        match (config.initial_screen, self.first_wire()) {
            (InitialScreen::SignUp, _) if self.allows_sign_up(config) => First::SignUp,
            (InitialScreen::ForgotPassword, _) if self.allows_reset(config) => First::ForgotPassword,
            (InitialScreen::Passwordless, Some(wire)) => First::Passwordless(wire),
            _ if allows_log_in(config) => usual,
            _ if self.signs_up_here(config) => First::SignUp,
            _ if self.resets_here(config) => First::ForgotPassword,
            _ => usual,
        }
    }
}
