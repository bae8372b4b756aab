//! The lines of Rust that draw what is shown, without what is as usual anyway.

use vestibule::{Order, Theme};

use crate::address::Address;
use crate::besides::besides;
use crate::editor::OURS;
use crate::order;
use crate::shown::MESSAGE;
use crate::wishes::wishes;
use crate::written::Source;

/// A component with the widget as it is shown: what the app says of it, and in words what it is not the app's to say. It starts on the
/// screen, or on the way to it, where it can start there.
pub fn rust(address: &Address, own_theme: Option<&Theme>) -> String {
    let mut source = Source::default();
    source.uses(&["LoginEvent", "LoginWidget"]);
    screen(&mut source, address);
    state(&mut source, address);
    theme(&mut source, address, own_theme);
    layout(&mut source, address);
    arrangement(&mut source, address);
    words(&mut source, address);
    source.written()
}

fn screen(source: &mut Source, address: &Address) {
    let first = match address.get("screen") {
        "sign-up" | "signed-up" => "initial_screen: InitialScreen::SignUp,",
        "forgot-password" | "mail-sent" => "initial_screen: InitialScreen::ForgotPassword,",
        "passwordless" | "code" | "link-sent" => "initial_screen: InitialScreen::Passwordless,",
        _ => return,
    };
    source.uses(&["InitialScreen"]);
    source.config.push(first);
}

fn state(source: &mut Source, address: &Address) {
    let (screen, state) = (address.get("screen"), address.get("state"));
    for wish in wishes(screen, state) {
        if !wish.feature.is_empty() {
            source.needs(wish.feature);
        }
        source.uses(wish.uses);
        source.before.push_str(wish.before);
        source.config.extend(wish.config);
        source.inside.push_str(wish.inside);
        if !wish.prop.is_empty() {
            source.prop(&[], wish.prop);
        }
        source.is_hosted |= wish.is_hosted;
    }
    if !source.is_hosted {
        source.uses(&["Config"]);
    }
    if let Some(words) = besides(screen, state) {
        source.said.extend(["    // ", words, "\n"]);
    }
}

fn theme(source: &mut Source, address: &Address, own_theme: Option<&Theme>) {
    match address.get("theme") {
        "dawn" => {}
        "editor" => {
            source.before.extend([
                "// What the editor has saved, in a folder beside Cargo.toml.\nconst OURS: Theme = theme!(\"themes/",
                OURS,
                "\");\n\n",
            ]);
            source.prop(&["Theme", "theme"], "theme={OURS}");
            if own_theme.is_some_and(|theme| !theme.classes().is_empty()) {
                source.needs("classes");
            }
        }
        name => source.prop(&["Theme"], &format!("theme={{Theme::{}}}", name.to_uppercase())),
    }
    if let Some(mode) = named(address, "mode", &[("light", "Light"), ("dark", "Dark")]) {
        source.prop(&["Mode"], &format!("mode={{Some(Mode::{mode})}}"));
    }
}

fn layout(source: &mut Source, address: &Address) {
    let layouts = [("page", "Page"), ("split", "Split"), ("modal", "Modal")];
    if let Some(layout) = named(address, "layout", &layouts) {
        source.prop(&["Layout"], &format!("layout={{Layout::{layout}}}"));
        if layout != "Modal" {
            source.needs("modes");
        }
    }
}

fn arrangement(source: &mut Source, address: &Address) {
    let mut fields = String::new();
    let densities = [("compact", "Compact"), ("comfortable", "Comfortable")];
    if let Some(density) = named(address, "density", &densities) {
        source.uses(&["Density"]);
        fields.extend(["        density: Some(Density::", density, "),\n"]);
    }
    let cards = [("raised", "Raised"), ("flush", "Flush"), ("outlined", "Outlined")];
    if let Some(card) = named(address, "card", &cards) {
        source.uses(&["CardStyle"]);
        fields.extend(["        card: Some(CardStyle::", card, "),\n"]);
    }
    let (order, name) = order::named(address.get("order"));
    if order != Order::default() {
        source.uses(&["Order"]);
        fields.extend(["        order: Order::", name, ",\n"]);
    }
    if address.get("layout") == "split" {
        fields.push_str("        panel: Some(html! { <h2>{ \"Everything in one place\" }</h2> }),\n");
    }
    if !fields.is_empty() {
        // Where each of the four is said, there is nothing left to take from the default.
        let rest = if fields.lines().count() < 4 {
            "        ..Arrangement::default()\n"
        } else {
            ""
        };
        source.needs("modes");
        source.prop(&["Arrangement"], "{arrangement}");
        source
            .inside
            .extend(["    let arrangement = Arrangement {\n", &fields, rest, "    };\n"]);
    }
    if address.get("buttons") == "marks" {
        source.prop(&[], "words_up_to={0}");
    }
}

fn words(source: &mut Source, address: &Address) {
    let kinds = [("info", "Info"), ("success", "Success"), ("error", "Error")];
    if let Some(kind) = named(address, "message", &kinds) {
        source.needs("flash");
        source.prop(&["Flash", "FlashKind"], "{flash}");
        source.inside.extend([
            "    let flash = Flash::new(FlashKind::",
            kind,
            ", \"",
            MESSAGE,
            "\");\n",
        ]);
    }
    match address.get("lang") {
        "en" | "qps" => {}
        tag => {
            source.needs("languages");
            source.prop(&["languages::use_language"], "{words}");
            source.inside.extend([
                "    let words = use_language(\"languages\", Some(\"",
                tag,
                "\".into()));\n",
            ]);
        }
    }
}

/// What Rust calls the value of a part; none where it is as usual.
fn named(address: &Address, part: &str, names: &[(&str, &'static str)]) -> Option<&'static str> {
    let now = address.get(part);
    names.iter().find(|(name, _)| *name == now).map(|(_, rust)| *rust)
}

#[cfg(test)]
mod tests {
    use vestibule::Theme;
    use vestibule_theme::Tokens;

    use super::rust;
    use crate::address::Address;
    use crate::controls::CHOICES;
    use crate::editor::{OURS, file_of};

    fn with(part: &str, value: &str) -> String {
        rust(&Address::usual().with(part, value), None)
    }

    #[test]
    fn the_file_that_the_editor_saves_is_the_one_that_is_read() {
        let read = with("theme", "editor");
        assert!(read.contains(&format!("theme!(\"themes/{OURS}\")")), "{read}");
    }

    #[test]
    fn every_choice_names_the_features_that_its_lines_need_and_no_other() {
        let needs = [
            (("layout", "page"), "modes"),
            (("layout", "split"), "modes"),
            (("density", "compact"), "modes"),
            (("card", "flush"), "modes"),
            (("order", "form"), "modes"),
            (("message", "error"), "flash"),
            (("lang", "de"), "languages"),
        ];
        for ((part, value), feature) in needs {
            let text = with(part, value);
            let line = format!("features = [\"{feature}\"] }}\n");
            assert!(text.contains(&line), "{part}={value}: {text}");
        }
        for (part, value) in [
            ("screen", "sign-up"),
            ("theme", "dusk"),
            ("mode", "dark"),
            ("layout", "modal"),
            ("buttons", "marks"),
        ] {
            let text = with(part, value);
            assert!(!text.contains("features"), "{part}={value}: {text}");
        }
    }

    #[test]
    fn a_theme_that_gives_parts_classes_needs_the_feature_for_them() {
        let editor = Address::usual().with("theme", "editor");
        let file = format!("{}\n[part.submit]\nclass = \"wide\"\n", file_of("dawn"));
        let dressed = Tokens::from_toml(&file).expect("it passes");
        assert!(rust(&editor, Some(&dressed.into())).contains("features = [\"classes\"]"));
        assert!(!rust(&editor, Some(&Theme::DAWN)).contains("features"));
    }

    #[test]
    fn every_choice_has_lines_of_its_own() {
        for (part, choices) in CHOICES {
            let sources = choices.iter().map(|choice| with(part, choice));
            let mut sources: Vec<String> = sources.collect();
            sources.sort();
            sources.dedup();
            // How wide the page is, and from which side it is written, is the page's to say.
            let is_the_pages = ["dir", "width"].contains(&part);
            assert_eq!(
                sources.len(),
                if is_the_pages { 1 } else { choices.len() },
                "{part}"
            );
        }
    }
}
