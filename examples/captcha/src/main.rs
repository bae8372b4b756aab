//! An app whose server may ask whether it is a person: every kind of captcha, each played by the authority for development.

use vestibule::captcha::{
    ARKOSE, Captcha, FRIENDLY_CAPTCHA, HCAPTCHA, RECAPTCHA_ENTERPRISE, RECAPTCHA_V2, TURNSTILE,
};
use vestibule::{Captchas, Layout, LoginEvent, LoginWidget, Setup, TokenSet};
use yew::{platform::spawn_local, prelude::*};

/// The kinds, with their scripts from the authority. An app names those of its server as they are.
fn captchas(issuer: &str) -> Captchas {
    let played = |kind: Captcha| {
        let script = format!("{issuer}dev/captcha/{}.js?sitekey={{site_key}}", kind.provider);
        kind.from(script)
    };
    [
        TURNSTILE,
        HCAPTCHA,
        RECAPTCHA_V2,
        RECAPTCHA_ENTERPRISE,
        FRIENDLY_CAPTCHA,
        ARKOSE,
    ]
    .map(played)
    .to_vec()
}

/// In a dialog at `?modal`.
fn layout() -> Layout {
    let search = web_sys::window().and_then(|window| window.location().search().ok());
    match search.as_deref() {
        Some("?modal") => Layout::Modal,
        _ => Layout::Inline,
    }
}

#[component]
fn App(Setup { config, .. }: &Setup) -> Html {
    let (events, tokens) = (use_state(Vec::new), use_state(|| None::<TokenSet>));
    let heard = use_mut_ref(Vec::new);
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
        <main>
            <LoginWidget config={config.clone()} captchas={captchas(&config.issuer)} layout={layout()} {on_event} open=true />
            <section aria-label="The app">
                <ol id="events">for event in &*events { <li data-event={*event}>{ *event }</li> }</ol>
                <pre id="claims">{ tokens.as_ref().map(vestibule::claims_json) }</pre>
            </section>
        </main>
    }
}

fn main() {
    spawn_local(async {
        let setup = vestibule::load_config("config.json").await.unwrap_or_default();
        yew::Renderer::<App>::with_props(setup).render();
    });
}
