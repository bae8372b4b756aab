//! A server that asks whether it is a person, by its own pictures and by the scripts of providers.

use vestibule_tests::{ADA, Fault, Key, Person, Scene, Story, story};

use crate::steps::{STRONG, enters};

fn scene(authority: &str) -> Scene {
    Scene::of("captcha")
        .with_captchas()
        .with_authority(&format!("[captcha]\n{authority}"))
}

/// The result of a sum of two small numbers.
fn worked_out(sum: &str) -> u32 {
    let sum = sum.trim_end_matches("=?");
    let at = sum.find(['+', '-', '×']).expect("a sum has a sign");
    let (one, rest) = sum.split_at(at);
    let mut rest = rest.chars();
    let sign = rest.next();
    let (one, other): (u32, u32) = (one.parse().unwrap(), rest.as_str().parse().unwrap());
    match sign {
        Some('+') => one + other,
        Some('-') => one - other,
        _ => one * other,
    }
}

#[test]
fn nothing_is_loaded_and_nothing_asked_while_the_server_wants_none() {
    story(scene("login = 'never'"), |story| {
        let ada = story.visitor();
        ada.is_on("log-in");
        story.sees_request("/usernamepassword/challenge");
        ada.logs_in_as(ADA.email, ADA.password);
        ada.hears("authenticated");
        assert_eq!(ada.count("captcha-shown"), 0);
        let scripts = story
            .requests()
            .into_iter()
            .filter(|seen| seen.path.starts_with("/dev/captcha"));
        assert_eq!(scripts.count(), 0, "no script has come");
    });
}

#[test]
fn a_picture_is_copied_and_each_answer_counts_once() {
    story(scene("login = 'always'"), |story| {
        let ada = story.visitor();
        ada.reads_captcha();
        ada.hears("captcha-shown");

        // Without an answer nothing goes out.
        ada.logs_in_as(ADA.email, ADA.password);
        ada.sees("[data-part=captcha][data-state=invalid]");
        ada.has_focus_on("captcha");
        assert_eq!(ada.count("submitted"), 0);

        // Another one, for those who cannot read it.
        ada.reads_another_captcha(|| ada.clicks("[data-part=another]"));

        // A wrong answer brings another picture, and what was typed stays.
        ada.fills("captcha", "wrong");
        let answer = ada.reads_another_captcha(|| ada.submits());
        ada.sees("[data-part=captcha][data-state=invalid]");
        assert_eq!(ada.value("username"), ADA.email);
        assert_eq!(ada.value("password"), ADA.password);
        assert_eq!(ada.value("captcha"), "");

        // So does a wrong password: the answer was used up by it.
        ada.fills("password", "not the password");
        ada.fills("captcha", &answer);
        let answer = ada.reads_another_captcha(|| ada.submits());
        assert!(ada.notice().contains("password"), "{}", ada.notice());

        ada.fills("password", ADA.password);
        ada.fills("captcha", &answer.to_uppercase());
        ada.submits();
        ada.hears("authenticated");
    });
}

#[test]
fn a_picture_takes_the_keyboard_alone() {
    story(scene("login = 'always'"), |story| {
        let ada = story.visitor();
        ada.reads_captcha();
        ada.tabs_to("username");
        ada.types(ADA.email);
        ada.tabs_to("password");
        ada.types(ADA.password);
        ada.tabs_to("another");
        let answer = ada.reads_another_captcha(|| ada.presses_key(Key::Enter));
        ada.tabs_back_to("captcha");
        ada.types(&answer);
        ada.presses_key(Key::Enter);
        ada.hears("authenticated");
    });
}

#[test]
fn a_sum_stands_before_a_sign_up() {
    story(scene("sign_up = 'always'\nimage = 'arithmetic'"), |story| {
        let eve = story.visitor();
        eve.is_on("log-in");
        assert!(!eve.has("[data-part=captcha]"), "a login wants none");
        eve.switches_to("sign-up");
        eve.fills("email", "eve@example.com");
        eve.fills("password", STRONG);
        eve.fills("captcha", &worked_out(&eve.reads_captcha()).to_string());
        eve.submits();
        eve.hears("authenticated");
    });
}

#[test]
fn a_reset_and_a_code_ask_for_it_too() {
    story(
        scene("change_password = 'always'\npasswordless = 'always'"),
        |story| {
            let ada = story.visitor();
            ada.switches_to("forgot-password");
            ada.fills("email", ADA.email);
            ada.fills("captcha", &ada.reads_captcha());
            ada.submits();
            ada.is_on("mail-sent");
            story.receives(ADA.email, 0);

            let ada = story.visitor();
            ada.clicks("[data-part=switch][data-connection=email]");
            ada.is_on("passwordless");
            ada.fills("email", ADA.email);
            ada.fills("captcha", &ada.reads_captcha());
            ada.submits();
            ada.is_on("code");
            let message = story.receives(ADA.email, 1);
            enters(&ada, &message.code.expect("the message carries a code"));
            ada.hears("authenticated");
        },
    );
}

/// Says that it is a person, in the place of the riddle and where it asks over the page.
fn solves(person: &Person) {
    person.clicks("[data-captcha=solve]");
    if person.has("[data-captcha=question]") {
        person.clicks("[data-captcha=confirm]");
    }
}

fn is_solved_at(story: &Story) {
    let ada = story.visitor();
    ada.fills("username", ADA.email);
    ada.fills("password", ADA.password);

    // Not solved yet: nothing goes out, and the place says so.
    ada.sees("[data-captcha=solve]");
    ada.submits();
    ada.sees("[data-part=captcha][data-state=invalid]");
    assert_eq!(ada.count("submitted"), 0);

    // Solved, and no more.
    solves(&ada);
    ada.sees("[data-part=captcha]:has([name=captcha][value]:not([value='']))");
    ada.submits();
    ada.hears("authenticated");
    let scripts = story
        .requests()
        .into_iter()
        .filter(|seen| seen.method == "GET" && seen.path.starts_with("/dev/captcha/"));
    assert_eq!(scripts.count(), 1, "its script has come once");
}

fn provider(name: &str) -> Scene {
    scene(&format!("login = 'always'\nprovider = '{name}'"))
}

#[test]
fn turnstile_lets_a_person_in() {
    story(provider("auth0_v2"), is_solved_at);
}

#[test]
fn recaptcha_v2_lets_a_person_in() {
    story(provider("recaptcha_v2"), is_solved_at);
}

#[test]
fn recaptcha_enterprise_lets_a_person_in() {
    story(provider("recaptcha_enterprise"), is_solved_at);
}

#[test]
fn hcaptcha_lets_a_person_in() {
    story(provider("hcaptcha"), is_solved_at);
}

/// What such a provider asks stands over the page: in a modal dialog nobody could reach it.
#[test]
fn what_is_asked_over_the_page_can_be_answered_from_a_dialog() {
    for name in ["hcaptcha", "recaptcha_v2", "recaptcha_enterprise"] {
        story(provider(name), |story| {
            let ada = story.person();
            ada.opens(&format!("{}?modal", story.app_url()));
            ada.sees("[data-part=modal]:not(:modal)");
            ada.fills("username", ADA.email);
            ada.fills("password", ADA.password);
            solves(&ada);
            ada.sees("[data-part=captcha]:has([name=captcha][value]:not([value='']))");
            ada.submits();
            ada.hears("authenticated");
        });
    }
    // Other kinds stay inside, and so does the dialog's hold on the page.
    story(provider("auth0_v2"), |story| {
        let ada = story.person();
        ada.opens(&format!("{}?modal", story.app_url()));
        ada.sees("[data-captcha=solve]");
        ada.sees("[data-part=modal]:modal");
    });
}

#[test]
fn friendly_captcha_lets_a_person_in() {
    story(provider("friendly_captcha"), is_solved_at);
}

#[test]
fn arkose_lets_a_person_in() {
    story(provider("arkose"), is_solved_at);
}

#[test]
fn what_has_expired_counts_no_more_and_a_failure_is_told_and_can_be_tried_again() {
    story(provider("hcaptcha"), |story| {
        let ada = story.visitor();
        ada.fills("username", ADA.email);
        ada.fills("password", ADA.password);
        solves(&ada);
        ada.sees("[data-captcha=box][data-state=solved]");
        ada.clicks("[data-captcha=expire]");
        ada.sees("[data-captcha=box][data-state=expired]");
        ada.submits();
        ada.sees("[data-part=captcha][data-state=invalid]");
        assert_eq!(ada.count("submitted"), 0);

        ada.clicks("[data-captcha=fail]");
        assert!(ada.notice().contains("couldn’t be loaded"), "{}", ada.notice());
        ada.clicks("[data-part=remedy]");
        ada.no_longer_sees("[data-captcha=box][data-state=failed]");
        solves(&ada);
        ada.sees("[data-captcha=box][data-state=solved]");
        ada.submits();
        ada.hears("authenticated");
    });
}

#[test]
fn a_blocked_script_is_told_opens_nothing_and_can_be_tried_again() {
    story(provider("auth0_v2"), |story| {
        story.holds("/dev/captcha/auth0_v2.js", Fault::HangUp);
        let ada = story.visitor();
        ada.fills("username", ADA.email);
        ada.fills("password", ADA.password);
        assert!(ada.notice().contains("blockers"), "{}", ada.notice());
        ada.submits();
        ada.sees("[data-part=captcha][data-state=invalid]");
        assert_eq!(ada.count("submitted"), 0, "it never fails open");

        story.mends();
        ada.clicks("[data-part=remedy]");
        solves(&ada);
        ada.sees("[data-captcha=box][data-state=solved]");
        ada.submits();
        ada.hears("authenticated");
    });
}
