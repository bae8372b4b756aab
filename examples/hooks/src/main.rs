//! An app with fields of its own on sign-up, and a word about every step of a login.

use vestibule::flow::{Choice, ExtraField, Field, No, ScreenName, Step, View};
use vestibule::hooks::{Before, Hooks, Later, later};
use vestibule::{AppHooks, Config, LoginEvent, LoginWidget, Setup, TokenSet};
use yew::{platform::spawn_local, prelude::*};

/// What this app has to say.
struct House;

impl Hooks for House {
    fn before(&self, before: Before) -> Later<Result<(), No>> {
        later(async move {
            match before.step {
                Step::SignUp if before.value(Field::Email).ends_with("@example.net") => Err(No::of(
                    Field::Email,
                    "Use an address of your own, not of example.net",
                )),
                Step::LogIn if before.value(Field::Username) == "guest" => {
                    Err(No::saying("Guests come in by the other door."))
                }
                _ => Ok(()),
            }
        })
    }

    fn choices(&self, _field: &'static str) -> Later<Vec<Choice>> {
        later(async { vec![Choice::new("s", "Small"), Choice::new("l", "Large")] })
    }

    fn transform(&self, view: &mut View) {
        // Whoever creates an account here does it by the form.
        if view.screen == ScreenName::SignUp {
            view.connections.clear();
        }
    }
}

fn with_fields(config: Config) -> Config {
    Config {
        sign_up_fields: vec![
            ExtraField::text("given_name", "First name")
                .autocomplete("given-name")
                .at_root(),
            ExtraField::select_asked("plan", "Plan"),
            ExtraField::checkbox("age", "I am of age"),
            ExtraField::hidden("source", "example"),
        ],
        ..config
    }
}

#[component]
fn App(Setup { config, .. }: &Setup) -> Html {
    let (events, tokens) = (use_state(Vec::new), use_state(|| None::<TokenSet>));
    let heard = use_mut_ref(Vec::new);
    let hooks = use_memo((), |()| AppHooks::new(House));
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
            <LoginWidget config={with_fields(config.clone())} hooks={(*hooks).clone()} {on_event} />
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
