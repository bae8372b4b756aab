//! What follows where a theme leaves the states of a part open: a ground that is changed moves under the pointer as others do.

use crate::dress::{Dress, Dressed, Ink};
use crate::legible::usual;
use crate::pairs::Need;
use crate::palette::{Palette, Role, Scheme};
use crate::part::State;
use crate::{ButtonStyle, Colour, ratio};

/// The parts with the states that follow.
pub(crate) fn completed(parts: &[Dressed], palettes: &[Palette; 2], button: ButtonStyle) -> Vec<Dressed> {
    let mut parts = parts.to_vec();
    for dressed in &mut parts {
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
    parts
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
