//! A code is filled in as it comes by text message, unless somebody was quicker; nothing of this is drawn.

use vestibule_browser::{dom, one_time_code};
use vestibule_flow::{Field, Intent, Typed};
use web_sys::HtmlInputElement;
use yew::{Callback, Html, NodeRef, Properties, component, use_effect_with};

#[derive(Clone, PartialEq, Properties)]
pub(super) struct Props {
    /// The input for the code.
    pub(super) input: NodeRef,
    pub(super) send: Callback<Intent>,
}

/// Waits for as long as the input stands.
#[component]
pub(super) fn TextMessage(props: &Props) -> Html {
    let Props { input, send } = props.clone();
    use_effect_with((), move |()| {
        let found = move |code: String| {
            let input = input.cast::<HtmlInputElement>();
            if let Some(input) = input.filter(|input| input.value().is_empty()) {
                dom::set_value(&input, &code);
                send.emit(Intent::Typed(Field::Code, Typed::new(code)));
            }
        };
        let waiting = one_time_code::wait(found);
        move || drop(waiting)
    });
    Html::default()
}
