//! Nothing of what a file says can end the declaration that it is written into, or bring in a second one.

use vestibule_theme_rules::Tokens;

const HOSTILE: &[&str] = &[
    ";--x:1",
    "}*{display:none}",
    "red;background:url(https://evil.example/)",
    "</style><script>alert(1)</script>",
    "/*",
    "\\3b",
    "\n}",
    "expression(1)",
    "var(--secret)",
    "url(x)",
    "@import 'x'",
    "\"",
    "'",
    "\u{0}",
    "calc(1px",
    "#fff/**/",
    "rgb(0 0 0/**/)",
];

fn theme(key: &str, value: &str) -> String {
    let colours = serde_json::json!({
        "surface": "#fff", "text": "#111", "muted": "#555", "border": "#777",
        "brand": "#1f4fa8", "danger": "#a11", "success": "#163",
    });
    let mut theme = serde_json::json!({ "name": "t", "light": colours, "dark": colours });
    match key.strip_prefix("light.") {
        Some(colour) => theme["light"][colour] = value.into(),
        None => theme[key] = value.into(),
    }
    theme.to_string()
}

#[test]
fn a_hostile_value_is_refused_or_leaves_as_many_declarations_as_a_good_one() {
    let good = Tokens::from_json(&theme("font", "inherit"))
        .expect("nothing is wrong with it")
        .css();
    let count = |css: &str| {
        (
            css.matches("--vestibule-").count(),
            css.matches(';').count(),
            css.matches(':').count(),
        )
    };
    let keys = [
        "name",
        "font",
        "radius",
        "spacing",
        "button",
        "logo",
        "mode",
        "light.text",
        "light.brand",
        "light.muted",
    ];
    for key in keys {
        for value in HOSTILE {
            for value in [
                (*value).to_owned(),
                format!("#fff{value}"),
                format!("Inter{value}"),
                format!("4px{value}"),
            ] {
                let Ok(tokens) = Tokens::from_json(&theme(key, &value)) else {
                    continue;
                };
                let css = tokens.css();
                assert_eq!(count(&css), count(&good), "{key} = {value:?} gave {css}");
                assert!(
                    !css.contains(['{', '}', '<', '\\', '\n', '@']),
                    "{key} = {value:?} gave {css}"
                );
            }
        }
    }
}

#[test]
fn json_and_toml_of_the_same_theme_give_the_same_sheet() {
    let toml = "name = 't'\nfont = 'Inter, sans-serif'\ndensity = 'compact'\ncard = 'flush'\nbutton = 'outline'\n\
                [light]\nsurface='#fff'\ntext='#111'\nmuted='#555'\nborder='#777'\nbrand='#1f4fa8'\ndanger='#a11'\n\
                success='#163'\n[dark]\nsurface='#fff'\ntext='#111'\nmuted='#555'\nborder='#777'\nbrand='#1f4fa8'\n\
                danger='#a11'\nsuccess='#163'\n";
    let mut json: serde_json::Value =
        serde_json::from_str(&theme("font", "Inter, sans-serif")).expect("it was written as JSON");
    for (key, word) in [("density", "compact"), ("card", "flush"), ("button", "outline")] {
        json[key] = word.into();
    }
    let toml = Tokens::from_toml(toml).expect("a theme").sheet();
    assert_eq!(
        Tokens::from_json(&json.to_string()).expect("a theme").sheet(),
        toml
    );
}

#[test]
fn a_page_reads_colours_as_digits_and_advises_nothing_else() {
    for (key, of) in [("light.text", "light.text"), ("brand", "brand")] {
        for colour in ["rgb(1 2 3)", "oklch(0.42 0.1 253)", "blue"] {
            let error = Tokens::from_json(&theme(key, colour)).expect_err(colour);
            assert_eq!(
                error.to_string(),
                format!("`{of}`: \"{colour}\" is not a colour; write it as \"#1d4e89\"")
            );
        }
    }
}

#[test]
fn what_is_not_json_or_not_an_object_is_refused() {
    for text in ["", "{", "[]", "null", "\"x\"", "{\"name\":1}", "<!doctype html>"] {
        assert!(Tokens::from_json(text).is_err(), "{text}");
    }
    assert_eq!(
        Tokens::from_json("[]").expect_err("a list").to_string(),
        "expected an object, found a list"
    );
}
