//! Where the widget stands in the page, and whether it takes the focus there.

/// How the widget stands in the page.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Layout {
    /// Where it is written, as part of the page.
    #[default]
    Inline,
    /// In a modal dialog over the page, for as long as `open` is set.
    Modal,
    /// In the middle of a page that is there for logging in.
    #[cfg(feature = "modes")]
    Page,
    /// Beside a panel of the app's: `panel` of the [`Arrangement`](crate::Arrangement). Where there is no room for both, without it.
    #[cfg(feature = "modes")]
    Split,
}

/// Whether the first field takes the focus when the widget first shows itself.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Autofocus {
    /// Only in a modal dialog, which the person has just asked for.
    #[default]
    InModal,
    /// Always: for a page that is there for logging in.
    Always,
    /// Never.
    Never,
}
