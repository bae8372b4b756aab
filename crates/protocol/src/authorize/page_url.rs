//! The page's own URL with the authorization response taken out, for the address bar.

use super::response::{is_response, known_encoded};
use crate::form;

/// The URL without the parameters of a response; the page's own parameters and a `#/route` stay as they stand.
#[must_use]
pub fn without_response(url: &str) -> String {
    let (rest, fragment) = url
        .split_once('#')
        .map_or((url, None), |(rest, fragment)| (rest, Some(fragment)));
    let (path, query) = rest
        .split_once('?')
        .map_or((rest, None), |(path, query)| (path, Some(query)));
    let mut cleaned = path.to_owned();
    for (mark, part) in [('?', query), ('#', fragment)] {
        let Some(part) = part else { continue };
        let kept = own_part(part);
        // An empty rest of a response takes its mark along; an empty part that was there before stays.
        if part.is_empty() || !kept.is_empty() {
            cleaned.push(mark);
            cleaned.push_str(&kept);
        }
    }
    cleaned
}

fn own_part(part: &str) -> String {
    let names = form::pairs(part).filter_map(|(name, _)| known_encoded(name));
    if !is_response(names) {
        return part.to_owned();
    }
    let is_own = |pair: &&str| known_encoded(pair.split('=').next().unwrap_or_default()).is_none();
    part.split('&')
        .filter(|pair| !pair.is_empty())
        .filter(is_own)
        .collect::<Vec<_>>()
        .join("&")
}
