//! The screens of what an app can build in beside the default features.

use vestibule_flow::{
    Accept, Action, Avatar, CaptchaView, Choice, ExtraView, Field, FieldProblem, OwnWords, PhoneView,
    Purpose, ScreenName, Shape, Status, Terms, View,
};
use vestibule_protocol::captcha::{CaptchaProvider, Challenge};

use super::parts::{blank, every_error, field, idle, switch};
use super::screens::{code, log_in, passwordless, sign_up};

/// Each with the name of its state.
pub(super) fn all() -> Vec<(&'static str, View)> {
    vec![
        ("idle", second_factor()),
        ("errors", {
            let mut view = every_error(second_factor());
            view.fields[0].problem = Some(FieldProblem::WrongFactor);
            view
        }),
        ("fields", own_fields(false)),
        ("fields-errors", own_fields(true)),
        ("avatar", with_picture(log_in())),
        ("picture", with_captcha(CaptchaProvider::Picture, None)),
        (
            "picture-wrong",
            with_captcha(CaptchaProvider::Picture, Some(FieldProblem::WrongCaptcha)),
        ),
        ("sum", with_captcha(CaptchaProvider::Arithmetic, None)),
        (
            "riddle",
            with_captcha(CaptchaProvider::Turnstile, Some(FieldProblem::Missing)),
        ),
        (
            "complete",
            View {
                status: Some(Status::CodeComplete),
                ..code()
            },
        ),
        ("country", with_country(Some("DE"))),
        ("no-country", with_country(None)),
        ("terms", with_terms(sign_up(""), Accept::Silently)),
        ("tick", with_terms(sign_up(""), tick(None))),
        (
            "providers-tick",
            with_terms(every_error(providers()), tick(Some(FieldProblem::NotAccepted))),
        ),
        ("providers-terms", with_terms(providers(), Accept::Silently)),
        (
            "tick-errors",
            with_terms(
                every_error(sign_up("typed")),
                tick(Some(FieldProblem::NotAccepted)),
            ),
        ),
    ]
}

/// What a server draws: `k7fd3p` on a slope.
const PICTURE: &str = "data:image/svg+xml,%3Csvg xmlns='http://www.w3.org/2000/svg' width='210' height='60'%3E%3Crect width='210' \
    height='60' fill='%23eef1f6'/%3E%3Cpath d='M0 20L210 44' stroke='%238a96ab' stroke-width='2'/%3E%3Ctext x='40' y='42' \
    font-family='monospace' font-size='32' font-weight='bold' fill='%231d2a44' letter-spacing='6'%3Ek7fd3p%3C/text%3E%3C/svg%3E";

pub(super) fn second_factor() -> View {
    View {
        kept_username: Some("ada@example.com".into()),
        fields: vec![field(Field::Code, Purpose::OneTimeCode)],
        submit: Some(idle(Action::CheckCode)),
        switches: vec![switch(ScreenName::LogIn, None)],
        ..blank(ScreenName::SecondFactor)
    }
}

/// A field of each kind that an app can have of its own.
fn own_fields(wrong: bool) -> View {
    let extra = |name, label: &str, shape, problem: FieldProblem| ExtraView {
        field: Field::extra(name),
        label: label.into(),
        hint: (name == "company").then(|| "As it stands on the invoice".into()),
        shape,
        initial: String::new(),
        required: name != "news",
        problem: Some(problem).filter(|_| wrong && name != "news"),
    };
    let few = |count: u32| {
        (1..=count)
            .map(|n| Choice::new(n.to_string(), format!("Choice {n}")))
            .collect()
    };
    let own_words = FieldProblem::Said(OwnWords("Use the name in the register".into()));
    View {
        extras: vec![
            extra("company", "Company", Shape::Text(Some("organization")), own_words),
            extra("plan", "Plan", Shape::Select(few(3)), FieldProblem::Missing),
            extra("town", "Town", Shape::Select(few(40)), FieldProblem::NotAChoice),
            extra(
                "news",
                "Send me the newsletter",
                Shape::Checkbox,
                FieldProblem::NotAccepted,
            ),
            extra("age", "I am of age", Shape::Checkbox, FieldProblem::NotAccepted),
        ],
        ..sign_up("")
    }
}

fn with_picture(view: View) -> View {
    let picture = "data:image/svg+xml,%3Csvg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 8 8'%3E%3Ccircle cx='4' cy='3' r='2' fill='gray'/%3E%3C/svg%3E";
    View {
        avatar: Some(Avatar {
            image: picture.into(),
            name: "Ada Lovelace".into(),
        }),
        ..view
    }
}

fn with_country(country: Option<&'static str>) -> View {
    View {
        phone: Some(PhoneView { country }),
        ..passwordless(Purpose::Telephone)
    }
}

fn with_captcha(provider: CaptchaProvider, problem: Option<FieldProblem>) -> View {
    let is_picture = matches!(provider, CaptchaProvider::Picture | CaptchaProvider::Arithmetic);
    View {
        connections: vec![],
        captcha: Some(CaptchaView {
            challenge: Challenge {
                provider,
                image: if is_picture { PICTURE } else { "" }.to_owned(),
                site_key: "site".to_owned(),
                subdomain: None,
            },
            round: 1,
            problem,
        }),
        ..log_in()
    }
}

fn with_terms(view: View, accept: Accept) -> View {
    View {
        terms: Some(Terms {
            terms_of_service: Some("/terms".into()),
            privacy_policy: Some("/privacy".into()),
            accept,
        }),
        ..view
    }
}

/// No form beside the buttons.
fn providers() -> View {
    View {
        fields: vec![],
        submit: None,
        switches: vec![],
        ..log_in()
    }
}

fn tick(problem: Option<FieldProblem>) -> Accept {
    Accept::ByTick {
        initial: false,
        problem,
    }
}
