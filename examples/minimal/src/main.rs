//! The login widget with passwords and social connections alone: no cargo feature is on, so nothing else reaches the page.

use vestibule::{LoginEvent, LoginWidget, Setup, TokenSet};
use yew::{platform::spawn_local, prelude::*};

#[cfg(target_family = "wasm")]
#[global_allocator]
static ALLOCATOR: talc::wasm::WasmDynamicTalc = talc::wasm::new_wasm_dynamic_allocator();

#[component]
fn App(Setup { config, .. }: &Setup) -> Html {
    let events = use_state(Vec::new);
    let tokens = use_state(|| None::<TokenSet>);
    let on_event = {
        let (events, tokens) = (events.setter(), tokens.setter());
        let heard = use_mut_ref(Vec::new);
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
            <LoginWidget config={config.clone()} {on_event} />
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
