//! Every state of the gallery, in both directions of writing, and every screen in every theme: judged, counted, and read in a language
//! that is longer than English.

use std::io::Write as _;

use vestibule_tests::{Audit, Pane, Person, Scene, story};

const DIRECTIONS: [&str; 2] = ["ltr", "rtl"];

/// The queries of all states, as the gallery's own contents have them.
fn states(person: &Person) -> Vec<String> {
    person.sees("#states a");
    let links = person
        .runs("return [...document.querySelectorAll('#states a')].map((link) => new URL(link.href).search)");
    let links = links.as_array().expect("a list").iter();
    links
        .map(|link| link.as_str().expect("a query").to_owned())
        .collect()
}

/// Goes to a state of the gallery, with nothing around it, as a link would.
fn goes_to(person: &Person, query: &str) {
    person.runs(&format!(
        "history.pushState(null, '', '{query}&bare'); dispatchEvent(new PopStateEvent('popstate'))"
    ));
    person.sees(&format!("main[data-shown='{query}&bare']"));
}

/// What a failed comparison would not say: how much was looked at. Past the harness, which shows nothing of what passes.
fn counts(what: &str) {
    writeln!(std::io::stderr(), "gallery: {what}").expect("somebody reads the results");
}

fn every_state_in(direction: &str) {
    story(Scene::of("gallery"), |story| {
        let mut audit = Audit::default();
        let person = story.visitor();
        let states = states(&person);
        assert!(states.len() >= 100, "{}", states.len());
        for query in &states {
            goes_to(&person, &format!("{query}&dir={direction}"));
            audit.of(&person, &format!("{query}, {direction}"));
        }
        counts(&format!(
            "{} states {direction}, {} axe runs",
            states.len(),
            audit.runs()
        ));
        assert!(audit.runs() >= 400, "{}", audit.runs());
        audit.ends();
    });
}

#[test]
fn every_state_written_from_left_to_right_shuts_nobody_out() {
    every_state_in(DIRECTIONS[0]);
}

#[test]
fn every_state_written_from_right_to_left_shuts_nobody_out() {
    every_state_in(DIRECTIONS[1]);
}

/// The first state of each screen stands for it.
fn screens(states: &[String]) -> Vec<&String> {
    let screen = |query: &str| query.split('&').next().unwrap_or_default().to_owned();
    let mut seen = Vec::new();
    let first = states.iter().filter(|query| {
        let name = screen(query);
        let is_new = !seen.contains(&name);
        seen.push(name);
        is_new
    });
    first.collect()
}

fn every_screen_in_every_theme(direction: &str) {
    story(Scene::of("gallery"), |story| {
        let mut audit = Audit::default();
        let person = story.visitor();
        let states = states(&person);
        let themes = person
            .runs("return [...document.querySelectorAll('[name=theme] option')].map((one) => one.value)");
        let themes: Vec<&str> = themes
            .as_array()
            .expect("a list")
            .iter()
            .filter_map(|theme| theme.as_str())
            .collect();
        assert_eq!(themes.len(), 13, "{themes:?}");
        for query in screens(&states) {
            // Dawn is in every state above.
            for theme in themes.iter().filter(|theme| **theme != "dawn") {
                let (screen, state) = query.split_once("&state=").expect("a state");
                let query = format!("{screen}&state={state}&theme={theme}&dir={direction}");
                goes_to(&person, &query);
                audit.of(&person, &query);
            }
        }
        counts(&format!(
            "{} themes {direction}, {} axe runs",
            themes.len(),
            audit.runs()
        ));
        assert!(audit.runs() >= 600, "{}", audit.runs());
        audit.ends();
    });
}

#[test]
fn every_screen_in_every_theme_from_left_to_right_shuts_nobody_out() {
    every_screen_in_every_theme(DIRECTIONS[0]);
}

#[test]
fn every_screen_in_every_theme_from_right_to_left_shuts_nobody_out() {
    every_screen_in_every_theme(DIRECTIONS[1]);
}

/// Texts that are cut off or stand out of the card.
const SPILLING: &str = "
    const root = document.querySelector('[data-part=root]');
    const card = root.getBoundingClientRect();
    // What is for screen readers alone is a pixel wide on purpose.
    const unseen = (part) => part !== root && (getComputedStyle(part).clipPath !== 'none' || unseen(part.parentElement));
    const reads = (part) => [...part.childNodes].some((node) => node.nodeType === 3 && node.data.trim());
    return [...root.querySelectorAll('*')].filter((part) => {
        const box = part.getBoundingClientRect();
        if (!reads(part) || unseen(part) || box.width === 0 || part.closest('select')) return false;
        const spills = part.scrollWidth > part.clientWidth + 1 && part.clientWidth > 0;
        return spills || box.left < card.left - 1 || box.right > card.right + 1;
    }).map((part) => `${part.dataset.part ?? part.localName}: ${part.textContent.slice(0, 60)}`)";

#[test]
fn in_a_language_longer_than_english_no_text_of_any_state_is_cut_off_at_320_pixels() {
    story(Scene::of("gallery"), |story| {
        let person = story.visitor();
        let states = states(&person);
        person.runs("document.documentElement.style.setProperty('inline-size', '320px')");
        let mut spilling = Vec::new();
        for query in &states {
            goes_to(&person, &format!("{query}&lang=qps"));
            person.sees("[data-part=root][lang=qps][dir=rtl]");
            let found = person.runs(SPILLING);
            if found != serde_json::json!([]) {
                spilling.push(format!("{query}: {found}"));
            }
        }
        assert!(spilling.is_empty(), "{spilling:#?}");
        counts(&format!(
            "{} states in the language that nobody speaks, at 320 pixels",
            states.len()
        ));
    });
}

#[test]
fn the_gallery_itself_shuts_nobody_out_and_judges_a_theme_while_it_is_written() {
    story(Scene::of("gallery"), |story| {
        let mut audit = Audit::default();
        let person = story.visitor();
        person.sees("[data-verdict=passes]");
        audit.of(&person, "the gallery");
        let writes = |line: &str| {
            person.runs(&format!(
                "const file = document.querySelector('#theme-file');
                 file.value = file.value.replace(/^brand = .*$/m, 'brand = \"{line}\"');
                 file.dispatchEvent(new InputEvent('input', {{ bubbles: true }}))"
            ));
        };
        writes("#ffd54a");
        person.sees("[data-verdict=fails] li");
        let told = person.text("#verdict");
        assert!(told.contains("Line") && told.contains(':'), "{told}");
        assert!(
            !person.has("main[data-shown*=editor]"),
            "what does not pass is not shown"
        );
        audit.of(&person, "the gallery, a theme that fails");
        writes("#7a1fa8");
        person.sees("[data-verdict=passes]");
        person.sees("main[data-shown*='theme=editor']");
        let brand = "return getComputedStyle(document.querySelector('[data-part=submit]')).backgroundColor";
        assert_eq!(person.runs(brand), "rgb(122, 31, 168)");
        assert!(person.text("#rust").contains("theme!(\"themes/ours.toml\")"));
        let saved = person.runs("return decodeURIComponent(document.querySelector('#save').href)");
        assert!(
            saved
                .as_str()
                .is_some_and(|file| file.contains("brand = \"#7a1fa8\"")),
            "{saved}"
        );
        person.goes_back();
        person.sees("main[data-shown*='state=idle']:not([data-shown*=editor])");
        audit.ends();
    });
}

/// States that between them show every part of the widget, in themes that are least like each other.
const PICTURES: [(&str, &str); 14] = [
    ("log-in", "?screen=log-in&state=idle&mode=light"),
    ("log-in-dark", "?screen=log-in&state=idle&mode=dark"),
    ("log-in-errors", "?screen=log-in&state=errors&mode=light"),
    ("log-in-busy", "?screen=log-in&state=busy&mode=light"),
    ("log-in-arabic", "?screen=log-in&state=locked&lang=ar&mode=light"),
    ("sign-up", "?screen=sign-up&state=typed&mode=light"),
    ("code", "?screen=code&state=idle&mode=light"),
    ("stopped", "?screen=stopped&state=retry&mode=light"),
    ("signed-in", "?screen=signed-in&state=idle&mode=light"),
    ("dusk", "?screen=log-in&state=six&theme=dusk&mode=dark"),
    ("slate", "?screen=log-in&state=wrong&theme=slate&mode=light"),
    ("poster", "?screen=log-in&state=idle&theme=poster&mode=light"),
    ("terminal", "?screen=log-in&state=idle&theme=terminal&mode=dark"),
    ("print", "?screen=sign-up&state=tick&theme=print&mode=light"),
];

#[test]
fn the_widget_looks_as_it_did() {
    story(Scene::of("gallery"), |story| {
        let person = story.visitor();
        person.sees("#states a");
        person.looks_through(Pane::ALL[3]);
        let mut different = Vec::new();
        for (name, query) in PICTURES {
            goes_to(&person, query);
            if query.contains("lang=ar") {
                person.sees("[data-part=root][lang=ar]");
            }
            different.extend(person.differs("[data-part=root]", name));
        }
        assert!(different.is_empty(), "{}", different.join("\n"));
        counts(&format!("{} pictures compared", PICTURES.len()));
    });
}
