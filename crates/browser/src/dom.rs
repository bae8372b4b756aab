//! What is done to elements of the widget: reading forms, moving the focus, opening dialogs.

use gloo_timers::callback::Timeout;
use vestibule_flow::{Field, FocusPlace, Form, Typed};
use wasm_bindgen::JsCast;
use web_sys::{Element, HtmlDialogElement, HtmlElement, HtmlFormElement, HtmlInputElement};

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

/// Closes a dialog.
pub fn close_modal(dialog: &Element) {
    if let Some(dialog) = dialog.dyn_ref::<HtmlDialogElement>() {
        dialog.close();
    }
}
