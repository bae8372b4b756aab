//! A colour that passes, as near as possible to one that does not: the same one, with black or white mixed in.

use crate::pairs::{Pair, drawn};
use crate::palette::{Palette, Role, Scheme};
use crate::{Colour, FieldStyle};

/// The nearest colour for `role` with which every pair that it is part of passes; failing that, every pair in which
/// it is what is to be seen. `None` when neither darker nor lighter does it: then another role is in the way.
pub(crate) fn passing(role: Role, scheme: Scheme, palette: &Palette, field: FieldStyle) -> Option<Colour> {
    let all = |pair: &&Pair| pair.touches(role);
    let own = |pair: &&Pair| pair.ink.role() == role;
    nearest(role, scheme, palette, field, all).or_else(|| nearest(role, scheme, palette, field, own))
}

fn nearest(
    role: Role,
    scheme: Scheme,
    palette: &Palette,
    field: FieldStyle,
    of: impl Fn(&&Pair) -> bool,
) -> Option<Colour> {
    let now = palette.get(role).over(palette.get(Role::Surface));
    let passes = |colour: &Colour| {
        let palette = palette.with(role, *colour);
        drawn(field).filter(&of).all(|pair| pair.passes(scheme, &palette))
    };
    let darker_or_lighter = |kept| [now.mix(kept, Colour::BLACK), now.mix(kept, Colour::WHITE)];
    (0..=100).rev().flat_map(darker_or_lighter).find(passes)
}
