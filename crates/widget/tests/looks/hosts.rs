//! What a host says of its own page: resets and rules, around the widget, in it and in a shadow root.

use vestibule::slots::{Place, Slots};
use vestibule::{Autofocus, LoginWidgetProps, Mount, Theme, theme};
use wasm_bindgen_test::wasm_bindgen_test;
use yew::html;

use super::{SNAPSHOT, computed, host_says, still, style, text};
use crate::page::{Stage, js, until};

/// What resets set for bare elements, as the frameworks write it.
const RESETS: [(&str, &str); 5] = [
    (
        "Bootstrap 5.3, reboot",
        "*,::after,::before{box-sizing:border-box}body{margin:0;font-family:serif;font-size:1rem;line-height:1.5;text-align:left}
        h1,h2,h3{margin-top:0;margin-bottom:.5rem;font-weight:500;line-height:1.2;color:red}h2{font-size:2rem}
        p{margin-top:0;margin-bottom:1rem}ol,ul{padding-left:2rem;margin-top:0;margin-bottom:1rem}
        a{color:blue;text-decoration:underline}img,svg{vertical-align:middle}label{display:inline-block}
        button{border-radius:0}button:focus:not(:focus-visible){outline:0}
        button,input,optgroup,select,textarea{margin:0;font-family:inherit;font-size:inherit;line-height:inherit}
        button,select{text-transform:none}",
    ),
    (
        "Tailwind 4, preflight",
        "@layer base{*,::after,::before{box-sizing:border-box;margin:0;padding:0;border:0 solid}
        h1,h2,h3{font-size:inherit;font-weight:inherit}ol,ul,menu{list-style:none}img,svg,video{display:block;vertical-align:middle}
        button,input,select,textarea{font:inherit;letter-spacing:inherit;color:inherit;border-radius:0;background-color:transparent;opacity:1}}",
    ),
    (
        "Tailwind 3, preflight",
        "*,::before,::after{box-sizing:border-box;border-width:0;border-style:solid;border-color:#e5e7eb}
        h1,h2,h3,p{margin:0}h2{font-size:inherit;font-weight:inherit}ol,ul{list-style:none;margin:0;padding:0}
        img,svg{display:block;vertical-align:middle}button,input{font-family:inherit;font-size:100%;line-height:inherit;color:inherit;margin:0;padding:0}
        button{background-color:transparent;background-image:none}",
    ),
    (
        "an old reset",
        "*{margin:0;padding:0}input{border:0;background:yellow;height:10px}button{background:none;border:0;color:red;width:50%}
        label{float:left;width:100px}div{line-height:3;margin:7px}span{color:green}form{padding:20px}li{margin:9px}",
    ),
    ("a hostile one", "*{all:unset}"),
];

#[wasm_bindgen_test]
async fn no_reset_of_the_hosts_changes_the_widget() {
    host_says(".vestibule *, .vestibule { transition: none !important }");
    let stage = Stage::open().await;
    still(&stage).await;
    // What is inherited from the page is the page's to say: the font.
    let before = text(SNAPSHOT);
    for (name, reset) in RESETS {
        host_says(&format!(
            "{reset} body{{font:inherit!important}} .vestibule *, .vestibule {{ transition: none !important }}"
        ));
        for (before, after) in before.lines().zip(text(SNAPSHOT).lines()) {
            assert_eq!(after, before, "{name}");
        }
    }
    host_says("");
}

#[wasm_bindgen_test]
async fn a_plain_rule_of_the_hosts_wins_over_the_looks_and_over_the_theme() {
    let dressed: Theme = theme!("crates/widget/tests/dressed.toml");
    let stage = Stage::open_with(|props| LoginWidgetProps {
        theme: dressed,
        ..props
    })
    .await;
    still(&stage).await;
    assert_eq!(computed("[data-part=title]", "color"), "rgb(122, 31, 93)");
    assert_eq!(computed("[data-part=label]", "fontWeight"), "700");
    host_says(
        "[data-part=title] { color: rgb(1, 2, 3) } [data-part=submit] { border-radius: 17px; transition: none }
        .vestibule { --vestibule-field: rgb(4, 5, 6) }",
    );
    assert_eq!(computed("[data-part=title]", "color"), "rgb(1, 2, 3)");
    assert_eq!(computed("[data-part=submit]", "borderRadius"), "17px");
    js("document.getAnimations().forEach(one => one.finish())");
    assert_eq!(computed("[data-part=control]", "backgroundColor"), "rgb(4, 5, 6)");
    host_says("");
}

#[wasm_bindgen_test]
async fn in_a_shadow_root_the_widget_has_its_looks_and_no_rule_of_the_hosts_gets_in() {
    host_says("button { background: red !important }");
    let stage = Stage::open_with(|props| LoginWidgetProps {
        mount: Mount::Shadow,
        autofocus: Autofocus::Always,
        ..props
    })
    .await;
    let inside = "document.querySelector('[data-part=shadow]')?.shadowRoot";
    let sees = |what: &str| {
        let script = format!("!!{inside}?.querySelector({what:?})");
        move || js(&script).as_bool().filter(|there| *there)
    };
    until("the form", sees("[data-screen=log-in] form")).await;
    until("the focus", sees("input[name=username]:focus")).await;
    js("document.getAnimations().forEach(one => one.finish())");
    let ground = format!("getComputedStyle({inside}.querySelector('[data-part=submit]')).backgroundColor");
    assert_eq!(text(&ground), "rgb(31, 79, 168)");
    js(&format!("{inside}.querySelector('[data-part=submit]').click()"));
    until("its errors", sees("[data-part=field-error]")).await;
    drop(stage);
    host_says("");
}

#[wasm_bindgen_test]
async fn nothing_of_the_looks_reaches_the_host() {
    js(
        "document.body.insertAdjacentHTML('beforeend', '<div id=theirs data-part=submit style=width:300px><h2>h</h2><button data-part=submit>b</button><ul><li>l</ul><input></div>')",
    );
    let theirs = SNAPSHOT.replace(".vestibule, .vestibule *", "#theirs, #theirs *");
    let before = text(&theirs);
    let stage = Stage::open().await;
    still(&stage).await;
    assert_eq!(text(&theirs), before);
    js("document.getElementById('theirs').remove()");
}

#[wasm_bindgen_test]
async fn what_an_app_puts_into_a_slot_keeps_the_rules_of_its_page() {
    host_says("p { margin: 11px; color: rgb(1, 2, 3) } @layer host { .theirs { padding: 13px } }");
    let stage = Stage::open_with(|props| LoginWidgetProps {
        slots: Slots::new().with(Place::Footer, html! { <p class="theirs">{ "?" }</p> }),
        ..props
    })
    .await;
    still(&stage).await;
    assert_eq!(computed(".theirs", "margin"), "11px");
    assert_eq!(computed(".theirs", "padding"), "13px");
    assert_eq!(computed(".theirs", "color"), "rgb(1, 2, 3)");
    host_says("");
}

#[wasm_bindgen_test]
async fn a_hosts_reset_does_not_undress_the_widget_and_its_rules_for_parts_win() {
    js("document.head.insertAdjacentHTML('beforeend', `<style id=host>* { margin: 0; padding: 0; border: 0; color: red }
        button, input { all: unset } div { display: block } [data-part=submit] { text-transform: uppercase }</style>`)");
    let stage = Stage::open().await;
    assert_eq!(style(&stage, "[data-part=root]", "display"), "grid");
    assert_eq!(style(&stage, "[data-part=submit]", "min-height"), "44px");
    assert_eq!(style(&stage, "[data-part=submit]", "border-top-width"), "1px");
    assert_eq!(style(&stage, "[data-part=input]", "padding-left"), "12px");
    assert_eq!(style(&stage, "[data-part=submit]", "text-transform"), "uppercase");
    js("document.querySelector('#host').remove()");
}
