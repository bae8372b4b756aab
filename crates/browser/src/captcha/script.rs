//! A script from elsewhere, loaded once for the whole page, under Trusted Types where the page asks for them.

use std::cell::{Cell, RefCell};

use gloo_events::EventListener;
use gloo_timers::callback::Timeout;
use js_sys::{Function, Reflect};
use wasm_bindgen::closure::Closure;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::Element;

use crate::window;

/// How long a script may take, in milliseconds.
const TIMEOUT_MS: u32 = 15_000;

/// The policy that a page under Trusted Types has to allow (`trusted-types vestibule-captcha`).
const POLICY: &str = "vestibule-captcha";

/// What an element needs before its script is loaded.
type Prepare = fn(&Element) -> Result<(), JsValue>;

type Waiting = Vec<Box<dyn FnOnce(bool)>>;

/// What has become of the scripts of this page.
enum State {
    /// By the how-many-eth try of all, whose timer must not end another.
    Loading(u32, Waiting),
    There,
}

thread_local! {
    static SCRIPTS: RefCell<Vec<(String, State)>> = const { RefCell::new(Vec::new()) };
    static TRIES: Cell<u32> = const { Cell::new(0) };
}

/// Loads a script, unless the page has it, and says whether it is there. One that did not come can be tried again.
pub(super) fn load(url: &str, prepare: Prepare, done: impl FnOnce(bool) + 'static) {
    let known = SCRIPTS.with_borrow_mut(|scripts| match scripts.iter_mut().find(|(of, _)| of == url) {
        Some((_, State::There)) => Some(Box::new(done) as Box<dyn FnOnce(bool)>),
        Some((_, State::Loading(_, waiting))) => {
            waiting.push(Box::new(done));
            None
        }
        None => {
            let attempt = TRIES.get() + 1;
            TRIES.set(attempt);
            scripts.push((url.to_owned(), State::Loading(attempt, vec![Box::new(done)])));
            begin(url, attempt, prepare);
            None
        }
    });
    if let Some(done) = known {
        done(true);
    }
}

fn begin(url: &str, attempt: u32, prepare: Prepare) {
    let ended = |url: &str, there: bool| {
        let url = url.to_owned();
        move || end(&url, attempt, there)
    };
    let Ok(script) = element(url, prepare) else {
        // Not at once: whoever asks is still being written down.
        Timeout::new(0, ended(url, false)).forget();
        return;
    };
    let (loaded, failed, late) = (ended(url, true), ended(url, false), ended(url, false));
    EventListener::once(&script, "load", move |_| loaded()).forget();
    EventListener::once(&script, "error", move |_| failed()).forget();
    Timeout::new(TIMEOUT_MS, late).forget();
    if let Some(head) = window::window().document().and_then(|document| document.head()) {
        // What the page refuses is told by `error`.
        let _ = head.append_child(&script);
    }
}

/// Tells all that wait. A second end of a try, as of a timer after the load, changes nothing.
fn end(url: &str, attempt: u32, there: bool) {
    let waiting = SCRIPTS.with_borrow_mut(|scripts| {
        let at = scripts
            .iter()
            .position(|(of, state)| of == url && matches!(state, State::Loading(of, _) if *of == attempt))?;
        let (url, state) = scripts.swap_remove(at);
        if there {
            scripts.push((url, State::There));
        }
        match state {
            State::Loading(_, waiting) => Some(waiting),
            State::There => None,
        }
    });
    for done in waiting.into_iter().flatten() {
        done(there);
    }
}

fn element(url: &str, prepare: Prepare) -> Result<Element, JsValue> {
    let document = window::window().document().ok_or(JsValue::NULL)?;
    let script = document.create_element("script")?;
    prepare(&script)?;
    let source = trusted(url)?;
    Reflect::set(&script, &"async".into(), &true.into())?;
    Reflect::set(&script, &"src".into(), &source)?;
    Ok(script)
}

/// The address as the page's Trusted Types take it; as it is where there are none.
fn trusted(url: &str) -> Result<JsValue, JsValue> {
    thread_local! {
        static MAKER: RefCell<Option<JsValue>> = const { RefCell::new(None) };
    }
    let types = Reflect::get(&js_sys::global(), &"trustedTypes".into())?;
    if types.is_undefined() {
        return Ok(url.into());
    }
    let known = MAKER.with_borrow(Clone::clone);
    let policy = known.map_or_else(|| policy_of(&types), Ok)?;
    MAKER.set(Some(policy.clone()));
    let make: Function = Reflect::get(&policy, &"createScriptURL".into())?.dyn_into()?;
    make.call1(&policy, &url.into())
}

/// A policy that passes addresses on: only what this file is given comes to it, and that is what the app has named.
fn policy_of(types: &JsValue) -> Result<JsValue, JsValue> {
    let rules = js_sys::Object::new();
    let same = Closure::<dyn Fn(JsValue) -> JsValue>::new(|url: JsValue| url);
    Reflect::set(&rules, &"createScriptURL".into(), same.as_ref())?;
    same.forget();
    let create: Function = Reflect::get(types, &"createPolicy".into())?.dyn_into()?;
    create.call2(types, &POLICY.into(), &rules)
}
