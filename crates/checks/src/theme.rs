//! A theme: what is taken can be read by everyone, and nothing of the file gets out of the declaration it is written into.

use serde_json::Value;
use url::Url;
use vestibule_theme_rules::pairs::PAIRS;
use vestibule_theme_rules::{FaultKind, Scheme, ThemeError, Tokens};

use crate::Verdict;

/// The bytes are a theme in either form.
#[must_use]
pub fn check(bytes: &[u8]) -> Verdict {
    let Ok(text) = std::str::from_utf8(bytes) else {
        return Verdict::Refused;
    };
    let [toml, json] = [Tokens::from_toml, Tokens::from_json].map(|read| {
        let tokens = read(text);
        assert_eq!(tokens, read(text), "read twice");
        match &tokens {
            Ok(tokens) => sound(tokens),
            Err(error) => told(error, text),
        }
        tokens.ok()
    });
    if let Some(toml) = &toml {
        in_the_other_form(toml, text);
    }
    Verdict::taken_if(toml.or(json).is_some())
}

fn sound(tokens: &Tokens) {
    for scheme in Scheme::ALL {
        let palette = tokens.palette(scheme);
        assert!(
            PAIRS.iter().all(|pair| pair.passes(scheme, palette)),
            "{palette:?}"
        );
    }
    let name = tokens.name();
    assert!(
        (1..=32).contains(&name.len())
            && name
                .bytes()
                .all(|byte| byte.is_ascii_alphanumeric() || byte == b'-')
    );
    let sheet = tokens.clone().sheet();
    if let Some(logo) = &sheet.logo {
        pictured(logo);
    }
    declared(&tokens.css());
    ruled(&tokens.rules());
    assert_eq!(sheet.css, tokens.css() + &tokens.rules());
    for (_, class) in sheet.classes.iter() {
        assert!(
            !class.contains(['"', '\'', '<', '>', '{', '}', ';', '&']),
            "{class:?}"
        );
    }
}

/// The contract of `themes/README.md`: so many properties, each once, and none of their values begins or ends anything.
fn declared(css: &str) {
    let declarations: Vec<&str> = css
        .strip_suffix(';')
        .expect("a declaration ends")
        .split(';')
        .collect();
    assert_eq!(declarations.len(), 40, "{css}");
    let mut names = Vec::new();
    for declaration in declarations {
        let (name, value) = declaration.split_once(':').expect("a name and a value");
        let name = name.strip_prefix("--vestibule-").expect("one of ours");
        assert!(
            name.bytes().all(|byte| byte.is_ascii_lowercase() || byte == b'-'),
            "{css}"
        );
        assert!(!names.contains(&name), "{name} is there twice");
        names.push(name);
        contained(value);
        if name == "font" {
            families(value);
        }
    }
}

/// Every block that a rule opens it closes, nothing is inside that loads anything or ends the sheet.
fn ruled(css: &str) {
    let mut depth = 0_i32;
    let mut quoted = false;
    for c in css.chars() {
        match c {
            '"' => quoted = !quoted,
            '{' if !quoted => depth += 1,
            '}' if !quoted => depth -= 1,
            c => assert!(!c.is_ascii_control() && !"<\\!'`".contains(c), "{css:?}"),
        }
        assert!((0..=2).contains(&depth), "{css:?}");
    }
    assert!(!quoted && depth == 0, "{css:?}");
    assert!(
        !css.contains("/*") && !css.contains("url(") && !css.contains("@import"),
        "{css:?}"
    );
}

/// A family without quotes is one word of CSS (CSS Values 4, section 4.2).
fn families(value: &str) {
    for family in value.split(',').filter(|family| !family.starts_with('"')) {
        let word = family.strip_prefix('-').unwrap_or(family);
        assert!(word.starts_with(|c: char| c.is_ascii_lowercase()), "{value:?}");
    }
}

/// Brackets and quotes close, and nothing stands for itself that means something in a sheet or a page.
fn contained(value: &str) {
    assert!(!value.trim().is_empty(), "a value of nothing");
    let mut quoted = false;
    let mut depth = 0_i32;
    for c in value.chars() {
        match c {
            '"' => quoted = !quoted,
            '(' if !quoted => depth += 1,
            ')' if !quoted => depth -= 1,
            c => assert!(!c.is_ascii_control() && !"{}[]<>\\@!;'`".contains(c), "{value:?}"),
        }
        assert!(depth >= 0, "{value:?}");
    }
    assert!(!quoted && depth == 0, "{value:?}");
    assert!(!value.contains("/*") && !value.contains("url("), "{value:?}");
}

/// The address of a logo, as a page of the host's understands it.
fn pictured(logo: &str) {
    let page = Url::parse("https://app.example/login").expect("a page");
    let Ok(address) = page.join(logo) else { return };
    let lower = logo.to_ascii_lowercase();
    match address.scheme() {
        "data" => assert!(
            address.path().to_ascii_lowercase().starts_with("image/"),
            "{logo:?}"
        ),
        "https" => assert!(
            address.host() == page.host() || lower.starts_with("https://"),
            "{logo:?}"
        ),
        other => panic!("{other} is no place for a logo: {logo:?}"),
    }
}

/// What is wrong is said of a line that is there, and not at greater length than the file has.
fn told(error: &ThemeError, text: &str) {
    assert!(!error.faults().is_empty());
    let lines = text.split('\n').count();
    for fault in error.faults() {
        let line = fault.line.map(|line| usize::try_from(line).expect("a line"));
        assert!(
            line.is_none_or(|line| (1..=lines).contains(&line)),
            "{fault} of {lines} lines"
        );
        assert!(fault.to_string().len() <= 1000 + 2 * text.len());
    }
}

/// As JSON the same theme is the same, but for the colours that a page does not read.
fn in_the_other_form(tokens: &Tokens, text: &str) {
    let table: toml::Table = toml::from_str(text).expect("the theme is TOML");
    let json = serde_json::to_value(table).unwrap_or(Value::Null);
    match Tokens::from_json(&json.to_string()) {
        Ok(other) => assert_eq!(other, *tokens),
        Err(error) => {
            let notation = |kind: &FaultKind| matches!(kind, FaultKind::NotAColour { .. });
            assert!(
                error.faults().iter().all(|fault| notation(&fault.kind)),
                "{error}"
            );
        }
    }
}
