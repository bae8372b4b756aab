//! Where the focus begins, and how a dialog closes.

use vestibule::{Autofocus, Layout, LoginWidgetProps};
use wasm_bindgen_test::wasm_bindgen_test;
use web_sys::wasm_bindgen::JsCast;

use crate::page::{Stage, focused, js, turn};

#[wasm_bindgen_test]
async fn autofocus_waits_for_the_form_and_inline_it_waits_to_be_asked() {
    let stage = Stage::open().await;
    assert_eq!(focused(), js("document.body").unchecked_into());
    drop(stage);
    let stage = Stage::open_with(|props| LoginWidgetProps {
        autofocus: Autofocus::Always,
        ..props
    })
    .await;
    stage.shows("log-in").await;
    assert_eq!(focused(), **stage.input("username"));
}

#[wasm_bindgen_test]
async fn autofocus_that_is_off_leaves_the_first_field_alone_in_a_dialog_too() {
    let stage = Stage::open_with(|props| LoginWidgetProps {
        layout: Layout::Modal,
        autofocus: Autofocus::Never,
        ..props
    })
    .await;
    stage.shows("log-in").await;
    assert_ne!(focused(), **stage.input("username"));
    let dialog = stage.sees("dialog[data-part=modal]").await;
    assert!(dialog.contains(Some(&focused())), "the keyboard is in the dialog");
}

#[wasm_bindgen_test]
async fn a_modal_widget_is_a_dialog_that_asks_before_it_closes() {
    let stage = Stage::open_with(|props| LoginWidgetProps {
        layout: Layout::Modal,
        ..props
    })
    .await;
    stage.shows("log-in").await;
    let dialog = stage.sees("dialog[data-part=modal]").await;
    assert!(dialog.matches(":modal").unwrap());
    assert!(dialog.contains(Some(&focused())));
    dialog
        .dispatch_event(&js("new Event('cancel', { cancelable: true })").unchecked_into())
        .unwrap();
    turn().await;
    assert_eq!(stage.events(), ["shown", "closed"]);
    assert!(
        dialog.matches(":modal").unwrap(),
        "the app closes it, not the browser"
    );
}

#[wasm_bindgen_test]
async fn a_dialog_that_is_not_closable_stays_whatever_is_pressed() {
    let stage = Stage::open_with(|props| LoginWidgetProps {
        layout: Layout::Modal,
        closable: false,
        ..props
    })
    .await;
    stage.shows("log-in").await;
    let dialog = stage.sees("dialog[data-part=modal]").await;
    assert!(dialog.query_selector("[data-part=close]").unwrap().is_none());
    dialog
        .dispatch_event(&js("new Event('cancel', { cancelable: true })").unchecked_into())
        .unwrap();
    turn().await;
    assert_eq!(stage.events(), ["shown"]);
    assert!(dialog.matches(":modal").unwrap());
}
