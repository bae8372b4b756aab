//! Where the parts of the widget stand in each other, and what they take over from what is around them.

use crate::part::Part;

impl Part {
    /// The parts that it stands in: one, but for the ways on, which stand below the form, beside messages and in the terms.
    pub(crate) const fn around(self) -> &'static [Self] {
        match self {
            Self::Page => &[],
            Self::Root | Self::Panel => &[Self::Page],
            Self::Header | Self::Body | Self::Notice | Self::Status | Self::Close => &[Self::Root],
            Self::Logo | Self::Badge | Self::Title | Self::Context => &[Self::Header],
            Self::Connections | Self::Divider | Self::Form | Self::Resend | Self::Links => &[Self::Body],
            Self::Connection => &[Self::Connections],
            Self::Field | Self::Another | Self::Policy | Self::Terms | Self::Submit => &[Self::Form],
            Self::Label | Self::Control | Self::Hint | Self::FieldError => &[Self::Field],
            Self::Input | Self::TogglePassword | Self::Country => &[Self::Control],
            Self::Switch => &[Self::Links, Self::Notice, Self::Status, Self::Terms],
            Self::Rule => &[Self::Policy],
            Self::Consent => &[Self::Terms],
            Self::LastUsed => &[Self::Connection],
        }
    }

    /// Whether it is that part, or stands in it.
    pub(crate) fn is_within(self, outer: Self) -> bool {
        self == outer || self.around().iter().any(|around| around.is_within(outer))
    }

    /// Whether something that the keyboard comes to stands right on its ground, with its ring around it.
    pub(crate) const fn is_around_stops(self) -> bool {
        matches!(
            self,
            Self::Root
                | Self::Body
                | Self::Connections
                | Self::Form
                | Self::Field
                | Self::Control
                | Self::Notice
                | Self::Status
                | Self::Links
                | Self::Terms
                | Self::Consent
        )
    }

    /// Whether it has a ground of its own where a theme gives it none.
    pub(crate) const fn is_opaque(self) -> bool {
        matches!(
            self,
            Self::Root
                | Self::Badge
                | Self::Connection
                | Self::Control
                | Self::Submit
                | Self::Resend
                | Self::Notice
                | Self::Status
                | Self::LastUsed
                | Self::Page
                | Self::Panel
        )
    }

    /// Whether its words are of the colour of what it stands in, unless a theme says otherwise.
    pub(crate) const fn inherits(self) -> bool {
        matches!(
            self,
            Self::Header
                | Self::Logo
                | Self::Title
                | Self::Body
                | Self::Connections
                | Self::Form
                | Self::Field
                | Self::Label
                | Self::Control
                | Self::Input
                | Self::Notice
                | Self::Status
                | Self::Policy
                | Self::Country
        )
    }
}
