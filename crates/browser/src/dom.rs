//! What is done to elements of the widget: reading forms, moving the focus, opening dialogs.

use gloo_timers::callback::Timeout;
use js_sys::Reflect;
use vestibule_flow::{Field, FocusPlace, Form, Typed};
use wasm_bindgen::JsCast;
use web_sys::{
    Element, HtmlDialogElement, HtmlElement, HtmlFormElement, HtmlInputElement, ShadowRootInit,
    ShadowRootMode,
};

use crate::classes;
pub use crate::classes::KeptClasses;

/// Reads a form as it stands, autofill that fired no event included: the fields that `find` knows by their names.
#[must_use]
pub fn read_form(form: &HtmlFormElement, find: impl Fn(&str) -> Option<Field>) -> Form {
    let elements = form.elements();
    // Whatever a form lists has a name, and what the widget names has a value: an input, a choice.
    let inputs =
        (0..elements.length()).filter_map(|at| Some(elements.item(at)?.unchecked_into::<HtmlInputElement>()));
    Form::new(inputs.filter_map(|input| Some((find(&input.name())?, typed(&input)))))
}

/// What an input holds; a tick that is not set holds nothing.
#[must_use]
pub fn typed(input: &HtmlInputElement) -> Typed {
    if input.type_() == "checkbox" && !input.checked() {
        return Typed::default();
    }
    Typed::new(input.value())
}

/// Moves the focus to a place within the widget: the part `title`, or the input or choice of that name which a person can reach
/// (not the one that is kept for password managers), or what stands for it. Where the place is not drawn, nothing happens.
pub fn focus(root: &Element, place: FocusPlace) {
    let selector = match place {
        FocusPlace::Heading => "[data-part='title']".to_owned(),
        FocusPlace::Field(field) => {
            let name = field.name();
            format!("[name='{name}']:not([tabindex='-1'],[type=hidden]),[data-stands-for='{name}']")
        }
    };
    let found = root.query_selector(&selector).ok().flatten();
    if let Some(element) = found.and_then(|element| element.dyn_into::<HtmlElement>().ok()) {
        // An element that cannot take the focus keeps it where it is.
        let _ = element.focus();
    }
}

/// The text of the page's element with this id, as of a block of data that the server has written into the page.
#[must_use]
pub fn text_of(id: &str) -> Option<String> {
    crate::window::window()
        .document()?
        .get_element_by_id(id)?
        .text_content()
}

/// Gives classes to the parts inside an element, those too that come later, until what this gives back is dropped.
pub fn keep_classes<'a>(root: &Element, classes: impl Iterator<Item = (&'a str, &'a str)>) -> KeptClasses {
    classes::keep(root, classes)
}

/// An element inside the shadow root of another one, which gets an open one if it has none. `None` where elements of its kind
/// cannot have one.
#[must_use]
pub fn shadow(host: &Element) -> Option<Element> {
    let shadow = match host.shadow_root() {
        Some(shadow) => shadow,
        None => host
            .attach_shadow(&ShadowRootInit::new(ShadowRootMode::Open))
            .ok()?,
    };
    let inside = host.owner_document()?.create_element("div").ok()?;
    shadow.append_child(&inside).ok()?;
    Some(inside)
}

/// What stands in the named inputs and choices inside an element, and which of them has the focus.
#[must_use]
pub fn texts(root: &Element) -> Vec<Kept> {
    let focused = root.query_selector(":focus").ok().flatten();
    let all = named(root).map(|input| Kept {
        name: input.name(),
        text: input.value(),
        is_set: input.checked(),
        has_focus: focused.as_ref().is_some_and(|focused| *focused == **input),
    });
    all.collect()
}

/// Puts texts, and the focus, into inputs of the same names. What a password manager keeps for itself stays as it is.
pub fn put_back(root: &Element, kept: &[Kept]) {
    for input in named(root) {
        if let Some(kept) = kept.iter().find(|kept| kept.name == input.name()) {
            input.set_value(&kept.text);
            input.set_checked(kept.is_set);
            if kept.has_focus {
                // An element that cannot take the focus leaves it where it is.
                let _ = input.focus();
            }
        }
    }
}

/// What stood in an input; it prints nothing of it.
pub struct Kept {
    name: String,
    text: String,
    is_set: bool,
    has_focus: bool,
}

fn named(root: &Element) -> impl Iterator<Item = HtmlInputElement> {
    let all = root.query_selector_all("[name]:not([tabindex='-1'])").ok();
    let count = all.as_ref().map_or(0, web_sys::NodeList::length);
    (0..count).filter_map(move |at| Some(all.as_ref()?.item(at)?.unchecked_into()))
}

/// Puts a first value into an input, as a property that no attribute shows, unless a password manager was quicker.
pub fn set_initial(input: &HtmlInputElement, value: &str) {
    if input.value().is_empty() && !value.is_empty() {
        input.set_value(value);
    }
}

/// Puts a value into an input or a choice.
pub fn set_value(input: &HtmlInputElement, value: &str) {
    input.set_value(value);
}

/// Sets a tick at first, where `value` says so (`on` or `true`); from then on it is the person's.
pub fn tick_initially(input: &HtmlInputElement, value: &str) {
    if matches!(value, "on" | "true") {
        input.set_checked(true);
    }
}

/// Empties an input that leaves the page, a turn later: password managers ask whether to keep what stands in a form
/// when it goes.
pub fn wipe(input: HtmlInputElement) {
    Timeout::new(0, move || input.set_value("")).forget();
}

/// Shows or hides what stands in a password input; the caret and the selection stay as they are.
pub fn toggle_password(input: &HtmlInputElement, visible: bool) {
    let start = input.selection_start().ok().flatten();
    let end = input.selection_end().ok().flatten();
    let direction = input.selection_direction().ok().flatten();
    input.set_type(if visible { "text" } else { "password" });
    if let (Some(start), Some(end)) = (start, end) {
        let direction = direction.as_deref().unwrap_or("none");
        // Both types take a selection; only those without text refuse.
        let _ = input.set_selection_range_with_direction(start, end, direction);
    }
}

/// Opens a dialog over the page. The browser keeps the focus inside, and gives it back when the dialog closes.
pub fn show_modal(dialog: &Element) {
    if let Some(dialog) = dialog
        .dyn_ref::<HtmlDialogElement>()
        .filter(|dialog| !dialog.open())
    {
        let _ = dialog.show_modal();
    }
}

/// Makes an open dialog modal, or one that only lies over the page; the focus stays where it is.
pub fn make_modal(dialog: &Element, modal: bool) {
    let is_modal = dialog.matches(":modal").unwrap_or(modal);
    let Some(dialog) = dialog
        .dyn_ref::<HtmlDialogElement>()
        .filter(|dialog| dialog.open())
    else {
        return;
    };
    if is_modal == modal {
        return;
    }
    // The root of a shadow tree has its own.
    let focused = Reflect::get(&dialog.get_root_node(), &"activeElement".into());
    dialog.close();
    if modal {
        let _ = dialog.show_modal();
    } else {
        dialog.show();
    }
    if let Some(focused) = focused
        .ok()
        .and_then(|element| element.dyn_into::<HtmlElement>().ok())
    {
        let _ = focused.focus();
    }
}

/// Closes a dialog.
pub fn close_modal(dialog: &Element) {
    if let Some(dialog) = dialog.dyn_ref::<HtmlDialogElement>() {
        dialog.close();
    }
}
