//! Style sheets that a strict policy allows: constructed, and adopted by the document.

use std::cell::RefCell;

use js_sys::{Array, Reflect};
use wasm_bindgen::JsValue;
use web_sys::CssStyleSheet;

struct Adopted {
    key: String,
    css: String,
    sheet: CssStyleSheet,
}

thread_local! {
    static ADOPTED: RefCell<Vec<Adopted>> = const { RefCell::new(Vec::new()) };
}

/// Adopts a sheet for the document, once for each key. Another text under the same key takes the place of the first.
pub fn adopt(key: &str, css: &str) {
    ADOPTED.with_borrow_mut(|adopted| match adopted.iter_mut().find(|one| one.key == key) {
        Some(one) if one.css == css => {}
        Some(one) => {
            if one.sheet.replace_sync(css).is_ok() {
                css.clone_into(&mut one.css);
            }
        }
        None => adopted.extend(construct(css).map(|sheet| Adopted {
            key: key.to_owned(),
            css: css.to_owned(),
            sheet,
        })),
    });
}

fn construct(css: &str) -> Option<CssStyleSheet> {
    let sheet = CssStyleSheet::new().ok()?;
    sheet.replace_sync(css).ok()?;
    let document = web_sys::window()?.document()?;
    let name = JsValue::from_str("adoptedStyleSheets");
    // The host's own adopted sheets stay, and stay first.
    let sheets = Array::from(&Reflect::get(&document, &name).ok()?);
    sheets.push(&sheet);
    Reflect::set(&document, &name, &sheets).ok()?;
    Some(sheet)
}
