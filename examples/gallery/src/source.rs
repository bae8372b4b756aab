//! The lines of Rust that draw what is shown, without what is as usual anyway.

use vestibule::Order;

use crate::address::Address;
use crate::order;

/// A component with the widget as it is shown; its state comes from what people and the server do.
pub fn rust(address: &Address) -> String {
    let mut props = String::new();
    let mut uses = vec!["Config", "LoginEvent", "LoginWidget"];
    let mut before = String::new();
    let mut prop = |text: &str| {
        props.push(' ');
        props.push_str(text);
    };
    match address.get("theme") {
        "dawn" => {}
        "editor" => {
            uses.extend(["Theme", "theme"]);
            before.push_str("const OURS: Theme = theme!(\"themes/ours.toml\");\n\n");
            prop("theme={OURS}");
        }
        name => {
            uses.push("Theme");
            prop(&format!("theme={{Theme::{}}}", name.to_uppercase()));
        }
    }
    let mode = match address.get("mode") {
        "light" => Some("Light"),
        "dark" => Some("Dark"),
        _ => None,
    };
    if let Some(mode) = mode {
        uses.push("Mode");
        prop(&format!("mode={{Some(Mode::{mode})}}"));
    }
    let layout = match address.get("layout") {
        "page" => Some("Page"),
        "split" => Some("Split"),
        _ => None,
    };
    if let Some(layout) = layout {
        uses.push("Layout");
        prop(&format!("layout={{Layout::{layout}}}"));
    }
    let mut fields = Vec::new();
    match address.get("density") {
        "compact" => fields.push("density: Some(Density::Compact)"),
        "comfortable" => fields.push("density: Some(Density::Comfortable)"),
        _ => {}
    }
    if !fields.is_empty() {
        uses.push("Density");
    }
    let (order, name) = order::named(address.get("order"));
    let order_field = format!("order: Order::{name}");
    if order != Order::default() {
        uses.push("Order");
        fields.push(&order_field);
    }
    let mut inside = String::new();
    if !fields.is_empty() {
        uses.push("Arrangement");
        fields.push("..Arrangement::default()");
        inside = format!("    let arrangement = Arrangement {{ {} }};\n", fields.join(", "));
        prop("{arrangement}");
    }
    if address.get("buttons") == "marks" {
        prop("words_up_to={0}");
    }
    let mut languages = "";
    match address.get("lang") {
        "en" | "qps" => {}
        tag => {
            languages = "use vestibule::languages::use_language;\n";
            inside.extend([
                "    let words = use_language(\"languages\", Some(\"",
                tag,
                "\".into()));\n",
            ]);
            prop("{words}");
        }
    }
    uses.sort_unstable_by_key(|name| name.to_lowercase());
    let uses = uses.join(", ");
    format!(
        "{languages}use vestibule::{{{uses}}};\nuse yew::prelude::*;\n\n{before}#[component]\nfn App() -> Html {{\n    let config = \
         Config::new(\"https://login.example.com/\", \"my-client-id\");\n    let on_event = |event: LoginEvent| {{\n        if let \
         LoginEvent::Authenticated(tokens) = event {{\n            // Use `tokens.access_token` for the API.\n            drop(tokens);\n\
         \x20       }}\n    }};\n{inside}    html! {{ <LoginWidget {{config}} {{on_event}}{props} /> }}\n}}\n"
    )
}
