//! How the widget is arranged: anew under somebody's hands, in a host of any width, in a page, and before it is loaded.

use vestibule::{Arrangement, CardStyle, Density, Layout, LoginWidgetProps, Order};
use wasm_bindgen_test::wasm_bindgen_test;
use web_sys::wasm_bindgen::JsCast;
use web_sys::{Element, HtmlElement};
use yew::html;

use super::{computed, host_says, still};
use crate::page::{Stage, focused, js};

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

#[wasm_bindgen_test]
async fn the_skeleton_has_the_height_of_the_form_that_comes() {
    let stage = Stage::open_with(|props| {
        let config = props
            .config
            .clone()
            .connections(["Username-Password-Authentication", "google-oauth2"]);
        LoginWidgetProps { config, ..props }
    })
    .await;
    let height = |root: Element| root.unchecked_into::<HtmlElement>().offset_height();
    let skeleton = height(stage.sees("[data-screen=loading]").await);
    let form = height(stage.sees("[data-screen=log-in]").await);
    assert_eq!(skeleton, form);
}
