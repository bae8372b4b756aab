//! What a screen reader says on every screen, and in which order the keyboard goes through it: recorded as text, to be read by people.
//!
//! `VESTIBULE_RECORD=1 cargo test -p vestibule recorded` writes the record anew.

use std::fmt::Write as _;
use std::{env, fs};

use vestibule_theme::Theme;

use super::tests::html_of;
use crate::gallery;
use crate::marks;

const FILE: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/recorded.txt");

/// A tag of a page with what comes after it, up to the next tag.
struct Piece<'h> {
    tag: &'h str,
    text: &'h str,
}

impl<'h> Piece<'h> {
    fn attribute(&self, name: &str) -> Option<&'h str> {
        let (_, rest) = self.tag.split_once(&format!(" {name}=\""))?;
        Some(rest.split_once('"')?.0)
    }

    fn is(&self, name: &str) -> bool {
        self.tag.split(' ').next() == Some(name)
    }
}

fn pieces(html: &str) -> Vec<Piece<'_>> {
    let pieces = html.split('<').skip(1).filter_map(|piece| piece.split_once('>'));
    pieces.map(|(tag, text)| Piece { tag, text }).collect()
}

/// Where the element that begins at a place ends.
fn end(pieces: &[Piece], at: usize) -> usize {
    let name = pieces[at].tag.split(' ').next().unwrap_or_default();
    let mut depth = 0;
    let ends = |piece: &Piece| {
        depth += i32::from(piece.is(name)) - i32::from(piece.tag == format!("/{name}"));
        depth == 0
    };
    at + pieces[at..]
        .iter()
        .position(ends)
        .unwrap_or(pieces.len() - 1 - at)
}

/// What is heard of the element at a place: its text, without what is hidden from screen readers.
fn inside(pieces: &[Piece], at: usize) -> String {
    let mut said = vec![pieces[at].text.trim()];
    let (mut now, last) = (at + 1, end(pieces, at));
    while now < last {
        if pieces[now].attribute("aria-hidden") == Some("true") {
            now = end(pieces, now);
        }
        said.push(pieces[now].text.trim());
        now += 1;
    }
    said.retain(|text| !text.is_empty());
    plain(&said.join(" "))
}

fn plain(html: &str) -> String {
    let text = html
        .replace("&quot;", "\"")
        .replace("&#x27;", "'")
        .replace("&lt;", "<");
    text.replace("&gt;", ">").replace("&amp;", "&")
}

/// The texts of the elements with these ids.
fn by_ids(pieces: &[Piece], ids: &str) -> String {
    let texts = ids.split(' ').filter_map(|id| {
        let at = pieces
            .iter()
            .position(|piece| piece.attribute("id") == Some(id))?;
        Some(inside(pieces, at)).filter(|text| !text.is_empty())
    });
    texts.collect::<Vec<_>>().join(" ")
}

/// A stop of the keyboard: its role, its name, and what is said with it.
fn stop(pieces: &[Piece], at: usize) -> Option<String> {
    let piece = &pieces[at];
    let role = ["a", "button", "input", "select", "textarea"]
        .into_iter()
        .find(|role| piece.is(role))?;
    if piece.attribute("tabindex") == Some("-1") || piece.attribute("type") == Some("hidden") {
        return None;
    }
    let labelled = |id: &str| {
        let at = pieces
            .iter()
            .position(|piece| piece.attribute("for") == Some(id))?;
        Some(inside(pieces, at))
    };
    let name = piece
        .attribute("aria-label")
        .map(plain)
        .or_else(|| piece.attribute("aria-labelledby").map(|ids| by_ids(pieces, ids)))
        .or_else(|| piece.attribute("id").and_then(labelled))
        .unwrap_or_else(|| inside(pieces, at));
    let mut line = format!(
        "{} “{name}”",
        piece
            .attribute("type")
            .filter(|_| role == "input")
            .unwrap_or(role)
    );
    for (attribute, word) in [
        ("aria-invalid", "wrong"),
        ("aria-disabled", "busy"),
        ("aria-pressed", "pressed"),
    ] {
        if piece.attribute(attribute) == Some("true") {
            let _ = write!(line, ", {word}");
        }
    }
    if let Some(ids) = piece.attribute("aria-describedby") {
        let said = by_ids(pieces, ids);
        if !said.is_empty() {
            let _ = write!(line, ": {said}");
        }
    }
    Some(line)
}

fn record(name: &str, html: &str) -> String {
    let pieces = pieces(html);
    let mut text = format!("{name}\n");
    for (at, piece) in pieces.iter().enumerate() {
        let said = match piece.attribute("role") {
            Some(role @ ("alert" | "status")) => Some((role, inside(&pieces, at))),
            _ if piece.is("h2") => Some(("heading", inside(&pieces, at))),
            _ => stop(&pieces, at).map(|stop| ("tab", stop)),
        };
        if let Some((what, said)) = said.filter(|(_, said)| !said.is_empty()) {
            let _ = writeln!(text, "  {what}: {said}");
        }
    }
    text
}

#[tokio::test]
async fn what_is_said_and_where_the_keyboard_goes_is_as_recorded() {
    let mut now = String::new();
    for sample in gallery::samples() {
        // Sixty connections are as six.
        if sample.state != "sixty" {
            let name = format!("{} {}", sample.screen, sample.state);
            now += &record(&name, &html_of(sample.view, &Theme::DAWN, marks::ALL).await);
            now.push('\n');
        }
    }
    if env::var_os("VESTIBULE_RECORD").is_some() {
        fs::write(FILE, &now).expect("the record can be written");
    }
    let recorded = fs::read_to_string(FILE).expect("the record is beside the tests");
    for (now, recorded) in now.split("\n\n").zip(recorded.split("\n\n")) {
        assert_eq!(now, recorded, "look at it, and record it anew if it is right");
    }
    assert_eq!(now.len(), recorded.len());
}
