//! A field: label, input, what it needs or lacks; a password can be shown.
//!
//! ## Styling
//!
//! `field` (`data-field`: the input's name; `data-state`: `valid`, `invalid`), in it `label`, `control`, `input`,
//! `toggle-password` (`aria-pressed`), and `message` around `hint` or `field-error`.

use vestibule_browser::dom;
use vestibule_flow::{Field as FieldName, FieldProblem, FieldView, Intent, PhoneView, Purpose, Typed};
use web_sys::{Event, HtmlInputElement};
use yew::{
    AttrValue, Callback, Html, MouseEvent, NodeRef, Properties, TargetCast, component, hook, html,
    use_effect_with, use_node_ref, use_state,
};

use super::icon::eye;
#[cfg(feature = "phone")]
use super::phone::CountryChoice;
#[cfg(feature = "one-time-code")]
use super::text_message::TextMessage;
use super::{Icon, icon, said};
use crate::words::{Key, Language};

/// What a field is drawn from; a field is drawn again only when some of it changes.
#[derive(Clone, PartialEq, Properties)]
pub(crate) struct Props {
    pub(crate) field: FieldView,
    pub(crate) words: Language,
    pub(crate) send: Callback<Intent>,
    pub(crate) id: AttrValue,
    pub(crate) policy_id: Option<AttrValue>,
    /// What the Enter key of a screen keyboard says.
    pub(crate) enter: &'static str,
    pub(crate) busy: bool,
    /// The country of a telephone number.
    pub(crate) phone: Option<PhoneView>,
}

/// Whether the characters of a password can be seen.
#[derive(Clone, Copy, PartialEq)]
enum Sight {
    Hidden,
    Shown,
}

#[component]
pub(crate) fn Field(props: &Props) -> Html {
    let Props {
        field,
        words,
        send,
        id,
        ..
    } = props;
    let input = use_node_ref();

    // The value is the page's own: put in once, never written again, read when the form is submitted. A secret does not
    // outlive its field.
    use_effect_with((), {
        let (input, initial, secret) = (input.clone(), field.initial.clone(), field.field.is_secret());
        move |()| {
            let input = input.cast::<HtmlInputElement>();
            if let Some(input) = &input {
                dom::set_initial(input, &initial);
            }
            move || {
                if let Some(input) = input.filter(|_| secret) {
                    dom::wipe(input);
                }
            }
        }
    });

    let toggling = use_toggle(&input, props.busy);
    let attributes = Attributes::of(field.purpose);
    let hint = words.hint(field.purpose).filter(|_| props.phone.is_none());
    let (error_id, hint_id) = (format!("{id}-error"), format!("{id}-hint"));
    let described_by = match (&field.problem, &hint, &props.policy_id) {
        (Some(_), _, Some(policy)) => Some(format!("{error_id} {policy}")),
        (Some(_), _, None) => Some(error_id.clone()),
        (None, Some(_), _) => Some(hint_id.clone()),
        (None, None, policy) => policy.as_ref().map(ToString::to_string),
    };
    let name = field.field;
    let oninput = send.reform(move |event: yew::InputEvent| Intent::Typed(name, typed(&event)));
    let onblur = send.reform(move |event: yew::FocusEvent| Intent::Left(name, typed(&event)));
    html! {
        <div
            data-part="field"
            data-field={name.name()}
            data-state={if field.problem.is_some() { "invalid" } else { "valid" }}
            hidden={field.hidden}
        >
            <label data-part="label" for={id}>{ words.label(field.purpose) }</label>
            <div data-part="control">
                { country(props) }
                { text_message(props, &input) }
                <input
                    ref={&input}
                    data-part="input"
                    {id}
                    name={name.name()}
                    type={attributes.kind}
                    inputmode={attributes.keyboard}
                    autocomplete={attributes.autocomplete}
                    autocapitalize="none"
                    autocorrect="off"
                    spellcheck="false"
                    enterkeyhint={props.enter}
                    passwordrules={field.password_rules.clone().map(AttrValue::from)}
                    required=true
                    aria-invalid={field.problem.is_some().then_some("true")}
                    aria-describedby={described_by.map(AttrValue::from)}
                    {oninput}
                    {onblur}
                />
                if name == FieldName::Password {
                    { toggle(props, toggling) }
                }
            </div>
            { message(*words, (field.purpose, field.problem.as_ref()), hint, id) }
        </div>
    }
}

/// A code that comes by text message, in an app that takes it.
#[cfg(feature = "one-time-code")]
fn text_message(props: &Props, input: &NodeRef) -> Html {
    if props.field.field != FieldName::Code {
        return Html::default();
    }
    html! { <TextMessage input={input.clone()} send={props.send.clone()} /> }
}

#[cfg(not(feature = "one-time-code"))]
fn text_message(_props: &Props, _input: &NodeRef) -> Html {
    Html::default()
}

/// The country beside a telephone number, in an app that asks for one.
#[cfg(feature = "phone")]
fn country(props: &Props) -> Html {
    let Some(phone) = props.phone else {
        return Html::default();
    };
    html! { <CountryChoice {phone} words={props.words} send={props.send.clone()} /> }
}

#[cfg(not(feature = "phone"))]
fn country(_props: &Props) -> Html {
    Html::default()
}

/// What is wrong with a field, or what to know before typing.
pub(super) fn message(
    words: Language,
    (purpose, problem): (Purpose, Option<&FieldProblem>),
    hint: Option<AttrValue>,
    id: &str,
) -> Html {
    html! {
        <div data-part="message">
            if let Some(problem) = problem {
                <p data-part="field-error" id={format!("{id}-error")}>
                    { icon(Icon::Alert) }
                    { said(words.problem(purpose, problem)) }
                </p>
            } else if let Some(hint) = hint {
                <p data-part="hint" id={format!("{id}-hint")}>{ hint }</p>
            }
        </div>
    }
}

/// Shows and hides a password. Hidden again when it is submitted, so that password managers keep it as one.
#[hook]
fn use_toggle(input: &NodeRef, busy: bool) -> (Sight, Callback<MouseEvent>) {
    let sight = use_state(|| Sight::Hidden);
    let now = *sight;
    let show = {
        let input = input.clone();
        move |next: Sight| {
            if let Some(input) = input.cast::<HtmlInputElement>() {
                dom::toggle_password(&input, next == Sight::Shown);
                sight.set(next);
            }
        }
    };
    use_effect_with(busy, {
        let show = show.clone();
        move |busy| {
            if *busy && now == Sight::Shown {
                show(Sight::Hidden);
            }
        }
    });
    let next = if now == Sight::Hidden {
        Sight::Shown
    } else {
        Sight::Hidden
    };
    (now, Callback::from(move |_| show(next)))
}

fn toggle(props: &Props, (sight, onclick): (Sight, Callback<MouseEvent>)) -> Html {
    // Pressing it must not take the focus from the input: the caret and the screen keyboard stay.
    let onmousedown = |event: MouseEvent| event.prevent_default();
    html! {
        <button
            type="button"
            data-part="toggle-password"
            aria-label={props.words.text(Key::ShowPassword)}
            aria-pressed={if sight == Sight::Shown { "true" } else { "false" }}
            aria-controls={props.id.clone()}
            {onmousedown}
            {onclick}
        >
            { eye() }
        </button>
    }
}

/// What an input says of itself to browsers, keyboards and password managers.
struct Attributes {
    kind: &'static str,
    keyboard: Option<&'static str>,
    autocomplete: &'static str,
}

impl Attributes {
    const fn of(purpose: Purpose) -> Self {
        let (kind, keyboard, autocomplete) = match purpose {
            Purpose::LoginEmail => ("email", None, "username webauthn"),
            Purpose::LoginAny => ("text", Some("email"), "username webauthn"),
            Purpose::LoginName => ("text", None, "username webauthn"),
            Purpose::Email => ("email", None, "email"),
            Purpose::NewUsername => ("text", None, "username"),
            Purpose::CurrentPassword => ("password", None, "current-password"),
            Purpose::NewPassword => ("password", None, "new-password"),
            Purpose::OneTimeCode => ("text", Some("numeric"), "one-time-code"),
            Purpose::Telephone => ("tel", None, "tel"),
            Purpose::Consent => ("checkbox", None, "off"),
            Purpose::Extra => ("text", None, "on"),
            #[cfg(feature = "captcha")]
            Purpose::Captcha => ("text", None, "off"),
        };
        Self {
            kind,
            keyboard,
            autocomplete,
        }
    }
}

pub(super) fn typed(event: &impl AsRef<Event>) -> Typed
where
    Event: Clone,
{
    dom::typed(&event.as_ref().target_unchecked_into::<HtmlInputElement>())
}
