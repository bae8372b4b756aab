//! How well one colour is told from another: the contrast ratio of WCAG 2.2.

use crate::Colour;

/// Contrast ratio of two opaque colours, from 1 (the same) to 21 (black on white): WCAG 2.2, "contrast ratio".
#[must_use]
pub fn ratio(one: Colour, other: Colour) -> f64 {
    let (one, other) = (one.luminance(), other.luminance());
    (one.max(other) + 0.05) / (one.min(other) + 0.05)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ratios_agree_with_published_pairs() {
        // Success Criterion 1.4.3 and its understanding document name #767676 as the lightest grey for text on white.
        for (ink, ground, expected) in [
            ("#000", "#fff", 21.0),
            ("#fff", "#fff", 1.0),
            ("#767676", "#fff", 4.54),
            ("#777777", "#fff", 4.48),
            ("#949494", "#fff", 3.03),
            ("#f00", "#fff", 4.0),
            ("#00f", "#fff", 8.59),
        ] {
            let [ink, ground] = [ink, ground].map(|text| Colour::parse(text).expect("a literal colour"));
            let got = ratio(ink, ground);
            assert!(
                (got - expected).abs() < 0.005,
                "{ink} on {ground}: {got} is not {expected}"
            );
            assert!(
                (got - ratio(ground, ink)).abs() < f64::EPSILON,
                "the order of the two does not matter"
            );
        }
    }
}
