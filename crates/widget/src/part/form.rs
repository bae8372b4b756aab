//! The form of a screen: one for each purpose, read from the page when it is submitted.
//!
//! ## Styling
//!
//! `form` (`data-state`: `idle`, `busy`), in it the fields, the policy and the main button.

use vestibule_browser::dom;
#[cfg(not(feature = "fields"))]
use vestibule_flow::View;
use vestibule_flow::{Field as FieldName, Intent};
use web_sys::HtmlFormElement;
use yew::{Html, SubmitEvent, TargetCast, html};

use super::Draw;
use super::field::Field;
use super::heading::title_id;
use super::policy::{policy, policy_id};
use super::slot::around_field;
use super::submit::submit;

/// The terms, in an app that has some.
#[cfg(feature = "terms")]
use super::terms::terms as agreed;

#[cfg(not(feature = "terms"))]
fn agreed(_draw: Draw) -> Html {
    Html::default()
}

/// Whether it is a person, in an app that asks.
#[cfg(feature = "captcha")]
use super::captcha::captcha;

#[cfg(not(feature = "captcha"))]
fn captcha(_draw: Draw) -> Html {
    Html::default()
}

/// The app's own fields, in an app that has some.
#[cfg(feature = "fields")]
use super::extra::{extras, finder};

#[cfg(not(feature = "fields"))]
fn extras(_draw: Draw) -> Html {
    Html::default()
}

/// Which field an input of this name is.
#[cfg(not(feature = "fields"))]
fn finder(_view: &View) -> impl Fn(&str) -> Option<FieldName> + use<> {
    FieldName::by_name
}

pub(crate) fn form(draw: Draw) -> Html {
    let Draw {
        view,
        words,
        send,
        uid,
        ..
    } = draw;
    // Whoever comes by a provider alone agrees to the terms too.
    if view.fields.is_empty() {
        return agreed(draw);
    }
    let busy = view.submit.is_some_and(|submit| submit.busy);
    let find = finder(view);
    let onsubmit = send.reform(move |event: SubmitEvent| {
        event.prevent_default();
        // What a password manager filled in without an event is in the page all the same.
        let form = event.target_unchecked_into::<HtmlFormElement>();
        Intent::Submit(dom::read_form(&form, &find))
    });
    let last = view.fields.len() - 1;
    let policy_id = view.policy.is_some().then(|| policy_id(uid));
    // `method`: were the page ever to submit this on its own, no secret would go into a URL.
    html! {
        <form
            data-part="form"
            data-state={if busy { "busy" } else { "idle" }}
            aria-labelledby={title_id(uid)}
            aria-busy={busy.then_some("true")}
            method="post"
            novalidate=true
            {onsubmit}
        >
            if let Some(username) = &view.kept_username {
                <input
                    data-part="kept-username"
                    type="text"
                    name={FieldName::Username.name()}
                    autocomplete="username"
                    value={username.clone()}
                    readonly=true
                    tabindex="-1"
                    aria-hidden="true"
                />
            }
            for (at, field) in view.fields.iter().enumerate() {
                { around_field(draw, field.field, html! {
                    <Field
                        key={field.field.name()}
                        field={field.clone()}
                        {words}
                        send={send.clone()}
                        id={format!("{uid}-{}", field.field.name())}
                        policy_id={policy_id.clone().filter(|_| field.field == FieldName::Password)}
                        enter={if at == last { "go" } else { "next" }}
                        {busy}
                        phone={view.phone.filter(|_| field.field == FieldName::Phone)}
                    />
                }) }
            }
            { policy(draw) }
            { extras(draw) }
            { captcha(draw) }
            { agreed(draw) }
            { submit(draw) }
        </form>
    }
}
