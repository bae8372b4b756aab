//! The terms that somebody who creates an account agrees to, as a sentence or as a tick with one.
//!
//! ## Styling
//!
//! `terms` (`data-state`: `valid`, `invalid`), in it `consent` around the tick, `terms-text`, its links, and `field-error`.

use vestibule_flow::{Accept, Field, FieldProblem, Intent, Purpose, Terms};
use yew::{AttrValue, Html, html};

use super::field::typed;
use super::slot::around_field;
use super::{Draw, Icon, icon};
use crate::words::Phrase;

pub(crate) fn terms(draw: Draw) -> Html {
    let Some(terms) = &draw.view.terms else {
        return Html::default();
    };
    let text = html! { <span data-part="terms-text">for phrase in draw.words.terms(terms) { { said(terms, phrase) } }</span> };
    let inside = match &terms.accept {
        Accept::Silently => html! { <p data-part="terms">{ text }</p> },
        Accept::ByTick { initial, problem } => tick(draw, (*initial, problem.as_ref()), text),
    };
    around_field(draw, Field::Terms, inside)
}

fn said(terms: &Terms, phrase: Phrase) -> Html {
    let link = |to: &Option<String>, words: AttrValue| html! { <a href={to.clone()} target="_blank" rel="noopener">{ words }</a> };
    match phrase {
        Phrase::Text(words) => words.into(),
        Phrase::TermsOfService(words) => link(&terms.terms_of_service, words),
        Phrase::PrivacyPolicy(words) => link(&terms.privacy_policy, words),
    }
}

fn tick(draw: Draw, (initial, problem): (bool, Option<&FieldProblem>), text: Html) -> Html {
    let onchange = draw
        .send
        .reform(|event: yew::Event| Intent::Typed(Field::Terms, typed(&event)));
    let error_id = format!("{}-terms-error", draw.uid);
    html! {
        <div data-part="terms" data-state={if problem.is_some() { "invalid" } else { "valid" }}>
            <label data-part="consent">
                <input
                    type="checkbox"
                    name={Field::Terms.name()}
                    checked={initial}
                    required=true
                    aria-invalid={problem.is_some().then_some("true")}
                    aria-describedby={problem.is_some().then(|| AttrValue::from(error_id.clone()))}
                    {onchange}
                />
                { text }
            </label>
            if let Some(problem) = problem {
                <p data-part="field-error" id={error_id}>
                    { icon(Icon::Alert) }
                    <span>{ draw.words.problem(Purpose::Consent, problem) }</span>
                </p>
            }
        </div>
    }
}
