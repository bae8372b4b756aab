//! What the views of the gallery are put together from.

use vestibule_flow::{
    Action, Activity, ConnectionButton, Direction, Field, FieldProblem, FieldView, Focus, FocusPlace, Notice,
    NoticeKind, Purpose, Remedy, ScreenName, Status, Submit, Switch, View,
};

use crate::marks::{self, Mark};

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

pub(super) fn field(field: Field, purpose: Purpose) -> FieldView {
    FieldView {
        field,
        purpose,
        initial: String::new(),
        problem: None,
        hidden: false,
        password_rules: None,
    }
}

pub(super) fn switch(to: ScreenName, connection: Option<&str>) -> Switch {
    Switch {
        connection: connection.map(str::to_owned),
        by_phone: connection == Some("sms"),
        ..Switch::to(to)
    }
}

pub(super) fn idle(action: Action) -> Submit {
    Submit { action, busy: false }
}

pub(super) fn connections(count: usize) -> Vec<ConnectionButton> {
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

pub(super) fn wrong(view: View, kind: NoticeKind, remedy: Option<Remedy>) -> View {
    View {
        notice: Some(Notice {
            kind,
            remedy,
            at_field: false,
        }),
        ..view
    }
}

/// Whose fields say what is wrong: the message is only heard.
pub(super) fn wrong_fields(view: View) -> View {
    View {
        notice: Some(Notice {
            kind: NoticeKind::FieldsWrong,
            remedy: None,
            at_field: true,
        }),
        ..view
    }
}

/// Every error that a screen can show, at once.
pub(super) fn every_error(mut view: View) -> View {
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
    wrong_fields(view)
}

/// The form is under way.
pub(super) fn busy(view: View, action: Action, status: Status) -> View {
    View {
        submit: Some(Submit { action, busy: true }),
        status: Some(status),
        activity: Activity::Working,
        ..view
    }
}

/// A connection of every strategy that has a mark.
pub(super) fn every_provider() -> Vec<ConnectionButton> {
    let button = |mark: &Mark| ConnectionButton {
        name: mark.strategy.to_owned(),
        strategy: mark.strategy.to_owned(),
        display_name: None,
        company: false,
        domain: None,
        last_used: false,
        busy: false,
    };
    marks::ALL.iter().map(button).collect()
}
