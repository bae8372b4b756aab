//! The situations of a team that comes from Lock that no other file tells (I to O): what is typed, what is sent, what the server's
//! settings say, what it refuses, and what stands on the screen. A to D, F, H stand in files of their own, E with the hooks, G with the
//! widget.

mod world;

use vestibule_flow::{
    Config, Effect, Field, FieldProblem, Intent, NoticeKind, Purpose, Remedy, ScreenName, Typed,
    UsernameStyle,
};
use vestibule_protocol::RefusalCode;
use world::{Server, World, body_of, config, json, text};

const PASSWORD: &str = "Correct-horse-9";

/// A database whose accounts have names of 3 to 8 characters.
const NAMES: &str = r#"{"id":"app","strategies":[{"name":"auth0","connections":[{"name":"db","requires_username":true,
    "validation":{"username":{"min":3,"max":8}}}]}]}"#;

fn with_settings(settings: &str) -> World {
    let server = Server {
        connections: Some(settings.to_owned()),
        ..Server::default()
    };
    World::with(config(), server)
}

fn problem(world: &World, field: Field) -> Option<FieldProblem> {
    let found = world.view().fields.into_iter().find(|view| view.field == field);
    found.and_then(|view| view.problem)
}

/// A login that the server refuses with this body.
fn refused_with(body: &serde_json::Value) -> World {
    let mut world = World::new(config());
    // The server's own answers are functions without surroundings.
    world.server.hold =
        |effect| matches!(effect, Effect::Http { request, .. } if request.url.ends_with("/co/authenticate"));
    world.log_in();
    let Some(Effect::Http { ask, .. }) = world.held.pop_front() else {
        panic!("nothing is held")
    };
    world.server.hold = |_| false;
    world.reply(ask, vestibule_flow::Answer::Http(json(401, &body.to_string())));
    world
}

fn notice(world: &World) -> Option<NoticeKind> {
    world.view().notice.map(|notice| notice.kind)
}

#[test]
fn situation_i_addresses_are_judged_as_a_browser_does() {
    let cases = [
        ("ada@example.com", None),
        (" ada@example.com ", None),
        ("ADA@EXAMPLE.COM", None),
        ("ada.lovelace+x@sub.example.co.uk", None),
        ("", Some(FieldProblem::Missing)),
        ("   ", Some(FieldProblem::Missing)),
        ("ada", Some(FieldProblem::NotAnEmail)),
        ("a@.", Some(FieldProblem::NotAnEmail)),
        ("ada @example.com", Some(FieldProblem::NotAnEmail)),
        ("ada@exam ple.com", Some(FieldProblem::NotAnEmail)),
        ("@example.com", Some(FieldProblem::NotAnEmail)),
        ("ada@", Some(FieldProblem::NotAnEmail)),
    ];
    for (typed, expected) in cases {
        let mut world = World::new(config());
        world.go(ScreenName::ForgotPassword);
        world.submit(&[(Field::Email, typed)]);
        assert_eq!(problem(&world, Field::Email), expected, "{typed:?}");
        let sent = body_of(&world.effects, "/dbconnections/change_password").len();
        assert_eq!(sent, usize::from(expected.is_none()), "{typed:?}");
    }
}

#[test]
fn situation_i_a_new_user_name_keeps_to_the_servers_lengths_and_an_old_one_only_has_to_be_there() {
    let cases = [
        ("ada", None),
        (" ada ", None),
        ("ad", Some(FieldProblem::TooShort(3))),
        ("lovelace9", Some(FieldProblem::TooLong(8))),
        ("", Some(FieldProblem::Missing)),
    ];
    for (typed, expected) in cases {
        let mut world = with_settings(NAMES);
        world.go(ScreenName::SignUp);
        world.submit(&[
            (Field::Email, "ada@example.com"),
            (Field::Username, typed),
            (Field::Password, PASSWORD),
        ]);
        assert_eq!(problem(&world, Field::Username), expected, "{typed:?}");
    }
    for (typed, expected) in [
        ("ad", None),
        ("a very long name", None),
        (" ", Some(FieldProblem::Missing)),
    ] {
        let mut world = with_settings(NAMES);
        world.submit(&[(Field::Username, typed), (Field::Password, "x")]);
        assert_eq!(problem(&world, Field::Username), expected, "{typed:?}");
    }
}

#[test]
fn situation_k_lengths_of_user_names_that_make_no_sense_are_mended() {
    let cases = [
        (r#"{"min":"3","max":"8"}"#, Some(FieldProblem::TooShort(3))),
        (r#"{"min":"x","max":8}"#, None),
        (r#"{"min":9,"max":2}"#, None),
        ("null", None),
    ];
    for (lengths, expected) in cases {
        let mut world = with_settings(&NAMES.replace(r#"{"min":3,"max":8}"#, lengths));
        world.go(ScreenName::SignUp);
        world.submit(&[
            (Field::Email, "ada@example.com"),
            (Field::Username, "ad"),
            (Field::Password, PASSWORD),
        ]);
        assert_eq!(problem(&world, Field::Username), expected, "{lengths}");
    }
}

#[test]
fn situation_i_codes_and_numbers_are_taken_as_people_write_them() {
    let numbers = [
        ("+44 20 7946 0958", Some("+442079460958")),
        ("+1 (555) 010-0199", Some("+15550100199")),
        ("0044 20 7946 0958", Some("+442079460958")),
        ("+", None),
        ("call me", None),
    ];
    for (typed, sent) in numbers {
        let mut world = World::new(config());
        world.go_passwordless("sms");
        world.submit(&[(Field::Phone, typed)]);
        let bodies = body_of(&world.effects, "/passwordless/start");
        match sent {
            Some(sent) => assert!(
                bodies[0].contains(&format!(r#""phone_number":"{sent}""#)),
                "{typed}: {bodies:?}"
            ),
            None => assert!(bodies.is_empty(), "{typed}: {bodies:?}"),
        }
    }
    let codes = [
        ("123 456", Some("123456")),
        ("123-456", Some("123456")),
        (" 123456\n", Some("123456")),
        ("", None),
        ("12e456", None),
        ("123", None),
    ];
    for (typed, sent) in codes {
        let mut world = World::new(config());
        world.go_passwordless("email");
        world.submit(&[(Field::Email, "ada@example.com")]);
        world.submit(&[(Field::Code, typed)]);
        let bodies = body_of(&world.effects, "/co/authenticate");
        match sent {
            Some(sent) => assert!(
                bodies[0].contains(&format!(r#""otp":"{sent}""#)),
                "{typed}: {bodies:?}"
            ),
            None => assert!(bodies.is_empty(), "{typed}: {bodies:?}"),
        }
    }
}

#[test]
fn situation_j_what_is_typed_is_trimmed_and_a_password_is_not() {
    let mut world = World::new(config());
    world.submit(&[
        (Field::Username, "  ada@example.com "),
        (Field::Password, "  pass "),
    ]);
    let sent = &body_of(&world.effects, "/co/authenticate")[0];
    assert!(sent.contains(r#""username":"ada@example.com""#), "{sent}");
    assert!(sent.contains(r#""password":"  pass ""#), "{sent}");

    let mut world = World::new(config());
    world.go(ScreenName::SignUp);
    world.submit(&[(Field::Email, " eve@example.com "), (Field::Password, PASSWORD)]);
    assert!(body_of(&world.effects, "/dbconnections/signup")[0].contains(r#""email":"eve@example.com""#));
}

#[test]
fn situation_j_a_name_that_is_typed_goes_along_to_the_provider_and_nothing_of_the_widgets_own_does() {
    let mut world = World::new(config());
    world.person(Intent::Typed(Field::Username, Typed::new(" ada@example.com ")));
    world.person(Intent::Choose("google-oauth2".into()));
    let url = &world.left_for[0];
    assert!(url.contains("login_hint=ada%40example.com"), "{url}");
    for internal in ["is_submitting", "auth0Client", "owp=", "display=", "realm="] {
        assert!(!url.contains(internal), "{internal} in {url}");
    }
}

#[test]
fn situation_k_the_settings_are_asked_for_where_the_app_and_the_server_have_them() {
    let spaced = Config {
        client_id: "my app/1".into(),
        ..config()
    };
    let copied = Config {
        settings_url: Some("https://cdn.example.com/app.js".into()),
        ..spaced.clone()
    };
    for (config, expected) in [
        (config(), "https://login.example.com/client/app.js"),
        (spaced, "https://login.example.com/client/my%20app%2F1.js"),
        (copied, "https://cdn.example.com/app.js"),
    ] {
        let (_, effects) = vestibule_flow::Flow::start(config, world::page(world::PAGE), world::NOW_S);
        let asked: Vec<&str> = effects
            .iter()
            .filter_map(|effect| match effect {
                Effect::Http { request, .. } if !request.url.contains("/.well-known/") => {
                    Some(request.url.as_str())
                }
                _ => None,
            })
            .collect();
        assert_eq!(asked, [expected]);
    }
}

#[test]
fn situation_k_each_policy_with_its_length_and_with_another_is_what_a_new_password_is_held_against() {
    for (policy, length, most) in [
        ("none", 1, 1),
        ("low", 6, 1),
        ("fair", 8, 4),
        ("good", 8, 2),
        ("excellent", 10, 3),
    ] {
        for (options, expected) in [("null", length), (r#"{"min_length":14}"#, 14)] {
            let settings = format!(
                r#"{{"id":"app","strategies":[{{"name":"auth0","connections":[{{"name":"db","passwordPolicy":"{policy}",
                "password_complexity_options":{options}}}]}}]}}"#
            );
            let mut world = with_settings(&settings);
            world.go(ScreenName::SignUp);
            let checklist = world.view().policy.expect("a checklist");
            let rules: Vec<_> = checklist.rules.into_iter().map(|rule| rule.kind).collect();
            assert_eq!(
                (rules.len(), &rules[0]),
                (most, &vestibule_protocol::PasswordRuleKind::MinLength(expected)),
                "{policy} {options}"
            );
        }
    }
}

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
fn situation_m_a_reset_takes_a_name_that_is_an_address_along_and_another_not() {
    for (typed, carried) in [("ada@example.com", "ada@example.com"), ("ada", "")] {
        let mut world = World::new(Config {
            username_style: UsernameStyle::Any,
            ..config()
        });
        world.person(Intent::Typed(Field::Username, Typed::new(typed)));
        world.go(ScreenName::ForgotPassword);
        assert_eq!(world.view().fields[0].initial, carried, "{typed}");
    }
}

#[test]
fn situation_m_a_company_without_domains_or_with_blank_ones_is_a_button_by_its_name() {
    for domains in [
        "",
        r#","domain":null"#,
        r#","domain":"""#,
        r#","domain":"  ","domain_aliases":null"#,
    ] {
        let settings = format!(
            r#"{{"id":"app","strategies":[{{"name":"samlp","connections":[{{"name":"acme"{domains}}}]}},
                {{"name":"auth0","connections":[{{"name":"db"}}]}}]}}"#
        );
        let mut world = with_settings(&settings);
        world.person(Intent::Typed(Field::Username, Typed::new("ada@acme.test")));
        let view = world.view();
        assert_eq!(view.realm, None, "{domains}");
        let button = view.connections.iter().find(|button| button.name == "acme");
        assert_eq!(button.expect(domains).domain, None, "{domains}");
        assert_eq!(view.fields[1].purpose, Purpose::CurrentPassword);
    }
}

#[test]
fn situation_o_a_form_that_is_under_way_is_not_sent_twice() {
    let mut world = World::new(config());
    world.server.hold =
        |effect| matches!(effect, Effect::Http { request, .. } if request.url.ends_with("/co/authenticate"));
    world.log_in();
    world.log_in();
    world.person(Intent::Choose("google-oauth2".into()));
    assert_eq!(body_of(&world.effects, "/co/authenticate").len(), 1);
    assert!(world.left_for.is_empty());
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
