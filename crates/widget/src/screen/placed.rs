//! What an app puts into screens, and the order of their groups, as native HTML.

use vestibule_flow::{Field, ScreenName};
use vestibule_theme::{CardStyle, Density, Theme};
use yew::html;

use super::ScreenProps;
use super::tests::{props_of, render};
use crate::gallery;
use crate::slots::{Place, Slots};
use crate::{Arrangement, Group, Order, marks};

fn log_in() -> ScreenProps {
    props_of(gallery::log_in(), &Theme::DAWN, marks::DEFAULT)
}

async fn with(slots: Slots) -> String {
    render(ScreenProps { slots, ..log_in() }).await
}

/// Whether these texts follow each other.
fn in_order(html: &str, texts: &[&str]) {
    let mut from = 0;
    for text in texts {
        let at = html[from..].find(text);
        from += at.unwrap_or_else(|| panic!("{text} is not there, or not in its place: {html}")) + text.len();
    }
}

#[tokio::test]
async fn what_an_app_puts_somewhere_stands_there() {
    let field = gallery::log_in().fields[0].field;
    let slots = Slots::new()
        .with(Place::Header, html! { <b>{ "a header" }</b> })
        .with(
            Place::BeforeGroup(Group::Connections),
            html! { <b>{ "before buttons" }</b> },
        )
        .with(
            Place::AfterGroup(Group::Connections),
            html! { <b>{ "after buttons" }</b> },
        )
        .with(Place::BeforeField(field), html! { <b>{ "before a field" }</b> })
        .with(Place::AfterField(field), html! { <b>{ "after a field" }</b> })
        .with(
            Place::AfterGroup(Group::Links),
            html! { <b>{ "after links" }</b> },
        )
        .with(Place::Footer, html! { <b>{ "a footer" }</b> });
    in_order(
        &with(slots).await,
        &[
            "data-part=\"root\"",
            "<div data-part=\"slot\"><b>a header</b></div>",
            "data-part=\"title\"",
            "before buttons",
            "data-part=\"connections\"",
            "after buttons",
            "data-part=\"divider\"",
            "before a field",
            "data-part=\"input\"",
            "after a field",
            "data-part=\"submit\"",
            "data-part=\"links\"",
            "after links",
            "a footer",
        ],
    );
}

#[tokio::test]
async fn a_slot_is_drawn_from_the_view() {
    let slots = Slots::new().with_drawn(Place::Footer, |of| html! { <i>{ of.view.screen.as_str() }</i> });
    assert!(with(slots).await.contains("<i>log-in</i>"));
}

#[tokio::test]
async fn a_place_that_a_screen_does_not_have_draws_nothing() {
    let slots = Slots::new().with(Place::AfterField(Field::Code), html! { <b>{ "nowhere" }</b> });
    assert!(!with(slots).await.contains("nowhere"));
}

#[tokio::test]
async fn a_whole_screen_can_be_the_apps_own() {
    let slots = Slots::new()
        .with(
            Place::Screen(ScreenName::LogIn),
            html! { <p>{ "the app's own" }</p> },
        )
        .with(
            Place::Screen(ScreenName::SignUp),
            html! { <p>{ "of another screen" }</p> },
        );
    let html = with(slots).await;
    assert!(
        html.contains("the app's own") || html.contains("the app&#x27;s own"),
        "{html}"
    );
    assert!(html.contains("data-screen=\"log-in\""), "{html}");
    assert!(
        !html.contains("data-part=\"form\"") && !html.contains("of another screen"),
        "{html}"
    );
}

#[tokio::test]
async fn what_is_wrong_and_what_is_under_way_is_said_on_a_screen_of_the_apps_too() {
    let slots = Slots::new().with(Place::Screen(ScreenName::LogIn), html! { <p>{ "theirs" }</p> });
    let wrong = gallery::sample("log-in", "locked").expect("it is in the list");
    let html = render(ScreenProps {
        slots,
        ..props_of(wrong.view, &Theme::DAWN, marks::DEFAULT)
    })
    .await;
    in_order(
        &html,
        &["role=\"alert\"", "locked for now", "role=\"status\"", "theirs"],
    );
}

#[tokio::test]
async fn a_screen_without_a_form_has_nothing_of_the_apps_around_it() {
    let slots = Slots::new()
        .with(Place::BeforeGroup(Group::Form), html! { <p>{ "before it" }</p> })
        .with(Place::AfterGroup(Group::Form), html! { <p>{ "after it" }</p> });
    let sample = gallery::sample("log-in", "only-social").expect("it is in the list");
    let html = render(ScreenProps {
        slots,
        ..props_of(sample.view, &Theme::DAWN, marks::DEFAULT)
    })
    .await;
    assert!(
        !html.contains("before it") && !html.contains("after it"),
        "{html}"
    );
}

#[tokio::test]
async fn the_groups_stand_in_any_order_with_the_divider_before_the_later_of_connections_and_form() {
    for (order, parts) in [
        (
            Order::ConnectionsFirst,
            ["connections", "divider", "form", "links"],
        ),
        (Order::FormFirst, ["form", "divider", "connections", "links"]),
        (
            Order::ConnectionsLast,
            ["form", "links", "divider", "connections"],
        ),
        (Order::FormLast, ["connections", "links", "divider", "form"]),
        (Order::LinksFirst, ["links", "connections", "divider", "form"]),
        (Order::LinksThenForm, ["links", "form", "divider", "connections"]),
    ] {
        let arrangement = Arrangement {
            order,
            ..Arrangement::default()
        };
        let html = render(ScreenProps {
            arrangement,
            ..log_in()
        })
        .await;
        let parts = parts.map(|part| format!("data-part=\"{part}\""));
        in_order(&html, &parts.each_ref().map(String::as_str));
        assert_eq!(html.matches("data-part=\"divider\"").count(), 1, "{order:?}");
    }
}

#[tokio::test]
#[cfg(feature = "fields")]
async fn a_slot_can_stand_around_a_field_of_the_apps_own() {
    let sample = gallery::sample("sign-up", "fields").expect("it is in the list");
    let field = sample.view.extras[0].field;
    let slots = Slots::new()
        .with(Place::BeforeField(field), html! { <p>{ "above it" }</p> })
        .with(Place::AfterField(field), html! { <p>{ "below it" }</p> });
    let html = render(ScreenProps {
        slots,
        ..props_of(sample.view, &Theme::DAWN, marks::DEFAULT)
    })
    .await;
    let own = format!("data-field=\"{}\"", field.name());
    in_order(&html, &["above it", &own, "below it"]);
}

#[tokio::test]
async fn density_and_card_of_one_widget_stand_on_its_root() {
    let plain = render(log_in()).await;
    assert!(!plain.contains("data-density") && !plain.contains("data-card"));
    let arrangement = Arrangement {
        density: Some(Density::Compact),
        card: Some(CardStyle::Flush),
        ..Arrangement::default()
    };
    let html = render(ScreenProps {
        arrangement,
        ..log_in()
    })
    .await;
    let root = &html[..html.find('>').unwrap()];
    assert!(
        root.contains("data-density=\"compact\"") && root.contains("data-card=\"flush\""),
        "{root}"
    );
}
