//! Changes to seeds: of octets, of what stands between marks, and of whole members, so that many of them still parse.

use std::ops::Range;

use fastrand::Rng;

use crate::member::{Member, members};

/// Longer inputs only take time.
const MAX_LENGTH: usize = 8192;

/// What a member may be changed to besides words and the values of other members.
const VALUES: [&str; 20] = [
    "null",
    "true",
    "false",
    "0",
    "-1",
    "1",
    "60",
    "1e999",
    "1.5",
    "18446744073709551616",
    "9007199254740993",
    "1699999999",
    "1700000061",
    "\"\"",
    "[]",
    "{}",
    "[null]",
    "\"\\u0000\"",
    "\"\\ud800\"",
    "\"\u{202e}\u{e9}\"",
];

pub struct Mutator {
    seeds: Vec<Vec<u8>>,
    words: Vec<Vec<u8>>,
}

impl Mutator {
    pub fn new(seeds: Vec<Vec<u8>>, words: Vec<Vec<u8>>) -> Self {
        Self { seeds, words }
    }

    fn known_word(&self, rng: &mut Rng) -> &[u8] {
        let word: &Vec<u8> = one_of(&self.words, rng);
        word
    }

    /// A seed with one to three changes.
    pub fn change(&self, rng: &mut Rng) -> Vec<u8> {
        let mut text = one_of(&self.seeds, rng).clone();
        for _ in 0..rng.u8(1..=3) {
            // Members carry most of what is decided, where there are any.
            let changed = rng.bool() && self.change_member(&mut text, rng);
            if !changed {
                self.change_octets(&mut text, rng);
            }
            text.truncate(MAX_LENGTH);
        }
        text
    }

    fn change_member(&self, text: &mut Vec<u8>, rng: &mut Rng) -> bool {
        let all = members(text);
        if all.is_empty() {
            return false;
        }
        let Member { whole, value } = one_of(&all, rng).clone();
        match rng.u8(..8) {
            0 => replace(text, value, one_of(&VALUES, rng).as_bytes()),
            1 => replace(text, value, &quoted(self.known_word(rng))),
            2 => {
                let other = one_of(&all, rng).value.clone();
                let other = text[other].to_vec();
                replace(text, value, &other);
            }
            3 => self.bring_in(text, whole.start, rng),
            // The comma goes with it.
            4 => replace(text, whole.start..(whole.end + 1).min(text.len()), b""),
            5 => {
                let twice = [&text[whole.clone()], b","].concat();
                replace(text, whole.start..whole.start, &twice);
            }
            6 => {
                let depth = usize::from(rng.u8(1..=40));
                let brackets = *one_of(&[["[", "]"], ["{\"a\":", "}"]], rng);
                let [open, close] = brackets.map(|bracket| bracket.repeat(depth).into_bytes());
                let nested = [&open, &text[value.clone()], &close].concat();
                replace(text, value, &nested);
            }
            _ => {
                let list = [b"[", &text[value.clone()], b",", &text[value.clone()], b"]"].concat();
                replace(text, value, &list);
            }
        }
        true
    }

    /// A member of another seed, before another.
    fn bring_in(&self, text: &mut Vec<u8>, at: usize, rng: &mut Rng) {
        let other = one_of(&self.seeds, rng);
        let all = members(other);
        if !all.is_empty() {
            let member = [&other[one_of(&all, rng).whole.clone()], b","].concat();
            replace(text, at..at, &member);
        }
    }

    fn change_octets(&self, text: &mut Vec<u8>, rng: &mut Rng) {
        let at = rng.usize(..=text.len());
        let near = at..(at + rng.usize(..8)).min(text.len());
        match rng.u8(..12) {
            0 => text.truncate(at),
            1 => replace(text, near, b""),
            2 => replace(text, at..at, &[rng.u8(..)]),
            3 => replace(text, near, self.known_word(rng)),
            4 => replace(text, at..at, self.known_word(rng)),
            5 => replace(text, word(text, at), self.known_word(rng)),
            6 => {
                let other = one_of(&self.seeds, rng);
                let tail = other[rng.usize(..=other.len())..].to_vec();
                replace(text, at..text.len(), &tail);
            }
            7 => escape(text, at, rng),
            8 => {
                let part = part(text, at, rng);
                let copies = text[part.clone()].repeat(usize::from(rng.u8(1..4)));
                replace(text, part.start..part.start, &copies);
            }
            9 => replace(text, part(text, at, rng), b""),
            10 => {
                // To the front, where order means something.
                let moved = part(text, at, rng);
                let taken: Vec<u8> = text.drain(moved).collect();
                replace(text, 0..0, &taken);
            }
            _ => {
                if let Some(octet) = text.get_mut(at) {
                    *octet ^= 1 << rng.u8(..8);
                }
            }
        }
    }
}

fn one_of<'l, T>(list: &'l [T], rng: &mut Rng) -> &'l T {
    &list[rng.usize(..list.len())]
}

fn replace(text: &mut Vec<u8>, range: Range<usize>, with: &[u8]) {
    text.splice(range, with.iter().copied());
}

fn quoted(word: &[u8]) -> Vec<u8> {
    let word = String::from_utf8_lossy(word).into_owned();
    serde_json::Value::from(word).to_string().into_bytes()
}

/// The letters and digits round a place.
fn word(text: &[u8], at: usize) -> Range<usize> {
    let inside = |octet: &u8| octet.is_ascii_alphanumeric() || b"_-".contains(octet);
    let before = text[..at].iter().rev().take_while(|octet| inside(octet)).count();
    let after = text[at..].iter().take_while(|octet| inside(octet)).count();
    at - before..at + after
}

/// What stands round a place up to a mark, with the mark behind it.
fn part(text: &[u8], at: usize, rng: &mut Rng) -> Range<usize> {
    let mark = *one_of(b",&\n.;?#", rng);
    let from = text[..at]
        .iter()
        .rposition(|octet| *octet == mark)
        .map_or(0, |before| before + 1);
    let to = text[at..]
        .iter()
        .position(|octet| *octet == mark)
        .map_or(text.len(), |after| at + after + 1);
    from..to
}

/// The same character, written in another way.
fn escape(text: &mut Vec<u8>, at: usize, rng: &mut Rng) {
    if let Some(octet) = text.get(at).copied() {
        let escaped = if rng.bool() {
            format!("\\u{octet:04x}")
        } else {
            format!("%{octet:02x}")
        };
        replace(text, at..at + 1, escaped.as_bytes());
    }
}
