//! Takes effects one by one, keeps what is under way, and gives each question its one answer.

use std::any::Any;
use std::cell::RefCell;
use std::rc::{Rc, Weak};

use gloo_events::EventListener;
use gloo_timers::callback::Timeout;
use vestibule_flow::{Answer, Ask, Effect, Event, LoginEvent, MessageFault, built};
use wasm_bindgen::JsCast;
use wasm_bindgen_futures::spawn_local;
use web_sys::PageTransitionEvent;

use crate::frame::Frame;
use crate::http::{self, Abort};
use crate::popup::Popup;
use crate::{console, storage, verify, window};

/// The longest that a browser's timer waits, in whole seconds: its milliseconds are a signed number of 32 bits.
const LONGEST_TIMER_S: u32 = 2_147_483;

/// Runs effects. Dropped, it gives up all that is under way: requests are aborted, frames removed, popups closed, timers
/// and listeners taken down, and no answer follows.
pub struct Runner {
    desk: Rc<Desk>,
    _returns: EventListener,
}

impl Runner {
    /// A runner that hands answers to `answer` and the app's events to `emit`. Both may run effects in their turn, and
    /// both may be called from within [`run`](Self::run).
    pub fn new(answer: impl Fn(Event) + 'static, emit: impl Fn(LoginEvent) + 'static) -> Self {
        let desk = Rc::new(Desk {
            answer: Box::new(answer),
            emit: Box::new(emit),
            under_way: RefCell::default(),
        });
        let weak = Rc::downgrade(&desk);
        let returns = EventListener::new(&window::window(), "pageshow", move |event| {
            let from_cache = event
                .dyn_ref::<PageTransitionEvent>()
                .is_some_and(PageTransitionEvent::persisted);
            if let Some(desk) = weak.upgrade().filter(|_| from_cache) {
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
        let desk = &self.desk;
        match effect {
            Effect::Random { ask } => desk.answer(ask, Answer::Drawn(Box::new(window::random()))),
            Effect::Http { ask, request } => {
                let abort = Abort::new();
                let controller = abort.controller();
                desk.begin(ask, abort);
                desk.spawn(
                    ask,
                    async move { Answer::Http(http::send(request, controller).await) },
                );
            }
            Effect::WebMessage {
                ask,
                url,
                origin,
                timeout_s,
            } => {
                let done = desk.reply(ask, Answer::Message);
                desk.begin(
                    ask,
                    Frame::open(url.expose(), origin, timeout_s.min(LONGEST_TIMER_S), done),
                );
            }
            Effect::Popup {
                ask,
                url,
                origin,
                size,
            } if built::POPUP => {
                let done = desk.reply(ask, Answer::Message);
                match Popup::open((url.expose(), size), origin, done) {
                    Ok(popup) => desk.begin(ask, popup),
                    Err(fault) => desk.answer(ask, Answer::Message(Err(fault))),
                }
            }
            Effect::Popup { ask, .. } => {
                desk.answer(ask, Answer::Message(Err(MessageFault::Blocked)));
            }
            Effect::Forget { ask } => drop(desk.take(ask)),
            Effect::Verify { ask, question } => {
                // It cannot be aborted: when it is given up, only its answer is dropped.
                desk.begin(ask, ());
                desk.spawn(ask, async move {
                    Answer::Verified(verify::signature_is_valid(&question).await)
                });
            }
            Effect::Leave { ask, keep, url } => match storage::keep(&keep) {
                Ok(()) => window::navigate(url.expose()),
                Err(storage::Refused) => desk.answer(ask, Answer::StorageRefused),
            },
            Effect::Keep(keep) => {
                // Without its transaction the link still opens, and says so; nothing is lost that could be kept.
                let _ = storage::keep(&keep);
            }
            Effect::Take { ask, key } => desk.answer(ask, Answer::Taken(storage::take(key.expose()))),
            Effect::Look { ask, key } => desk.answer(ask, Answer::Looked(storage::look(&key))),
            Effect::Watch { ask, key } if built::PASSWORDLESS => {
                let gone = desk.reply(ask, |()| Answer::Woke);
                desk.begin(ask, storage::on_gone(key, move || gone(())));
            }
            Effect::CleanUrl(url) => window::replace_url(&url),
            Effect::Wake { ask, after_s } => {
                let woke = desk.reply(ask, |()| Answer::Woke);
                desk.begin(
                    ask,
                    Timeout::new(after_s.min(LONGEST_TIMER_S) * 1000, move || woke(())),
                );
            }
            Effect::Visit(visit) => match visit.fields() {
                Some(fields) => window::submit(visit.url(), fields),
                None => window::navigate(visit.url()),
            },
            // The app's own question is answered by whoever has the app's hooks, and without links none is waited for.
            Effect::Consult { .. } | Effect::Watch { .. } => {}
            Effect::Emit(event) => (desk.emit)(event),
            Effect::Advise(advice) => console::advise(|| advice),
        }
    }
}

impl Drop for Runner {
    fn drop(&mut self) {
        // Taken out before it is dropped: closing a window or removing a frame may run handlers of the page.
        drop(self.desk.under_way.take());
    }
}

/// What the answers come back to. What is under way holds it weakly.
struct Desk {
    answer: Box<dyn Fn(Event)>,
    emit: Box<dyn Fn(LoginEvent)>,
    /// One value for each question that waits for its answer; dropping the value ends what it stands for.
    under_way: RefCell<Vec<(Ask, Box<dyn Any>)>>,
}

impl Desk {
    fn answer(&self, ask: Ask, answer: Answer) {
        (self.answer)(Event::Answered(ask, answer));
    }

    fn begin(&self, ask: Ask, task: impl Any) {
        self.under_way.borrow_mut().push((ask, Box::new(task)));
    }

    fn take(&self, ask: Ask) -> Option<Box<dyn Any>> {
        let mut under_way = self.under_way.borrow_mut();
        let at = under_way.iter().position(|(ours, _)| *ours == ask)?;
        Some(under_way.swap_remove(at).1)
    }

    /// A way back for the answer to a question.
    fn reply<T>(
        self: &Rc<Self>,
        ask: Ask,
        answer: impl Fn(T) -> Answer + Clone + 'static,
    ) -> impl Fn(T) + Clone + 'static {
        let weak = Rc::downgrade(self);
        move |outcome| Self::finish(&weak, ask, answer(outcome))
    }

    fn spawn(self: &Rc<Self>, ask: Ask, answer: impl Future<Output = Answer> + 'static) {
        let weak = Rc::downgrade(self);
        spawn_local(async move { Self::finish(&weak, ask, answer.await) });
    }

    /// Ends what is under way and gives its answer; nothing once the runner is gone, or the question answered or forgotten.
    fn finish(weak: &Weak<Self>, ask: Ask, answer: Answer) {
        let Some(desk) = weak.upgrade() else { return };
        if let Some(task) = desk.take(ask) {
            drop(task);
            desk.answer(ask, answer);
        }
    }
}
