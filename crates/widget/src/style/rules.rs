//! Hands the rules, which are flat CSS without comments, to stylist in its own form.
//!
//! Stylist's reader for any CSS at all weighs 11 KB in the page (brotli); this text is known beforehand.

use stylist::ast::{
    Block, Rule, RuleBlockContent, ScopeContent, Selector, Sheet, StringFragment, StyleAttribute,
};

/// A sheet of `selectors { declarations }` and, around such, `@rule { … }`.
pub(super) fn read(css: &'static str) -> Sheet {
    let scope = |(prelude, body): (&'static str, &'static str)| {
        if prelude.starts_with('@') {
            let is_keyframes = prelude.starts_with("@keyframes");
            let content = items(body).map(|item| {
                if is_keyframes {
                    // The steps of an animation are no selectors: stylist must not scope them.
                    RuleBlockContent::Rule(rule(item.0, vec![declarations(item.1)]).into())
                } else {
                    RuleBlockContent::Block(block(item).into())
                }
            });
            ScopeContent::Rule(rule(prelude, content.collect()))
        } else {
            ScopeContent::Block(block((prelude, body)))
        }
    };
    items(css).map(scope).collect::<Vec<_>>().into()
}

/// What stands before and within each outer pair of braces.
fn items(mut css: &'static str) -> impl Iterator<Item = (&'static str, &'static str)> {
    std::iter::from_fn(move || {
        let (prelude, rest) = css.split_once('{')?;
        let mut depth = 1;
        let end = rest.find(|c| {
            depth += match c {
                '{' => 1,
                '}' => -1,
                _ => 0,
            };
            depth == 0
        })?;
        css = &rest[end + 1..];
        Some((prelude.trim(), &rest[..end]))
    })
}

fn block((selectors, body): (&'static str, &'static str)) -> Block {
    // Lines, and not the text between ",\n": searching for a text of two letters brings a searcher into the page.
    let condition = selectors
        .lines()
        .map(|selector| Selector::from(vec![fragment(selector.trim_end_matches(','))]));
    Block {
        condition: condition.collect::<Vec<_>>().into(),
        content: vec![declarations(body)].into(),
    }
}

fn rule(condition: &'static str, content: Vec<RuleBlockContent>) -> Rule {
    Rule {
        condition: vec![fragment(condition)].into(),
        content: content.into(),
    }
}

/// All declarations as one: stylist writes a key, a colon and a value, whatever stands in the value.
fn declarations(body: &'static str) -> RuleBlockContent {
    let (key, value) = body.split_once(':').unwrap_or((body, ""));
    let value = vec![fragment(value.trim_end().trim_end_matches(';'))].into();
    RuleBlockContent::StyleAttr(StyleAttribute {
        key: key.trim().into(),
        value,
    })
}

fn fragment(text: &'static str) -> StringFragment {
    text.trim().into()
}

#[cfg(test)]
mod tests {
    use stylist::ast::ToStyleStr as _;

    #[test]
    fn selectors_are_scoped_and_the_steps_of_animations_are_not() {
        let css = "a,\n&[b] { color: red; margin: 0; }\n@keyframes k { 50% { top: 0; } }\n@media (x) { c { d: e } }";
        let written = super::read(css).to_style_str(Some("v"));
        let flat = written.split_whitespace().collect::<Vec<_>>().join(" ");
        let expected = ".v a, .v[b] { color: red; margin: 0; } @keyframes k { 50% { top: 0; } } @media (x) { .v c { d: e; } }";
        assert_eq!(flat, expected);
    }
}
