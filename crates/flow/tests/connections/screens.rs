//! Situations B and C: what is on the screen, by what the server offers.

use vestibule_flow::{Config, InitialScreen, Purpose};

use crate::world::{World, config};
use crate::{COMPANY, DATABASE, DIRECTORY, DIRECTORY_FOR_ALL, OTHER_COMPANY, SOCIAL, drawn};

#[test]
fn situation_b_what_is_on_the_screen() {
    let all = [SOCIAL, DATABASE, COMPANY, DIRECTORY_FOR_ALL];
    let start = |screen| config().initial_screen(screen);
    let no_sign_up = || Config {
        allow_sign_up: false,
        ..config()
    };
    let no_reset = || Config {
        allow_forgot_password: false,
        ..config()
    };
    let only_log_in = || Config {
        allow_sign_up: false,
        allow_forgot_password: false,
        ..config()
    };
    let cases: Vec<(Config, &[&str], &str)> = vec![
        (config(), &all, "TSEPFG"),
        (start(InitialScreen::SignUp), &all, "BSEPG"),
        (start(InitialScreen::ForgotPassword), &all, "BEG"),
        (no_sign_up(), &all, "SEPFG"),
        (no_reset(), &all, "TSEPG"),
        (only_log_in(), &all, "SEPG"),
        (config(), &[COMPANY], "C"),
        (config(), &[COMPANY, OTHER_COMPANY], "EG"),
        (config(), &[COMPANY, DIRECTORY], "EG"),
        (config(), &[DIRECTORY_FOR_ALL], "UPG"),
        (config(), &[DIRECTORY, DIRECTORY_FOR_ALL], "UPG"),
        (config(), &[DATABASE], "TEPFG"),
        (start(InitialScreen::SignUp), &[DATABASE], "BEPG"),
        (start(InitialScreen::ForgotPassword), &[DATABASE], "BEG"),
        (no_sign_up(), &[DATABASE], "EPFG"),
        (no_reset(), &[DATABASE], "TEPG"),
        (only_log_in(), &[DATABASE], "EPG"),
        (config(), &[SOCIAL, "facebook facebook"], "SS"),
    ];
    for (config, connections, expected) in cases {
        let world = World::offering(config, connections);
        assert_eq!(drawn(&world.view()), expected, "{connections:?}");
    }
}

#[test]
fn situation_c_a_company_alone_is_one_button_and_a_directory_alone_a_form() {
    for strategy in [
        "adfs",
        "custom",
        "google-apps",
        "ip",
        "mscrm",
        "office365",
        "pingfederate",
        "samlp",
        "sharepoint",
        "waad",
        "oidc",
        "okta",
        "auth0-oidc",
    ] {
        let world = World::offering(config(), &[&format!("{strategy} only acme.test")]);
        let view = world.view();
        assert_eq!(drawn(&view), "C", "{strategy}");
        assert_eq!(view.connections[0].domain.as_deref(), Some("acme.test"));
        assert_eq!(view.connections[0].strategy, strategy);
    }
    for strategy in ["ad", "auth0-adldap"] {
        let world = World::offering(config(), &[&format!("{strategy} only acme.test")]);
        assert_eq!(drawn(&world.view()), "UPG", "{strategy}");
        assert_eq!(world.view().fields[0].purpose, Purpose::LoginName);
    }
}
