//! Login at the server's own pages: a button, the callback, and an API called with a token that renews itself.

use vestibule::{
    Anonymous, ApiRequest, Authenticated, LogOut, LoginButton, LoginOptions, SessionEvent, SessionHandle,
    SessionProvider, SessionSetup, TokenRequest, use_session,
};
use yew::{platform::spawn_local, prelude::*};

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
    html! {
        <SessionProvider config={config.clone()} on_event={log.dispatcher().to_callback()}>
            <div class="page">
                <header><h1>{ "Redirect" }</h1></header>
                <main>
                    <Door />
                    <Desk api={api.unwrap_or_default()} log={(*log).clone()} />
                </main>
            </div>
        </SessionProvider>
    }
}

/// The way in, and the way out.
#[component]
fn Door() -> Html {
    let session = use_session();
    let leave = |how| {
        let session = session.clone();
        move |_: MouseEvent| session.log_out(how)
    };
    html! {
        <section aria-label="The door">
            <Anonymous>
                <LoginButton />
                <LoginButton options={LoginOptions::popup()} label="Log in in a window" />
            </Anonymous>
            <Authenticated>
                <button id="log-out" onclick={leave(LogOut::Provider)}>{ "Log out" }</button>
                <button id="log-out-here" onclick={leave(LogOut::Local)}>{ "Log out here" }</button>
            </Authenticated>
            <p id="fault" role="alert">{ session.status.fault.as_ref().map(ToString::to_string) }</p>
        </section>
    }
}

#[derive(Clone, PartialEq, Properties)]
struct DeskProps {
    api: AttrValue,
    log: Log,
}

/// What the app does with its session.
#[component]
fn Desk(DeskProps { api, log }: &DeskProps) -> Html {
    let session = use_session();
    let answer = use_state(String::new);
    let ask = |what: What| {
        let (session, said) = (session.clone(), answer.setter());
        move |_: MouseEvent| {
            let (session, said, what) = (session.clone(), said.clone(), what.clone());
            spawn_local(async move { said.set(what.ask(&session).await) });
        }
    };
    html! {
        <section aria-label="The app">
            <button id="call-api" onclick={ask(What::Api(api.clone()))}>{ "Call the API" }</button>
            <button id="user-info" onclick={ask(What::UserInfo)}>{ "Who am I?" }</button>
            <button id="token" onclick={ask(What::Token)}>{ "Get a token" }</button>
            <pre id="api" role="status">{ &*answer }</pre>
            <ol id="events">for name in log.0.iter().copied() { <li data-event={name}>{ name }</li> }</ol>
            <pre id="claims">{ session.claims().map(|claims| claims.json().to_owned()) }</pre>
        </section>
    }
}

/// A question of the app's.
#[derive(Clone, PartialEq)]
enum What {
    Api(AttrValue),
    UserInfo,
    Token,
}

impl What {
    async fn ask(self, session: &SessionHandle) -> String {
        let answer = match self {
            Self::Api(url) => session
                .fetch(ApiRequest::get(&*url))
                .await
                .map(|answer| format!("{} {}", answer.status, String::from_utf8_lossy(&answer.body))),
            Self::UserInfo => session.user_info().await.map(|claims| {
                let sub = claims.get("sub").and_then(|sub| sub.as_str()).unwrap_or_default();
                format!("user info of {sub}")
            }),
            Self::Token => session
                .access_token(TokenRequest::default())
                .await
                .map(|granted| {
                    format!(
                        "a {} token with scope {}",
                        granted.token_type.as_str(),
                        granted.scope
                    )
                }),
        };
        answer.unwrap_or_else(|error| error.to_string())
    }
}

fn main() {
    spawn_local(async {
        let setup = vestibule::load_session("config.json").await;
        yew::Renderer::<App>::with_props(setup.expect("config.json stands beside index.html")).render();
    });
}
