//! What many connections and many domains cost: the first screen, and a keystroke in the field for the address, on a slow machine.

use std::fmt::Write as _;
use std::process::ExitCode;

use vestibule_tests::{Scene, story};

/// How much slower than this machine: DESIGN.md 6.
const SLOWER: u32 = 4;

/// How often each is measured.
const TIMES: usize = 5;

/// What is typed, a letter at a time: the domain is looked up once there is one.
const TYPED: &str = "ada.lovelace@d9999.test";

/// Of which the connections are, in turn.
const STRATEGIES: [&str; 8] = [
    "google-oauth2",
    "facebook",
    "github",
    "apple",
    "linkedin",
    "samlp",
    "waad",
    "oauth2",
];

/// A page with so many connections shown, and a company of so many domains that has no button.
#[derive(Clone, Copy)]
struct Case {
    shown: usize,
    domains: usize,
}

/// Medians, in milliseconds of script, layout and style.
struct Measured {
    case: Case,
    first_screen: f64,
    keystroke: f64,
}

const CASES: [Case; 6] = [
    Case { shown: 1, domains: 0 },
    Case {
        shown: 10,
        domains: 0,
    },
    Case {
        shown: 60,
        domains: 0,
    },
    Case {
        shown: 1,
        domains: 10,
    },
    Case {
        shown: 1,
        domains: 1_000,
    },
    Case {
        shown: 1,
        domains: 10_000,
    },
];

fn main() -> ExitCode {
    let measured = CASES.map(measure);
    println!("\n| connections shown | domains | first screen, ms | a keystroke, ms |\n|---:|---:|---:|---:|");
    for one in &measured {
        let Case { shown, domains } = one.case;
        println!(
            "| {shown} | {domains} | {:.1} | {:.2} |",
            one.first_screen, one.keystroke
        );
    }
    let [one, ten, sixty, few, _, many] = &measured;
    // What nine more connections take, fifty-nine may take in proportion; the noise of a busy machine comes on top.
    let in_proportion = |a: f64, b: f64| a + (b - a).max(0.5) * (59.0 / 9.0) * 1.5;
    let mut faults = Vec::new();
    if sixty.first_screen > in_proportion(one.first_screen, ten.first_screen) {
        faults.push("The first screen grows faster than the connections on it.");
    }
    if sixty.keystroke > in_proportion(one.keystroke, ten.keystroke) {
        faults.push("A keystroke grows faster than the connections on the page.");
    }
    if many.keystroke > few.keystroke * 1.5 + 0.5 {
        faults.push("A keystroke grows with domains that nobody sees.");
    }
    for fault in &faults {
        eprintln!("{fault}");
    }
    if faults.is_empty() {
        ExitCode::SUCCESS
    } else {
        ExitCode::FAILURE
    }
}

fn scene(case: Case) -> Scene {
    let mut toml = String::new();
    let mut names = vec!["Username-Password-Authentication".to_owned()];
    for at in 0..case.shown {
        let name = format!("provider-{at}");
        // Writing into a text cannot fail.
        let _ = writeln!(
            toml,
            "[[connection]]\nname = '{name}'\nstrategy = '{}'\ndisplay_name = 'Provider {at}'",
            STRATEGIES[at % STRATEGIES.len()]
        );
        names.push(name);
    }
    if case.domains > 0 {
        let domains: Vec<String> = (0..case.domains).map(|at| format!("'d{at}.test'")).collect();
        let _ = writeln!(
            toml,
            "[[connection]]\nname = 'company'\nstrategy = 'ad'\ndomains = [{}]",
            domains.join(",")
        );
        names.push("company".to_owned());
    }
    Scene::quickstart()
        .with_authority(&toml)
        .with("connections", names)
}

fn measure(case: Case) -> Measured {
    let (mut first_screens, mut keystrokes) = (Vec::new(), Vec::new());
    story(scene(case), |story| {
        for _ in 0..TIMES {
            let person = story.person();
            person.slows_down(SLOWER);
            let before = person.spent_ms();
            person.opens(&story.app_url());
            person.is_on("log-in");
            first_screens.push(person.spent_ms() - before);
            let shown =
                person.runs("return document.querySelectorAll('[data-part=connections] button').length");
            assert_eq!(shown, case.shown, "the connections stand on the page");
            person.clicks("[name=username]");
            let before = person.spent_ms();
            person.types(TYPED);
            let letters = u32::try_from(TYPED.len()).expect("a short text");
            keystrokes.push((person.spent_ms() - before) / f64::from(letters));
            if case.domains == 10_000 {
                person.reads("[data-part=status]", "d9999.test");
            }
        }
    });
    Measured {
        case,
        first_screen: median(first_screens),
        keystroke: median(keystrokes),
    }
}

fn median(mut values: Vec<f64>) -> f64 {
    values.sort_by(f64::total_cmp);
    values[values.len() / 2]
}
