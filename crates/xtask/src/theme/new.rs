//! A whole theme of one brand colour: surfaces with a breath of it, words in between, and the colour itself as far from the surface as
//! words need.

use vestibule_theme_rules::{Colour, Tokens};

/// The most that the colours are moved from where they would be at first, in twentieths.
const STEPS: u8 = 20;

/// The theme as a file; nothing when the brand is no colour.
pub fn theme(brand: &str, name: &str) -> Option<String> {
    let brand = Colour::parse(brand).filter(|colour| colour.covers())?;
    let light = (0..STEPS)
        .map(|step| light(brand).lines(step))
        .find(|light| is_good(&file(name, light, &dark(Colour::WHITE).lines(STEPS))))?;
    let dark = (0..STEPS)
        .map(|step| dark(brand).lines(step))
        .find(|dark| is_good(&file(name, &light, dark)))?;
    Some(format!(
        "# Made of {brand}. Change what you like: the compiler says what can no longer be read.\n{}",
        file(name, &light, &dark)
    ))
}

fn is_good(text: &str) -> bool {
    Tokens::from_toml(text).is_ok()
}

fn file(name: &str, light: &str, dark: &str) -> String {
    format!("name = \"{name}\"\n\n[light]\n{light}\n[dark]\n{dark}")
}

/// Nearly black.
const INK: Colour = Colour {
    rgb: [22, 22, 26],
    alpha: 255,
};

/// Nearly white.
const PAPER: Colour = Colour {
    rgb: [244, 244, 246],
    alpha: 255,
};

fn light(brand: Colour) -> Palette {
    Palette {
        surface: brand.mix(2, Colour::WHITE),
        text: brand.mix(14, INK),
        brand: (brand, Colour::BLACK),
        danger: "#b3261e",
        success: "#1f6b43",
    }
}

fn dark(brand: Colour) -> Palette {
    Palette {
        surface: brand.mix(9, INK),
        text: brand.mix(6, PAPER),
        brand: (brand, Colour::WHITE),
        danger: "#ffa49a",
        success: "#86d3a6",
    }
}

struct Palette {
    surface: Colour,
    text: Colour,
    /// The colour, and what it is mixed with until it can be read.
    brand: (Colour, Colour),
    danger: &'static str,
    success: &'static str,
}

impl Palette {
    fn lines(&self, step: u8) -> String {
        let Self {
            surface,
            text,
            brand: (brand, pole),
            danger,
            success,
        } = self;
        // Each step takes what is to be seen a little further from what it stands on.
        let brand = brand.mix(100 - step * 5, *pole);
        let (muted, border) = (text.mix(70 + step, *surface), text.mix(50 + step, *surface));
        format!(
            "surface = \"{surface}\"\ntext = \"{text}\"\nmuted = \"{muted}\"\nborder = \"{border}\"\n\
             brand = \"{brand}\"\ndanger = \"{danger}\"\nsuccess = \"{success}\"\n"
        )
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_brand_colour_gets_a_theme_that_can_be_read() {
        for red in [0, 64, 128, 192, 255_u8] {
            for green in [0, 64, 128, 192, 255_u8] {
                for blue in [0, 64, 128, 192, 255_u8] {
                    let brand = format!("#{red:02x}{green:02x}{blue:02x}");
                    let text = theme(&brand, "mine").unwrap_or_else(|| panic!("{brand}"));
                    assert!(Tokens::from_toml(&text).is_ok(), "{brand}");
                }
            }
        }
    }

    #[test]
    fn a_brand_colour_that_can_be_read_stays_as_it_is() {
        let text = theme("#1f4fa8", "mine").expect("a colour");
        assert!(text.contains("brand = \"#1f4fa8\""), "{text}");
    }

    #[test]
    fn what_is_no_colour_is_told() {
        for brand in ["", "blue", "1f4fa8", "#12345", "#11223344"] {
            assert_eq!(theme(brand, "mine"), None, "{brand}");
        }
    }
}
