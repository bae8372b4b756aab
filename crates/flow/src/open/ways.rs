//! The ways from a screen to the others, and to the addresses that the app has named instead.

use super::{Open, Screen};
use crate::built;
use crate::event::Switch;
use crate::first::First;
use crate::offer::{Wire, allows_log_in};
use crate::view::ScreenName;

pub(super) fn switches(open: &Open) -> Vec<Switch> {
    let config = &open.plan.config;
    let passwordless = |wire: Wire| {
        if !built::PASSWORDLESS {
            return None;
        }
        let connection = open.offer.wire(wire)?.clone();
        Some(Switch {
            connection: Some(connection),
            by_phone: wire == Wire::Sms,
            ..Switch::to(ScreenName::Passwordless)
        })
    };
    let wires = || open.offer.wires().into_iter().filter_map(passwordless);
    let log_in = || allows_log_in(config).then(|| Switch::to(ScreenName::LogIn));
    match &open.screen {
        Screen::Arriving => Vec::new(),
        #[cfg(feature = "hosted")]
        Screen::Gone => Vec::new(),
        // A company's own login is the only way on for an address of its domain.
        Screen::LogIn if open.company().is_some() => Vec::new(),
        Screen::LogIn => {
            let reset = reset_way(open).into_iter();
            reset.chain(wires()).chain(sign_up_way(open)).collect()
        }
        Screen::SignUp | Screen::ForgotPassword | Screen::SignedUp => log_in().into_iter().collect(),
        Screen::MailSent { .. } => {
            let another = open.can_reset().then(|| Switch::to(ScreenName::ForgotPassword));
            another.into_iter().chain(log_in()).collect()
        }
        Screen::Corporate { .. } if !(allows_log_in(config) && open.offer.has_log_in_form()) => {
            let (to, wire) = match open.offer.first_screen(config) {
                First::LogIn => (ScreenName::LogIn, None),
                First::SignUp => (ScreenName::SignUp, None),
                First::ForgotPassword => (ScreenName::ForgotPassword, None),
                // What is typed there is an address.
                First::Passwordless(_) if open.offer.email.is_some() => {
                    (ScreenName::Passwordless, Some(Wire::Email))
                }
                First::Passwordless(wire) => (ScreenName::Passwordless, Some(wire)),
            };
            vec![wire.and_then(passwordless).unwrap_or_else(|| Switch::to(to))]
        }
        Screen::Corporate { .. } | Screen::SecondFactor(_) => vec![Switch::to(ScreenName::LogIn)],
        Screen::Passwordless(wire) => {
            let other = match wire {
                Wire::Email => Wire::Sms,
                Wire::Sms => Wire::Email,
            };
            let log_in = log_in().filter(|_| open.offer.has_log_in_form());
            passwordless(other).into_iter().chain(log_in).collect()
        }
        Screen::Code(sent) | Screen::LinkSent(sent) => passwordless(sent.wire).into_iter().collect(),
    }
}

/// The way to a new password: here, or at the address that the app has named.
fn reset_way(open: &Open) -> Option<Switch> {
    let config = &open.plan.config;
    match &config.forgot_password_link {
        Some(link) if config.allow_forgot_password => Some(Switch {
            href: Some(link.clone()),
            ..Switch::to(ScreenName::ForgotPassword)
        }),
        _ => open.can_reset().then(|| Switch::to(ScreenName::ForgotPassword)),
    }
}

/// The way to an account, likewise.
fn sign_up_way(open: &Open) -> Option<Switch> {
    let config = &open.plan.config;
    match &config.sign_up_link {
        Some(link) if config.allow_sign_up => Some(Switch {
            href: Some(link.clone()),
            ..Switch::to(ScreenName::SignUp)
        }),
        _ => open
            .offer
            .allows_sign_up(config)
            .then(|| Switch::to(ScreenName::SignUp)),
    }
}
