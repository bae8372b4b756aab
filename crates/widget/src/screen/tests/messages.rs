//! What is said: live regions, the policy, and messages of the app and the server.

use vestibule_flow::{Notice, NoticeKind};
use vestibule_theme::Theme;

use super::{attribute, draw, drawn, with};
use crate::flash::{Flash, FlashKind};
use crate::gallery;
use crate::marks;
use crate::words::Language;

#[tokio::test]
async fn both_live_regions_stand_on_every_screen() {
    for sample in gallery::samples() {
        let (name, view) = (sample.name(), sample.view);
        let html = draw(view).await;
        for role in ["alert", "status"] {
            assert_eq!(
                with(&html, &format!("role=\"{role}\"")).len(),
                1,
                "{name}: {role}"
            );
        }
    }
}

#[tokio::test]
async fn the_policy_says_of_each_rule_how_it_stands() {
    let states = |html: &str| -> Vec<String> {
        with(html, "data-part=\"rule\"")
            .iter()
            .map(|tag| attribute(tag, "data-state").unwrap().to_owned())
            .collect()
    };
    assert_eq!(states(&draw(gallery::sign_up("")).await), ["open"; 6]);
    let typed = states(&draw(gallery::sign_up("typed")).await);
    assert_eq!(typed, ["kept", "broken", "kept", "broken", "broken", "kept"]);
}

/// A message of the app's own (situation G of a team that comes from Lock): one without a kind or a text does not compile.
#[tokio::test]
async fn a_flash_message_is_said_in_the_region_that_fits_it_until_something_else_is() {
    let flash = |kind| Some(Flash::new(kind, "<b>Welcome back</b>"));
    let first = || {
        let mut view = gallery::log_in();
        view.focus.turn = 1;
        view
    };
    for (kind, region) in [
        (FlashKind::Error, "role=\"alert\""),
        (FlashKind::Success, "role=\"status\""),
        (FlashKind::Info, "role=\"status\""),
    ] {
        let html = drawn(
            first(),
            (&Theme::DAWN, Language::default()),
            marks::DEFAULT,
            flash(kind),
        )
        .await;
        let at = html.find(region).unwrap();
        let end = at + html[at..].find("data-part=\"body\"").unwrap();
        let end = html[at..].find("</div>").map_or(end, |close| end.min(at + close));
        assert!(
            html[at..end].contains("&lt;b&gt;Welcome back"),
            "{kind:?}: {html}"
        );
        assert!(!html.contains("<b>Welcome"), "it is text, never markup");
    }
    let mut later = first();
    later.focus.turn = 2;
    let html = drawn(
        later,
        (&Theme::DAWN, Language::default()),
        marks::DEFAULT,
        flash(FlashKind::Error),
    )
    .await;
    assert!(!html.contains("Welcome back"));
}

#[tokio::test]
async fn what_a_server_says_and_what_a_connection_is_called_is_text_and_never_markup() {
    let hostile = "<img src=x onerror=alert(1)>";
    let mut view = gallery::log_in();
    view.notice = Some(Notice {
        kind: NoticeKind::Said(hostile.to_owned()),
        remedy: None,
        at_field: false,
    });
    let connection = view.connections.first_mut().expect("a connection");
    connection.display_name = Some(hostile.to_owned());
    let html = draw(view).await;
    assert!(!html.contains("<img"), "{html}");
    assert_eq!(
        html.matches("&lt;img src=x onerror=alert(1)&gt;").count(),
        3,
        "{html}"
    );
}
