//! The storages of the browser: kept, taken once, watched, refused and blocked.

use vestibule_flow::{Answer, Area, Effect, Event, Keep, Taken};
use vestibule_protocol::Transaction;
use wasm_bindgen_test::wasm_bindgen_test;

use crate::page::{Desk, ask, js, leave, settle};

#[wasm_bindgen_test]
async fn a_watch_answers_once_when_another_tab_takes_what_it_watches() {
    let desk = Desk::new();
    desk.run(Effect::Watch {
        ask: ask(),
        key: "vestibule.app.mail~one".into(),
    });
    js(
        "window.tellOfStorage = (key, newValue) => dispatchEvent(new StorageEvent('storage', { key, newValue }))",
    );
    for told in [
        "tellOfStorage('vestibule.app.mail~one', '{}')",
        "tellOfStorage('vestibule.app.mail~two', null)",
        "tellOfStorage(null, null)",
        // Swept, and not opened.
        "dispatchEvent(new StorageEvent('storage', { key: 'vestibule.app.mail~one', oldValue: '', newValue: null }))",
    ] {
        js(told);
        assert!(desk.is_silent(), "{told}");
    }
    js("tellOfStorage('vestibule.app.mail~one', null)");
    assert_eq!(desk.answer().await, (ask(), Answer::Woke));
    js("tellOfStorage('vestibule.app.mail~one', null)");
    settle().await;
    assert!(desk.is_silent());
}

#[wasm_bindgen_test]
async fn a_watch_answers_when_what_it_watches_was_taken_while_the_page_slept() {
    let desk = Desk::new();
    let key = "vestibule.app.mail~slept";
    js(&format!("localStorage.setItem('{key}', '{{}}')"));
    desk.run(Effect::Watch {
        ask: ask(),
        key: key.into(),
    });
    let wakes = "dispatchEvent(new PageTransitionEvent('pageshow', { persisted: true }))";
    js(wakes);
    assert_eq!(desk.event().await, Event::Returned);
    assert!(desk.is_silent(), "it is there still");
    js(&format!("localStorage.removeItem('{key}')"));
    js(wakes);
    let told = [desk.event().await, desk.event().await];
    assert!(told.contains(&Event::Answered(ask(), Answer::Woke)), "{told:?}");
}

/// The time by the app's own clock, which is not the browser's.
const AT_S: u64 = 1_000_000;

fn keep(area: Area, key: &str) -> Effect {
    Effect::Keep(Keep {
        area,
        key: key.into(),
        value: format!("value of {key}"),
        at_s: AT_S,
    })
}

async fn take(desk: &Desk, key: &str) -> Taken {
    desk.run(Effect::Take {
        ask: ask(),
        key: key.to_owned().into(),
    });
    let (_, Answer::Taken(taken)) = desk.answer().await else {
        panic!("no storage")
    };
    taken
}

#[wasm_bindgen_test]
async fn a_transaction_is_taken_once_from_either_storage() {
    let desk = Desk::new();
    for (area, key) in [
        (Area::Tab, "vestibule.app.tab"),
        (Area::Browser, "vestibule.app.browser"),
    ] {
        desk.run(keep(area, key));
        assert!(take(&desk, key).await == Taken::Found(format!("value of {key}")));
        let left = js(&format!(
            "localStorage.getItem('{key}') ?? sessionStorage.getItem('{key}')"
        ));
        assert!(left.is_null(), "it is gone from the storage");
        assert!(
            take(&desk, key).await == Taken::Elsewhere,
            "another widget of the page hears that it was taken"
        );
    }
    assert!(take(&desk, "vestibule.app.never").await == Taken::Missing);
}

#[wasm_bindgen_test]
async fn links_that_nobody_opened_in_their_time_do_not_pile_up() {
    let desk = Desk::new();
    let begun = |ago_s: u64| Transaction::new([7; 96], AT_S - ago_s).to_stored();
    let day_s = 24 * 3600;
    for (key, value) in [
        ("vestibule.app.old", begun(day_s)),
        ("vestibule.app.fresh", begun(60)),
        ("vestibule.other.old", begun(day_s)),
        ("vestibule.app.last-connection", "google-oauth2".into()),
    ] {
        js(&format!("localStorage.setItem('{key}', {value:?})"));
    }
    desk.run(keep(Area::Browser, "vestibule.app.next"));
    let stays = |key: &str| !js(&format!("localStorage.getItem('{key}')")).is_null();
    assert!(!stays("vestibule.app.old"));
    for key in [
        "vestibule.app.fresh",
        "vestibule.other.old",
        "vestibule.app.last-connection",
        "vestibule.app.next",
    ] {
        assert!(stays(key), "{key}");
        js(&format!("localStorage.removeItem('{key}')"));
    }
}

#[wasm_bindgen_test]
async fn a_transaction_of_another_client_is_elsewhere_and_stays_there() {
    let desk = Desk::new();
    desk.run(keep(Area::Tab, "vestibule.one.shared"));
    assert!(take(&desk, "vestibule.two.shared").await == Taken::Elsewhere);
    assert!(
        take(&desk, "vestibule.one.shared").await == Taken::Found("value of vestibule.one.shared".into())
    );
    assert!(take(&desk, "vestibule.two.shared").await == Taken::Elsewhere);

    js("sessionStorage.setItem('host.of-the-app', '1')");
    assert!(
        take(&desk, "vestibule.two.of-the-app").await == Taken::Missing,
        "the app's own keys are not looked at"
    );
}

#[wasm_bindgen_test]
async fn a_storage_that_refuses_keeps_the_page_where_it_is() {
    js("window.realSet = Storage.prototype.setItem;
        Storage.prototype.setItem = () => { throw new DOMException('', 'QuotaExceededError'); }");
    let desk = Desk::new();
    desk.run(keep(Area::Browser, "vestibule.app.full"));
    desk.run(leave());
    js("Storage.prototype.setItem = window.realSet");
    assert_eq!(desk.answer().await.1, Answer::StorageRefused);
}

#[wasm_bindgen_test]
async fn blocked_storages_read_as_empty() {
    js("window.blocked = ['localStorage', 'sessionStorage'].map(name => [name, Object.getOwnPropertyDescriptor(window, name)]);
        for (const [name] of window.blocked)
            Object.defineProperty(window, name, {configurable: true, get() { throw new DOMException('', 'SecurityError'); }})");
    let desk = Desk::new();
    let taken = take(&desk, "vestibule.app.any").await;
    js("for (const [name, real] of window.blocked) Object.defineProperty(window, name, real)");
    assert!(taken == Taken::Missing);
}
