//! Places in the screens where an app puts elements of its own (cargo feature `slots`).

#[cfg(feature = "slots")]
pub use on::{Place, SlotContext, Slots};

#[cfg(not(feature = "slots"))]
pub use off::Slots;

#[cfg(feature = "slots")]
mod on {
    use std::rc::Rc;

    use vestibule_flow::{Field, Intent, ScreenName, View};
    use yew::{Callback, Html};

    use crate::arrangement::Group;

    /// Where in a screen something of the app's own stands.
    #[derive(Clone, Copy, Debug, PartialEq, Eq)]
    pub enum Place {
        /// Above the title, instead of the theme's logo.
        Header,
        /// Below everything else in the card.
        Footer,
        /// Above the label of a field.
        BeforeField(Field),
        /// Below the message of a field.
        AfterField(Field),
        /// Before a group.
        BeforeGroup(Group),
        /// After a group.
        AfterGroup(Group),
        /// Instead of a whole screen, title included, below the messages: what is wrong and what is under way is shown and said as on
        /// every screen. The app gives the focus a place: an element with `data-part="title"` and `tabindex="-1"`.
        Screen(ScreenName),
    }

    /// What a slot is drawn from.
    #[derive(Clone, PartialEq)]
    pub struct SlotContext {
        /// What the screen shows.
        pub view: Rc<View>,
        /// Where the person's intents go.
        pub send: Callback<Intent>,
    }

    /// What the app puts where. A place that is named twice has both, in that order.
    ///
    /// ```
    /// use vestibule::slots::{Place, Slots};
    /// use vestibule::flow::Field;
    /// use yew::html;
    ///
    /// let slots = Slots::new()
    ///     .with(Place::Footer, html! { <p>{ "Trouble logging in? Call 555 0100." }</p> })
    ///     .with_drawn(Place::AfterField(Field::Email), |of| html! { <small>{ of.view.screen.as_str() }</small> });
    /// ```
    #[derive(Clone, Default, PartialEq)]
    pub struct Slots(Vec<(Place, Callback<SlotContext, Html>)>);

    impl Slots {
        /// Nothing anywhere.
        #[must_use]
        pub const fn new() -> Self {
            Self(Vec::new())
        }

        /// With this at a place, the same on every screen that has the place.
        #[must_use]
        pub fn with(self, place: Place, html: Html) -> Self {
            self.with_drawn(place, move |_| html.clone())
        }

        /// With what this draws at a place, anew whenever the screen is drawn. Hand on the same `Slots` from render to render (`use_memo`), lest
        /// the widget be drawn each time that the app is.
        #[must_use]
        pub fn with_drawn(mut self, place: Place, draw: impl Fn(SlotContext) -> Html + 'static) -> Self {
            self.0.push((place, Callback::from(draw)));
            self
        }

        /// Whether anything stands at a place.
        pub(crate) fn has(&self, place: Place) -> bool {
            self.0.iter().any(|(at, _)| *at == place)
        }

        /// What stands at a place, if anything.
        pub(crate) fn at(&self, place: Place, context: &SlotContext) -> Vec<Html> {
            let here = self.0.iter().filter(|(at, _)| *at == place);
            here.map(|(_, draw)| draw.emit(context.clone())).collect()
        }
    }
}

#[cfg(not(feature = "slots"))]
mod off {
    /// There are none: the feature `slots` is off.
    #[derive(Clone, Debug, Default, PartialEq, Eq)]
    pub struct Slots(());
}
