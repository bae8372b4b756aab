//! From tokens to CSS: one declaration for each property of the contract in `themes/README.md`.

use std::fmt::{self, Write as _};

use crate::palette::{Role, Scheme};
use crate::part::{Part, State};
use crate::shade::{Shade, With, pole};
use crate::{ButtonStyle, CardStyle, Density, Tokens};

impl Tokens {
    /// The declarations, without a selector and without spaces that nobody needs.
    #[must_use]
    pub fn css(&self) -> String {
        let mut css = Css(String::with_capacity(3000));
        for role in Role::ALL {
            let [light, dark] = Scheme::ALL.map(|scheme| self.role(scheme, role));
            css.declare(role.key(), light_dark(&light, &dark));
        }
        for shade in Shade::ALL {
            css.declare(shade.key(), self.shade(shade));
        }
        self.button(&mut css);
        self.sizes(&mut css);
        css.0
    }

    fn role(&self, scheme: Scheme, role: Role) -> String {
        let host = self.hosts.iter().find(|(at, of, _)| (*at, *of) == (scheme, role));
        host.map_or_else(
            || self.palette(scheme).get(role).to_string(),
            |(.., host)| host.to_string(),
        )
    }

    fn shade(&self, shade: Shade) -> String {
        match (shade, self.card) {
            (Shade::Hairline, CardStyle::Outlined) => var(Role::Border.key()),
            _ => self.mix(shade),
        }
    }

    /// A shade, mixed by the browser, so that a host that sets another brand colour gets its shades too.
    fn mix(&self, shade: Shade) -> String {
        let recipe = shade.recipe();
        let other = match recipe.with {
            With::Role(role) => var(role.key()),
            With::White => "#fff".to_owned(),
            With::Pole => {
                let [light, dark] = Scheme::ALL.map(|scheme| pole(self.palette(scheme)));
                light_dark(&light, &dark)
            }
        };
        let role = var(recipe.role.key());
        let [light, dark] = recipe
            .share
            .map(|share| format!("color-mix(in srgb,{role} {share}%,{other})"));
        light_dark(&light, &dark)
    }

    /// The main button at rest, under the pointer and pressed: ground, words, edge.
    fn button(&self, css: &mut Css) {
        let solid = |ground| [ground, "on-brand", ground];
        let states = match self.button {
            ButtonStyle::Solid => [solid("brand"), solid("brand-hover"), solid("brand-active")],
            ButtonStyle::Soft => [
                ["brand-soft", "brand", "brand-soft"],
                ["brand-soft", "brand", "brand"],
                solid("brand"),
            ],
            ButtonStyle::Outline => [
                ["surface", "brand", "brand"],
                ["brand-soft", "brand", "brand"],
                solid("brand"),
            ],
        };
        let dressed = self.parts.iter().find(|dressed| dressed.part == Part::Submit);
        let names = [
            ("", None),
            ("-hover", Some(State::Hover)),
            ("-active", Some(State::Active)),
        ];
        for ((name, state), parts) in names.into_iter().zip(states) {
            let dress = dressed.map(|of| match state {
                None => of.rest,
                Some(state) => of.state(state).copied().unwrap_or_default().over(of.rest),
            });
            let dress = dress.unwrap_or_default();
            // Without a word about its edge it has none to be seen.
            let edge = dress.border_color.or(dress.background);
            let said = [dress.background, dress.color, edge];
            for ((part, paint), said) in ["", "-text", "-border"].into_iter().zip(parts).zip(said) {
                let paint = said.map_or_else(|| var(paint), |ink| ink.to_string());
                css.declare(&format!("button{name}{part}"), paint);
            }
        }
    }

    fn sizes(&self, css: &mut Css) {
        css.declare("font", &self.font);
        css.declare("radius", &self.radius);
        match &self.control_radius {
            Some(radius) => css.declare("control-radius", radius),
            // Corners inside corners look even when the inner ones are rounder by less.
            None => css.declare("control-radius", "calc(var(--vestibule-radius)*2/3)"),
        }
        css.declare("border-width", self.border_width);
        css.declare("focus-width", self.focus_width);
        css.declare("space", self.spacing);
        let (height, padding, group, field) = match self.density {
            Density::Comfortable => ("44px", 8, 6, 4),
            Density::Compact => ("36px", 6, 4, 3),
        };
        css.declare("control-height", height);
        for (name, units) in [("padding", padding), ("group-gap", group), ("field-gap", field)] {
            css.declare(name, format_args!("calc(var(--vestibule-space)*{units})"));
        }
        // In the dark a shadow is not seen; the line round the card does its work.
        css.declare(
            "shadow",
            match self.card {
                CardStyle::Raised => {
                    "0 1px 2px light-dark(#0000000f,#0000),0 12px 32px -12px light-dark(#0000002e,#0000008f)"
                }
                CardStyle::Flush | CardStyle::Outlined => "0 0 #0000",
            },
        );
        css.declare("backdrop", "light-dark(#00000073,#000000a6)");
    }
}

struct Css(String);

impl Css {
    fn declare(&mut self, name: &str, value: impl fmt::Display) {
        write!(self.0, "--vestibule-{name}:{value};").expect("writing to a String does not fail");
    }
}

fn var(name: &str) -> String {
    format!("var(--vestibule-{name})")
}

fn light_dark<T: fmt::Display + PartialEq>(light: &T, dark: &T) -> String {
    if light == dark {
        light.to_string()
    } else {
        format!("light-dark({light},{dark})")
    }
}
