//! The two live regions: what is wrong, said at once, and what is under way, said in passing.
//!
//! Both stand in the page from the first drawing on and stay the same elements from screen to screen, since a screen
//! reader speaks only of what changes in a region that it knows.
//!
//! ## Styling
//!
//! `alert` around `notice`, in it `remedy`; `status` (`data-state`: `quiet`, or `shown` while another window waits, with
//! `cancel` beside it).

use vestibule_flow::{Activity, Intent};
use yew::{Html, html};

use super::{Draw, Icon, icon};

pub(crate) fn alert(draw: Draw) -> Html {
    let words = draw.words;
    html! {
        <div key="alert" data-part="alert" role="alert">
            if let Some(notice) = &draw.view.notice {
                <div data-part="notice">
                    { icon(Icon::Alert) }
                    <p>{ words.notice(&notice.kind) }</p>
                    if let Some(remedy) = notice.remedy {
                        <button type="button" data-part="remedy" onclick={draw.on(Intent::Remedy)}>
                            { words.remedy(remedy) }
                        </button>
                    }
                </div>
            }
        </div>
    }
}

pub(crate) fn status(draw: Draw) -> Html {
    let waits = draw.view.activity == Activity::InPopup;
    html! {
        <div key="status" data-part="status" data-state={if waits { "shown" } else { "quiet" }}>
            if waits { { icon(Icon::Spinner) } }
            <p role="status">if let Some(status) = draw.view.status { { draw.words.status(status) } }</p>
            if waits {
                <button type="button" data-part="cancel" onclick={draw.on(Intent::Cancel)}>{ draw.words.cancel() }</button>
            }
        </div>
    }
}
