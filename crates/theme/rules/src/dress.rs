//! What a theme says of a part: its colours, lengths and weight, at rest and in each state.

use std::fmt;

use crate::pairs::Paint;
use crate::palette::{Palette, Scheme};
use crate::part::{Part, State};
use crate::value::Length;
use crate::{Colour, Weight};

/// A colour of a part: one of the theme's own, or one for each scheme, or none at all.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) enum Ink {
    Paint(Paint),
    Literal([Colour; 2]),
    Nothing,
}

impl Ink {
    /// What is seen where it lies on `ground`.
    pub(crate) fn on(self, ground: Colour, scheme: Scheme, palette: &Palette) -> Colour {
        match self {
            Self::Paint(Paint::Role(role)) => palette.get(role).over(ground),
            Self::Paint(Paint::Shade(shade)) => shade.colour(scheme, palette).over(ground),
            Self::Literal(colours) => colours[scheme as usize].over(ground),
            Self::Nothing => ground,
        }
    }
}

impl fmt::Display for Ink {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Paint(paint) => write!(f, "var(--vestibule-{})", paint.key()),
            Self::Literal([light, dark]) if light == dark => light.fmt(f),
            Self::Literal([light, dark]) => write!(f, "light-dark({light},{dark})"),
            Self::Nothing => f.write_str("#0000"),
        }
    }
}

/// What a theme says of a part, or of one of its states.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub(crate) struct Dress {
    pub(crate) background: Option<Ink>,
    pub(crate) color: Option<Ink>,
    pub(crate) border_color: Option<Ink>,
    pub(crate) border_width: Option<Length>,
    pub(crate) radius: Option<Length>,
    pub(crate) size: Option<Length>,
    pub(crate) weight: Option<Weight>,
}

impl Dress {
    /// The colours of a state, where it has none those at rest.
    pub(crate) fn over(self, rest: Self) -> Self {
        Self {
            background: self.background.or(rest.background),
            color: self.color.or(rest.color),
            border_color: self.border_color.or(rest.border_color),
            ..self
        }
    }
}

/// A part that a theme dresses.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Dressed {
    pub(crate) part: Part,
    pub(crate) class: Option<String>,
    pub(crate) rest: Dress,
    pub(crate) states: Vec<(State, Dress)>,
}

impl Dressed {
    /// A part of which nothing is said.
    pub(crate) fn of(part: Part) -> Self {
        Self {
            part,
            class: None,
            rest: Dress::default(),
            states: Vec::new(),
        }
    }

    pub(crate) fn state(&self, state: State) -> Option<&Dress> {
        self.states
            .iter()
            .find(|(of, _)| *of == state)
            .map(|(_, dress)| dress)
    }

    /// What is said of a state, to be changed.
    pub(crate) fn state_mut(&mut self, state: State) -> &mut Dress {
        let at = self.states.iter().position(|(of, _)| *of == state);
        let at = at.unwrap_or_else(|| {
            self.states.push((state, Dress::default()));
            self.states.len() - 1
        });
        &mut self.states[at].1
    }
}
