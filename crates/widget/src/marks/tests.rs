//! What must hold of every mark, and that there is one for every strategy.

use std::collections::BTreeSet;

use yew::{Html, LocalServerRenderer, component, html};

use super::{Mark, Paint};
use crate::marks;
use crate::part::mark as drawn;

/// Every strategy in the order of the marks, with the label that people know from elsewhere.
const LABELS: [(&str, &str); 54] = [
    ("amazon", "Amazon"),
    ("aol", "Aol"),
    ("apple", "Apple"),
    ("baidu", "百度"),
    ("bitbucket", "Bitbucket"),
    ("box", "Box"),
    ("dropbox", "Dropbox"),
    ("dwolla", "Dwolla"),
    ("ebay", "eBay"),
    ("evernote", "Evernote"),
    ("evernote-sandbox", "Evernote (sandbox)"),
    ("exact", "Exact"),
    ("facebook", "Facebook"),
    ("fitbit", "Fitbit"),
    ("github", "GitHub"),
    ("google-oauth2", "Google"),
    ("google-openid", "Google OpenId"),
    ("instagram", "Instagram"),
    ("line", "LINE"),
    ("linkedin", "LinkedIn"),
    ("paypal", "PayPal"),
    ("paypal-sandbox", "PayPal (sandbox)"),
    ("planningcenter", "Planning Center"),
    ("salesforce", "Salesforce"),
    ("salesforce-community", "Salesforce Community"),
    ("salesforce-sandbox", "Salesforce (sandbox)"),
    ("shop", "Shop"),
    ("shopify", "Shopify"),
    ("soundcloud", "SoundCloud"),
    ("thecity", "The City"),
    ("thecity-sandbox", "The City (sandbox)"),
    ("thirtysevensignals", "Basecamp"),
    ("twitter", "X"),
    ("vkontakte", "VK"),
    ("weibo", "新浪微博"),
    ("windowslive", "Microsoft"),
    ("wordpress", "WordPress"),
    ("yahoo", "Yahoo!"),
    ("yandex", "Yandex"),
    ("ad", "AD/LDAP"),
    ("auth0-adldap", "AD/LDAP"),
    ("adfs", "ADFS"),
    ("auth0-oidc", "Auth0 OpenID Connect"),
    ("custom", "Custom Auth"),
    ("google-apps", "Google Apps"),
    ("ip", "IP Address"),
    ("mscrm", "Dynamics CRM"),
    ("office365", "Office365"),
    ("oidc", "OpenID Connect"),
    ("okta", "Okta Workforce"),
    ("pingfederate", "Ping Federate"),
    ("samlp", "SAML"),
    ("sharepoint", "SharePoint Apps"),
    ("waad", "Windows Azure AD"),
];

/// These are below 3:1 on white in the colour that their owners gave them.
const FAINT_ON_WHITE: [&str; 8] = [
    "amazon",
    "aol",
    "fitbit",
    "line",
    "salesforce",
    "salesforce-community",
    "salesforce-sandbox",
    "shopify",
];

#[component]
fn Drawn() -> Html {
    html! { for mark in marks::ALL { <p>{ drawn(Some(mark), mark.name) }</p> } }
}

#[test]
fn every_strategy_has_a_mark_and_its_name() {
    let drawn: Vec<_> = marks::ALL.iter().map(|mark| (mark.strategy, mark.name)).collect();
    assert_eq!(drawn, LABELS);
    let strategies: BTreeSet<_> = LABELS.iter().map(|(strategy, _)| strategy).collect();
    assert_eq!(strategies.len(), LABELS.len(), "no two have the same strategy");
}

#[test]
fn a_mark_is_found_by_its_strategy_where_the_app_names_it() {
    assert_eq!(
        marks::of(marks::DEFAULT, "g", "google-oauth2"),
        Some(&marks::GOOGLE)
    );
    assert_eq!(marks::of(marks::DEFAULT, "g", "github"), None);
}

/// An app's own mark of one connection, before that of its strategy.
const OWN: Mark = Mark {
    strategy: "partner",
    ..marks::OIDC
};

#[test]
fn one_connections_own_mark_is_drawn_where_it_stands_first() {
    const BOTH: &[Mark] = &[OWN, marks::OIDC];
    assert_eq!(marks::of(BOTH, "partner", "oidc"), Some(&OWN));
    assert_eq!(marks::of(BOTH, "other", "oidc"), Some(&marks::OIDC));
}

#[test]
fn every_path_is_path_data() {
    for mark in marks::ALL {
        for shape in mark.shapes {
            assert!(shape.path.starts_with(['M', 'm']), "{}", mark.strategy);
            let known = |c: char| c.is_ascii_digit() || "MmZzLlHhVvCcSsQqTtAa.,- ".contains(c);
            assert_eq!(shape.path.find(|c| !known(c)), None, "{}", mark.strategy);
        }
    }
}

#[test]
fn every_colour_is_hexadecimal() {
    for mark in marks::ALL {
        let of = |paint| match paint {
            Paint::Brand | Paint::Text => None,
            Paint::Fill(color) | Paint::Stroke { color, .. } => Some(color),
        };
        for color in mark
            .shapes
            .iter()
            .filter_map(|shape| of(shape.paint))
            .chain([mark.color])
        {
            assert_eq!(
                (color.len(), color.find('#'), channels(color).len()),
                (7, Some(0), 3),
                "{}: {color}",
                mark.strategy
            );
        }
    }
}

/// No rule of WCAG asks for this of a logo, and no brand is recoloured for it: whoever adds a mark is to know.
#[test]
fn the_marks_that_are_faint_on_white_are_known() {
    let faint: Vec<_> = marks::ALL
        .iter()
        .filter(|mark| mark.shapes.iter().any(|shape| shape.paint == Paint::Brand))
        .filter(|mark| 1.05 / (luminance(mark.color) + 0.05) < 3.0)
        .map(|mark| mark.strategy)
        .collect();
    assert_eq!(faint, FAINT_ON_WHITE);
}

#[tokio::test]
async fn what_is_drawn_holds_no_style_and_says_nothing_to_a_screen_reader() {
    let html = LocalServerRenderer::<Drawn>::new()
        .hydratable(false)
        .render()
        .await;
    assert!(!html.contains("style"), "{html}");
    let count = |text| html.matches(text).count();
    assert_eq!(count("data-part=\"mark\""), LABELS.len());
    assert_eq!(count("aria-hidden=\"true\""), LABELS.len());
    assert_eq!(count("data-mark=\"letter\""), 7);
    let shapes: usize = marks::ALL.iter().map(|mark| mark.shapes.len()).sum();
    assert_eq!((count("<path "), count(" fill=\"")), (shapes, shapes));
}

fn channels(color: &str) -> Vec<u8> {
    [1..3, 3..5, 5..7]
        .into_iter()
        .filter_map(|at| u8::from_str_radix(color.get(at)?, 16).ok())
        .collect()
}

/// Relative luminance, as WCAG defines it.
fn luminance(color: &str) -> f64 {
    let linear = |channel: u8| match f64::from(channel) / 255.0 {
        dark if dark <= 0.04045 => dark / 12.92,
        light => ((light + 0.055) / 1.055).powf(2.4),
    };
    channels(color)
        .into_iter()
        .zip([0.2126, 0.7152, 0.0722])
        .map(|(channel, weight)| linear(channel) * weight)
        .sum()
}
