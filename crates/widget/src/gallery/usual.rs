//! The screens of the default features, in every state that looks different.

use vestibule_flow::{Action, NoticeKind, Purpose, Remedy, ScreenName, Status, View};

use super::parts::{blank, busy, connections, every_error, wrong};
use super::screens::{
    code, corporate, forgot, link_sent, log_in, log_in_by_name, log_in_company, log_in_links, log_in_popup,
    mail_sent, passwordless, sign_up, signed_in, signed_up, stopped,
};

/// Each with the name of its state.
pub(super) fn all() -> Vec<(&'static str, View)> {
    vec![
        ("idle", View::loading()),
        (
            "finishing",
            View {
                status: Some(Status::LoggingIn),
                ..View::loading()
            },
        ),
        ("idle", log_in()),
        (
            "plain",
            View {
                connections: vec![],
                switches: vec![],
                ..log_in()
            },
        ),
        ("name", log_in_by_name()),
        ("busy", busy(log_in(), Action::LogIn, Status::LoggingIn)),
        ("errors", every_error(log_in())),
        ("popup", log_in_popup()),
        (
            "six",
            View {
                connections: connections(6),
                ..log_in()
            },
        ),
        (
            "sixty",
            View {
                connections: connections(60),
                ..log_in()
            },
        ),
        ("company", log_in_company()),
        ("links", log_in_links()),
        ("idle", corporate()),
        ("errors", every_error(corporate())),
        ("idle", sign_up("")),
        ("idle", signed_up()),
        ("typed", sign_up("typed")),
        ("errors", every_error(sign_up("typed"))),
        ("idle", forgot()),
        ("idle", mail_sent()),
        ("email", passwordless(Purpose::Email)),
        ("sms", passwordless(Purpose::Telephone)),
        ("errors", every_error(passwordless(Purpose::Telephone))),
        ("idle", code()),
        ("errors", every_error(code())),
        ("idle", link_sent()),
        ("idle", signed_in()),
        ("idle", stopped()),
        (
            "retry",
            wrong(
                blank(ScreenName::Stopped),
                NoticeKind::Unreachable,
                Some(Remedy::Retry),
            ),
        ),
    ]
}
