//! What is done to elements, sheets and the page's own description, in a real page.

#![cfg(target_arch = "wasm32")]

mod page;

use page::{js, settle};
use vestibule_browser::{dom, now_s, page as this_page, sheet};
use vestibule_flow::{Field, FocusPlace};
use wasm_bindgen::JsCast;
use wasm_bindgen_test::{wasm_bindgen_test, wasm_bindgen_test_configure};
use web_sys::{Element, HtmlFormElement, HtmlInputElement};

wasm_bindgen_test_configure!(run_in_browser);

/// Elements for one test, removed with it.
struct Stage(Element);

impl Stage {
    fn new(html: &str) -> Self {
        let document = web_sys::window()
            .and_then(|window| window.document())
            .expect("a page");
        let root = document.create_element("div").expect("a name");
        root.set_inner_html(html);
        document
            .body()
            .expect("a body")
            .append_child(&root)
            .expect("a place");
        Self(root)
    }

    fn get<T: JsCast>(&self, selector: &str) -> T {
        self.0
            .query_selector(selector)
            .expect("a selector")
            .expect("an element")
            .dyn_into()
            .expect("its type")
    }

    fn is_focused(&self, selector: &str) -> bool {
        let active = web_sys::window()
            .and_then(|window| window.document())
            .and_then(|document| document.active_element());
        active == Some(self.get(selector))
    }
}

impl Drop for Stage {
    fn drop(&mut self) {
        self.0.remove();
    }
}

const FORM: &str = r#"<form><h2 tabindex="-1" data-part="title">Log in</h2>
    <input name="username" tabindex="-1" value="kept"><input name="email"><input name="password" type="password">
    <input name="code"><input name="of-the-app" value="mine"><button>Go</button></form>"#;

#[wasm_bindgen_test]
fn a_form_is_read_as_it_stands_whoever_filled_it() {
    let stage = Stage::new(FORM);
    // As autofill may do it: no event.
    stage
        .get::<HtmlInputElement>("[name=email]")
        .set_value("ada@example.com");
    stage
        .get::<HtmlInputElement>("[name=password]")
        .set_value("  with spaces ");
    let form = dom::read_form(&stage.get::<HtmlFormElement>("form"), Field::by_name);
    assert_eq!(form.get(Field::Username), "kept");
    assert_eq!(form.get(Field::Email), "ada@example.com");
    assert_eq!(form.get(Field::Password), "  with spaces ");
    assert_eq!((form.get(Field::Code), form.get(Field::Phone)), ("", ""));
}

#[wasm_bindgen_test]
fn the_focus_goes_to_the_heading_or_to_a_field_that_a_person_can_reach() {
    let stage = Stage::new(FORM);
    dom::focus(&stage.0, FocusPlace::Field(Field::Email));
    assert!(stage.is_focused("[name=email]"));
    dom::focus(&stage.0, FocusPlace::Field(Field::Username));
    assert!(
        stage.is_focused("[name=email]"),
        "the kept user name is not for people"
    );
    dom::focus(&stage.0, FocusPlace::Field(Field::Phone));
    assert!(
        stage.is_focused("[name=email]"),
        "what is not drawn takes nothing"
    );
    dom::focus(&stage.0, FocusPlace::Heading);
    assert!(stage.is_focused("h2"));
}

#[wasm_bindgen_test]
fn a_first_value_is_no_attribute_and_gives_way_to_autofill() {
    let stage = Stage::new(FORM);
    let email: HtmlInputElement = stage.get("[name=email]");
    dom::set_initial(&email, "ada@example.com");
    assert_eq!(
        (email.value(), email.get_attribute("value")),
        ("ada@example.com".into(), None)
    );
    dom::set_initial(&email, "bob@example.com");
    assert_eq!(email.value(), "ada@example.com");
}

#[wasm_bindgen_test]
async fn a_secret_is_wiped_only_after_those_who_look_when_it_goes() {
    let stage = Stage::new(FORM);
    let password: HtmlInputElement = stage.get("[name=password]");
    password.set_value("correct horse");
    password.remove();
    dom::wipe(password.clone());
    assert_eq!(password.value(), "correct horse");
    settle().await;
    assert_eq!(password.value(), "");
}

#[wasm_bindgen_test]
fn showing_a_password_keeps_caret_selection_and_focus() {
    let stage = Stage::new(FORM);
    let password: HtmlInputElement = stage.get("[name=password]");
    password.set_value("correct horse");
    password.focus().expect("it can have the focus");
    for (start, end, direction) in [(3, 3, "none"), (2, 7, "backward"), (0, 13, "forward")] {
        for visible in [true, false] {
            password
                .set_selection_range_with_direction(start, end, direction)
                .expect("a range");
            let before = password.selection_direction();
            dom::toggle_password(&password, visible);
            assert_eq!(password.type_(), if visible { "text" } else { "password" });
            assert_eq!(
                (password.selection_start(), password.selection_end()),
                (Ok(Some(start)), Ok(Some(end)))
            );
            assert_eq!(password.selection_direction(), before);
            assert!(stage.is_focused("[name=password]"));
            assert_eq!(password.value(), "correct horse");
        }
    }
}

#[wasm_bindgen_test]
fn a_modal_opens_once_and_gives_the_focus_back() {
    let stage = Stage::new(r#"<button id="opener">Log in</button><dialog><input name="email"></dialog>"#);
    stage
        .get::<web_sys::HtmlElement>("#opener")
        .focus()
        .expect("it can have the focus");
    let dialog: Element = stage.get("dialog");
    dom::show_modal(&dialog);
    dom::show_modal(&dialog);
    assert!(dialog.matches(":modal").expect("a selector"));
    assert!(stage.is_focused("[name=email]"));
    dom::close_modal(&dialog);
    dom::close_modal(&dialog);
    assert!(!dialog.has_attribute("open"));
    assert!(stage.is_focused("#opener"));

    dom::show_modal(&stage.get("#opener"));
    dialog.remove();
    dom::show_modal(&dialog);
}

fn colour() -> String {
    js("getComputedStyle(document.body).color")
        .as_string()
        .expect("a colour")
}

#[wasm_bindgen_test]
fn a_sheet_is_adopted_once_for_its_key_and_replaced_when_its_text_changes() {
    js("window.hosts = new CSSStyleSheet(); document.adoptedStyleSheets = [hosts]");
    sheet::adopt("test", "body { color: rgb(1, 2, 3) }");
    sheet::adopt("test", "body { color: rgb(1, 2, 3) }");
    assert_eq!(js("document.adoptedStyleSheets.length"), 2);
    assert_eq!(
        js("document.adoptedStyleSheets[0] === hosts"),
        true,
        "the host's sheet stays, and stays first"
    );
    assert_eq!(colour(), "rgb(1, 2, 3)");
    sheet::adopt("test", "body { color: rgb(4, 5, 6) }");
    assert_eq!(js("document.adoptedStyleSheets.length"), 2);
    assert_eq!(colour(), "rgb(4, 5, 6)");
    sheet::adopt("another", "body { color: rgb(7, 8, 9) }");
    assert_eq!(
        (js("document.adoptedStyleSheets.length"), colour()),
        (3.into(), "rgb(7, 8, 9)".into())
    );
    js("document.adoptedStyleSheets = []");
    sheet::adopt("test", "body { color: rgb(4, 5, 6) }");
    assert_eq!(
        colour(),
        "rgb(4, 5, 6)",
        "a host that threw it out gets it back with the next widget"
    );
    js("document.adoptedStyleSheets = []");
}

#[wasm_bindgen_test]
fn the_page_describes_itself() {
    let page = this_page();
    assert_eq!(js("location.href"), page.url.as_str());
    assert_eq!(js("location.origin"), page.origin.as_str());
    assert_eq!(
        js("navigator.languages.join()"),
        page.languages.join(",").as_str()
    );
    assert!(page.subtle_crypto);
    js("Object.defineProperty(crypto, 'subtle', {value: undefined, configurable: true})");
    let insecure = this_page();
    js("delete crypto.subtle");
    assert!(!insecure.subtle_crypto);
    assert!((now_s() - js("Date.now()").as_f64().expect("a number") / 1000.0).abs() < 60.0);
}
