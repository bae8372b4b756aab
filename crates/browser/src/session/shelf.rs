//! What is kept of a session: its text in the storage of its choice, and for all tabs a word that there is one.

use vestibule_flow::{Area, Loaded, Network, Save, Shelf, Word, session_id};

use crate::storage::storage;
use crate::window;

const SIGNED_IN: &str = "signed-in";
const SIGNED_OUT: &str = "signed-out";

/// Reads it.
pub(super) fn load(shelf: &Shelf) -> Loaded {
    let network = if window::window().navigator().on_line() {
        Network::Perhaps
    } else {
        Network::Offline
    };
    Loaded {
        stored: shelf.area.and_then(|area| get(area, &shelf.key)),
        word: match get(Area::Browser, &word_key(shelf)).as_deref() {
            Some(SIGNED_IN) => Word::SignedIn,
            Some(SIGNED_OUT) => Word::SignedOut,
            _ => Word::Nothing,
        },
        network,
    }
}

/// Keeps it, unless another tab has ended it or put another in its place. Reading and writing are one step: no other tab's
/// script runs in between.
pub(super) fn save(save: &Save) {
    let Save {
        shelf,
        value,
        expecting,
    } = save;
    match (shelf.area, expecting) {
        (Some(area), Some(id)) => {
            let now = get(area, &shelf.key).as_deref().and_then(session_id);
            if now.as_ref() != Some(id) {
                return;
            }
            set(area, &shelf.key, value);
            return;
        }
        (Some(area), None) => {
            // Where the new one does not fit, the old one must not pass for it.
            discard(shelf);
            set(area, &shelf.key, value);
        }
        // A renewal says nothing new about whether somebody is logged in.
        (None, Some(_)) => return,
        (None, None) => {}
    }
    set(Area::Browser, &word_key(shelf), SIGNED_IN);
}

/// Takes it away and says so.
pub(super) fn erase(shelf: &Shelf) {
    discard(shelf);
    set(Area::Browser, &word_key(shelf), SIGNED_OUT);
}

/// Takes it away.
pub(super) fn discard(shelf: &Shelf) {
    if let Some(storage) = shelf.area.and_then(storage) {
        let _ = storage.remove_item(&shelf.key);
    }
}

fn word_key(shelf: &Shelf) -> String {
    format!("{}.word", shelf.key)
}

fn get(area: Area, key: &str) -> Option<String> {
    storage(area)?.get_item(key).ok().flatten()
}

/// A storage that is full or closed keeps nothing: then the session lasts as long as the page.
fn set(area: Area, key: &str, value: &str) {
    if let Some(storage) = storage(area) {
        let _ = storage.set_item(key, value);
    }
}
