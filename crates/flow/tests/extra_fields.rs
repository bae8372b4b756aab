//! Fields of the app's own: what they ask, what they refuse, and where their values go.

mod world;

use vestibule_flow::{
    Answer, Choice, Config, Effect, ExtraField, Field, FieldProblem, FocusPlace, Intent, OwnWords, Question,
    Reply, ScreenName, Shape, Typed,
};
use world::{World, body_of, config, json};

const NEW: [(Field, &str); 2] = [
    (Field::Email, "eve@example.com"),
    (Field::Password, "Correct-horse-9"),
];

fn is_even(text: &str) -> Result<(), String> {
    let even = text.parse::<u32>().is_ok_and(|number| number % 2 == 0);
    if even {
        Ok(())
    } else {
        Err("Choose an even number".into())
    }
}

fn fields() -> Vec<ExtraField> {
    let plans = [Choice::new("s", "Small"), Choice::new("l", "Large")];
    vec![
        ExtraField::text("given_name", "First name").at_root(),
        ExtraField::text("number", "Lucky number")
            .check(is_even)
            .optional(),
        ExtraField::select("plan", "Plan", plans),
        ExtraField::checkbox("news", "Send me news").optional(),
        ExtraField::checkbox("age", "I am of age"),
        ExtraField::hidden("source", "landing"),
    ]
}

fn signing_up(fields: Vec<ExtraField>) -> World {
    let mut world = World::new(Config {
        sign_up_fields: fields,
        hooks: true,
        ..config()
    });
    world.go(ScreenName::SignUp);
    world
}

fn submit(world: &mut World, extras: &[(&'static str, &str)]) {
    let extras = extras.iter().map(|(name, text)| (Field::extra(name), *text));
    let form: Vec<(Field, &str)> = NEW.into_iter().chain(extras).collect();
    world.submit(&form);
}

fn problem(world: &World, name: &'static str) -> Option<FieldProblem> {
    let view = world.view();
    let found = view.extras.iter().find(|extra| extra.field == Field::extra(name));
    found.expect("it is drawn").problem.clone()
}

#[test]
fn values_go_to_the_root_or_to_the_metadata() {
    let mut world = signing_up(fields());
    submit(
        &mut world,
        &[
            ("given_name", " Eve "),
            ("number", "4"),
            ("plan", "l"),
            ("age", "on"),
            ("news", ""),
        ],
    );
    let sent = body_of(&world.effects, "/dbconnections/signup");
    let sent: serde_json::Value = serde_json::from_str(&sent[0]).unwrap();
    assert_eq!(sent["given_name"], "Eve");
    let metadata = serde_json::json!({
        "number": "4", "plan": "l", "news": "false", "age": "true", "source": "landing",
    });
    assert_eq!(sent["user_metadata"], metadata);
}

#[test]
fn each_field_says_what_it_lacks_and_the_first_has_the_focus() {
    let mut world = signing_up(fields());
    submit(&mut world, &[("number", "3"), ("plan", "xl")]);
    assert!(body_of(&world.effects, "/dbconnections/signup").is_empty());
    assert_eq!(problem(&world, "given_name"), Some(FieldProblem::Missing));
    let said = FieldProblem::Said(OwnWords("Choose an even number".into()));
    assert_eq!(problem(&world, "number"), Some(said));
    assert_eq!(problem(&world, "plan"), Some(FieldProblem::NotAChoice));
    assert_eq!(problem(&world, "age"), Some(FieldProblem::NotAccepted));
    assert_eq!(problem(&world, "news"), None);
    assert_eq!(
        world.view().focus.place,
        FocusPlace::Field(Field::extra("given_name"))
    );
    // What is typed now takes its problem away.
    world.person(Intent::Typed(Field::extra("plan"), Typed::new("s")));
    assert_eq!(problem(&world, "plan"), None);
}

#[test]
fn an_optional_field_that_is_empty_passes_its_rule() {
    let mut world = signing_up(fields());
    submit(&mut world, &[("given_name", "Eve"), ("plan", "s"), ("age", "on")]);
    assert_eq!(body_of(&world.effects, "/dbconnections/signup").len(), 1);
}

#[test]
fn names_keep_to_the_lengths_of_a_profile() {
    for (name, longest) in [
        ("given_name", 150),
        ("family_name", 150),
        ("name", 300),
        ("nickname", 300),
        ("x", 500),
    ] {
        let mut world = signing_up(vec![ExtraField::text(name, "Name")]);
        submit(&mut world, &[(name, &"é".repeat(longest + 1))]);
        let limit = u32::try_from(longest).unwrap();
        assert_eq!(
            problem(&world, name),
            Some(FieldProblem::TooLong(limit)),
            "{name}"
        );
        submit(&mut world, &[(name, &"é".repeat(longest))]);
        assert_eq!(
            body_of(&world.effects, "/dbconnections/signup").len(),
            1,
            "{name}"
        );
    }
}

#[test]
fn a_choice_of_many_is_found_by_what_is_read_of_it() {
    let many: Vec<Choice> = (0..40)
        .map(|n| Choice::new(n.to_string(), format!("Town {n}")))
        .collect();
    let mut world = signing_up(vec![ExtraField::select("town", "Town", many)]);
    submit(&mut world, &[("town", "town 17")]);
    assert!(body_of(&world.effects, "/dbconnections/signup")[0].contains(r#""town":"17""#));
}

#[test]
fn the_app_fills_in_and_offers_later_without_holding_the_form_up() {
    let mut world = World::new(config());
    world.server.hold = |effect| matches!(effect, Effect::Consult { .. });
    let asked = Config {
        sign_up_fields: vec![
            ExtraField::text("company", "Company").initial_asked(),
            ExtraField::select_asked("plan", "Plan"),
        ],
        hooks: true,
        ..config()
    };
    let mut world = World::with(
        asked,
        world::Server {
            hold: |effect| matches!(effect, Effect::Consult { .. }),
            app: |question| match question {
                Question::Prefill("company") => Reply::Prefill("Acme".into()),
                Question::Choices("plan") => Reply::Choices(vec![Choice::new("s", "Small")]),
                _ => Reply::GoOn,
            },
            ..world.server
        },
    );
    world.go(ScreenName::SignUp);
    assert_eq!(world.view().extras[0].initial, "");
    world.release();
    let extras = world.view().extras;
    assert_eq!(extras[0].initial, "Acme");
    assert_eq!(extras[1].shape, Shape::Select(vec![Choice::new("s", "Small")]));
}

#[test]
fn what_is_typed_is_never_overwritten_by_a_late_answer() {
    let mut world = World::with(
        Config {
            sign_up_fields: vec![ExtraField::text("company", "Company").initial_asked()],
            hooks: true,
            ..config()
        },
        world::Server {
            hold: |effect| matches!(effect, Effect::Consult { .. }),
            ..world::Server::default()
        },
    );
    world.go(ScreenName::SignUp);
    world.person(Intent::Typed(Field::extra("company"), Typed::new("Initech")));
    let Some(Effect::Consult { ask, .. }) = world.held.pop_front() else {
        panic!("it was asked")
    };
    world.reply(ask, Answer::Said(Reply::Prefill("Acme".into())));
    assert_eq!(world.view().extras[0].initial, "");
}

#[test]
fn what_was_typed_is_there_again_after_a_look_at_another_screen() {
    let mut world = signing_up(fields());
    world.person(Intent::Typed(Field::extra("given_name"), Typed::new("Eve")));
    world.go(ScreenName::LogIn);
    assert!(world.view().extras.is_empty());
    world.go(ScreenName::SignUp);
    assert_eq!(world.view().extras[0].initial, "Eve");
}

#[test]
fn a_log_in_field_at_the_root_becomes_a_parameter_of_the_request() {
    let mut world = World::new(Config {
        log_in_fields: vec![
            ExtraField::text("tenant", "Tenant").at_root(),
            ExtraField::text("note", "Note").optional(),
        ],
        ..config()
    });
    let form = |tenant| {
        [
            (Field::Username, "ada@example.com"),
            (Field::Password, "secret words"),
            (Field::extra("tenant"), tenant),
            (Field::extra("note"), "hello"),
        ]
    };
    world.submit(&form(""));
    assert_eq!(problem(&world, "tenant"), Some(FieldProblem::Missing));
    world.submit(&form("acme"));
    let framed = world.effects.iter().find_map(|effect| match effect {
        Effect::WebMessage { url, .. } => Some(url.expose().to_owned()),
        _ => None,
    });
    let framed = framed.expect("the ticket went into a frame");
    assert!(framed.contains("&tenant=acme"), "{framed}");
    assert!(!framed.contains("note="), "{framed}");
}

/// A server that wants user names, and an app that asks for none.
fn without_names(sign_up: fn() -> world::Http) -> World {
    World::with(
        Config {
            generate_username: true,
            ..config()
        },
        world::Server {
            settings: || json(200, world::SETTINGS_WITH_NAMES),
            sign_up,
            ..world::Server::default()
        },
    )
}

#[test]
fn a_user_name_is_made_up_where_the_app_asks_for_none() {
    let mut world = without_names(world::Server::default().sign_up);
    world.go(ScreenName::SignUp);
    let names: Vec<_> = world.view().fields.iter().map(|field| field.field).collect();
    assert_eq!(names, [Field::Email, Field::Password]);
    world.submit(&NEW);
    let sent = body_of(&world.effects, "/dbconnections/signup");
    let sent: serde_json::Value = serde_json::from_str(&sent[0]).unwrap();
    let name = sent["username"].as_str().unwrap();
    assert_eq!(name.len(), 15);
    assert!(
        name.chars().all(|c| c.is_ascii_lowercase() || c.is_ascii_digit()),
        "{name}"
    );
}

#[test]
fn a_made_up_name_that_is_taken_gives_way_to_another() {
    let mut world = without_names(|| json(400, r#"{"code":"username_exists","description":"taken"}"#));
    world.go(ScreenName::SignUp);
    world.submit(&NEW);
    world.submit(&NEW);
    let sent = body_of(&world.effects, "/dbconnections/signup");
    assert_eq!(sent.len(), 2);
    assert_ne!(sent[0], sent[1], "another name goes out");
    let kind = world.view().notice.expect("a word about it").kind;
    assert_eq!(
        kind,
        vestibule_flow::NoticeKind::ServerFault,
        "nobody has chosen that name"
    );
}

#[test]
fn what_is_chosen_from_a_list_is_its_value_whatever_another_is_called() {
    let levels = [Choice::new("0", "1"), Choice::new("1", "2")];
    let mut world = signing_up(vec![ExtraField::select("level", "Level", levels)]);
    submit(&mut world, &[("level", "1")]);
    let sent = body_of(&world.effects, "/dbconnections/signup");
    assert!(sent[0].contains(r#""level":"1""#), "{sent:?}");
}

#[test]
fn a_choice_of_many_that_is_filled_in_is_shown_by_its_label_and_sent_by_its_value() {
    let towns = (0..40).map(|n| Choice::new(format!("t{n}"), format!("Town {n}")));
    let mut world = signing_up(vec![ExtraField::select("town", "Town", towns).initial("t7")]);
    let shown = world.view().extras[0].initial.clone();
    assert_eq!(shown, "Town 7");
    submit(&mut world, &[("town", &shown)]);
    let sent = body_of(&world.effects, "/dbconnections/signup");
    assert!(sent[0].contains(r#""town":"t7""#), "{sent:?}");
}

#[test]
fn names_that_cannot_be_are_refused_at_the_start() {
    for name in [
        "",
        "two words",
        "email",
        "password",
        "client_id",
        "user_metadata",
        "organization",
        "max_age",
        "a-b",
    ] {
        let world = World::new(Config {
            sign_up_fields: vec![ExtraField::text(name, "X")],
            ..config()
        });
        assert_eq!(world.screen(), ScreenName::Stopped, "{name}");
        assert!(world.advice[0].contains("sign_up_fields"), "{:?}", world.advice);
    }
    let twice = vec![ExtraField::text("a", "A"), ExtraField::text("a", "B")];
    assert_eq!(
        World::new(Config {
            log_in_fields: twice,
            ..config()
        })
        .screen(),
        ScreenName::Stopped
    );
    let asks_nobody = vec![ExtraField::select_asked("a", "A")];
    assert_eq!(
        World::new(Config {
            sign_up_fields: asks_nobody,
            ..config()
        })
        .screen(),
        ScreenName::Stopped
    );
}

#[test]
fn the_apps_rule_holds_for_a_tick_too() {
    let of_age = ExtraField::checkbox("adult", "I am 18 or older")
        .optional()
        .check(|value| match value {
            "true" => Ok(()),
            _ => Err("This is for adults".into()),
        });
    let mut world = signing_up(vec![of_age]);
    submit(&mut world, &[("adult", "")]);
    let said = FieldProblem::Said(OwnWords("This is for adults".into()));
    assert_eq!(problem(&world, "adult"), Some(said));
    submit(&mut world, &[("adult", "on")]);
    assert_eq!(body_of(&world.effects, "/dbconnections/signup").len(), 1);
}

#[test]
fn what_a_field_of_the_log_in_begins_with_goes_along_to_a_provider() {
    let mut world = World::new(Config {
        log_in_fields: vec![
            ExtraField::text("tenant", "Tenant").initial("acme").at_root(),
            ExtraField::checkbox("stay", "Stay").initial("true").at_root(),
        ],
        ..config()
    });
    world.person(Intent::Choose("facebook".into()));
    let url = &world.left_for[0];
    assert!(
        url.contains("&tenant=acme") && url.contains("&stay=true"),
        "{url}"
    );
}
