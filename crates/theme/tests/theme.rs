//! What a host sees of a theme.

use vestibule_theme::{ButtonStyle, CardStyle, Density, FaultKind, Mode, Theme, theme};

#[test]
fn a_path_is_seen_from_a_folder_above_when_the_crate_has_no_such_file() {
    let here: Theme = theme!("themes/dusk.toml");
    // Only the repository has this file, at its root; the folder of the crate does not.
    let above: Theme = theme!("crates/theme/tests/every-key.toml");
    assert_eq!(here, Theme::DUSK);
    assert_eq!(above.name(), "every-key");
}

#[test]
fn every_key_of_a_file_reaches_the_theme() {
    let theme = theme!("tests/every-key.toml");
    assert_eq!(theme.logo(), Some("https://cdn.example.com/logo.svg"));
    assert_eq!(theme.mode(), Mode::Dark);
    assert_eq!(theme.density(), Density::Compact);
    assert_eq!(theme.button_style(), ButtonStyle::Outline);
    assert_eq!(theme.card_style(), CardStyle::Flush);
    for declaration in [
        "--vestibule-surface:light-dark(#fff,#101418);",
        "--vestibule-on-brand:light-dark(#fff,#000);",
        "--vestibule-focus:light-dark(#6b21a8,#d8b4fe);",
        "--vestibule-font:\"IBM Plex Sans\",system-ui;",
        "--vestibule-radius:1rem;",
        "--vestibule-control-radius:40px;",
        "--vestibule-space:5px;",
        "--vestibule-border-width:2px;",
        "--vestibule-focus-width:3px;",
        "--vestibule-control-height:36px;",
        "--vestibule-button:var(--vestibule-surface);",
        "--vestibule-button-text:var(--vestibule-brand);",
        "--vestibule-button-hover:var(--vestibule-brand-soft);",
        "--vestibule-shadow:0 0 #0000;",
    ] {
        assert!(
            theme.css().contains(declaration),
            "{declaration} is not in {}",
            theme.css()
        );
    }
}

#[test]
fn a_theme_can_arrive_as_json() {
    let colours = r##"{"surface":"#fff","text":"#111","muted":"#555","border":"#777","brand":"#1f4fa8",
                       "danger":"#a11","success":"#163"}"##;
    let json = format!(r#"{{"name":"mine","light":{colours},"dark":{colours}}}"#);
    let theme = Theme::from_json(&json).expect("a theme");
    assert_eq!(theme.name(), "mine");
    assert_eq!(theme, theme.clone());
    assert!(theme.css().starts_with("--vestibule-surface:#fff;"));

    let error = Theme::from_json(&json.replace("#555", "#bbb")).expect_err("muted is too pale");
    assert!(
        error
            .faults()
            .iter()
            .all(|fault| matches!(fault.kind, FaultKind::Contrast(_)))
    );
    let error = Theme::from_json(&json.replace("border", "boarder")).expect_err("no such key");
    assert!(
        error
            .to_string()
            .contains("`light.boarder`: unknown key; the nearest known one is `border`"),
        "{error}"
    );
}
