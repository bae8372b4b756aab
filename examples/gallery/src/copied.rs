//! What is copied, compiled: with everything otherwise than usual, and once for each way in which an app has a state of its own choice.
//!
//! `VESTIBULE_RECORD=1 cargo test -p gallery copied` writes the files anew.

use std::collections::BTreeSet;
use std::fmt::Write as _;
use std::{env, fs};

use vestibule::gallery::{Sample, samples};

use crate::address::Address;
use crate::besides::besides;
use crate::source::rust;
use crate::wishes::wishes;

/// That these compile is what this module is for.
mod everything {
    include!("copied.txt");
}

mod states {
    include!("copied_states.txt");
}

/// Makes use of what is copied, as a page does: what nobody uses is warned of.
const DRAWN: &str = "\n#[test]\nfn a_page_can_draw_it() {\n    let _ = html! { <App /> };\n}\n";

fn otherwise() -> Address {
    [
        ("screen", "sign-up"),
        ("theme", "dusk"),
        ("lang", "pt-BR"),
        ("mode", "dark"),
        ("layout", "split"),
        ("density", "compact"),
        ("card", "flush"),
        ("order", "form-last"),
        ("buttons", "marks"),
        ("message", "info"),
    ]
    .into_iter()
    .fold(Address::usual(), |address, (part, value)| {
        address.with(part, value)
    })
}

fn copied(sample: &Sample) -> String {
    let address = Address::usual()
        .with("screen", sample.screen)
        .with("state", sample.state);
    rust(&address, None)
}

/// What compiles in the same way: the words beside it are no part of it.
fn code(text: &str) -> String {
    let lines = text.lines().filter(|line| !line.trim_start().starts_with("//"));
    lines.collect::<Vec<_>>().join("\n")
}

fn is_the_record(file: &str, recorded: &str, now: &str) {
    if env::var_os("VESTIBULE_RECORD").is_some() {
        let path = format!("{}/src/{file}", env!("CARGO_MANIFEST_DIR"));
        fs::write(path, now).expect("the record can be written");
        return;
    }
    assert!(
        now == recorded,
        "what is copied is otherwise than in {file}: record it anew"
    );
}

#[test]
fn what_is_copied_compiles_with_everything_otherwise() {
    is_the_record(
        "copied.txt",
        include_str!("copied.txt"),
        &rust(&otherwise(), None),
    );
}

#[test]
fn what_is_copied_compiles_for_every_state_that_is_the_apps_own_choice() {
    let (mut known, mut text) = (BTreeSet::new(), String::new());
    for sample in samples() {
        let copied = copied(&sample);
        if !wishes(sample.screen, sample.state).is_empty() && known.insert(code(&copied)) {
            let name = sample.name().replace('-', "_");
            let _ = write!(text, "mod {name} {{\n{copied}{DRAWN}}}\n\n");
        }
    }
    is_the_record(
        "copied_states.txt",
        include_str!("copied_states.txt"),
        &format!("{}\n", text.trim_end()),
    );
}

#[test]
fn every_state_says_what_makes_it_in_code_or_in_words() {
    for sample in samples() {
        let (screen, state) = (sample.screen, sample.state);
        let is_said = besides(screen, state).is_some() || !wishes(screen, state).is_empty();
        assert!(is_said, "{}", sample.name());
    }
}

#[test]
fn a_state_that_the_config_alone_makes_sets_it_and_one_of_the_servers_says_whose_choice_it_is() {
    let of = |screen: &str, state: &str| {
        let samples = samples();
        let found = samples
            .iter()
            .find(|sample| sample.screen == screen && sample.state == state);
        copied(found.expect("it is in the list"))
    };
    for (screen, state, field) in [
        ("sign-up", "terms", "terms_of_service: "),
        ("sign-up", "tick", "accept_terms: true"),
        ("sign-up", "fields", "sign_up_fields: "),
        ("log-in", "links", "sign_up_link: "),
        ("log-in", "picture", "captcha: true"),
        ("log-in", "sum", "captcha: true"),
        ("log-in", "riddle", "captchas={"),
        ("log-in", "name", "username_style: "),
        ("log-in", "avatar", "fn avatar("),
        ("passwordless", "country", "phone_country: "),
        ("passwordless", "send-link", "passwordless: "),
        ("signed-up", "idle", "log_in_after_sign_up: false"),
        ("second-factor", "idle", "hosted_config("),
    ] {
        let text = of(screen, state);
        assert!(text.contains(field), "{screen} {state}: {text}");
    }
    assert!(of("log-in", "locked").contains("// The server's choice: "));
    assert!(of("log-in", "busy").contains("// The person's doing: "));
}

#[test]
fn no_hook_comes_after_a_config_that_may_not_be_there() {
    let address = Address::usual()
        .with("screen", "second-factor")
        .with("lang", "de");
    let text = rust(&address, None);
    let place = |what: &str| text.find(what).expect("it is written");
    assert!(
        place("use_language(") < place("hosted_config(\"hosted\")"),
        "{text}"
    );
}

#[test]
fn what_is_said_of_a_state_is_one_line_that_fits() {
    for sample in samples() {
        if let Some(words) = besides(sample.screen, sample.state) {
            assert!(words.len() <= 130 && words.ends_with('.'), "{words}");
        }
    }
}
