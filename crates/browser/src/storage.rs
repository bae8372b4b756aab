//! Transactions in the browser's storages: put there before a redirect, taken out once.

use std::cell::RefCell;
use std::rc::Rc;
use std::time::Duration;

use gloo_events::EventListener;
use vestibule_flow::{Area, Keep, Taken, built};
use vestibule_protocol::transaction::LIFETIME_S;
use vestibule_protocol::{Transaction, TransactionError};
use wasm_bindgen::JsCast;
use web_sys::{PageTransitionEvent, Storage, StorageEvent};

use crate::window;

thread_local! {
    /// What was taken on this page: another widget that asks for it is told that it is not lost.
    static TAKEN: RefCell<Vec<String>> = const { RefCell::new(Vec::new()) };
}

/// What stands in the place of a transaction that is over.
const BLANK: &str = "";

/// The storage refuses: full, blocked, missing.
pub(crate) struct Refused;

/// Puts a transaction into its storage.
pub(crate) fn keep(keep: &Keep) -> Result<(), Refused> {
    let storage = storage(keep.area).ok_or(Refused)?;
    if built::PASSWORDLESS && keep.area == Area::Browser {
        sweep(&storage, keep);
    }
    storage.set_item(&keep.key, &keep.value).map_err(|_| Refused)
}

/// Reads what stands in the whole browser's storage, and leaves it there.
pub(crate) fn look(key: &str) -> Option<String> {
    storage(Area::Browser)?.get_item(key).ok().flatten()
}

/// Takes a transaction: reads and removes it in one go.
pub(crate) fn take(key: &str) -> Taken {
    for area in [Area::Tab, Area::Browser] {
        let Some(storage) = storage(area) else { continue };
        if let Ok(Some(value)) = storage.get_item(key) {
            // One that cannot be removed could be replayed, and so does not count as found.
            if storage.remove_item(key).is_err() {
                return Taken::Missing;
            }
            TAKEN.with_borrow_mut(|taken| taken.push(state_of(key).to_owned()));
            return Taken::Found(value);
        }
    }
    let state = state_of(key);
    let had = TAKEN.with_borrow(|taken| taken.iter().any(|one| one == state));
    if had || is_anothers(state) {
        Taken::Elsewhere
    } else {
        Taken::Missing
    }
}

/// Tells when another tab removes from the whole browser's storage what stands under this key, or has done so while this page slept in
/// the back-forward cache.
pub(crate) fn on_gone(watched: String, tell: impl Fn() + 'static) -> [EventListener; 2] {
    let (window, tell) = (window::window(), Rc::new(tell));
    let since_s = window::now_s();
    let wakes = {
        let (watched, tell) = (watched.clone(), Rc::clone(&tell));
        EventListener::new(&window, "pageshow", move |event| {
            let event = event.dyn_ref::<PageTransitionEvent>();
            // Later it may have been swept.
            let is_alive = window::now_s() - since_s < Duration::from_secs(LIFETIME_S).as_secs_f64();
            if is_alive && event.is_some_and(PageTransitionEvent::persisted) && look(&watched).is_none() {
                tell();
            }
        })
    };
    let hears = EventListener::new(&window, "storage", move |event| {
        let event = event.dyn_ref::<StorageEvent>();
        let is_gone = event
            .is_some_and(|event| event.new_value().is_none() && event.old_value().as_deref() != Some(BLANK));
        if is_gone && event.and_then(StorageEvent::key).as_ref() == Some(&watched) {
            tell();
        }
    });
    [wakes, hears]
}

/// Removes the transactions of links that nobody has opened in their time, which nothing else would: there is one for each link.
/// They are blanked before, so that no other tab takes them for opened.
fn sweep(storage: &Storage, kept: &Keep) {
    let (of_the_client, _) = kept.key.rsplit_once('.').unwrap_or_default();
    let over: Vec<String> = keys(storage)
        .filter(|key| {
            key.rsplit_once('.')
                .is_some_and(|(client, _)| client == of_the_client)
        })
        .filter(|key| {
            let stored = storage.get_item(key).ok().flatten().unwrap_or_default();
            Transaction::from_stored(&stored, kept.at_s) == Err(TransactionError::Expired)
        })
        .collect();
    for key in over {
        // One that stays does no harm.
        if storage.set_item(&key, BLANK).is_ok() {
            let _ = storage.remove_item(&key);
        }
    }
}

fn keys(storage: &Storage) -> impl Iterator<Item = String> {
    let count = storage.length().unwrap_or_default();
    (0..count).filter_map(|at| storage.key(at).ok().flatten())
}

/// Whether a widget with another client keeps a transaction under this state.
fn is_anothers(state: &str) -> bool {
    [Area::Tab, Area::Browser]
        .into_iter()
        .filter_map(storage)
        .any(|storage| keys(&storage).any(|key| key.starts_with("vestibule.") && state_of(&key) == state))
}

/// Keys end in the state, in which there is no dot.
fn state_of(key: &str) -> &str {
    key.rsplit_once('.').map_or(key, |(_, state)| state)
}

pub(crate) fn storage(area: Area) -> Option<Storage> {
    let window = window::window();
    match area {
        Area::Tab => window.session_storage(),
        Area::Browser => window.local_storage(),
    }
    .ok()
    .flatten()
}
