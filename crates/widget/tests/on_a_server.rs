//! An app that draws its pages on a server first: the widget holds its place there, and asks nobody anything.

#![cfg(not(target_arch = "wasm32"))]

use vestibule::{Config, Layout, LoginWidget, LoginWidgetProps};
use yew::{LocalServerRenderer, props};

async fn drawn(layout: Layout) -> String {
    let config = Config::new("https://login.example.com/", "my-client-id");
    LocalServerRenderer::<LoginWidget>::with_props(props!(LoginWidgetProps { config, layout }))
        .hydratable(false)
        .render()
        .await
}

#[tokio::test]
async fn drawn_on_a_server_the_widget_holds_the_place_of_its_first_screen() {
    let html = drawn(Layout::Inline).await;
    assert!(html.contains("data-screen=\"loading\""), "{html}");
    for unwanted in ["<script", "<style", " style=", "my-client-id"] {
        assert!(!html.contains(unwanted), "{unwanted}: {html}");
    }
    assert!(drawn(Layout::Modal).await.contains("<dialog"));
}
