//! Drives the flow: events in, effects out to the browser, a new view when something to be seen has changed.

use std::cell::{Cell, RefCell};
use std::collections::VecDeque;
use std::rc::{Rc, Weak};

use crate::hooks::AppHooks;
use vestibule_browser::{Runner, now_s, page};
use vestibule_flow::{Answer, Ask, Clock, Config, Effect, Event, Flow, Intent, LoginEvent, Question, View};
use yew::{Callback, UseForceUpdateHandle, hook, use_effect_with, use_force_update, use_memo};

/// A login that is under way, for those who draw it.
#[derive(Clone, Debug, PartialEq)]
pub struct Login {
    /// What stands before the person.
    pub view: Rc<View>,
    /// Takes what the person does. The same callback for as long as the component lives.
    pub send: Callback<Intent>,
}

/// The machine without the looks: gives the view and takes the intents, so that an app can draw screens of its own.
///
/// It starts once the component stands in the page and ends with it: whatever is under way then is given up, and no
/// event follows. A config that changes in between is not looked at; give the component another `key` to start anew.
#[hook]
pub fn use_login(config: &Config, on_event: &Callback<LoginEvent>) -> Login {
    let driver = use_driver(true, on_event, &AppHooks::default());
    use_effect_with((), {
        let (driver, config) = (Rc::clone(&driver), config.clone());
        move |()| driver.start(config)
    });
    driver.login()
}

/// The same, with what the app has a word about.
#[cfg(feature = "hooks")]
#[hook]
pub fn use_login_with(config: &Config, on_event: &Callback<LoginEvent>, hooks: &AppHooks) -> Login {
    let driver = use_driver(true, on_event, hooks);
    use_effect_with((), {
        let (driver, config) = (Rc::clone(&driver), config.clone());
        move |()| driver.start(config)
    });
    driver.login()
}

/// A machine that is not started yet; another one each time `open` changes, and the one before has ended then.
#[hook]
pub(crate) fn use_driver(open: bool, on_event: &Callback<LoginEvent>, hooks: &AppHooks) -> Rc<Driver> {
    let repaint = use_force_update();
    let driver = use_memo(open, |_| Driver::new(repaint));
    driver.on_event.replace(on_event.clone());
    driver.hooks.replace(hooks.clone());
    Rc::clone(&driver)
}

/// Owns the flow and everything that runs for it; what reaches it from outside holds it weakly, so that an answer which
/// comes after the end falls on the floor.
pub(crate) struct Driver {
    this: Weak<Self>,
    flow: RefCell<Option<Flow>>,
    view: RefCell<Rc<View>>,
    send: Callback<Intent>,
    /// What waits for its step: an effect may answer while the step that asked for it is still being carried out.
    inbox: RefCell<VecDeque<Event>>,
    draining: Cell<bool>,
    runner: RefCell<Option<Rc<Runner>>>,
    on_event: RefCell<Callback<LoginEvent>>,
    hooks: RefCell<AppHooks>,
    clock: Cell<Option<Clock>>,
    /// The config that it goes by.
    #[cfg(feature = "live-config")]
    config: RefCell<Option<Config>>,
    repaint: UseForceUpdateHandle,
    /// The last turn of the focus that was followed.
    turn: Cell<u32>,
}

impl Driver {
    fn new(repaint: UseForceUpdateHandle) -> Rc<Self> {
        Rc::new_cyclic(|this: &Weak<Self>| Self {
            this: Weak::clone(this),
            flow: RefCell::default(),
            view: RefCell::new(Rc::new(View::loading())),
            send: Callback::from({
                let this = Weak::clone(this);
                move |intent| Self::accept(&this, Event::Person(intent))
            }),
            inbox: RefCell::default(),
            draining: Cell::new(false),
            runner: RefCell::default(),
            on_event: RefCell::default(),
            hooks: RefCell::default(),
            clock: Cell::default(),
            #[cfg(feature = "live-config")]
            config: RefCell::default(),
            repaint,
            turn: Cell::new(0),
        })
    }

    pub(crate) fn login(&self) -> Login {
        Login {
            view: Rc::clone(&self.view.borrow()),
            send: self.send.clone(),
        }
    }

    /// Starts, unless it has started.
    pub(crate) fn start(&self, mut config: Config) {
        if self.runner.borrow().is_some() {
            return;
        }
        let (answer, emit) = (Weak::clone(&self.this), Weak::clone(&self.this));
        let runner = Runner::new(
            move |event| Self::accept(&answer, event),
            move |event| {
                if let Some(driver) = emit.upgrade() {
                    // Cloned out first: the app may well answer by drawing this widget with another callback.
                    let on_event = driver.on_event.borrow().clone();
                    on_event.emit(event);
                }
            },
        );
        self.runner.replace(Some(Rc::new(runner)));
        self.draining.set(true);
        config.hooks = self.hooks.borrow().is_some();
        #[cfg(feature = "live-config")]
        self.config.replace(Some(config.clone()));
        self.clock.set(config.clock);
        let (flow, effects) = Flow::start(config, page(), self.now_s());
        self.flow.replace(Some(flow));
        self.run(effects);
        self.drain();
    }

    #[cfg(feature = "live-config")]
    pub(crate) fn has_hooks(&self) -> bool {
        self.hooks.borrow().is_some()
    }

    /// Takes another config, if it is another.
    #[cfg(feature = "live-config")]
    pub(crate) fn configure(&self, config: &Config) {
        let mut config = config.clone();
        config.hooks = self.hooks.borrow().is_some();
        if self.runner.borrow().is_some() && self.config.borrow().as_ref() != Some(&config) {
            self.clock.set(config.clock);
            self.config.replace(Some(config.clone()));
            Self::accept(&self.this, Event::Configured(Box::new(config)));
        }
    }

    /// Whether the focus has not been moved for this turn yet; from then on it counts as moved.
    pub(crate) fn takes_turn(&self, turn: u32) -> bool {
        self.turn.replace(turn) != turn
    }

    fn accept(this: &Weak<Self>, event: Event) {
        let Some(driver) = this.upgrade() else { return };
        driver.inbox.borrow_mut().push_back(event);
        if !driver.draining.replace(true) {
            driver.drain();
        }
    }

    fn drain(&self) {
        loop {
            let Some(event) = self.inbox.borrow_mut().pop_front() else {
                break;
            };
            // Nothing reaches the inbox of a flow that has not started: the runner is made with it.
            let Some(flow) = self.flow.take() else { break };
            let (flow, effects) = flow.step(event, self.now_s());
            self.flow.replace(Some(flow));
            self.run(effects);
        }
        self.draining.set(false);
        self.look();
    }

    fn run(&self, effects: Vec<Effect>) {
        let runner = self.runner.borrow().clone();
        if let Some(runner) = runner {
            for effect in effects {
                match effect {
                    Effect::Consult { ask, question } => self.consult(ask, question),
                    effect => runner.run(effect),
                }
            }
        }
    }

    fn now_s(&self) -> f64 {
        now_by(self.clock.get())
    }

    fn consult(&self, ask: Ask, question: Question) {
        let hooks = self.hooks.borrow().clone();
        let answer = Weak::clone(&self.this);
        hooks.answer(question, move |reply| {
            Self::accept(&answer, Event::Answered(ask, Answer::Said(reply)));
        });
    }

    /// Takes the new view, and asks for a drawing if there is anything new in it.
    fn look(&self) {
        let Some(mut view) = self.flow.borrow().as_ref().map(Flow::view) else {
            return;
        };
        self.hooks.borrow().transform(&mut view);
        let before = Rc::clone(&self.view.borrow());
        let view = settle(&before, view);
        if *before != view {
            self.view.replace(Rc::new(view));
            self.repaint.force_update();
        }
    }
}

/// The time by an app's clock, or by this machine's, in seconds since 1970.
pub(crate) fn now_by(clock: Option<Clock>) -> f64 {
    clock.map_or_else(now_s, |clock| (clock.0)())
}

/// What a field begins with matters once, when it is first drawn; from then on the page's own value counts, and typing
/// alone draws nothing anew.
fn settle(before: &View, mut view: View) -> View {
    if before.screen == view.screen {
        for field in &mut view.fields {
            let drawn = before
                .fields
                .iter()
                .find(|drawn| drawn.field == field.field && drawn.purpose == field.purpose);
            if let Some(drawn) = drawn {
                field.initial.clone_from(&drawn.initial);
            }
        }
    }
    view
}

#[cfg(test)]
mod tests {
    use vestibule_flow::{Field, FieldView, Purpose, ScreenName};

    use super::*;

    fn view(screen: ScreenName, initial: &str) -> View {
        let field = FieldView {
            field: Field::Username,
            purpose: Purpose::LoginEmail,
            initial: initial.into(),
            problem: None,
            hidden: false,
            password_rules: None,
        };
        View {
            screen,
            fields: vec![field],
            ..View::loading()
        }
    }

    #[test]
    fn typing_alone_does_not_change_the_view() {
        let before = view(ScreenName::LogIn, "");
        assert_eq!(settle(&before, view(ScreenName::LogIn, "a")), before);
    }

    #[test]
    fn another_screen_begins_with_what_is_known_by_then() {
        let next = view(ScreenName::ForgotPassword, "ada@example.com");
        assert_eq!(settle(&view(ScreenName::LogIn, ""), next.clone()), next);
    }
}
