//! The controls: one for each part of the address.

use vestibule::Theme;
use vestibule::gallery::Sample;
use web_sys::HtmlSelectElement;
use yew::prelude::*;

use crate::address::Address;
use crate::order;

/// Beside English and the language that nobody speaks: the files that are served.
const LANGUAGES: [&str; 46] = [
    "af", "ar", "az", "bg", "bn", "ca", "cs", "da", "de", "el", "es", "et", "fa", "fi", "fr", "he", "hi",
    "hr", "hu", "id", "it", "ja", "ko", "lt", "lv", "ms", "nb", "nl", "nn", "no", "pl", "pt", "pt-BR", "ro",
    "ru", "sk", "sl", "sr", "sv", "th", "tr", "uk", "ur", "vi", "zh", "zh-TW",
];

/// What can be chosen of each part but screen, state, theme and language.
pub const CHOICES: [(&str, &[&str]); 9] = [
    ("dir", &["auto", "ltr", "rtl"]),
    ("width", &["280", "320", "440", "768", "1280"]),
    ("mode", &["auto", "light", "dark"]),
    ("layout", &["inline", "page", "split", "modal"]),
    ("density", &["theme", "comfortable", "compact"]),
    ("card", &["theme", "raised", "flush", "outlined"]),
    ("order", &order::NAMES),
    ("buttons", &["words", "marks"]),
    ("message", &["none", "info", "success", "error"]),
];

#[derive(Clone, PartialEq, Properties)]
pub struct ControlsProps {
    pub address: Address,
    pub samples: std::rc::Rc<Vec<Sample>>,
    /// Gets the address that is wanted.
    pub go: Callback<Address>,
    /// Whether the theme of the editor can be chosen.
    pub has_own_theme: bool,
}

/// A row of controls.
#[component]
pub fn Controls(props: &ControlsProps) -> Html {
    let mut screens: Vec<String> = props
        .samples
        .iter()
        .map(|sample| sample.screen.to_owned())
        .collect();
    screens.dedup();
    let states = props
        .samples
        .iter()
        .filter(|sample| sample.screen == props.address.get("screen"));
    let states: Vec<String> = states.map(|sample| sample.state.to_owned()).collect();
    let mut themes: Vec<String> = Theme::ALL.iter().map(|theme| theme.name().to_owned()).collect();
    if props.has_own_theme {
        themes.push("editor".to_owned());
    }
    let languages = ["en", "qps"]
        .into_iter()
        .chain(LANGUAGES)
        .map(str::to_owned)
        .collect::<Vec<_>>();
    let fixed =
        CHOICES.map(|(name, of)| (name, of.iter().map(|word| (*word).to_owned()).collect::<Vec<_>>()));
    let all = [
        ("screen", screens),
        ("state", states),
        ("theme", themes),
        ("lang", languages),
    ]
    .into_iter()
    .chain(fixed);
    html! {
        <form class="controls" aria-label="What is shown" onsubmit={|event: SubmitEvent| event.prevent_default()}>
            for (name, of) in all { { choice(props, name, &of) } }
        </form>
    }
}

fn choice(props: &ControlsProps, name: &'static str, of: &[String]) -> Html {
    let now = props.address.get(name).to_owned();
    let onchange = {
        let (address, samples, go) = (props.address.clone(), props.samples.clone(), props.go.clone());
        move |event: Event| {
            let value = event.target_unchecked_into::<HtmlSelectElement>().value();
            let mut next = address.with(name, &value);
            let has_state = |sample: &&Sample| sample.screen == value && sample.state == next.get("state");
            if name == "screen" && !samples.iter().any(|sample| has_state(&sample)) {
                // The first of a screen stands for it.
                let first = samples.iter().find(|sample| sample.screen == value);
                next = next.with("state", first.map_or("idle", |sample| sample.state));
            }
            go.emit(next);
        }
    };
    // An address may have a value that is in no list, such as another width.
    let other = (!of.contains(&now)).then(|| now.clone());
    let options = of.iter().cloned().chain(other);
    html! {
        <label>
            <span>{ name }</span>
            <select {name} {onchange}>
                for one in options { <option value={one.clone()} selected={one == now}>{ one }</option> }
            </select>
        </label>
    }
}
