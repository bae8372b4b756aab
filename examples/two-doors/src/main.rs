//! Two doors in one page: customers log in inline, staff in a modal dialog, each with a client and a theme of its own.

use std::rc::Rc;

use vestibule::{Layout, LoginEvent, LoginWidget, Setup, TokenSet, theme};
use yew::{platform::spawn_local, prelude::*};

/// Where staff come back from a redirect: by its path the page knows which door to open again.
const STAFF_CALLBACK: &str = "/callback";

/// What was heard at which door, and the tokens of who came in last.
#[derive(Clone, Default, PartialEq)]
struct Heard(Vec<(&'static str, &'static str)>, Option<TokenSet>);

impl Reducible for Heard {
    type Action = (&'static str, LoginEvent);

    fn reduce(self: Rc<Self>, (door, event): Self::Action) -> Rc<Self> {
        let Self(mut events, mut tokens) = (*self).clone();
        events.push((door, event.name()));
        if let LoginEvent::Authenticated(new) = event {
            tokens = Some(*new);
        }
        Rc::new(Self(events, tokens))
    }
}

#[component]
fn App(Setup { config, .. }: &Setup) -> Html {
    let here = web_sys::window().expect("an app runs in a window").location();
    let open = use_state(|| here.pathname().is_ok_and(|path| path == STAFF_CALLBACK));
    let (heard, answer) = (use_reducer(Heard::default), use_state(String::new));
    let Heard(events, tokens) = &*heard;

    let mut staff = config.clone().connections(["acme", "email"]);
    staff.client_id = "legacy".into();
    staff.redirect_uri = here.origin().ok().map(|origin| origin + STAFF_CALLBACK);

    let hear = heard.dispatcher().to_callback();
    let (show, close) = (open.setter(), open.setter());
    let from_customers = hear.reform(|event| ("customers", event));
    let from_staff = move |event| {
        if matches!(event, LoginEvent::Closed | LoginEvent::Authenticated(_)) {
            close.set(false);
        }
        hear.emit(("staff", event));
    };
    let (issuer, known, said) = (config.issuer.clone(), tokens.clone(), answer.setter());
    let call = move |_: MouseEvent| spawn_local(call_api(issuer.clone(), known.clone(), said.clone()));
    html! {
        <div class="page">
            <header><h1>{ "Two doors" }</h1></header>
            <main>
                <LoginWidget config={config.clone()} on_event={from_customers} />
                <section aria-label="The app">
                    <button id="staff-door" onclick={move |_| show.set(true)}>{ "Staff log in" }</button>
                    <button id="call-api" onclick={call}>{ "Call the API" }</button>
                    <pre id="api" role="status">{ &*answer }</pre>
                    <ol id="events">for (door, event) in events { <li data-event={*event} data-door={*door}>{ door }{ ": " }{ event }</li> }</ol>
                    <pre id="claims">{ tokens.as_ref().map(vestibule::claims_json) }</pre>
                </section>
            </main>
            <LoginWidget config={staff} theme={theme!("themes/dusk.toml")} layout={Layout::Modal} open={*open}
                on_event={from_staff} />
        </div>
    }
}

async fn call_api(issuer: String, tokens: Option<TokenSet>, said: UseStateSetter<String>) {
    let token = tokens.as_ref().map(|tokens| &tokens.access_token);
    let answer = vestibule::call_api(&(issuer + "api/me"), token).await;
    said.set(answer.map_or_else(|error| error.to_string(), |answer| answer.to_string()));
}

fn main() {
    spawn_local(async {
        // What is wrong with the file, the console says.
        let setup = vestibule::load_config("config.json").await.unwrap_or_default();
        yew::Renderer::<App>::with_props(setup).render();
    });
}
