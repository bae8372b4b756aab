//! Fields of a config that cannot both be as they are, and those that ask for what is not built in.

use crate::built;
#[cfg(feature = "hosted")]
use crate::config::PasswordlessMethod;
use crate::config::{Away, Config, InitialScreen};
use crate::plan::{ConfigError, ConfigProblem};

/// The first of them.
pub(crate) fn contradiction(config: &Config) -> Option<ConfigError> {
    let needed = not_built(config).or_else(|| not_set(config));
    let needed = needed.map(|(field, needed)| ConfigError {
        field,
        problem: ConfigProblem::Needs(needed),
    });
    needed
        .or_else(|| unknown_country(config))
        .or_else(|| not_at_the_server(config))
}

/// A link that is opened elsewhere does not find the request that waits for this browser.
#[cfg(feature = "hosted")]
fn not_at_the_server(config: &Config) -> Option<ConfigError> {
    let is_link = config.hosted.is_some() && config.passwordless == PasswordlessMethod::Link;
    is_link.then_some(ConfigError {
        field: "passwordless",
        problem: ConfigProblem::Not("`code` on the server's own page"),
    })
}

#[cfg(not(feature = "hosted"))]
const fn not_at_the_server(_config: &Config) -> Option<ConfigError> {
    None
}

/// One question after the other, and no table: what is built in leaves nothing of its question in the page.
fn not_built(config: &Config) -> Option<(&'static str, &'static str)> {
    let first = config.initial_screen;
    if !built::SIGN_UP {
        let sign_up = "the cargo feature `sign-up` of `vestibule`";
        if matches!(first, InitialScreen::SignUp | InitialScreen::ForgotPassword) {
            return Some(("initial_screen", sign_up));
        }
        if !config.allow_log_in {
            return Some(("allow_log_in", sign_up));
        }
    }
    if !built::PASSWORDLESS && first == InitialScreen::Passwordless {
        return Some((
            "initial_screen",
            "the cargo feature `passwordless` of `vestibule`",
        ));
    }
    if !built::POPUP && config.social == Away::Popup {
        return Some(("social", "the cargo feature `popup` of `vestibule`"));
    }
    if !built::POPUP && config.fallback == Away::Popup {
        return Some(("fallback", "the cargo feature `popup` of `vestibule`"));
    }
    if !cfg!(feature = "terms") && (names_terms(config) || config.accept_terms) {
        return Some(("terms_of_service", "the cargo feature `terms` of `vestibule`"));
    }
    if !cfg!(feature = "captcha") && config.captcha {
        return Some(("captcha", "the cargo feature `captcha` of `vestibule`"));
    }
    if !cfg!(feature = "hooks") && config.hooks {
        return Some(("hooks", "the cargo feature `hooks` of `vestibule`"));
    }
    if !cfg!(feature = "fields") && config.generate_username {
        return Some(("generate_username", "the cargo feature `fields` of `vestibule`"));
    }
    None
}

fn not_set(config: &Config) -> Option<(&'static str, &'static str)> {
    if cfg!(feature = "terms") && config.accept_terms && !names_terms(config) {
        return Some(("accept_terms", "`terms_of_service` or `privacy_policy`"));
    }
    if !built::SIGN_UP {
        return None;
    }
    let (sign_up, reset) = (config.allow_sign_up, config.allow_forgot_password);
    match config.initial_screen {
        InitialScreen::SignUp if config.sign_up_link.is_some() => {
            Some(("initial_screen", "a sign-up without `sign_up_link`"))
        }
        InitialScreen::ForgotPassword if config.forgot_password_link.is_some() => {
            Some(("initial_screen", "a new password without `forgot_password_link`"))
        }
        InitialScreen::SignUp if !sign_up => Some(("initial_screen", "`allow_sign_up`")),
        InitialScreen::ForgotPassword if !reset => Some(("initial_screen", "`allow_forgot_password`")),
        _ if !config.allow_log_in && !sign_up && !reset => {
            Some(("allow_log_in", "`allow_sign_up` or `allow_forgot_password`"))
        }
        _ if !config.allow_log_in
            && (!sign_up || config.sign_up_link.is_some())
            && (!reset || config.forgot_password_link.is_some()) =>
        {
            Some((
                "allow_log_in",
                "a sign-up or a new password without a link in its place",
            ))
        }
        _ => None,
    }
}

#[cfg(feature = "phone")]
fn unknown_country(config: &Config) -> Option<ConfigError> {
    let named = config.phone_country.as_ref()?;
    let is_known = crate::phone::countries().any(|country| country.code == named.as_str());
    (!is_known).then_some(ConfigError {
        field: "phone_country",
        problem: ConfigProblem::Not("the code of a country in two capitals (ISO 3166-1 alpha-2)"),
    })
}

#[cfg(not(feature = "phone"))]
const fn unknown_country(_config: &Config) -> Option<ConfigError> {
    None
}

fn names_terms(config: &Config) -> bool {
    config.terms_of_service.is_some() || config.privacy_policy.is_some()
}
