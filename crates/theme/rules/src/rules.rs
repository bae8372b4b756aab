//! The rules of a theme for single parts, nested in the rule that holds its custom properties (CSS Nesting 1).
//!
//! What few themes say is a rule of those themes instead of a custom property of all: a page whose theme does not say it
//! pays nothing.

use std::fmt::Write as _;

use crate::dress::{Dress, Ink};
use crate::part::{Part, State};
use crate::{Align, FieldStyle, Motion, Tokens, Weight};

/// The usual scale below 15 px of running text, which the looks have in root ems: 14, 13 and 12 px, in hundredths of it, with the
/// height of lines; each as specific as in the looks.
const STEPS: &[(u32, &str, &str)] = &[
    (
        93,
        "1.43",
        "[data-part=label],[data-part=links],[data-part=notice],[data-part=status]:not([data-state=quiet])",
    ),
    (
        87,
        "1.38",
        "[data-part=message],[data-part=policy],[data-part=divider]",
    ),
    (87, "1.54", "[data-part=terms]"),
    (80, "1.33", "[data-part=last-used]"),
];

impl Tokens {
    /// The rules, each as specific as the one of the looks that it changes. Empty for most themes.
    #[must_use]
    pub fn rules(&self) -> String {
        let mut css = String::new();
        self.frame(&mut css);
        self.letters(&mut css);
        self.field_style(&mut css);
        self.moves(&mut css);
        let mut shapes = String::new();
        let mut colours = String::new();
        for dressed in &self.parts {
            let states = dressed.states.iter().map(|(state, dress)| (Some(*state), dress));
            for (state, dress) in std::iter::once((None, &dressed.rest)).chain(states) {
                let selector = selector(dressed.part, state);
                rule(&mut shapes, &selector, &shape(dressed.part, dress));
                let paint = match (dressed.part, state) {
                    // Custom properties, which the looks draw.
                    (Part::Submit, None | Some(State::Hover | State::Active)) => String::new(),
                    (Part::Submit, Some(_)) => button(dress, &dressed.rest),
                    _ => paint(dress),
                };
                rule(&mut colours, &selector, &paint);
            }
        }
        css += &shapes;
        if !colours.is_empty() {
            // Where the system chooses the colours, it chooses all of them.
            write!(css, "@media (forced-colors:none){{{colours}}}")
                .expect("writing to a String does not fail");
        }
        css
    }

    fn frame(&self, css: &mut String) {
        if let Some(width) = self.width {
            rule(
                css,
                "&[data-part=root]",
                &format!("inline-size:min({width},100%)"),
            );
            rule(
                css,
                "&[data-part=modal]",
                &format!("inline-size:min({width},calc(100vw - 32px))"),
            );
        }
        if let Some(size) = self.logo_size {
            rule(css, "[data-part=logo]", &format!("block-size:{size}"));
        }
        if self.align == Align::Center {
            rule(
                css,
                "[data-part=header]",
                "justify-items:center;text-align:center",
            );
            rule(css, "[data-part=close]~[data-part=header]", "padding-inline:28px");
        }
    }

    fn letters(&self, css: &mut String) {
        if let Some(size) = self.text_size {
            rule(css, "&", &format!("font-size:{size};line-height:1.47"));
            for (share, height, parts) in STEPS {
                let size = size.hundredths(*share);
                rule(css, parts, &format!("font-size:{size};line-height:{height}"));
            }
        }
        let weight = (self.title_weight != Weight::default()).then(|| self.title_weight.as_str());
        let mut title = Vec::new();
        title.extend(self.title_font.as_ref().map(|font| format!("font-family:{font}")));
        title.extend(
            self.title_size
                .map(|size| format!("font-size:{size};line-height:1.25")),
        );
        title.extend(weight.map(|weight| format!("font-weight:{weight}")));
        rule(css, "[data-part=title]", &title.join(";"));
    }

    fn field_style(&self, css: &mut String) {
        let line = "0 0 var(--vestibule-border-width)";
        let invalid = "[data-state=invalid] [data-part=control]";
        match self.field {
            FieldStyle::Boxed => {}
            FieldStyle::Filled => {
                let corners = "border-end-start-radius:0;border-end-end-radius:0";
                let ground = "background:var(--vestibule-quiet)";
                rule(
                    css,
                    "[data-part=control]",
                    &format!("border-width:{line};{corners};{ground}"),
                );
                rule(css, invalid, "box-shadow:0 1px var(--vestibule-danger)");
            }
            FieldStyle::Underlined => {
                let ground = "border-radius:0;background:none";
                rule(
                    css,
                    "[data-part=control]",
                    &format!("border-width:{line};{ground}"),
                );
                rule(css, "[data-part=input]", "padding-inline:2px");
                rule(css, invalid, "box-shadow:0 1px var(--vestibule-danger)");
            }
        }
    }

    fn moves(&self, css: &mut String) {
        let (changes, enters) = match self.motion {
            Motion::Calm => return,
            Motion::Brisk => ("transition-duration:.1s", "animation-duration:.1s"),
            Motion::None => ("transition:none", "animation:none"),
        };
        if self.motion == Motion::None {
            rule(css, "[data-icon=spinner],[data-part=bone]", enters);
        }
        rule(css, "button,[data-part=control],[data-part=strike]", changes);
        rule(
            css,
            "[data-part=header],[data-part=body],[data-part=notice]",
            enters,
        );
    }
}

/// Where a part is in a state.
fn selector(part: Part, state: Option<State>) -> String {
    let of = |selector: &&str| match state {
        None => (*selector).to_owned(),
        Some(state) => state.of(part, selector),
    };
    part.selectors().iter().map(of).collect::<Vec<_>>().join(",")
}

fn shape(part: Part, dress: &Dress) -> String {
    let mut css = Vec::new();
    css.extend(
        dress
            .border_width
            .map(|width| format!("border-style:solid;border-width:{width}")),
    );
    css.extend(dress.radius.map(|radius| format!("border-radius:{radius}")));
    // Smaller letters than the usual ones make a phone zoom in.
    css.extend(
        dress
            .size
            .filter(|_| part != Part::Input)
            .map(|size| format!("font-size:{size}")),
    );
    css.extend(
        dress
            .weight
            .map(|weight| format!("font-weight:{}", weight.as_str())),
    );
    css.join(";")
}

/// The main button in a state for which there are no custom properties: together with those at rest, so that its words stand on the
/// ground that they were computed on, whatever else the button is in.
fn button(state: &Dress, rest: &Dress) -> String {
    if state.background.is_none() && state.color.is_none() {
        return paint(state);
    }
    // Without a word about its edge it has none to be seen.
    let edge = state.background.filter(|_| rest.border_color.is_none());
    let or_rest = |ink: Option<Ink>, of: &str| {
        ink.map_or_else(|| format!("var(--vestibule-button{of})"), |ink| ink.to_string())
    };
    format!(
        "background:{};color:{};border-color:{}",
        or_rest(state.background, ""),
        or_rest(state.color, "-text"),
        or_rest(state.border_color.or(edge), "-border"),
    )
}

fn paint(dress: &Dress) -> String {
    let mut css = Vec::new();
    css.extend(dress.background.map(|colour| format!("background:{colour}")));
    css.extend(dress.color.map(|colour| format!("color:{colour}")));
    css.extend(dress.border_color.map(|colour| format!("border-color:{colour}")));
    css.join(";")
}

fn rule(css: &mut String, selector: &str, declarations: &str) {
    if !declarations.is_empty() {
        write!(css, "{selector}{{{declarations}}}").expect("writing to a String does not fail");
    }
}
