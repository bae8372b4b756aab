//! How well words, edges and rings of dressed parts are told from what they stand on: a part may stand in another that is dressed
//! too.

use crate::dress::{Dress, Dressed, Ink};
use crate::pairs::{Need, Paint};
use crate::palette::{Palette, Role, Scheme};
use crate::part::{Part, State};
use crate::{ButtonStyle, Colour, FieldStyle, Shade, ratio};

/// The dressed parts of a theme in one of its schemes.
pub(crate) struct Dresses<'t> {
    pub(crate) parts: &'t [Dressed],
    pub(crate) button: ButtonStyle,
    pub(crate) field: FieldStyle,
    pub(crate) scheme: Scheme,
    pub(crate) palette: &'t Palette,
}

/// A part in a state, `None` at rest.
pub(crate) type At = (Part, Option<State>);

/// What cannot be told from what it stands on.
pub(crate) struct Lost {
    /// Whose table has to change.
    pub(crate) at: At,
    /// Which of its colours: the key, or the part whose words cannot be read on its ground, or the ring.
    pub(crate) ink: &'static str,
    /// What is to be seen; without a state of another look it is seen as at rest.
    pub(crate) of: At,
    pub(crate) seen: Colour,
    pub(crate) ground: Colour,
    pub(crate) need: Need,
}

impl Lost {
    /// Whether the same is told of both.
    pub(crate) fn is(&self, other: &Self) -> bool {
        self.at == other.at && self.ink == other.ink && self.state() == other.state()
    }

    /// Whether both are words, or edges, of the same part in the same state, whoever has made them so.
    pub(crate) fn is_of(&self, other: &Self) -> bool {
        let is = |ink| (self.ink == ink) == (other.ink == ink);
        self.of == other.of && is("border-color") && is("focus")
    }

    /// The state that gives another part than the one to change its colour.
    pub(crate) fn state(&self) -> Option<State> {
        let has_own = self.ink == self.of.0.key() && looks(self.of).color.is_some();
        self.of.1.filter(|_| has_own)
    }

    /// The path of the table.
    pub(crate) fn path(&self) -> String {
        let (part, state) = self.at;
        let part = part.key();
        match state {
            None => format!("part.{part}"),
            Some(state) => format!("part.{part}.{}", state.key()),
        }
    }
}

impl Dresses<'_> {
    /// What is lost of some parts.
    pub(crate) fn lost(&self, of: impl Fn(Part) -> bool) -> Vec<Lost> {
        let mut found = Vec::new();
        for part in Part::ALL.iter().filter(|part| of(**part)) {
            let states = part.states().iter().map(|state| Some(*state));
            for at in std::iter::once(None).chain(states).map(|state| (*part, state)) {
                for outside in self.outsides(*part) {
                    found.extend(self.words(at, outside));
                    found.extend(self.edge(at, outside));
                }
            }
            found.extend(self.ring(*part));
        }
        found
    }

    /// The words of a part, or its edge, as they are.
    pub(crate) fn now(&self, at: At, is_edge: bool) -> Colour {
        let outside = self.outsides(at.0)[0];
        match self.dress(at).0.border_color {
            Some(edge) if is_edge => self.seen(edge, outside.ground),
            _ => self.inside(at, outside).words,
        }
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
        // What is around a card in a host's own page nobody knows.
        let page = self.dressed(Part::Page).and_then(|page| page.rest.background);
        for outer in part
            .around()
            .iter()
            .filter(|outer| **outer != Part::Page || page.is_some())
        {
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
        let mut usual = usual(at, self.button, self.scheme);
        if at.0 == Part::Control {
            usual.1 = match self.field {
                FieldStyle::Boxed => usual.1,
                FieldStyle::Filled => Ink::Paint(Paint::Shade(Shade::Quiet)),
                FieldStyle::Underlined => Ink::Nothing,
            };
        }
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
    fn words(&self, at: At, outside: Around) -> Option<Lost> {
        let Around { ground, words, by } = self.inside(at, outside);
        // What only takes over the words and the ground around it fails there.
        let by = by.filter(|by| *by == at || at.0.is_opaque() || !at.0.inherits())?;
        // The page has no words but those of the card, which has a ground of its own.
        if at.0 == Part::Page {
            return None;
        }
        let ink = if by == at { "color" } else { at.0.key() };
        lost(by, at, (ink, words), ground, Need::Words)
    }

    /// The edge of a field, by which it is known for one, unless its ground tells it from what is around.
    fn edge(&self, at: At, outside: Around) -> Option<Lost> {
        let ink = self.dress(at).0.border_color.filter(|_| at.0 == Part::Control)?;
        let ground = self.inside(at, outside).ground;
        if ratio(ground, outside.ground) >= Need::Control.ratio() {
            return None;
        }
        let edge = self.seen(ink, outside.ground);
        let on = |ground| lost(at, at, ("border-color", edge), ground, Need::Control);
        // A line below a field that is filled stands on its ground.
        on(outside.ground).or_else(|| on(ground).filter(|_| self.field == FieldStyle::Filled))
    }

    /// The ring of the keyboard's focus on the ground of a part that others stand in.
    fn ring(&self, part: Part) -> Option<Lost> {
        self.dressed(part)?.rest.background?;
        if !part.is_around_stops() {
            return None;
        }
        let outside = *self.outsides(part).first()?;
        let ground = self.inside((part, None), outside).ground;
        let ring = self.seen(Ink::Paint(Paint::Role(Role::Focus)), ground);
        let at = (part, None);
        lost(at, at, ("focus", ring), ground, Need::Control)
    }
}

fn lost(at: At, of: At, (ink, seen): (&'static str, Colour), ground: Colour, need: Need) -> Option<Lost> {
    let lost = Lost {
        at,
        ink,
        of,
        seen,
        ground,
        need,
    };
    (ratio(seen, ground) < need.ratio()).then_some(lost)
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
