//! What password managers, extensions and page translators do to a page under the widget's feet, one way at a time; none breaks it.

use wasm_bindgen_test::wasm_bindgen_test;

use crate::page::{Stage, js, turn, until};

/// Refuses the next login.
fn refuses() {
    js("window.refusal = { code: 'invalid_user_password', error: 'access_denied' }");
}

/// Goes to another screen and back, and fails a login there: whatever was done to the page, the widget goes on.
async fn goes_on(stage: &Stage) {
    refuses();
    stage.clicks("[data-to=forgot-password]");
    stage.shows("forgot-password").await;
    stage.clicks("[data-to=log-in]");
    stage.shows("log-in").await;
    stage.input("username").set_value("ada@example.com");
    stage.types("password", "wrong").await;
    stage.clicks("[data-part=submit]");
    let notice = stage.sees("[data-part=notice]").await;
    let said = notice.text_content().unwrap_or_default();
    assert!(said.contains("isn’t right"), "{said}");
}

#[wasm_bindgen_test]
async fn what_is_filled_in_without_an_event_is_what_is_sent() {
    let stage = Stage::open().await;
    js(
        "window.sent = []; { const before = window.fetch; window.fetch = async (request) => {
        if (request.method === 'POST') window.sent.push(await request.clone().text());
        return before(request);
    } }",
    );
    refuses();
    stage.input("username").set_value("ada@example.com");
    stage.input("password").set_value("filled in by a manager");
    stage.enters();
    stage.sees("[data-part=notice]").await;
    let sent = js("window.sent.join()").as_string().expect("a text");
    assert!(
        sent.contains("ada@example.com") && sent.contains("filled in by a manager"),
        "{sent}"
    );
}

#[wasm_bindgen_test]
async fn what_is_filled_in_again_after_a_refusal_is_what_is_sent_next() {
    let stage = Stage::open().await;
    refuses();
    for password in ["the first", "the second"] {
        stage.input("username").set_value("ada@example.com");
        stage.input("password").set_value(password);
        stage.enters();
        stage.sees("[data-part=notice]").await;
        turn().await;
        assert_eq!(stage.input("username").value(), "ada@example.com");
    }
    goes_on(&stage).await;
}

#[wasm_bindgen_test]
async fn icons_that_an_extension_puts_beside_and_around_fields_are_left_alone() {
    let stage = Stage::open().await;
    js(
        "for (const field of document.querySelectorAll('[data-part=input]')) {
        const icon = document.createElement('extension-icon');
        field.after(icon);
        field.parentElement.append(document.createElement('extension-overlay'));
        field.setAttribute('data-extension', 'yes');
        field.style.setProperty('padding-inline-end', '40px');
    }",
    );
    stage.clicks("[data-part=submit]");
    stage.sees("[data-field=username][data-state=invalid]").await;
    assert!(stage.has("extension-icon") && stage.has("[data-extension=yes]"));
    goes_on(&stage).await;
}

#[wasm_bindgen_test]
async fn a_panel_that_an_extension_puts_into_the_form_goes_with_it() {
    let stage = Stage::open().await;
    js("const form = document.querySelector('[data-part=form]');
        form.prepend(document.createElement('extension-panel'));
        form.append(document.createElement('extension-panel'));
        document.querySelector('[data-part=body]').prepend(document.createElement('extension-panel'));");
    goes_on(&stage).await;
}

#[wasm_bindgen_test]
async fn a_page_that_is_translated_under_its_feet_goes_on() {
    let stage = Stage::open().await;
    // What translators of browsers do: each text becomes an element with another text.
    js("const walk = document.createTreeWalker(document.querySelector('[data-part=root]'), NodeFilter.SHOW_TEXT);
        const texts = [];
        while (walk.nextNode()) texts.push(walk.currentNode);
        for (const text of texts.filter((text) => text.data.trim())) {
            const font = document.createElement('font');
            font.append(Object.assign(document.createElement('font'), { textContent: `«${text.data}»` }));
            text.replaceWith(font);
        }");
    stage.clicks("[data-part=submit]");
    stage.sees("[data-field=username][data-state=invalid]").await;
    goes_on(&stage).await;
}

#[wasm_bindgen_test]
async fn a_page_that_goes_on_being_translated_says_each_thing_once_and_in_its_place() {
    let stage = Stage::open().await;
    // A translator stays, and takes every text that comes.
    js("const root = document.querySelector('[data-part=root]');
        const translate = (text) => {
            if (!text.data.trim() || text.parentElement?.closest('font')) return;
            const font = document.createElement('font');
            font.append(Object.assign(document.createElement('font'), { textContent: `«${text.data}»` }));
            text.replaceWith(font);
        };
        const all = () => {
            const walk = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
            const texts = [];
            while (walk.nextNode()) texts.push(walk.currentNode);
            texts.forEach(translate);
        };
        window.translator = new MutationObserver(all);
        window.translator.observe(root, { subtree: true, childList: true, characterData: true });
        all();");
    let reads = |at: &'static str, expected: &'static str| {
        let script = format!("document.querySelector(\"{at}\")?.textContent");
        until(expected, move || {
            js(&script).as_string().filter(|text| text == expected).map(drop)
        })
    };
    for _ in 0..2 {
        refuses();
        stage.input("username").set_value("ada@example.com");
        stage.types("password", "wrong").await;
        stage.clicks("[data-part=submit]");
        reads(
            "[role=alert] p",
            "«That email or password isn’t right. Check both and try again.»",
        )
        .await;
        reads("[role=status]", "").await;
        reads("[data-part=submit]", "«Log in»").await;
    }
    js("window.refusal = null");
    stage.clicks("[data-part=submit]");
    reads("[data-part=submit]", "«Logging in…»").await;
    reads("[role=status]", "«Logging in…»").await;
    js("window.translator.disconnect()");
}

#[wasm_bindgen_test]
async fn a_generated_password_stays_when_the_server_refuses_it() {
    let stage = Stage::open().await;
    stage.clicks("[data-to=sign-up]");
    stage.shows("sign-up").await;
    js("window.refusal = { code: 'invalid_password', description: 'no' }");
    stage.input("email").set_value("eve@example.com");
    stage.input("password").set_value("hunter2-hunter2-hunter2");
    stage.enters();
    stage.sees("[data-field=password][data-state=invalid]").await;
    assert_eq!(stage.input("password").value(), "hunter2-hunter2-hunter2");
    assert_eq!(stage.input("email").value(), "eve@example.com");
    assert_eq!(
        stage.input("password").get_attribute("autocomplete").as_deref(),
        Some("new-password")
    );
}

#[wasm_bindgen_test]
async fn a_refused_password_gives_no_manager_a_reason_to_keep_it() {
    let stage = Stage::open().await;
    refuses();
    let password = stage.input("password");
    stage.types("username", "ada@example.com").await;
    stage.types("password", "not the password").await;
    js(
        "window.before = [history.length, location.href].join(); window.form = document.querySelector('form')",
    );
    stage.enters();
    stage.sees("[data-part=notice]").await;
    // Managers take a form that goes, a field that goes, and another address for a login that worked.
    assert_eq!(stage.input("password"), password);
    assert_eq!(password.value(), "not the password");
    assert_eq!(js("window.form.isConnected"), true);
    assert_eq!(
        js("[history.length, location.href].join() === window.before"),
        true
    );
}
