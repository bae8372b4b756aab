//! The scripts of captcha providers: loaded when a challenge names one, put into a place of the page, listened to.
//!
//! Each provider is a value that an app names; those that it does not name do not reach the page.

mod arkose;
mod friendly;
mod render;
mod script;

use std::any::Any;
use std::cell::RefCell;
use std::rc::{Rc, Weak};

use js_sys::{Function, Object, Reflect};
use wasm_bindgen::closure::Closure;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::Element;

pub use arkose::ARKOSE;
pub use friendly::FRIENDLY_CAPTCHA;
pub use render::{HCAPTCHA, RECAPTCHA_ENTERPRISE, RECAPTCHA_V2, TURNSTILE};

/// What a provider's script is given.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Riddle {
    /// The script's address.
    pub script: String,
    /// The site key of the challenge.
    pub site_key: String,
    /// The language of the page's words (BCP 47).
    pub language: String,
}

/// What comes of it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Outcome {
    /// Solved, with the answer for the server.
    Solved(String),
    /// What was solved counts no more.
    Expired,
    /// The script did not come, or gave up.
    Failed,
}

/// How the script of a provider is spoken with.
#[derive(Clone, Copy)]
pub struct Provider {
    /// What its element needs before it is loaded.
    prepare: fn(&Element) -> Result<(), JsValue>,
    /// Puts a riddle into its place, once the script is there.
    show: fn(&Rc<Desk>) -> Result<(), JsValue>,
}

impl Provider {
    const fn new(show: fn(&Rc<Desk>) -> Result<(), JsValue>) -> Self {
        Self {
            prepare: |_| Ok(()),
            show,
        }
    }
}

/// A riddle that stands in the page; dropped, nothing of it is heard any more.
pub struct Standing {
    _desk: Rc<Desk>,
}

/// Loads the provider's script, if it is not there yet, and puts the riddle into the place.
#[must_use]
pub fn stand(
    provider: Provider,
    place: &Element,
    riddle: Riddle,
    tell: impl Fn(Outcome) + 'static,
) -> Standing {
    let desk = Rc::new(Desk {
        place: place.clone(),
        riddle,
        tell: Box::new(tell),
        kept: RefCell::default(),
    });
    let weak = Rc::downgrade(&desk);
    script::load(&desk.riddle.script, provider.prepare, move |loaded| {
        let Some(desk) = weak.upgrade() else { return };
        if loaded {
            desk.check(&(provider.show)(&desk));
        } else {
            (desk.tell)(Outcome::Failed);
        }
    });
    Standing { _desk: desk }
}

/// What a provider works with.
pub struct Desk {
    place: Element,
    riddle: Riddle,
    tell: Box<dyn Fn(Outcome)>,
    /// The functions that the script calls, for as long as the riddle stands.
    kept: RefCell<Vec<Box<dyn Any>>>,
}

impl Desk {
    /// A function for the script that tells an outcome made of what it is given.
    fn on(self: &Rc<Self>, outcome: impl Fn(&JsValue) -> Outcome + 'static) -> Function {
        let weak: Weak<Self> = Rc::downgrade(self);
        let closure = Closure::<dyn Fn(JsValue)>::new(move |given: JsValue| {
            if let Some(desk) = weak.upgrade() {
                (desk.tell)(outcome(&given));
            }
        });
        self.keep(closure)
    }

    /// A function for the script that does something.
    fn then(self: &Rc<Self>, act: impl Fn(&Rc<Self>, &JsValue) -> Result<(), JsValue> + 'static) -> Function {
        let weak: Weak<Self> = Rc::downgrade(self);
        let closure = Closure::<dyn Fn(JsValue)>::new(move |given: JsValue| {
            if let Some(desk) = weak.upgrade() {
                desk.check(&act(&desk, &given));
            }
        });
        self.keep(closure)
    }

    fn keep(&self, closure: Closure<dyn Fn(JsValue)>) -> Function {
        let function = closure.as_ref().unchecked_ref::<Function>().clone();
        self.kept.borrow_mut().push(Box::new(closure));
        function
    }

    /// A script that throws has failed.
    fn check(&self, done: &Result<(), JsValue>) {
        if done.is_err() {
            (self.tell)(Outcome::Failed);
        }
    }
}

/// The answer that a script gives as a text.
fn solved(given: &JsValue) -> Outcome {
    match given.as_string() {
        Some(answer) if !answer.is_empty() => Outcome::Solved(answer),
        _ => Outcome::Failed,
    }
}

/// An object of the page, by its path from the global one.
fn global(path: &[&str]) -> Result<JsValue, JsValue> {
    path.iter()
        .try_fold(js_sys::global().into(), |object: JsValue, name| {
            Reflect::get(&object, &JsValue::from_str(name))
        })
}

fn method(object: &JsValue, name: &str) -> Result<Function, JsValue> {
    Reflect::get(object, &JsValue::from_str(name))?.dyn_into()
}

fn object(members: &[(&str, JsValue)]) -> Object {
    let object = Object::new();
    for (name, value) in members {
        // A fresh object takes every member.
        let _ = Reflect::set(&object, &JsValue::from_str(name), value);
    }
    object
}
