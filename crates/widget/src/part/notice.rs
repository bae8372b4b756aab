//! The two live regions: what is wrong, said at once, and what is under way, said in passing.
//!
//! Both stand in the page from the first drawing on and stay the same elements from screen to screen, since a screen
//! reader speaks only of what changes in a region that it knows.
//!
//! ## Styling
//!
//! `alert` around `notice`, in it `remedy`; `status` (`data-state`: `quiet`, or `shown` while another window waits, with
//! `cancel` beside it, or where a company's own login takes over).

use vestibule_flow::{Activity, Intent};
use yew::{AttrValue, Html, html};

use super::{Button, Draw, Icon, button, icon};

pub(crate) fn alert(draw: Draw) -> Html {
    let words = draw.words;
    html! {
        <div key="alert" data-part="alert" role="alert">
            if let Some(notice) = &draw.view.notice {
                <div data-part="notice">
                    { icon(Icon::Alert) }
                    <p>{ words.notice(&notice.kind) }</p>
                    if let Some(remedy) = notice.remedy {
                        { quiet(draw, "remedy", Intent::Remedy, words.remedy(remedy)) }
                    }
                </div>
            }
        </div>
    }
}

pub(crate) fn status(draw: Draw) -> Html {
    let waits = draw.view.activity == Activity::InPopup;
    let shown = waits || draw.view.realm.is_some();
    html! {
        <div key="status" data-part="status" data-state={if shown { "shown" } else { "quiet" }}>
            if shown { { icon(if waits { Icon::Spinner } else { Icon::Check }) } }
            <p role="status">
                if let Some(status) = draw.view.status {
                    { draw.words.status(status) }
                } else if let Some(domain) = &draw.view.realm {
                    { draw.words.realm(draw.view.screen, domain) }
                }
            </p>
            if waits {
                { quiet(draw, "cancel", Intent::Cancel, draw.words.cancel()) }
            }
        </div>
    }
}

fn quiet(draw: Draw, part: &'static str, intent: Intent, words: AttrValue) -> Html {
    button(
        Button {
            part,
            press: Some(draw.on(intent)),
            ..Button::default()
        },
        words.into(),
    )
}
