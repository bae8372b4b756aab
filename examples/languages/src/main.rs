//! An app in the language of whoever opens it, and in any other at a choice.

use vestibule::languages::use_language;
use vestibule::{LoginEvent, LoginWidget, Setup, TokenSet};
use web_sys::HtmlSelectElement;
use yew::{platform::spawn_local, prelude::*};

/// Some to choose from, in their own words; the widget takes any whose file is served.
const OFFERED: [(&str, &str); 6] = [
    ("", "The browser’s"),
    ("en", "English"),
    ("de-AT", "Deutsch (Österreich)"),
    ("ar", "العربية"),
    ("ja", "日本語"),
    ("pl", "Polski"),
];

#[component]
fn App(Setup { config, .. }: &Setup) -> Html {
    let (events, tokens) = (use_state(Vec::new), use_state(|| None::<TokenSet>));
    let heard = use_mut_ref(Vec::new);
    let wanted = use_state(|| None::<AttrValue>);
    let words = use_language("languages", (*wanted).clone());
    let onchange = {
        let wanted = wanted.setter();
        move |event: Event| {
            let choice: HtmlSelectElement = event.target_unchecked_into();
            wanted.set(
                Some(choice.value())
                    .filter(|tag| !tag.is_empty())
                    .map(AttrValue::from),
            );
        }
    };
    let on_event = {
        let (events, tokens) = (events.setter(), tokens.setter());
        move |event: LoginEvent| {
            heard.borrow_mut().push(event.name());
            events.set(heard.borrow().clone());
            if let LoginEvent::Authenticated(new) = event {
                tokens.set(Some(*new));
            }
        }
    };
    html! {
        <div class="page">
            <header>
                <h1>{ "Languages" }</h1>
                <label>
                    { "Language" }
                    <select id="language" {onchange}>
                        for (tag, name) in OFFERED { <option value={tag}>{ name }</option> }
                    </select>
                </label>
            </header>
            <main>
                <LoginWidget config={config.clone()} {words} {on_event} />
                <section aria-label="The app">
                    <ol id="events">for event in &*events { <li data-event={*event}>{ *event }</li> }</ol>
                    <pre id="claims">{ tokens.as_ref().map(vestibule::claims_json) }</pre>
                </section>
            </main>
        </div>
    }
}

fn main() {
    spawn_local(async {
        let setup = vestibule::load_config("config.json").await.unwrap_or_default();
        yew::Renderer::<App>::with_props(setup).render();
    });
}
