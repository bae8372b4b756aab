//! The parts of the widget that a theme may dress by name: where each is found, in which states, and what it looks like before.

use crate::Shade;
use crate::pairs::Paint;
use crate::palette::Role;
pub use crate::part_state::State;

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
const SAID: &[State] = &[State::Told];
const HOVERED: &[State] = &[State::Hover];
const KEPT: &[State] = &[State::Kept];
const DONE: &[State] = &[State::Done];
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
    Notice = "notice", "[data-part=notice]", SAID, TEXT, Paint::Shade(Shade::DangerSoft);
    /// The ways to other screens.
    Links = "links", "[data-part=links]", NONE, MUTED, SURFACE;
    /// One of those ways, what offers itself beside a message, and the links of the terms.
    Switch = "switch", "[data-part=link] [data-part=switch]" "[data-part=cancel]" "[data-part=remedy]" "[data-part=terms] a", PRESSED, BRAND, SURFACE;
    /// Asks for another picture of a captcha.
    Another = "another", "[data-part=another]", PRESSED, BRAND, SURFACE;
    /// Closes a modal widget.
    Close = "close", "[data-part=close]", PRESSED, MUTED, SURFACE;
    /// The rules for a new password.
    Policy = "policy", "[data-part=policy]", NONE, TEXT, SURFACE;
    /// One of those rules.
    Rule = "rule", "[data-part=rule]", KEPT, MUTED, SURFACE;
    /// What is under way or was just done, where that is shown.
    Status = "status", "[data-part=status]:not([data-state=quiet])", DONE, TEXT, Paint::Shade(Shade::BrandSoft);
    /// The terms of the app.
    Terms = "terms", "[data-part=terms]", NONE, MUTED, SURFACE;
    /// The tick that accepts them, with its words.
    Consent = "consent", "[data-part=consent]", NONE, TEXT, SURFACE;
    /// The country of a telephone number.
    Country = "country", "[data-part=country]", HOVERED, TEXT, FIELD;
    /// The mark on the connection of the last login.
    LastUsed = "last-used", "[data-part=last-used]", NONE, BRAND, Paint::Shade(Shade::BrandSoft);
    /// The whole page, where the widget has one to itself.
    Page = "page", "&[data-part=page]", NONE, TEXT, Paint::Shade(Shade::Quiet);
    /// The panel beside the form, where the page is split.
    Panel = "panel", "[data-part=panel]", NONE, Paint::Role(Role::OnBrand), BRAND;
}

impl Part {
    /// The selector of its elements, seen from the page.
    pub(crate) fn found_by(self) -> String {
        let selectors = self.selectors().iter();
        let own: Vec<&str> = selectors
            .map(|selector| selector.trim_start_matches('&'))
            .collect();
        own.join(",")
    }

    /// Its word in a theme file, which is its `data-part` in the page.
    #[must_use]
    pub const fn key(self) -> &'static str {
        Self::WORDS[self as usize]
    }
}
