//! Every theme, mode and layout of the widget, changed while it stands: what is typed stays.

use vestibule::slots::{Place, Slots};
use vestibule::{
    Arrangement, CardStyle, Density, Layout, LoginEvent, LoginWidget, Mode, Order, Setup, Theme, TokenSet,
};
use web_sys::HtmlSelectElement;
use yew::{platform::spawn_local, prelude::*};

/// What can be chosen: the name of the choice, and its words, the usual one first.
const CHOICES: [(&str, &[&str]); 6] = [
    ("mode", &["auto", "light", "dark"]),
    ("layout", &["inline", "page", "split"]),
    ("density", &["theme", "comfortable", "compact"]),
    ("card", &["theme", "raised", "flush", "outlined"]),
    (
        "order",
        &[
            "connections",
            "form",
            "connections-last",
            "form-last",
            "links",
            "links-then-form",
        ],
    ),
    ("buttons", &["words", "marks"]),
];

#[component]
fn App(Setup { config, theme }: &Setup) -> Html {
    let theme = use_state(|| theme.clone().unwrap_or_else(|| "dawn".to_owned()));
    let chosen = CHOICES.map(|(_, words)| words[0].to_owned());
    let chosen = use_state(|| chosen);
    let events = use_state(Vec::new);
    let tokens = use_state(|| None::<TokenSet>);
    let heard = use_mut_ref(Vec::new);
    let slots = use_memo((), |()| {
        Slots::new().with(
            Place::Footer,
            html! { <small>{ "Trouble logging in? Ask the front desk." }</small> },
        )
    });
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
    let [mode, layout, density, card, order, buttons] = chosen.each_ref().map(String::as_str);
    let layout = match layout {
        "page" => Layout::Page,
        "split" => Layout::Split,
        _ => Layout::Inline,
    };
    let arrangement = Arrangement {
        density: Density::parse(density),
        card: CardStyle::parse(card),
        order: match order {
            "form" => Order::FormFirst,
            "connections-last" => Order::ConnectionsLast,
            "form-last" => Order::FormLast,
            "links" => Order::LinksFirst,
            "links-then-form" => Order::LinksThenForm,
            _ => Order::ConnectionsFirst,
        },
        panel: Some(
            html! { <><h2>{ "Everything in one place" }</h2><p>{ "Orders, invoices, people." }</p></> },
        ),
    };
    let names = Theme::ALL.map(|theme| theme.name().to_owned());
    let names: Vec<&str> = names.iter().map(String::as_str).collect();
    let set_theme = theme.setter();
    html! {
        <div class="page" data-mode={mode.to_owned()}>
            <header>
                <h1>{ "Looks" }</h1>
                { choice("theme", &names, &theme, &Callback::from(move |word| set_theme.set(word))) }
                for (at, (id, words)) in CHOICES.into_iter().enumerate() {
                    { choice(id, words, &chosen[at], &choose(&chosen, at)) }
                }
            </header>
            <main>
                <LoginWidget config={config.clone()} mode={Mode::parse(mode)} {layout} {arrangement} slots={(*slots).clone()}
                    words_up_to={if buttons == "marks" { 0 } else { 4 }}
                    theme={Theme::ALL.into_iter().find(|one| one.name() == *theme).unwrap_or_default()} {on_event} />
                <section aria-label="The app">
                    <ol id="events">for event in &*events { <li data-event={*event}>{ *event }</li> }</ol>
                    <pre id="claims">{ tokens.as_ref().map(vestibule::claims_json) }</pre>
                </section>
            </main>
        </div>
    }
}

/// Takes a word for the choice at a place in the list.
fn choose(chosen: &UseStateHandle<[String; 6]>, at: usize) -> Callback<String> {
    let chosen = chosen.clone();
    Callback::from(move |word| {
        let mut next = (*chosen).clone();
        next[at] = word;
        chosen.set(next);
    })
}

fn choice(id: &'static str, of: &[&str], now: &str, set: &Callback<String>) -> Html {
    let onchange = set.reform(|event: Event| event.target_unchecked_into::<HtmlSelectElement>().value());
    let option =
        |one: &&str| html! { <option value={(*one).to_owned()} selected={*one == now}>{ *one }</option> };
    html! { <label for={id}>{ id }<select {id} {onchange}>{ for of.iter().map(option) }</select></label> }
}

fn main() {
    spawn_local(async {
        let setup = vestibule::load_config("config.json").await.unwrap_or_default();
        yew::Renderer::<App>::with_props(setup).render();
    });
}
