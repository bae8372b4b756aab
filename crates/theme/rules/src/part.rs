//! The parts of the widget that a theme may dress by name: where each is found, in which states, and what it looks like before.

use std::fmt;

use crate::pairs::Paint;
use crate::palette::{Palette, Role, Scheme};
use crate::value::Length;
use crate::{Colour, Shade, Weight};

macro_rules! parts {
    ($($(#[$doc:meta])* $part:ident = $word:literal, $($at:literal)+, $states:expr, $ink:expr, $ground:expr;)+) => {
        /// A part of the widget, as its `data-part` says.
        #[derive(Clone, Copy, Debug, PartialEq, Eq)]
        pub enum Part { $($(#[$doc])* $part,)+ }

        impl Part {
            /// The words for them, in order.
            pub const WORDS: &[&str] = &[$($word),+];

            /// All of them.
            pub const ALL: &[Self] = &[$(Self::$part),+];

            /// The part with this word.
            #[must_use]
            pub fn parse(word: &str) -> Option<Self> {
                match word { $($word => Some(Self::$part),)+ _ => None }
            }

            /// The states that it has, besides rest.
            #[must_use]
            pub const fn states(self) -> &'static [State] {
                match self { $(Self::$part => $states,)+ }
            }

            /// Selectors inside the root, as specific as those of the looks.
            pub(crate) const fn selectors(self) -> &'static [&'static str] {
                match self { $(Self::$part => &[$($at),+],)+ }
            }

            /// The words in it, and what they stand on, where the theme says nothing else.
            pub(crate) const fn usual(self) -> (Paint, Paint) {
                match self { $(Self::$part => ($ink, $ground),)+ }
            }
        }
    };
}

const NONE: &[State] = &[];
const PRESSED: &[State] = &[State::Hover, State::Active, State::Focus];
const SENT: &[State] = &[State::Hover, State::Active, State::Focus, State::Busy];
const TYPED: &[State] = &[State::Hover, State::Focus, State::Invalid];
const TEXT: Paint = Paint::Role(Role::Text);
const MUTED: Paint = Paint::Role(Role::Muted);
const BRAND: Paint = Paint::Role(Role::Brand);
const SURFACE: Paint = Paint::Role(Role::Surface);
const FIELD: Paint = Paint::Shade(Shade::Field);

parts! {
    /// The card.
    Root = "root", "&[data-part=root]", NONE, TEXT, SURFACE;
    /// Logo, title and context.
    Header = "header", "[data-part=header]", NONE, TEXT, SURFACE;
    /// The picture of the app.
    Logo = "logo", "[data-part=logo]", NONE, TEXT, SURFACE;
    /// The round mark of a screen that tells something.
    Badge = "badge", "[data-part=badge]", NONE, BRAND, Paint::Shade(Shade::BrandSoft);
    /// The title of a screen.
    Title = "title", "[data-part=title]", NONE, TEXT, SURFACE;
    /// The line below the title.
    Context = "context", "[data-part=context]", NONE, MUTED, SURFACE;
    /// Everything below the header.
    Body = "body", "[data-part=body]", NONE, TEXT, SURFACE;
    /// The list of social and enterprise buttons.
    Connections = "connections", "[data-part=connections]", NONE, TEXT, SURFACE;
    /// A social, enterprise or passwordless button.
    Connection = "connection", "[data-part=connections] button", SENT, TEXT, FIELD;
    /// The word between the buttons and the form.
    Divider = "divider", "[data-part=divider]", NONE, MUTED, SURFACE;
    /// The form.
    Form = "form", "[data-part=form]", NONE, TEXT, SURFACE;
    /// A field with its label and its message.
    Field = "field", "[data-part=field]", NONE, TEXT, SURFACE;
    /// The name of a field.
    Label = "label", "[data-part=label]", NONE, TEXT, SURFACE;
    /// The box of a field.
    Control = "control", "[data-part=control]", TYPED, TEXT, FIELD;
    /// What is typed into.
    Input = "input", "[data-part=input]", NONE, TEXT, FIELD;
    /// Shows and hides a password.
    TogglePassword = "toggle-password", "[data-part=toggle-password]", PRESSED, MUTED, FIELD;
    /// What a field needs.
    Hint = "hint", "[data-part=hint]", NONE, MUTED, SURFACE;
    /// What a field lacks.
    FieldError = "field-error", "[data-part=field-error]", NONE, Paint::Role(Role::Danger), SURFACE;
    /// The main button.
    Submit = "submit", "[data-part=submit]", SENT, Paint::Role(Role::OnBrand), BRAND;
    /// Sends once more.
    Resend = "resend", "[data-part=resend]", PRESSED, TEXT, FIELD;
    /// The message of a form.
    Notice = "notice", "[data-part=notice]", NONE, TEXT, Paint::Shade(Shade::DangerSoft);
    /// The ways to other screens.
    Links = "links", "[data-part=links]", NONE, MUTED, SURFACE;
    /// One of those ways.
    Switch = "switch", "[data-part=link] [data-part=switch]" "[data-part=cancel]" "[data-part=remedy]", PRESSED, BRAND, SURFACE;
    /// Closes a modal widget.
    Close = "close", "[data-part=close]", PRESSED, MUTED, SURFACE;
}

impl Part {
    /// Its word in a theme file, which is its `data-part` in the page.
    #[must_use]
    pub const fn key(self) -> &'static str {
        Self::WORDS[self as usize]
    }
}

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
}

impl State {
    /// All of them.
    pub const ALL: [Self; 5] = [Self::Hover, Self::Active, Self::Focus, Self::Busy, Self::Invalid];

    /// Its word in a theme file.
    #[must_use]
    pub const fn key(self) -> &'static str {
        match self {
            Self::Hover => "hover",
            Self::Active => "active",
            Self::Focus => "focus",
            Self::Busy => "busy",
            Self::Invalid => "invalid",
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
        }
    }
}

/// A colour of a part: one of the theme's own, or one for each scheme, or none at all.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) enum Ink {
    Paint(Paint),
    Literal([Colour; 2]),
    Nothing,
}

impl Ink {
    /// What is seen where it lies on `ground`.
    pub(crate) fn on(self, ground: Colour, scheme: Scheme, palette: &Palette) -> Colour {
        match self {
            Self::Paint(Paint::Role(role)) => palette.get(role).over(ground),
            Self::Paint(Paint::Shade(shade)) => shade.colour(scheme, palette).over(ground),
            Self::Literal(colours) => colours[scheme as usize].over(ground),
            Self::Nothing => ground,
        }
    }
}

impl fmt::Display for Ink {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Paint(paint) => write!(f, "var(--vestibule-{})", paint.key()),
            Self::Literal([light, dark]) if light == dark => light.fmt(f),
            Self::Literal([light, dark]) => write!(f, "light-dark({light},{dark})"),
            Self::Nothing => f.write_str("#0000"),
        }
    }
}

/// What a theme says of a part, or of one of its states.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub(crate) struct Dress {
    pub(crate) background: Option<Ink>,
    pub(crate) color: Option<Ink>,
    pub(crate) border_color: Option<Ink>,
    pub(crate) border_width: Option<Length>,
    pub(crate) radius: Option<Length>,
    pub(crate) size: Option<Length>,
    pub(crate) weight: Option<Weight>,
}

impl Dress {
    /// The colours of a state, where it has none those at rest.
    pub(crate) fn over(self, rest: Self) -> Self {
        Self {
            background: self.background.or(rest.background),
            color: self.color.or(rest.color),
            border_color: self.border_color.or(rest.border_color),
            ..self
        }
    }
}

/// A part that a theme dresses.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Dressed {
    pub(crate) part: Part,
    pub(crate) class: Option<String>,
    pub(crate) rest: Dress,
    pub(crate) states: Vec<(State, Dress)>,
}

impl Dressed {
    pub(crate) fn state(&self, state: State) -> Option<&Dress> {
        self.states
            .iter()
            .find(|(of, _)| *of == state)
            .map(|(_, dress)| dress)
    }
}
