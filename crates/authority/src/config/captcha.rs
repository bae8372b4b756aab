//! Whether people have to show that they are people, and how.

use serde::Deserialize;

/// The captcha of the tenant.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct Captcha {
    /// Who makes the challenges that apps draw.
    pub provider: CaptchaProvider,
    /// What is to be read in the pictures of this server.
    pub image: CaptchaImage,
    /// The `siteKey` of a provider elsewhere.
    pub site_key: String,
    /// The `clientSubdomain` of Arkose.
    pub client_subdomain: String,
    /// Whether a login wants one.
    pub login: Wanted,
    /// Whether a sign-up wants one.
    pub sign_up: Wanted,
    /// Whether a reset mail wants one.
    pub change_password: Wanted,
    /// Whether a code or link wants one.
    pub passwordless: Wanted,
    /// So many failed logins from one network address make it risky.
    pub failures: u32,
    /// How long a picture or a token is good, in seconds.
    pub seconds: i64,
}

impl Default for Captcha {
    fn default() -> Self {
        Self {
            provider: CaptchaProvider::Auth0,
            image: CaptchaImage::Code,
            site_key: "vestibule".to_owned(),
            client_subdomain: "client-api".to_owned(),
            login: Wanted::Never,
            sign_up: Wanted::Never,
            change_password: Wanted::Never,
            passwordless: Wanted::Never,
            failures: 3,
            seconds: 300,
        }
    }
}

/// When a captcha is wanted.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Wanted {
    /// Not at all.
    Never,
    /// After failed logins from the same network address.
    Risky,
    /// Each time.
    Always,
}

/// What is to be read in a picture.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum CaptchaImage {
    /// Letters and digits.
    Code,
    /// A sum.
    Arithmetic,
}

/// Auth0's words for those who make challenges.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum CaptchaProvider {
    /// This server, with a picture.
    Auth0,
    /// Cloudflare Turnstile.
    #[serde(rename = "auth0_v2")]
    Auth0V2,
    /// reCAPTCHA v2.
    #[serde(rename = "recaptcha_v2")]
    RecaptchaV2,
    /// reCAPTCHA Enterprise.
    RecaptchaEnterprise,
    /// hCaptcha.
    Hcaptcha,
    /// Friendly Captcha.
    FriendlyCaptcha,
    /// Arkose Labs.
    Arkose,
}

impl CaptchaProvider {
    /// Those elsewhere, for each of which this server has a stand-in.
    pub const ELSEWHERE: [Self; 6] = [
        Self::Auth0V2,
        Self::RecaptchaV2,
        Self::RecaptchaEnterprise,
        Self::Hcaptcha,
        Self::FriendlyCaptcha,
        Self::Arkose,
    ];

    /// Its name on the wire.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Auth0 => "auth0",
            Self::Auth0V2 => "auth0_v2",
            Self::RecaptchaV2 => "recaptcha_v2",
            Self::RecaptchaEnterprise => "recaptcha_enterprise",
            Self::Hcaptcha => "hcaptcha",
            Self::FriendlyCaptcha => "friendly_captcha",
            Self::Arkose => "arkose",
        }
    }
}
