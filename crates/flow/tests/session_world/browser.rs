//! The browser of the world: what its tabs have each, and what they share.

use std::collections::{HashMap, VecDeque};

use vestibule_flow::{
    Area, Ask, Loaded, LockAnswer, Network, Save, Session, SessionAnswer, SessionConfig, SessionEffect,
    SessionEvent, SessionInput, Shelf, Ticket, Word, session_id,
};
use vestibule_protocol::ProofKey;

use super::{Job, Outcome, PAGE, page};

pub struct Tab {
    pub session: Session,
    pub config: SessionConfig,
    pub events: Vec<SessionEvent>,
    pub answers: Vec<(Ticket, Outcome)>,
    pub effects: Vec<SessionEffect>,
    pub advice: Vec<String>,
    pub left_for: Vec<String>,
    pub opened: Vec<String>,
    pub navigated: Vec<String>,
    pub cleaned: Vec<String>,
    pub alarms: Vec<Ask>,
    pub forgotten: Vec<Ask>,
    pub attempts: Vec<(String, String)>,
    pub shelf: HashMap<String, String>,
}

impl Tab {
    pub fn new(config: SessionConfig, at_s: f64) -> Self {
        Self {
            session: Session::start(config.clone(), page(PAGE), at_s).0,
            config,
            events: Vec::new(),
            answers: Vec::new(),
            effects: Vec::new(),
            advice: Vec::new(),
            left_for: Vec::new(),
            opened: Vec::new(),
            navigated: Vec::new(),
            cleaned: Vec::new(),
            alarms: Vec::new(),
            forgotten: Vec::new(),
            attempts: Vec::new(),
            shelf: HashMap::new(),
        }
    }
}

/// What all tabs share.
pub struct Browser {
    pub shelf: HashMap<String, String>,
    pub word: Word,
    pub network: Network,
    /// Whether the storage takes a session.
    pub keeps_sessions: bool,
    /// Whether the storage takes an attempt.
    pub keeps_attempts: bool,
    /// Whether the browser keeps keys.
    pub keeps_keys: bool,
    pub keys: HashMap<String, u8>,
    made_keys: u8,
    holder: Option<(usize, Ask)>,
    waiting: VecDeque<(usize, Ask)>,
}

impl Default for Browser {
    fn default() -> Self {
        Self {
            shelf: HashMap::new(),
            word: Word::Nothing,
            network: Network::Perhaps,
            keeps_sessions: true,
            keeps_attempts: true,
            keeps_keys: true,
            keys: HashMap::new(),
            made_keys: 0,
            holder: None,
            waiting: VecDeque::new(),
        }
    }
}

impl Browser {
    pub fn key(&mut self, name: &str) -> Option<ProofKey> {
        if !self.keeps_keys {
            return None;
        }
        let made = *self.keys.entry(name.to_owned()).or_insert_with(|| {
            self.made_keys += 1;
            self.made_keys
        });
        Some(ProofKey::new(&[made; 32], &[200; 32]))
    }

    /// A signature that tells which key made it.
    pub fn sign(&self, name: &str) -> Option<Vec<u8>> {
        self.keys.get(name).map(|made| vec![*made; 64])
    }

    pub fn drop_key(&mut self, name: &str) {
        self.keys.remove(name);
    }

    /// Says whether it is held at once.
    pub fn lock(&mut self, _name: &str, tab: usize, ask: Ask) -> bool {
        if self.holder.is_some() {
            self.waiting.push_back((tab, ask));
            return false;
        }
        self.holder = Some((tab, ask));
        true
    }

    pub fn unlock(&mut self, tab: usize, ask: Ask) -> Option<Job> {
        self.waiting.retain(|waiting| *waiting != (tab, ask));
        if self.holder != Some((tab, ask)) {
            return None;
        }
        self.holder = self.waiting.pop_front();
        self.holder.map(held)
    }

    /// The tab's page goes, and its locks with it.
    pub fn leave(&mut self, tab: usize) -> Option<Job> {
        self.waiting.retain(|(of, _)| *of != tab);
        let (_, ask) = self.holder.filter(|(of, _)| *of == tab)?;
        self.unlock(tab, ask)
    }

    /// Whoever waits for the lock has waited long enough.
    pub fn time_out(&mut self) -> Option<(usize, Ask)> {
        self.waiting.pop_front()
    }

    pub fn is_locked(&self) -> bool {
        self.holder.is_some() || !self.waiting.is_empty()
    }

    pub fn load(&self, tab: &Tab, place: &Shelf) -> Loaded {
        let stored = match place.area {
            None => None,
            Some(Area::Tab) => tab.shelf.get(&place.key),
            Some(Area::Browser) => self.shelf.get(&place.key),
        };
        Loaded {
            stored: stored.cloned(),
            word: self.word,
            network: self.network,
        }
    }

    pub fn save(&mut self, tab: &mut Tab, save: Save) {
        let Save {
            shelf,
            value,
            expecting,
        } = save;
        let is_login = expecting.is_none();
        let place = match shelf.area {
            None => None,
            Some(Area::Tab) => Some(&mut tab.shelf),
            Some(Area::Browser) => Some(&mut self.shelf),
        };
        if let Some(place) = place
            && self.keeps_sessions
        {
            let now = place.get(&shelf.key).and_then(|stored| session_id(stored));
            if is_login || now == expecting {
                place.insert(shelf.key, value);
            }
        }
        if is_login {
            self.word = Word::SignedIn;
        }
    }

    pub fn erase(&mut self, tab: &mut Tab, place: &Shelf) {
        self.discard(tab, place);
        self.word = Word::SignedOut;
    }

    pub fn discard(&mut self, tab: &mut Tab, place: &Shelf) {
        match place.area {
            None => None,
            Some(Area::Tab) => tab.shelf.remove(&place.key),
            Some(Area::Browser) => self.shelf.remove(&place.key),
        };
    }
}

/// The lock goes to the next.
fn held((tab, ask): (usize, Ask)) -> Job {
    Job::Input(
        tab,
        SessionInput::Answered(ask, SessionAnswer::Locked(LockAnswer::Held)),
    )
}
