//! From what was written to valid tokens: every fault is collected, so that a designer sees all of them at once.

use std::borrow::Cow;

use crate::complete::completed;
use crate::derive::Kept;
use crate::dress::{Dress, Dressed, Ink};
use crate::notation::Notation;
use crate::palette::{Role, Scheme};
use crate::part::Part;
use crate::propose::Said;
use crate::read_colours::palette;
use crate::read_parts::parts;
use crate::table::Table;
use crate::tree::{Entry, Value};
use crate::value::{self, Length, Size};
use crate::{
    Align, ButtonStyle, CardStyle, Colour, Density, FaultKind, FieldStyle, Mode, Motion, Palette, Sheet,
    ThemeError, Tokens, Weight, derive, keys, preset, tree,
};

impl Tokens {
    /// Reads a theme file. The line of every fault is known.
    #[cfg(feature = "toml")]
    pub fn from_toml(text: &str) -> Result<Self, ThemeError> {
        read(preset::layered(tree::parse_toml(text)?)?, Notation::Any).map_err(ThemeError::in_order)
    }

    /// Reads a theme file by the end of its name: JSON with every notation of colours that TOML has, or TOML.
    #[cfg(all(feature = "json", feature = "toml"))]
    pub fn from_file(path: &std::path::Path, text: &str) -> Result<Self, ThemeError> {
        let is_json = path
            .extension()
            .is_some_and(|end| end.eq_ignore_ascii_case("json"));
        if !is_json {
            return Self::from_toml(text);
        }
        read(preset::layered(tree::parse_json(text)?)?, Notation::Any)
    }

    /// Reads a theme of the same shape as JSON, as a page does; its colours are hexadecimal digits.
    #[cfg(feature = "json")]
    pub fn from_json(text: &str) -> Result<Self, ThemeError> {
        read(preset::layered(tree::parse_json(text)?)?, Notation::Digits)
    }

    /// The declarations, the rules and the facts for the page.
    #[must_use]
    pub fn sheet(self) -> Sheet {
        let classes = self.parts.iter().filter_map(|dressed| {
            let class = dressed.class.clone()?;
            Some((Cow::from(dressed.part.found_by()), Cow::from(class)))
        });
        Sheet {
            css: (self.css() + &self.rules()).into(),
            classes: classes.collect(),
            name: self.name.into(),
            logo: self.logo.map(Into::into),
            mode: self.mode,
            density: self.density,
            button: self.button,
            card: self.card,
        }
    }
}

fn read(mut entries: Vec<Entry>, notation: Notation) -> Result<Tokens, ThemeError> {
    entries.retain(|entry| entry.key != keys::SCHEMA);
    let mut top = Table::top(&entries);
    top.refuse_unknown(keys::TOP);
    let name = top.required("name", |text| {
        let found = || FaultKind::NotAName {
            found: text.to_owned(),
        };
        value::name(text).then(|| text.to_owned()).ok_or_else(found)
    });
    let brand = top.optional("brand", |text| {
        let colour = notation.read(text).filter(|colour| colour.covers());
        colour.ok_or_else(|| notation.refusal(text))
    });
    let logo = top.optional("logo", |text| {
        let found = || FaultKind::NotALogo {
            found: text.to_owned(),
        };
        value::logo(text).then(|| text.to_owned()).ok_or_else(found)
    });
    let [font, title_font] = ["font", "title-font"].map(|key| {
        top.optional(key, |text| {
            value::font(text).ok_or_else(|| FaultKind::NotAFont {
                found: text.to_owned(),
            })
        })
    });
    let button = top
        .choice("button", ButtonStyle::parse, ButtonStyle::WORDS)
        .unwrap_or_default();
    let mut length = |key| top.length(key, keys::LENGTHS);
    let (title_size, text_size, spacing) = (length("title-size"), length("text-size"), length("spacing"));
    let (border_width, focus_width) = (length("border-width"), length("focus-width"));
    let (width, logo_size) = (length("width"), length("logo-size"));
    let mut tokens = Tokens {
        name: name.unwrap_or_default(),
        mode: top.choice("mode", Mode::parse, Mode::WORDS).unwrap_or_default(),
        density: top
            .choice("density", Density::parse, Density::WORDS)
            .unwrap_or_default(),
        button,
        card: top
            .choice("card", CardStyle::parse, CardStyle::WORDS)
            .unwrap_or_default(),
        field: top
            .choice("field", FieldStyle::parse, FieldStyle::WORDS)
            .unwrap_or_default(),
        align: top
            .choice("align", Align::parse, Align::WORDS)
            .unwrap_or_default(),
        motion: top
            .choice("motion", Motion::parse, Motion::WORDS)
            .unwrap_or_default(),
        title_weight: top
            .choice("title-weight", Weight::parse, Weight::WORDS)
            .unwrap_or_default(),
        logo,
        font: font.unwrap_or_else(|| "initial".to_owned()),
        title_font: title_font.filter(|font| font != "initial"),
        title_size,
        text_size,
        width,
        logo_size,
        radius: top
            .size("radius", keys::LENGTHS)
            .unwrap_or(Size::of(Length::px(12))),
        control_radius: top.size("control-radius", keys::LENGTHS),
        spacing: spacing.unwrap_or(Length::px(4)),
        border_width: border_width.unwrap_or(Length::px(1)),
        focus_width: focus_width.unwrap_or(Length::px(2)),
        palettes: [Palette::BLANK; 2],
        hosts: Vec::new(),
        parts: parts(&mut top, notation),
    };
    let [light, dark] = Scheme::ALL.map(|scheme| palette(&mut top, scheme, brand, tokens.field, notation));
    if let (Some((light, of_light)), Some((dark, of_dark))) = (light, dark) {
        tokens.palettes = [light, dark];
        tokens.hosts = [of_light, of_dark].concat();
        // Over a preset too a brand colour that links cannot have is still the main button's.
        if let Some(brand) = brand.filter(|_| button == ButtonStyle::Solid) {
            keep_brand(
                &mut tokens,
                brand,
                Scheme::ALL.map(|scheme| says_brand(&entries, scheme)),
            );
        }
        judge_parts(&tokens, &mut top);
        tokens.parts = completed(&tokens.parts, &tokens.palettes, button);
    }
    match ThemeError::of(top.faults) {
        Some(error) => Err(error),
        None => Ok(tokens),
    }
}

/// Computes the contrast of the dressed parts.
fn judge_parts(tokens: &Tokens, top: &mut Table<'_>) {
    let said = Said {
        parts: &tokens.parts,
        palettes: &tokens.palettes,
        button: tokens.button,
        field: tokens.field,
    };
    // Beside a colour that could not be read the others would be computed on what nobody said.
    let is_read = top.faults.iter().all(|fault| !fault.key.starts_with("part."));
    for (path, shortfall) in is_read.then(|| said.shortfalls()).into_iter().flatten() {
        top.faults
            .push(top.fault_at(&path, FaultKind::Contrast(shortfall)));
    }
}

/// Whether the file itself says the brand colour of a scheme, which then is the main button's too.
fn says_brand(entries: &[Entry], scheme: Scheme) -> bool {
    let is_it = |entry: &&Entry, key: &str| entry.own && entry.key == key;
    let of_scheme = entries.iter().find(|entry| is_it(entry, scheme.key()));
    match of_scheme.map(|entry| &entry.value) {
        Some(Value::Table(roles)) => roles.iter().any(|role| is_it(&role, Role::Brand.key())),
        _ => false,
    }
}

/// Gives the main button the brand colour itself where links had to take another, unless the file says a colour of its ground or its
/// words, or the brand colour of a scheme.
fn keep_brand(tokens: &mut Tokens, brand: Colour, said: [bool; 2]) {
    let kept = Scheme::ALL.map(|scheme| {
        let kept = derive::button(brand, tokens.palette(scheme), scheme);
        kept.filter(|_| !said[scheme as usize])
    });
    if kept.iter().all(Option::is_none) {
        return;
    }
    let both = |role: Role, own: fn(&Kept) -> Colour| {
        let one = |at: usize| {
            kept[at]
                .as_ref()
                .map_or_else(|| tokens.palettes[at].get(role), own)
        };
        Some(Ink::Literal([one(0), one(1)]))
    };
    let (background, color) = (
        both(Role::Brand, |kept| kept.ground),
        both(Role::OnBrand, |kept| kept.words),
    );
    let edges = kept.map(|kept| kept.and_then(|kept| kept.edge));
    let has_edge = edges.iter().any(Option::is_some);
    // Through an edge that is not there the ground is seen.
    let border_color = has_edge.then(|| Ink::Literal(edges.map(|edge| edge.unwrap_or(Colour::NOTHING))));
    let parts = &mut tokens.parts;
    let at = parts.iter().position(|dressed| dressed.part == Part::Submit);
    let at = at.unwrap_or_else(|| {
        parts.push(Dressed::of(Part::Submit));
        parts.len() - 1
    });
    let rest = &mut parts[at].rest;
    if rest.background.is_none() && rest.color.is_none() {
        *rest = Dress {
            background,
            color,
            border_color: rest.border_color.or(border_color),
            ..*rest
        };
    }
}
