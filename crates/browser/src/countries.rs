//! The names of countries in a language, as the platform has them.

use js_sys::{Array, Function, JsString, Object, Reflect};
use wasm_bindgen::{JsCast, JsValue};

/// The countries of these codes (ISO 3166-1 alpha-2) with their names in a language (BCP 47), in the order of that language's
/// dictionaries. Where the platform has no names, or does not know the language, the codes stand for them.
#[must_use]
pub fn country_names<'c>(language: &str, codes: impl Iterator<Item = &'c str>) -> Vec<(&'c str, String)> {
    let platform = display_names(language);
    let name = |code: &'c str| {
        let found = platform.as_ref().and_then(|names| name_of(names, code));
        (code, found.unwrap_or_else(|| code.to_owned()))
    };
    let mut named: Vec<_> = codes.map(name).collect();
    // A language that the platform refuses would be refused here too.
    let locales = platform.map_or_else(Array::new, |_| Array::of1(&language.into()));
    let options = Object::new();
    named.sort_by(|(_, one), (_, other)| {
        JsString::from(one.as_str())
            .locale_compare(other, &locales, &options)
            .cmp(&0)
    });
    named
}

fn display_names(language: &str) -> Option<JsValue> {
    let intl = Reflect::get(&js_sys::global(), &"Intl".into()).ok()?;
    let class = Reflect::get(&intl, &"DisplayNames".into()).ok()?;
    let class = class.dyn_into::<Function>().ok()?;
    let options = Object::new();
    Reflect::set(&options, &"type".into(), &"region".into()).ok()?;
    Reflect::construct(&class, &Array::of2(&language.into(), &options)).ok()
}

fn name_of(names: &JsValue, code: &str) -> Option<String> {
    let of = Reflect::get(names, &"of".into())
        .ok()?
        .dyn_into::<Function>()
        .ok()?;
    of.call1(names, &code.into()).ok()?.as_string()
}
