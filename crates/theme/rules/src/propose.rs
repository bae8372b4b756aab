//! A colour that passes in the place of one that does not: it is put where the theme would say it, and seen to pass.

use crate::complete::completed;
use crate::dress::{Dressed, Ink};
use crate::legible::{At, Dresses, Lost};
use crate::pairs::{PAIRS, Pair};
use crate::palette::{Palette, Role, Scheme};
use crate::part::{Part, State};
use crate::shortfall::BACKGROUND;
use crate::{ButtonStyle, Colour, FieldStyle, Shortfall, ratio};

/// What a theme says of its parts.
pub(crate) struct Said<'t> {
    pub(crate) parts: &'t [Dressed],
    pub(crate) palettes: &'t [Palette; 2],
    pub(crate) button: ButtonStyle,
    pub(crate) field: FieldStyle,
}

impl Said<'_> {
    /// What cannot be told apart, each with the path of the table that has to change.
    pub(crate) fn shortfalls(&self) -> Vec<(String, Shortfall)> {
        let parts = completed(self.parts, self.palettes, self.button);
        let before = Scheme::ALL.map(|scheme| self.dresses(&parts, self.palettes, scheme).lost(|_| true));
        let mut shortfalls = Vec::new();
        for scheme in Scheme::ALL {
            let mut told: Vec<&Lost> = Vec::new();
            for lost in &before[scheme as usize] {
                let is_known = |known: &&Lost| known.is(lost) || self.follows(lost, known);
                if told.iter().any(is_known) {
                    continue;
                }
                told.push(lost);
                let shortfall = Shortfall {
                    scheme,
                    ink: lost.ink,
                    state: lost.state().map(State::key),
                    ground: BACKGROUND,
                    ratio: ratio(lost.seen, lost.ground),
                    need: lost.need,
                    suggestion: self.proposal(lost, scheme, &before),
                };
                shortfalls.push((lost.path(), shortfall));
            }
        }
        shortfalls
    }

    /// Whether something is lost in a state of which the theme says nothing, as it is at rest.
    fn follows(&self, lost: &Lost, rest: &Lost) -> bool {
        let is_said = |state: State| {
            let part = self.parts.iter().find(|dressed| dressed.part == lost.at.0);
            part.is_some_and(|dressed| dressed.state(state).is_some())
        };
        let is_alike = rest.ink == lost.ink && rest.state() == lost.state();
        is_alike && rest.at == (lost.at.0, None) && lost.at.1.is_some_and(|state| !is_said(state))
    }

    fn dresses<'d>(&self, parts: &'d [Dressed], palettes: &'d [Palette; 2], scheme: Scheme) -> Dresses<'d> {
        Dresses {
            parts,
            button: self.button,
            field: self.field,
            scheme,
            palette: &palettes[scheme as usize],
        }
    }

    /// The nearest colour that mends all that hangs on it, or as much of it as any does. A part has one for both schemes where there is
    /// one that passes in both.
    fn proposal(&self, lost: &Lost, of: Scheme, before: &[Vec<Lost>; 2]) -> Option<String> {
        let rank = |scheme: Scheme, colour: Colour| self.rank(lost, colour, scheme, &before[scheme as usize]);
        let fitting = |scheme: Scheme, colour: Colour| {
            near(colour).filter(move |colour| self.fits(lost, *colour, scheme))
        };
        if is_ring(lost) {
            // A colour of one scheme.
            let (_, colour) = best(fitting(of, lost.seen), |colour| rank(of, colour))?;
            return Some(colour.to_string());
        }
        let other = Scheme::ALL[1 - of as usize];
        let in_both = fitting(of, lost.seen).filter(|colour| self.fits(lost, *colour, other));
        let one = best(in_both, |colour| rank(of, colour).max(rank(other, colour)));
        if let Some((0, colour)) = one {
            return Some(colour.to_string());
        }
        let [light, dark] = Scheme::ALL.map(|scheme| {
            let fitting = fitting(scheme, self.now(lost, scheme));
            best(fitting, |colour| rank(scheme, colour))
        });
        let two = light
            .zip(dark)
            .map(|((of_light, light), (of_dark, dark))| (of_light.max(of_dark), [light, dark]));
        let one = one.map(|(rank, colour)| (rank, [colour; 2]));
        let (_, colours) = one.into_iter().chain(two).min_by_key(|(rank, _)| *rank)?;
        Some(Ink::Literal(colours).to_string())
    }

    /// How well a colour that fits mends: all of the part, all that is alike, this alone; or this, and something else is lost by it, which
    /// is better than nothing and told then.
    fn rank(&self, lost: &Lost, colour: Colour, scheme: Scheme, before: &[Lost]) -> u8 {
        let after = self.after(lost, colour, scheme, |part| {
            is_ring(lost) || part.is_within(lost.at.0)
        });
        if !after
            .iter()
            .all(|other| before.iter().any(|known| known.is_of(other)))
        {
            return 3;
        }
        let all = |other: &Lost| other.at.0 == lost.at.0 && (lost.at.1.is_none() || other.at.1 == lost.at.1);
        let alike = |other: &Lost| {
            let is_near = is_ring(lost) || other.at.0 == lost.at.0;
            is_near && other.ink == lost.ink && other.state() == lost.state()
        };
        // Of other words and edges than those of the part itself its colour is no remedy.
        if !after.iter().any(all) || (lost.ink != "color" && !after.iter().any(alike)) {
            0
        } else {
            1 + u8::from(after.iter().any(alike))
        }
    }

    /// Whether what is lost is lost no more with this colour; sooner computed than what else it does.
    fn fits(&self, lost: &Lost, colour: Colour, scheme: Scheme) -> bool {
        if is_ring(lost) {
            let palette = self.palettes[scheme as usize].with(Role::Focus, colour);
            let passes = |pair: &Pair| !pair.touches(Role::Focus) || pair.passes(scheme, &palette);
            if !PAIRS.iter().all(passes) {
                return false;
            }
        }
        let after = self.after(lost, colour, scheme, |part| part == lost.of.0);
        !after.iter().any(|other| this(lost, other))
    }

    /// What is lost of some parts with this colour where it would be said.
    fn after(&self, lost: &Lost, colour: Colour, scheme: Scheme, of: impl Fn(Part) -> bool) -> Vec<Lost> {
        let (mut parts, mut palettes) = (self.parts.to_vec(), *self.palettes);
        if is_ring(lost) {
            let palette = &mut palettes[scheme as usize];
            *palette = palette.with(Role::Focus, colour);
        } else {
            *place(&mut parts, lost) = Some(Ink::Literal([colour; 2]));
        }
        let parts = completed(&parts, &palettes, self.button);
        self.dresses(&parts, &palettes, scheme).lost(of)
    }

    /// What is seen in a scheme where the lost colour is lost in one.
    fn now(&self, lost: &Lost, scheme: Scheme) -> Colour {
        let parts = completed(self.parts, self.palettes, self.button);
        let (at, is_edge) = whose(lost);
        self.dresses(&parts, self.palettes, scheme).now(at, is_edge)
    }
}

/// The nearest one of the best rank, which is the least.
fn best(colours: impl Iterator<Item = Colour>, rank: impl Fn(Colour) -> u8) -> Option<(u8, Colour)> {
    let mut best: Option<(u8, Colour)> = None;
    for colour in colours {
        let rank = rank(colour);
        if best.is_none_or(|(least, _)| rank < least) {
            best = Some((rank, colour));
        }
        if rank == 0 {
            break;
        }
    }
    best
}

/// The same, or the same colour in the same place.
fn this(lost: &Lost, other: &Lost) -> bool {
    other.is_of(lost) || other.is(lost)
}

/// The ring of the focus has no place among the parts.
fn is_ring(lost: &Lost) -> bool {
    lost.ink == Role::Focus.key()
}

/// The part and the state that say the colour, and whether it is that of an edge: where words of another part are lost, that part.
fn whose(lost: &Lost) -> (At, bool) {
    if lost.ink == lost.of.0.key() {
        ((lost.of.0, lost.state()), false)
    } else {
        (lost.at, lost.ink == "border-color")
    }
}

/// Where the theme says the colour, or would.
fn place<'p>(parts: &'p mut Vec<Dressed>, lost: &Lost) -> &'p mut Option<Ink> {
    let ((part, state), is_edge) = whose(lost);
    let at = parts
        .iter()
        .position(|dressed| dressed.part == part)
        .unwrap_or_else(|| {
            parts.push(Dressed::of(part));
            parts.len() - 1
        });
    let dressed = &mut parts[at];
    let dress = match state {
        None => &mut dressed.rest,
        Some(state) => dressed.state_mut(state),
    };
    if is_edge {
        &mut dress.border_color
    } else {
        &mut dress.color
    }
}

/// The same colour, with more and more black or white in it.
fn near(colour: Colour) -> impl Iterator<Item = Colour> {
    (0..=100)
        .rev()
        .flat_map(move |kept| [colour.mix(kept, Colour::BLACK), colour.mix(kept, Colour::WHITE)])
}
