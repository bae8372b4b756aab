//! What is wrong with a field, and what to do about it.

use vestibule_flow::{FieldProblem, Purpose};
use yew::AttrValue;

use super::{Key, Language};

impl Language {
    /// What is wrong with a field, and what to do about it.
    pub(crate) fn problem(self, purpose: Purpose, problem: &FieldProblem) -> AttrValue {
        self.text(match (problem, purpose) {
            (FieldProblem::Said(words), _) => return words.as_str().to_owned().into(),
            (FieldProblem::TooShort(least), _) => return self.counted(Key::TooShort, *least),
            (FieldProblem::TooLong(most), _) => return self.counted(Key::TooLong, *most),
            (FieldProblem::Missing, Purpose::LoginEmail | Purpose::Email) => Key::MissingEmail,
            (FieldProblem::Missing, Purpose::LoginAny) => Key::MissingEmailOrUsername,
            (FieldProblem::Missing, Purpose::LoginName) => Key::MissingUsername,
            (FieldProblem::Missing, Purpose::NewUsername) => Key::MissingNewUsername,
            (FieldProblem::Missing, Purpose::CurrentPassword) => Key::MissingPassword,
            (FieldProblem::Missing, Purpose::NewPassword) => Key::MissingNewPassword,
            (FieldProblem::Missing, Purpose::OneTimeCode) => Key::MissingCode,
            (FieldProblem::Missing, Purpose::Telephone) => Key::MissingPhone,
            #[cfg(feature = "captcha")]
            (FieldProblem::Missing, Purpose::Captcha) => Key::MissingCaptcha,
            #[cfg(feature = "captcha")]
            (FieldProblem::WrongCaptcha, _) => Key::WrongCaptcha,
            #[cfg(feature = "fields")]
            (FieldProblem::Missing, Purpose::Extra) => Key::MissingExtra,
            #[cfg(feature = "fields")]
            (FieldProblem::NotAChoice, _) => Key::NotAChoice,
            // Without fields of the app's own nothing is chosen.
            #[cfg(not(feature = "fields"))]
            (FieldProblem::NotAChoice, _) => Key::MissingTick,
            (FieldProblem::Missing | FieldProblem::NotAccepted, _) => Key::MissingTick,
            (FieldProblem::UnknownCompany, _) => Key::UnknownCompany,
            (FieldProblem::CompanyAddress, _) => Key::CompanyAddress,
            (FieldProblem::NotAnEmail, _) => Key::NotAnEmail,
            (FieldProblem::NotAPhone, _) => Key::NotAPhone,
            (FieldProblem::NotACode, _) => Key::NotACode,
            (FieldProblem::PasswordTooWeak, _) => Key::TooWeak,
            (FieldProblem::PasswordLeaked, _) => Key::Leaked,
            (FieldProblem::Taken, Purpose::NewUsername) => Key::TakenUsername,
            (FieldProblem::Taken, _) => Key::TakenEmail,
            #[cfg(feature = "sign-up")]
            (FieldProblem::InUse, _) => Key::InUse,
            #[cfg(feature = "hosted")]
            (FieldProblem::WrongFactor, _) => Key::WrongFactor,
            (FieldProblem::WrongCode, _) => Key::WrongCode,
        })
    }
}
