//! What can be wrong with the app's fields, found when the widget starts.

use super::{Choices, ExtraKind, ExtraName, Initial};
use crate::config::Config;
use crate::field::Field;
use crate::plan::{ConfigError, ConfigProblem};

/// Names that a sign-up or an authorization request has for something else.
const TAKEN: [&str; 16] = [
    "organization",
    "max_age",
    "client_id",
    "connection",
    "user_metadata",
    "state",
    "captcha",
    "scope",
    "audience",
    "nonce",
    "realm",
    "redirect_uri",
    "response_type",
    "response_mode",
    "prompt",
    "login_ticket",
];

/// What is wrong with the app's fields.
pub(crate) fn fault(config: &Config) -> Option<ConfigError> {
    let lists = [
        ("sign_up_fields", &config.sign_up_fields),
        ("log_in_fields", &config.log_in_fields),
    ];
    lists.into_iter().find_map(|(of, fields)| {
        fields.iter().enumerate().find_map(|(at, field)| {
            let name = field.name;
            let is_word = !name.is_empty() && name.chars().all(|c| c.is_ascii_alphanumeric() || c == '_');
            let is_free = Field::by_name(name).is_none()
                && !TAKEN.contains(&name)
                && fields[..at].iter().all(|other| other.name != name);
            let asks = field.initial == Initial::Asked || field.kind == ExtraKind::Select(Choices::Asked);
            let problem = match () {
                () if !is_word || !is_free => ConfigProblem::NotAName(ExtraName(name)),
                () if asks && !config.hooks => ConfigProblem::Needs("`hooks`"),
                () => return None,
            };
            Some(ConfigError { field: of, problem })
        })
    })
}
