//! A session's effects in a real page: keys that nobody can read, locks with and without the browser's own, what is kept, and
//! other tabs.

#![cfg(target_arch = "wasm32")]

mod page;

use std::cell::RefCell;
use std::collections::VecDeque;
use std::rc::Rc;

use js_sys::{Function, Promise};
use page::{asks, js, settle};
use vestibule_browser::SessionRunner;
use vestibule_flow::{
    Answer, Area, Ask, LockAnswer, MessageFault, Save, SessionAnswer, SessionEffect, SessionInput, Shelf,
    TabMessage, Word,
};
use vestibule_protocol::{ProofKey, Proving};
use wasm_bindgen::JsValue;
use wasm_bindgen_futures::JsFuture;
use wasm_bindgen_test::{wasm_bindgen_test, wasm_bindgen_test_configure};

wasm_bindgen_test_configure!(run_in_browser);

/// A runner whose inputs can be awaited: one tab of an app.
struct Tab {
    runner: SessionRunner,
    said: Rc<RefCell<Said>>,
}

#[derive(Default)]
struct Said {
    inputs: VecDeque<SessionInput>,
    waiting: Option<Function>,
}

impl Tab {
    fn new() -> Self {
        let said = Rc::new(RefCell::new(Said::default()));
        let heard = Rc::clone(&said);
        let answer = move |input| {
            let waiting = {
                let mut said = heard.borrow_mut();
                said.inputs.push_back(input);
                said.waiting.take()
            };
            if let Some(resolve) = waiting {
                resolve
                    .call0(&JsValue::NULL)
                    .expect("a promise may be resolved at any time");
            }
        };
        Self {
            runner: SessionRunner::new(answer, |_| {}),
            said,
        }
    }

    async fn input(&self) -> SessionInput {
        loop {
            if let Some(input) = self.said.borrow_mut().inputs.pop_front() {
                return input;
            }
            let more = Promise::new(&mut |resolve, _| self.said.borrow_mut().waiting = Some(resolve));
            JsFuture::from(more).await.expect("it is only ever resolved");
        }
    }

    async fn answer(&self) -> SessionAnswer {
        match self.input().await {
            SessionInput::Answered(_, answer) => answer,
            other => panic!("{other:?} is no answer"),
        }
    }

    fn is_silent(&self) -> bool {
        self.said.borrow().inputs.is_empty()
    }

    async fn key(&self, ask: Ask, name: &str) -> ProofKey {
        self.runner.run(SessionEffect::Key {
            ask,
            name: name.into(),
        });
        match self.answer().await {
            SessionAnswer::Key(Some(key)) => key,
            other => panic!("{other:?}"),
        }
    }

    fn lock(&self, ask: Ask, name: &str, timeout_s: u32) {
        self.runner.run(SessionEffect::Lock {
            ask,
            name: name.into(),
            timeout_s,
        });
    }

    fn stored(&self, ask: Ask, place: &Shelf) -> (Option<String>, Word) {
        self.runner.run(SessionEffect::Load {
            ask,
            shelf: place.clone(),
        });
        match self.said.borrow_mut().inputs.pop_front() {
            Some(SessionInput::Answered(_, SessionAnswer::Loaded(loaded))) => (loaded.stored, loaded.word),
            other => panic!("{other:?}"),
        }
    }
}

#[wasm_bindgen_test]
async fn a_key_is_made_once_signs_and_is_gone_when_it_is_dropped() {
    let tab = Tab::new();
    let asks = asks();
    let key = tab.key(asks[0], "key-test").await;
    assert_eq!(tab.key(asks[0], "key-test").await, key, "the same one every time");
    let input = key.signing_input(&Proving {
        method: "GET",
        url: "https://api.example.com/",
        access_token: None,
        nonce: None,
        entropy: [7; 16],
        at_s: 1,
    });
    let (ask, name) = (asks[0], "key-test".to_owned());
    tab.runner.run(SessionEffect::Sign { ask, name, input });
    let SessionAnswer::Signed(Some(signature)) = tab.answer().await else {
        panic!("no signature")
    };
    assert_eq!(signature.len(), 64, "R and S, not DER");
    tab.runner.run(SessionEffect::DropKey {
        name: "key-test".into(),
    });
    assert_ne!(tab.key(asks[0], "key-test").await, key, "another after that");
}

/// The second waits until the first lets go.
async fn one_after_the_other(name: &str) {
    let (first, second) = (Tab::new(), Tab::new());
    let asks = asks();
    first.lock(asks[0], name, 10);
    assert_eq!(first.answer().await, SessionAnswer::Locked(LockAnswer::Held));
    second.lock(asks[1], name, 10);
    for _ in 0..5 {
        settle().await;
    }
    assert!(second.is_silent(), "it is held");
    first.runner.run(SessionEffect::Unlock { ask: asks[0] });
    assert_eq!(second.answer().await, SessionAnswer::Locked(LockAnswer::Held));
}

#[wasm_bindgen_test]
async fn a_lock_is_held_by_one_tab_at_a_time() {
    one_after_the_other("lock-test").await;
}

#[wasm_bindgen_test]
async fn a_lock_is_held_by_one_tab_at_a_time_in_a_browser_without_locks() {
    js("Object.defineProperty(navigator, 'locks', { value: undefined, configurable: true })");
    one_after_the_other("lease-test").await;
    js("delete navigator.locks");
}

#[wasm_bindgen_test]
async fn a_lock_that_is_not_let_go_is_given_up_in_time_and_not_held_later() {
    let (first, second) = (Tab::new(), Tab::new());
    let asks = asks();
    first.lock(asks[0], "frozen-test", 10);
    assert_eq!(first.answer().await, SessionAnswer::Locked(LockAnswer::Held));
    second.lock(asks[1], "frozen-test", 1);
    assert_eq!(second.answer().await, SessionAnswer::Locked(LockAnswer::TimedOut));
    drop(first);
    let third = Tab::new();
    third.lock(asks[0], "frozen-test", 10);
    assert_eq!(third.answer().await, SessionAnswer::Locked(LockAnswer::Held));
}

#[wasm_bindgen_test]
fn a_session_is_kept_only_where_it_still_stands() {
    let tab = Tab::new();
    let ask = page::ask();
    let shelf = Shelf {
        area: Some(Area::Browser),
        key: "shelf-test".into(),
    };
    let save = |value: &str, expecting: Option<&str>| {
        tab.runner.run(SessionEffect::Save(Save {
            shelf: shelf.clone(),
            value: value.into(),
            expecting: expecting.map(str::to_owned),
        }));
    };
    let (first, renewed) = (r#"{"id":"one"}"#, r#"{"id":"one","renewed":"yes"}"#);
    save(first, None);
    assert_eq!(tab.stored(ask, &shelf), (Some(first.into()), Word::SignedIn));
    save(renewed, Some("one"));
    assert_eq!(tab.stored(ask, &shelf).0.as_deref(), Some(renewed));
    save(first, Some("two"));
    assert_eq!(
        tab.stored(ask, &shelf).0.as_deref(),
        Some(renewed),
        "another login's"
    );
    tab.runner.run(SessionEffect::Erase { shelf: shelf.clone() });
    save(renewed, Some("one"));
    assert_eq!(
        tab.stored(ask, &shelf),
        (None, Word::SignedOut),
        "not brought back"
    );
}

#[wasm_bindgen_test]
async fn tabs_hear_each_other_and_not_themselves() {
    let (first, second) = (Tab::new(), Tab::new());
    for tab in [&first, &second] {
        tab.runner.run(SessionEffect::Listen {
            channel: "tabs-test".into(),
        });
    }
    first.runner.run(SessionEffect::Tell {
        channel: "tabs-test".into(),
        message: TabMessage::SignedOut,
    });
    assert_eq!(second.input().await, SessionInput::Told(TabMessage::SignedOut));
    assert!(first.is_silent());
}

#[wasm_bindgen_test]
async fn a_page_that_keeps_frames_out_is_told_at_once_and_opens_none() {
    js("Object.defineProperty(window, 'crossOriginIsolated', { value: true, configurable: true })");
    let tab = Tab::new();
    tab.runner.run(SessionEffect::Do(page::web_message()));
    js("delete window.crossOriginIsolated");
    assert_eq!(js("document.querySelectorAll('iframe[title=Login]').length"), 0);
    let told = SessionAnswer::Did(Answer::Message(Err(MessageFault::Unreachable)));
    assert!(matches!(tab.input().await, SessionInput::Answered(_, answer) if answer == told));
}
