//! The names under which a language is looked for: its own, then without its region, then without its script (RFC 4647, section 3.4).

/// Where the search ends without a file: this English is built in.
const BUILT_IN: [&str; 2] = ["en", "en-US"];

/// Where to look for a language.
pub(super) struct Chain<'t> {
    /// The names of files, best first, each once.
    pub(super) names: Vec<&'t str>,
    /// Whether English comes next, so that nothing is missing where none of them is there.
    pub(super) ends_in_english: bool,
}

/// The names for these languages, best first; up to English, which needs no file.
pub(super) fn chain(tags: &[String]) -> Chain<'_> {
    let mut names = Vec::new();
    for tag in tags {
        let mut rest = Some(tag.as_str());
        while let Some(name) = rest {
            if BUILT_IN.iter().any(|known| name.eq_ignore_ascii_case(known)) {
                return Chain {
                    names,
                    ends_in_english: true,
                };
            }
            // What is written in the traditional script, before what is written in the other.
            if name.eq_ignore_ascii_case("zh") && is_traditional(tag) && !names.contains(&TRADITIONAL) {
                names.push(TRADITIONAL);
            }
            if is_name(name) && !names.contains(&name) {
                names.push(name);
            }
            rest = name.rsplit_once('-').map(|(shorter, _)| shorter);
        }
    }
    Chain {
        names,
        ends_in_english: false,
    }
}

/// The file of Chinese in the traditional script.
const TRADITIONAL: &str = "zh-TW";

fn is_traditional(tag: &str) -> bool {
    tag.split('-').skip(1).any(|part| {
        ["Hant", "HK", "MO", "TW"]
            .iter()
            .any(|known| part.eq_ignore_ascii_case(known))
    })
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
    use super::chain;

    fn names(tags: &[&str]) -> Vec<String> {
        let tags: Vec<String> = tags.iter().map(|tag| (*tag).to_owned()).collect();
        chain(&tags).names.into_iter().map(str::to_owned).collect()
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
