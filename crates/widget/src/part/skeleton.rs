//! What stands in place of a form that is still on its way, as high as the form will be if the server has no surprises.
//!
//! ## Styling
//!
//! `skeleton`, in it `bone` (`data-bone`: `title`, `way`, `rule`, `label`, `input`, `button`, `link`).

use std::iter::repeat_n;

use vestibule_flow::Config;
use yew::{Html, html};

/// So many buttons stand above the form where the app leaves their choice to the server.
const USUAL_WAYS: usize = 4;

/// How many buttons will stand above the form, as far as the config tells.
pub(crate) fn expected_ways(config: &Config) -> usize {
    match config.connections.len() {
        0 => USUAL_WAYS,
        // One of them is the database, whose form stands below.
        named => named - 1,
    }
}

pub(crate) fn skeleton(ways: usize) -> Html {
    let above = ["title"]
        .into_iter()
        .chain(repeat_n("way", ways))
        .chain((ways > 0).then_some("rule"));
    let bones = above.chain(["label", "input", "label", "input", "button", "link", "link"]);
    html! {
        <div data-part="skeleton" aria-hidden="true">
            for bone in bones { <span data-part="bone" data-bone={bone} /> }
        </div>
    }
}
