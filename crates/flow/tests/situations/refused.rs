//! Situation L: what the server refuses, with its words and its way out.

use vestibule_flow::{Field, FieldProblem, Intent, NoticeKind, Remedy, ScreenName};
use vestibule_protocol::RefusalCode;

use crate::world::{Server, World, config, json, text};
use crate::{notice, problem, refused_with};

#[test]
fn situation_l_what_only_the_servers_own_page_can_mend_goes_there() {
    for code in [
        "unauthorized_client",
        "unsupported_credential_type",
        "endpoint_disabled",
        "mfa_required",
        "a0.mfa_required",
        "interaction_required",
        "consent_required",
    ] {
        let mut world = refused_with(&serde_json::json!({ "error": code }));
        let shown = world.view().notice.map(|notice| (notice.kind, notice.remedy));
        let elsewhere = shown == Some((NoticeKind::ContinueElsewhere, Some(Remedy::Redirect)));
        if elsewhere {
            world.person(Intent::Remedy);
        }
        assert_eq!(world.left_for.len(), 1, "{code}: {shown:?}");
        assert!(
            world.left_for[0].contains("login_hint=ada%40example.com"),
            "{code}"
        );
    }
}

#[test]
fn situation_l_every_refusal_of_a_login_has_its_words_and_its_way_out() {
    let reset = || Some(Remedy::ResetPassword);
    let cases = [
        ("access_denied", "", NoticeKind::WrongCredentials, None),
        ("invalid_user_password", "", NoticeKind::WrongCredentials, None),
        ("invalid_grant", "", NoticeKind::WrongCredentials, None),
        ("blocked_user", "", NoticeKind::Blocked, None),
        ("unauthorized", "user is blocked", NoticeKind::Blocked, None),
        (
            "unauthorized",
            "Only on weekdays.",
            NoticeKind::Said("Only on weekdays.".into()),
            None,
        ),
        ("unauthorized", "", NoticeKind::Refused, None),
        ("password_leaked", "", NoticeKind::PasswordLeaked, reset()),
        ("too_many_attempts", "", NoticeKind::TooManyAttempts, reset()),
        ("too_many_requests", "", NoticeKind::TooManyRequests(None), None),
        ("too_many_logins", "", NoticeKind::TooManyRequests(None), None),
        ("slow_down", "", NoticeKind::TooManyRequests(None), None),
        (
            "password_expired",
            "",
            NoticeKind::PasswordChangeRequired,
            reset(),
        ),
        ("invalid_captcha", "", NoticeKind::CaptchaUnsolvable, None),
        ("invalid_recaptcha", "", NoticeKind::CaptchaUnsolvable, None),
        ("requires_verification", "", NoticeKind::CaptchaUnsolvable, None),
        ("session_missing", "", NoticeKind::RequestGone, None),
        (
            "a0.mfa_registration_required",
            "",
            NoticeKind::NoSecondFactor,
            None,
        ),
        (
            "extensibility_error",
            "Ask your manager first.",
            NoticeKind::Said("Ask your manager first.".into()),
            None,
        ),
        (
            "hook_error",
            "Closed today.",
            NoticeKind::Said("Closed today.".into()),
            None,
        ),
        ("extensibility_error", "", NoticeKind::Refused, None),
        ("server_error", "", NoticeKind::ServerFault, None),
        ("temporarily_unavailable", "", NoticeKind::ServerFault, None),
        (
            "invalid_request",
            "connection is required",
            NoticeKind::Refused,
            None,
        ),
        ("invalid_client", "", NoticeKind::Refused, None),
        ("bad.connection", "", NoticeKind::Refused, None),
        (
            "no_such_code",
            "",
            NoticeKind::RefusedAs("no_such_code".into()),
            None,
        ),
        (
            "rule_error",
            "Closed today.",
            NoticeKind::Said("Closed today.".into()),
            None,
        ),
    ];
    for (code, description, kind, remedy) in cases {
        let body = if description.is_empty() {
            serde_json::json!({ "error": code })
        } else {
            serde_json::json!({ "code": code, "error": code, "description": description,
                "error_description": description })
        };
        let world = refused_with(&body);
        let shown = world.view().notice.expect(code);
        assert_eq!(shown.kind, kind, "{code}");
        assert_eq!(shown.remedy, remedy, "{code}");
        assert!(world.names().contains(&"failed"), "{code}: the app hears of each");
        if kind == NoticeKind::RequestGone {
            assert_eq!(world.screen(), ScreenName::Stopped, "nothing here can go on");
            continue;
        }
        assert_eq!(
            world.view().fields[0].initial,
            "ada@example.com",
            "{code}: what was typed stays"
        );
    }
}

#[test]
fn situation_l_a_password_that_has_to_be_changed_offers_the_way_to_a_new_one() {
    for code in ["password_change_required", "password_expired"] {
        let refusal: RefusalCode = vestibule_protocol::envelope::refusal(
            &json(401, &format!(r#"{{"code":"{code}"}}"#)).expect("an answer"),
        )
        .code;
        assert_eq!(refusal, RefusalCode::PasswordChangeRequired, "{code}");
    }
    let server = Server {
        co_authenticate: || json(401, r#"{"code":"password_change_required"}"#),
        ..Server::default()
    };
    let mut world = World::with(config(), server);
    world.log_in();
    let shown = world.view().notice.expect("it is told");
    assert_eq!(
        (shown.kind, shown.remedy),
        (NoticeKind::PasswordChangeRequired, Some(Remedy::ResetPassword))
    );
    world.person(Intent::Remedy);
    assert_eq!(
        (world.screen(), world.view().fields[0].initial.as_str()),
        (ScreenName::ForgotPassword, "ada@example.com")
    );
}

#[test]
fn situation_l_a_number_that_the_sender_of_messages_refuses_is_told_at_its_field() {
    let server = Server {
        passwordless: || {
            json(
                400,
                r#"{"error":"sms_provider_error","error_description":"The 'To' number +1 is not a valid phone number. (Code: 21211)"}"#,
            )
        },
        ..Server::default()
    };
    let mut world = World::with(config(), server);
    world.go_passwordless("sms");
    world.submit(&[(Field::Phone, "+15550100199")]);
    assert_eq!(problem(&world, Field::Phone), Some(FieldProblem::NotAPhone));
}

#[test]
fn situation_l_words_of_a_reset_that_are_no_json_are_no_failure() {
    let server = Server {
        change_password: || text(200, "We've just sent you an email to reset your password."),
        ..Server::default()
    };
    let mut world = World::with(config(), server);
    world.go(ScreenName::ForgotPassword);
    world.submit(&[(Field::Email, "ada@example.com")]);
    assert_eq!((world.screen(), notice(&world)), (ScreenName::MailSent, None));
}
