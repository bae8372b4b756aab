//! What somebody who creates an account agrees to, as phrases in the order of the language.

use vestibule_flow::{Accept, Terms};
use yew::AttrValue;

use super::{Key, Language};

/// A piece of the sentence about the terms.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Phrase {
    /// Words.
    Text(AttrValue),
    /// The link to the terms of service.
    TermsOfService(AttrValue),
    /// The link to the privacy policy.
    PrivacyPolicy(AttrValue),
}

impl Language {
    /// What somebody who creates an account agrees to, as phrases in order.
    pub(crate) fn terms(self, terms: &Terms) -> Vec<Phrase> {
        let both = terms.terms_of_service.is_some() && terms.privacy_policy.is_some();
        let key = match (&terms.accept, both) {
            (Accept::Silently, true) => Key::TermsSilent,
            (Accept::Silently, false) => Key::TermsSilentOne,
            (Accept::ByTick { .. }, true) => Key::TermsTick,
            (Accept::ByTick { .. }, false) => Key::TermsTickOne,
        };
        let mut phrases = Vec::new();
        let mut rest = self.message(key, None);
        while let Some((before, (name, after))) = rest
            .split_once('{')
            .and_then(|(before, at)| Some((before, at.split_once('}')?)))
        {
            phrases.push(Phrase::Text(before.into()));
            phrases.push(match name {
                "privacy" => Phrase::PrivacyPolicy(self.text(Key::PrivacyPolicy)),
                "document" if terms.terms_of_service.is_none() => {
                    Phrase::PrivacyPolicy(self.text(Key::PrivacyPolicy))
                }
                _ => Phrase::TermsOfService(self.text(Key::TermsOfService)),
            });
            rest = after;
        }
        phrases.push(Phrase::Text(rest.into()));
        phrases
    }
}
