//! What a theme says of single parts, read.

use crate::dress::{Dress, Dressed, Ink};
use crate::notation::Notation;
use crate::pairs::Paint;
use crate::palette::Role;
use crate::part::{Part, State};
use crate::table::Table;
use crate::{FaultKind, Shade, Weight, keys, value};

/// Reads `[part.…]`.
pub(crate) fn parts(top: &mut Table<'_>, notation: Notation) -> Vec<Dressed> {
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
        let rest = dress(&mut table, notation);
        let mut states = Vec::new();
        for state in State::ALL {
            let Some(mut inner) = table.table(state.key(), "a table for that state") else {
                continue;
            };
            if part.states().contains(&state) {
                inner.refuse_unknown(keys::PART_STATE);
                states.push((state, dress(&mut inner, notation)));
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

fn dress(table: &mut Table<'_>, notation: Notation) -> Dress {
    let mut paint = |key| {
        table.optional(key, |text| {
            ink(text, notation).ok_or_else(|| notation.refusal(text))
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
fn ink(text: &str, notation: Notation) -> Option<Ink> {
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
            notation.read(light.trim_ascii())?,
            notation.read(dark.trim_ascii())?,
        ]));
    }
    notation.read(text).map(|colour| Ink::Literal([colour; 2]))
}
