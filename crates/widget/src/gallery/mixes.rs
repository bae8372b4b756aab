//! Mixes of connections, and every form while it is under way.

use vestibule_flow::{Action, ConnectionButton, Notice, NoticeKind, Purpose, Resend, Status, View};

use super::optional::second_factor;
use super::parts::{busy, connections, every_provider};
use super::screens::{
    code, corporate, forgot, link_sent, log_in, log_in_company, mail_sent, passwordless, send_link, sign_up,
};

/// Each with the name of its state.
pub(super) fn all() -> Vec<(&'static str, View)> {
    let mix = |buttons: Vec<ConnectionButton>| View {
        connections: buttons,
        ..log_in()
    };
    let no_form = |buttons| View {
        fields: vec![],
        submit: None,
        switches: vec![],
        ..mix(buttons)
    };
    let company = ConnectionButton {
        name: "acme".into(),
        strategy: "samlp".into(),
        display_name: Some("Acme".into()),
        company: true,
        domain: Some("acme.test".into()),
        last_used: false,
        busy: false,
    };
    let unnamed = ConnectionButton {
        display_name: None,
        ..company.clone()
    };
    vec![
        ("one", mix(connections(1))),
        ("four", mix(connections(4))),
        ("seven", mix(connections(7))),
        ("only-social", no_form(connections(3))),
        ("every-provider", no_form(every_provider())),
        ("only-one", no_form(connections(1))),
        ("only-company", no_form(vec![company.clone()])),
        ("only-domain", no_form(vec![unnamed])),
        (
            "social-and-company",
            mix([connections(2), vec![company]].concat()),
        ),
        (
            "busy-again",
            View {
                notice: Some(Notice {
                    kind: NoticeKind::WrongCredentials,
                    remedy: None,
                    at_field: false,
                }),
                answered: true,
                ..busy(log_in(), Action::LogIn, Status::LoggingIn)
            },
        ),
        (
            "ready",
            View {
                resend: Some(Resend::Ready),
                ..mail_sent()
            },
        ),
        ("busy", busy(sign_up("typed"), Action::SignUp, Status::SigningUp)),
        (
            "company-busy",
            busy(log_in_company(), Action::Continue, Status::Leaving),
        ),
        ("busy", busy(forgot(), Action::SendReset, Status::Sending)),
        (
            "busy",
            busy(passwordless(Purpose::Email), Action::SendCode, Status::Sending),
        ),
        ("busy", busy(code(), Action::CheckCode, Status::LoggingIn)),
        ("busy", busy(corporate(), Action::LogIn, Status::LoggingIn)),
        (
            "busy",
            busy(second_factor(), Action::CheckCode, Status::LoggingIn),
        ),
        (
            "leaving",
            View {
                status: Some(Status::Leaving),
                ..log_in()
            },
        ),
        (
            "sent",
            View {
                status: Some(Status::LinkSent),
                ..link_sent()
            },
        ),
        ("send-link", send_link()),
    ]
}
