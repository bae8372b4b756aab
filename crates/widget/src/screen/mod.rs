//! A screen, drawn from top to bottom from a view.

use std::rc::Rc;

use vestibule_flow::{Activity, Direction, Intent, ScreenName, Status, View};
use vestibule_theme::{Mode, Theme};
use yew::{AttrValue, Callback, Html, NodeRef, html};

use crate::arrangement::Arrangement;
use crate::flash::Flash;
use crate::login_widget::Captchas;
use crate::marks::Mark;
use crate::part::{Draw, Icon, icon, sections, skeleton};
use crate::slots::Slots;
use crate::words::Language;

/// Everything that a drawing of the widget depends on.
#[derive(Clone, PartialEq)]
#[cfg_attr(test, derive(yew::Properties))]
pub(crate) struct ScreenProps {
    /// What to draw.
    pub(crate) view: Rc<View>,
    /// Where the person's intents go.
    pub(crate) send: Callback<Intent>,
    /// The kinds of captcha that the app has named.
    pub(crate) captchas: Captchas,
    /// So many connections have their words on the button.
    pub(crate) words_up_to: usize,
    /// The app's own message.
    pub(crate) flash: Option<Flash>,
    /// How this widget stands apart from its theme.
    pub(crate) arrangement: Arrangement,
    /// What the app puts where.
    pub(crate) slots: Slots,
    /// Begins every id, so that two widgets on a page stay apart.
    pub(crate) uid: AttrValue,
    /// The words.
    pub(crate) words: Language,
    /// What the providers' buttons may show.
    pub(crate) marks: &'static [Mark],
    /// The look.
    pub(crate) theme: Theme,
    /// Light or dark; none takes what the theme says.
    pub(crate) mode: Option<Mode>,
    /// Gets the root element.
    pub(crate) root: NodeRef,
    /// How many buttons will stand above the form, for the skeleton.
    pub(crate) ways: usize,
    /// What stands in the corner of the card: a modal widget's button to close it.
    pub(crate) corner: Option<Html>,
}

/// The widget as it stands in the page, without the machine behind it: every screen is drawn by this.
pub(crate) fn screen(props: &ScreenProps) -> Html {
    let ScreenProps {
        words_up_to,
        view,
        send,
        flash,
        uid,
        words,
        marks,
        theme,
        mode,
        root,
        ways,
        corner,
        ..
    } = props;
    #[cfg(feature = "slots")]
    let context = &crate::slots::SlotContext {
        view: view.clone(),
        send: send.clone(),
    };
    let draw = Draw {
        #[cfg(any(feature = "modes", feature = "slots"))]
        arrangement: &props.arrangement,
        #[cfg(feature = "slots")]
        slots: &props.slots,
        #[cfg(feature = "slots")]
        context,
        view,
        words: *words,
        marks,
        send,
        #[cfg(feature = "captcha")]
        captchas: &props.captchas,
        words_up_to: *words_up_to,
        flash: flash.as_ref(),
        uid,
    };
    let logo = theme.logo().map(|src| AttrValue::from(src.to_owned()));
    let card = html! {
        <div
            ref={root}
            class="vestibule"
            lang={words.lang()}
            dir={words.dir()}
            data-part="root"
            data-screen={view.screen.as_str()}
            data-state={state(view.activity)}
            data-direction={direction(view)}
            data-theme={theme.name().to_owned()}
            data-mode={mode.unwrap_or(theme.mode()).as_str()}
        >
            { corner.clone() }
            { sections(draw, logo.as_ref(), || body(draw, *ways)) }
        </div>
    };
    props.arrangement.mark(card)
}

fn body(draw: Draw, ways: usize) -> Html {
    let view = draw.view;
    let inside = match (view.screen, view.status) {
        (ScreenName::Loading, Some(Status::Loading) | None) => skeleton(ways),
        (ScreenName::Loading, Some(under_way)) => html! {
            <div data-part="waiting" aria-hidden="true">{ icon(Icon::Spinner) }<p>{ draw.words.status(under_way) }</p></div>
        },
        _ => body::groups(draw),
    };
    html! { <div key={format!("body-{}", view.screen.as_str())} data-part="body">{ inside }</div> }
}

const fn state(activity: Activity) -> &'static str {
    match activity {
        Activity::Idle => "idle",
        Activity::Working => "working",
        Activity::InPopup => "in-popup",
        Activity::Leaving => "leaving",
    }
}

/// The first screen comes from nowhere: it takes the skeleton's place.
const fn direction(view: &View) -> &'static str {
    match (view.focus.turn, view.direction) {
        (0 | 1, _) => "none",
        (_, Direction::Forward) => "forward",
        (_, Direction::Back) => "back",
    }
}

mod body;
#[cfg(test)]
mod placed;
#[cfg(test)]
mod pseudo;
#[cfg(test)]
mod recorded;
#[cfg(test)]
mod tests;
#[cfg(test)]
mod worded;
