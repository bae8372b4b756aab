//! The machine itself: its stages, one step, and what follows from a change of screen.

use std::rc::Rc;

use crate::ask::Asks;
use crate::config::Config;
use crate::context::Context;
use crate::done::Done;
use crate::draw;
use crate::effect::Effect;
use crate::event::Event;
use crate::loading::Loading;
use crate::login_event::LoginEvent;
use crate::mended::Mended;
use crate::open::Open;
use crate::page::Page;
use crate::plan::Plan;
use crate::stopped::Stopped;
use crate::view::{ScreenName, View};

/// The machine: where a login stands. Pure; see the crate's page for its loop.
#[derive(Clone, Debug, PartialEq)]
pub struct Flow {
    asks: Asks,
    pub(crate) stage: Stage,
    greeting: Greeting,
    /// How often the focus was sent somewhere, by a change of screen or within one. It only ever grows.
    pub(crate) turn: u32,
}

/// Where a login stands.
#[derive(Clone, Debug, PartialEq)]
pub(crate) enum Stage {
    Loading(Box<Loading>),
    Open(Box<Open>),
    Done(Done),
    Stopped(Stopped),
}

/// Whether the app has heard that the widget shows itself.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Greeting {
    Due,
    Said,
}

impl Flow {
    /// Starts a login on this page at this time (seconds since 1970).
    #[must_use]
    pub fn start(config: Config, page: Page, at_s: f64) -> (Self, Vec<Effect>) {
        let mut asks = Asks::default();
        let mut cx = Context::new(&mut asks, at_s);
        let mended = Mended::new(&page, None);
        let stage = match Plan::parse(config, page) {
            Ok(plan) => Stage::Loading(Box::new(Loading::start(Rc::new(plan), &mut cx))),
            Err(error) => Stage::Stopped(Stopped::misconfigured(error, mended, &mut cx)),
        };
        let effects = cx.into_effects();
        (
            Self {
                asks,
                stage,
                greeting: Greeting::Due,
                turn: 0,
            },
            effects,
        )
    }

    /// Takes one event at this time (seconds since 1970). An event that nothing waits for changes nothing.
    #[must_use]
    pub fn step(self, event: Event, at_s: f64) -> (Self, Vec<Effect>) {
        let Self {
            mut asks,
            stage,
            mut greeting,
            mut turn,
        } = self;
        let (from, nudged) = (stage.screen(), stage.nudges());
        let mut cx = Context::new(&mut asks, at_s);
        let stage = match stage {
            Stage::Loading(loading) => loading.step(event, &mut cx),
            Stage::Open(open) => open.step(event, &mut cx),
            Stage::Done(done) => done.step(&event, &mut cx),
            Stage::Stopped(stopped) => stopped.step(event, &mut cx),
        };
        let to = stage.screen();
        turn += stage.nudges().saturating_sub(nudged);
        if from != to {
            turn += 1;
            match (greeting, stage.is_for_the_person()) {
                (Greeting::Due, Acts::Yes) => {
                    greeting = Greeting::Said;
                    cx.emit(LoginEvent::Shown);
                }
                _ => cx.emit(LoginEvent::ScreenChanged { from, to }),
            }
        }
        let effects = cx.into_effects();
        (
            Self {
                asks,
                stage,
                greeting,
                turn,
            },
            effects,
        )
    }

    /// What stands before the person.
    #[must_use]
    pub fn view(&self) -> View {
        draw::view(self)
    }
}

/// Whether a screen is one that a person acts on.
enum Acts {
    Yes,
    No,
}

impl Stage {
    pub(crate) fn screen(&self) -> ScreenName {
        match self {
            Self::Loading(_) => ScreenName::Loading,
            Self::Open(open) => open.screen_name(),
            Self::Done(_) => ScreenName::SignedIn,
            Self::Stopped(_) => ScreenName::Stopped,
        }
    }

    /// How often the focus was sent somewhere within this stage.
    fn nudges(&self) -> u32 {
        match self {
            Self::Open(open) => open.nudges(),
            Self::Loading(_) | Self::Done(_) | Self::Stopped(_) => 0,
        }
    }

    fn is_for_the_person(&self) -> Acts {
        match self {
            Self::Open(open) if open.screen_name() != ScreenName::Loading => Acts::Yes,
            _ => Acts::No,
        }
    }
}
