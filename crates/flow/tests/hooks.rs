//! The app is asked before and after each step: nothing goes out or counts before it has agreed.

mod world;

use vestibule_flow::{
    Answer, Avatar, Config, Effect, Field, FieldProblem, FocusPlace, Intent, LoginError, LoginEvent, No,
    NoticeKind, OwnWords, Question, Reply, ScreenName, Step, Typed,
};
use world::{Server, World, body_of, config};

const ADA: [(Field, &str); 2] = [
    (Field::Username, "ada@example.com"),
    (Field::Password, "secret words"),
];
const NEW: [(Field, &str); 2] = [
    (Field::Email, "eve@example.com"),
    (Field::Password, "Correct-horse-9"),
];

fn hooked() -> Config {
    Config {
        hooks: true,
        ..config()
    }
}

fn answering(app: fn(&Question) -> Reply) -> World {
    World::with(
        hooked(),
        Server {
            app,
            ..Server::default()
        },
    )
}

fn steps(world: &World) -> Vec<(&'static str, Step)> {
    let step = |question: &Question| match question {
        Question::Before { step, .. } => Some(("before", *step)),
        Question::After { step, .. } => Some(("after", *step)),
        _ => None,
    };
    world.asked.iter().filter_map(step).collect()
}

fn notice(world: &World) -> Option<NoticeKind> {
    world.view().notice.map(|notice| notice.kind)
}

/// Refuses one step at one time and agrees to all others.
fn no_before(step: Step, question: &Question) -> Reply {
    match question {
        Question::Before { step: asked, .. } if *asked == step => Reply::Refuse(No::saying("Not today")),
        _ => Reply::GoOn,
    }
}

#[test]
fn situation_e_every_step_asks_before_it_goes_out_and_after_it_is_done() {
    let mut world = answering(|_| Reply::GoOn);
    world.go(ScreenName::ForgotPassword);
    world.submit(&[(Field::Email, "ada@example.com")]);
    world.go(ScreenName::LogIn);
    world.go_passwordless("email");
    world.submit(&[(Field::Email, "ada@example.com")]);
    world.submit(&[(Field::Code, "123456")]);
    assert_eq!(
        steps(&world),
        [
            ("before", Step::ResetPassword),
            ("after", Step::ResetPassword),
            ("before", Step::SendCode),
            ("after", Step::SendCode),
            ("before", Step::CheckCode),
            ("after", Step::LogIn),
        ]
    );
    assert_eq!(world.screen(), ScreenName::SignedIn);

    let mut world = answering(|_| Reply::GoOn);
    world.go(ScreenName::SignUp);
    world.submit(&NEW);
    assert_eq!(
        steps(&world),
        [
            ("before", Step::SignUp),
            ("after", Step::SignUp),
            ("after", Step::LogIn)
        ]
    );
    assert_eq!(world.screen(), ScreenName::SignedIn);
}

#[test]
fn situation_e_nothing_goes_out_until_the_app_has_agreed() {
    let mut world = answering(|_| Reply::GoOn);
    world.server.hold = |effect| matches!(effect, Effect::Consult { .. });
    world.submit(&ADA);
    assert!(body_of(&world.effects, "/co/authenticate").is_empty());
    assert_eq!(world.names(), ["shown"], "it is not submitted yet");
    world.submit(&ADA);
    assert_eq!(world.held.len(), 1, "a second press is not a second question");
    world.release();
    assert_eq!(body_of(&world.effects, "/co/authenticate").len(), 1);
    assert_eq!(world.screen(), ScreenName::SignedIn);
}

#[test]
fn situation_e_a_refusal_before_a_step_is_shown_as_text_and_loses_nothing() {
    let mut world = answering(|question| no_before(Step::LogIn, question));
    world.person(Intent::Typed(Field::Username, Typed::new("ada@example.com")));
    world.submit(&ADA);
    assert_eq!(notice(&world), Some(NoticeKind::Said("Not today".into())));
    assert!(body_of(&world.effects, "/co/authenticate").is_empty());
    assert_eq!(
        world.events.last(),
        Some(&LoginEvent::Failed(LoginError::RefusedByApp))
    );
    assert_eq!(world.view().fields[0].initial, "ada@example.com");
    // The next try asks again, and may go through.
    world.server.app = |_| Reply::GoOn;
    world.submit(&ADA);
    assert_eq!(world.screen(), ScreenName::SignedIn);
}

#[test]
fn situation_e_each_step_can_be_refused_before_anything_goes_out() {
    let mut world = answering(|question| no_before(Step::SignUp, question));
    world.go(ScreenName::SignUp);
    world.submit(&NEW);
    assert_eq!(notice(&world), Some(NoticeKind::Said("Not today".into())));
    assert!(body_of(&world.effects, "/dbconnections/signup").is_empty());

    let mut world = answering(|question| no_before(Step::ResetPassword, question));
    world.go(ScreenName::ForgotPassword);
    world.submit(&[(Field::Email, "ada@example.com")]);
    assert!(body_of(&world.effects, "/dbconnections/change_password").is_empty());
    assert_eq!(world.screen(), ScreenName::ForgotPassword);

    let mut world = answering(|question| no_before(Step::SendCode, question));
    world.go_passwordless("email");
    world.submit(&[(Field::Email, "ada@example.com")]);
    assert!(body_of(&world.effects, "/passwordless/start").is_empty());

    let mut world = answering(|question| no_before(Step::CheckCode, question));
    world.go_passwordless("email");
    world.submit(&[(Field::Email, "ada@example.com")]);
    world.submit(&[(Field::Code, "123456")]);
    assert!(body_of(&world.effects, "/co/authenticate").is_empty());
    assert_eq!(world.screen(), ScreenName::Code);
}

#[test]
fn situation_e_a_refusal_can_point_at_a_field() {
    let mut world = answering(|question| match question {
        Question::Before { .. } => Reply::Refuse(No::of(Field::Email, "Use your work address")),
        _ => Reply::GoOn,
    });
    world.go(ScreenName::SignUp);
    world.submit(&NEW);
    let view = world.view();
    let said = FieldProblem::Said(OwnWords("Use your work address".into()));
    assert_eq!(view.fields[0].problem, Some(said));
    assert_eq!(view.focus.place, FocusPlace::Field(Field::Email));
    assert_eq!(notice(&world), Some(NoticeKind::FieldsWrong));
}

#[test]
fn situation_e_a_login_that_is_refused_after_is_never_told() {
    let mut world = answering(|question| match question {
        Question::After {
            step: Step::LogIn,
            tokens,
        } => {
            let is_ada = tokens
                .as_ref()
                .is_some_and(|tokens| tokens.claims().sub == "auth0|1");
            assert!(is_ada, "the app judges by the checked claims");
            Reply::Refuse(No::saying("Staff only"))
        }
        _ => Reply::GoOn,
    });
    world.submit(&ADA);
    assert_eq!(notice(&world), Some(NoticeKind::Said("Staff only".into())));
    assert_eq!(world.screen(), ScreenName::LogIn);
    assert!(!world.names().contains(&"authenticated"));
}

#[test]
fn situation_e_the_app_hears_no_password_and_no_code() {
    let mut world = answering(|_| Reply::GoOn);
    world.submit(&ADA);
    let Some(Question::Before { values, .. }) = world.asked.first() else {
        panic!("it was asked")
    };
    assert_eq!(values, &[(Field::Username, Typed::new("ada@example.com"))]);
}

#[test]
fn situation_e_the_app_names_the_connection_of_a_login() {
    for (named, realm) in [("other", "other"), ("staff", "staff"), ("nowhere", "db")] {
        let app: fn(&Question) -> Reply = match named {
            "other" => |question| name("other", question),
            "staff" => |question| name("staff", question),
            _ => |question| name("nowhere", question),
        };
        let mut world = World::offering(hooked(), &["auth0 db", "auth0 other", "ad staff"]);
        world.server.app = app;
        world.submit(&ADA);
        let sent = body_of(&world.effects, "/co/authenticate");
        assert!(
            sent[0].contains(&format!("\"realm\":\"{realm}\"")),
            "{named}: {sent:?}"
        );
        assert_eq!(
            world.advice.is_empty(),
            named != "nowhere",
            "a wrong name is told to the developer"
        );
    }
    let mut world = World::offering(hooked(), &["auth0 db", "samlp acme acme.test"]);
    world.server.app = |question| name("acme", question);
    world.submit(&ADA);
    assert!(
        world.left_for[0].contains("connection=acme"),
        "{:?}",
        world.left_for
    );
    assert!(world.left_for[0].contains("login_hint=ada%40example.com"));
}

#[test]
fn situation_o_the_app_is_asked_for_the_connection_once_and_with_what_was_typed() {
    let mut world = World::offering(hooked(), &["auth0 db", "auth0 other"]);
    world.server.hold = |effect| matches!(effect, Effect::Consult { .. });
    world.submit(&ADA);
    world.submit(&ADA);
    let asked: Vec<&Question> = world
        .effects
        .iter()
        .filter_map(|effect| match effect {
            Effect::Consult { question, .. } => Some(question),
            _ => None,
        })
        .collect();
    let [
        Question::Before {
            step: Step::LogIn,
            values,
            ..
        },
    ] = asked.as_slice()
    else {
        panic!("once: {asked:?}")
    };
    assert_eq!(values, &[(Field::Username, Typed::new("ada@example.com"))]);
    assert!(
        body_of(&world.effects, "/co/authenticate").is_empty(),
        "nothing goes out before the answer"
    );
}

fn name(connection: &str, question: &Question) -> Reply {
    match question {
        Question::Before {
            step: Step::LogIn, ..
        } => Reply::Use(connection.into()),
        _ => Reply::GoOn,
    }
}

#[test]
fn situation_e_a_connections_button_asks_too() {
    let mut world = answering(|question| no_before(Step::LogIn, question));
    world.person(Intent::Choose("google-oauth2".into()));
    assert!(world.left_for.is_empty());
    let Some(Question::Before { connection, .. }) = world.asked.first() else {
        panic!("it was asked")
    };
    assert_eq!(connection.as_deref(), Some("google-oauth2"));
    world.server.app = |_| Reply::GoOn;
    world.person(Intent::Choose("google-oauth2".into()));
    assert_eq!(world.left_for.len(), 1);
}

#[test]
fn situation_e_an_answer_to_a_question_that_was_given_up_changes_nothing() {
    let mut world = answering(|_| Reply::GoOn);
    world.server.hold = |effect| matches!(effect, Effect::Consult { .. });
    world.submit(&ADA);
    let Some(Effect::Consult { ask, .. }) = world.held.pop_front() else {
        panic!("it was asked")
    };
    world.person(Intent::Close);
    world.reply(ask, Answer::Said(Reply::GoOn));
    assert!(body_of(&world.effects, "/co/authenticate").is_empty());
    assert_eq!(world.screen(), ScreenName::LogIn);
}

#[test]
fn situation_e_a_picture_stands_for_whoever_is_typed_and_only_as_long() {
    let mut world = answering(|question| match question {
        Question::Avatar(who) => Reply::Avatar(Avatar {
            image: format!("https://app.example.com/{}.png", who.expose().len()),
            name: "Ada".into(),
        }),
        _ => Reply::GoOn,
    });
    let type_and_leave = |world: &mut World, text: &str| {
        world.person(Intent::Typed(Field::Username, Typed::new(text)));
        world.person(Intent::Left(Field::Username, Typed::new(text)));
    };
    type_and_leave(&mut world, "ada@example.com");
    assert_eq!(world.view().avatar.map(|avatar| avatar.name), Some("Ada".into()));
    type_and_leave(&mut world, "ada@example.com");
    assert_eq!(world.asked.len(), 1, "the same person is not asked about twice");
    world.person(Intent::Typed(Field::Username, Typed::new("ada@example.co")));
    assert_eq!(world.view().avatar, None);
}

#[test]
fn situation_e_a_picture_of_another_kind_than_https_or_data_is_not_shown() {
    let mut world = answering(|question| match question {
        Question::Avatar(_) => Reply::Avatar(Avatar {
            image: "javascript:alert(1)".into(),
            name: "Ada".into(),
        }),
        _ => Reply::GoOn,
    });
    world.person(Intent::Typed(Field::Username, Typed::new("ada")));
    world.person(Intent::Left(Field::Username, Typed::new("ada")));
    assert_eq!((world.asked.len(), world.view().avatar), (1, None));
}

#[test]
fn situation_e_an_app_without_hooks_is_asked_nothing_and_nobody_else_about_a_typed_address() {
    let mut world = World::new(config());
    let before = world.requests.len();
    world.person(Intent::Typed(Field::Username, Typed::new("ada@example.com")));
    world.person(Intent::Left(Field::Username, Typed::new("ada@example.com")));
    assert_eq!(
        world.requests.len(),
        before,
        "nothing that is typed goes anywhere"
    );
    world.submit(&ADA);
    assert!(world.asked.is_empty());
    assert_eq!(world.screen(), ScreenName::SignedIn);
}

#[test]
fn situation_e_a_refusal_keeps_somebody_from_a_companys_pages_too() {
    for screen in [ScreenName::LogIn, ScreenName::SignUp] {
        let mut world = World::offering(hooked(), &["auth0 db", "samlp acme acme.test"]);
        world.server.app = |question| no_before(Step::LogIn, question);
        let form = [
            (Field::Username, "ada@acme.test"),
            (Field::Email, "ada@acme.test"),
        ];
        if screen == ScreenName::SignUp {
            world.go(screen);
        }
        world.submit(&form);
        assert_eq!(notice(&world), Some(NoticeKind::Said("Not today".into())));
        assert!(world.left_for.is_empty(), "{screen:?}: {:?}", world.left_for);
        let about = Some("acme".to_owned());
        assert!(
            matches!(&world.asked[0], Question::Before { connection, .. } if *connection == about),
            "{:?}",
            world.asked
        );
        world.server.app = |_| Reply::GoOn;
        world.submit(&form);
        assert!(world.left_for[0].contains("connection=acme"), "{screen:?}");
    }
}

#[test]
fn situation_o_the_app_names_the_database_of_an_account_and_of_a_new_password() {
    let offered = ["auth0 db", "auth0 other"];
    let mut world = World::offering(hooked(), &offered);
    world.server.app = |question| match question {
        Question::Before { .. } => Reply::Use("other".into()),
        _ => Reply::GoOn,
    };
    world.go(ScreenName::SignUp);
    world.submit(&NEW);
    let sent = body_of(&world.effects, "/dbconnections/signup");
    assert!(sent[0].contains(r#""connection":"other""#), "{sent:?}");

    let mut world = World::offering(hooked(), &offered);
    world.server.app = |question| match question {
        Question::Before { .. } => Reply::Use("other".into()),
        _ => Reply::GoOn,
    };
    world.go(ScreenName::ForgotPassword);
    world.submit(&[(Field::Email, "ada@example.com")]);
    world.at_s += 60.0;
    world.person(Intent::Resend);
    let sent = body_of(&world.effects, "/dbconnections/change_password");
    assert_eq!(sent.len(), 2);
    assert!(
        sent.iter().all(|body| body.contains(r#""connection":"other""#)),
        "{sent:?}"
    );
}

#[test]
fn situation_o_the_app_may_know_a_company_that_no_domain_tells() {
    let mut world = World::offering(
        hooked(),
        &["samlp acme acme.test", "samlp umbrella umbrella.test"],
    );
    world.server.app = |question| name("umbrella", question);
    world.submit(&[(Field::Username, "ada@example.com")]);
    assert!(
        world.left_for[0].contains("connection=umbrella"),
        "{:?}",
        world.left_for
    );

    world = World::offering(
        hooked(),
        &["samlp acme acme.test", "samlp umbrella umbrella.test"],
    );
    world.submit(&[(Field::Username, "ada@example.com")]);
    assert_eq!(world.view().fields[0].problem, Some(FieldProblem::UnknownCompany));
}

#[test]
fn the_app_may_know_a_directory_for_what_is_no_address() {
    let routing = Server {
        connections: Some(world::settings(&["auth0 db", "ad staff staff.test"])),
        app: |question| match question {
            Question::Before { .. } => Reply::Use("staff".into()),
            _ => Reply::GoOn,
        },
        ..Server::default()
    };
    let mut world = World::with(hooked(), routing);
    world.submit(&[(Field::Username, "jdoe"), (Field::Password, "secret words")]);
    let sent = body_of(&world.effects, "/co/authenticate");
    assert!(sent[0].contains(r#""realm":"staff""#), "{sent:?}");
}
