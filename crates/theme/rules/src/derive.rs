//! From one brand colour to a whole palette: what a file does not say follows, and is moved until every pair passes.

use crate::pairs::{Need, PAIRS, drawn};
use crate::palette::{Palette, Role, Scheme, black_or_white};
use crate::{Colour, FieldStyle, ratio, suggest};

/// A palette from the colours that a file names and from its brand colour.
///
/// Surfaces and words have a breath of the brand colour. The colour itself is kept wherever links in it can be read, and
/// otherwise made darker, or in the dark lighter, by no more than is needed.
pub(crate) fn palette(
    said: impl Fn(Role) -> Option<Colour>,
    brand: Colour,
    scheme: Scheme,
    field: FieldStyle,
) -> Palette {
    let wish = |role: Role| said(role).or_else(|| wish(role, brand, scheme));
    let mut palette = Palette::new(wish).expect("only those roles have no wish that may be left open");
    if said(Role::Brand).is_none() {
        palette = with_brand(palette, &said, brand, scheme);
    }
    for role in [Role::Text, Role::Muted, Role::Border, Role::Danger, Role::Success] {
        if said(role).is_none() {
            palette = moved(palette, role, scheme, field);
        }
    }
    palette
}

/// The palette with a role moved as far as its pairs ask for, where that helps.
pub(crate) fn moved(palette: Palette, role: Role, scheme: Scheme, field: FieldStyle) -> Palette {
    if drawn(field).all(|pair| !pair.touches(role) || pair.passes(scheme, &palette)) {
        return palette;
    }
    suggest::passing(role, scheme, &palette, field).map_or(palette, |colour| palette.with(role, colour))
}

/// A main button in the brand colour itself.
pub(crate) struct Kept {
    pub(crate) ground: Colour,
    pub(crate) words: Colour,
    /// By which it is seen, where its ground is nearly that of the card.
    pub(crate) edge: Option<Colour>,
}

/// The main button that keeps the brand colour, when links had to take another: its words are black or white. In the dark a button
/// that is nearly as dark as the surface takes the colour of links too.
pub(crate) fn button(brand: Colour, palette: &Palette, scheme: Scheme) -> Option<Kept> {
    let is_seen = ratio(brand, palette.get(Role::Surface)) >= Need::Control.ratio();
    let is_kept = palette.get(Role::Brand) != brand && (is_seen || scheme == Scheme::Light);
    is_kept.then(|| Kept {
        ground: brand,
        words: black_or_white(brand),
        edge: (!is_seen).then(|| palette.get(Role::Brand)),
    })
}

/// What a role would be if contrast were of no matter.
fn wish(role: Role, brand: Colour, scheme: Scheme) -> Option<Colour> {
    let grey = |level| Colour {
        rgb: [level; 3],
        alpha: 255,
    };
    let tinted = |share, level| Some(brand.mix(share, grey(level)));
    let fixed = |hex| Colour::parse_hex(hex);
    match (role, scheme) {
        (Role::Surface, Scheme::Light) => tinted(1, 255),
        (Role::Surface, Scheme::Dark) => tinted(7, 24),
        (Role::Text, Scheme::Light) => tinted(10, 24),
        (Role::Text, Scheme::Dark) => tinted(5, 245),
        (Role::Muted, Scheme::Light) => tinted(12, 92),
        (Role::Muted, Scheme::Dark) => tinted(10, 184),
        (Role::Border, Scheme::Light) => tinted(12, 134),
        (Role::Border, Scheme::Dark) => tinted(12, 124),
        (Role::Brand, _) => Some(brand),
        (Role::Danger, Scheme::Light) => fixed("#b3261e"),
        (Role::Danger, Scheme::Dark) => fixed("#ffa49a"),
        (Role::Success, Scheme::Light) => fixed("#1f6b43"),
        (Role::Success, Scheme::Dark) => fixed("#86d3a6"),
        (Role::OnBrand | Role::Focus, _) => None,
    }
}

/// The palette with the nearest colour to `brand` in which links, the main button and the ring all pass.
fn with_brand(
    palette: Palette,
    said: &impl Fn(Role) -> Option<Colour>,
    brand: Colour,
    scheme: Scheme,
) -> Palette {
    let with = |colour: Colour| {
        let ground = colour.over(palette.get(Role::Surface));
        palette
            .with(Role::Brand, colour)
            .with(
                Role::OnBrand,
                said(Role::OnBrand).unwrap_or_else(|| black_or_white(ground)),
            )
            .with(Role::Focus, said(Role::Focus).unwrap_or(colour))
    };
    let passes = |palette: &Palette| {
        PAIRS
            .iter()
            .filter(|pair| {
                [Role::Brand, Role::OnBrand, Role::Focus]
                    .iter()
                    .any(|role| pair.touches(*role))
            })
            .all(|pair| pair.passes(scheme, palette))
    };
    let nearest = (0..=100)
        .rev()
        .flat_map(|kept| [brand.mix(kept, Colour::BLACK), brand.mix(kept, Colour::WHITE)])
        .map(with)
        .find(passes);
    nearest.unwrap_or_else(|| with(brand))
}

#[cfg(test)]
mod tests {
    use crate::pairs::PAIRS;
    use crate::{ButtonStyle, Colour, FieldStyle, Role, Scheme, Tokens};

    #[test]
    fn one_brand_colour_of_any_kind_gives_a_theme_in_which_every_pair_passes() {
        for red in (0..=255_u8).step_by(51) {
            for green in (0..=255_u8).step_by(51) {
                for blue in (0..=255_u8).step_by(51) {
                    let brand = Colour {
                        rgb: [red, green, blue],
                        alpha: 255,
                    };
                    let tokens = Tokens::from_toml(&format!("name = 'one'\nbrand = '{brand}'"))
                        .unwrap_or_else(|error| panic!("{brand}: {error}"));
                    for scheme in Scheme::ALL {
                        let palette = tokens.palette(scheme);
                        assert!(
                            PAIRS.iter().all(|pair| pair.passes(scheme, palette)),
                            "{brand} {palette:?}"
                        );
                    }
                }
            }
        }
    }

    #[test]
    fn one_brand_colour_of_any_kind_gives_a_theme_with_fields_and_buttons_of_every_style() {
        let channel = || (0..=255_u8).step_by(51);
        let colours = channel()
            .flat_map(|red| channel().flat_map(move |green| channel().map(move |blue| [red, green, blue])));
        for rgb in colours {
            let brand = Colour { rgb, alpha: 255 };
            for (field, button) in styles() {
                let text = format!("name = 'one'\nbrand = '{brand}'\nfield = '{field}'\nbutton = '{button}'");
                let tokens = Tokens::from_toml(&text).unwrap_or_else(|error| panic!("{text}\n{error}"));
                for scheme in Scheme::ALL {
                    let palette = tokens.palette(scheme);
                    let fails = tokens.pairs().find(|pair| !pair.passes(scheme, palette));
                    assert!(fails.is_none(), "{text}\n{fails:?}");
                }
            }
        }
    }

    #[test]
    fn the_edge_of_a_preset_yields_to_filled_fields_and_that_of_the_file_does_not() {
        let dusk = "name = 'a'\npreset = 'dusk'\nfield = 'filled'";
        let tokens = Tokens::from_toml(dusk).expect("a theme");
        for scheme in Scheme::ALL {
            let palette = tokens.palette(scheme);
            assert!(
                tokens.pairs().all(|pair| pair.passes(scheme, palette)),
                "{palette:?}"
            );
        }
        let error = Tokens::from_toml(&format!("{dusk}\n[light]\nborder = '#7f8ba5'")).expect_err("too pale");
        assert_eq!(
            error.to_string(),
            "line 5, `light.border`: border on quiet has a contrast of 2.94:1 in the light colours and needs 3:1; \
             \"#7c88a2\" passes"
        );
    }

    fn styles() -> impl Iterator<Item = (&'static str, &'static str)> {
        let buttons = |field| ButtonStyle::WORDS.iter().map(move |button| (field, *button));
        FieldStyle::WORDS.iter().copied().flat_map(buttons)
    }

    #[test]
    fn a_brand_colour_that_can_be_read_is_kept() {
        let tokens = Tokens::from_toml("name = 'one'\nbrand = '#5b21b6'").expect("a theme");
        let brand = tokens.palette(Scheme::Light).get(Role::Brand);
        assert_eq!(brand.to_string(), "#5b21b6");
    }

    #[test]
    fn a_button_keeps_the_brand_colour_that_is_too_pale_for_links() {
        let tokens = Tokens::from_toml("name = 'one'\nbrand = '#ffd400'").expect("a theme");
        assert_ne!(
            tokens.palette(Scheme::Light).get(Role::Brand).to_string(),
            "#ffd400"
        );
        assert!(
            tokens.css().contains("--vestibule-button:#ffd400;"),
            "{}",
            tokens.css()
        );
        assert!(
            tokens.css().contains("--vestibule-button-text:#000;"),
            "{}",
            tokens.css()
        );
    }

    #[test]
    fn a_button_keeps_the_brand_colour_whatever_else_is_said_of_it() {
        let css = |words: &str| {
            let text = format!("name = 'one'\nbrand = '#ffd400'\n{words}");
            Tokens::from_toml(&text)
                .unwrap_or_else(|error| panic!("{text}: {error}"))
                .css()
        };
        for words in [
            "class = 'loud'",
            "radius = '0'",
            "weight = '700'",
            "border-color = 'text'",
            "hover.background = '#fff'",
            "busy.color = '#000'",
        ] {
            let css = css(&format!("[part.submit]\n{words}"));
            assert!(css.contains("--vestibule-button:#ffd400;"), "{words}: {css}");
            assert!(css.contains("--vestibule-button-text:#000;"), "{words}: {css}");
        }
        for words in ["background = 'brand'", "color = 'on-brand'"] {
            let css = css(&format!("[part.submit]\n{words}"));
            assert!(
                css.contains("--vestibule-button:var(--vestibule-brand);"),
                "{words}: {css}"
            );
        }
    }

    #[test]
    fn a_button_nearly_as_light_as_the_card_has_an_edge_that_is_seen() {
        for (brand, edge) in [
            ("#fdfdfd", "light-dark(#6d6d6d,#00000000)"),
            ("#5b21b6", "var(--vestibule-brand)"),
        ] {
            let css = Tokens::from_toml(&format!("name = 'one'\nbrand = '{brand}'"))
                .expect("a theme")
                .css();
            for state in ["", "-hover"] {
                let edge = edge.replace("brand", &format!("brand{state}"));
                let declaration = format!("--vestibule-button{state}-border:{edge};");
                assert!(css.contains(&declaration), "{declaration} is not in {css}");
            }
        }
    }

    #[test]
    fn over_a_preset_a_brand_colour_changes_nothing_else() {
        let [dusk, mine] = [
            "name = 'a'\npreset = 'dusk'",
            "name = 'a'\npreset = 'dusk'\nbrand = '#7dd3fc'",
        ]
        .map(|text| Tokens::from_toml(text).expect("a theme"));
        for scheme in Scheme::ALL {
            for role in [Role::Surface, Role::Text, Role::Muted, Role::Border, Role::Danger] {
                assert_eq!(mine.palette(scheme).get(role), dusk.palette(scheme).get(role));
            }
        }
        assert_eq!(mine.palette(Scheme::Dark).get(Role::Brand).to_string(), "#7dd3fc");
        assert_eq!(mine.palette(Scheme::Dark).get(Role::Focus).to_string(), "#7dd3fc");
    }
}
