//! The widget among the style sheets of a host: resets do not break it, plain rules change it, and it changes nothing outside.

use crate::page::{Stage, focused, js, until};
use vestibule::slots::{Place, Slots};
use vestibule::{
    Arrangement, Autofocus, CardStyle, Density, Layout, LoginWidgetProps, Mount, Order, Theme, theme,
};
use wasm_bindgen_test::wasm_bindgen_test;
use yew::html;

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

/// What every element inside the widget looks like, as the browser has computed it.
const SNAPSHOT: &str = "[...document.querySelectorAll('.vestibule, .vestibule *')].map(of => { const s = getComputedStyle(of);
    return (of.dataset.part ?? of.localName) + ' ' + ['display', 'position', 'boxSizing', 'margin', 'padding', 'borderWidth', 'borderStyle', 'borderColor',
    'borderRadius', 'color', 'backgroundColor', 'fontFamily', 'fontSize', 'fontWeight', 'lineHeight', 'textAlign', 'textDecorationLine', 'listStyleType',
    'float', 'width', 'height', 'opacity', 'fill', 'stroke', 'd'].filter(p => s.borderWidth !== '0px' || !/^border[SC]/.test(p))
    .map(p => p + ':' + s[p]).join(';'); }).join('\\n')";

fn text(script: &str) -> String {
    js(script).as_string().expect("a text")
}

/// Puts a style sheet of the host's into the page, before those that the widget has adopted.
fn host_says(css: &str) {
    js(&format!(
        "document.getElementById('host')?.remove(); document.head.insertAdjacentHTML('beforeend', '<style id=host></style>');
        document.getElementById('host').textContent = {css:?};"
    ));
}

fn computed(selector: &str, property: &str) -> String {
    text(&format!(
        "getComputedStyle(document.querySelector({selector:?})).{property}"
    ))
}

/// Nothing moves, so that what is computed is what is meant.
async fn still(stage: &Stage) {
    stage.shows("log-in").await;
    js("document.getAnimations().forEach(one => one.finish())");
}

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
async fn a_part_has_the_classes_of_its_theme_however_late_it_is_drawn() {
    let mut stage = Stage::open().await;
    stage
        .becomes(|props| LoginWidgetProps {
            theme: theme!("crates/widget/tests/dressed.toml"),
            ..props
        })
        .await;
    stage.sees("[data-part=submit].their-button").await;
    stage.sees("[data-part=connection].their-way").await;
    stage.clicks("[data-to=sign-up]");
    stage.shows("sign-up").await;
    stage.sees("[data-part=submit].their-button").await;
    stage.becomes(|props| props).await;
    assert!(!stage.has(".their-button"), "another theme takes them away");
}

#[wasm_bindgen_test]
async fn the_page_around_the_card_has_its_classes_too() {
    let mut stage = Stage::open().await;
    stage
        .becomes(|props| LoginWidgetProps {
            theme: theme!("crates/widget/tests/dressed.toml"),
            layout: Layout::Page,
            ..props
        })
        .await;
    stage
        .sees("[data-part=page].their-page [data-part=submit].their-button")
        .await;
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
async fn a_widget_that_is_arranged_anew_keeps_what_is_typed_and_the_focus() {
    let mut stage = Stage::open().await;
    stage.types("username", "ada@").await;
    let arranged = |arrangement: Arrangement| move |props| LoginWidgetProps { arrangement, ..props };
    let name = || focused().get_attribute("name");
    for order in [
        Order::FormFirst,
        Order::ConnectionsLast,
        Order::LinksFirst,
        Order::FormLast,
    ] {
        let order = Arrangement {
            order,
            ..Arrangement::default()
        };
        stage.becomes(arranged(order.clone())).await;
        assert_eq!(stage.input("username").value(), "ada@", "{order:?}");
        assert_eq!(name().as_deref(), Some("username"), "{order:?}");
    }
    let form_first = Arrangement {
        order: Order::FormFirst,
        density: Some(Density::Compact),
        card: Some(CardStyle::Flush),
        ..Arrangement::default()
    };
    stage.becomes(arranged(form_first)).await;
    assert_eq!(computed("[data-part=control]", "minHeight"), "36px");
    assert!(
        stage.has("[data-part=form] ~ [data-part=connections]"),
        "the form stands first"
    );
    assert_eq!(stage.input("username").value(), "ada@");
    stage.types("password", "secret").await;
    for layout in [Layout::Page, Layout::Split, Layout::Modal, Layout::Inline] {
        stage
            .becomes(move |props| LoginWidgetProps { layout, ..props })
            .await;
        assert_eq!(stage.input("username").value(), "ada@", "{layout:?}");
        assert_eq!(stage.input("password").value(), "secret", "{layout:?}");
        assert_eq!(name().as_deref(), Some("password"), "{layout:?}");
    }
}

#[wasm_bindgen_test]
async fn what_only_informs_looks_like_no_error_and_an_address_keeps_its_direction() {
    use vestibule::{Flash, FlashKind};
    let ground = |of: &str| computed(of, "backgroundColor");
    let mut stage = Stage::open().await;
    let said = |kind| {
        move |props| LoginWidgetProps {
            flash: Some(Flash::new(kind, "?")),
            ..props
        }
    };
    stage.becomes(said(FlashKind::Error)).await;
    let error = ground("[data-part=alert] [data-part=notice]");
    for kind in [FlashKind::Info, FlashKind::Success] {
        stage.becomes(said(kind)).await;
        let told = ground("[data-part=status]");
        assert_ne!(told, error, "{kind:?}");
        assert_ne!(told, "rgba(0, 0, 0, 0)", "{kind:?}");
        assert_ne!(
            computed("[data-part=status] [data-part=icon]", "color"),
            computed("[data-part=root]", "color")
        );
    }
    assert_eq!(computed("[name=username]", "unicodeBidi"), "plaintext");
}

#[wasm_bindgen_test]
async fn the_card_is_as_wide_where_a_host_fits_itself_around_it_and_never_wider_than_the_host() {
    let mut stage = Stage::open().await;
    for (host, wide) in [
        ("display: grid; place-content: center", 400.0),
        ("display: grid; place-items: center", 400.0),
        ("display: flex; justify-content: center", 400.0),
        ("inline-size: fit-content", 400.0),
        ("inline-size: 300px", 300.0),
        ("inline-size: 300px; display: grid; place-content: center", 300.0),
        ("inline-size: 300px; display: grid; place-items: center", 300.0),
        (
            "inline-size: 300px; display: flex; justify-content: center",
            300.0,
        ),
    ] {
        host_says(&format!(":has(> .vestibule) {{ {host} }}"));
        for screen in ["log-in", "forgot-password"] {
            if screen != "log-in" {
                stage.clicks("[data-to=forgot-password]");
            }
            stage.shows(screen).await;
            let found =
                js("document.querySelector('[data-part=root]').getBoundingClientRect().width").as_f64();
            assert_eq!(found, Some(wide), "{host}, {screen}");
        }
        stage.clicks("[data-to=log-in]");
    }
    host_says("");
    stage.becomes(|props| props).await;
}

#[wasm_bindgen_test]
async fn a_split_page_has_the_apps_panel_beside_the_card() {
    let stage = Stage::open_with(|props| LoginWidgetProps {
        layout: Layout::Split,
        arrangement: Arrangement {
            panel: Some(html! { <h1>{ "Welcome" }</h1> }),
            ..Arrangement::default()
        },
        ..props
    })
    .await;
    still(&stage).await;
    stage.sees("[data-layout=split] > [data-part=panel] h1").await;
    assert!(stage.has("[data-layout=split] > [data-part=stage] > [data-part=root]"));
}
