//! Drives a session: inputs in, effects out to the browser, answers back to whoever asked, a drawing when the status changes.

use std::cell::{Cell, RefCell};
use std::collections::VecDeque;
use std::rc::{Rc, Weak};

use futures_channel::oneshot;
use vestibule_browser::{SessionOutput, SessionRunner, page};
use vestibule_flow::{
    Clock, Resolved, Session, SessionConfig, SessionEffect, SessionError, SessionEvent, SessionInput,
    SessionStatus, Ticket, Wish,
};
use yew::{Callback, UseForceUpdateHandle};

use crate::machine::now_by;

type Outcome = Result<Resolved, SessionError>;

/// Owns the session and everything that runs for it; what reaches it from outside holds it weakly, so that an answer which
/// comes after the end falls on the floor.
pub(super) struct Driver {
    this: Weak<Self>,
    session: RefCell<Option<Session>>,
    status: RefCell<Rc<SessionStatus>>,
    inbox: RefCell<VecDeque<SessionInput>>,
    draining: Cell<bool>,
    runner: RefCell<Option<Rc<SessionRunner>>>,
    waiting: RefCell<Vec<(Ticket, oneshot::Sender<Outcome>)>>,
    tickets: Cell<u32>,
    clock: Cell<Option<Clock>>,
    pub(super) on_event: RefCell<Callback<SessionEvent>>,
    repaint: UseForceUpdateHandle,
}

impl Driver {
    pub(super) fn new(repaint: UseForceUpdateHandle) -> Rc<Self> {
        Rc::new_cyclic(|this: &Weak<Self>| Self {
            this: Weak::clone(this),
            session: RefCell::default(),
            status: RefCell::new(Rc::new(SessionStatus::unknown())),
            inbox: RefCell::default(),
            draining: Cell::new(false),
            runner: RefCell::default(),
            waiting: RefCell::default(),
            tickets: Cell::new(0),
            clock: Cell::default(),
            on_event: RefCell::default(),
            repaint,
        })
    }

    pub(super) fn status(&self) -> Rc<SessionStatus> {
        Rc::clone(&self.status.borrow())
    }

    /// Starts, unless it has started.
    pub(super) fn start(&self, config: SessionConfig) {
        if self.runner.borrow().is_some() {
            return;
        }
        let (answer, tell) = (Weak::clone(&self.this), Weak::clone(&self.this));
        let runner = SessionRunner::new(
            move |input| Self::accept(&answer, input),
            move |output| {
                if let Some(driver) = tell.upgrade() {
                    driver.hear(output);
                }
            },
        );
        self.runner.replace(Some(Rc::new(runner)));
        self.draining.set(true);
        self.clock.set(config.login.clock);
        let (session, effects) = Session::start(config, page(), self.now_s());
        self.session.replace(Some(session));
        self.run(effects);
        self.drain();
    }

    /// The time by the app's clock, or by this machine's.
    pub(super) fn now_s(&self) -> f64 {
        now_by(self.clock.get())
    }

    pub(super) fn wish(&self, wish: Wish) {
        Self::accept(&self.this, SessionInput::App(wish));
    }

    /// Asks a question and waits for its answer; a session that ends with its component answers nothing more.
    pub(super) async fn ask(this: Weak<Self>, wish: impl FnOnce(Ticket) -> Wish) -> Outcome {
        let answer = {
            let driver = this.upgrade().ok_or(SessionError::Cancelled)?;
            let ticket = Ticket(driver.tickets.get());
            driver.tickets.set(ticket.0.wrapping_add(1));
            let (sender, answer) = oneshot::channel();
            driver.waiting.borrow_mut().push((ticket, sender));
            driver.wish(wish(ticket));
            answer
        };
        answer.await.unwrap_or(Err(SessionError::Cancelled))
    }

    fn hear(&self, output: SessionOutput) {
        match output {
            SessionOutput::Event(event) => {
                // Cloned out first: the app may well answer by drawing with another callback.
                let on_event = self.on_event.borrow().clone();
                on_event.emit(event);
            }
            SessionOutput::Answer(ticket, outcome) => {
                let mut waiting = self.waiting.borrow_mut();
                if let Some(at) = waiting.iter().position(|(ours, _)| *ours == ticket) {
                    let (_, sender) = waiting.swap_remove(at);
                    drop(waiting);
                    // Whoever asked may have gone.
                    let _ = sender.send(outcome);
                }
            }
        }
    }

    fn accept(this: &Weak<Self>, input: SessionInput) {
        let Some(driver) = this.upgrade() else { return };
        driver.inbox.borrow_mut().push_back(input);
        if !driver.draining.replace(true) {
            driver.drain();
        }
    }

    fn drain(&self) {
        // Before the start there is no session: what the app wants so early waits in the inbox.
        while self.session.borrow().is_some() {
            let Some(input) = self.inbox.borrow_mut().pop_front() else {
                break;
            };
            let Some(session) = self.session.take() else { break };
            let (session, effects) = session.step(input, self.now_s());
            self.session.replace(Some(session));
            self.run(effects);
        }
        self.draining.set(false);
        self.look();
    }

    fn run(&self, effects: Vec<SessionEffect>) {
        let runner = self.runner.borrow().clone();
        if let Some(runner) = runner {
            for effect in effects {
                runner.run(effect);
            }
        }
    }

    fn look(&self) {
        let Some(status) = self.session.borrow().as_ref().map(Session::status) else {
            return;
        };
        if **self.status.borrow() != status {
            self.status.replace(Rc::new(status));
            self.repaint.force_update();
        }
    }
}
