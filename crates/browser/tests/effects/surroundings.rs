//! The clock, chance, the address bar, the console, and what the app and the machine hear of the page.

use std::cell::{Cell, OnceCell};
use std::rc::Rc;

use vestibule_browser::{Runner, navigate};
use vestibule_flow::{Advice, Answer, Effect, Event, LoginEvent};
use wasm_bindgen_test::wasm_bindgen_test;

use crate::page::{Desk, ask, js, origin, settle};

#[wasm_bindgen_test]
async fn a_timer_wakes_once_and_the_longest_wait_is_not_taken_for_none() {
    let desk = Desk::new();
    desk.run(Effect::Wake {
        ask: ask(),
        after_s: 0,
    });
    assert_eq!(desk.answer().await, (ask(), Answer::Woke));
    desk.run(Effect::Wake {
        ask: ask(),
        after_s: u32::MAX,
    });
    settle().await;
    assert!(desk.is_silent());
}

#[wasm_bindgen_test]
async fn random_bytes_are_answered_at_once_and_an_answer_may_ask_again() {
    let runner: Rc<OnceCell<Runner>> = Rc::default();
    let drawn = Rc::new(Cell::new([[0; 96]; 3]));
    let left = Rc::new(Cell::new(3_usize));
    let answer = {
        let (runner, drawn, left) = (Rc::clone(&runner), Rc::clone(&drawn), Rc::clone(&left));
        move |event| {
            // It lives as long as the page, which other tests wake.
            let Event::Answered(ask, Answer::Drawn(bytes)) = event else {
                return;
            };
            left.set(left.get() - 1);
            let mut all = drawn.get();
            all[left.get()] = *bytes;
            drawn.set(all);
            if left.get() > 0 {
                runner.get().expect("it runs").run(Effect::Random { ask });
            }
        }
    };
    let runner = runner.get_or_init(|| Runner::new(answer, drop));
    runner.run(Effect::Random { ask: ask() });
    assert_eq!(left.get(), 0);
    let [one, two, three] = drawn.get();
    assert!(one != two && two != three && one != three && one != [0; 96]);
}

#[wasm_bindgen_test]
fn the_address_is_cleaned_in_place_and_the_hosts_history_state_stays() {
    js(
        "window.before = [location.href, history.length]; history.replaceState({route: 7}, '', '/?code=CODE&state=S#/in')",
    );
    Desk::new().run(Effect::CleanUrl(format!("{}/#/in", origin())));
    let after = js(
        "[location.pathname, location.search, location.hash, history.state.route, history.length === before[1]].join()",
    );
    js("history.replaceState(null, '', before[0])");
    assert_eq!(after, "/,,#/in,7,true");
}

#[wasm_bindgen_test]
fn advice_is_said_once_for_each_sentence() {
    js(
        "window.warned = []; window.realWarn = console.warn; console.warn = sentence => warned.push(sentence)",
    );
    for page in ["https://a.example", "https://b.example", "https://a.example"] {
        Desk::new().run(Effect::Advise(Advice::NoMessage { page: page.into() }));
    }
    js("console.warn = window.realWarn");
    assert_eq!(js("warned.length"), 2);
    assert_eq!(js("warned[0].includes('https://a.example')"), true);
}

#[wasm_bindgen_test]
fn events_reach_the_app() {
    let desk = Desk::new();
    desk.run(Effect::Emit(LoginEvent::Shown));
    assert_eq!(desk.said.borrow().emitted, [LoginEvent::Shown]);
}

#[wasm_bindgen_test]
async fn a_page_from_the_back_forward_cache_says_so_and_a_fresh_one_does_not() {
    let desk = Desk::new();
    js("window.dispatchEvent(new PageTransitionEvent('pageshow', {persisted: false}))");
    assert!(desk.is_silent());
    js("window.dispatchEvent(new PageTransitionEvent('pageshow', {persisted: true}))");
    assert_eq!(desk.event().await, Event::Returned);
    let Desk { runner, said } = desk;
    drop(runner);
    js("window.dispatchEvent(new PageTransitionEvent('pageshow', {persisted: true}))");
    assert!(said.borrow().events.is_empty());
}

#[wasm_bindgen_test]
async fn a_script_is_no_place_to_go() {
    navigate("javascript:window.ran = true");
    settle().await;
    assert!(js("window.ran").is_undefined());
}
