//! What is wrong with a field, in English.

use vestibule_flow::{FieldProblem, Purpose};
use yew::AttrValue;

use super::english::{counted, text};

pub(super) fn problem(purpose: Purpose, problem: &FieldProblem) -> AttrValue {
    text(match (problem, purpose) {
        (FieldProblem::Missing, Purpose::LoginEmail | Purpose::Email) => "Enter your email address",
        (FieldProblem::Missing, Purpose::LoginAny) => "Enter your email address or user name",
        (FieldProblem::Missing, Purpose::LoginName) => "Enter your user name",
        (FieldProblem::Missing, Purpose::NewUsername) => "Choose a user name",
        (FieldProblem::Missing, Purpose::CurrentPassword) => "Enter your password",
        (FieldProblem::Missing, Purpose::NewPassword) => "Choose a password",
        (FieldProblem::Missing, Purpose::OneTimeCode) => "Enter the code we sent you",
        (FieldProblem::Missing, Purpose::Telephone) => "Enter your phone number",
        #[cfg(feature = "captcha")]
        (FieldProblem::Missing, Purpose::Captcha) => "Solve this to go on",
        #[cfg(feature = "captcha")]
        (FieldProblem::WrongCaptcha, _) => "That wasn’t right, or took too long. Solve this one",
        (FieldProblem::Said(words), _) => return words.as_str().to_owned().into(),
        (FieldProblem::Missing, Purpose::Extra) => "Fill this in to go on",
        (FieldProblem::NotAChoice, _) => "Choose one of those offered",
        (FieldProblem::Missing | FieldProblem::NotAccepted, _) => "Set the tick to go on",
        (FieldProblem::UnknownCompany, _) => "No company here uses this address. Check it",
        (FieldProblem::CompanyAddress, _) => "This address belongs to a company: change its password there",
        (FieldProblem::NotAnEmail, _) => "Enter an address like name@example.com",
        (FieldProblem::NotAPhone, _) if cfg!(feature = "phone") => "Check the number and its country",
        (FieldProblem::NotAPhone, _) => "Begin with + and the country code",
        (FieldProblem::NotACode, _) => "Enter the digits of the code",
        (FieldProblem::PasswordTooWeak, _) => "Choose one that meets every point",
        (FieldProblem::PasswordLeaked, _) => "Choose another: this one appeared in a data leak",
        (FieldProblem::Taken, Purpose::NewUsername) => "Choose another: this one is taken",
        (FieldProblem::Taken, _) => "Log in instead, or use another address",
        (FieldProblem::WrongCode, _) => "Check the code, or send a new one",
        (FieldProblem::TooShort(least), _) => return counted("Use at least ", *least, ""),
        (FieldProblem::TooLong(most), _) => return counted("Use at most ", *most, ""),
    })
}
