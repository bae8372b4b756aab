//! A view of every screen, in every state that looks different, made by hand.

mod optional;

use vestibule_flow::{
    Accept, Action, Activity, Avatar, CaptchaView, Choice, ConnectionButton, Direction, ExtraView, Field,
    FieldProblem, FieldView, Focus, FocusPlace, Notice, NoticeKind, OwnWords, PhoneView, Policy, Purpose,
    Remedy, Resend, ScreenName, Shape, Status, Submit, Switch, Terms, View,
};
use vestibule_protocol::captcha::{CaptchaProvider, Challenge};
use vestibule_protocol::{PasswordRule, PasswordRuleKind};

/// Every sample by name.
pub(super) fn all() -> Vec<(&'static str, View)> {
    let mut all = usual();
    all.extend(optional::all());
    all
}

fn usual() -> Vec<(&'static str, View)> {
    vec![
        ("loading", View::loading()),
        (
            "finishing",
            View {
                status: Some(Status::LoggingIn),
                ..View::loading()
            },
        ),
        ("log-in", log_in()),
        (
            "log-in-plain",
            View {
                connections: vec![],
                switches: vec![],
                ..log_in()
            },
        ),
        ("log-in-name", log_in_by_name()),
        ("log-in-busy", log_in_busy()),
        (
            "log-in-wrong",
            wrong(
                log_in(),
                NoticeKind::WrongCredentials,
                Some(Remedy::ResetPassword),
            ),
        ),
        (
            "log-in-locked",
            wrong(log_in(), NoticeKind::TooManyAttempts, None),
        ),
        ("log-in-errors", every_error(log_in())),
        ("log-in-popup", log_in_popup()),
        (
            "log-in-blocked",
            wrong(log_in(), NoticeKind::PopupBlocked, Some(Remedy::Redirect)),
        ),
        (
            "log-in-six",
            View {
                connections: connections(6),
                ..log_in()
            },
        ),
        (
            "log-in-sixty",
            View {
                connections: connections(60),
                ..log_in()
            },
        ),
        ("log-in-company", log_in_company()),
        ("log-in-links", log_in_links()),
        ("corporate", corporate()),
        ("corporate-errors", every_error(corporate())),
        ("sign-up", sign_up("")),
        ("signed-up", signed_up()),
        ("sign-up-typed", sign_up("typed")),
        ("sign-up-errors", every_error(sign_up("typed"))),
        ("forgot-password", forgot()),
        ("mail-sent", mail_sent()),
        ("passwordless-email", passwordless(Purpose::Email)),
        ("passwordless-sms", passwordless(Purpose::Telephone)),
        (
            "passwordless-errors",
            every_error(passwordless(Purpose::Telephone)),
        ),
        ("code", code()),
        ("code-errors", every_error(code())),
        ("link-sent", link_sent()),
        ("signed-in", signed_in()),
        ("stopped", stopped()),
        (
            "stopped-retry",
            wrong(
                blank(ScreenName::Stopped),
                NoticeKind::Unreachable,
                Some(Remedy::Retry),
            ),
        ),
    ]
}

pub(super) fn blank(screen: ScreenName) -> View {
    let focus = Focus {
        place: FocusPlace::Heading,
        turn: 2,
    };
    View {
        screen,
        direction: Direction::Forward,
        status: None,
        focus,
        ..View::loading()
    }
}

fn field(field: Field, purpose: Purpose) -> FieldView {
    FieldView {
        field,
        purpose,
        initial: String::new(),
        problem: None,
        hidden: false,
        password_rules: None,
    }
}

fn switch(to: ScreenName, connection: Option<&str>) -> Switch {
    Switch {
        connection: connection.map(str::to_owned),
        ..Switch::to(to)
    }
}

fn idle(action: Action) -> Submit {
    Submit { action, busy: false }
}

pub(super) fn log_in() -> View {
    View {
        connections: connections(2),
        fields: vec![
            field(Field::Username, Purpose::LoginEmail),
            field(Field::Password, Purpose::CurrentPassword),
        ],
        submit: Some(idle(Action::LogIn)),
        switches: vec![
            switch(ScreenName::ForgotPassword, None),
            switch(ScreenName::Passwordless, Some("email")),
            switch(ScreenName::Passwordless, Some("sms")),
            switch(ScreenName::SignUp, None),
        ],
        ..blank(ScreenName::LogIn)
    }
}

fn log_in_company() -> View {
    let mut view = View {
        realm: Some("acme.test".into()),
        switches: vec![],
        submit: Some(idle(Action::Continue)),
        ..log_in()
    };
    view.fields[1].hidden = true;
    view
}

/// With addresses of the app's in the place of screens.
fn log_in_links() -> View {
    let link = |to, href: &str| Switch {
        href: Some(href.into()),
        ..Switch::to(to)
    };
    View {
        switches: vec![
            link(ScreenName::ForgotPassword, "/forgot"),
            link(ScreenName::SignUp, "https://app.example.com/join"),
        ],
        ..log_in()
    }
}

fn corporate() -> View {
    View {
        realm: Some("corp.test".into()),
        fields: vec![
            field(Field::Username, Purpose::LoginName),
            field(Field::Password, Purpose::CurrentPassword),
        ],
        submit: Some(idle(Action::LogIn)),
        switches: vec![switch(ScreenName::LogIn, None)],
        ..blank(ScreenName::Corporate)
    }
}

fn signed_up() -> View {
    View {
        status: Some(Status::SignedUp),
        switches: vec![switch(ScreenName::LogIn, None)],
        ..blank(ScreenName::SignedUp)
    }
}

fn log_in_by_name() -> View {
    let mut view = View {
        connections: connections(1),
        ..log_in()
    };
    view.fields[0].purpose = Purpose::LoginAny;
    view
}

fn log_in_busy() -> View {
    View {
        submit: Some(Submit {
            action: Action::LogIn,
            busy: true,
        }),
        status: Some(Status::LoggingIn),
        activity: Activity::Working,
        ..log_in()
    }
}

fn log_in_popup() -> View {
    let mut view = log_in();
    view.connections[0].busy = true;
    View {
        status: Some(Status::WaitingForPopup),
        activity: Activity::InPopup,
        ..view
    }
}

fn connections(count: usize) -> Vec<ConnectionButton> {
    let known = [
        ("google-oauth2", None),
        ("facebook", None),
        ("apple", None),
        ("github", None),
        ("windowslive", None),
        ("twitter", None),
        (
            "samlp",
            Some("Acme Corporation single sign-on for the whole of Europe"),
        ),
    ];
    (0..count)
        .map(|at| {
            let (strategy, display_name) = known[at % known.len()];
            let name = if at < known.len() {
                strategy.to_owned()
            } else {
                format!("{strategy}-{at}")
            };
            let display_name = display_name.map(str::to_owned);
            ConnectionButton {
                name,
                strategy: strategy.to_owned(),
                display_name,
                company: strategy == "samlp",
                domain: None,
                last_used: at == 1,
                busy: false,
            }
        })
        .collect()
}

pub(super) fn sign_up(typed: &str) -> View {
    let typed = !typed.is_empty();
    let rule = |kind, satisfied| PasswordRule {
        kind,
        satisfied: satisfied && typed,
    };
    let rules = vec![
        rule(PasswordRuleKind::MinLength(8), true),
        rule(PasswordRuleKind::AtLeast { count: 3, of: 4 }, false),
        rule(PasswordRuleKind::Lower, true),
        rule(PasswordRuleKind::Upper, false),
        rule(PasswordRuleKind::Digit, false),
        rule(PasswordRuleKind::MaxRepeats(2), true),
    ];
    let mut password = field(Field::Password, Purpose::NewPassword);
    password.password_rules = Some("minlength: 8;".into());
    View {
        connections: connections(2),
        fields: vec![
            field(Field::Email, Purpose::Email),
            field(Field::Username, Purpose::NewUsername),
            password,
        ],
        policy: Some(Policy { rules, typed }),
        submit: Some(idle(Action::SignUp)),
        switches: vec![switch(ScreenName::LogIn, None)],
        ..blank(ScreenName::SignUp)
    }
}

fn forgot() -> View {
    View {
        fields: vec![field(Field::Email, Purpose::Email)],
        submit: Some(idle(Action::SendReset)),
        switches: vec![switch(ScreenName::LogIn, None)],
        ..blank(ScreenName::ForgotPassword)
    }
}

fn mail_sent() -> View {
    View {
        subject: Some("ada@example.com".into()),
        kept_username: Some("ada@example.com".into()),
        switches: vec![switch(ScreenName::LogIn, None)],
        status: Some(Status::MailSent),
        ..blank(ScreenName::MailSent)
    }
}

fn passwordless(purpose: Purpose) -> View {
    let (name, other) = match purpose {
        Purpose::Telephone => (Field::Phone, "email"),
        _ => (Field::Email, "sms"),
    };
    View {
        fields: vec![field(name, purpose)],
        submit: Some(idle(Action::SendCode)),
        switches: vec![
            switch(ScreenName::Passwordless, Some(other)),
            switch(ScreenName::LogIn, None),
        ],
        ..blank(ScreenName::Passwordless)
    }
}

pub(super) fn code() -> View {
    View {
        subject: Some("ada.lovelace.countess.of.somewhere.long@analytical-engine.example.com".into()),
        kept_username: Some("ada@example.com".into()),
        fields: vec![field(Field::Code, Purpose::OneTimeCode)],
        submit: Some(idle(Action::CheckCode)),
        resend: Some(Resend::Wait(27)),
        switches: vec![switch(ScreenName::Passwordless, Some("email"))],
        status: Some(Status::CodeSent),
        ..blank(ScreenName::Code)
    }
}

fn link_sent() -> View {
    View {
        subject: Some("ada@example.com".into()),
        resend: Some(Resend::Ready),
        switches: vec![switch(ScreenName::Passwordless, Some("email"))],
        ..blank(ScreenName::LinkSent)
    }
}

fn signed_in() -> View {
    View {
        subject: Some("Ada Lovelace".into()),
        status: Some(Status::SignedIn),
        ..blank(ScreenName::SignedIn)
    }
}

fn stopped() -> View {
    wrong(blank(ScreenName::Stopped), NoticeKind::Misconfigured, None)
}

fn wrong(view: View, kind: NoticeKind, remedy: Option<Remedy>) -> View {
    View {
        notice: Some(Notice { kind, remedy }),
        ..view
    }
}

/// Every error that a screen can show, at once.
fn every_error(mut view: View) -> View {
    for field in &mut view.fields {
        field.problem = Some(match field.purpose {
            Purpose::NewPassword => FieldProblem::PasswordTooWeak,
            Purpose::Telephone => FieldProblem::NotAPhone,
            Purpose::Email => FieldProblem::NotAnEmail,
            Purpose::NewUsername => FieldProblem::Taken,
            Purpose::OneTimeCode => FieldProblem::WrongCode,
            _ => FieldProblem::Missing,
        });
    }
    wrong(view, NoticeKind::FieldsWrong, None)
}
