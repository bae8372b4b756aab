//! Companies and their directories: the address of one leads to its own login.

use vestibule_flow::{Action, Config, Field, FieldProblem, InitialScreen, Intent, ScreenName, Typed};

use crate::world::{World, body_of, config};
use crate::{COMPANY, DATABASE, DIRECTORY, SOCIAL, drawn, goes};

#[test]
fn the_address_of_a_company_puts_the_password_out_of_the_way_while_it_stands() {
    let mut world = World::offering(config(), &[SOCIAL, DATABASE, COMPANY]);
    world.person(Intent::Typed(Field::Username, Typed::new("ada@acme.tes")));
    assert_eq!(
        (drawn(&world.view()).as_str(), world.view().realm),
        ("TSEPFG", None)
    );
    world.person(Intent::Typed(Field::Username, Typed::new("ada@acme.test")));
    let view = world.view();
    assert_eq!(
        (drawn(&view).as_str(), view.realm.as_deref()),
        ("SEpG", Some("acme.test"))
    );
    assert_eq!(view.submit.map(|submit| submit.action), Some(Action::Continue));
    world.person(Intent::Typed(
        Field::Username,
        Typed::new("ada@acme.test.example"),
    ));
    assert_eq!(drawn(&world.view()), "TSEPFG");
}

#[test]
fn on_sign_up_and_reset_too_the_address_of_a_company_leads_to_its_own_login() {
    let mut world = World::offering(
        config().initial_screen(InitialScreen::SignUp),
        &[DATABASE, COMPANY],
    );
    world.person(Intent::Typed(Field::Email, Typed::new("ada@acme.test")));
    let view = world.view();
    assert_eq!((drawn(&view).as_str(), view.policy), ("BEpG", None));
    world.submit(&[(Field::Email, "ada@acme.test"), (Field::Password, "")]);
    assert!(world.left_for[0].contains("connection=acme"));

    let reset = config().initial_screen(InitialScreen::ForgotPassword);
    let mut world = World::offering(reset, &[DATABASE, COMPANY]);
    world.submit(&[(Field::Email, "ada@acme.test")]);
    assert_eq!(world.view().fields[0].problem, Some(FieldProblem::CompanyAddress));
    assert!(body_of(&world.effects, "/dbconnections/change_password").is_empty());
}

#[test]
fn the_name_at_a_directory_is_filled_in_only_if_the_app_wants_that() {
    let blank = Config {
        username_from_email: false,
        ..config()
    };
    let (world, _) = goes(blank, &[DATABASE, DIRECTORY], "ada@corp.test");
    assert_eq!(world.screen(), ScreenName::Corporate);
    assert_eq!(world.view().fields[0].initial, "");
    let mut world = goes(config(), &[DATABASE, DIRECTORY], "ada@corp.test").0;
    world.go(ScreenName::LogIn);
    assert_eq!(
        world.view().fields[0].initial,
        "ada@corp.test",
        "the address is still there"
    );
}

#[test]
fn a_company_is_found_by_one_of_ten_thousand_domains() {
    let many: Vec<String> = (0..10_000).map(|at| format!("d{at}.test")).collect();
    let line = format!("samlp acme {}", many.join(" "));
    let mut world = World::offering(config(), &[DATABASE, &line]);
    world.person(Intent::Typed(Field::Username, Typed::new("ada@d9999.test")));
    assert_eq!(world.view().realm.as_deref(), Some("d9999.test"));
    world.person(Intent::Typed(Field::Username, Typed::new("ada@d10000.test")));
    assert_eq!(world.view().realm, None);
}
