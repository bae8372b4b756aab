//! Style sheets that a strict policy allows: constructed, and adopted (CSSOM, section 6.7.5).

use std::cell::RefCell;

use js_sys::{Array, Reflect};
use wasm_bindgen::JsValue;
use web_sys::{CssStyleSheet, Node};

use crate::window;

/// Adopts a sheet for the document.
///
/// A key stands for one sheet: the same text again does nothing, another text takes the place of the first.
pub fn adopt(key: &str, css: &str) {
    if let Some(document) = window::window().document() {
        adopt_into(&document, key, css);
    }
}

/// Adopts a sheet for the tree that a node stands in: the document, or the shadow root around the node.
pub fn adopt_around(node: &Node, key: &str, css: &str) {
    adopt_into(&node.get_root_node(), key, css);
}

struct Sheet {
    key: String,
    css: String,
    constructed: CssStyleSheet,
}

thread_local! {
    static SHEETS: RefCell<Vec<Sheet>> = const { RefCell::new(Vec::new()) };
}

fn adopt_into(root: &JsValue, key: &str, css: &str) {
    if let Ok(sheet) = SHEETS.with_borrow_mut(|sheets| construct(sheets, key, css)) {
        // Refused by a root of another document; then it stays unstyled.
        let _ = append(root, &sheet);
    }
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
fn append(root: &JsValue, sheet: &CssStyleSheet) -> Result<(), JsValue> {
    let name = JsValue::from_str("adoptedStyleSheets");
    let sheets = Array::from(&Reflect::get(root, &name)?);
    if !sheets.includes(sheet, 0) {
        sheets.push(sheet);
        Reflect::set(root, &name, &sheets)?;
    }
    Ok(())
}
