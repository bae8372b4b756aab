//! Takes effects one by one, keeps what is under way, and gives each question its one answer.

use std::cell::RefCell;
use std::rc::{Rc, Weak};

use vestibule_flow::{Answer, Ask, Effect, Event, LoginEvent, MessageFault};
use web_sys::PageTransitionEvent;

use crate::frame::Frame;
use crate::http::Exchange;
use crate::listener::Listener;
use crate::popup::Popup;
use crate::timer::Timer;
use crate::{storage, verify, window};

/// Runs effects. Dropped, it gives up all that is under way: requests are aborted, frames removed, popups closed, timers
/// and listeners taken down, and no answer follows.
pub struct Runner {
    desk: Rc<Desk>,
    _returns: Option<Listener>,
}

/// What the answers come back to. What is under way holds it weakly.
pub(crate) struct Desk {
    answer: Box<dyn Fn(Event)>,
    emit: Box<dyn Fn(LoginEvent)>,
    under_way: RefCell<Vec<(Ask, Task)>>,
}

/// Something under way; it ends when it is dropped.
pub(crate) enum Task {
    Exchange(#[expect(dead_code, reason = "held to be dropped")] Exchange),
    Frame(#[expect(dead_code, reason = "held to be dropped")] Frame),
    Popup(Popup),
    Timer(#[expect(dead_code, reason = "held to be dropped")] Timer),
    /// What cannot be aborted: only its answer is dropped.
    Promise,
}

impl Runner {
    /// A runner that hands answers to `answer` and the app's events to `emit`. Both may run effects in their turn.
    pub fn new(answer: impl Fn(Event) + 'static, emit: impl Fn(LoginEvent) + 'static) -> Self {
        let desk = Rc::new(Desk {
            answer: Box::new(answer),
            emit: Box::new(emit),
            under_way: RefCell::default(),
        });
        let weak = Rc::downgrade(&desk);
        let returns = Listener::on_window("pageshow", move |event: PageTransitionEvent| {
            if let Some(desk) = weak.upgrade().filter(|_| event.persisted()) {
                (desk.answer)(Event::Returned);
            }
        });
        Self {
            desk,
            _returns: returns,
        }
    }

    /// Runs one effect.
    pub fn run(&self, effect: Effect) {
        let to = Reply {
            desk: Rc::downgrade(&self.desk),
        };
        match effect {
            Effect::Random { ask } => self.at_once(ask, Answer::Drawn(window::random())),
            Effect::Http { ask, request } => {
                self.begin(ask, Task::Exchange(Exchange::begin(ask, request, to)))
            }
            Effect::WebMessage {
                ask,
                url,
                origin,
                timeout_s,
            } => match Frame::open(ask, url.expose(), origin, timeout_s, &to) {
                Some(frame) => self.begin(ask, Task::Frame(frame)),
                None => self.at_once(ask, Answer::Message(Err(MessageFault::Unreachable))),
            },
            Effect::Popup { ask, url, origin } => match Popup::open(ask, url.expose(), origin, &to) {
                Some(popup) => self.begin(ask, Task::Popup(popup)),
                None => self.at_once(ask, Answer::Message(Err(MessageFault::Blocked))),
            },
            Effect::Forget { ask } => drop(self.desk.take(ask)),
            Effect::Verify { ask, question } => {
                self.begin(ask, Task::Promise);
                verify::begin(ask, question, to);
            }
            Effect::Leave { ask, keep, url } => {
                if storage::keep(&keep) {
                    window::navigate(url.expose());
                } else {
                    self.at_once(ask, Answer::StorageRefused);
                }
            }
            // Without its transaction the link still opens, and says so; nothing is lost that could be kept.
            Effect::Keep(keep) => drop(storage::keep(&keep)),
            Effect::Take { ask, key } => self.at_once(ask, Answer::Taken(storage::take(&key))),
            Effect::CleanUrl(url) => window::replace_url(&url),
            Effect::Wake { ask, after_s } => {
                let timer = Timer::after(f64::from(after_s) * 1000.0, move || to.answer(ask, Answer::Woke));
                self.begin(ask, Task::Timer(timer));
            }
            Effect::Emit(event) => (self.desk.emit)(event),
            Effect::Advise(advice) => window::advise(&advice.to_string()),
        }
    }

    /// Brings a popup that is already open to the front.
    pub fn focus_popup(&self) {
        for (_, task) in self.desk.under_way.borrow().iter() {
            if let Task::Popup(popup) = task {
                popup.focus();
            }
        }
    }

    fn begin(&self, ask: Ask, task: Task) {
        self.desk.under_way.borrow_mut().push((ask, task));
    }

    fn at_once(&self, ask: Ask, answer: Answer) {
        (self.desk.answer)(Event::Answered(ask, answer));
    }
}

impl Desk {
    fn take(&self, ask: Ask) -> Option<Task> {
        let mut under_way = self.under_way.borrow_mut();
        let at = under_way.iter().position(|(ours, _)| *ours == ask)?;
        Some(under_way.swap_remove(at).1)
    }
}

impl Drop for Runner {
    fn drop(&mut self) {
        self.desk.under_way.borrow_mut().clear();
    }
}

/// The way back for an answer. It leads nowhere once the runner is gone or the question was forgotten.
#[derive(Clone)]
pub(crate) struct Reply {
    desk: Weak<Desk>,
}

impl Reply {
    pub(crate) fn answer(&self, ask: Ask, answer: Answer) {
        let Some(desk) = self.desk.upgrade() else { return };
        // The task is dropped after its answer, since the answer may come from a closure that the task owns.
        if let Some(_task) = desk.take(ask) {
            (desk.answer)(Event::Answered(ask, answer));
        }
    }
}
