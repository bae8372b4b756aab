//! Style sheets that a strict policy allows: constructed, and adopted (CSSOM, section 6.7.5).

use std::cell::RefCell;

use js_sys::{Array, Reflect};
use wasm_bindgen::JsValue;
use web_sys::{CssStyleSheet, Element};

use crate::window;

/// Adopts a sheet for the document.
///
/// A key stands for one sheet: the same text again does nothing, another text takes the place of the first.
pub fn adopt(key: &str, css: &str) {
    if let Some(document) = window::window().document() {
        adopt_for(&document, key, css);
    }
}

/// Adopts a sheet for the shadow root that an element is in.
pub fn adopt_within(element: &Element, key: &str, css: &str) {
    adopt_for(&element.get_root_node(), key, css);
}

fn adopt_for(tree: &JsValue, key: &str, css: &str) {
    let sheet = SHEETS.with_borrow_mut(|sheets| construct(sheets, key, css));
    if let Ok(sheet) = sheet {
        // A page that refuses stays without it.
        let _ = append(tree, &sheet);
    }
}

struct Sheet {
    key: String,
    css: String,
    constructed: CssStyleSheet,
}

thread_local! {
    static SHEETS: RefCell<Vec<Sheet>> = const { RefCell::new(Vec::new()) };
}

fn construct(sheets: &mut Vec<Sheet>, key: &str, css: &str) -> Result<CssStyleSheet, JsValue> {
    if let Some(known) = sheets.iter_mut().find(|known| known.key == key) {
        if known.css != css {
            known.constructed.replace_sync(css)?;
            css.clone_into(&mut known.css);
        }
        return Ok(known.constructed.clone());
    }
    let sheet = CssStyleSheet::new()?;
    sheet.replace_sync(css)?;
    sheets.push(Sheet {
        key: key.to_owned(),
        css: css.to_owned(),
        constructed: sheet.clone(),
    });
    Ok(sheet)
}

/// The host's own adopted sheets stay, and stay first.
fn append(tree: &JsValue, sheet: &CssStyleSheet) -> Result<(), JsValue> {
    let name = JsValue::from_str("adoptedStyleSheets");
    let sheets = Array::from(&Reflect::get(tree, &name)?);
    if !sheets.includes(sheet, 0) {
        sheets.push(sheet);
        Reflect::set(tree, &name, &sheets)?;
    }
    Ok(())
}
