//! Whether it is a person: a picture with a field, or a place for a provider's script.
//!
//! ## Styling
//!
//! `captcha` (`data-state`: `valid`, `invalid`), in it `label`, `picture`, `control` with `input`, `another`, `message`; for a script
//! `riddle`, which the script draws into.

use std::cell::RefCell;
use std::rc::Rc;

use vestibule_browser::captcha::{Outcome, Riddle, Standing, stand};
use vestibule_browser::dom;
use vestibule_flow::{CaptchaIntent, CaptchaView, Field, Intent, Purpose, Typed};
use vestibule_protocol::captcha::{CaptchaProvider, Challenge};
use wasm_bindgen::JsCast;
use web_sys::Element;
use yew::{
    AttrValue, Callback, Html, InputEvent, Properties, component, html, use_effect_with, use_node_ref,
};

use super::field::message;
use super::slot::around_field;
use super::{Button, Draw, button};
use crate::captcha::Captcha;
use crate::words::{Key, Language};

pub(super) fn captcha(draw: Draw) -> Html {
    let Some(captcha) = &draw.view.captcha else {
        return Html::default();
    };
    let id = format!("{}-captcha", draw.uid);
    let is_picture = matches!(
        captcha.challenge.provider,
        CaptchaProvider::Picture | CaptchaProvider::Arithmetic
    );
    let problem = message(
        draw.words,
        (Purpose::Captcha, captcha.problem.as_ref()),
        None,
        &id,
    );
    let inside = html! {
        <div
            key={format!("captcha-{}", captcha.round)}
            data-part="captcha"
            data-field="captcha"
            data-state={if captcha.problem.is_some() { "invalid" } else { "valid" }}
        >
            if is_picture {
                { picture(draw, captcha, &id) }
            } else {
                <Place
                    challenge={captcha.challenge.clone()}
                    captchas={draw.captchas.to_vec()}
                    words={draw.words}
                    send={draw.send.clone()}
                    described_by={captcha.problem.is_some().then(|| AttrValue::from(format!("{id}-error")))}
                />
            }
            { problem }
        </div>
    };
    around_field(draw, Field::Captcha, inside)
}

fn picture(draw: Draw, captcha: &CaptchaView, id: &str) -> Html {
    let words = draw.words;
    let is_sum = captcha.challenge.provider == CaptchaProvider::Arithmetic;
    let label = if is_sum {
        Key::CaptchaSum
    } else {
        Key::CaptchaSigns
    };
    let invalid = captcha.problem.is_some();
    // That it is being answered, and not with what.
    let oninput = draw
        .send
        .reform(|_: InputEvent| Intent::Typed(Field::Captcha, Typed::new("")));
    let another = Button {
        part: "another",
        press: Some(draw.on(Intent::Captcha(CaptchaIntent::Another))),
        ..Button::default()
    };
    html! {
        <>
            <label data-part="label" for={id.to_owned()}>{ words.text(label) }</label>
            <div data-part="picture">
                <img src={captcha.challenge.image.clone()} alt={words.text(Key::CaptchaPicture)} />
                { button(another, words.text(Key::CaptchaAnother).into()) }
            </div>
            <div data-part="control">
                <input
                    data-part="input"
                    id={id.to_owned()}
                    name={Field::Captcha.name()}
                    type="text"
                    inputmode={is_sum.then_some("numeric")}
                    autocomplete="off"
                    autocapitalize="none"
                    autocorrect="off"
                    spellcheck="false"
                    required=true
                    aria-invalid={invalid.then_some("true")}
                    aria-describedby={invalid.then(|| AttrValue::from(format!("{id}-error")))}
                    {oninput}
                />
            </div>
        </>
    }
}

#[derive(Clone, PartialEq, Properties)]
struct Props {
    challenge: Challenge,
    captchas: Vec<Captcha>,
    words: Language,
    send: Callback<Intent>,
    described_by: Option<AttrValue>,
}

/// Where a provider's script draws; its answer lands in an input that goes with the form.
#[component]
fn Place(props: &Props) -> Html {
    let (place, answer) = (use_node_ref(), use_node_ref());
    use_effect_with((), {
        let (place, answer, props) = (place.clone(), answer.clone(), props.clone());
        move |()| {
            let standing: Rc<RefCell<Option<Standing>>> = Rc::default();
            match (place.cast::<Element>(), riddle(&props)) {
                (Some(place), Some((captcha, riddle))) => {
                    let send = props.send;
                    let tell = move |outcome| {
                        let put = |text: &str| {
                            if let Some(answer) = answer.get() {
                                dom::set_value(&answer.unchecked_into(), text);
                            }
                        };
                        match outcome {
                            Outcome::Solved(text) => {
                                put(&text);
                                send.emit(Intent::Typed(Field::Captcha, Typed::new("")));
                            }
                            Outcome::Expired => put(""),
                            Outcome::Failed => {
                                put("");
                                send.emit(Intent::Captcha(CaptchaIntent::Failed));
                            }
                        }
                    };
                    standing.replace(Some(stand(captcha.speaks, &place, riddle, tell)));
                }
                _ => props.send.emit(Intent::Captcha(CaptchaIntent::Unknown)),
            }
            move || drop(standing.take())
        }
    });
    html! {
        <>
            <div
                ref={place}
                data-part="riddle"
                data-stands-for={Field::Captcha.name()}
                role="group"
                tabindex="-1"
                aria-label={props.words.text(Key::CaptchaRiddle)}
                aria-describedby={props.described_by.clone()}
            />
            <input ref={answer} type="hidden" name={Field::Captcha.name()} />
        </>
    }
}

/// The kind that the app has named for this challenge, and what its script is given.
fn riddle(props: &Props) -> Option<(Captcha, Riddle)> {
    let Challenge {
        provider,
        site_key,
        subdomain,
        ..
    } = &props.challenge;
    let found = props
        .captchas
        .iter()
        .find(|kind| kind.provider == provider.as_str())?;
    let script = found
        .script
        .replace("{site_key}", site_key)
        .replace("{subdomain}", subdomain.as_deref().unwrap_or_default());
    let riddle = Riddle {
        script,
        site_key: site_key.clone(),
        language: props.words.lang().to_owned(),
    };
    Some((found.clone(), riddle))
}
