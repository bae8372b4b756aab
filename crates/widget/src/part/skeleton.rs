//! What stands in place of a form that is still on its way, about as high as the form will be.
//!
//! ## Styling
//!
//! `skeleton`, in it `bone` (`data-bone`: `title`, `label`, `input`, `button`, `link`).

use yew::{Html, html};

/// The bones of the usual log-in form, from top to bottom.
const BONES: [&str; 7] = ["title", "label", "input", "label", "input", "button", "link"];

pub(crate) fn skeleton() -> Html {
    html! {
        <div data-part="skeleton" aria-hidden="true">
            for bone in BONES { <span data-part="bone" data-bone={bone} /> }
        </div>
    }
}
