//! A field of the app's own, as the config has it and as it stands on the screen.

use std::fmt;

use crate::field::{Field, FieldProblem};
use crate::host::Choice;

/// A field of the app's own.
///
/// ```
/// use vestibule_flow::{Check, Choice, Config, ExtraField};
///
/// fn is_even(text: &str) -> Result<(), String> {
///     let even = text.parse::<u32>().is_ok_and(|number| number % 2 == 0);
///     if even { Ok(()) } else { Err("Choose an even number".into()) }
/// }
///
/// let config = Config {
///     sign_up_fields: vec![
///         ExtraField::text("given_name", "First name").autocomplete("given-name").at_root(),
///         ExtraField::text("number", "Lucky number").check(is_even),
///         ExtraField::select("plan", "Plan", [Choice::new("s", "Small"), Choice::new("l", "Large")]),
///         ExtraField::checkbox("news", "Send me the newsletter").optional(),
///         ExtraField::hidden("source", "landing"),
///     ],
///     ..Config::new("https://login.example.com/", "my-client-id")
/// };
/// # assert_eq!(config.sign_up_fields.len(), 5);
/// ```
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ExtraField {
    /// The input's name, and that of what is sent: letters, digits and underscores.
    pub name: &'static str,
    /// Its label.
    pub label: String,
    /// What to know before typing.
    pub hint: Option<String>,
    /// What it is.
    pub kind: ExtraKind,
    /// What it begins with.
    pub initial: Initial,
    /// Whether something has to stand in it: a text that is not blank, a choice, a tick.
    pub required: bool,
    /// What the app asks of its value beyond that.
    pub check: Option<Check>,
    /// Where its value goes.
    pub store: Store,
}

/// The name of an extra field.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct ExtraName(pub &'static str);

impl ExtraName {
    pub(crate) const fn text(self) -> &'static str {
        self.0
    }
}

/// What an extra field is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum ExtraKind {
    /// A line of text, with its autocomplete token (HTML, "Autofill"), if one fits.
    Text(Option<&'static str>),
    /// One choice of several.
    Select(Choices),
    /// A tick; its value is `true` or `false`.
    Checkbox,
    /// Nothing to see: this value.
    Hidden(String),
}

/// What can be chosen.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Choices {
    /// These.
    Known(Vec<Choice>),
    /// What the app answers to [`Question::Choices`](crate::Question::Choices).
    Asked,
}

/// What a field begins with.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub enum Initial {
    /// Nothing.
    #[default]
    Empty,
    /// This value.
    Value(String),
    /// What the app answers to [`Question::Prefill`](crate::Question::Prefill), unless something is typed by then.
    Asked,
}

/// Where a value goes.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Store {
    /// Sign-up: into `user_metadata`. Log-in: to the app alone, when it is asked before the step.
    #[default]
    Metadata,
    /// Sign-up: beside `email` in the body. Log-in: a parameter of the authorization request.
    Root,
}

/// A rule of the app's own: says what is wrong and what to do, in the person's language.
#[derive(Clone, Copy)]
pub struct Check(pub fn(&str) -> Result<(), String>);

impl fmt::Debug for Check {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Check(..)")
    }
}

impl PartialEq for Check {
    fn eq(&self, other: &Self) -> bool {
        std::ptr::fn_addr_eq(self.0, other.0)
    }
}

impl Eq for Check {}

impl ExtraField {
    fn new(name: &'static str, label: String, kind: ExtraKind) -> Self {
        Self {
            name,
            label,
            hint: None,
            kind,
            initial: Initial::Empty,
            required: true,
            check: None,
            store: Store::Metadata,
        }
    }

    /// A line of text.
    #[must_use]
    pub fn text(name: &'static str, label: impl Into<String>) -> Self {
        Self::new(name, label.into(), ExtraKind::Text(None))
    }

    /// One choice of these.
    #[must_use]
    pub fn select(
        name: &'static str,
        label: impl Into<String>,
        choices: impl IntoIterator<Item = Choice>,
    ) -> Self {
        let choices = Choices::Known(choices.into_iter().collect());
        Self::new(name, label.into(), ExtraKind::Select(choices))
    }

    /// One choice of those that the app answers with when it is asked.
    #[must_use]
    pub fn select_asked(name: &'static str, label: impl Into<String>) -> Self {
        Self::new(name, label.into(), ExtraKind::Select(Choices::Asked))
    }

    /// A tick that has to be set, unless it is [`optional`](Self::optional).
    #[must_use]
    pub fn checkbox(name: &'static str, label: impl Into<String>) -> Self {
        Self::new(name, label.into(), ExtraKind::Checkbox)
    }

    /// A value that nobody sees.
    #[must_use]
    pub fn hidden(name: &'static str, value: impl Into<String>) -> Self {
        Self::new(name, String::new(), ExtraKind::Hidden(value.into()))
    }

    /// Says what to know before typing.
    #[must_use]
    pub fn hint(mut self, hint: impl Into<String>) -> Self {
        self.hint = Some(hint.into());
        self
    }

    /// Begins with this value.
    #[must_use]
    pub fn initial(mut self, value: impl Into<String>) -> Self {
        self.initial = Initial::Value(value.into());
        self
    }

    /// Begins with what the app answers when it is asked.
    #[must_use]
    pub fn initial_asked(mut self) -> Self {
        self.initial = Initial::Asked;
        self
    }

    /// May be left as it is.
    #[must_use]
    pub fn optional(mut self) -> Self {
        self.required = false;
        self
    }

    /// Has to pass this rule too, where something stands in it; a tick's value is `true` or `false`.
    #[must_use]
    pub fn check(mut self, rule: fn(&str) -> Result<(), String>) -> Self {
        self.check = Some(Check(rule));
        self
    }

    /// Goes beside `email`, or into the authorization request, and not into `user_metadata`.
    #[must_use]
    pub fn at_root(mut self) -> Self {
        self.store = Store::Root;
        self
    }

    /// Tells browsers what to fill in, by a token of HTML's: `given-name`, `organization`.
    #[must_use]
    pub fn autocomplete(mut self, token: &'static str) -> Self {
        if let ExtraKind::Text(slot) = &mut self.kind {
            *slot = Some(token);
        }
        self
    }
}

/// An extra field as it stands on the screen.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ExtraView {
    /// Which: always [`Field::Extra`].
    pub field: Field,
    /// Its label.
    pub label: String,
    /// What to know before typing.
    pub hint: Option<String>,
    /// What to draw.
    pub shape: Shape,
    /// What to put in when it is first drawn, or when the app's answer comes and nothing stands in it yet.
    pub initial: String,
    /// Whether something has to stand in it.
    pub required: bool,
    /// What is wrong with it, once that may be said.
    pub problem: Option<FieldProblem>,
}

/// What an extra field is drawn as.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Shape {
    /// A line of text, with its autocomplete token.
    Text(Option<&'static str>),
    /// A choice of these. Many are searched by typing.
    Select(Vec<Choice>),
    /// A tick.
    Checkbox,
}
