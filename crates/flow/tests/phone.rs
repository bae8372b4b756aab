//! Telephone numbers with a country: whose it is, what is sent, and what a pasted number changes.

mod world;

use vestibule_flow::{Config, Field, FieldProblem, Intent, ScreenName, Typed};
use world::{World, body_of, config};

fn texting(country: Option<&str>) -> World {
    let mut world = World::new(Config {
        phone_country: country.map(str::to_owned),
        ..config()
    });
    world.go_passwordless("sms");
    world
}

fn country(world: &World) -> Option<&'static str> {
    world.view().phone.expect("the screen asks for a number").country
}

#[test]
fn a_national_number_is_sent_with_the_code_of_its_country() {
    let mut world = texting(Some("DE"));
    world.submit(&[(Field::Phone, "0170 1234567")]);
    let sent = body_of(&world.effects, "/passwordless/start");
    assert!(sent[0].contains("\"phone_number\":\"+491701234567\""), "{sent:?}");
    assert_eq!(world.screen(), ScreenName::Code);
}

#[test]
fn a_pasted_number_brings_its_country_along() {
    let mut world = texting(Some("DE"));
    world.person(Intent::Typed(Field::Phone, Typed::new("+44 7700 900123")));
    assert_eq!(country(&world), Some("GB"));
    world.submit(&[(Field::Phone, "07700 900123")]);
    assert!(body_of(&world.effects, "/passwordless/start")[0].contains("+447700900123"));
}

#[test]
fn a_country_can_be_chosen_and_takes_the_problem_away() {
    let mut world = texting(None);
    assert_eq!(
        country(&world),
        None,
        "the browser's language is `en`, of no region"
    );
    world.submit(&[(Field::Phone, "0170 1234567")]);
    assert_eq!(world.view().fields[0].problem, Some(FieldProblem::NotAPhone));
    world.person(Intent::Country("DE"));
    assert_eq!(
        (country(&world), world.view().fields[0].problem.clone()),
        (Some("DE"), None)
    );
    world.submit(&[(Field::Phone, "0170 1234567")]);
    assert_eq!(world.screen(), ScreenName::Code);
}

#[test]
fn the_country_is_that_of_the_browsers_language_unless_the_app_names_one() {
    for (languages, named, expected) in [
        (vec!["de-AT", "en-US"], None, Some("AT")),
        (vec!["de", "pt-BR"], None, Some("BR")),
        (vec!["zh-Hant-TW"], None, Some("TW")),
        (vec!["sr-Latn"], None, None),
        (vec!["de-AT"], Some("CH"), Some("CH")),
    ] {
        let mut page = world::page(world::PAGE);
        page.languages = languages.iter().map(|language| (*language).to_owned()).collect();
        let config = Config {
            phone_country: named.map(str::to_owned),
            ..config()
        };
        let mut world = World::on(page, config);
        world.go_passwordless("sms");
        assert_eq!(country(&world), expected, "{languages:?} {named:?}");
    }
}

#[test]
fn an_unknown_country_is_refused_at_the_start() {
    for code in ["de", "ZZ", "Germany", ""] {
        let world = World::new(Config {
            phone_country: Some(code.into()),
            ..config()
        });
        assert_eq!(world.screen(), ScreenName::Stopped, "{code}");
        assert!(world.advice[0].contains("`phone_country`"), "{:?}", world.advice);
    }
}

#[test]
fn a_zero_in_brackets_behind_the_country_code_is_not_dialled() {
    for typed in [
        "+49 (0) 170 1234567",
        "+49 (0)170 1234567",
        "0049 (0) 170 1234567",
    ] {
        let mut world = texting(None);
        world.submit(&[(Field::Phone, typed)]);
        let sent = body_of(&world.effects, "/passwordless/start");
        assert!(
            sent[0].contains("\"phone_number\":\"+491701234567\""),
            "{typed}: {sent:?}"
        );
    }
}

#[test]
fn a_number_that_is_filled_in_names_its_country() {
    let mut world = World::new(Config {
        phone_country: Some("DE".into()),
        phone_hint: Some("+44 7700 900123".into()),
        ..config()
    });
    world.go_passwordless("sms");
    assert_eq!(country(&world), Some("GB"));
}
