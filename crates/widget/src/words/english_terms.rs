//! What somebody who creates an account agrees to, in English.

use vestibule_flow::{Accept, Terms};
use yew::AttrValue;

use super::Phrase;

const fn text(words: &'static str) -> AttrValue {
    AttrValue::Static(words)
}

pub(super) fn terms(terms: &Terms) -> Vec<Phrase> {
    let lead = match terms.accept {
        Accept::Silently => "By going on you agree to the ",
        Accept::ByTick { .. } => "I agree to the ",
    };
    let service = terms
        .terms_of_service
        .is_some()
        .then_some(Phrase::TermsOfService(text("terms of service")));
    let privacy = terms
        .privacy_policy
        .is_some()
        .then_some(Phrase::PrivacyPolicy(text("privacy policy")));
    let both = service.is_some() && privacy.is_some();
    let mut phrases = vec![Phrase::Text(text(lead))];
    phrases.extend(service);
    if both {
        phrases.push(Phrase::Text(text(" and the ")));
    }
    phrases.extend(privacy);
    phrases.push(Phrase::Text(text(".")));
    phrases
}
