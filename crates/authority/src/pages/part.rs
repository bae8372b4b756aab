//! Parts that several pages share: fields, notices, buttons.

use maud::{Markup, html};

use super::icon;
use super::rules::{password_rules, rule_list};
use crate::password_policy::Rule;

/// What stands under a field.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum FieldState<'a> {
    /// Nothing is wrong with it.
    Fine,
    /// What to do about it.
    Wrong(&'a str),
    /// Wrong together with others, of which the notice speaks.
    WrongTogether,
}

/// A message about the form as a whole.
#[derive(Debug, Clone)]
pub(crate) struct Notice {
    /// How it is meant.
    pub tone: Tone,
    /// One or two sentences.
    pub text: String,
}

/// How a notice is meant.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Tone {
    /// Something went wrong.
    Danger,
    /// Something is done.
    Success,
    /// Good to know.
    Info,
}

impl Notice {
    /// Something went wrong.
    #[must_use]
    pub fn danger(text: impl Into<String>) -> Self {
        Self {
            tone: Tone::Danger,
            text: text.into(),
        }
    }

    /// Something is done.
    #[must_use]
    pub fn success(text: impl Into<String>) -> Self {
        Self {
            tone: Tone::Success,
            text: text.into(),
        }
    }

    /// Good to know.
    #[must_use]
    pub fn info(text: impl Into<String>) -> Self {
        Self {
            tone: Tone::Info,
            text: text.into(),
        }
    }
}

impl FieldState<'_> {
    pub(super) fn is_wrong(self) -> bool {
        !matches!(self, Self::Fine)
    }

    fn has_text(self) -> bool {
        matches!(self, Self::Wrong(_))
    }
}

/// Title and one line of context.
pub(super) fn heading(title: &str, context: &Markup) -> Markup {
    html! {
        div data-part="heading" {
            h1 { (title) }
            p { (context) }
        }
    }
}

/// A message in a live region; the page comes with it, so `role=alert` reads it at once.
pub(super) fn notice(notice: Option<&Notice>) -> Markup {
    html! {
        @if let Some(notice) = notice {
            @let (tone, role) = match notice.tone {
                Tone::Danger => ("danger", "alert"),
                Tone::Success => ("success", "status"),
                Tone::Info => ("info", "status"),
            };
            div data-part="notice" data-tone=(tone) role=(role) {
                @if notice.tone == Tone::Success { (icon::tick()) } @else { (icon::alert()) }
                p { (notice.text) }
            }
        }
    }
}

/// A line of text to fill in.
#[derive(Debug, Clone, Copy)]
pub(super) struct TextField<'a> {
    pub name: &'a str,
    pub label: &'a str,
    pub value: &'a str,
    pub input_type: &'a str,
    pub autocomplete: &'a str,
    pub state: FieldState<'a>,
    pub focus: Focus,
}

/// Whether the page opens with the cursor in the field.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Focus {
    /// It does.
    First,
    /// It does not.
    Later,
}

/// Draws a [`TextField`].
pub(super) fn text_field(field: &TextField<'_>) -> Markup {
    let error = format!("{}-error", field.name);
    html! {
        div data-part="field" {
            label for=(field.name) { (field.label) }
            input id=(field.name) name=(field.name) type=(field.input_type) value=(field.value)
                autocomplete=(field.autocomplete) autocapitalize="none" autocorrect="off" spellcheck="false"
                inputmode=[(field.autocomplete == "one-time-code").then_some("numeric")]
                required
                autofocus[field.focus == Focus::First]
                aria-invalid=[field.state.is_wrong().then_some("true")]
                aria-describedby=[field.state.has_text().then_some(&error)];
            (field_error(&error, field.state))
        }
    }
}

/// A picture whose question is to be answered.
#[derive(Debug, Clone, Copy)]
pub(crate) struct CaptchaField<'a> {
    /// A data URL.
    pub image: &'a str,
    /// What is wrong with the last answer.
    pub state: FieldState<'a>,
}

/// Draws a [`CaptchaField`], if there is one.
pub(super) fn captcha_field(field: Option<CaptchaField<'_>>) -> Markup {
    html! {
        @if let Some(field) = field {
            img data-part="captcha" src=(field.image) alt="A picture with a code or a sum";
            (text_field(&TextField {
                name: "captcha",
                label: "What the picture shows, or the result",
                value: "",
                input_type: "text",
                autocomplete: "off",
                state: field.state,
                focus: Focus::Later,
            }))
        }
    }
}

/// A password to type: the one there is, or a new one.
#[derive(Debug, Clone, Copy)]
pub(super) struct PasswordField<'a> {
    pub label: &'a str,
    pub kind: PasswordKind<'a>,
    pub state: FieldState<'a>,
    pub focus: Focus,
    /// What stands at the end of the label's line.
    pub beside: Option<(&'a str, &'a str)>,
}

/// Which password it is.
#[derive(Debug, Clone, Copy)]
pub(super) enum PasswordKind<'a> {
    /// The one there is.
    Current,
    /// A new one, which has to keep these rules.
    New(&'a [Rule]),
}

/// Draws a [`PasswordField`]. The value is never sent back.
pub(super) fn password_field(field: &PasswordField<'_>) -> Markup {
    let (autocomplete, rules) = match field.kind {
        PasswordKind::Current => ("current-password", None),
        PasswordKind::New(rules) => ("new-password", Some(rules)),
    };
    let beneath = [
        field.state.has_text().then_some("password-error"),
        rules.map(|_| "password-rules"),
    ];
    let described = beneath.into_iter().flatten().collect::<Vec<_>>().join(" ");
    html! {
        div data-part="field" {
            div data-part="field-head" {
                label for="password" { (field.label) }
                @if let Some((text, href)) = field.beside { a href=(href) { (text) } }
            }
            div data-part="secret" {
                input id="password" name="password" type="password" autocomplete=(autocomplete)
                    autocapitalize="none" autocorrect="off" spellcheck="false" required
                    autofocus[field.focus == Focus::First]
                    passwordrules=[rules.map(password_rules)]
                    aria-invalid=[field.state.is_wrong().then_some("true")]
                    aria-describedby=[(!described.is_empty()).then_some(&described)];
                button type="button" data-part="toggle-password" aria-controls="password"
                    aria-pressed="false" aria-label="Show password" hidden { (icon::eye()) }
            }
            (field_error("password-error", field.state))
            @if let Some(rules) = rules { (rule_list(rules, field.state)) }
        }
    }
}

/// The main button, with what it says while the request is under way.
pub(super) fn submit(text: &str, busy: &str) -> Markup {
    html! { button type="submit" data-part="submit" data-busy=(busy) { (text) } }
}

/// A button that posts a word of its own and skips the browser's checks of the fields.
pub(super) fn cancel() -> Markup {
    html! {
        button type="submit" data-part="cancel" name="action" value="cancel" formnovalidate { "Cancel" }
    }
}

fn field_error(id: &str, state: FieldState<'_>) -> Markup {
    html! {
        @if let FieldState::Wrong(text) = state {
            p data-part="field-error" id=(id) { (text) }
        }
    }
}
