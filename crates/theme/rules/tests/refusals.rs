//! Every fault of a theme file is found, on its line, with the remedy in the message.

use vestibule_theme_rules::{FaultKind, Tokens};

/// A file without a fault; each case below changes one line of it.
const GOOD: &str = r##"name = "good"
mode = "auto"
font = "inherit"
radius = "12px"

[light]
surface = "#ffffff"
text = "#1a1a1a"
muted = "#5c5c5c"
border = "#808080"
brand = "#1f4fa8"
danger = "#b3261e"
success = "#1f6b43"

[dark]
surface = "#1c1c1c"
text = "#f2f2f2"
muted = "#b0b0b0"
border = "#888888"
brand = "#a6c1fa"
danger = "#ffa49a"
success = "#86d3a6"
"##;

fn with(line: usize, text: &str) -> String {
    let mut lines: Vec<&str> = GOOD.lines().collect();
    lines[line - 1] = text;
    lines.join("\n")
}

/// What is said about a file whose `line` has been replaced by `text`.
fn refusal(line: usize, text: &str) -> String {
    Tokens::from_toml(&with(line, text)).expect_err(text).to_string()
}

#[test]
fn a_file_without_a_fault_is_taken() {
    let tokens = Tokens::from_toml(GOOD).expect("nothing is wrong with it");
    assert_eq!(tokens.name(), "good");
}

#[test]
fn a_fault_is_named_with_its_line_and_the_remedy() {
    for (line, text, message) in [
        (
            7,
            "surfce = \"#fff\"",
            "line 6, `light.surface`: missing; every theme says this\nline 7, `light.surfce`: \
             unknown key; the nearest known one is `surface`",
        ),
        (
            3,
            "fnt = \"inherit\"",
            "line 3, `fnt`: unknown key; the nearest known one is `font`",
        ),
        (
            3,
            "headline = \"x\"",
            "line 3, `headline`: unknown key; known here are `name`, `preset`, `brand`, `mode`, `font`, `title-font`, \
             `title-size`, `title-weight`, `text-size`, `radius`, `control-radius`, `spacing`, `density`, \
             `border-width`, `focus-width`, `button`, `field`, `card`, `align`, `width`, `motion`, `logo`, `logo-size`, \
             `light`, `dark`, `part`",
        ),
        (1, "", "`name`: missing; every theme says this"),
        (
            1,
            "name = \"My Theme\"",
            "line 1, `name`: \"My Theme\" is not a name; use up to 32 small letters, digits and \
             hyphens",
        ),
        (
            2,
            "mode = \"atuo\"",
            "line 2, `mode`: \"atuo\" is not known; did you mean \"auto\"?",
        ),
        (
            2,
            "button = \"gradient\"",
            "line 2, `button`: \"gradient\" is not known; choose one of `solid`, `soft`, \
             `outline`",
        ),
        (
            4,
            "radius = 12",
            "line 4, `radius`: this is a number; a text in quotes belongs here",
        ),
        (
            4,
            "radius = \"12\"",
            "line 4, `radius`: \"12\" is not a length from 0px to 40px; write it as \"8px\" or \
             \"0.5rem\"",
        ),
        (
            4,
            "radius = \"99px\"",
            "line 4, `radius`: \"99px\" is not a length from 0px to 40px; write it as \"8px\" or \
             \"0.5rem\"",
        ),
        (
            4,
            "logo = \"http://a.example/l.svg\"",
            "line 4, `logo`: \"http://a.example/l.svg\" cannot be a logo; give an \
             https address, a path such as \"/logo.svg\", or a data:image address",
        ),
        (
            11,
            "brand = \"blue\"",
            "line 11, `light.brand`: \"blue\" is not a colour; write it as \"#1d4e89\", or in a theme file as \"oklch(0.42 0.1 253)\" or the like",
        ),
        (
            7,
            "surface = \"#ffffff80\"",
            "line 7, `light.surface`: the surface must cover what is below it; leave the \
             alpha out",
        ),
    ] {
        assert_eq!(refusal(line, text), message, "{text}");
    }
}

#[test]
fn a_table_that_is_not_there_or_not_a_table_is_named() {
    let (without, _) = GOOD.split_once("[dark]").expect("the file has that table");
    let error = Tokens::from_toml(without).expect_err("half of the colours");
    assert_eq!(error.to_string(), "`dark`: missing; every theme says this");

    let error = Tokens::from_toml(&format!("dark = \"#000\"\n{without}")).expect_err("a colour for a table");
    assert_eq!(
        error.to_string(),
        "line 1, `dark`: this is a text; a table of colours belongs here"
    );
}

#[test]
fn a_brand_colour_that_cannot_be_read_is_the_one_fault_of_a_file_that_lives_by_it() {
    for (file, message) in [
        (
            "name = 'x'\nbrand = 'blue'",
            "line 2, `brand`: \"blue\" is not a colour; write it as \"#1d4e89\", or in a theme file as \
             \"oklch(0.42 0.1 253)\" or the like",
        ),
        (
            "name = 'x'\nbrand = 7\n[light]\nsurface = '#fff'",
            "line 2, `brand`: this is a number; a text in quotes belongs here",
        ),
        (
            "name = 'x'\npreset = 'dusk'\nbrand = '#12'\n[dark]\ntext = 'white'",
            "line 3, `brand`: \"#12\" is not a colour; write it as \"#1d4e89\", or in a theme file as \
             \"oklch(0.42 0.1 253)\" or the like\nline 5, `dark.text`: \"white\" is not a colour; write it as \
             \"#1d4e89\", or in a theme file as \"oklch(0.42 0.1 253)\" or the like",
        ),
    ] {
        let error = Tokens::from_toml(file).expect_err(file);
        assert_eq!(error.to_string(), message);
    }
}

#[test]
fn what_is_not_toml_is_refused_on_its_line() {
    let error = Tokens::from_toml(&with(9, "muted = #5c5c5c")).expect_err("a colour without quotes");
    let [fault] = error.faults() else {
        panic!("one fault, not {error}")
    };
    assert_eq!(fault.line, Some(9));
    assert!(matches!(fault.kind, FaultKind::Syntax { .. }));
}

#[test]
fn all_faults_are_reported_at_once_in_the_order_of_the_file() {
    let file = with(2, "mode = \"dim\"")
        .replace("#5c5c5c", "#999999")
        .replace("#ffa49a", "salmon");
    let error = Tokens::from_toml(&file).expect_err("three faults");
    let lines: Vec<_> = error.faults().iter().map(|fault| fault.line).collect();
    assert_eq!(lines, [Some(2), Some(9), Some(21)]);
}

#[test]
fn colours_that_cannot_be_told_apart_are_named_with_a_colour_that_passes() {
    assert_eq!(
        refusal(9, "muted = \"#999999\""),
        "line 9, `light.muted`: muted on quiet has a contrast of 2.59:1 in the light colours and needs 4.5:1; \
         \"#707070\" passes"
    );
    assert_eq!(
        refusal(12, "on-brand = \"#000\"\ndanger = \"#b3261e\""),
        "line 11, `light.brand`: brand-active on danger-soft has a contrast of 4.03:1 in the light colours and needs 4.5:1; \
         \"#1b4592\" passes\n\
         line 12, `light.on-brand`: on-brand on brand has a contrast of 2.74:1 in the light colours and needs 4.5:1; \
         \"#c7c7c7\" passes, and without this key black or white is chosen"
    );
}

#[test]
fn the_colour_that_is_proposed_does_pass() {
    for (line, key) in [
        (8, "text"),
        (9, "muted"),
        (10, "border"),
        (11, "brand"),
        (12, "danger"),
        (13, "success"),
    ] {
        for colour in [
            "#fff",
            "#ffe100",
            "#39ff14",
            "#f0f0f0",
            "#ffb3c7",
            "#bbbbbb",
            "#ffffff20",
            "#00000030",
        ] {
            let error = Tokens::from_toml(&with(line, &format!("{key} = \"{colour}\""))).expect_err(colour);
            let [fault] = error.faults() else {
                panic!("{key} = {colour}: {error}")
            };
            let FaultKind::Contrast(shortfall) = &fault.kind else {
                panic!("{key} = {colour}: {error}")
            };
            let proposed = shortfall
                .suggestion
                .as_deref()
                .expect("white lets every hue pass");
            let taken = Tokens::from_toml(&with(line, &format!("{key} = \"{proposed}\"")));
            assert!(taken.is_ok(), "{key}: {proposed} instead of {colour}: {taken:?}");
        }
    }
}
