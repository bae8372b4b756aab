//! The marks of social connections, by strategy.

use super::{Mark, drawing, mark};

/// Strategy `amazon`.
pub const AMAZON: Mark = mark("amazon", "Amazon", "#ff9900", drawing::AMAZON);

/// Strategy `aol`.
pub const AOL: Mark = mark("aol", "Aol", "#3399ff", drawing::AOL);

/// Strategy `apple`.
pub const APPLE: Mark = mark("apple", "Apple", "#000000", drawing::APPLE);

/// Strategy `baidu`.
pub const BAIDU: Mark = mark("baidu", "百度", "#2932e1", drawing::BAIDU);

/// Strategy `bitbucket`.
pub const BITBUCKET: Mark = mark("bitbucket", "Bitbucket", "#0052cc", drawing::BITBUCKET);

/// Strategy `box`.
pub const BOX: Mark = mark("box", "Box", "#0061d5", drawing::BOX);

/// Strategy `dropbox`.
pub const DROPBOX: Mark = mark("dropbox", "Dropbox", "#0061ff", drawing::DROPBOX);

/// Strategy `dwolla`, drawn by its letter.
pub const DWOLLA: Mark = mark("dwolla", "Dwolla", "#f5891f", drawing::LETTER);

/// Strategy `ebay`.
pub const EBAY: Mark = mark("ebay", "eBay", "#e53238", drawing::EBAY);

/// Strategy `evernote`.
pub const EVERNOTE: Mark = mark("evernote", "Evernote", "#00a82d", drawing::EVERNOTE);

/// Strategy `evernote-sandbox`.
pub const EVERNOTE_SANDBOX: Mark = mark(
    "evernote-sandbox",
    "Evernote (sandbox)",
    "#00a82d",
    drawing::EVERNOTE,
);

/// Strategy `exact`, drawn by its letter.
pub const EXACT: Mark = mark("exact", "Exact", "#ed1c24", drawing::LETTER);

/// Strategy `facebook`.
pub const FACEBOOK: Mark = mark("facebook", "Facebook", "#0866ff", drawing::FACEBOOK);

/// Strategy `fitbit`.
pub const FITBIT: Mark = mark("fitbit", "Fitbit", "#00b0b9", drawing::FITBIT);

/// Strategy `github`.
pub const GITHUB: Mark = mark("github", "GitHub", "#181717", drawing::GITHUB);

/// Strategy `google-oauth2`.
pub const GOOGLE: Mark = mark("google-oauth2", "Google", "#4285f4", drawing::GOOGLE);

/// Strategy `google-openid`.
pub const GOOGLE_OPENID: Mark = mark("google-openid", "Google OpenId", "#4285f4", drawing::GOOGLE);

/// Strategy `instagram`.
pub const INSTAGRAM: Mark = mark("instagram", "Instagram", "#ff0069", drawing::INSTAGRAM);

/// Strategy `line`.
pub const LINE: Mark = mark("line", "LINE", "#00c300", drawing::LINE);

/// Strategy `linkedin`.
pub const LINKEDIN: Mark = mark("linkedin", "LinkedIn", "#0a66c2", drawing::LINKEDIN);

/// Strategy `paypal`.
pub const PAYPAL: Mark = mark("paypal", "PayPal", "#002991", drawing::PAYPAL);

/// Strategy `paypal-sandbox`.
pub const PAYPAL_SANDBOX: Mark = mark("paypal-sandbox", "PayPal (sandbox)", "#002991", drawing::PAYPAL);

/// Strategy `planningcenter`, drawn by its letter.
pub const PLANNINGCENTER: Mark = mark("planningcenter", "Planning Center", "#4e4e4e", drawing::LETTER);

/// Strategy `salesforce`.
pub const SALESFORCE: Mark = mark("salesforce", "Salesforce", "#00a1e0", drawing::SALESFORCE);

/// Strategy `salesforce-community`.
pub const SALESFORCE_COMMUNITY: Mark = mark(
    "salesforce-community",
    "Salesforce Community",
    "#00a1e0",
    drawing::SALESFORCE,
);

/// Strategy `salesforce-sandbox`.
pub const SALESFORCE_SANDBOX: Mark = mark(
    "salesforce-sandbox",
    "Salesforce (sandbox)",
    "#00a1e0",
    drawing::SALESFORCE,
);

/// Strategy `shop`, drawn by its letter.
pub const SHOP: Mark = mark("shop", "Shop", "#5433eb", drawing::LETTER);

/// Strategy `shopify`.
pub const SHOPIFY: Mark = mark("shopify", "Shopify", "#7ab55c", drawing::SHOPIFY);

/// Strategy `soundcloud`.
pub const SOUNDCLOUD: Mark = mark("soundcloud", "SoundCloud", "#ff5500", drawing::SOUNDCLOUD);

/// Strategy `thecity`, drawn by its letter.
pub const THECITY: Mark = mark("thecity", "The City", "#767571", drawing::LETTER);

/// Strategy `thecity-sandbox`, drawn by its letter.
pub const THECITY_SANDBOX: Mark = mark(
    "thecity-sandbox",
    "The City (sandbox)",
    "#767571",
    drawing::LETTER,
);

/// Strategy `thirtysevensignals`.
pub const THIRTYSEVENSIGNALS: Mark = mark("thirtysevensignals", "Basecamp", "#1d2d35", drawing::BASECAMP);

/// Strategy `twitter`.
pub const TWITTER: Mark = mark("twitter", "X", "#000000", drawing::X);

/// Strategy `vkontakte`.
pub const VKONTAKTE: Mark = mark("vkontakte", "VK", "#0077ff", drawing::VKONTAKTE);

/// Strategy `weibo`.
pub const WEIBO: Mark = mark("weibo", "新浪微博", "#e6162d", drawing::WEIBO);

/// Strategy `windowslive`.
pub const WINDOWSLIVE: Mark = mark("windowslive", "Microsoft", "#5e5e5e", drawing::MICROSOFT);

/// Strategy `wordpress`.
pub const WORDPRESS: Mark = mark("wordpress", "WordPress", "#21759b", drawing::WORDPRESS);

/// Strategy `yahoo`.
pub const YAHOO: Mark = mark("yahoo", "Yahoo!", "#6001d2", drawing::YAHOO);

/// Strategy `yandex`, drawn by its letter.
pub const YANDEX: Mark = mark("yandex", "Yandex", "#ff0000", drawing::LETTER);
