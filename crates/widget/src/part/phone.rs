//! The country of a telephone number: a choice beside the number, one control with it.
//!
//! ## Styling
//!
//! `country` around a `select`, and in it `country-code`, which stands for what is chosen.

use vestibule_browser::{country_names, dom};
use vestibule_flow::{Country, Intent, PhoneView, countries};
use wasm_bindgen::JsCast;
use yew::{
    AttrValue, Callback, Html, Properties, TargetCast, component, html, use_effect_with, use_node_ref,
    use_state,
};

use crate::words::{Key, Language};

#[derive(Clone, PartialEq, Properties)]
pub(crate) struct Props {
    pub(crate) phone: PhoneView,
    pub(crate) words: Language,
    pub(crate) send: Callback<Intent>,
}

fn codes() -> impl Iterator<Item = &'static str> {
    countries().map(|country| country.code)
}

/// A choice of the platform's own: searched by typing, known to every screen reader, and a wheel under a thumb.
#[component]
pub(crate) fn CountryChoice(props: &Props) -> Html {
    let Props { phone, words, send } = props;
    // The names come once the widget stands in the page: the first screen waits for none of them.
    let named = use_state(|| codes().map(|code| (code, code.to_owned())).collect::<Vec<_>>());
    use_effect_with(words.lang(), {
        let named = named.setter();
        move |language| named.set(country_names(language, codes()))
    });
    let calling_code = |code: &str| {
        let found = countries().find(|country: &Country| country.code == code);
        found.map_or(String::new(), |country| format!("+{}", country.calling_code))
    };
    let shown = phone.country.map(calling_code);
    let choice = use_node_ref();
    // A property and not an attribute: that would count only until somebody has chosen.
    use_effect_with((phone.country, (*named).clone()), {
        let choice = choice.clone();
        move |(country, _)| {
            if let Some(choice) = choice.get() {
                dom::set_value(&choice.unchecked_into(), country.unwrap_or_default());
            }
        }
    });
    let send = send.clone();
    let onchange = move |event: yew::Event| {
        let chosen = dom::typed(&event.target_unchecked_into());
        if let Some(code) = codes().find(|code| *code == chosen.expose()) {
            send.emit(Intent::Country(code));
        }
    };
    html! {
        <span data-part="country">
            <span data-part="country-code" aria-hidden="true">{ shown.map_or(AttrValue::Static("+"), AttrValue::from) }</span>
            <select ref={choice} aria-label={words.text(Key::Country)} autocomplete="tel-country-code" {onchange}>
                <option key="" value="" />
                for (code, name) in named.iter() {
                    <option key={*code} value={*code}>
                        { format!("{name} \u{2066}{}\u{2069}", calling_code(code)) }
                    </option>
                }
            </select>
        </span>
    }
}
