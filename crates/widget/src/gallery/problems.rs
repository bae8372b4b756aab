//! Every message of a field, on a screen on which it comes.

use vestibule_flow::{Field, FieldProblem, OwnWords, Purpose, View};

use super::optional::second_factor;
use super::parts::wrong_fields;
use super::screens::{code, company_first, forgot, log_in, log_in_by_name, passwordless, sign_up};

/// What is wrong with fields: the name of its state, where it comes, and the problem of each field.
type Problems = (&'static str, View, Vec<(Field, FieldProblem)>);

macro_rules! problems {
    ($($pattern:pat => [$($name:literal $view:expr, [$($field:ident $problem:expr),+]);*])*) => {
        /// Every kind of problem; one that is missing does not compile.
        fn problems() -> Vec<Problems> {
            let _complete = |problem: &FieldProblem| match problem {
                $($pattern => (),)*
            };
            vec![$($(($name, $view, vec![$((Field::$field, $problem)),+]),)*)*]
        }
    };
}

problems! {
    FieldProblem::Missing => [
        "missing-email" log_in(), [Username FieldProblem::Missing];
        "missing-name" log_in_by_name(), [Username FieldProblem::Missing, Password FieldProblem::Missing];
        "missing" sign_up(""), [
            Email FieldProblem::Missing, Username FieldProblem::Missing, Password FieldProblem::Missing
        ];
        "missing-email" passwordless(Purpose::Email), [Email FieldProblem::Missing];
        "missing-phone" passwordless(Purpose::Telephone), [Phone FieldProblem::Missing];
        "missing" code(), [Code FieldProblem::Missing]
    ]
    FieldProblem::NotAnEmail => ["not-an-email" passwordless(Purpose::Email), [Email FieldProblem::NotAnEmail]]
    FieldProblem::NotAPhone => ["not-a-phone" passwordless(Purpose::Telephone), [Phone FieldProblem::NotAPhone]]
    FieldProblem::NotACode => ["not-a-code" code(), [Code FieldProblem::NotACode]]
    FieldProblem::TooShort(_) => ["too-short" sign_up("typed"), [Username FieldProblem::TooShort(3)]]
    FieldProblem::TooLong(_) => ["too-long" sign_up("typed"), [Username FieldProblem::TooLong(15)]]
    FieldProblem::PasswordTooWeak => ["password-weak-field" sign_up("typed"), [Password FieldProblem::PasswordTooWeak]]
    FieldProblem::PasswordLeaked => ["password-leaked" sign_up("typed"), [Password FieldProblem::PasswordLeaked]]
    FieldProblem::Taken => ["taken" sign_up("typed"), [Email FieldProblem::Taken, Username FieldProblem::Taken]]
    FieldProblem::InUse => ["in-use" sign_up("typed"), [Email FieldProblem::InUse]]
    FieldProblem::WrongFactor => ["wrong" second_factor(), [Code FieldProblem::WrongFactor]]
    FieldProblem::WrongCode => ["wrong-code-field" code(), [Code FieldProblem::WrongCode]]
    // The app's own fields, terms and captchas have states of their own.
    FieldProblem::NotAccepted | FieldProblem::WrongCaptcha | FieldProblem::NotAChoice => []
    FieldProblem::Said(_) => ["said" sign_up("typed"), [
        Email FieldProblem::Said(OwnWords("Use the address of your <b>school</b>.".into()))
    ]]
    FieldProblem::UnknownCompany => ["unknown" company_first(), [Username FieldProblem::UnknownCompany]]
    FieldProblem::CompanyAddress => ["company-address" forgot(), [Email FieldProblem::CompanyAddress]]
}

/// Each with the name of its state.
pub(super) fn all() -> Vec<(&'static str, View)> {
    let draw = |(name, mut view, problems): Problems| {
        for (field, problem) in problems {
            let place = view.fields.iter_mut().find(|place| place.field == field);
            place.expect("the screen has the field").problem = Some(problem);
        }
        (name, wrong_fields(view))
    };
    problems().into_iter().map(draw).collect()
}
