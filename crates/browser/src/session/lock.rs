//! A lock that all tabs of the app respect: the browser's own (Web Locks), or a lease in the storage where it has none.

use std::cell::RefCell;
use std::rc::Rc;

use gloo_timers::callback::Timeout;
use js_sys::{Function, Object, Promise, Reflect};
use vestibule_flow::LockAnswer;
use wasm_bindgen::{JsCast, JsValue, closure::Closure};
use wasm_bindgen_futures::{JsFuture, spawn_local};
use web_sys::AbortController;

use super::lease::Lease;
use crate::window;

/// A lock that is held or waited for; dropped, it is let go, or not waited for any more.
pub(super) enum Lock {
    Browsers { _held: Held },
    Lease { _lease: Lease },
}

/// The browser's own lock.
pub(super) struct Held {
    /// Ends the promise for whose time the browser keeps the lock.
    release: Rc<RefCell<Option<Function>>>,
    abort: AbortController,
    _granted: Closure<dyn FnMut(JsValue) -> Promise>,
    _deadline: Timeout,
}

impl Lock {
    /// Asks for a lock. `done` is called once: when it is held, or when the time is over.
    pub(super) fn ask(name: &str, timeout_s: u32, done: impl Fn(LockAnswer) + 'static) -> Self {
        match manager() {
            Some((manager, request)) => Self::Browsers {
                _held: Held::ask(&manager, &request, (name, timeout_s), Rc::new(done)),
            },
            None => Self::Lease {
                _lease: Lease::ask(name, timeout_s, done),
            },
        }
    }
}

impl Held {
    fn ask(
        manager: &JsValue,
        request: &Function,
        (name, timeout_s): (&str, u32),
        done: Rc<dyn Fn(LockAnswer)>,
    ) -> Self {
        let release: Rc<RefCell<Option<Function>>> = Rc::default();
        let abort =
            AbortController::new().expect("every browser that runs this WebAssembly has AbortController");
        let granted = {
            let (release, done) = (Rc::clone(&release), Rc::clone(&done));
            Closure::new(move |_lock: JsValue| {
                let held = Promise::new(&mut |resolve, _| {
                    release.replace(Some(resolve));
                });
                done(LockAnswer::Held);
                held
            })
        };
        let options = Object::new();
        // Setting a member of an object of our own cannot fail.
        let _ = Reflect::set(&options, &"signal".into(), &abort.signal());
        let asked = request.call3(manager, &name.into(), &options, granted.as_ref());
        let gave_up = abort.signal();
        let (refused, taken) = (Rc::clone(&done), Rc::clone(&release));
        // Where the browser denies its storage it denies locks too: then no tab shares anything that a lock would guard.
        let go_on = move || {
            if !gave_up.aborted() && taken.borrow().is_none() {
                refused(LockAnswer::Held);
            }
        };
        match asked.and_then(JsCast::dyn_into::<Promise>) {
            Ok(promise) => spawn_local(async move {
                if JsFuture::from(promise).await.is_err() {
                    go_on();
                }
            }),
            Err(_) => spawn_local(async move { go_on() }),
        }
        let deadline = {
            let release = Rc::clone(&release);
            Timeout::new(timeout_s.saturating_mul(1000), move || {
                if release.borrow().is_none() {
                    done(LockAnswer::TimedOut);
                }
            })
        };
        Self {
            release,
            abort,
            _granted: granted,
            _deadline: deadline,
        }
    }
}

impl Drop for Held {
    fn drop(&mut self) {
        self.abort.abort();
        if let Some(release) = self.release.take() {
            let _ = release.call0(&JsValue::UNDEFINED);
        }
    }
}

/// `navigator.locks` and its method, where the browser has them.
fn manager() -> Option<(JsValue, Function)> {
    let manager = Reflect::get(&window::window().navigator(), &"locks".into()).ok()?;
    let request = Reflect::get(&manager, &"request".into()).ok()?.dyn_into().ok()?;
    Some((manager, request))
}
