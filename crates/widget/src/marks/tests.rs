//! What must hold of every mark, and that there is one for every strategy.

use yew::{Html, LocalServerRenderer, component, html};

use super::{Mark, Paint};
use crate::marks;
use crate::part::mark as drawn;

/// Every mark, with its strategy and the label that people know from elsewhere.
pub(crate) const TABLE: [(Mark, &str, &str); 54] = [
    (marks::AMAZON, "amazon", "Amazon"),
    (marks::AOL, "aol", "Aol"),
    (marks::APPLE, "apple", "Apple"),
    (marks::BAIDU, "baidu", "百度"),
    (marks::BITBUCKET, "bitbucket", "Bitbucket"),
    (marks::BOX, "box", "Box"),
    (marks::DROPBOX, "dropbox", "Dropbox"),
    (marks::DWOLLA, "dwolla", "Dwolla"),
    (marks::EBAY, "ebay", "ebay"),
    (marks::EVERNOTE, "evernote", "Evernote"),
    (marks::EVERNOTE_SANDBOX, "evernote-sandbox", "Evernote (sandbox)"),
    (marks::EXACT, "exact", "Exact"),
    (marks::FACEBOOK, "facebook", "Facebook"),
    (marks::FITBIT, "fitbit", "Fitbit"),
    (marks::GITHUB, "github", "GitHub"),
    (marks::GOOGLE, "google-oauth2", "Google"),
    (marks::GOOGLE_OPENID, "google-openid", "Google OpenId"),
    (marks::INSTAGRAM, "instagram", "Instagram"),
    (marks::LINE, "line", "Line"),
    (marks::LINKEDIN, "linkedin", "LinkedIn"),
    (marks::PAYPAL, "paypal", "PayPal"),
    (marks::PAYPAL_SANDBOX, "paypal-sandbox", "PayPal Sandbox"),
    (marks::PLANNINGCENTER, "planningcenter", "Planning Center"),
    (marks::SALESFORCE, "salesforce", "Salesforce"),
    (
        marks::SALESFORCE_COMMUNITY,
        "salesforce-community",
        "Salesforce Community",
    ),
    (
        marks::SALESFORCE_SANDBOX,
        "salesforce-sandbox",
        "Salesforce (sandbox)",
    ),
    (marks::SHOP, "shop", "Shop"),
    (marks::SHOPIFY, "shopify", "Shopify"),
    (marks::SOUNDCLOUD, "soundcloud", "Soundcloud"),
    (marks::THECITY, "thecity", "The City"),
    (marks::THECITY_SANDBOX, "thecity-sandbox", "The City (sandbox)"),
    (marks::THIRTYSEVENSIGNALS, "thirtysevensignals", "Basecamp"),
    (marks::TWITTER, "twitter", "X"),
    (marks::VKONTAKTE, "vkontakte", "vKontakte"),
    (marks::WEIBO, "weibo", "新浪微博"),
    (marks::WINDOWSLIVE, "windowslive", "Microsoft"),
    (marks::WORDPRESS, "wordpress", "Wordpress"),
    (marks::YAHOO, "yahoo", "Yahoo!"),
    (marks::YANDEX, "yandex", "Yandex"),
    (marks::AD, "ad", "AD / LDAP"),
    (marks::AUTH0_ADLDAP, "auth0-adldap", "AD/LDAP"),
    (marks::ADFS, "adfs", "ADFS"),
    (marks::AUTH0_OIDC, "auth0-oidc", "Auth0 OpenID Connect"),
    (marks::CUSTOM, "custom", "Custom Auth"),
    (marks::GOOGLE_APPS, "google-apps", "Google Apps"),
    (marks::IP, "ip", "IP Address"),
    (marks::MSCRM, "mscrm", "Dynamics CRM"),
    (marks::OFFICE365, "office365", "Office365"),
    (marks::OIDC, "oidc", "OpenID Connect"),
    (marks::OKTA, "okta", "Okta Workforce"),
    (marks::PINGFEDERATE, "pingfederate", "Ping Federate"),
    (marks::SAMLP, "samlp", "SAML"),
    (marks::SHAREPOINT, "sharepoint", "SharePoint Apps"),
    (marks::WAAD, "waad", "Windows Azure AD"),
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
    html! { for (mark, ..) in &TABLE { <p>{ drawn(Some(mark), mark.name) }</p> } }
}

#[test]
fn every_strategy_has_a_mark_and_its_name() {
    for (at, (mark, strategy, label)) in TABLE.iter().enumerate() {
        assert_eq!((mark.strategy, mark.name), (*strategy, *label));
        assert!(
            TABLE[..at].iter().all(|(_, other, _)| other != strategy),
            "{strategy}"
        );
    }
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
    for (mark, ..) in TABLE {
        for shape in mark.shapes {
            assert!(shape.path.starts_with(['M', 'm']), "{}", mark.strategy);
            let known = |c: char| c.is_ascii_digit() || "MmZzLlHhVvCcSsQqTtAa.,- ".contains(c);
            assert_eq!(shape.path.find(|c| !known(c)), None, "{}", mark.strategy);
        }
    }
}

#[test]
fn every_colour_is_hexadecimal() {
    for (mark, ..) in TABLE {
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
    let faint: Vec<_> = TABLE
        .iter()
        .filter(|(mark, ..)| mark.shapes.iter().any(|shape| shape.paint == Paint::Brand))
        .filter(|(mark, ..)| 1.05 / (luminance(mark.color) + 0.05) < 3.0)
        .map(|(_, strategy, _)| *strategy)
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
    assert_eq!(count("data-part=\"mark\""), TABLE.len());
    assert_eq!(count("aria-hidden=\"true\""), TABLE.len());
    assert_eq!(count("data-mark=\"letter\""), 7);
    let shapes: usize = TABLE.iter().map(|(mark, ..)| mark.shapes.len()).sum();
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
