//! The lines of Rust that draw what is shown, without what is as usual anyway.

use vestibule::Order;

use crate::address::Address;
use crate::editor::OURS;
use crate::order;
use crate::shown::MESSAGE;

/// The file, as it grows.
#[derive(Default)]
struct Source {
    uses: Vec<&'static str>,
    languages: &'static str,
    before: String,
    config: String,
    inside: String,
    props: String,
}

impl Source {
    fn prop(&mut self, uses: &[&'static str], text: &str) {
        self.uses.extend(uses);
        self.props.push(' ');
        self.props.push_str(text);
    }
}

/// A component with the widget as it is shown. Its state comes from what people and the server do; the screen is the one that it starts
/// on, where it can start there.
pub fn rust(address: &Address) -> String {
    let mut source = Source::default();
    source.uses.extend(["Config", "LoginEvent", "LoginWidget"]);
    screen(&mut source, address);
    theme(&mut source, address);
    layout(&mut source, address);
    arrangement(&mut source, address);
    words(&mut source, address);
    written(source)
}

fn screen(source: &mut Source, address: &Address) {
    let first = match address.get("screen") {
        "sign-up" => "SignUp",
        "forgot-password" => "ForgotPassword",
        "passwordless" => "Passwordless",
        _ => return,
    };
    source.uses.push("InitialScreen");
    source.config = format!("\n        .initial_screen(InitialScreen::{first})");
}

fn theme(source: &mut Source, address: &Address) {
    match address.get("theme") {
        "dawn" => {}
        "editor" => {
            source.before = format!(
                "// What the editor has saved, in a folder beside Cargo.toml.\nconst OURS: Theme = theme!(\"themes/{OURS}\");\n\n"
            );
            source.prop(&["Theme", "theme"], "theme={OURS}");
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
    }
}

fn arrangement(source: &mut Source, address: &Address) {
    let mut fields = String::new();
    let densities = [("compact", "Compact"), ("comfortable", "Comfortable")];
    if let Some(density) = named(address, "density", &densities) {
        source.uses.push("Density");
        fields.extend(["        density: Some(Density::", density, "),\n"]);
    }
    let cards = [("raised", "Raised"), ("flush", "Flush"), ("outlined", "Outlined")];
    if let Some(card) = named(address, "card", &cards) {
        source.uses.push("CardStyle");
        fields.extend(["        card: Some(CardStyle::", card, "),\n"]);
    }
    let (order, name) = order::named(address.get("order"));
    if order != Order::default() {
        source.uses.push("Order");
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
            source.languages = "use vestibule::languages::use_language;\n";
            source.prop(&[], "{words}");
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

fn written(mut source: Source) -> String {
    source.uses.sort_unstable_by_key(|name| name.to_lowercase());
    let Source {
        languages,
        before,
        config,
        inside,
        props,
        uses,
    } = source;
    let uses = uses.join(", ");
    format!(
        "{languages}use vestibule::{{{uses}}};\nuse yew::prelude::*;\n\n{before}#[component]\nfn App() -> Html {{\n    let config = \
         Config::new(\"https://login.example.com/\", \"my-client-id\"){config};\n    let on_event = |event: LoginEvent| {{\n        if let \
         LoginEvent::Authenticated(tokens) = event {{\n            // Use `tokens.access_token` for the API.\n            drop(tokens);\n\
         \x20       }}\n    }};\n{inside}    html! {{ <LoginWidget {{config}} {{on_event}}{props} /> }}\n}}\n"
    )
}

#[cfg(test)]
mod tests {
    use super::rust;
    use crate::address::Address;
    use crate::controls::CHOICES;
    use crate::editor::OURS;

    /// What is copied where everything is otherwise than usual. That it compiles is what this module is for.
    mod copied {
        include!("copied.txt");
    }

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

    #[test]
    fn what_is_copied_compiles() {
        assert_eq!(rust(&otherwise()), include_str!("copied.txt"));
    }

    #[test]
    fn the_file_that_the_editor_saves_is_the_one_that_is_read() {
        let read = rust(&Address::usual().with("theme", "editor"));
        assert!(read.contains(&format!("theme!(\"themes/{OURS}\")")), "{read}");
    }

    #[test]
    fn every_choice_has_lines_of_its_own() {
        for (part, choices) in CHOICES {
            let sources = choices
                .iter()
                .map(|choice| rust(&Address::usual().with(part, choice)));
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
