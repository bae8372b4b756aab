//! Every word that a person reads, keyed by the enums of the view: a language that lacks one does not compile.

mod english;
mod english_notice;
mod english_problem;
#[cfg(feature = "terms")]
mod english_terms;
mod english_ways;
#[cfg(test)]
mod tests;

#[cfg(feature = "terms")]
use vestibule_flow::Terms;
use vestibule_flow::{
    Action, ConnectionButton, FieldProblem, NoticeKind, Purpose, Remedy, ScreenName, Status, Switch, View,
};
use vestibule_protocol::PasswordRuleKind;
use yew::AttrValue;

pub use english::English;

/// The words of one language.
///
/// There are no defaults on purpose. To change a few words only, write the other methods as calls to [`English`]:
///
/// ```
/// # use vestibule::words::{English, Words};
/// assert_eq!(English.show_password(), "Show password");
/// ```
pub trait Words {
    /// The language, for the root's `lang` (BCP 47).
    fn lang(&self) -> &'static str;
    /// The heading of a screen.
    fn title(&self, view: &View) -> AttrValue;
    /// The line of context under the heading, where there is one.
    fn context(&self, view: &View) -> Option<AttrValue>;
    /// A field's label.
    fn label(&self, purpose: Purpose) -> AttrValue;
    /// What to know before typing into a field, where its label does not say it.
    fn hint(&self, purpose: Purpose) -> Option<AttrValue>;
    /// What is wrong with a field, and what to do about it.
    fn problem(&self, purpose: Purpose, problem: &FieldProblem) -> AttrValue;
    /// The line above the rules for a new password.
    fn policy(&self) -> AttrValue;
    /// One rule for a new password.
    fn rule(&self, rule: &PasswordRuleKind) -> AttrValue;
    /// That a rule is kept, said after it to those who do not see the mark.
    fn rule_kept(&self) -> AttrValue;
    /// The main button.
    fn action(&self, action: Action) -> AttrValue;
    /// The main button while its action is under way.
    fn action_busy(&self, action: Action) -> AttrValue;
    /// The button of a social or enterprise connection.
    fn connection(&self, connection: &ConnectionButton) -> AttrValue;
    /// The mark on the connection of the last login in this browser.
    fn last_used(&self) -> AttrValue;
    /// That a company's own login takes over, for addresses of this domain.
    fn realm(&self, screen: ScreenName, domain: &str) -> AttrValue;
    /// What somebody who creates an account agrees to, as phrases in order.
    #[cfg(feature = "terms")]
    fn terms(&self, terms: &Terms) -> Vec<Phrase>;
    /// Between the connections and the form.
    fn or(&self) -> AttrValue;
    /// The way from a screen to another: a sentence that leads to it, where there is one, and the way itself.
    fn switch(&self, from: ScreenName, switch: &Switch) -> (Option<AttrValue>, AttrValue);
    /// Sending once more, now.
    fn resend(&self, screen: ScreenName) -> AttrValue;
    /// Sending once more, in so many seconds.
    fn resend_in(&self, screen: ScreenName, seconds: u32) -> AttrValue;
    /// The message of the form.
    fn notice(&self, kind: &NoticeKind) -> AttrValue;
    /// The button beside that message.
    fn remedy(&self, remedy: Remedy) -> AttrValue;
    /// What is under way or was just done.
    fn status(&self, status: Status) -> AttrValue;
    /// The button that shows a password; pressed, it hides it again.
    fn show_password(&self) -> AttrValue;
    /// What a captcha says.
    #[cfg(feature = "captcha")]
    fn captcha(&self, words: CaptchaWords) -> AttrValue;
    /// The choice of a telephone number's country.
    #[cfg(feature = "phone")]
    fn country(&self) -> AttrValue;
    /// Giving up what waits in another window.
    fn cancel(&self) -> AttrValue;
    /// Closing the widget.
    fn close(&self) -> AttrValue;
}

/// What a captcha says.
#[cfg(feature = "captcha")]
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum CaptchaWords {
    /// The label: signs to copy from a picture.
    Signs,
    /// The label: a sum to work out.
    Sum,
    /// What the picture is, for those who do not see it.
    Picture,
    /// The button that asks for another picture.
    Another,
    /// The name of the place that a provider's script draws into.
    Riddle,
}

/// A piece of the sentence about the terms.
#[cfg(feature = "terms")]
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Phrase {
    /// Words.
    Text(AttrValue),
    /// The link to the terms of service.
    TermsOfService(AttrValue),
    /// The link to the privacy policy.
    PrivacyPolicy(AttrValue),
}

/// A language to draw the widget in; English by default.
#[derive(Clone, Copy)]
pub struct Language(&'static dyn Words);

impl Language {
    /// The language of these words.
    #[must_use]
    pub const fn new(words: &'static dyn Words) -> Self {
        Self(words)
    }
}

impl Default for Language {
    fn default() -> Self {
        Self(&English)
    }
}

impl PartialEq for Language {
    fn eq(&self, other: &Self) -> bool {
        std::ptr::addr_eq(self.0, other.0)
    }
}

impl std::fmt::Debug for Language {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_tuple("Language").field(&self.lang()).finish()
    }
}

impl std::ops::Deref for Language {
    type Target = dyn Words;

    fn deref(&self) -> &Self::Target {
        self.0
    }
}
