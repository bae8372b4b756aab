//! The two live regions: what is wrong, said at once, and what is under way, said in passing.
//!
//! Both stand in the page from the first drawing on and stay the same elements from screen to screen, since a screen
//! reader speaks only of what changes in a region that it knows.
//!
//! ## Styling
//!
//! `alert` around `notice` (`data-state`: `told` where nothing went wrong), in it `remedy`; `held` around a `notice` that only keeps its
//! room; `status` (`data-state`: `quiet`, or `shown` while another window waits or a code is about to go off, with `cancel` beside it,
//! or where a company's own login takes over, or the app has something to say: `done` where that is a success).

use vestibule_flow::{Activity, Intent, Notice, NoticeKind, Remedy, Status, built};
use yew::{AttrValue, Html, html};

use super::{Button, Draw, Icon, button, icon, said};
#[cfg(feature = "flash")]
use crate::flash::FlashKind;
use crate::words::Key;

pub(crate) fn alert(draw: Draw) -> Html {
    let notice = draw.view.notice.as_ref();
    let told = notice.map(|notice| told(draw, notice));
    let (said, held) = if draw.view.answered {
        (None, told)
    } else {
        (told, None)
    };
    html! {
        <>
            <div key="alert" data-part="alert" role="alert">
                if let Some(said) = said {
                    { said }
                } else if let Some((picture, text)) = flash(draw, Said::AtOnce) {
                    <div data-part="notice">{ icon(picture) }<p dir="auto">{ text }</p></div>
                }
            </div>
            // Outside of the region, so that the same words are said anew when they come back.
            if let Some(held) = held {
                <div key="held" data-part="held" aria-hidden="true" inert=true>{ held }</div>
            }
        </>
    }
}

fn told(draw: Draw, notice: &Notice) -> Html {
    let words = said(draw.words.notice(draw.view, &notice.kind));
    if notice.at_field {
        return html! { <p data-part="aside">{ words }</p> };
    }
    let tone = tone(&notice.kind);
    html! {
        <div data-part="notice" data-state={tone}>
            { icon(if tone.is_some() { Icon::Info } else { Icon::Alert }) }
            <p dir={direction(&notice.kind)}>{ words }</p>
            if let Some(remedy) = &notice.remedy {
                { way_out(draw, remedy) }
            }
        </div>
    }
}

/// A button, or a link where the app has named an address.
fn way_out(draw: Draw, remedy: &Remedy) -> Html {
    let words = draw.words.remedy(remedy);
    match remedy {
        #[cfg(feature = "sign-up")]
        Remedy::ResetPasswordAt(href) => html! { <a data-part="remedy" href={href.clone()}>{ words }</a> },
        _ => quiet(draw, "remedy", Intent::Remedy, words),
    }
}

/// What only says where to go on, or that somebody stopped by themselves, is nothing that went wrong.
const fn tone(kind: &NoticeKind) -> Option<&'static str> {
    match kind {
        NoticeKind::LinkOpenedElsewhere
        | NoticeKind::ContinueElsewhere
        | NoticeKind::PopupClosed
        | NoticeKind::AccessDenied => Some("told"),
        _ => None,
    }
}

/// What the server says in its own words may be written from the other side.
const fn direction(kind: &NoticeKind) -> Option<&'static str> {
    match kind {
        NoticeKind::Said(_) => Some("auto"),
        _ => None,
    }
}

pub(crate) fn status(draw: Draw) -> Html {
    let waits = draw.view.activity == Activity::InPopup || is_about_to_go(draw);
    let is_quiet = draw.view.status.is_none() && draw.view.realm.is_none();
    let flash = flash(draw, Said::InPassing).filter(|_| is_quiet);
    let picture = match &flash {
        _ if waits => Icon::Spinner,
        Some((picture, _)) => *picture,
        None if draw.view.activity == Activity::Idle => Icon::Info,
        None => Icon::Spinner,
    };
    let state = match &flash {
        Some((Icon::Check, _)) if !waits => "done",
        None if !waits && draw.view.realm.is_none() => "quiet",
        _ => "shown",
    };
    html! {
        <div key="status" data-part="status" data-state={state}>
            if state != "quiet" { { icon(picture) } }
            <p role="status">
                if let Some(status) = draw.view.status {
                    { said(draw.words.status(status)) }{ where_to(draw, status) }
                } else if let Some(domain) = &draw.view.realm {
                    { said(draw.words.realm(draw.view, domain)) }
                } else if let Some((_, text)) = flash {
                    <span dir="auto">{ text }</span>
                }
            </p>
            if waits {
                { quiet(draw, "cancel", Intent::Cancel, draw.words.text(Key::Cancel)) }
            }
        </div>
    }
}

/// Where it was sent, which stands under the title: the focus goes past that.
fn where_to(draw: Draw, status: Status) -> Html {
    let is_sent =
        (built::PASSWORDLESS || built::SIGN_UP) && matches!(status, Status::CodeSent | Status::MailSent);
    match draw.words.context(draw.view).filter(|_| is_sent) {
        Some(context) => html! { <>{ " " }{ said(context) }</> },
        None => Html::default(),
    }
}

/// Whether a complete code goes off by itself in a moment.
#[cfg(feature = "one-time-code")]
fn is_about_to_go(draw: Draw) -> bool {
    draw.view.status == Some(Status::CodeComplete)
}

#[cfg(not(feature = "one-time-code"))]
const fn is_about_to_go(_draw: Draw) -> bool {
    false
}

/// How a message of the app's own is said.
#[derive(Clone, Copy, PartialEq)]
enum Said {
    AtOnce,
    InPassing,
}

/// The app's own message, as long as the first screen stands and says nothing else.
#[cfg(feature = "flash")]
fn flash(draw: Draw, how: Said) -> Option<(Icon, AttrValue)> {
    let flash = draw
        .flash
        .filter(|_| draw.view.fresh && draw.view.focus.turn <= 1)?;
    let (said, picture) = match flash.kind {
        FlashKind::Error => (Said::AtOnce, Icon::Alert),
        FlashKind::Success => (Said::InPassing, Icon::Check),
        FlashKind::Info => (Said::InPassing, Icon::Info),
    };
    (said == how).then(|| (picture, flash.text.clone()))
}

#[cfg(not(feature = "flash"))]
const fn flash(_draw: Draw, _how: Said) -> Option<(Icon, AttrValue)> {
    None
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
