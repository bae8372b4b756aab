//! What a theme says of single parts: read, completed in the states that it leaves open, and computed for contrast.

use crate::dress::{Dress, Dressed, Ink};
use crate::legible::{Dresses, usual};
use crate::pairs::{Need, Paint};
use crate::palette::{Palette, Role, Scheme};
use crate::part::{Part, State};
use crate::read_colours::ReadColour;
use crate::table::Table;
use crate::{ButtonStyle, Colour, FaultKind, Shade, Weight, keys, ratio, value};

/// Reads `[part.…]`.
pub(crate) fn parts(top: &mut Table<'_>, colour: ReadColour) -> Vec<Dressed> {
    let Some(mut all) = top.table("part", "a table of parts") else {
        return Vec::new();
    };
    all.refuse_unknown(Part::WORDS);
    let mut parts = Vec::new();
    for part in Part::ALL {
        let Some(mut table) = all.table(part.key(), "a table for that part") else {
            continue;
        };
        table.refuse_unknown(keys::PART);
        let class = table.optional("class", |text| {
            value::classes(text).ok_or_else(|| FaultKind::NotAClass {
                found: text.to_owned(),
            })
        });
        let rest = dress(&mut table, colour);
        let mut states = Vec::new();
        for state in State::ALL {
            let Some(mut inner) = table.table(state.key(), "a table for that state") else {
                continue;
            };
            if part.states().contains(&state) {
                inner.refuse_unknown(keys::PART_STATE);
                states.push((state, dress(&mut inner, colour)));
                table.faults.append(&mut inner.faults);
            } else {
                table
                    .faults
                    .push(table.fault(state.key(), FaultKind::NoSuchState));
            }
        }
        all.faults.append(&mut table.faults);
        parts.push(Dressed {
            part: *part,
            class,
            rest,
            states,
        });
    }
    top.faults.append(&mut all.faults);
    parts
}

fn dress(table: &mut Table<'_>, colour: ReadColour) -> Dress {
    let mut paint = |key| {
        table.optional(key, |text| {
            ink(text, colour).ok_or_else(|| FaultKind::NotAColour {
                found: text.to_owned(),
            })
        })
    };
    Dress {
        background: paint("background"),
        color: paint("color"),
        border_color: paint("border-color"),
        border_width: table.length("border-width", keys::PART_LENGTHS),
        radius: table.length("radius", keys::PART_LENGTHS),
        size: table.length("size", keys::PART_LENGTHS),
        weight: table.choice("weight", Weight::parse, Weight::WORDS),
    }
}

/// The name of a role or of a shade, `none`, a colour, or `light-dark(…, …)` of two.
fn ink(text: &str, colour: ReadColour) -> Option<Ink> {
    let role = Role::ALL
        .into_iter()
        .find(|role| role.key() == text)
        .map(Paint::Role);
    let shade = || {
        Shade::ALL
            .into_iter()
            .find(|shade| shade.key() == text)
            .map(Paint::Shade)
    };
    if let Some(paint) = role.or_else(shade) {
        return Some(Ink::Paint(paint));
    }
    if text == "none" {
        return Some(Ink::Nothing);
    }
    if let Some(both) = text
        .strip_prefix("light-dark(")
        .and_then(|rest| rest.strip_suffix(')'))
    {
        // The second colour may have commas of its own, the first one not.
        let (light, dark) = both.split_once(',')?;
        return Some(Ink::Literal([
            colour(light.trim_ascii())?,
            colour(dark.trim_ascii())?,
        ]));
    }
    colour(text).map(|colour| Ink::Literal([colour; 2]))
}

/// A part whose ground a theme has changed moves under the pointer as others do, and its words are computed in each state.
pub(crate) fn complete(
    parts: &mut [Dressed],
    palettes: &[Palette; 2],
    button: ButtonStyle,
    top: &mut Table<'_>,
) {
    for dressed in parts.iter_mut() {
        // A message that is not of something wrong has the colours of one at rest.
        for state in [State::Told, State::Done] {
            if dressed.part.states().contains(&state) && dressed.state(state).is_none() {
                let colours = Dress {
                    background: dressed.rest.background,
                    color: dressed.rest.color,
                    border_color: dressed.rest.border_color,
                    ..Dress::default()
                };
                dressed.states.push((state, colours));
            }
        }
        for (state, share) in [(State::Hover, 90), (State::Active, 82)] {
            let open = dressed
                .state(state)
                .is_none_or(|dress| dress.background.is_none());
            let answers = dressed.part.states().contains(&state);
            if let (Some(ground @ (Ink::Paint(_) | Ink::Literal(_))), true, true) =
                (dressed.rest.background, open, answers)
            {
                let grounds = Scheme::ALL.map(|scheme| {
                    let usual = usual((dressed.part, None), button, scheme);
                    let words = dressed.rest.color.unwrap_or(usual.0);
                    let palette = &palettes[scheme as usize];
                    let ground = ground.on(palette.get(Role::Surface), scheme, palette);
                    moved(ground, share, words.on(ground, scheme, palette))
                });
                let mut dress = dressed.state(state).copied().unwrap_or_default();
                dress.background = Some(Ink::Literal(grounds));
                dress.color = dress.color.or(dressed.rest.color);
                dressed.states.retain(|(of, _)| *of != state);
                dressed.states.push((state, dress));
            }
        }
    }
    for scheme in Scheme::ALL {
        let dresses = Dresses {
            parts,
            button,
            scheme,
            palette: &palettes[scheme as usize],
        };
        for (path, shortfall) in dresses.shortfalls() {
            let fault = FaultKind::Contrast(shortfall);
            top.faults.push(top.fault_at(&path, fault));
        }
    }
}

/// Where a ground goes under the pointer: a little towards the words on it, or away from them where they could not be read.
fn moved(ground: Colour, share: u8, words: Colour) -> Colour {
    let towards = ground.mix(share, words);
    let away = if words.luminance() > ground.luminance() {
        Colour::BLACK
    } else {
        Colour::WHITE
    };
    if ratio(words, towards) >= Need::Words.ratio() {
        towards
    } else {
        ground.mix(share, away)
    }
}
