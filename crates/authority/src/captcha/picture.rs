//! A picture that asks a question, as a data URL. A program that looks for its letters finds them: it is to be
//! answered by people and by their tests, not to keep anybody out.

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use maud::html;
use rand::Rng as _;

use crate::chance::Chance;

/// The room of one character, and the height of all.
const CELL: (u32, u32) = (30, 60);

/// Draws `text`, each character on its own slope, with lines across.
pub(super) fn draw(chance: &Chance, text: &str) -> String {
    let (cell, height) = CELL;
    let count = u32::try_from(text.chars().count()).unwrap_or(u32::MAX);
    let width = cell.saturating_mul(count.saturating_add(1));
    let letters: Vec<(u32, u32, i32, char)> = (1..)
        .zip(text.chars())
        .map(|(place, char)| {
            chance.with(|random| {
                (
                    place * cell,
                    random.gen_range(34..=46),
                    random.gen_range(-20..=20),
                    char,
                )
            })
        })
        .collect();
    let lines: Vec<(u32, u32)> = (0..3)
        .map(|_| chance.with(|random| (random.gen_range(5..height), random.gen_range(5..height))))
        .collect();
    let svg = html! {
        svg xmlns="http://www.w3.org/2000/svg" width=(width) height=(height) viewBox=(format!("0 0 {width} {height}")) {
            rect width=(width) height=(height) fill="#eef1f6" {}
            @for (from, to) in &lines {
                path d=(format!("M0 {from} L{width} {to}")) stroke="#8a96ab" stroke-width="2" {}
            }
            @for (x, y, slope, char) in &letters {
                text x=(x) y=(y) transform=(format!("rotate({slope} {x} {y})")) font-family="monospace"
                    font-size="32" font-weight="bold" text-anchor="middle" fill="#1d2a44" { (char) }
            }
        }
    };
    format!("data:image/svg+xml;base64,{}", STANDARD.encode(svg.into_string()))
}
