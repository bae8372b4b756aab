//! A theme ready for the page: its declarations and the few facts that are not CSS.

use std::borrow::Cow;

/// What is left of a theme once it has been read and checked.
#[derive(Clone, Debug, PartialEq)]
pub struct Sheet {
    /// Its name.
    pub name: Cow<'static, str>,
    /// CSS declarations without a selector, and after them, where it has any, the theme's nested rules for parts.
    pub css: Cow<'static, str>,
    /// Classes of the host's own for parts: the selector of the part's elements, and the classes.
    pub classes: Cow<'static, [(Cow<'static, str>, Cow<'static, str>)]>,
    /// Address of the logo.
    pub logo: Option<Cow<'static, str>>,
    /// Light, dark, or as the system says.
    pub mode: Mode,
    /// How far apart things stand.
    pub density: Density,
    /// How the main button is drawn.
    pub button: ButtonStyle,
    /// How the card is set off.
    pub card: CardStyle,
}

macro_rules! choices {
    ($(#[$doc:meta])* $name:ident { $($(#[$variant_doc:meta])* $variant:ident = $word:literal,)+ }) => {
        $(#[$doc])*
        #[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
        pub enum $name { $($(#[$variant_doc])* $variant,)+ }

        impl $name {
            /// The words for it in a theme file, the usual one first.
            pub const WORDS: &[&str] = &[$($word),+];

            /// Its word in a theme file.
            #[must_use]
            pub const fn as_str(self) -> &'static str {
                match self { $(Self::$variant => $word,)+ }
            }

            /// The choice with this word.
            #[must_use]
            pub fn parse(word: &str) -> Option<Self> {
                match word { $($word => Some(Self::$variant),)+ _ => None }
            }
        }
    };
}

choices! {
    /// Which of a theme's two palettes is shown.
    Mode {
        /// As the person's system says.
        #[default]
        Auto = "auto",
        /// Always the light one.
        Light = "light",
        /// Always the dark one.
        Dark = "dark",
    }
}

choices! {
    /// How far apart things stand, and how high controls are.
    Density {
        /// Controls of 44 px.
        #[default]
        Comfortable = "comfortable",
        /// Controls of 36 px, and less room between them.
        Compact = "compact",
    }
}

choices! {
    /// How the main button is drawn.
    ButtonStyle {
        /// Filled with the brand colour.
        #[default]
        Solid = "solid",
        /// A breath of the brand colour, words in it.
        Soft = "soft",
        /// An edge and words in the brand colour.
        Outline = "outline",
    }
}

choices! {
    /// How the card is set off from the page.
    CardStyle {
        /// By a soft shadow.
        #[default]
        Raised = "raised",
        /// By nothing but its thin line.
        Flush = "flush",
        /// By a line as strong as the edge of a field; the lines between groups are as strong.
        Outlined = "outlined",
    }
}

choices! {
    /// How a field is drawn.
    FieldStyle {
        /// A line all around.
        #[default]
        Boxed = "boxed",
        /// A tinted ground, and a line below.
        Filled = "filled",
        /// Nothing but a line below.
        Underlined = "underlined",
    }
}

choices! {
    /// Where the title stands.
    Align {
        /// At the start of the line.
        #[default]
        Start = "start",
        /// In the middle, with the logo.
        Center = "center",
    }
}

choices! {
    /// How long a change of screen, of state or of sight takes.
    Motion {
        /// 160 ms.
        #[default]
        Calm = "calm",
        /// 100 ms.
        Brisk = "brisk",
        /// No time at all.
        None = "none",
    }
}

choices! {
    /// How strong letters are.
    Weight {
        /// As running text.
        Regular = "400",
        /// A little stronger.
        Medium = "500",
        /// As the title usually is.
        #[default]
        Semibold = "600",
        /// Strong.
        Bold = "700",
        /// Very strong.
        Heavy = "800",
    }
}

impl Mode {
    /// The value of the CSS property `color-scheme` that shows it.
    #[must_use]
    pub const fn color_scheme(self) -> &'static str {
        match self {
            Self::Auto => "light dark",
            Self::Light => "light",
            Self::Dark => "dark",
        }
    }
}
