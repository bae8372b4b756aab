//! Situation K: what the settings of the server say, and where they are asked for.

use vestibule_flow::{Config, Effect, Field, FieldProblem, ScreenName};

use crate::world::{self, config};
use crate::{NAMES, PASSWORD, problem, with_settings};

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
