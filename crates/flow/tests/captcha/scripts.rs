//! Captchas of providers: what their scripts need, and what happens without them.

use vestibule_flow::{CaptchaIntent, Config, Effect, Intent, NoticeKind, Remedy, ScreenName};
use vestibule_protocol::captcha::CaptchaProvider;

use crate::world::{Http, Server, World, body_of, config, json, text};
use crate::{asked, log_in, notice, picture, with};

#[test]
fn each_provider_is_passed_on_with_what_its_script_needs() {
    for (challenge, provider, key, subdomain) in [
        (
            (|| json(200, r#"{"required":true,"provider":"auth0_v2","siteKey":"K"}"#)) as fn() -> Http,
            CaptchaProvider::Turnstile,
            "K",
            None,
        ),
        (
            || {
                json(
                    200,
                    r#"{"required":true,"provider":"arkose","siteKey":"K","clientSubdomain":"acme-api"}"#,
                )
            },
            CaptchaProvider::Arkose,
            "K",
            Some("acme-api"),
        ),
    ] {
        let shown = with(challenge).view().captcha.unwrap().challenge;
        assert_eq!(
            (
                shown.provider,
                shown.site_key.as_str(),
                shown.subdomain.as_deref()
            ),
            (provider, key, subdomain)
        );
    }
}

#[test]
fn a_script_that_does_not_come_is_told_and_can_be_tried_again_and_nothing_opens() {
    let mut world = with(|| json(200, r#"{"required":true,"provider":"hcaptcha","siteKey":"K"}"#));
    world.person(Intent::Captcha(CaptchaIntent::Failed));
    let shown = world.view().notice.unwrap();
    assert_eq!(
        (shown.kind, shown.remedy),
        (NoticeKind::CaptchaFailed, Some(Remedy::Retry))
    );
    log_in(&mut world, "");
    assert!(
        body_of(&world.effects, "/co/authenticate").is_empty(),
        "it never opens by itself"
    );
    assert_eq!(
        notice(&world),
        Some(NoticeKind::CaptchaFailed),
        "the way out is still there"
    );
    world.person(Intent::Remedy);
    assert_eq!((asked(&world).len(), notice(&world)), (2, None));
}

#[test]
fn a_provider_that_nobody_knows_is_said_to_person_and_developer() {
    let world = with(|| json(200, r#"{"required":true,"provider":"new_one"}"#));
    assert_eq!(notice(&world), Some(NoticeKind::CaptchaUnsolvable));
    assert!(world.advice[0].contains("new_one"), "{:?}", world.advice);
    assert_eq!(world.view().captcha, None);
}

#[test]
fn a_challenge_that_cannot_be_had_stops_nobody() {
    let faults: [fn() -> Http; 3] = [
        || Err(vestibule_flow::NetworkFault::Unreachable),
        || text(200, "<html>"),
        || json(404, "{}"),
    ];
    for fault in faults {
        let mut world = with(fault);
        assert_eq!((world.view().captcha, world.screen()), (None, ScreenName::LogIn));
        log_in(&mut world, "");
        assert_eq!(world.screen(), ScreenName::SignedIn);
    }
}

#[test]
fn a_script_that_fails_closes_no_popup() {
    let mut world = World::with(
        Config {
            captcha: true,
            ..config().social(vestibule_flow::Away::Popup)
        },
        Server {
            challenge: picture,
            hold: |effect| matches!(effect, Effect::Popup { .. }),
            ..Server::default()
        },
    );
    world.person(Intent::Choose("facebook".into()));
    world.person(Intent::Captcha(CaptchaIntent::Failed));
    assert_eq!(notice(&world), Some(NoticeKind::CaptchaFailed));
    assert!(!world.names().contains(&"cancelled"), "{:?}", world.names());
    world.release();
    assert_eq!(world.screen(), ScreenName::SignedIn);
}
