//! The app's own fields: a line of text, a choice, a tick.
//!
//! ## Styling
//!
//! `field` (`data-field`: the input's name; `data-state`: `valid`, `invalid`), in it `label`, `control`, `input` (an `input` or a
//! `select`) and `message`, as other fields have; `consent` around a tick. A choice of many is an `input` with a list.

use vestibule_browser::dom;
use vestibule_flow::{ExtraView, Field, Intent, LIST_HOLDS, Purpose, Shape, View};
use wasm_bindgen::JsCast;
use yew::{AttrValue, Callback, Html, NodeRef, Properties, component, html, use_effect_with, use_node_ref};

use super::Draw;
use super::field::{message, typed};
use super::slot::around_field;
use crate::words::Language;

pub(super) fn extras(draw: Draw) -> Html {
    let busy = draw.view.submit.is_some_and(|submit| submit.busy);
    let extra = |field: &ExtraView| {
        let inside = html! {
            <Extra
                key={field.field.name()}
                field={field.clone()}
                words={draw.words}
                send={draw.send.clone()}
                id={format!("{}-{}", draw.uid, field.field.name())}
                {busy}
            />
        };
        around_field(draw, field.field, inside)
    };
    draw.view.extras.iter().map(extra).collect()
}

/// Which field an input of this name is: the widget's, or the app's.
pub(super) fn finder(view: &View) -> impl Fn(&str) -> Option<Field> + use<> {
    let own: Vec<Field> = view.extras.iter().map(|extra| extra.field).collect();
    move |name| Field::by_name(name).or_else(|| own.iter().copied().find(|field| field.name() == name))
}

#[derive(Clone, PartialEq, Properties)]
struct Props {
    field: ExtraView,
    words: Language,
    send: Callback<Intent>,
    id: AttrValue,
    busy: bool,
}

#[component]
fn Extra(props: &Props) -> Html {
    let Props { field, id, .. } = props;
    let input = use_node_ref();
    // What the app answers late is put in as long as nothing stands there.
    use_effect_with(field.initial.clone(), {
        let (input, is_tick) = (input.clone(), field.shape == Shape::Checkbox);
        move |initial: &String| match input.get() {
            Some(input) if is_tick => dom::tick_initially(&input.unchecked_into(), initial),
            // A choice has a value to be set, as an input has.
            Some(input) => dom::set_initial(&input.unchecked_into(), initial),
            None => {}
        }
    });
    let is_tick = field.shape == Shape::Checkbox;
    html! {
        <div
            data-part="field"
            data-field={field.field.name()}
            data-state={if field.problem.is_some() { "invalid" } else { "valid" }}
        >
            if is_tick {
                <label data-part="consent">
                    { control(props, &input) }
                    <span>{ label(field) }</span>
                </label>
            } else {
                <label data-part="label" for={id}>{ label(field) }</label>
                <div data-part="control">{ control(props, &input) }</div>
            }
            { message(props.words, (Purpose::Extra, field.problem.as_ref()), field.hint.clone().map(AttrValue::from), id) }
        </div>
    }
}

/// The app's label. What may be left out is not said in words of ours: its label can say it in the app's own.
fn label(field: &ExtraView) -> AttrValue {
    field.label.clone().into()
}

fn control(props: &Props, input: &NodeRef) -> Html {
    let Props { field, send, id, .. } = props;
    let name = field.field;
    let invalid = field.problem.is_some();
    let described_by = match (invalid, field.hint.is_some()) {
        (true, _) => Some(format!("{id}-error")),
        (false, true) => Some(format!("{id}-hint")),
        (false, false) => None,
    };
    let onchange = send.reform(move |event: yew::Event| Intent::Typed(name, typed(&event)));
    let oninput = send.reform(move |event: yew::InputEvent| Intent::Typed(name, typed(&event)));
    let onblur = send.reform(move |event: yew::FocusEvent| Intent::Left(name, typed(&event)));
    let aria_invalid = invalid.then_some("true");
    let described_by = described_by.map(AttrValue::from);
    let required = field.required;
    match &field.shape {
        Shape::Select(choices) if choices.len() <= LIST_HOLDS => html! {
            // Anew when the choices come: they would take over the element of the empty one, which is selected.
            <select
                key={choices.len()}
                ref={input}
                data-part="input"
                {id}
                name={name.name()}
                {required}
                aria-invalid={aria_invalid}
                aria-describedby={described_by}
                {onchange}
                {onblur}
            >
                // Said, since elements are put in from the last to the first, and a browser selects the one that it sees first.
                <option value="" selected={field.initial.is_empty()} />
                for choice in choices {
                    <option value={choice.value.clone()} selected={choice.value == field.initial}>
                        { &choice.label }
                    </option>
                }
            </select>
        },
        Shape::Checkbox => html! {
            <input
                ref={input}
                type="checkbox"
                {id}
                name={name.name()}
                {required}
                aria-invalid={aria_invalid}
                aria-describedby={described_by}
                {onchange}
            />
        },
        Shape::Text(_) | Shape::Select(_) => {
            let list = match &field.shape {
                Shape::Select(_) => Some(format!("{id}-list")),
                _ => None,
            };
            let token = match &field.shape {
                Shape::Text(token) => token.unwrap_or("on"),
                _ => "off",
            };
            html! {
                <>
                    <input
                        ref={input}
                        data-part="input"
                        type="text"
                        {id}
                        name={name.name()}
                        list={list.clone()}
                        autocomplete={token}
                        {required}
                        aria-invalid={aria_invalid}
                        aria-describedby={described_by}
                        {oninput}
                        {onblur}
                    />
                    if let (Some(list), Shape::Select(choices)) = (list, &field.shape) {
                        <datalist id={list}>
                            for choice in choices { <option value={choice.label.clone()} /> }
                        </datalist>
                    }
                </>
            }
        }
    }
}
