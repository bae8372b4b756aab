//! What a person's hands do to the widget in a real page.

#![cfg(target_arch = "wasm32")]

mod dialogs;
mod intruders;
mod looks;
mod page;
mod tongues;

use std::cell::Cell;

use vestibule::flow::Clock;
use wasm_bindgen_test::{wasm_bindgen_test, wasm_bindgen_test_configure};
use web_sys::wasm_bindgen::JsCast;
use web_sys::{Element, HtmlElement};

use page::{Stage, focused, js, number, turn, until};

wasm_bindgen_test_configure!(run_in_browser);

const PASSWORD: &str = "correct horse battery staple";

#[wasm_bindgen_test]
async fn typing_and_errors_leave_the_inputs_and_what_is_in_them_alone() {
    let stage = Stage::open().await;
    let [username, password] = ["username", "password"].map(|name| stage.input(name));
    stage.types("password", PASSWORD).await;
    stage.clicks("[data-part=submit]");
    stage.sees("[data-field=username][data-state=invalid]").await;
    stage.types("username", "ada").await;

    assert_eq!(stage.input("username"), username);
    assert_eq!(stage.input("password"), password);
    assert_eq!(
        (username.value(), password.value()),
        ("ada".into(), PASSWORD.into())
    );
}

#[wasm_bindgen_test]
async fn an_empty_form_sends_the_focus_to_its_first_field() {
    let stage = Stage::open().await;
    stage.clicks("[data-part=submit]");
    stage.sees("[aria-invalid=true]").await;
    assert_eq!(focused(), **stage.input("username"));
    assert_eq!(number("posts").to_string(), "0");
}

#[wasm_bindgen_test]
async fn showing_a_password_keeps_the_caret_and_the_focus() {
    let stage = Stage::open().await;
    stage.types("password", PASSWORD).await;
    let input = stage.input("password");
    input.set_selection_range(3, 5).unwrap();
    stage.clicks("[data-part=toggle-password]");
    stage.sees("[data-part=toggle-password][aria-pressed=true]").await;
    assert_eq!(input.type_(), "text");
    assert_eq!(
        (input.selection_start(), input.selection_end()),
        (Ok(Some(3)), Ok(Some(5)))
    );
    stage.clicks("[data-part=toggle-password]");
    stage
        .sees("[data-part=toggle-password][aria-pressed=false]")
        .await;
    assert_eq!(
        (input.type_().as_str(), input.value().as_str()),
        ("password", PASSWORD)
    );
}

async fn logging_in() -> Stage {
    let stage = Stage::open().await;
    stage.types("username", "ada@example.com").await;
    stage.types("password", PASSWORD).await;
    stage.clicks("[data-part=submit]");
    stage.sees("[data-part=submit][data-state=busy]").await;
    stage
}

#[wasm_bindgen_test]
async fn a_shown_password_is_hidden_when_it_is_submitted() {
    let stage = Stage::open().await;
    stage.types("username", "ada@example.com").await;
    stage.types("password", PASSWORD).await;
    stage.clicks("[data-part=toggle-password]");
    stage.sees("[aria-pressed=true]").await;
    stage.clicks("[data-part=submit]");
    stage
        .sees("[data-part=toggle-password][aria-pressed=false]")
        .await;
    assert_eq!(stage.input("password").type_(), "password");
}

#[wasm_bindgen_test]
async fn a_double_click_and_enter_are_one_submission() {
    let stage = logging_in().await;
    stage.clicks("[data-part=submit]");
    stage.enters();
    stage.clicks("[data-part=submit]");
    stage.enters();
    turn().await;
    assert_eq!(
        stage
            .events()
            .iter()
            .filter(|event| *event == "submitted")
            .count(),
        1
    );
    assert_eq!(number("posts").to_string(), "1");
}

#[wasm_bindgen_test]
async fn the_main_button_keeps_the_focus_while_it_is_busy_and_says_so() {
    let stage = Stage::open().await;
    stage.types("username", "ada@example.com").await;
    stage.types("password", PASSWORD).await;
    let submit = stage
        .sees("[data-part=submit]")
        .await
        .unchecked_into::<HtmlElement>();
    submit.focus().unwrap();
    submit.click();
    stage.sees("[data-part=submit][data-state=busy]").await;
    assert_eq!(focused(), *submit.unchecked_ref::<Element>());
    assert_eq!(submit.text_content().as_deref(), Some("Logging in…"));
}

#[wasm_bindgen_test]
async fn after_a_refusal_the_notice_stands_in_the_region_that_was_there_before() {
    let stage = Stage::open().await;
    let region = stage.sees("[role=alert]").await;
    js("window.refusal = { code: 'invalid_user_password', error: 'access_denied' }");
    stage.types("username", "ada@example.com").await;
    stage.types("password", PASSWORD).await;
    stage.clicks("[data-part=submit]");
    let notice = stage.sees("[data-part=notice]").await;
    assert_eq!(notice.parent_element(), Some(region));
    assert_eq!(stage.input("username").value(), "ada@example.com");
    assert_eq!(stage.events(), ["shown", "submitted", "failed"]);
}

#[wasm_bindgen_test]
async fn unmounting_gives_up_the_request_and_says_nothing_more() {
    let mut stage = logging_in().await;
    let before = stage.events();
    stage.close().await;
    turn().await;
    assert_eq!(number("aborts").to_string(), "1");
    assert_eq!(stage.events(), before);
}

#[wasm_bindgen_test]
async fn another_screen_takes_the_focus_and_leaves_no_secret_behind() {
    let stage = Stage::open().await;
    stage.types("username", "ada@example.com").await;
    stage.types("password", PASSWORD).await;
    let password = stage.input("password");
    stage.clicks("[data-to=forgot-password]");
    stage.shows("forgot-password").await;
    assert!(!password.is_connected());
    until("an empty password", || password.value().is_empty().then_some(())).await;
    assert!(stage.place.contains(Some(&focused())));
    stage.clicks("[data-to=log-in]");
    stage.shows("log-in").await;
    assert_eq!(stage.input("username").value(), "ada@example.com");
    assert_eq!(stage.input("password").value(), "");
}

#[wasm_bindgen_test]
async fn two_widgets_share_no_id() {
    let (one, two) = (Stage::open().await, Stage::open().await);
    assert!(one.has("[id]") && two.has("[id]"));
    let repeated = "[...document.querySelectorAll('[id]')].length - new Set([...document.querySelectorAll('[id]')].map(e => e.id)).size";
    assert_eq!(number(repeated).to_string(), "0");
}

#[wasm_bindgen_test]
async fn the_apps_own_clock_is_the_one_that_counts() {
    thread_local! {
        static READ: Cell<u32> = const { Cell::new(0) };
    }
    let clock = Clock(|| {
        READ.set(READ.get() + 1);
        1_700_000_000.0
    });
    let stage = Stage::open_with(|mut props| {
        props.config.clock = Some(clock);
        props
    })
    .await;
    stage.shows("log-in").await;
    let read = READ.get();
    assert!(read > 1, "{read}");
    stage.clicks("[data-part=submit]");
    stage.sees("[aria-invalid=true]").await;
    assert!(READ.get() > read);
}

#[wasm_bindgen_test]
async fn a_config_that_changes_leaves_what_is_typed_and_the_focus_alone() {
    let mut stage = Stage::open().await;
    stage.types("username", "ada").await;
    stage.types("password", PASSWORD).await;
    let [username, password] = ["username", "password"].map(|name| stage.input(name));
    assert!(stage.has("[data-part=connection]"));

    stage
        .configures(|config| config.connections(["Username-Password-Authentication"]))
        .await;
    until("the button is gone", || {
        (!stage.has("[data-part=connection]")).then_some(())
    })
    .await;
    assert_eq!(stage.input("username"), username);
    assert_eq!(focused(), **password);
    assert_eq!(
        (username.value(), password.value()),
        ("ada".into(), PASSWORD.into())
    );
}
