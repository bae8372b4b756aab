//! The widget as the authority's own login page: an app sends somebody there, and gets them back.

use vestibule_tests::{ADA, Audit, Key, Person, Scene, Story, story};

const STRONG: &str = "Vast-Ocean-42-Lanterns";

fn scene() -> Scene {
    Scene::session("redirect")
}

/// Opens the app, and goes to the login page.
fn at_the_page(story: &Story) -> Person {
    let person = story.visitor();
    person.clicks("[data-part=login-button]");
    person.arrives_at(&story.authority_origin());
    person.is_on("log-in");
    person
}

fn is_back(story: &Story, person: &Person, email: &str) {
    person.hears("authenticated");
    assert_eq!(person.claims()["email"], email);
    assert_eq!(person.address(), story.app_url(), "nothing of the response stays");
}

#[test]
fn a_wrong_password_stays_there_and_the_right_one_leads_back() {
    story(scene(), |story| {
        let ada = at_the_page(story);
        ada.logs_in_as(ADA.email, "not the password");
        assert!(ada.notice().contains("password"), "{}", ada.notice());
        assert_eq!(ada.value("username"), ADA.email);
        ada.fills("password", ADA.password);
        ada.submits();
        is_back(story, &ada, ADA.email);
        ada.clicks("#call-api");
        ada.reads("#api", "200 ");
    });
}

#[test]
fn a_second_factor_is_asked_for_there_and_a_wrong_code_stays() {
    let grace = "[[user]]\nemail = 'grace@example.com'\npassword = 'nanosecond'\nsecond_factor = true";
    story(scene().with_authority(grace), |story| {
        let person = at_the_page(story);
        person.logs_in_as("grace@example.com", "nanosecond");
        person.is_on("second-factor");
        let code = story.receives("grace@example.com", 0).code.expect("a code");
        let wrong = if code == "000000" { "111111" } else { "000000" };
        person.fills("code", wrong);
        person.submits();
        person.sees("[data-field=code][data-state=invalid]");
        person.is_on("second-factor");
        person.fills("code", &code);
        person.submits();
        is_back(story, &person, "grace@example.com");
    });
}

#[test]
fn a_second_factor_and_the_password_before_it_each_want_an_answer_to_a_picture() {
    let toml = "[captcha]\nlogin = 'always'\n\
        [[user]]\nemail = 'grace@example.com'\npassword = 'nanosecond'\nsecond_factor = true";
    story(scene().with_authority(toml), |story| {
        let person = at_the_page(story);
        person.fills("captcha", &person.reads_captcha());
        let answer = person.reads_another_captcha(|| {
            person.logs_in_as("grace@example.com", "nanosecond");
            person.is_on("second-factor");
        });
        let code = story.receives("grace@example.com", 0).code.expect("a code");
        person.fills("code", &code);
        person.submits();
        person.sees("[data-field=captcha][data-state=invalid]");
        assert_eq!(person.value("code"), code);
        person.fills("captcha", &answer);
        person.submits();
        is_back(story, &person, "grace@example.com");
    });
}

#[test]
fn a_second_factor_takes_the_keyboard_alone() {
    let grace = "[[user]]\nemail = 'grace@example.com'\npassword = 'nanosecond'\nsecond_factor = true";
    story(scene().with_authority(grace), |story| {
        let person = story.visitor();
        let types_into = |field: &str, text: &str| {
            person.tabs_to(field);
            person.types(text);
        };
        person.sees("[data-part=login-button]");
        person.tabs_to("login-button");
        person.presses_key(Key::Enter);
        person.arrives_at(&story.authority_origin());
        person.is_on("log-in");
        types_into("username", "grace@example.com");
        types_into("password", "nanosecond");
        person.presses_key(Key::Enter);
        person.is_on("second-factor");
        let code = story.receives("grace@example.com", 0).code.expect("a code");
        types_into("code", &code);
        person.presses_key(Key::Enter);
        is_back(story, &person, "grace@example.com");
    });
}

#[test]
fn a_provider_is_reached_from_there_and_leads_back() {
    story(scene(), |story| {
        let person = at_the_page(story);
        person.chooses("google-oauth2");
        let account = person.picks_the_first_account();
        is_back(story, &person, &account);
    });
}

#[test]
fn a_code_by_mail_logs_in_there() {
    story(scene(), |story| {
        let ada = at_the_page(story);
        ada.clicks("[data-part=switch][data-connection=email]");
        ada.is_on("passwordless");
        ada.fills("email", ADA.email);
        ada.submits();
        ada.is_on("code");
        let code = story.receives(ADA.email, 0).code.expect("a code");
        ada.fills("code", &code);
        ada.submits();
        is_back(story, &ada, ADA.email);
    });
}

#[test]
fn a_request_for_a_text_message_begins_with_the_number() {
    story(scene(), |story| {
        let person = story.visitor();
        let app = story.app_url();
        let callback: String = form_urlencoded::byte_serialize(app.as_bytes()).collect();
        person.opens(&format!(
            "{}/authorize?client_id=quickstart&response_type=code&redirect_uri={callback}&scope=openid&state=s&nonce=n\
             &code_challenge=E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM&code_challenge_method=S256&connection=sms\
             &login_hint=%2B442079460958",
            story.authority_origin()
        ));
        person.is_on("passwordless");
        assert_eq!(person.value("phone"), "+442079460958");
        person.submits();
        person.is_on("code");
        story.receives("+442079460958", 0);
    });
}

#[test]
fn an_account_is_created_there_and_logged_in() {
    story(scene(), |story| {
        let eve = at_the_page(story);
        eve.switches_to("sign-up");
        eve.fills("email", "eve@example.com");
        eve.fills("password", STRONG);
        eve.submits();
        is_back(story, &eve, "eve@example.com");
    });
}

#[test]
fn the_page_shuts_nobody_out() {
    let grace = "[[user]]\nemail = 'grace@example.com'\npassword = 'nanosecond'\nsecond_factor = true";
    story(scene().with_authority(grace), |story| {
        let mut audit = Audit::default();
        let person = at_the_page(story);
        audit.of(&person, "the log-in");
        person.logs_in_as("grace@example.com", "nanosecond");
        person.is_on("second-factor");
        audit.of(&person, "the second factor");
        audit.ends();
    });
}
