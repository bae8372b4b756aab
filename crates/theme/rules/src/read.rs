//! From what was written to valid tokens: every fault is collected, so that a designer sees all of them at once.

use crate::pairs::PAIRS;
use crate::palette::{Palette, Role, Scheme};
use crate::tree::{Entry, Value};
use crate::value::{self, Length};
use crate::{
    ButtonStyle, CardStyle, Colour, Density, Fault, FaultKind, Mode, Sheet, Shortfall, ThemeError, Tokens,
    keys, suggest, tree,
};

impl Tokens {
    /// Reads a theme file. The line of every fault is known.
    #[cfg(feature = "toml")]
    pub fn from_toml(text: &str) -> Result<Self, ThemeError> {
        read(&tree::parse_toml(text)?, Colour::parse).map_err(ThemeError::in_order)
    }

    /// Reads a theme of the same shape as JSON; its colours are hexadecimal digits.
    #[cfg(feature = "json")]
    pub fn from_json(text: &str) -> Result<Self, ThemeError> {
        read(&tree::parse_json(text)?, Colour::parse_hex)
    }

    /// The declarations and the facts for the page.
    #[must_use]
    pub fn sheet(self) -> Sheet {
        Sheet {
            css: self.css().into(),
            name: self.name.into(),
            logo: self.logo.map(Into::into),
            mode: self.mode,
            density: self.density,
            button: self.button,
            card: self.card,
        }
    }
}

/// The notations of colours that are read.
type ReadColour = fn(&str) -> Option<Colour>;

fn read(entries: &[Entry], colour: ReadColour) -> Result<Tokens, ThemeError> {
    let mut top = Table {
        name: None,
        entries,
        faults: Vec::new(),
    };
    top.refuse_unknown(keys::TOP);
    let name = top.required("name", |text| {
        if value::name(text) {
            Ok(text.to_owned())
        } else {
            Err(FaultKind::NotAName {
                found: text.to_owned(),
            })
        }
    });
    let mode = top.choice("mode", Mode::parse, Mode::WORDS);
    let density = top.choice("density", Density::parse, Density::WORDS);
    let button = top.choice("button", ButtonStyle::parse, ButtonStyle::WORDS);
    let card = top.choice("card", CardStyle::parse, CardStyle::WORDS);
    let logo = top.optional("logo", |text| {
        if value::logo(text) {
            Ok(text.to_owned())
        } else {
            Err(FaultKind::NotALogo {
                found: text.to_owned(),
            })
        }
    });
    let font = top.optional("font", |text| {
        value::font(text).ok_or_else(|| FaultKind::NotAFont {
            found: text.to_owned(),
        })
    });
    let radius = top.length("radius", 0, 40);
    let control_radius = top.length("control-radius", 0, 40);
    let spacing = top.length("spacing", 2, 8);
    let border_width = top.length("border-width", 1, 4);
    let focus_width = top.length("focus-width", 2, 6);
    let mut faults = top.faults;
    let [light, dark] = Scheme::ALL.map(|scheme| palette(entries, scheme, colour, &mut faults));

    if let (Some(name), Some(light), Some(dark), true) = (name, light, dark, faults.is_empty()) {
        return Ok(Tokens {
            name,
            mode,
            density,
            button,
            card,
            logo,
            font: font.unwrap_or_else(|| "initial".to_owned()),
            radius: radius.unwrap_or(Length::px(12)),
            control_radius,
            spacing: spacing.unwrap_or(Length::px(4)),
            border_width: border_width.unwrap_or(Length::px(1)),
            focus_width: focus_width.unwrap_or(Length::px(2)),
            palettes: [light, dark],
        });
    }
    Err(ThemeError::of(faults).expect("a part that could not be read has left a fault"))
}

/// The colours of one scheme, when they are all there and told apart.
fn palette(
    entries: &[Entry],
    scheme: Scheme,
    colour: ReadColour,
    faults: &mut Vec<Fault>,
) -> Option<Palette> {
    let missing = |kind| Fault {
        line: None,
        key: scheme.key().to_owned(),
        kind,
    };
    let Some(entry) = entries.iter().find(|entry| entry.key == scheme.key()) else {
        faults.push(missing(FaultKind::Missing));
        return None;
    };
    let Value::Table(colours) = &entry.value else {
        let kind = FaultKind::WrongKind {
            found: entry.value.kind(),
            wanted: "a table of colours",
        };
        faults.push(Fault {
            line: entry.line,
            ..missing(kind)
        });
        return None;
    };
    let mut table = Table {
        name: Some(entry),
        entries: colours,
        faults: Vec::new(),
    };
    table.refuse_unknown(keys::COLOURS);
    let palette = Palette::new(|role| {
        let read = |text: &str| match colour(text) {
            None => Err(FaultKind::NotAColour {
                found: text.to_owned(),
            }),
            Some(colour) if role == Role::Surface && !colour.covers() => Err(FaultKind::SurfaceShowsThrough),
            Some(colour) => Ok(colour),
        };
        match role {
            Role::OnBrand | Role::Focus => table.optional(role.key(), read),
            // Go on with any colour after a fault, to find the other faults.
            _ => Some(table.required(role.key(), read).unwrap_or(Colour::BLACK)),
        }
    });
    if let (Some(palette), true) = (&palette, table.faults.is_empty()) {
        table.faults = shortfalls(&table, scheme, palette);
    }
    let whole = table.faults.is_empty();
    faults.append(&mut table.faults);
    palette.filter(|_| whole)
}

/// The worst failing pair of each role.
fn shortfalls(table: &Table<'_>, scheme: Scheme, palette: &Palette) -> Vec<Fault> {
    let worst = |role: Role| {
        PAIRS
            .iter()
            .filter(|pair| pair.ink.role() == role && !pair.passes(scheme, palette))
            .map(|pair| (pair, pair.ratio(scheme, palette)))
            .min_by(|(one, a), (other, b)| (a / one.need.ratio()).total_cmp(&(b / other.need.ratio())))
    };
    let fault = |role: Role| {
        let (pair, ratio) = worst(role)?;
        let suggestion = suggest::passing(role, scheme, palette).map(|colour| colour.to_string());
        let shortfall = Shortfall {
            scheme,
            ink: pair.ink.key(),
            ground: pair.ground.key(),
            ratio,
            need: pair.need,
            suggestion,
        };
        Some(table.fault(role.key(), FaultKind::Contrast(shortfall)))
    };
    // A ring that was left open has the brand colour, of which more is asked: its fault is enough.
    let named = |role: &Role| *role != Role::Focus || table.has(role.key());
    Role::ALL.into_iter().filter(named).filter_map(fault).collect()
}

/// One table of the file, and what is wrong in it so far.
struct Table<'a> {
    /// The entry that holds it; `None` for the top.
    name: Option<&'a Entry>,
    entries: &'a [Entry],
    faults: Vec<Fault>,
}

impl Table<'_> {
    fn refuse_unknown(&mut self, known: &'static [&'static str]) {
        for entry in self
            .entries
            .iter()
            .filter(|entry| !known.contains(&entry.key.as_str()))
        {
            let kind = FaultKind::UnknownKey {
                nearest: keys::nearest(&entry.key, known),
                known,
            };
            self.faults.push(self.fault(&entry.key, kind));
        }
    }

    fn has(&self, key: &str) -> bool {
        self.entries.iter().any(|entry| entry.key == key)
    }

    fn required<T>(&mut self, key: &str, read: impl Fn(&str) -> Result<T, FaultKind>) -> Option<T> {
        if !self.has(key) {
            self.faults.push(self.fault(key, FaultKind::Missing));
        }
        self.optional(key, read)
    }

    fn optional<T>(&mut self, key: &str, read: impl Fn(&str) -> Result<T, FaultKind>) -> Option<T> {
        let entry = self.entries.iter().find(|entry| entry.key == key)?;
        let result = match &entry.value {
            Value::Text(text) => read(text),
            other => Err(FaultKind::WrongKind {
                found: other.kind(),
                wanted: "a text in quotes",
            }),
        };
        result
            .map_err(|kind| self.faults.push(self.fault(key, kind)))
            .ok()
    }

    fn choice<T: Default>(
        &mut self,
        key: &str,
        parse: fn(&str) -> Option<T>,
        allowed: &'static [&'static str],
    ) -> T {
        let read = |text: &str| {
            parse(text).ok_or_else(|| FaultKind::NotOneOf {
                found: text.to_owned(),
                allowed,
            })
        };
        self.optional(key, read).unwrap_or_default()
    }

    fn length(&mut self, key: &str, least: u16, most: u16) -> Option<Length> {
        self.optional(key, |text| {
            Length::parse(text, least, most).ok_or_else(|| FaultKind::NotALength {
                found: text.to_owned(),
                least,
                most,
            })
        })
    }

    /// A fault at a key: on its line, or on the line of its table when the file does not have the key.
    fn fault(&self, key: &str, kind: FaultKind) -> Fault {
        let own = self
            .entries
            .iter()
            .find(|entry| entry.key == key)
            .and_then(|entry| entry.line);
        let line = own.or_else(|| self.name.and_then(|table| table.line));
        let key = match self.name {
            Some(table) => format!("{}.{key}", table.key),
            None => key.to_owned(),
        };
        Fault { line, key, kind }
    }
}
