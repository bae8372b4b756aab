//! What every part is drawn from.

use vestibule_flow::{Intent, View};
use yew::{Callback, MouseEvent};

#[cfg(any(feature = "modes", feature = "slots"))]
use crate::arrangement::Arrangement;
#[cfg(feature = "captcha")]
use crate::captcha::Captcha;
use crate::flash::Flash;
use crate::marks::Mark;
#[cfg(feature = "slots")]
use crate::slots::{SlotContext, Slots};
use crate::words::Language;

/// The view, the words for it, and where the person's intents go.
#[derive(Clone, Copy)]
pub(crate) struct Draw<'a> {
    pub(crate) view: &'a View,
    pub(crate) words: Language,
    pub(crate) send: &'a Callback<Intent>,
    /// What the providers' buttons may show.
    pub(crate) marks: &'static [Mark],
    /// The kinds of captcha that the app has named.
    #[cfg(feature = "captcha")]
    pub(crate) captchas: &'a [Captcha],
    /// So many connections have their words on the button.
    pub(crate) words_up_to: usize,
    /// The app's own message.
    #[cfg_attr(not(feature = "flash"), expect(dead_code, reason = "there is none"))]
    pub(crate) flash: Option<&'a Flash>,
    /// How this widget stands apart from its theme.
    #[cfg(any(feature = "modes", feature = "slots"))]
    pub(crate) arrangement: &'a Arrangement,
    /// What the app puts where.
    #[cfg(feature = "slots")]
    pub(crate) slots: &'a Slots,
    /// What that is drawn from.
    #[cfg(feature = "slots")]
    pub(crate) context: &'a SlotContext,
    /// Begins every id of this widget, so that two of them on a page stay apart.
    pub(crate) uid: &'a str,
}

impl Draw<'_> {
    /// A callback that sends this intent.
    pub(crate) fn on(&self, intent: Intent) -> Callback<MouseEvent> {
        self.send.reform(move |_| intent.clone())
    }
}
