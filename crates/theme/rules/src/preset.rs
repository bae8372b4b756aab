//! Themes that come with the widget, as a ground for others: a file that names one says only what differs.

use crate::tree::{Entry, Value};
use crate::{Fault, FaultKind};

macro_rules! presets {
    ($($name:literal)+) => {
        /// The names that `preset` takes.
        pub const PRESETS: &[&str] = &[$($name),+];

        fn text(name: &str) -> Option<&'static str> {
            match name {
                $($name => Some(include_str!(concat!("../themes/", $name, ".toml"))),)+
                _ => None,
            }
        }
    };
}

presets! {
    "dawn" "dusk" "contrast" "print" "moss" "bloom" "slate" "terminal" "harbor" "poster" "shadcn" "bootstrap" "material"
}

/// What the brand colour of an upper layer takes from the lower one.
const OF_BRAND: [&str; 3] = ["brand", "on-brand", "focus"];

/// Lays a file over the preset that it names; without one it stays as it is.
pub(crate) fn layered(file: Vec<Entry>) -> Result<Vec<Entry>, Fault> {
    let Some(named) = file.iter().find(|entry| entry.key == "preset") else {
        return Ok(file);
    };
    let fault = |kind| Fault {
        line: named.line,
        key: named.key.clone(),
        kind,
    };
    let Value::Text(name) = &named.value else {
        return Err(fault(FaultKind::WrongKind {
            found: named.value.kind(),
            wanted: "a text in quotes",
        }));
    };
    let Some(text) = text(name) else {
        return Err(fault(FaultKind::NotOneOf {
            found: name.clone(),
            allowed: PRESETS,
        }));
    };
    let mut below = entries(text);
    below.retain(|entry| entry.key != "name");
    if file.iter().any(|entry| entry.key == "brand") {
        for entry in &mut below {
            if let Value::Table(colours) = &mut entry.value {
                colours.retain(|colour| !OF_BRAND.contains(&colour.key.as_str()));
            }
        }
    }
    Ok(laid_over(below, file))
}

/// Tables are joined, everything else is replaced.
fn laid_over(mut below: Vec<Entry>, above: Vec<Entry>) -> Vec<Entry> {
    for upper in above {
        match below.iter_mut().find(|lower| lower.key == upper.key) {
            None => below.push(upper),
            Some(lower) => {
                lower.line = upper.line;
                lower.own = upper.own;
                lower.value = match (std::mem::replace(&mut lower.value, Value::Other("")), upper.value) {
                    (Value::Table(below), Value::Table(above)) => Value::Table(laid_over(below, above)),
                    (_, above) => above,
                };
            }
        }
    }
    below
}

/// Reads a file of the folder `themes/`: lines with `[table.of.tables]` and `key = "text"`, which is all that those use. So a page
/// needs no reader of TOML for them.
fn entries(text: &str) -> Vec<Entry> {
    let mut top = Vec::new();
    let mut path = Vec::new();
    for line in text.lines().map(str::trim).filter(|line| !line.starts_with('#')) {
        if let Some(table) = line.strip_prefix('[').and_then(|rest| rest.strip_suffix(']')) {
            path = table.split('.').collect();
        } else if let Some((key, value)) = line.split_once(" = ") {
            let value = Value::Text(value.trim_matches('"').to_owned());
            put(&mut top, &path, key, value);
        }
    }
    top
}

fn put(entries: &mut Vec<Entry>, path: &[&str], key: &str, value: Value) {
    let Some((first, rest)) = path.split_first() else {
        entries.push(Entry {
            key: key.to_owned(),
            line: None,
            own: false,
            value,
        });
        return;
    };
    let at = entries
        .iter()
        .position(|entry| entry.key == *first)
        .unwrap_or_else(|| {
            entries.push(Entry {
                key: (*first).to_owned(),
                line: None,
                own: false,
                value: Value::Table(Vec::new()),
            });
            entries.len() - 1
        });
    if let Value::Table(inside) = &mut entries[at].value {
        put(inside, rest, key, value);
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::Tokens;

    #[test]
    fn a_preset_is_the_file_of_that_name() {
        for name in PRESETS {
            let text = text(name).expect("it is one of them");
            let alone = Tokens::from_toml(text).expect("the themes that come with the widget pass");
            let over =
                Tokens::from_toml(&format!("name = \"{name}\"\npreset = \"{name}\"")).expect("it passes");
            assert_eq!(over, alone);
        }
    }

    #[test]
    fn what_a_file_says_wins_over_its_preset() {
        let tokens =
            Tokens::from_toml("name = 'mine'\npreset = 'dusk'\nradius = '2px'\n[dark]\ntext = '#fff'")
                .expect("a theme");
        let dusk = Tokens::from_toml(text("dusk").expect("it is there")).expect("a theme");
        assert_eq!(tokens.name(), "mine");
        assert!(tokens.css().contains("--vestibule-radius:2px;"));
        let [mine, theirs] = [&tokens, &dusk].map(|tokens| tokens.palette(crate::Scheme::Dark));
        assert_eq!(mine.get(crate::Role::Text), crate::Colour::WHITE);
        assert_eq!(mine.get(crate::Role::Surface), theirs.get(crate::Role::Surface));
    }

    #[test]
    fn a_preset_that_does_not_exist_is_refused_with_the_nearest_one() {
        let error = Tokens::from_toml("name = 'mine'\npreset = 'dusc'").expect_err("no such preset");
        assert_eq!(
            error.to_string(),
            "line 2, `preset`: \"dusc\" is not known; did you mean \"dusk\"?"
        );
    }
}
