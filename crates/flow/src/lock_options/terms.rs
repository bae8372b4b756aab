//! Lock's terms: a tick, and a text of its dictionary with links in it.

use vestibule_protocol::json::{Object, Value};

use super::LockFate;
use super::rows::{OBJECT, Row, TRUTH, elsewhere, row};
use crate::config::Config;
use crate::plan::is_a_link;

pub(super) const ROWS: &[Row] = &[
    row("mustAcceptTerms", |value, import| {
        let config = &mut import.config;
        match value.as_bool() {
            Some(false) => LockFate::Taken("accept_terms"),
            Some(true) if has_links(config) => {
                config.accept_terms = true;
                LockFate::Taken("accept_terms")
            }
            Some(true) => elsewhere(
                "set `accept_terms` with `terms_of_service` or `privacy_policy` (cargo feature `terms`): no link was taken from `languageDictionary.signUpTerms`",
            ),
            None => LockFate::WrongType(TRUTH),
        }
    }),
    row("showTerms", |_, _| {
        LockFate::Dropped("terms are shown where `terms_of_service` or `privacy_policy` is set")
    }),
    row("languageDictionary", |value, import| {
        if value.as_object().is_none() {
            LockFate::WrongType(OBJECT)
        } else if import.config.privacy_policy.is_some() {
            LockFate::Changed(
                "terms_of_service",
                "so is `privacy_policy`, by the links of `signUpTerms`, whose sentence is the widget's own; `title` is a logo or a slot (`Place::Header`); the other texts are a file of a language or an implementation of `Words`",
            )
        } else if import.config.terms_of_service.is_some() {
            LockFate::Changed(
                "terms_of_service",
                "by the link of `signUpTerms`, whose sentence is the widget's own; `title` is a logo or a slot (`Place::Header`); the other texts are a file of a language or an implementation of `Words`",
            )
        } else {
            elsewhere(
                "write the texts as a file of a language or as an implementation of `Words`; `title` is a logo or a slot (`Place::Header`)",
            )
        }
    }),
];

fn has_links(config: &Config) -> bool {
    config.terms_of_service.is_some() || config.privacy_policy.is_some()
}

/// Takes the links out of the dictionary's text: the first is that of the terms, the second that of the policy, as in every
/// example of Lock's; none where Lock does not show them. Only where terms are built in, since a config that names them is
/// refused elsewhere.
pub(super) fn links(options: &Object, config: &mut Config) {
    if !cfg!(feature = "terms") || options.get("showTerms").and_then(Value::as_bool) == Some(false) {
        return;
    }
    let dictionary = options.get("languageDictionary").and_then(Value::as_object);
    let text = dictionary.and_then(|texts| texts.get("signUpTerms")?.as_str());
    let links = text.unwrap_or_default().split(" href=").skip(1).map(quoted);
    let mut links = links.map(|link| link.filter(|link| is_a_link(link)));
    config.terms_of_service = links.next().flatten();
    config.privacy_policy = links.next().flatten();
}

/// What stands between quotes, as the page would have it.
fn quoted(text: &str) -> Option<String> {
    let quote = text.chars().next().filter(|c| ['"', '\''].contains(c))?;
    let (link, _) = text[1..].split_once(quote)?;
    Some(link.replace("&amp;", "&"))
}
