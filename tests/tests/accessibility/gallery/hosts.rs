//! On pages of hosts that use Bootstrap, Tailwind or a reset: every part of every state stands where it stands on a bare page, as
//! large, in the same type and colours, and themes that take the host's tokens over look as they did.

use std::{path::Path, process::Command, sync::OnceLock};

use vestibule_tests::{Pane, Person, Scene, story};

use super::{counts, goes_to, states, walks, with};

const MEASURES: &str = include_str!("measures.js");
/// Tailwind's sheet in the target folder.
const PREFLIGHT: &str = "tailwind/preflight.css";
/// A theme with a font of its own: what one inherits is the page's to say.
const THEME: &str = "&theme=slate&mode=light";

/// A host's style sheet, by the name of its file.
struct Host {
    name: &'static str,
    file: &'static str,
    /// What its pictures are taken in: a theme that takes the host's tokens over, where there is one.
    look: &'static str,
    scene: fn() -> Scene,
}

const HOSTS: [Host; 3] = [
    Host {
        name: "bootstrap",
        file: "bootstrap.min.css",
        look: "&theme=bootstrap",
        scene: || Scene::of("gallery").with_npm("bootstrap", "dist/css/bootstrap.min.css"),
    },
    Host {
        name: "tailwind",
        file: "preflight.css",
        look: "",
        scene: || {
            make_preflight();
            Scene::of("gallery").with_built(PREFLIGHT)
        },
    },
    Host {
        name: "reset",
        file: "reset.css",
        look: "",
        scene: || Scene::of("gallery").with_npm("the-new-css-reset", "css/reset.css"),
    },
];

/// Has Tailwind write its reset, unless that was done.
fn make_preflight() {
    static MADE: OnceLock<()> = OnceLock::new();
    MADE.get_or_init(|| make_tailwind(PREFLIGHT, &[]));
}

/// Has Tailwind write a sheet for a page that uses these classes.
fn make_tailwind(sheet: &str, classes: &[&str]) {
    let own = Path::new(env!("CARGO_TARGET_TMPDIR"));
    let target = own.parent().expect("it lies in the target folder");
    let sheet = target.join(sheet);
    std::fs::create_dir_all(sheet.parent().expect("it lies in a folder"))
        .expect("the target can be written to");
    let output = Command::new("node")
        .arg(Path::new(env!("CARGO_MANIFEST_DIR")).join("peers/tailwind/preflight.mjs"))
        .arg(sheet)
        .args(classes)
        .env("NODE_PATH", target.join("tools/node_modules"))
        .output()
        .expect("node is where npm is");
    let told = String::from_utf8_lossy(&output.stderr);
    assert!(output.status.success(), "Tailwind writes nothing: {told}");
}

/// Puts the host's sheet where a host has it: linked, before everything else.
fn links(person: &Person, file: &str) {
    person.runs(&format!(
        "return new Promise((done, failed) => {{
            const link = Object.assign(document.createElement('link'), {{ rel: 'stylesheet', href: '/{file}', onload: done, onerror: failed }});
            document.head.prepend(link);
        }}).then(() => null)"
    ));
}

fn nothing_of_the_widget_changes_on_a_page_of(host: &Host) {
    story((host.scene)(), |story| {
        let person = story.visitor();
        let states = with(&states(&person), THEME);
        person.looks_through(Pane::ALL[3]);
        let bare = walks(&person, &states, &[MEASURES], "measures");
        links(&person, host.file);
        let weight = person.runs("return getComputedStyle(document.querySelector('h1')).fontWeight");
        assert_ne!(weight, "700", "the sheet of {} is on the page", host.name);
        let hosted = walks(&person, &states, &[MEASURES], "measures");
        assert!(bare.len() > 1000 && bare.len() == hosted.len());
        let other: Vec<String> = bare
            .iter()
            .zip(&hosted)
            .filter(|(bare, hosted)| bare != hosted)
            .map(|(bare, hosted)| format!("{bare}\n  and on the host's page\n{hosted}"))
            .take(20)
            .collect();
        assert!(other.is_empty(), "{}", other.join("\n"));
        counts(&format!(
            "{} parts of {} states on a page of {}",
            bare.len(),
            states.len(),
            host.name
        ));

        let mut different = Vec::new();
        for (screen, state) in [("log-in", "errors"), ("sign-up", "typed")] {
            let look = host.look;
            goes_to(
                &person,
                &format!("?screen={screen}&state={state}{look}&mode=light"),
            );
            different.extend(person.differs("[data-part=root]", &format!("host-{}-{screen}", host.name)));
        }
        assert!(different.is_empty(), "{}", different.join("\n"));
    });
}

#[test]
fn on_a_page_with_bootstrap_nothing_of_the_widget_changes() {
    nothing_of_the_widget_changes_on_a_page_of(&HOSTS[0]);
}

#[test]
fn on_a_page_with_tailwind_nothing_of_the_widget_changes() {
    nothing_of_the_widget_changes_on_a_page_of(&HOSTS[1]);
}

#[test]
fn on_a_page_with_a_reset_nothing_of_the_widget_changes() {
    nothing_of_the_widget_changes_on_a_page_of(&HOSTS[2]);
}

/// A host that names its layers as the guide for hosts says.
#[test]
fn among_a_hosts_layers_its_utilities_win_over_the_widget_and_its_resets_do_not() {
    make_tailwind("tailwind/layered.css", &["rounded-none", "tracking-widest"]);
    let scene = Scene::of("gallery").with_built("tailwind/layered.css");
    story(scene, |story| {
        let person = story.visitor();
        goes_to(&person, "?screen=log-in&state=idle&theme=slate&mode=light");
        let of = |part: &str, property: &str| {
            person.runs(&format!(
                "return getComputedStyle(document.querySelector('[data-part={part}]')).{property}"
            ))
        };
        let looks = || {
            [
                of("submit", "borderRadius"),
                of("submit", "letterSpacing"),
                of("submit", "padding"),
                of("title", "fontWeight"),
                of("control", "borderWidth"),
            ]
        };
        let bare = looks();
        links(&person, "layered.css");
        assert_eq!(looks(), bare, "the resets lose");
        person.runs("document.querySelector('[data-part=submit]').classList.add('rounded-none', 'tracking-widest'); return null");
        let [radius, spacing, rest @ ..] = looks();
        assert_eq!(radius, "0px");
        assert_ne!(spacing, bare[1]);
        assert_eq!(rest, bare[2..]);
    });
}
