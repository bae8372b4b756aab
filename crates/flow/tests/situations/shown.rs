//! Situations M and O: what stands on the screen, and that a form goes once.

use vestibule_flow::{Config, Effect, Field, Intent, Purpose, ScreenName, Typed, UsernameStyle};

use crate::with_settings;
use crate::world::{World, body_of, config};

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
