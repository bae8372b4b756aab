//! Runs a session's effects: those of the login widget, and beyond them locks, keys, what is kept, other tabs, and the
//! app's own requests.

mod fetch;
mod key;
mod key_store;
mod lease;
mod lock;
mod resume;
mod shelf;
mod tabs;

use std::any::Any;
use std::cell::RefCell;
use std::rc::{Rc, Weak};

use vestibule_flow::{
    Answer, Ask, Effect, Event, LockAnswer, MessageFault, Resolved, Return, SessionAnswer, SessionEffect,
    SessionError, SessionEvent, SessionInput, Ticket,
};
use wasm_bindgen_futures::spawn_local;

use crate::http::Abort;
use crate::runner::Runner;
use crate::window;
use lock::Lock;
use resume::Resume;
use tabs::Tabs;

/// What the app is told: an event, or the answer to a question of its own.
pub enum SessionOutput {
    /// An event.
    Event(SessionEvent),
    /// An answer.
    Answer(Ticket, Result<Resolved, SessionError>),
}

/// Runs effects. Dropped, it gives up all that is under way: requests are aborted, frames removed, popups closed, locks let
/// go, listeners taken down, and no answer follows.
pub struct SessionRunner {
    desk: Rc<Desk>,
    widget: Runner,
    _resume: Resume,
}

/// What the answers come back to. What is under way holds it weakly.
struct Desk {
    answer: Box<dyn Fn(SessionInput)>,
    tell: Box<dyn Fn(SessionOutput)>,
    /// One value for each question that waits for its answer; dropping the value ends what it stands for.
    under_way: RefCell<Vec<(Ask, Box<dyn Any>)>>,
    /// Locks outlive their answer.
    locks: RefCell<Vec<(Ask, Lock)>>,
    tabs: RefCell<Option<Tabs>>,
}

impl SessionRunner {
    /// A runner that hands answers to `answer`, and what the app is to hear to `tell`. Both may run effects in their turn,
    /// and both may be called from within [`run`](Self::run).
    pub fn new(answer: impl Fn(SessionInput) + 'static, tell: impl Fn(SessionOutput) + 'static) -> Self {
        let desk = Rc::new(Desk {
            answer: Box::new(answer),
            tell: Box::new(tell),
            under_way: RefCell::default(),
            locks: RefCell::default(),
            tabs: RefCell::default(),
        });
        let weak = Rc::downgrade(&desk);
        let widget = Runner::new(
            move |event| {
                let Some(desk) = weak.upgrade() else { return };
                match event {
                    Event::Answered(ask, answer) => desk.answer(ask, SessionAnswer::Did(answer)),
                    Event::Returned => (desk.answer)(SessionInput::Resumed(Return::FromCache)),
                    // Nobody sends a session what a person or an app does to a widget.
                    Event::Person(_) | Event::Configured(_) => {}
                }
            },
            // A session has events of its own.
            |_| {},
        );
        let weak = Rc::downgrade(&desk);
        let resume = Resume::listen(move || {
            if let Some(desk) = weak.upgrade() {
                (desk.answer)(SessionInput::Resumed(Return::Seen));
            }
        });
        Self {
            desk,
            widget,
            _resume: resume,
        }
    }

    /// Runs one effect.
    pub fn run(&self, effect: SessionEffect) {
        let desk = &self.desk;
        match effect {
            // A server's frame would stay empty here, and nobody has to wait for that.
            SessionEffect::Do(Effect::WebMessage { ask, .. }) if window::is_isolated() => {
                let answer = Answer::Message(Err(MessageFault::Unreachable));
                desk.answer(ask, SessionAnswer::Did(answer));
            }
            SessionEffect::Do(effect) => {
                if let Effect::Forget { ask } = &effect {
                    drop(desk.take(*ask));
                }
                self.widget.run(effect);
            }
            SessionEffect::Fetch { ask, request } => {
                let abort = Abort::new();
                let controller = abort.controller();
                desk.begin(ask, abort);
                desk.spawn(ask, async move {
                    SessionAnswer::Did(Answer::Http(fetch::send(request, controller).await))
                });
            }
            SessionEffect::Key { ask, name } => {
                desk.begin(ask, ());
                desk.spawn(
                    ask,
                    async move { SessionAnswer::Key(key::find_or_make(&name).await) },
                );
            }
            SessionEffect::Sign { ask, name, input } => {
                desk.begin(ask, ());
                desk.spawn(ask, async move {
                    SessionAnswer::Signed(key::sign(&name, input.as_bytes()).await)
                });
            }
            SessionEffect::DropKey { name } => spawn_local(async move { key::forget(&name).await }),
            SessionEffect::Lock { ask, name, timeout_s } => {
                let weak = Rc::downgrade(desk);
                let lock = Lock::ask(&name, timeout_s, move |answer| Desk::locked(&weak, ask, answer));
                desk.locks.borrow_mut().push((ask, lock));
            }
            SessionEffect::Unlock { ask } => drop(desk.take_lock(ask)),
            SessionEffect::Load { ask, shelf } => {
                desk.answer(ask, SessionAnswer::Loaded(shelf::load(&shelf)));
            }
            SessionEffect::Save(save) => shelf::save(&save),
            SessionEffect::Erase { shelf } => shelf::erase(&shelf),
            SessionEffect::Discard { shelf } => shelf::discard(&shelf),
            SessionEffect::Listen { channel } => {
                let weak = Rc::downgrade(desk);
                let tabs = Tabs::listen(&channel, move |message| {
                    if let Some(desk) = weak.upgrade() {
                        (desk.answer)(SessionInput::Told(message));
                    }
                });
                desk.tabs.replace(tabs);
            }
            SessionEffect::Tell { message, .. } => {
                if let Some(tabs) = &*desk.tabs.borrow() {
                    tabs.tell(message);
                }
            }
            SessionEffect::Navigate(url) => window::navigate(url.expose()),
            SessionEffect::Resolve { ticket, outcome } => {
                (desk.tell)(SessionOutput::Answer(ticket, *outcome));
            }
            SessionEffect::Emit(event) => (desk.tell)(SessionOutput::Event(event)),
        }
    }
}

impl Drop for SessionRunner {
    fn drop(&mut self) {
        drop(self.desk.under_way.take());
        drop(self.desk.locks.take());
        drop(self.desk.tabs.take());
    }
}

impl Desk {
    fn answer(&self, ask: Ask, answer: SessionAnswer) {
        (self.answer)(SessionInput::Answered(ask, answer));
    }

    fn begin(&self, ask: Ask, task: impl Any) {
        self.under_way.borrow_mut().push((ask, Box::new(task)));
    }

    fn take(&self, ask: Ask) -> Option<Box<dyn Any>> {
        let mut under_way = self.under_way.borrow_mut();
        let at = under_way.iter().position(|(ours, _)| *ours == ask)?;
        Some(under_way.swap_remove(at).1)
    }

    fn take_lock(&self, ask: Ask) -> Option<Lock> {
        let mut locks = self.locks.borrow_mut();
        let at = locks.iter().position(|(ours, _)| *ours == ask)?;
        Some(locks.swap_remove(at).1)
    }

    /// A lock that is not got is let go of before its answer: nothing may hold it later.
    fn locked(weak: &Weak<Self>, ask: Ask, answer: LockAnswer) {
        let Some(desk) = weak.upgrade() else { return };
        if answer == LockAnswer::TimedOut {
            drop(desk.take_lock(ask));
        }
        desk.answer(ask, SessionAnswer::Locked(answer));
    }

    fn spawn(self: &Rc<Self>, ask: Ask, answer: impl Future<Output = SessionAnswer> + 'static) {
        let weak = Rc::downgrade(self);
        spawn_local(async move {
            let answer = answer.await;
            let Some(desk) = weak.upgrade() else { return };
            if let Some(task) = desk.take(ask) {
                drop(task);
                desk.answer(ask, answer);
            }
        });
    }
}
