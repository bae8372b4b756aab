//! A lock for browsers without Web Locks: an entry in the storage with an owner and an end, for the tab that wrote last.

use std::cell::Cell;
use std::rc::Rc;

use gloo_timers::callback::{Interval, Timeout};
use js_sys::Date;
use vestibule_flow::{Area, LockAnswer};

use crate::storage::storage;
use crate::window;

/// How long an owner that says nothing any more keeps the others waiting, in milliseconds. One that is there says so at every
/// look, as often as browsers let the timers of a tab in the back run.
const LEASE_MS: f64 = 15_000.0;

/// How often to look, in milliseconds. Between writing and looking again, another tab's entry may have taken its place.
const LOOK_EVERY_MS: u32 = 60;

/// A lease that is held or waited for; dropped, it is given back.
pub(super) struct Lease {
    entry: Rc<Entry>,
    _look: Interval,
    _deadline: Timeout,
}

struct Entry {
    key: String,
    owner: String,
    stage: Cell<Stage>,
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Stage {
    Waiting,
    /// Written; it counts if it still stands there at the next look.
    Written,
    Held,
}

impl Lease {
    pub(super) fn ask(name: &str, timeout_s: u32, done: impl Fn(LockAnswer) + 'static) -> Self {
        let entry = Rc::new(Entry {
            key: format!("{name}.lease"),
            owner: owner(),
            stage: Cell::new(Stage::Waiting),
        });
        let done = Rc::new(done);
        let look = {
            let (entry, done) = (Rc::clone(&entry), Rc::clone(&done));
            Interval::new(LOOK_EVERY_MS, move || {
                if entry.stage.get() == Stage::Held {
                    entry.prolong();
                } else if entry.look() {
                    done(LockAnswer::Held);
                }
            })
        };
        let deadline = {
            let entry = Rc::clone(&entry);
            Timeout::new(timeout_s.saturating_mul(1000), move || {
                if entry.stage.get() != Stage::Held {
                    done(LockAnswer::TimedOut);
                }
            })
        };
        Self {
            entry,
            _look: look,
            _deadline: deadline,
        }
    }
}

impl Drop for Lease {
    fn drop(&mut self) {
        if self.entry.is_ours()
            && let Some(storage) = storage(Area::Browser)
        {
            let _ = storage.remove_item(&self.entry.key);
        }
    }
}

impl Entry {
    /// Looks once; says whether the lease is held from now on.
    fn look(&self) -> bool {
        if storage(Area::Browser).is_none() {
            // Nothing is shared that a lease would guard.
            self.stage.set(Stage::Held);
            return true;
        }
        if self.stage.get() == Stage::Written && self.is_ours() {
            self.stage.set(Stage::Held);
            return true;
        }
        let stage = if self.is_free() && self.write() {
            Stage::Written
        } else {
            Stage::Waiting
        };
        self.stage.set(stage);
        false
    }

    /// Puts off the end of a lease that is still ours and half over.
    fn prolong(&self) {
        let is_half_over =
            |(owner, until): (String, f64)| owner == self.owner && until < Date::now() + LEASE_MS / 2.0;
        if self.read().is_some_and(is_half_over) {
            self.write();
        }
    }

    fn write(&self) -> bool {
        let value = format!("{} {:.0}", self.owner, Date::now() + LEASE_MS);
        storage(Area::Browser).is_some_and(|storage| storage.set_item(&self.key, &value).is_ok())
    }

    fn is_free(&self) -> bool {
        match self.read() {
            None => true,
            Some((_, until)) => until < Date::now(),
        }
    }

    fn is_ours(&self) -> bool {
        self.read().is_some_and(|(owner, _)| owner == self.owner)
    }

    fn read(&self) -> Option<(String, f64)> {
        let value = storage(Area::Browser)?.get_item(&self.key).ok().flatten()?;
        let (owner, until) = value.split_once(' ')?;
        Some((owner.to_owned(), until.parse().ok()?))
    }
}

/// A name that no other tab has.
fn owner() -> String {
    let entropy = window::random();
    entropy[..8].iter().map(ToString::to_string).collect()
}
