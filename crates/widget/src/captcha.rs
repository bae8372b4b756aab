//! The kinds of captcha that an app can show (cargo feature `captcha`), of which it takes those that its server asks for.
//!
//! ```
//! use vestibule::captcha::{self, Captcha};
//!
//! let captchas: Vec<Captcha> = vec![captcha::TURNSTILE, captcha::HCAPTCHA];
//! # assert_eq!(captchas[0].provider, "auth0_v2");
//! ```
//!
//! `<LoginWidget {captchas} />` then shows these. The server's own pictures need no name. With `captcha: true` in its [`Config`](crate::Config)
//! the widget asks the server on each screen with a form; a script is loaded only when a challenge names it.
//!
//! # What the page has to allow
//!
//! | kind | `script-src` and `frame-src` | besides |
//! |---|---|---|
//! | [`TURNSTILE`] | `https://challenges.cloudflare.com` | |
//! | [`HCAPTCHA`] | `https://js.hcaptcha.com https://*.hcaptcha.com` | `style-src` and `connect-src` the same |
//! | [`RECAPTCHA_V2`], [`RECAPTCHA_ENTERPRISE`] | `https://www.recaptcha.net https://www.gstatic.com` | |
//! | [`FRIENDLY_CAPTCHA`] | `https://cdn.jsdelivr.net` | `connect-src https://api.friendlycaptcha.com`, `worker-src blob:` |
//! | [`ARKOSE`] | `https://*.arkoselabs.com` | `connect-src` the same |
//! | the server's pictures | | `img-src data:` |
//!
//! Under Trusted Types the page names the policy `vestibule-captcha` too. These are the providers' own rules, which may change; what
//! their scripts draw is beyond the widget's looks. A script that is refused or does not come within 15 seconds is told to the person,
//! and nothing opens by itself.

use vestibule_browser::captcha::{self as script, Provider};
use yew::AttrValue;

/// A kind of captcha whose script comes from its provider.
#[derive(Clone)]
pub struct Captcha {
    /// The server's name for it: `hcaptcha`, `auth0_v2`.
    pub provider: &'static str,
    /// The script's address; another one for those who pass it on from their own. `{site_key}` and `{subdomain}` stand for those of the
    /// challenge.
    pub script: AttrValue,
    pub(crate) speaks: Provider,
}

impl PartialEq for Captcha {
    fn eq(&self, other: &Self) -> bool {
        self.provider == other.provider && self.script == other.script
    }
}

impl std::fmt::Debug for Captcha {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_tuple("Captcha").field(&self.provider).finish()
    }
}

impl Captcha {
    const fn new(provider: &'static str, script: &'static str, speaks: Provider) -> Self {
        Self {
            provider,
            script: AttrValue::Static(script),
            speaks,
        }
    }

    /// The same with its script from elsewhere.
    #[must_use]
    pub fn from(self, script: impl Into<AttrValue>) -> Self {
        Self {
            script: script.into(),
            ..self
        }
    }
}

/// Cloudflare Turnstile.
pub const TURNSTILE: Captcha = Captcha::new(
    "auth0_v2",
    "https://challenges.cloudflare.com/turnstile/v0/api.js?render=explicit",
    script::TURNSTILE,
);

/// hCaptcha.
pub const HCAPTCHA: Captcha = Captcha::new(
    "hcaptcha",
    "https://js.hcaptcha.com/1/api.js?render=explicit",
    script::HCAPTCHA,
);

/// reCAPTCHA v2.
pub const RECAPTCHA_V2: Captcha = Captcha::new(
    "recaptcha_v2",
    "https://www.recaptcha.net/recaptcha/api.js?render=explicit",
    script::RECAPTCHA_V2,
);

/// reCAPTCHA Enterprise.
pub const RECAPTCHA_ENTERPRISE: Captcha = Captcha::new(
    "recaptcha_enterprise",
    "https://www.recaptcha.net/recaptcha/enterprise.js?render=explicit",
    script::RECAPTCHA_ENTERPRISE,
);

/// Friendly Captcha.
pub const FRIENDLY_CAPTCHA: Captcha = Captcha::new(
    "friendly_captcha",
    "https://cdn.jsdelivr.net/npm/friendly-challenge@0.9.12/widget.min.js",
    script::FRIENDLY_CAPTCHA,
);

/// Arkose Labs.
pub const ARKOSE: Captcha = Captcha::new(
    "arkose",
    "https://{subdomain}.arkoselabs.com/v2/{site_key}/api.js",
    script::ARKOSE,
);
