//! How one widget stands apart from what its theme says: closer, flatter, its groups in another order (cargo feature `modes`).

#[cfg(feature = "modes")]
pub use on::{Arrangement, Order};

#[cfg(not(feature = "modes"))]
pub use off::Arrangement;

/// A group of a screen, as an order or a slot names it.
#[cfg(any(feature = "modes", feature = "slots"))]
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Group {
    /// The social, enterprise and passwordless buttons.
    Connections,
    /// The fields, the main button, and sending once more.
    Form,
    /// The ways to other screens.
    Links,
}

#[cfg(feature = "modes")]
mod on {
    use std::rc::Rc;

    use vestibule_theme::{CardStyle, Density};
    use yew::{Html, virtual_dom::VNode};

    use super::Group;

    /// How one widget stands apart from what its theme says. Whatever changes here changes at once, and what is typed stays.
    ///
    /// ```
    /// use vestibule::{Arrangement, Density, Order};
    ///
    /// let arrangement = Arrangement {
    ///     density: Some(Density::Compact),
    ///     order: Order::FormFirst,
    ///     ..Arrangement::default()
    /// };
    /// ```
    #[derive(Clone, Debug, Default, PartialEq)]
    pub struct Arrangement {
        /// How high controls are and how far apart things stand; none takes what the theme says.
        pub density: Option<Density>,
        /// How the card is set off from the page; none takes what the theme says.
        pub card: Option<CardStyle>,
        /// In which order the groups of a screen stand. Another order moves them: a captcha of a provider's, which draws in a frame of
        /// its own, begins anew.
        pub order: Order,
        /// What stands beside the widget in [`Layout::Split`](crate::Layout::Split). A reader of screens hears it after the widget.
        pub panel: Option<Html>,
    }

    /// The order of a screen's groups, for the eye, the keyboard and the screen reader alike.
    #[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
    pub enum Order {
        /// Social and enterprise connections, then the form.
        #[default]
        ConnectionsFirst,
        /// The form, then the connections.
        FormFirst,
        /// The form, the ways to other screens below it, and the connections at the end.
        ConnectionsLast,
        /// The connections, the ways to other screens, and the form at the end.
        FormLast,
        /// The ways to other screens, the connections, and the form.
        LinksFirst,
        /// The ways to other screens, the form, and the connections.
        LinksThenForm,
    }

    impl Order {
        pub(crate) const fn groups(self) -> [Group; 3] {
            match self {
                Self::ConnectionsFirst => [Group::Connections, Group::Form, Group::Links],
                Self::FormFirst => [Group::Form, Group::Connections, Group::Links],
                Self::ConnectionsLast => [Group::Form, Group::Links, Group::Connections],
                Self::FormLast => [Group::Connections, Group::Links, Group::Form],
                Self::LinksFirst => [Group::Links, Group::Connections, Group::Form],
                Self::LinksThenForm => [Group::Links, Group::Form, Group::Connections],
            }
        }
    }

    impl Arrangement {
        pub(crate) const fn groups(&self) -> [Group; 3] {
            self.order.groups()
        }

        /// Says on an element what differs from the theme.
        pub(crate) fn mark(&self, element: Html) -> Html {
            let VNode::VTag(tag) = element else {
                return element;
            };
            let mut tag = Rc::unwrap_or_clone(tag);
            if let Some(density) = self.density {
                tag.add_attribute("data-density", density.as_str());
            }
            if let Some(card) = self.card {
                tag.add_attribute("data-card", card.as_str());
            }
            VNode::VTag(Rc::new(tag))
        }
    }
}

#[cfg(not(feature = "modes"))]
mod off {
    #[cfg(feature = "slots")]
    use super::Group;
    use yew::Html;

    /// As the theme says: the feature `modes` is off.
    #[derive(Clone, Debug, Default, PartialEq, Eq)]
    pub struct Arrangement(());

    impl Arrangement {
        #[cfg(feature = "slots")]
        #[expect(clippy::unused_self, reason = "with the feature there is something to ask")]
        pub(crate) const fn groups(&self) -> [Group; 3] {
            [Group::Connections, Group::Form, Group::Links]
        }

        #[expect(clippy::unused_self, reason = "with the feature there is something to say")]
        pub(crate) fn mark(&self, element: Html) -> Html {
            element
        }
    }
}
