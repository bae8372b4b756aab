//! A colour that passes, as near as possible to one that does not: same hue, other lightness.

use csscolorparser::Color;

use crate::Colour;
use crate::pairs::{PAIRS, Pair};
use crate::palette::{Palette, Role, Scheme};

/// Lightness is tried in this many steps from black to white.
const STEPS: u8 = 200;

/// The nearest colour for `role` with which every pair that it is part of passes; failing that, every pair in which
/// it is what is to be seen. `None` when no lightness of that hue does it: then another role is in the way.
pub(crate) fn passing(role: Role, scheme: Scheme, palette: &Palette) -> Option<Colour> {
    let all = |pair: &&Pair| pair.touches(role);
    let own = |pair: &&Pair| pair.ink == role;
    nearest(role, scheme, palette, all).or_else(|| nearest(role, scheme, palette, own))
}

fn nearest(role: Role, scheme: Scheme, palette: &Palette, of: impl Fn(&&Pair) -> bool) -> Option<Colour> {
    let now = palette.get(role);
    let [red, green, blue] = now.rgb;
    let [lightness, a, b, _] = Color::from_rgba8(red, green, blue, 255).to_oklaba();
    let distance = |step: u8| (f32::from(step) / f32::from(STEPS) - lightness).abs();
    let mut steps: Vec<u8> = (0..=STEPS).collect();
    steps.sort_by(|one, other| distance(*one).total_cmp(&distance(*other)));
    steps
        .into_iter()
        .map(|step| {
            let [red, green, blue, _] =
                Color::from_oklaba(f32::from(step) / f32::from(STEPS), a, b, 1.0).to_rgba8();
            Colour {
                rgb: [red, green, blue],
                alpha: 255,
            }
        })
        .find(|colour| {
            let palette = palette.with(role, *colour);
            PAIRS.iter().filter(&of).all(|pair| pair.passes(scheme, &palette))
        })
}
