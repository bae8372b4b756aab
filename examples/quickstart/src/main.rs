//! The login widget in a Yew app: the app hears its events, shows its claims, and calls an API with its token.

use vestibule::{LoginEvent, LoginWidget, Mode, Setup, Theme, TokenSet};
use web_sys::HtmlSelectElement;
use yew::{platform::spawn_local, prelude::*};

#[cfg(target_family = "wasm")]
#[global_allocator]
static ALLOCATOR: talc::wasm::WasmDynamicTalc = talc::wasm::new_wasm_dynamic_allocator();

const THEMES: [Theme; 3] = [Theme::DAWN, Theme::DUSK, Theme::CONTRAST];

/// What the app has heard from the widget; all else follows from it.
#[derive(Clone, Default, PartialEq)]
struct Heard(Vec<&'static str>, Option<TokenSet>);

impl Reducible for Heard {
    type Action = LoginEvent;
    fn reduce(self: std::rc::Rc<Self>, event: LoginEvent) -> std::rc::Rc<Self> {
        let Self(mut events, mut tokens) = (*self).clone();
        events.push(event.name());
        if let LoginEvent::Authenticated(new) = event {
            tokens = Some(*new);
        }
        Self(events, tokens).into()
    }
}

#[component]
fn App(Setup { config, theme }: &Setup) -> Html {
    let (heard, answer) = (use_reducer(Heard::default), use_state(String::new));
    let theme = use_state(|| theme.clone().unwrap_or_default());
    let mode = use_state(|| "auto".to_owned());
    let Heard(events, tokens) = &*heard;
    let url = format!("{}api/me", config.issuer);
    let (known, said, client) = (tokens.clone(), answer.setter(), config.clone());
    let call = move |_: MouseEvent| spawn_local(call_api(url.clone(), known.clone(), said.clone()));
    let log_out = move |_: MouseEvent| vestibule::log_out(&client);
    html! {
        <div class="page" data-mode={(*mode).clone()}>
            <header>
                <h1>{ "Quickstart" }</h1>
                { choice("theme", "Theme", ["dawn", "dusk", "contrast"], &theme) }
                { choice("mode", "Mode", ["auto", "light", "dark"], &mode) }
            </header>
            <main>
                <LoginWidget config={config.clone()} mode={Mode::parse(&mode)}
                    theme={THEMES.into_iter().find(|one| one.name() == *theme).unwrap_or_default()}
                    on_event={heard.dispatcher().to_callback()} />
                <section aria-label="The app">
                    <button id="call-api" onclick={call}>{ "Call the API" }</button>
                    <button id="log-out" onclick={log_out}>{ "Log out" }</button>
                    <pre id="api" role="status">{ &*answer }</pre>
                    <ol id="events">for event in events { <li data-event={*event}>{ *event }</li> }</ol>
                    <pre id="claims">{ tokens.as_ref().map(vestibule::claims_json) }</pre>
                </section>
            </main>
        </div>
    }
}

async fn call_api(url: String, tokens: Option<TokenSet>, said: UseStateSetter<String>) {
    let answer = vestibule::call_api(&url, tokens.as_ref().map(|tokens| &tokens.access_token)).await;
    said.set(answer.map_or_else(|error| error.to_string(), |answer| answer.to_string()));
}

fn choice(id: &'static str, label: &str, of: [&'static str; 3], now: &UseStateHandle<String>) -> Html {
    let set = now.setter();
    let onchange = move |event: Event| set.set(event.target_unchecked_into::<HtmlSelectElement>().value());
    let option = |one| html! { <option value={one} selected={one == **now}>{ one }</option> };
    html! { <label for={id}>{ label }<select {id} {onchange}>for one in of { { option(one) } }</select></label> }
}

fn main() {
    spawn_local(async {
        let setup = vestibule::load_config("config.json").await.unwrap_or_default();
        yew::Renderer::<App>::with_props(setup).render();
    });
}
