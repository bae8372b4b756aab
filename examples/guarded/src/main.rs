//! Pages that only somebody who is logged in may see, with yew-router, and one session in all tabs.

use vestibule::{
    ApiRequest, LogOut, LoginCallback, Protected, SessionEvent, SessionProvider, SessionSetup, use_session,
};
use yew::{platform::spawn_local, prelude::*};
use yew_router::prelude::*;

#[derive(Clone, Copy, PartialEq, Routable)]
enum Route {
    #[at("/")]
    Home,
    #[at("/notes")]
    Notes,
    #[at("/callback")]
    Callback,
    #[not_found]
    #[at("/404")]
    NotFound,
}

/// The names of what the app has heard.
#[derive(Clone, Default, PartialEq)]
struct Log(Vec<&'static str>);

impl Reducible for Log {
    type Action = SessionEvent;
    fn reduce(self: std::rc::Rc<Self>, event: SessionEvent) -> std::rc::Rc<Self> {
        Self([&self.0[..], &[event.name()]].concat()).into()
    }
}

#[component]
fn App(SessionSetup { config, .. }: &SessionSetup) -> Html {
    let log = use_reducer(Log::default);
    let api = config.apis.first().map(|origin| format!("{origin}/api/me"));
    let page = move |route| match route {
        Route::Home => html! { <p id="home">{ "Anybody may read this." }</p> },
        Route::Notes => html! { <Protected><Notes api={api.clone().unwrap_or_default()} /></Protected> },
        Route::Callback => html! { <LoginCallback<Route> home={Route::Home} /> },
        Route::NotFound => html! { <p>{ "There is nothing here." }</p> },
    };
    html! {
        <SessionProvider config={config.clone()} on_event={log.dispatcher().to_callback()}>
            <BrowserRouter>
                <div class="page">
                    <Bar />
                    <main>
                        <section aria-label="The page"><Switch<Route> render={page} /></section>
                        <ol id="events">for name in log.0.iter().copied() { <li data-event={name}>{ name }</li> }</ol>
                    </main>
                </div>
            </BrowserRouter>
        </SessionProvider>
    }
}

/// Where one can go, and who one is.
#[component]
fn Bar() -> Html {
    let session = use_session();
    let name = session.claims().and_then(|claims| claims.name.clone());
    let log_out = {
        let session = session.clone();
        move |_: MouseEvent| session.log_out(LogOut::Provider)
    };
    html! {
        <header>
            <h1>{ "Guarded" }</h1>
            <Link<Route> to={Route::Home}>{ "Home" }</Link<Route>>
            <Link<Route> to={Route::Notes}>{ "Notes" }</Link<Route>>
            <span id="who">{ name.unwrap_or_else(|| "nobody".to_owned()) }</span>
            if session.is_authenticated() { <button id="log-out" onclick={log_out}>{ "Log out" }</button> }
        </header>
    }
}

#[derive(Clone, PartialEq, Properties)]
struct NotesProps {
    api: String,
}

/// A page with something on it that a person would not like to lose.
#[component]
fn Notes(NotesProps { api }: &NotesProps) -> Html {
    let session = use_session();
    let answer = use_state(String::new);
    let save = {
        let (session, said, api) = (session.clone(), answer.setter(), api.clone());
        move |_: MouseEvent| {
            let (session, said, request) = (session.clone(), said.clone(), ApiRequest::get(&api));
            spawn_local(async move {
                let answer = session.fetch(request).await;
                said.set(answer.map_or_else(|error| error.to_string(), |answer| answer.status.to_string()));
            });
        }
    };
    html! {
        <>
            <label for="note">{ "A note" }</label>
            <textarea id="note" />
            <button id="call-api" onclick={save}>{ "Call the API" }</button>
            <pre id="api" role="status">{ &*answer }</pre>
        </>
    }
}

fn main() {
    spawn_local(async {
        let setup = vestibule::load_session("config.json").await;
        yew::Renderer::<App>::with_props(setup.expect("config.json stands beside index.html")).render();
    });
}
