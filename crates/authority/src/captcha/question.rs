//! What a picture asks, and the answer to it.

use rand::Rng as _;

use crate::chance::Chance;
use crate::config::CaptchaImage;

/// Without those that look like one another.
const LETTERS: &[u8] = b"abcdefhkmnpqrstuvwxy345678";

/// How many of them there are in a code.
const LENGTH: usize = 6;

/// A question.
pub(super) struct Question {
    /// What the picture shows.
    pub(super) shown: String,
    /// What is to be typed, as [`normal`] makes it.
    pub(super) answer: String,
}

impl Question {
    /// A fresh one.
    pub(super) fn ask(chance: &Chance, image: CaptchaImage) -> Self {
        chance.with(|random| match image {
            CaptchaImage::Code => {
                let code: String = (0..LENGTH)
                    .map(|_| char::from(LETTERS[random.gen_range(0..LETTERS.len())]))
                    .collect();
                Self {
                    answer: code.clone(),
                    shown: code,
                }
            }
            CaptchaImage::Arithmetic => {
                let (one, other) = (random.gen_range(2..=9_u32), random.gen_range(2..=9_u32));
                let (shown, answer) = match random.gen_range(0..3_u8) {
                    0 => (format!("{one}+{other}=?"), one + other),
                    1 => (format!("{}-{other}=?", one + other), one),
                    _ => (format!("{one}×{other}=?"), one * other),
                };
                Self {
                    shown,
                    answer: answer.to_string(),
                }
            }
        })
    }
}

/// Case and the spaces in it do not count.
pub(super) fn normal(typed: &str) -> String {
    typed.to_lowercase().split_whitespace().collect()
}

#[cfg(test)]
mod tests {
    use super::{Question, normal};
    use crate::chance::Chance;
    use crate::config::CaptchaImage;

    #[test]
    fn a_code_is_its_own_answer_however_it_is_typed() {
        let question = Question::ask(&Chance::seeded(7), CaptchaImage::Code);
        assert_eq!(question.shown, question.answer);
        assert_eq!(
            normal(&format!(" {} ", question.shown.to_uppercase())),
            question.answer
        );
    }

    #[test]
    fn a_sum_comes_out() {
        let chance = Chance::seeded(8);
        for _ in 0..100 {
            let question = Question::ask(&chance, CaptchaImage::Arithmetic);
            let sum = question.shown.strip_suffix("=?").unwrap();
            let sign = sum.find(|char: char| !char.is_ascii_digit()).unwrap();
            let one: i64 = sum[..sign].parse().unwrap();
            let rest = &sum[sign..];
            let other = |sign: char| -> i64 { rest.trim_start_matches(sign).parse().unwrap() };
            let result = match rest.chars().next().unwrap() {
                '+' => one + other('+'),
                '-' => one - other('-'),
                sign => one * other(sign),
            };
            assert_eq!(question.answer, result.to_string(), "{sum}");
        }
    }
}
