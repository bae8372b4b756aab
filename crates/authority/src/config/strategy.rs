//! Auth0's words for kinds of connection, with what a button says when the configuration does not.

/// What connections of a strategy are.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Family {
    /// `auth0`.
    Database,
    /// `email`.
    Email,
    /// `sms`.
    Sms,
    /// People leave for the provider of their organisation.
    Enterprise,
    /// People type the password of their organisation here.
    Directory,
    /// Everything else: people leave for a provider where they have an account of their own.
    Social,
}

impl Family {
    pub(super) fn of(strategy: &str) -> Self {
        match strategy {
            "auth0" => Self::Database,
            "email" => Self::Email,
            "sms" => Self::Sms,
            "ad" | "auth0-adldap" => Self::Directory,
            "adfs" | "auth0-oidc" | "custom" | "google-apps" | "ip" | "mscrm" | "office365" | "oidc"
            | "okta" | "pingfederate" | "samlp" | "sharepoint" | "waad" => Self::Enterprise,
            _ => Self::Social,
        }
    }
}

/// Social providers whose label is not the strategy in capitals.
const LABELS: &[(&str, &str)] = &[
    ("baidu", "百度"),
    ("ebay", "ebay"),
    ("evernote-sandbox", "Evernote (sandbox)"),
    ("github", "GitHub"),
    ("google-oauth2", "Google"),
    ("google-openid", "Google OpenId"),
    ("linkedin", "LinkedIn"),
    ("paypal", "PayPal"),
    ("paypal-sandbox", "PayPal Sandbox"),
    ("planningcenter", "Planning Center"),
    ("salesforce-community", "Salesforce Community"),
    ("salesforce-sandbox", "Salesforce (sandbox)"),
    ("thecity", "The City"),
    ("thecity-sandbox", "The City (sandbox)"),
    ("thirtysevensignals", "Basecamp"),
    ("twitter", "X"),
    ("vkontakte", "vKontakte"),
    ("weibo", "新浪微博"),
    ("windowslive", "Microsoft"),
    ("yahoo", "Yahoo!"),
];

/// The label of a social provider about whose connection nothing else is said; custom ones go by their name.
pub(super) fn label(strategy: &str, name: &str) -> String {
    let known = LABELS.iter().find(|(known, _)| *known == strategy);
    match (known, Family::of(strategy)) {
        (Some((_, label)), _) => (*label).to_owned(),
        (None, Family::Social) if !matches!(strategy, "oauth1" | "oauth2") => {
            let mut chars = strategy.chars();
            let first = chars.next().map(|first| first.to_ascii_uppercase());
            first.into_iter().chain(chars).collect()
        }
        (None, _) => name.to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::label;

    #[test]
    fn a_provider_goes_by_its_own_spelling_and_a_custom_one_by_its_name() {
        for (strategy, shown) in [
            ("github", "GitHub"),
            ("dropbox", "Dropbox"),
            ("twitter", "X"),
            ("oauth2", "my-oauth"),
            ("samlp", "my-oauth"),
            ("auth0", "my-oauth"),
        ] {
            assert_eq!(label(strategy, "my-oauth"), shown);
        }
    }
}
