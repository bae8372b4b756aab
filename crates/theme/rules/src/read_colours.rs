//! The colours of one scheme: read, completed from the brand colour, and every pair of them computed.

use crate::notation::Notation;
use crate::pairs::drawn;
use crate::palette::{Palette, Role, Scheme};
use crate::table::Table;
use crate::tokens::HostColour;
use crate::{Colour, Fault, FaultKind, FieldStyle, Shortfall, derive, keys, suggest, value};

/// Roles whose colour is the host's.
pub(crate) type Hosts = Vec<(Scheme, Role, HostColour)>;

/// The colours of one scheme, when they are all there and told apart; and those that are the host's.
pub(crate) fn palette(
    top: &mut Table<'_>,
    scheme: Scheme,
    brand: Option<Colour>,
    field: FieldStyle,
    notation: Notation,
) -> Option<(Palette, Hosts)> {
    // What follows from a brand colour is not missing where that could not be read.
    let has_brand = top.has("brand");
    let mut table = match (top.has(scheme.key()), has_brand) {
        (true, _) => top.table(scheme.key(), "a table of colours")?,
        (false, false) => {
            top.faults.push(top.fault(scheme.key(), FaultKind::Missing));
            return None;
        }
        (false, true) => Table {
            path: scheme.key().to_owned(),
            ..Table::top(&[])
        },
    };
    table.refuse_unknown(keys::COLOURS);
    let mut hosts = Vec::new();
    let said: Vec<Option<Colour>> = Role::ALL
        .into_iter()
        .map(|role| {
            let read = |text: &str| one(text, role, notation);
            let open = has_brand || matches!(role, Role::OnBrand | Role::Focus);
            let read = if open {
                table.optional(role.key(), read)
            } else {
                // Go on with any colour after a fault, to find the other faults.
                Some(table.required(role.key(), read).unwrap_or((Colour::BLACK, None)))
            };
            let (colour, host) = read?;
            hosts.extend(host.map(|host| (scheme, role, host)));
            Some(colour)
        })
        .collect();
    let said = |role: Role| said[role as usize];
    let palette = match brand {
        Some(brand) => Some(derive::palette(said, brand, scheme, field)),
        None => Palette::new(said),
    };
    let Some(mut palette) = palette else {
        top.faults.append(&mut table.faults);
        return None;
    };
    // The edge of a preset that has other fields than the file yields to those of the file.
    let yields = |role: Role| {
        let entry = table.entry(role.key());
        entry.is_some_and(|entry| !entry.own) && hosts.iter().all(|(_, of, _)| *of != role)
    };
    if field == FieldStyle::Filled && yields(Role::Border) {
        palette = derive::moved(palette, Role::Border, scheme, field);
    }
    if table.faults.is_empty() {
        table.faults = shortfalls(&table, scheme, &palette, field);
    }
    let whole = table.faults.is_empty();
    top.faults.append(&mut table.faults);
    whole.then_some((palette, hosts))
}

fn one(text: &str, role: Role, notation: Notation) -> Result<(Colour, Option<HostColour>), FaultKind> {
    let (colour, host) = match value::host_colour(text, notation) {
        Some((colour, host)) => (colour, Some(host)),
        None => match notation.read(text) {
            Some(colour) => (colour, None),
            None => {
                return Err(notation.refusal(text));
            }
        },
    };
    if role == Role::Surface && !colour.covers() {
        return Err(FaultKind::SurfaceShowsThrough);
    }
    Ok((colour, host))
}

/// The worst failing pair of each role.
fn shortfalls(table: &Table<'_>, scheme: Scheme, palette: &Palette, field: FieldStyle) -> Vec<Fault> {
    let worst = |role: Role| {
        drawn(field)
            .filter(|pair| pair.ink.role() == role && !pair.passes(scheme, palette))
            .map(|pair| (pair, pair.ratio(scheme, palette)))
            .min_by(|(one, a), (other, b)| (a / one.need.ratio()).total_cmp(&(b / other.need.ratio())))
    };
    let fault = |role: Role| {
        let (pair, ratio) = worst(role)?;
        let suggestion = suggest::passing(role, scheme, palette, field).map(|colour| colour.to_string());
        let shortfall = Shortfall {
            scheme,
            ink: pair.ink.key(),
            state: None,
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
