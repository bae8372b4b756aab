//! How well words, edges and rings of dressed parts are told from what they stand on: a part may stand in another that is dressed
//! too.

use crate::dress::{Dress, Dressed, Ink};
use crate::pairs::{Need, Paint};
use crate::palette::{Palette, Role, Scheme};
use crate::part::{Part, State};
use crate::{ButtonStyle, Colour, Shade, Shortfall, ratio};

/// The dressed parts of a theme in one of its schemes.
pub(crate) struct Dresses<'t> {
    pub(crate) parts: &'t [Dressed],
    pub(crate) button: ButtonStyle,
    pub(crate) scheme: Scheme,
    pub(crate) palette: &'t Palette,
}

/// A part in a state, `None` at rest.
type At = (Part, Option<State>);

impl Dresses<'_> {
    /// What cannot be told apart, each with the path of the table that has to change.
    pub(crate) fn shortfalls(&self) -> Vec<(String, Shortfall)> {
        let mut found: Vec<(String, Shortfall)> = Vec::new();
        for part in Part::ALL {
            let states = part.states().iter().map(|state| Some(*state));
            for at in std::iter::once(None).chain(states).map(|state| (*part, state)) {
                for outside in self.outsides(*part) {
                    found.extend(self.words(at, outside).or_else(|| self.edge(at, outside)));
                }
            }
            found.extend(self.ring(*part));
        }
        // What fails in two places or states fails once.
        let mut once: Vec<(String, Shortfall)> = Vec::new();
        for (path, shortfall) in found {
            let is_known = |(of, known): &(String, Shortfall)| *of == path && known.ink == shortfall.ink;
            if !once.iter().any(is_known) {
                once.push((path, shortfall));
            }
        }
        once
    }

    fn dressed(&self, part: Part) -> Option<&Dressed> {
        self.parts.iter().find(|dressed| dressed.part == part)
    }

    /// How a part looks in a state as far as it differs from what it stands in, and whether that is of the theme's making.
    fn dress(&self, at: At) -> (Dress, bool) {
        let looks = looks(at);
        let (rest, own) = match self.dressed(at.0) {
            None => return (looks, false),
            Some(dressed) => (dressed.rest, at.1.and_then(|state| dressed.state(state).copied())),
        };
        let own = own.unwrap_or_default();
        let says = |dress: Dress| dress.background.is_some() || dress.color.is_some();
        // What the looks have for a state goes before what the theme has for the part at rest, as in the page.
        (own.over(looks).over(rest), says(own) || says(rest))
    }

    fn seen(&self, ink: Ink, ground: Colour) -> Colour {
        ink.on(ground, self.scheme, self.palette)
    }

    /// The grounds around a part: one for each part that it stands in, and for a message in each of its states.
    fn outsides(&self, part: Part) -> Vec<Around> {
        let mut all = Vec::new();
        for outer in part.around() {
            let states = outer
                .states()
                .iter()
                .filter(|state| matches!(state, State::Told | State::Done));
            for state in std::iter::once(None).chain(states.map(|state| Some(*state))) {
                for beyond in self.outsides(*outer) {
                    all.push(self.inside((*outer, state), beyond));
                }
            }
        }
        if all.is_empty() {
            all.push(Around {
                ground: self.palette.get(Role::Surface),
                words: self.palette.get(Role::Text),
                by: None,
            });
        }
        all
    }

    /// What a part in a state is for those that stand in it.
    fn inside(&self, at: At, outside: Around) -> Around {
        let (dress, says) = self.dress(at);
        let usual = usual(at, self.button, self.scheme);
        let ground = match dress.background {
            Some(ink) => self.seen(ink, outside.ground),
            None if at.0.is_opaque() => self.seen(usual.1, outside.ground),
            None => outside.ground,
        };
        let words = match dress.color {
            Some(ink) => self.seen(ink, ground),
            None if at.0.inherits() => outside.words,
            None => self.seen(usual.0, ground),
        };
        let by = if says {
            Some(at)
        } else {
            outside.by.filter(|_| !at.0.is_opaque() || at.0.inherits())
        };
        Around { ground, words, by }
    }

    /// Words that cannot be read, where the theme has a part in it.
    fn words(&self, at: At, outside: Around) -> Option<(String, Shortfall)> {
        let Around { ground, words, by } = self.inside(at, outside);
        // What only takes over the words and the ground around it fails there.
        let by = by.filter(|by| *by == at || at.0.is_opaque() || !at.0.inherits())?;
        let ink = if by == at { "color" } else { at.0.key() };
        self.shortfall(by, (ink, words), ground, Need::Words)
    }

    /// The edge of a field, by which it is known for one.
    fn edge(&self, at: At, outside: Around) -> Option<(String, Shortfall)> {
        let ink = self.dress(at).0.border_color.filter(|_| at.0 == Part::Control)?;
        let edge = self.seen(ink, outside.ground);
        self.shortfall(at, ("border-color", edge), outside.ground, Need::Control)
    }

    /// The ring of the keyboard's focus on the ground of a part that others stand in.
    fn ring(&self, part: Part) -> Option<(String, Shortfall)> {
        self.dressed(part)?.rest.background?;
        if !Part::ALL.iter().any(|inner| inner.around().contains(&part)) {
            return None;
        }
        let outside = *self.outsides(part).first()?;
        let ground = self.inside((part, None), outside).ground;
        let ring = self.seen(Ink::Paint(Paint::Role(Role::Focus)), ground);
        self.shortfall((part, None), ("focus", ring), ground, Need::Control)
    }

    fn shortfall(
        &self,
        (part, state): At,
        (ink, seen): (&'static str, Colour),
        ground: Colour,
        need: Need,
    ) -> Option<(String, Shortfall)> {
        let got = ratio(seen, ground);
        let part = part.key();
        let path = match state {
            None => format!("part.{part}"),
            Some(state) => format!("part.{part}.{}", state.key()),
        };
        let shortfall = Shortfall {
            scheme: self.scheme,
            ink,
            ground: "background",
            ratio: got,
            need,
            suggestion: readable(seen, ground, need),
        };
        (got < need.ratio()).then_some((path, shortfall))
    }
}

/// What the looks themselves change in a state.
fn looks((part, state): At) -> Dress {
    let shade = |shade| Some(Ink::Paint(Paint::Shade(shade)));
    let text = Some(Ink::Paint(Paint::Role(Role::Text)));
    let is_quiet = matches!(part, Part::Close | Part::TogglePassword);
    let [background, color] = match (part, state) {
        (Part::Notice, Some(State::Told)) => [shade(Shade::BrandSoft), None],
        (Part::Status, Some(State::Done)) => [shade(Shade::SuccessSoft), None],
        (Part::Rule, Some(State::Kept)) => [None, Some(Ink::Paint(Paint::Role(Role::Success)))],
        (Part::Switch, Some(State::Active)) => [None, shade(Shade::BrandActive)],
        (Part::Connection | Part::Resend | Part::Country, Some(State::Hover)) => [shade(Shade::Quiet), None],
        (Part::Connection | Part::Resend, Some(State::Active)) => [shade(Shade::QuietActive), None],
        (_, Some(State::Hover)) if is_quiet => [shade(Shade::Quiet), text],
        (_, Some(State::Active)) if is_quiet => [shade(Shade::QuietActive), text],
        _ => [None, None],
    };
    Dress {
        background,
        color,
        ..Dress::default()
    }
}

/// What stands around a part.
#[derive(Clone, Copy)]
struct Around {
    ground: Colour,
    words: Colour,
    /// Which part of the theme's has made it so.
    by: Option<At>,
}

/// The nearest colour that is told from `ground` as well as it must be.
fn readable(words: Colour, ground: Colour, need: Need) -> Option<String> {
    (0..=100)
        .rev()
        .flat_map(|kept| [words.mix(kept, Colour::BLACK), words.mix(kept, Colour::WHITE)])
        .find(|colour| ratio(*colour, ground) >= need.ratio())
        .map(|colour| colour.to_string())
}

/// The words of a part and its ground, where a theme says nothing of it.
pub(crate) fn usual((part, state): At, button: ButtonStyle, scheme: Scheme) -> (Ink, Ink) {
    let (brand, surface) = (Paint::Role(Role::Brand), Paint::Role(Role::Surface));
    let shade = Paint::Shade;
    let (ink, ground) = match (part, button, state) {
        (Part::Submit, ButtonStyle::Solid, Some(State::Hover)) => (part.usual().0, shade(Shade::BrandHover)),
        (Part::Submit, ButtonStyle::Solid, Some(State::Active)) => {
            (part.usual().0, shade(Shade::BrandActive))
        }
        (Part::Submit, ButtonStyle::Soft | ButtonStyle::Outline, Some(State::Active)) => part.usual(),
        (Part::Submit, ButtonStyle::Outline, state) if state != Some(State::Hover) => (brand, surface),
        (Part::Submit, ButtonStyle::Soft | ButtonStyle::Outline, _) => (brand, shade(Shade::BrandSoft)),
        (Part::Panel, ..) if scheme == Scheme::Dark => (Paint::Role(Role::Text), shade(Shade::BrandSoft)),
        _ => part.usual(),
    };
    (Ink::Paint(ink), Ink::Paint(ground))
}
