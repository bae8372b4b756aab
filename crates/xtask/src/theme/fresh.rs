//! A new theme file from one brand colour: everything that follows from it is written out, to be changed by hand.

use std::{fmt::Write as _, fs};

use vestibule_theme_rules::{Colour, Role, Scheme, Tokens};

use super::Fresh;
use crate::{failure::Failure, say};

/// Writes or prints the file. One that is there is never written over.
pub fn run(fresh: &Fresh) -> Result<(), Failure> {
    let text = written(fresh)?;
    let Some(out) = &fresh.out else {
        say::line(text.trim_end());
        return Ok(());
    };
    if out.exists() {
        let detail = "is there already; choose another --out".to_owned();
        return Err(Failure::Unreadable {
            path: out.clone(),
            detail,
        });
    }
    fs::write(out, text).map_err(Failure::file(out))?;
    say::line(&format!(
        "{} is written. Use it: <LoginWidget theme={{theme!(\"{}\")}} … />",
        out.display(),
        out.display()
    ));
    Ok(())
}

fn written(fresh: &Fresh) -> Result<String, Failure> {
    let Fresh {
        brand, name, preset, ..
    } = fresh;
    let read = Colour::parse(brand).filter(|colour| colour.covers());
    let brand = read.ok_or_else(|| {
        Failure::Usage(format!(
            "--brand takes a colour such as \"#5b21b6\", not `{brand}`."
        ))
    })?;
    let mut file = format!("name = \"{name}\"\n");
    if let Some(preset) = preset {
        let _ = writeln!(file, "preset = \"{preset}\"");
    }
    let _ = writeln!(file, "brand = \"{brand}\"");
    let tokens = Tokens::from_toml(&file).map_err(|error| Failure::Usage(error.to_string()))?;
    let mut text = format!(
        "# Made from one brand colour. What stands below follows from it; change what you like, delete what shall follow.\n\
         {file}"
    );
    for scheme in Scheme::ALL {
        let _ = writeln!(text, "\n[{}]", scheme.key());
        for role in Role::ALL {
            let _ = writeln!(text, "{} = \"{}\"", role.key(), tokens.palette(scheme).get(role));
        }
    }
    text += &button(&tokens);
    Ok(text)
}

/// The main button, where it keeps a colour that links could not have.
fn button(tokens: &Tokens) -> String {
    let css = tokens.css();
    let mut text = String::new();
    for (key, property) in [
        ("background", "button"),
        ("color", "button-text"),
        ("border-color", "button-border"),
    ] {
        let start = format!("--vestibule-{property}:");
        let value = css
            .split(';')
            .find_map(|declaration| declaration.strip_prefix(&start));
        if let Some(own) = value.filter(|value| !value.contains("var(")) {
            let _ = writeln!(text, "{key} = \"{own}\"");
        }
    }
    if text.is_empty() {
        return text;
    }
    format!("\n# The main button keeps the brand colour, which links could not have.\n[part.submit]\n{text}")
}

#[cfg(test)]
mod tests {
    use vestibule_theme_rules::{ButtonStyle, FieldStyle, PRESETS, pairs::PAIRS, ratio};

    use super::*;

    /// Colours of which words, buttons and rings are hard to make.
    const DIFFICULT: [(&str, &str); 12] = [
        ("yellow", "#ffff00"),
        ("gold", "#ffd400"),
        ("neon green", "#39ff14"),
        ("neon pink", "#ff10f0"),
        ("cyan", "#00ffff"),
        ("near-white", "#fdfdfd"),
        ("near-black", "#050505"),
        ("middle grey", "#777777"),
        ("navy", "#000040"),
        ("red", "#ff0000"),
        ("pure blue", "#0000ff"),
        ("beige", "#f5f5dc"),
    ];

    #[test]
    fn each_of_twelve_difficult_colours_makes_a_theme_that_passes_alone_and_on_every_preset() {
        let presets = PRESETS.iter().copied().map(Some).chain([None]);
        let mut count = 0;
        for preset in presets {
            for (name, brand) in DIFFICULT {
                let text = written(&fresh(brand, preset))
                    .unwrap_or_else(|error| panic!("{name} on {preset:?}: {error}"));
                let tokens =
                    Tokens::from_toml(&text).unwrap_or_else(|error| panic!("{name} on {preset:?}: {error}"));
                for scheme in Scheme::ALL {
                    let palette = tokens.palette(scheme);
                    let fails = PAIRS.iter().find(|pair| !pair.passes(scheme, palette));
                    assert!(fails.is_none(), "{name} on {preset:?}: {fails:?}");
                }
                count += 1;
            }
        }
        println!("{count} themes of one brand colour");
    }

    #[test]
    fn what_is_written_out_looks_as_what_it_was_made_from() {
        for preset in PRESETS.iter().copied().map(Some).chain([None]) {
            for (name, brand) in DIFFICULT {
                let read = |text: &str| {
                    Tokens::from_toml(text).unwrap_or_else(|error| panic!("{name}: {text}{error}"))
                };
                let written = read(&written(&fresh(brand, preset)).expect("a theme"));
                let preset_line = preset
                    .map(|preset| format!("preset = \"{preset}\"\n"))
                    .unwrap_or_default();
                let short = read(&format!("name = \"t\"\n{preset_line}brand = \"{brand}\"\n"));
                for property in ["button", "button-text", "button-border"] {
                    for scheme in Scheme::ALL {
                        let [one, other] = [&written, &short].map(|tokens| drawn(tokens, scheme, property));
                        assert_eq!(one, other, "{name} on {preset:?}: {property} in {scheme:?}");
                    }
                }
            }
        }
    }

    #[test]
    fn a_brand_colour_that_a_scheme_says_by_itself_is_the_main_buttons_too() {
        let text = "name = \"mine\"\nbrand = \"#ffdd00\"\n[light]\nbrand = \"#0000aa\"\n";
        let tokens = Tokens::from_toml(text).expect("a theme");
        let [light, dark] = Scheme::ALL.map(|scheme| drawn(&tokens, scheme, "button"));
        assert_eq!(
            (light.to_string(), dark.to_string()),
            ("#00a".into(), "#fd0".into())
        );
    }

    #[test]
    fn each_of_them_passes_with_fields_and_buttons_of_every_style() {
        for preset in PRESETS.iter().copied().map(Some).chain([None]) {
            for (name, brand) in DIFFICULT {
                for (field, button) in styles() {
                    let text = styled(brand, preset, field, button);
                    let tokens =
                        Tokens::from_toml(&text).unwrap_or_else(|error| panic!("{name}: {text}{error}"));
                    for scheme in Scheme::ALL {
                        let palette = tokens.palette(scheme);
                        let fails = tokens.pairs().find(|pair| !pair.passes(scheme, palette));
                        assert!(fails.is_none(), "{name}: {text}{fails:?}");
                    }
                }
            }
        }
    }

    #[test]
    fn the_main_button_of_each_of_them_is_told_from_the_card_by_its_ground_or_its_edge() {
        for preset in PRESETS.iter().copied().map(Some).chain([None]) {
            for (name, brand) in DIFFICULT {
                let text = styled(brand, preset, "boxed", "solid");
                let tokens = Tokens::from_toml(&text).unwrap_or_else(|error| panic!("{name}: {text}{error}"));
                for scheme in Scheme::ALL {
                    let surface = tokens.palette(scheme).get(Role::Surface);
                    let [ground, edge] =
                        ["button", "button-border"].map(|property| drawn(&tokens, scheme, property));
                    let ground = ground.over(surface);
                    let edge = edge.over(ground);
                    let seen = ratio(ground, surface).max(ratio(edge, surface));
                    assert!(
                        seen >= 3.0,
                        "{name}: {text}{scheme:?}: {ground} with {edge} on {surface}"
                    );
                }
            }
        }
    }

    /// The colour of a property that holds colours of its own, or the colour of a role.
    fn drawn(tokens: &Tokens, scheme: Scheme, property: &str) -> Colour {
        let css = tokens.css();
        let declaration = css
            .split(';')
            .find_map(|declaration| declaration.strip_prefix(&format!("--vestibule-{property}:")));
        let value = declaration.expect("every theme has it");
        let both = value
            .strip_prefix("light-dark(")
            .and_then(|rest| rest.strip_suffix(')'));
        let of_scheme = both
            .and_then(|both| both.split_once(','))
            .map_or(value, |(light, dark)| [light, dark][scheme as usize]);
        let role = Role::ALL
            .into_iter()
            .find(|role| of_scheme == format!("var(--vestibule-{})", role.key()));
        role.map_or_else(
            || Colour::parse(of_scheme).unwrap_or_else(|| panic!("{property}: {value}")),
            |role| tokens.palette(scheme).get(role),
        )
    }

    fn styles() -> impl Iterator<Item = (&'static str, &'static str)> {
        let buttons = |field| ButtonStyle::WORDS.iter().map(move |button| (field, *button));
        FieldStyle::WORDS.iter().copied().flat_map(buttons)
    }

    fn styled(brand: &str, preset: Option<&str>, field: &str, button: &str) -> String {
        let preset = preset.map_or_else(String::new, |preset| format!("preset = '{preset}'\n"));
        format!("name = 'mine'\n{preset}brand = '{brand}'\nfield = '{field}'\nbutton = '{button}'\n")
    }

    fn fresh(brand: &str, preset: Option<&str>) -> Fresh {
        Fresh {
            brand: brand.to_owned(),
            name: "mine".to_owned(),
            preset: preset.map(str::to_owned),
            out: None,
        }
    }

    #[test]
    fn what_is_written_looks_like_what_follows_from_the_brand_colour_alone() {
        for (brand, preset) in [("#5b21b6", None), ("#ffd400", None), ("#0a7", Some("dusk"))] {
            let text = written(&fresh(brand, preset)).expect("a colour");
            let full = Tokens::from_toml(&text).unwrap_or_else(|error| panic!("{text}{error}"));
            let preset = preset.map_or_else(String::new, |preset| format!("preset = '{preset}'\n"));
            let short =
                Tokens::from_toml(&format!("name = 'mine'\n{preset}brand = '{brand}'")).expect("a theme");
            assert_eq!(full.sheet(), short.sheet());
        }
    }

    #[test]
    fn what_is_not_a_colour_or_not_a_preset_is_refused() {
        assert!(written(&fresh("blue", None)).is_err());
        let refusal = written(&fresh("#123", Some("dusc"))).expect_err("no such preset");
        assert!(
            refusal.to_string().contains("did you mean \"dusk\"?"),
            "{refusal}"
        );
    }
}
