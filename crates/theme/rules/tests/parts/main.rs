//! Single parts of the widget, dressed by a theme.

mod rules;
mod legible;
mod refused;

use vestibule_theme_rules::Tokens;

fn dressed(parts: &str) -> Tokens {
    Tokens::from_toml(&format!("name = 't'\npreset = 'dawn'\n{parts}"))
        .unwrap_or_else(|error| panic!("{parts}: {error}"))
}

fn refusal(parts: &str) -> String {
    let text = format!("name = 't'\npreset = 'dawn'\n{parts}");
    Tokens::from_toml(&text).expect_err(parts).to_string()
}
