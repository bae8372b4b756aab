//! The names under which a language is looked for: its own, then without its region, then without its script (RFC 4647, section 3.4).

/// Where the search ends without a file: this English is built in.
const BUILT_IN: [&str; 2] = ["en", "en-US"];

/// Where to look for a language.
pub(super) struct Chain {
    /// The names of files, best first, each once.
    pub(super) names: Vec<String>,
    /// Whether English comes next, so that nothing is missing where none of them is there.
    pub(super) ends_in_english: bool,
}

/// The names for these languages, best first; up to English, which needs no file.
pub(super) fn chain(tags: &[String]) -> Chain {
    let mut names = Vec::new();
    for tag in tags {
        let tag = written(tag);
        let mut rest = Some(tag.as_str());
        while let Some(name) = rest {
            if BUILT_IN.contains(&name) {
                return Chain {
                    names,
                    ends_in_english: true,
                };
            }
            let mut add = |name: &str| {
                if is_name(name) && !names.iter().any(|known| known == name) {
                    names.push(name.to_owned());
                }
            };
            // What is written in the traditional script, before what is written in the other.
            if name == "zh" && is_traditional(&tag) {
                add(TRADITIONAL);
            }
            add(name);
            rest = name.rsplit_once('-').map(|(shorter, _)| shorter);
        }
    }
    Chain {
        names,
        ends_in_english: false,
    }
}

/// The next name of the same language, and of the same script.
pub(super) fn shorter(name: &str) -> Option<String> {
    let shorter = chain(&[name.to_owned()]).names.into_iter().nth(1)?;
    (!(is_traditional(name) && shorter == "zh")).then_some(shorter)
}

/// The file of Chinese in the traditional script.
const TRADITIONAL: &str = "zh-TW";

fn is_traditional(tag: &str) -> bool {
    let mut parts = tag.split('-').skip(1);
    parts.any(|part| ["Hant", "HK", "MO", "TW"].contains(&part))
}

/// A tag as it is usually written, and files are named: `pt_br` as `pt-BR` (RFC 5646, section 2.1.1).
fn written(tag: &str) -> String {
    let mut parts = tag.split(['-', '_']);
    let mut written = parts.next().unwrap_or_default().to_ascii_lowercase();
    for part in parts {
        written.push('-');
        match part.len() {
            2 => written.push_str(&part.to_ascii_uppercase()),
            // A script.
            4 if part.is_ascii() => {
                written.push_str(&part[..1].to_ascii_uppercase());
                written.push_str(&part[1..].to_ascii_lowercase());
            }
            _ => written.push_str(&part.to_ascii_lowercase()),
        }
    }
    written
}

/// Letters, digits and hyphens: it becomes a part of an address.
fn is_name(tag: &str) -> bool {
    (2..=35).contains(&tag.len())
        && tag
            .split('-')
            .all(|part| !part.is_empty() && part.bytes().all(|byte| byte.is_ascii_alphanumeric()))
}

#[cfg(test)]
mod tests {
    use super::{chain, shorter};

    fn names(tags: &[&str]) -> Vec<String> {
        let tags: Vec<String> = tags.iter().map(|tag| (*tag).to_owned()).collect();
        chain(&tags).names
    }

    #[test]
    fn a_language_is_looked_for_with_its_region_and_then_without() {
        assert_eq!(names(&["pt-BR"]), ["pt-BR", "pt"]);
        assert_eq!(names(&["zh-Hant-TW"]), ["zh-Hant-TW", "zh-Hant", "zh-TW", "zh"]);
        assert_eq!(names(&["zh-HK"]), ["zh-HK", "zh-TW", "zh"]);
        assert_eq!(names(&["zh-TW"]), ["zh-TW", "zh"]);
        assert_eq!(names(&["zh-Hans-CN"]), ["zh-Hans-CN", "zh-Hans", "zh"]);
        assert_eq!(names(&["fr-CH", "fr", "de"]), ["fr-CH", "fr", "de"]);
    }

    #[test]
    fn what_a_region_lacks_comes_from_the_same_script_or_from_none() {
        assert_eq!(shorter("pt-BR").as_deref(), Some("pt"));
        assert_eq!(shorter("zh-HK").as_deref(), Some("zh-TW"));
        for name in ["zh-TW", "pt", "en-GB"] {
            assert_eq!(shorter(name), None, "{name}");
        }
    }

    #[test]
    fn a_tag_is_read_however_it_is_written() {
        assert_eq!(names(&["pt_br"]), ["pt-BR", "pt"]);
        assert_eq!(names(&["ZH-hant-hk"]), ["zh-Hant-HK", "zh-Hant", "zh-TW", "zh"]);
        assert_eq!(names(&["EN_us", "de"]), [""; 0]);
        assert_eq!(names(&["de-äöü", "äö"]), ["de"]);
    }

    #[test]
    fn the_search_ends_at_english_which_is_there() {
        assert_eq!(names(&["en-GB"]), ["en-GB"]);
        assert_eq!(names(&["de", "en", "fr"]), ["de"]);
        assert_eq!(names(&["en"]), [""; 0]);
        assert_eq!(names(&["en-US", "en", "de"]), [""; 0]);
        let ends = |tag: &str| chain(&[tag.to_owned()]).ends_in_english;
        assert!(ends("en-GB") && ends("en") && !ends("de"));
    }

    #[test]
    fn what_is_no_language_is_looked_for_nowhere() {
        assert_eq!(names(&["../secret", "", "d", "de/../x", "de--at"]), ["de"]);
    }
}
