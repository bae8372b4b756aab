//! The widget's rules become its sheet when the crate is built: stylist reads them, scopes them to the class of the root
//! and writes them out, so that the page has the text alone and a fault in it ends the build. What several features have in
//! common is named here for all of them.

use std::path::Path;
use std::{env, fs};

use stylist::ast::{Sheet, ToStyleStr as _};

/// The class on the root of each widget.
const CLASS: &str = "vestibule";

/// In the order in which they stand in the sheet.
const FILES: [&str; 5] = ["frame.css", "form.css", "button.css", "notice.css", "motion.css"];

/// Those that an app without the part does without: with any of these cargo features.
const OF_FEATURES: [(&[&str], &str); 11] = [
    (&["SIGN_UP"], "policy.css"),
    (&["PASSWORDLESS", "HOSTED"], "code.css"),
    (&["FIELDS", "TERMS"], "tick.css"),
    (&["TERMS"], "terms.css"),
    (&["FIELDS"], "fields.css"),
    (&["HOOKS"], "avatar.css"),
    (&["FLASH"], "flash.css"),
    (&["PHONE"], "phone.css"),
    (&["CAPTCHA"], "captcha.css"),
    (&["MODES"], "modes.css"),
    (&["MODES", "SLOTS"], "slots.css"),
];

/// The cargo features with any of which something goes on in the page once the widget stands there: `cfg(follows)`.
const THAT_FOLLOW: [&str; 5] = ["CAPTCHA", "CLASSES", "LIVE_CONFIG", "MODES", "SHADOW"];

/// Selectors with a list in brackets, as of `:is(a, b)`.
fn lists_within(rules: &str) -> impl Iterator<Item = &str> {
    let selectors = rules.split(['{', '}', ';']).filter(|part| !part.contains(": "));
    selectors.filter(|part| {
        let mut inside = part.split('(').skip(1).filter_map(|rest| rest.split(')').next());
        inside.any(|list| list.contains(','))
    })
}

fn main() {
    let folder = Path::new("src/style");
    println!("cargo::rerun-if-changed={}", folder.display());
    let mut rules = String::new();
    let is_on = |feature: &&str| env::var_os(format!("CARGO_FEATURE_{feature}")).is_some();
    println!("cargo::rustc-check-cfg=cfg(follows)");
    if THAT_FOLLOW.iter().any(is_on) {
        println!("cargo::rustc-cfg=follows");
    }
    let wanted = OF_FEATURES
        .into_iter()
        .filter(|(features, _)| features.iter().any(is_on));
    let of_features = wanted.map(|(_, file)| file);
    for file in FILES.into_iter().chain(of_features) {
        let path = folder.join(file);
        rules += &fs::read_to_string(&path).unwrap_or_else(|cause| panic!("{}: {cause}", path.display()));
    }
    if let Some(selector) = lists_within(&rules).next() {
        panic!("stylist takes the commas of `{selector}` for those between rules: write each of them out");
    }
    let sheet: Sheet = rules
        .parse()
        .unwrap_or_else(|fault| panic!("the rules of {} are no CSS: {fault}", folder.display()));
    let written = sheet.to_style_str(Some(CLASS));
    // No rule has a text in quotes: white space is only ever one space wide, and none beside these signs.
    let mut looks = written.split_whitespace().collect::<Vec<_>>().join(" ");
    for (wide, narrow) in [
        (": ", ":"),
        ("; ", ";"),
        (", ", ","),
        (" {", "{"),
        ("{ ", "{"),
        (";}", "}"),
        ("} ", "}"),
    ] {
        looks = looks.replace(wide, narrow);
    }
    let folder = env::var_os("OUT_DIR").expect("cargo says where what is made goes");
    fs::write(Path::new(&folder).join("looks.css"), looks).expect("cargo's own folder can be written");
}
