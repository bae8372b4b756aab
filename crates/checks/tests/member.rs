//! Members of JSON objects inside any text, found without reading the whole of it.

use std::ops::Range;

/// Where a member stands: `"name":value`.
#[derive(Clone, Debug)]
pub struct Member {
    pub whole: Range<usize>,
    pub value: Range<usize>,
}

/// The members whose name begins at a quote, wherever they are.
pub fn members(text: &[u8]) -> Vec<Member> {
    let mut members = Vec::new();
    let mut at = 0;
    while at < text.len() {
        if text[at] != b'"' {
            at += 1;
            continue;
        }
        let end = string_end(text, at);
        let colon = skip_space(text, end);
        if text.get(colon) == Some(&b':') {
            let value = skip_space(text, colon + 1);
            let value = value..value_end(text, value);
            members.push(Member {
                whole: at..value.end,
                value,
            });
        }
        at = end;
    }
    members
}

/// Behind the string that begins at a quote.
fn string_end(text: &[u8], quote: usize) -> usize {
    let mut at = quote + 1;
    while at < text.len() && text[at] != b'"' {
        at += if text[at] == b'\\' { 2 } else { 1 };
    }
    (at + 1).min(text.len())
}

fn skip_space(text: &[u8], from: usize) -> usize {
    let space = |octet: &&u8| octet.is_ascii_whitespace();
    from + text
        .get(from..)
        .unwrap_or_default()
        .iter()
        .take_while(space)
        .count()
}

/// Behind the value: at the comma or the bracket that ends it.
fn value_end(text: &[u8], from: usize) -> usize {
    let mut depth = 0_u32;
    let mut at = from;
    while at < text.len() {
        match text[at] {
            b'"' => {
                at = string_end(text, at);
                continue;
            }
            b'{' | b'[' => depth += 1,
            b'}' | b']' if depth > 0 => depth -= 1,
            b'}' | b']' => return at,
            b',' if depth == 0 => return at,
            _ => {}
        }
        at += 1;
    }
    at
}
