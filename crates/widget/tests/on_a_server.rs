//! An app that draws its pages on a server first: the widget holds its place there, and asks nobody anything.

#![cfg(not(target_arch = "wasm32"))]

use vestibule::{Config, Layout, LoginWidget, LoginWidgetProps};
use yew::{LocalServerRenderer, props};

async fn drawn(layout: Layout, closable: bool) -> String {
    let config = Config::new("https://login.example.com/", "my-client-id");
    let props = props!(LoginWidgetProps {
        config,
        layout,
        closable
    });
    LocalServerRenderer::<LoginWidget>::with_props(props)
        .hydratable(false)
        .render()
        .await
}

#[tokio::test]
async fn drawn_on_a_server_the_widget_holds_the_place_of_its_first_screen() {
    let html = drawn(Layout::Inline, true).await;
    assert!(html.contains("data-screen=\"loading\""), "{html}");
    for unwanted in ["<script", "<style", " style=", "my-client-id"] {
        assert!(!html.contains(unwanted), "{unwanted}: {html}");
    }
    assert!(drawn(Layout::Modal, true).await.contains("<dialog"));
}

#[tokio::test]
async fn a_modal_widget_that_may_not_be_closed_has_no_button_for_it() {
    let close = "data-part=\"close\"";
    assert!(drawn(Layout::Modal, true).await.contains(close));
    assert!(!drawn(Layout::Modal, false).await.contains(close));
    assert!(
        !drawn(Layout::Inline, true).await.contains(close),
        "inline there is nothing to close"
    );
}
