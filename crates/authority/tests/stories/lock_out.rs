//! Lock-out after too many failures, and the ways out of it.

use super::harness::{PASSWORD, World};
use super::people::{log_in, newest_link, outbox, ticket_of, wait_at_login};
use super::steps::co_authenticate;

const THREE: &str = "[lock_out]\nthreshold = 3\nseconds = 600";

#[tokio::test]
async fn the_hosted_page_and_co_authenticate_count_together_and_address_and_name_are_one_person() {
    let world = World::configured(THREE).await;
    let browser = world.browser();
    let state = wait_at_login(&browser, &[]).await;
    co_authenticate(&browser, "quickstart", "wrong").await.assert(403);
    log_in(&browser, &state, "ada", "wrong").await.assert(401);
    log_in(&browser, &state, "ada@example.com", "wrong")
        .await
        .assert(401);
    log_in(&browser, &state, "ada", PASSWORD).await.assert(429);
    co_authenticate(&browser, "quickstart", PASSWORD)
        .await
        .assert(429);
}

#[tokio::test]
async fn an_unknown_person_is_locked_out_like_a_known_one_but_gets_no_mail() {
    let world = World::configured(THREE).await;
    let browser = world.browser();
    let state = wait_at_login(&browser, &[]).await;
    for _ in 0..3 {
        log_in(&browser, &state, "nobody@example.com", "wrong")
            .await
            .assert(401);
    }
    log_in(&browser, &state, "nobody@example.com", "wrong")
        .await
        .assert(429);
    assert!(outbox(&browser).await.is_empty());
}

#[tokio::test]
async fn capitals_count_for_an_unknown_person_as_little_as_for_a_known_one() {
    for name in ["ada@example.com", "nobody@example.com", "ada", "nobody"] {
        let world = World::configured(THREE).await;
        let browser = world.browser();
        let state = wait_at_login(&browser, &[]).await;
        let mut capital = name.to_owned();
        capital[..1].make_ascii_uppercase();
        for typed in [name, &capital, &name.to_uppercase()] {
            log_in(&browser, &state, typed, "wrong").await.assert(401);
        }
        for typed in [name, &capital] {
            log_in(&browser, &state, typed, "wrong").await.assert(429);
        }
    }
}

#[tokio::test]
async fn the_link_in_the_mail_unlocks_by_a_click_and_not_by_being_opened() {
    let world = World::configured(THREE).await;
    let browser = world.browser();
    for _ in 0..3 {
        co_authenticate(&browser, "quickstart", "wrong").await.assert(403);
    }
    assert_eq!(outbox(&browser).await.len(), 1, "one mail for one lock");
    let link = newest_link(&browser).await;
    browser.get(&link).await.assert(200);
    co_authenticate(&browser, "quickstart", PASSWORD)
        .await
        .assert(429);
    browser
        .submit("/u/unlock", &[("ticket", ticket_of(&link))])
        .await
        .assert(200);
    co_authenticate(&browser, "quickstart", PASSWORD)
        .await
        .assert(200);
    browser
        .submit("/u/unlock", &[("ticket", ticket_of(&link))])
        .await
        .assert(410);
}

#[tokio::test]
async fn a_login_that_works_forgets_the_failures_before_it() {
    let world = World::configured(THREE).await;
    let browser = world.browser();
    for password in ["wrong", "wrong", PASSWORD, "wrong", "wrong"] {
        co_authenticate(&browser, "quickstart", password).await;
    }
    co_authenticate(&browser, "quickstart", PASSWORD)
        .await
        .assert(200);
}

#[tokio::test]
async fn by_default_it_takes_ten_failures() {
    let world = World::new().await;
    let browser = world.browser();
    for _ in 0..10 {
        co_authenticate(&browser, "quickstart", "wrong").await.assert(403);
    }
    let locked = co_authenticate(&browser, "quickstart", PASSWORD)
        .await
        .assert(429);
    assert_eq!(locked.json()["error"], "too_many_attempts");
}
