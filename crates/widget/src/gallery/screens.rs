//! A view of every screen, as it is when nothing is wrong.

use vestibule_flow::{
    Action, Activity, Field, NoticeKind, Policy, Purpose, Resend, ScreenName, Status, Switch, View,
};
use vestibule_protocol::{PasswordRule, PasswordRuleKind};

use super::parts::{blank, connections, field, idle, switch, wrong};

pub(crate) fn log_in() -> View {
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

pub(super) fn log_in_company() -> View {
    let mut view = View {
        realm: Some("acme.test".into()),
        switches: vec![],
        submit: Some(idle(Action::Continue)),
        ..log_in()
    };
    view.fields[1].hidden = true;
    view
}

/// Where companies alone are found by an address.
pub(super) fn company_first() -> View {
    View {
        connections: vec![],
        fields: vec![field(Field::Username, Purpose::LoginEmail)],
        submit: Some(idle(Action::Continue)),
        switches: vec![],
        ..log_in()
    }
}

/// With addresses of the app's in the place of screens.
pub(super) fn log_in_links() -> View {
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

pub(super) fn corporate() -> View {
    View {
        realm: Some("corp.test".into()),
        realm_has_form: true,
        fields: vec![
            field(Field::Username, Purpose::LoginName),
            field(Field::Password, Purpose::CurrentPassword),
        ],
        submit: Some(idle(Action::LogIn)),
        switches: vec![switch(ScreenName::LogIn, None)],
        ..blank(ScreenName::Corporate)
    }
}

pub(super) fn signed_up() -> View {
    View {
        status: Some(Status::SignedUp),
        switches: vec![switch(ScreenName::LogIn, None)],
        ..blank(ScreenName::SignedUp)
    }
}

pub(super) fn log_in_by_name() -> View {
    let mut view = View {
        connections: connections(1),
        ..log_in()
    };
    view.fields[0].purpose = Purpose::LoginAny;
    view
}

pub(super) fn log_in_popup() -> View {
    let mut view = log_in();
    view.connections[0].busy = true;
    View {
        status: Some(Status::WaitingForPopup),
        activity: Activity::InPopup,
        ..view
    }
}

pub(crate) fn sign_up(typed: &str) -> View {
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

pub(super) fn forgot() -> View {
    View {
        fields: vec![field(Field::Email, Purpose::Email)],
        submit: Some(idle(Action::SendReset)),
        switches: vec![switch(ScreenName::LogIn, None)],
        ..blank(ScreenName::ForgotPassword)
    }
}

pub(super) fn mail_sent() -> View {
    View {
        subject: Some("ada@example.com".into()),
        kept_username: Some("ada@example.com".into()),
        resend: Some(Resend::Wait(30)),
        switches: vec![
            switch(ScreenName::ForgotPassword, None),
            switch(ScreenName::LogIn, None),
        ],
        status: Some(Status::MailSent),
        ..blank(ScreenName::MailSent)
    }
}

pub(super) fn passwordless(purpose: Purpose) -> View {
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

pub(crate) fn code() -> View {
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

pub(super) fn send_link() -> View {
    View {
        submit: Some(idle(Action::SendLink)),
        ..passwordless(Purpose::Email)
    }
}

pub(super) fn link_sent() -> View {
    View {
        subject: Some("ada@example.com".into()),
        resend: Some(Resend::Ready),
        switches: vec![switch(ScreenName::Passwordless, Some("email"))],
        ..blank(ScreenName::LinkSent)
    }
}

pub(super) fn signed_in() -> View {
    View {
        subject: Some("Ada Lovelace".into()),
        status: Some(Status::SignedIn),
        ..blank(ScreenName::SignedIn)
    }
}

pub(super) fn stopped() -> View {
    wrong(blank(ScreenName::Stopped), NoticeKind::Misconfigured, None)
}
