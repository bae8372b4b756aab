//! Creating an account: the policy, the refusals, and the login that follows.

use vestibule_flow::{
    Field, FieldProblem, InitialScreen, Intent, NetworkFault, NoticeKind, Purpose, ScreenName, Typed,
};

use crate::world::{World, body_of, config, json};

type Http = Result<vestibule_protocol::Response, NetworkFault>;
type Case = (fn() -> Http, NoticeKind, Option<(Field, FieldProblem)>);

fn sign_up() -> World {
    World::new(config().initial_screen(InitialScreen::SignUp))
}

const NEW: [(Field, &str); 2] = [
    (Field::Email, "eve@example.com"),
    (Field::Password, "Correct-horse-9"),
];

#[test]
fn a_new_account_is_logged_in_at_once() {
    let mut world = sign_up();
    world.submit(&NEW);
    assert_eq!(
        world.names(),
        [
            "shown",
            "submitted",
            "signed-up",
            "authenticated",
            "screen-changed"
        ]
    );
    assert_eq!(body_of(&world.effects, "/dbconnections/signup").len(), 1);
}

#[test]
fn the_policy_is_shown_while_a_new_password_is_typed_and_never_stands_in_the_way() {
    let mut world = sign_up();
    let before = world.view().policy.unwrap();
    assert!(!before.typed && !before.rules.is_empty());
    world.person(Intent::Typed(Field::Password, Typed::new("abc")));
    let typed = world.view().policy.unwrap();
    assert!(typed.typed && typed.rules.iter().any(|rule| !rule.satisfied));
    world.person(Intent::Typed(Field::Password, Typed::new("Correct-horse-9")));
    assert!(
        world
            .view()
            .policy
            .unwrap()
            .rules
            .iter()
            .all(|rule| rule.satisfied)
    );
    let password = &world.view().fields[1];
    assert_eq!(password.purpose, Purpose::NewPassword);
    assert!(
        password
            .password_rules
            .as_ref()
            .is_some_and(|rules| rules.contains("minlength: 8"))
    );
    world.submit(&[(Field::Email, "eve@example.com"), (Field::Password, "abc")]);
    let sent = body_of(&world.effects, "/dbconnections/signup").len();
    assert_eq!(sent, 1, "the server decides, not this policy");
}

#[test]
fn each_refusal_of_an_account_points_at_its_field() {
    let cases: Vec<Case> = vec![
        (
            || {
                json(
                    400,
                    r#"{"code":"user_exists","description":"The user already exists."}"#,
                )
            },
            NoticeKind::AddressTaken,
            Some((Field::Email, FieldProblem::Taken)),
        ),
        (
            || {
                json(
                    400,
                    r#"{"code":"invalid_signup","description":"Invalid sign up"}"#,
                )
            },
            NoticeKind::SignUpRefused,
            None,
        ),
        (
            || {
                json(
                    400,
                    r#"{"name":"PasswordStrengthError","code":"invalid_password","description":{"rules":[{"message":"At least %d characters in length","format":[8],"code":"lengthAtLeast","verified":false}],"verified":false},"policy":"* At least 8 characters","statusCode":400}"#,
                )
            },
            NoticeKind::PasswordTooWeak,
            Some((Field::Password, FieldProblem::PasswordTooWeak)),
        ),
        (
            || json(400, r#"{"code":"password_leaked"}"#),
            NoticeKind::FieldsWrong,
            Some((Field::Password, FieldProblem::PasswordLeaked)),
        ),
        (|| json(500, "{}"), NoticeKind::ServerFault, None),
    ];
    for (answer, kind, at) in cases {
        let mut world = sign_up();
        world.server.sign_up = answer;
        world.submit(&NEW);
        let view = world.view();
        assert_eq!(view.notice.as_ref().unwrap().kind, kind);
        let found = view
            .fields
            .iter()
            .find_map(|f| Some((f.field, f.problem.clone()?)));
        assert_eq!(found, at);
        assert_eq!(view.fields[0].initial, "eve@example.com");
        assert_eq!(world.names(), ["shown", "submitted", "failed"]);
    }
}

#[test]
fn a_bad_address_is_told_when_the_field_is_left_and_forgiven_while_it_is_mended() {
    let mut world = sign_up();
    world.person(Intent::Left(Field::Email, Typed::new("")));
    assert_eq!(
        world.view().fields[0].problem,
        None,
        "an empty field is not wrong yet"
    );
    world.person(Intent::Left(Field::Email, Typed::new("eve@")));
    assert_eq!(world.view().fields[0].problem, Some(FieldProblem::NotAnEmail));
    world.person(Intent::Typed(Field::Email, Typed::new("eve@e")));
    assert_eq!(world.view().fields[0].problem, None);
}

#[test]
fn an_account_whose_first_login_fails_is_not_signed_up_again() {
    let mut world = sign_up();
    world.server.co_authenticate = || json(500, "{}");
    world.submit(&NEW);
    let view = world.view();
    assert_eq!(
        (view.screen, view.fields[0].initial.as_str()),
        (ScreenName::LogIn, "eve@example.com")
    );
    assert_eq!(
        view.notice.map(|notice| notice.kind),
        Some(NoticeKind::ServerFault)
    );
    assert_eq!(
        world.names(),
        ["shown", "submitted", "signed-up", "failed", "screen-changed"]
    );
}
