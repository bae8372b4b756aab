//! The words a theme file may use: one list of keys for its top, one for each table of colours.

/// Keys at the top of a theme file.
pub const TOP: &[&str] = &[
    "name",
    "preset",
    "brand",
    "mode",
    "font",
    "title-font",
    "title-size",
    "title-weight",
    "text-size",
    "radius",
    "control-radius",
    "spacing",
    "density",
    "border-width",
    "focus-width",
    "button",
    "field",
    "card",
    "align",
    "width",
    "motion",
    "logo",
    "logo-size",
    "light",
    "dark",
    "part",
];

/// Where an editor finds the schema of a theme in JSON; says nothing about the look.
pub const SCHEMA: &str = "$schema";

/// Keys whose value is a length, with the least and the greatest number of pixels.
pub const LENGTHS: &[(&str, u16, u16)] = &[
    ("title-size", 16, 48),
    ("text-size", 14, 20),
    ("radius", 0, 40),
    ("control-radius", 0, 40),
    ("spacing", 2, 8),
    ("border-width", 1, 4),
    ("focus-width", 2, 6),
    ("width", 280, 640),
    ("logo-size", 16, 120),
];

/// Keys of `[light]` and of `[dark]`, in the order of [`crate::Role::ALL`].
pub const COLOURS: &[&str] = &[
    "surface", "text", "muted", "border", "brand", "on-brand", "danger", "success", "focus",
];

/// Keys of `[part.NAME]`; those of its states, but `class`, are the same.
pub const PART: &[&str] = &[
    "class",
    "background",
    "color",
    "border-color",
    "border-width",
    "radius",
    "size",
    "weight",
    "hover",
    "active",
    "focus",
    "busy",
    "invalid",
    "told",
    "done",
    "kept",
];

/// Keys of `[part.NAME.STATE]`.
pub const PART_STATE: &[&str] = &[
    "background",
    "color",
    "border-color",
    "border-width",
    "radius",
    "size",
    "weight",
];

/// Lengths in `[part.NAME]`, with the least and the greatest number of pixels.
pub const PART_LENGTHS: &[(&str, u16, u16)] = &[("border-width", 0, 8), ("radius", 0, 40), ("size", 12, 48)];

/// The known word that is most like `word`, if one is like it at all.
///
/// Two slips of the finger are forgiven, three in a word of nine letters or more; beyond that a guess would mislead.
#[must_use]
pub fn nearest(word: &str, known: &[&'static str]) -> Option<&'static str> {
    let word = word.to_ascii_lowercase().replace('_', "-");
    let most = if word.len() >= 9 { 3 } else { 2 };
    known
        .iter()
        .map(|known| (strsim::osa_distance(&word, known), *known))
        .filter(|(slips, known)| *slips <= most && *slips < known.len())
        .min_by_key(|(slips, _)| *slips)
        .map(|(_, known)| known)
        .or_else(|| {
            known
                .iter()
                .copied()
                .find(|known| word.len() >= 3 && known.starts_with(&word))
        })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_slip_of_the_finger_finds_the_word_that_was_meant() {
        for (typed, meant) in [
            ("surfce", "surface"),
            ("Surface", "surface"),
            ("on_brand", "on-brand"),
            ("onbrand", "on-brand"),
            ("borde", "border"),
            ("succes", "success"),
        ] {
            assert_eq!(nearest(typed, COLOURS), Some(meant), "{typed}");
        }
        assert_eq!(nearest("space", TOP), None);
        assert_eq!(nearest("spacng", TOP), Some("spacing"));
        assert_eq!(nearest("boarder-widht", TOP), Some("border-width"));
    }

    #[test]
    fn a_word_unlike_every_known_one_gets_no_guess() {
        for typed in ["", "x", "headline", "zzz"] {
            assert_eq!(nearest(typed, COLOURS), None, "{typed}");
        }
    }
}
