//! Which form of a text goes with a number in a language (CLDR), by the platform's own rules.

use js_sys::{Array, Function, Reflect};
use wasm_bindgen::JsCast;

/// The category of a count in a language (BCP 47): `zero`, `one`, `two`, `few`, `many` or `other`. Where the platform does not know the
/// language, `other`.
#[must_use]
pub fn plural_category(language: &str, count: u32) -> String {
    selected(language, count).unwrap_or_else(|| "other".to_owned())
}

fn selected(language: &str, count: u32) -> Option<String> {
    let intl = Reflect::get(&js_sys::global(), &"Intl".into()).ok()?;
    let class: Function = Reflect::get(&intl, &"PluralRules".into()).ok()?.dyn_into().ok()?;
    let rules = Reflect::construct(&class, &Array::of1(&language.into())).ok()?;
    let select: Function = Reflect::get(&rules, &"select".into()).ok()?.dyn_into().ok()?;
    select.call1(&rules, &count.into()).ok()?.as_string()
}
