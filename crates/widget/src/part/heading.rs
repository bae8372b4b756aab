//! The heading of a screen, its mark, and its line of context.
//!
//! ## Styling
//!
//! `logo`, `badge` (the mark of a screen that tells something), `title`, `context`.

use vestibule_flow::ScreenName;
use yew::{AttrValue, Html, html};

use super::{Draw, Icon, icon};

/// The id of the title, which names forms and dialogs too.
pub(crate) fn title_id(uid: &str) -> AttrValue {
    format!("{uid}-title").into()
}

pub(crate) fn heading(draw: Draw, logo: Option<&AttrValue>) -> Html {
    let Draw { view, words, uid, .. } = draw;
    let badge = match view.screen {
        ScreenName::MailSent | ScreenName::LinkSent => Some(Icon::Mail),
        ScreenName::SignedIn | ScreenName::SignedUp => Some(Icon::Check),
        ScreenName::Stopped => Some(Icon::Alert),
        _ => None,
    };
    html! {
        <div key={view.screen.as_str()} data-part="header">
            if let Some(src) = logo { <img data-part="logo" src={src.clone()} alt="" /> }
            if let Some(badge) = badge { <span data-part="badge">{ icon(badge) }</span> }
            <h2 data-part="title" id={title_id(uid)} tabindex="-1">{ words.title(view) }</h2>
            if let Some(context) = words.context(view) { <p data-part="context">{ context }</p> }
        </div>
    }
}
