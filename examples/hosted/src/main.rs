//! The widget as the login page of the authorization server itself: an app sends somebody here, and gets them back logged in.

use vestibule::captcha::{
    ARKOSE, Captcha, FRIENDLY_CAPTCHA, HCAPTCHA, RECAPTCHA_ENTERPRISE, RECAPTCHA_V2, TURNSTILE,
};
use vestibule::{Captchas, Config, LoginWidget};
use yew::prelude::*;

/// The kinds of captcha, with their scripts from the authority for development. A page at Auth0 names those of its tenant as they are.
fn captchas(issuer: &str) -> Captchas {
    let played = |kind: Captcha| {
        let script = format!("{issuer}dev/captcha/{}.js?sitekey={{site_key}}", kind.provider);
        kind.from(script)
    };
    [
        TURNSTILE,
        HCAPTCHA,
        RECAPTCHA_V2,
        RECAPTCHA_ENTERPRISE,
        FRIENDLY_CAPTCHA,
        ARKOSE,
    ]
    .map(played)
    .to_vec()
}

#[derive(PartialEq, Properties)]
struct Props {
    config: Config,
}

#[component]
fn Page(Props { config }: &Props) -> Html {
    html! {
        <main>
            <h1>{ "Vestibule" }</h1>
            <LoginWidget config={config.clone()} captchas={captchas(&config.issuer)} />
        </main>
    }
}

fn main() {
    if let Ok(config) = vestibule::hosted_config("hosted") {
        let config = Config {
            captcha: true,
            ..config
        };
        yew::Renderer::<Page>::with_props(Props { config }).render();
    }
}
