//! The heading of a screen, its mark, and its line of context.
//!
//! ## Styling
//!
//! `logo`, `avatar` beside the title in its place, `badge` (the mark of a screen that tells something), `title`, `context`.

use vestibule_flow::{ScreenName, View};
use yew::{AttrValue, Html, html};

use super::{Draw, Icon, icon, said};

#[cfg(feature = "hooks")]
fn avatar(view: &View) -> Html {
    let Some(avatar) = &view.avatar else {
        return Html::default();
    };
    html! { <img data-part="avatar" src={avatar.image.clone()} alt="" /> }
}

/// Who it is, as the app knows them.
#[cfg(feature = "hooks")]
fn name(view: &View) -> Option<AttrValue> {
    view.avatar.as_ref().map(|avatar| avatar.name.clone().into())
}

#[cfg(not(feature = "hooks"))]
fn avatar(_view: &View) -> Html {
    Html::default()
}

#[cfg(not(feature = "hooks"))]
const fn name(_view: &View) -> Option<AttrValue> {
    None
}

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
            { avatar(view) }
            if let Some(src) = logo.filter(|_| view.avatar.is_none()) { <img data-part="logo" src={src.clone()} alt="" /> }
            if let Some(badge) = badge { <span data-part="badge">{ icon(badge) }</span> }
            <h2 data-part="title" id={title_id(uid)} tabindex="-1">{ said(words.title(view)) }</h2>
            if let Some(name) = name(view) { <p data-part="context">{ name }</p> }
            if let Some(context) = words.context(view) { <p data-part="context">{ said(context) }</p> }
        </div>
    }
}
