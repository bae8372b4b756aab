//! Writing: request bodies and what is stored are objects of texts.

/// The value of a member that is written.
#[derive(Clone, Copy)]
pub enum Member<'a> {
    /// A text.
    Text(&'a str),
    /// A number.
    Number(u64),
    /// Members in turn.
    Object(&'a [(&'a str, Member<'a>)]),
}

/// An object's text; the names are to be different.
#[must_use]
pub fn write(members: &[(&str, Member<'_>)]) -> String {
    let mut out = String::new();
    put_object(members, &mut out);
    out
}

/// An object's text, of nothing but texts.
pub(crate) fn write_texts(members: &[(&str, &str)]) -> String {
    let members: Vec<_> = members
        .iter()
        .map(|(name, text)| (*name, Member::Text(text)))
        .collect();
    write(&members)
}

impl<'a> Member<'a> {
    /// The members that have a text.
    #[must_use]
    pub fn texts<const N: usize>(all: [(&'a str, Option<&'a str>); N]) -> Vec<(&'a str, Self)> {
        let mut members = Vec::with_capacity(N + 1);
        for (name, text) in all {
            if let Some(text) = text {
                members.push((name, Self::Text(text)));
            }
        }
        members
    }
}

impl Member<'_> {
    /// Appends it. A serializer of any shape would bring twice the bytes into the page.
    fn put(self, out: &mut String) {
        match self {
            Self::Text(text) => put_text(text, out),
            Self::Number(number) => out.push_str(&number.to_string()),
            Self::Object(members) => put_object(members, out),
        }
    }
}

fn put_object(members: &[(&str, Member<'_>)], out: &mut String) {
    out.push('{');
    for (at, (name, member)) in members.iter().enumerate() {
        if at > 0 {
            out.push(',');
        }
        put_text(name, out);
        out.push(':');
        member.put(out);
    }
    out.push('}');
}

/// A text in quotes, with the escapes that RFC 8259 §7 asks for.
fn put_text(text: &str, out: &mut String) {
    out.push('"');
    for letter in text.chars() {
        match letter {
            '"' | '\\' => {
                out.push('\\');
                out.push(letter);
            }
            '\0'..='\u{1f}' => {
                out.push_str("\\u00");
                let code = u32::from(letter);
                out.extend(
                    [code / 16, code % 16]
                        .into_iter()
                        .filter_map(|digit| char::from_digit(digit, 16)),
                );
            }
            _ => out.push(letter),
        }
    }
    out.push('"');
}
