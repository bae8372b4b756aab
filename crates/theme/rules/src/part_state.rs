//! The states in which a part may look otherwise than at rest.

use crate::part::Part;

/// What a part is doing.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum State {
    /// Under the pointer.
    Hover,
    /// Pressed.
    Active,
    /// Has the focus of the keyboard.
    Focus,
    /// At work.
    Busy,
    /// Lacks something.
    Invalid,
    /// Tells something that is not wrong.
    Told,
    /// Says that something went well.
    Done,
    /// Is kept by what is typed.
    Kept,
}

impl State {
    /// All of them.
    pub const ALL: [Self; 8] = [
        Self::Hover,
        Self::Active,
        Self::Focus,
        Self::Busy,
        Self::Invalid,
        Self::Told,
        Self::Done,
        Self::Kept,
    ];

    /// Its word in a theme file.
    #[must_use]
    pub const fn key(self) -> &'static str {
        match self {
            Self::Hover => "hover",
            Self::Active => "active",
            Self::Focus => "focus",
            Self::Busy => "busy",
            Self::Invalid => "invalid",
            Self::Told => "told",
            Self::Done => "done",
            Self::Kept => "kept",
        }
    }

    /// A part's selector in this state.
    pub(crate) fn of(self, part: Part, selector: &str) -> String {
        match self {
            Self::Hover => format!("{selector}:hover"),
            Self::Active => format!("{selector}:active"),
            Self::Focus if part == Part::Control => {
                format!("{selector}:has([data-part=input]:focus-visible)")
            }
            Self::Focus => format!("{selector}:focus-visible"),
            Self::Busy => format!("{selector}[data-state=busy],{selector}[data-state=busy]:hover"),
            Self::Invalid => format!("[data-state=invalid] {selector}"),
            Self::Told | Self::Done | Self::Kept => format!("{selector}[data-state={}]", self.key()),
        }
    }
}
