//! Captchas: whether a step wants one, which, and the answer in the request (Auth0 Authentication API).
//!
//! A challenge is data from elsewhere that ends in the page: a picture is a data URL and nothing else, a key has the
//! characters of a key.

use crate::answer;
use crate::error::{Broken, Failure};
use crate::http::{Body, Request, Response};
use crate::issuer::Issuer;
use crate::json::{self, Object};

/// A picture of a few letters has some kilobytes.
const MAX_BYTES: usize = 256 * 1024;

/// The steps that may want a captcha.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum CaptchaStep {
    /// Logging in by password.
    LogIn,
    /// Signing up.
    SignUp,
    /// Asking for a mail that resets a password.
    ChangePassword,
    /// Asking for a code or a link.
    Passwordless,
}

/// Who asks whether it is a person.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum CaptchaProvider {
    /// The server itself, by a picture with signs to copy.
    Picture,
    /// The server itself, by a picture with a sum to work out.
    Arithmetic,
    /// Cloudflare Turnstile (`auth0_v2`).
    Turnstile,
    /// hCaptcha.
    Hcaptcha,
    /// reCAPTCHA v2.
    RecaptchaV2,
    /// reCAPTCHA Enterprise.
    RecaptchaEnterprise,
    /// Friendly Captcha.
    FriendlyCaptcha,
    /// Arkose Labs.
    Arkose,
    /// One that is not known here, by its name.
    Other(String),
}

/// A challenge that waits for its answer.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Challenge {
    /// Who asks.
    pub provider: CaptchaProvider,
    /// The picture, as a `data:image/…` URL; empty where a script asks.
    pub image: String,
    /// The site key for the provider's script; empty for a picture.
    pub site_key: String,
    /// The provider's part of the address of its script (Arkose).
    pub subdomain: Option<String>,
}

const NAMES: [(&str, CaptchaProvider); 7] = [
    ("auth0", CaptchaProvider::Picture),
    ("auth0_v2", CaptchaProvider::Turnstile),
    ("hcaptcha", CaptchaProvider::Hcaptcha),
    ("recaptcha_v2", CaptchaProvider::RecaptchaV2),
    ("recaptcha_enterprise", CaptchaProvider::RecaptchaEnterprise),
    ("friendly_captcha", CaptchaProvider::FriendlyCaptcha),
    ("arkose", CaptchaProvider::Arkose),
];

impl CaptchaProvider {
    /// The name that the server has for it.
    #[must_use]
    pub fn as_str(&self) -> &str {
        match self {
            Self::Other(name) => name,
            Self::Arithmetic => "auth0",
            known => NAMES
                .iter()
                .find(|(_, provider)| provider == known)
                .map_or("", |(name, _)| name),
        }
    }
}

/// Asks whether a step wants a captcha. `state` is that of the request that waits on a hosted page; a page of an app has none.
#[must_use]
pub fn ask(issuer: &Issuer, step: CaptchaStep, state: Option<&str>) -> Request {
    let path = match step {
        CaptchaStep::LogIn => "/usernamepassword/challenge",
        CaptchaStep::SignUp => "/dbconnections/signup/challenge",
        CaptchaStep::ChangePassword => "/dbconnections/change_password/challenge",
        CaptchaStep::Passwordless => "/passwordless/challenge",
    };
    let members: Vec<_> = state.map(|state| ("state", state)).into_iter().collect();
    Request::post(issuer.join(path), Body::Json(json::write_texts(&members)))
}

/// The challenge, if the step wants one.
pub fn read(response: &Response) -> Result<Option<Challenge>, Failure> {
    let members = answer::object(response, MAX_BYTES)?;
    match members.get("required").and_then(json::Value::as_bool) {
        Some(false) => return Ok(None),
        Some(true) => {}
        None => return Err(Broken::WrongType("required").into()),
    }
    let name = json::string(&members, "provider")?;
    let found = NAMES.iter().find(|(known, _)| *known == name);
    let provider = match found.map(|(_, provider)| provider.clone()) {
        Some(CaptchaProvider::Picture) if text(&members, "type") == "arithmetic" => {
            CaptchaProvider::Arithmetic
        }
        Some(known) => known,
        None => CaptchaProvider::Other(name.chars().take(40).collect()),
    };
    let challenge = Challenge {
        image: text(&members, "image").to_owned(),
        site_key: text(&members, "siteKey").to_owned(),
        subdomain: Some(text(&members, "clientSubdomain"))
            .filter(|subdomain| !subdomain.is_empty())
            .map(str::to_owned),
        provider,
    };
    judge(&challenge)?;
    Ok(Some(challenge))
}

/// Puts the answer into a request that the step sends.
#[must_use]
pub fn with_answer(mut request: Request, answer: &str) -> Request {
    if let Some(Body::Json(text)) = &mut request.body
        && text.pop() == Some('}')
    {
        let member = json::write_texts(&[("captcha", answer)]);
        let comma = if text.len() > 1 { "," } else { "" };
        *text = format!("{text}{comma}{}", &member[1..]);
    }
    request
}

fn text<'m>(members: &'m Object, name: &str) -> &'m str {
    members
        .get(name)
        .and_then(json::Value::as_str)
        .unwrap_or_default()
}

fn judge(challenge: &Challenge) -> Result<(), Broken> {
    let is_picture = matches!(
        challenge.provider,
        CaptchaProvider::Picture | CaptchaProvider::Arithmetic
    );
    let is_key = |text: &str, longest: usize| {
        (1..=longest).contains(&text.len())
            && text
                .bytes()
                .all(|b| b.is_ascii_alphanumeric() || b"-_.".contains(&b))
    };
    let is_image = |text: &str| {
        text.starts_with("data:image/")
            && text
                .bytes()
                .all(|b| b.is_ascii_graphic() && !b"\"'<>\\".contains(&b))
    };
    if is_picture && !is_image(&challenge.image) {
        return Err(Broken::WrongType("image"));
    }
    if matches!(challenge.provider, CaptchaProvider::Other(_)) {
        return Ok(());
    }
    if !is_picture && !is_key(&challenge.site_key, 200) {
        return Err(Broken::WrongType("siteKey"));
    }
    // It becomes a part of a host name.
    let is_label = |text: &String| is_key(text, 63) && !text.contains(['.', '_']);
    if !challenge.subdomain.as_ref().is_none_or(is_label) {
        return Err(Broken::WrongType("clientSubdomain"));
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn answer(body: &str) -> Result<Option<Challenge>, Failure> {
        read(&Response {
            status: 200,
            headers: vec![("content-type".into(), "application/json".into())],
            body: body.as_bytes().to_vec(),
        })
    }

    #[test]
    fn each_step_asks_at_an_address_of_its_own() {
        let issuer = Issuer::parse("https://login.example.com/").unwrap();
        for (step, path) in [
            (CaptchaStep::LogIn, "/usernamepassword/challenge"),
            (CaptchaStep::SignUp, "/dbconnections/signup/challenge"),
            (
                CaptchaStep::ChangePassword,
                "/dbconnections/change_password/challenge",
            ),
            (CaptchaStep::Passwordless, "/passwordless/challenge"),
        ] {
            let request = ask(&issuer, step, Some("S"));
            assert_eq!(request.url, format!("https://login.example.com{path}"));
            assert_eq!(request.body, Some(Body::Json(r#"{"state":"S"}"#.into())));
        }
        assert_eq!(
            ask(&issuer, CaptchaStep::LogIn, None).body,
            Some(Body::Json("{}".into()))
        );
    }

    #[test]
    fn every_kind_of_challenge_is_read() {
        assert_eq!(answer(r#"{"required":false}"#), Ok(None));
        for (body, provider) in [
            (
                r#"{"required":true,"provider":"auth0","type":"code","image":"data:image/png;base64,AA=="}"#,
                CaptchaProvider::Picture,
            ),
            (
                r#"{"required":true,"provider":"auth0","type":"arithmetic","image":"data:image/svg+xml;base64,AA=="}"#,
                CaptchaProvider::Arithmetic,
            ),
            (
                r#"{"required":true,"provider":"auth0_v2","siteKey":"k"}"#,
                CaptchaProvider::Turnstile,
            ),
            (
                r#"{"required":true,"provider":"hcaptcha","siteKey":"k"}"#,
                CaptchaProvider::Hcaptcha,
            ),
            (
                r#"{"required":true,"provider":"recaptcha_v2","siteKey":"k"}"#,
                CaptchaProvider::RecaptchaV2,
            ),
            (
                r#"{"required":true,"provider":"recaptcha_enterprise","siteKey":"k"}"#,
                CaptchaProvider::RecaptchaEnterprise,
            ),
            (
                r#"{"required":true,"provider":"friendly_captcha","siteKey":"k"}"#,
                CaptchaProvider::FriendlyCaptcha,
            ),
            (
                r#"{"required":true,"provider":"arkose","siteKey":"k","clientSubdomain":"acme-api"}"#,
                CaptchaProvider::Arkose,
            ),
            (
                r#"{"required":true,"provider":"new_one"}"#,
                CaptchaProvider::Other("new_one".into()),
            ),
        ] {
            let challenge = answer(body).unwrap().unwrap();
            assert_eq!(challenge.provider, provider, "{body}");
            assert!(body.contains(&format!("\"{}\"", provider.as_str())), "{body}");
        }
    }

    #[test]
    fn a_challenge_cannot_bring_markup_scripts_or_hosts_into_the_page() {
        for body in [
            r#"{"required":true,"provider":"auth0","image":"<svg onload=alert(1)>"}"#,
            r#"{"required":true,"provider":"auth0","image":"javascript:alert(1)"}"#,
            r#"{"required":true,"provider":"auth0","image":"https://elsewhere.example/x.png"}"#,
            r#"{"required":true,"provider":"auth0","image":"data:text/html,<script>"}"#,
            r#"{"required":true,"provider":"auth0","image":"data:image/svg+xml,<svg onload='x'>"}"#,
            r#"{"required":true,"provider":"auth0"}"#,
            r#"{"required":true,"provider":"hcaptcha"}"#,
            r#"{"required":true,"provider":"hcaptcha","siteKey":"k&onload=evil"}"#,
            r#"{"required":true,"provider":"arkose","siteKey":"k","clientSubdomain":"evil.example/x?"}"#,
            r#"{"required":true,"provider":"arkose","siteKey":"k","clientSubdomain":"evil.example"}"#,
            r#"{"required":"yes","provider":"auth0"}"#,
            r#"{"provider":"auth0"}"#,
            r#"{"required":true}"#,
            "<html>",
        ] {
            assert!(answer(body).is_err(), "{body}");
        }
    }

    #[test]
    fn an_answer_joins_the_members_of_a_request() {
        let of = |body: &str| Request::post("https://x/".to_owned(), Body::Json(body.into()));
        let body = |request: Request| request.body;
        assert_eq!(
            body(with_answer(of(r#"{"a":"b"}"#), "1\"2")),
            Some(Body::Json(r#"{"a":"b","captcha":"1\"2"}"#.into()))
        );
        assert_eq!(
            body(with_answer(of("{}"), "x")),
            Some(Body::Json(r#"{"captcha":"x"}"#.into()))
        );
    }
}
