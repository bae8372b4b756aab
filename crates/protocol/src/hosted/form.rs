//! The HTML that a right password is answered with: one form with hidden inputs. Nothing of it is ever put into a page as markup.

use std::fmt;

/// What the browser sends to the server as a form (WS-Federation's passive shape: `wa`, `wresult`, `wctx`).
#[derive(Clone, PartialEq, Eq)]
pub struct LoginForm {
    /// Where it goes, by `POST`.
    pub action: String,
    /// Names and values, in order. They log in whoever sends them.
    pub fields: Vec<(String, String)>,
}

impl fmt::Debug for LoginForm {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("LoginForm")
            .field("action", &self.action)
            .finish_non_exhaustive()
    }
}

/// Reads the form: exactly one, sent by `POST`, with at least one hidden input.
pub(super) fn read(html: &str) -> Option<LoginForm> {
    let mut found: Option<LoginForm> = None;
    let mut rest = html;
    while let Some((_, tag)) = rest.split_once('<') {
        let (name, attributes, after) = read_tag(tag)?;
        rest = after;
        match (name.as_str(), &mut found) {
            ("form", None) => {
                let of = |name| attribute(&attributes, name);
                if !of("method")?.eq_ignore_ascii_case("post") {
                    return None;
                }
                found = Some(LoginForm {
                    action: of("action")?.to_owned(),
                    fields: Vec::new(),
                });
            }
            ("form", Some(_)) => return None,
            ("input", Some(form)) if attribute(&attributes, "type") == Some("hidden") => {
                let name = attribute(&attributes, "name")?;
                let value = attribute(&attributes, "value").unwrap_or_default();
                form.fields.push((name.to_owned(), value.to_owned()));
            }
            _ => {}
        }
    }
    found.filter(|form| !form.fields.is_empty())
}

type Attributes = Vec<(String, String)>;

fn attribute<'a>(attributes: &'a Attributes, name: &str) -> Option<&'a str> {
    let found = attributes.iter().find(|(known, _)| known == name);
    found.map(|(_, value)| value.as_str())
}

/// A tag from behind its `<` to its `>`: name, attributes, and what follows.
fn read_tag(text: &str) -> Option<(String, Attributes, &str)> {
    let end = text.find(|c: char| c.is_ascii_whitespace() || c == '>')?;
    let name = text[..end].trim_end_matches('/').to_ascii_lowercase();
    let mut attributes = Vec::new();
    let mut rest = text[end..].trim_ascii_start();
    loop {
        rest = rest.trim_start_matches('/').trim_ascii_start();
        if let Some(after) = rest.strip_prefix('>') {
            return Some((name, attributes, after));
        }
        let end = rest.find(|c: char| c.is_ascii_whitespace() || "=>/".contains(c))?;
        let word = rest[..end].to_ascii_lowercase();
        rest = rest[end..].trim_ascii_start();
        let value = match rest.strip_prefix('=') {
            Some(after) => {
                let after = after.trim_ascii_start();
                let quote = after.chars().next().filter(|c| "\"'".contains(*c))?;
                let (value, after) = after[1..].split_once(quote)?;
                rest = after.trim_ascii_start();
                unescape(value)?
            }
            None => String::new(),
        };
        if word.is_empty() {
            return None;
        }
        attributes.push((word, value));
    }
}

/// The characters that HTML writes as references; one that is not known breaks the answer.
fn unescape(text: &str) -> Option<String> {
    let mut plain = String::with_capacity(text.len());
    let mut rest = text;
    while let Some((before, reference)) = rest.split_once('&') {
        plain.push_str(before);
        let (name, after) = reference.split_once(';')?;
        plain.push(match name {
            "amp" => '&',
            "lt" => '<',
            "gt" => '>',
            "quot" => '"',
            "apos" => '\'',
            name => {
                let number = name.strip_prefix('#')?;
                let code = match number.strip_prefix(['x', 'X']) {
                    Some(digits) => u32::from_str_radix(digits, 16),
                    None => number.parse(),
                };
                char::from_u32(code.ok()?)?
            }
        });
        rest = after;
    }
    plain.push_str(rest);
    Some(plain)
}
