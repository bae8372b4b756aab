//! The login widget's machine without its looks: the host's own markup on `use_login()`.

use vestibule::flow::{ConnectionButton, Field, FieldView, Form, Intent, Switch, Typed};
use vestibule::{LoginEvent, Setup, TokenSet, use_login};
use web_sys::{FormData, HtmlFormElement};
use yew::{platform::spawn_local, prelude::*};

/// What the app has heard; all else follows from it.
#[derive(Clone, Default, PartialEq)]
struct Heard(Vec<&'static str>, Option<TokenSet>);

impl Reducible for Heard {
    type Action = LoginEvent;
    fn reduce(self: std::rc::Rc<Self>, event: LoginEvent) -> std::rc::Rc<Self> {
        let mut events = self.0.clone();
        events.push(event.name());
        let tokens = match event {
            LoginEvent::Authenticated(tokens) => Some(*tokens),
            _ => self.1.clone(),
        };
        Self(events, tokens).into()
    }
}

#[component]
fn App(Setup { config, .. }: &Setup) -> Html {
    let heard = use_reducer(Heard::default);
    let login = use_login(config, &heard.dispatcher().to_callback());
    let Heard(events, tokens) = &*heard;
    let (view, send) = (&login.view, &login.send);
    let submit = send.reform(|event: SubmitEvent| {
        event.prevent_default();
        Intent::Submit(read(&event.target_unchecked_into()))
    });
    let choose = |button: &ConnectionButton| {
        let name = button.name.clone();
        let press = send.reform(move |_: MouseEvent| Intent::Choose(name.clone()));
        html! { <button type="button" data-connection={button.name.clone()} onclick={press}>{ button.display_name.as_ref().unwrap_or(&button.name) }</button> }
    };
    let go = |switch: &Switch| {
        let to = switch.clone();
        let press = send.reform(move |_: MouseEvent| Intent::Go(to.clone()));
        html! { <button type="button" data-to={switch.to.as_str()} onclick={press}>{ switch.to.as_str() }</button> }
    };
    html! {
        <div class="page">
            <header><h1>{ "Headless" }</h1></header>
            <main>
                <section aria-label="Login" data-part="root" data-screen={view.screen.as_str()}>
                    <p role="alert" data-part="notice">{ view.notice.as_ref().map(|notice| format!("{:?}", notice.kind)) }</p>
                    <form key={view.screen.as_str()} novalidate=true onsubmit={submit}>
                        for field in &view.fields { { draw(field) } }
                        if !view.fields.is_empty() { <button data-part="submit">{ "Go on" }</button> }
                    </form>
                    for button in &view.connections { { choose(button) } }
                    for switch in &view.switches { { go(switch) } }
                </section>
                <section aria-label="The app">
                    <ol id="events">for event in events { <li data-event={*event}>{ *event }</li> }</ol>
                    <pre id="claims">{ tokens.as_ref().map(vestibule::claims_json) }</pre>
                </section>
            </main>
        </div>
    }
}

/// A field as this host draws it. The input is the page's: it is read when the form goes.
fn draw(field: &FieldView) -> Html {
    let name = field.field.name();
    let kind = if field.field == Field::Password {
        "password"
    } else {
        "text"
    };
    html! {
        <p key={name}>
            <label for={name}>{ name }</label>
            <input id={name} {name} type={kind} aria-invalid={field.problem.is_some().then_some("true")} />
        </p>
    }
}

fn read(form: &HtmlFormElement) -> Form {
    let data = FormData::new_with_form(form).expect("a form of the page can be read");
    let typed = |field: Field| {
        data.get(field.name())
            .as_string()
            .map(|text| (field, Typed::new(text)))
    };
    Form::new(
        [
            Field::Username,
            Field::Email,
            Field::Password,
            Field::Code,
            Field::Phone,
        ]
        .into_iter()
        .filter_map(typed),
    )
}

fn main() {
    spawn_local(async {
        // What is wrong with the file, the console says.
        let setup = vestibule::load_config("config.json").await.unwrap_or_default();
        yew::Renderer::<App>::with_props(setup).render();
    });
}
