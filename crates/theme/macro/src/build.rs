//! Finds a theme file, reads it, and writes the Rust that holds what came of it.

use std::path::{Path, PathBuf};

use proc_macro2::TokenStream;
use quote::quote;
use vestibule_theme_rules::{ButtonStyle, CardStyle, Density, Mode, Sheet, Tokens};

/// A theme that passed, and the file it came from.
#[derive(Debug)]
pub(crate) struct Built {
    pub(crate) file: PathBuf,
    pub(crate) sheet: Sheet,
}

/// Reads the theme file at `path`, seen from `folder` or from the nearest folder above it that has the file.
/// On failure one message for each fault: file, line, remedy.
pub(crate) fn build(folder: &Path, path: &str) -> Result<Built, Vec<String>> {
    let Some(file) = folder
        .ancestors()
        .map(|above| above.join(path))
        .find(|file| file.is_file())
    else {
        return Err(vec![format!(
            "{path}: there is no such file in the folder of this crate's Cargo.toml, nor in one above it (the \
             themes that come with the widget are Theme::DAWN and its like)"
        )]);
    };
    let text = std::fs::read_to_string(&file).map_err(|error| vec![format!("{path}: {error}")])?;
    match Tokens::from_file(&file, &text) {
        Ok(tokens) => Ok(Built {
            file,
            sheet: tokens.sheet(),
        }),
        Err(error) => Err(error.faults().iter().map(|fault| message(path, fault)).collect()),
    }
}

/// The text of a string literal as it stands in the source; raw strings too, escapes not.
pub(crate) fn text_of(literal: &str) -> Result<String, Vec<String>> {
    let bare = literal.trim_start_matches('r').trim_matches('#');
    match bare.strip_prefix('"').and_then(|rest| rest.strip_suffix('"')) {
        Some(path) if !path.contains('\\') || literal.starts_with('r') => Ok(path.to_owned()),
        _ => Err(vec![format!(
            "theme! takes the path of a theme file in quotes, with `/` between folders, not {literal}"
        )]),
    }
}

impl Built {
    /// An expression of the type `Theme` in the crate at `home`. The file is named in it, so that a change of the
    /// file compiles the crate anew; its bytes go nowhere.
    pub(crate) fn tokens(&self, home: &TokenStream) -> TokenStream {
        let Sheet {
            name,
            css,
            classes,
            logo,
            mode,
            density,
            button,
            card,
        } = &self.sheet;
        let file = self.file.to_string_lossy();
        let logo = logo.as_ref().map_or_else(
            || quote!(::core::option::Option::None),
            |logo| quote!(::core::option::Option::Some(::std::borrow::Cow::Borrowed(#logo))),
        );
        let refusal = format!(
            "the theme `{name}` gives classes to parts: turn on the cargo feature `classes` of vestibule"
        );
        let has_none = classes.is_empty();
        let classes = classes.iter().map(
            |(at, class)| quote!((::std::borrow::Cow::Borrowed(#at), ::std::borrow::Cow::Borrowed(#class))),
        );
        let (mode, density, button, card) = (word(mode), word(density), word(button), word(card));
        quote!({
            const _: &[u8] = ::core::include_bytes!(#file);
            const _: () = ::core::assert!(#has_none || #home::built::HAS_CLASSES, #refusal);
            const SHEET: &#home::built::Sheet = &#home::built::Sheet {
                name: ::std::borrow::Cow::Borrowed(#name),
                css: ::std::borrow::Cow::Borrowed(#css),
                classes: ::std::borrow::Cow::Borrowed(&[#(#classes),*]),
                logo: #logo,
                mode: #home::Mode::#mode,
                density: #home::Density::#density,
                button: #home::ButtonStyle::#button,
                card: #home::CardStyle::#card,
            };
            #home::built::theme(SHEET)
        })
    }
}

fn message(path: &str, fault: &vestibule_theme_rules::Fault) -> String {
    match fault.line {
        Some(line) if fault.key.is_empty() => format!("{path}:{line}: {}", fault.kind),
        Some(line) => format!("{path}:{line}: `{}`: {}", fault.key, fault.kind),
        None => format!("{path}: {fault}"),
    }
}

/// A choice as the name of its variant.
fn word<T: Choice>(choice: &T) -> proc_macro2::Ident {
    proc_macro2::Ident::new(choice.variant(), proc_macro2::Span::call_site())
}

trait Choice {
    fn variant(&self) -> &'static str;
}

macro_rules! choice {
    ($($name:ident { $($variant:ident)+ })+) => {
        $(impl Choice for $name {
            fn variant(&self) -> &'static str {
                match self { $(Self::$variant => stringify!($variant)),+ }
            }
        })+
    };
}

choice! {
    Mode { Auto Light Dark }
    Density { Comfortable Compact }
    ButtonStyle { Solid Soft Outline }
    CardStyle { Raised Flush Outlined }
}

#[cfg(test)]
mod tests {
    use std::fs;

    use super::*;

    /// A folder of its own for each test.
    fn folder(name: &str) -> PathBuf {
        let folder =
            std::env::temp_dir().join(format!("vestibule-theme-macro-{}-{name}", std::process::id()));
        fs::create_dir_all(folder.join("app/deeper")).expect("a folder can be made");
        folder
    }

    #[test]
    fn the_nearest_folder_above_that_has_the_file_gives_it() {
        let top = folder("nearest");
        fs::write(top.join("t.toml"), "name = 1").expect("a file can be written");
        fs::write(top.join("app/t.toml"), "\n\nname = 2\nnope = \"\"").expect("a file can be written");
        let messages = build(&top.join("app/deeper"), "t.toml").expect_err("neither is a theme");
        assert!(
            messages
                .contains(&"t.toml:3: `name`: this is a number; a text in quotes belongs here".to_owned())
        );
        fs::remove_dir_all(top).expect("the folder is ours");
    }

    #[test]
    fn each_fault_is_a_message_of_its_own_with_file_and_line() {
        let top = folder("faults");
        let dawn = fs::read_to_string(concat!(env!("CARGO_MANIFEST_DIR"), "/../../../themes/dawn.toml"))
            .expect("the theme is there");
        let broken = dawn
            .replace("muted = \"#6c6158\"", "mutd = \"#6c6158\"")
            .replace("radius", "raduis");
        fs::write(top.join("t.toml"), broken).expect("a file can be written");
        let messages = build(&top, "t.toml").expect_err("three faults");
        assert_eq!(
            messages,
            [
                "t.toml:4: `raduis`: unknown key; the nearest known one is `radius`",
                "t.toml:6: `light.muted`: missing; every theme says this",
                "t.toml:9: `light.mutd`: unknown key; the nearest known one is `muted`",
            ]
        );
        fs::remove_dir_all(top).expect("the folder is ours");
    }

    #[test]
    fn a_file_in_json_says_what_one_in_toml_says() {
        let top = folder("json");
        let toml = "name = 'x'\nbrand = 'oklch(0.42 0.1 253)'\n[part.title]\nsize = '2rem'\n";
        let json = r#"{"name": "x", "brand": "oklch(0.42 0.1 253)", "part": {"title": {"size": "2rem"}}}"#;
        fs::write(top.join("t.toml"), toml).expect("a file can be written");
        fs::write(top.join("t.json"), json).expect("a file can be written");
        let [toml, json] = ["t.toml", "t.json"].map(|path| build(&top, path).expect("a theme").sheet);
        assert_eq!(toml, json);

        fs::write(top.join("t.json"), r#"{"name": "x", "brand": "blue"}"#).expect("a file can be written");
        let messages = build(&top, "t.json").expect_err("no colour");
        assert_eq!(
            messages,
            [
                "t.json: `brand`: \"blue\" is not a colour; write it as \"#1d4e89\", or in a theme file as \
              \"oklch(0.42 0.1 253)\" or the like"
            ]
        );
        fs::write(top.join("t.json"), "{\n\"name\": x}").expect("a file can be written");
        let messages = build(&top, "t.json").expect_err("no JSON");
        assert!(messages[0].starts_with("t.json:2: "), "{messages:?}");
        fs::remove_dir_all(top).expect("the folder is ours");
    }

    #[test]
    fn a_file_that_is_nowhere_is_named() {
        let messages =
            build(Path::new(env!("CARGO_MANIFEST_DIR")), "themes/no-such.toml").expect_err("no such file");
        assert!(
            messages[0].starts_with("themes/no-such.toml: there is no such file"),
            "{messages:?}"
        );
    }

    #[test]
    fn the_expansion_names_the_file_so_that_a_change_compiles_anew() {
        let built = build(Path::new(env!("CARGO_MANIFEST_DIR")), "themes/dawn.toml").expect("a theme");
        let expansion = built.tokens(&quote!($crate)).to_string();
        let path = format!("{:?}", built.file.to_string_lossy());
        assert!(expansion.contains("include_bytes !"), "{expansion}");
        assert!(expansion.contains(&path), "{expansion}");
    }

    #[test]
    fn only_a_text_without_escapes_is_a_path() {
        assert_eq!(text_of("\"a/b.toml\"").as_deref(), Ok("a/b.toml"));
        assert_eq!(text_of("r\"a/b.toml\"").as_deref(), Ok("a/b.toml"));
        assert_eq!(text_of("r#\"a/b.toml\"#").as_deref(), Ok("a/b.toml"));
        for refused in ["1", "\"a\\\\b.toml\"", "'a'", "true"] {
            assert!(text_of(refused).is_err(), "{refused}");
        }
    }
}
