//! What a theme says: its classes however late a part is drawn, two side by side, and what only informs.

use vestibule::{Layout, LoginWidgetProps, Theme, theme};
use wasm_bindgen_test::wasm_bindgen_test;

use super::{computed, style};
use crate::page::Stage;

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
async fn two_themes_stand_side_by_side() {
    let (dawn, dusk) = (
        Stage::open().await,
        Stage::open_with(|props| LoginWidgetProps {
            theme: Theme::DUSK,
            ..props
        })
        .await,
    );
    dusk.shows("log-in").await;
    let ground = |stage: &Stage| {
        let colour = style(stage, "[data-part=root]", "background-color");
        stage.place.set_id("");
        colour
    };
    let colours = (ground(&dawn), ground(&dusk));
    assert_ne!(colours.0, colours.1);
}
