//! The marks of enterprise connections, by strategy.

use super::{Mark, drawing, mark};

/// Strategy `ad`.
pub const AD: Mark = mark("ad", "AD/LDAP", "#000000", drawing::LOCK);

/// Strategy `auth0-adldap`.
pub const AUTH0_ADLDAP: Mark = mark("auth0-adldap", "AD/LDAP", "#000000", drawing::LOCK);

/// Strategy `adfs`.
pub const ADFS: Mark = mark("adfs", "ADFS", "#5e5e5e", drawing::MICROSOFT);

/// Strategy `auth0-oidc`.
pub const AUTH0_OIDC: Mark = mark("auth0-oidc", "Auth0 OpenID Connect", "#000000", drawing::KEY);

/// Strategy `custom`.
pub const CUSTOM: Mark = mark("custom", "Custom Auth", "#000000", drawing::LOCK);

/// Strategy `google-apps`.
pub const GOOGLE_APPS: Mark = mark("google-apps", "Google Apps", "#4285f4", drawing::GOOGLE);

/// Strategy `ip`.
pub const IP: Mark = mark("ip", "IP Address", "#000000", drawing::LOCK);

/// Strategy `mscrm`.
pub const MSCRM: Mark = mark("mscrm", "Dynamics CRM", "#5e5e5e", drawing::MICROSOFT);

/// Strategy `office365`.
pub const OFFICE365: Mark = mark("office365", "Office365", "#5e5e5e", drawing::MICROSOFT);

/// Strategy `oidc`.
pub const OIDC: Mark = mark("oidc", "OpenID Connect", "#000000", drawing::KEY);

/// Strategy `okta`.
pub const OKTA: Mark = mark("okta", "Okta Workforce", "#007dc1", drawing::OKTA);

/// Strategy `pingfederate`.
pub const PINGFEDERATE: Mark = mark("pingfederate", "Ping Federate", "#000000", drawing::KEY);

/// Strategy `samlp`.
pub const SAMLP: Mark = mark("samlp", "SAML", "#000000", drawing::KEY);

/// Strategy `sharepoint`.
pub const SHAREPOINT: Mark = mark("sharepoint", "SharePoint Apps", "#5e5e5e", drawing::MICROSOFT);

/// Strategy `waad`.
pub const WAAD: Mark = mark("waad", "Windows Azure AD", "#5e5e5e", drawing::MICROSOFT);
