//! What has expired is forgotten, so that the store does not grow without bound.

use super::harness::World;
use super::steps::{authorize, code_with, ticket};

#[tokio::test]
async fn expired_rows_go_with_a_later_request() {
    let world = World::new().await;
    let browser = world.browser();
    authorize(&browser, &code_with(&[("scope", "openid offline_access")]))
        .await
        .assert(303);
    ticket(&browser, "quickstart").await;
    world.browser().authorize(&code_with(&[])).await.assert(303);
    assert!(rows(&world) >= 5);
    world.clock.advance(3_000_000);
    browser.get("/.well-known/jwks.json").await.assert(200);
    assert_eq!(rows(&world), 0);
}

fn rows(world: &World) -> i64 {
    let tables = [
        "sessions",
        "requests",
        "tickets",
        "grants",
        "codes",
        "refresh_tokens",
        "otp",
        "once",
        "attempts",
    ];
    let count = |table: &str| {
        let sql = format!("SELECT count(*) FROM {table}");
        world
            .state
            .store
            .with(|tx| Ok(tx.query_row(&sql, [], |row| row.get::<_, i64>(0))?))
            .unwrap()
    };
    tables.iter().map(|table| count(table)).sum()
}
