//! A pair of colours with too little contrast, and the sentence about it.

use std::fmt;

use crate::pairs::Need;
use crate::palette::{Role, Scheme};

/// The ground of a part.
pub(crate) const BACKGROUND: &str = "background";

/// A pair of colours with too little contrast.
#[derive(Clone, Debug, PartialEq)]
pub struct Shortfall {
    /// Where it fails.
    pub scheme: Scheme,
    /// The role, shade or part that is to be seen, or the colour of the part at fault.
    pub ink: &'static str,
    /// The state in which it is to be seen, where it is a part of the widget that has another colour then.
    pub state: Option<&'static str>,
    /// The role or shade that it is seen on.
    pub ground: &'static str,
    /// The contrast ratio there is.
    pub ratio: f64,
    /// What it is needed for.
    pub need: Need,
    /// A colour that passes, for `ink` or the role that it is mixed from, in hexadecimal digits; for a part `light-dark()` of two, where
    /// none passes in both schemes.
    pub suggestion: Option<String>,
}

impl fmt::Display for Shortfall {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self {
            scheme,
            ink,
            state,
            ground,
            ratio,
            need,
            suggestion,
        } = self;
        // Rounded down: 4.499 must not read as a ratio that passes.
        let (scheme, ratio, need) = (scheme.key(), Hundredths::of(*ratio), Hundredths::of(need.ratio()));
        f.write_str(ink)?;
        if let Some(state) = state {
            write!(f, ".{state}")?;
        }
        write!(
            f,
            " on {ground} has a contrast of {ratio}:1 in the {scheme} colours and needs {need}:1; "
        )?;
        match suggestion {
            Some(colour) => write!(f, "\"{colour}\" passes")?,
            None if *ground == BACKGROUND => {
                f.write_str("nothing darker or lighter passes, so change the background")?;
            }
            None => write!(
                f,
                "nothing darker or lighter passes, so change `{scheme}.surface`"
            )?,
        }
        if *ink == Role::OnBrand.key() {
            f.write_str(", and without this key black or white is chosen")?;
        }
        Ok(())
    }
}

/// A number with up to two decimals. What the standard library has for this weighs more than all of this crate.
struct Hundredths(u32);

impl Hundredths {
    fn of(number: f64) -> Self {
        #[expect(
            clippy::cast_possible_truncation,
            clippy::cast_sign_loss,
            reason = "a contrast ratio is from 1 to 21"
        )]
        Self((number * 100.0) as u32)
    }
}

impl fmt::Display for Hundredths {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match (self.0 / 100, self.0 % 100) {
            (whole, 0) => write!(f, "{whole}"),
            (whole, part) if part % 10 == 0 => write!(f, "{whole}.{}", part / 10),
            (whole, part) => write!(f, "{whole}.{part:02}"),
        }
    }
}
