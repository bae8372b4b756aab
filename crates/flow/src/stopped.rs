//! The stage in which nothing goes on until somebody mends something.

use std::rc::Rc;

use crate::context::Context;
use crate::effect::Advice;
use crate::event::{Event, Intent};
use crate::flow::Stage;
use crate::loading::{Arrival, Loading};
use crate::login_event::{LoginError, LoginEvent};
use crate::mended::Mended;
use crate::notice::NoticeKind;
use crate::plan::{ConfigError, Plan};

/// Why it stopped, and whether the person can try again.
#[derive(Clone, Debug, PartialEq)]
pub(crate) enum Stopped {
    /// The config cannot work: the developer has to mend it.
    Misconfigured(Mended),
    /// The server told nothing usable about itself: it may, a little later.
    Unanswered {
        notice: NoticeKind,
        plan: Rc<Plan>,
        arrival: Arrival,
    },
}

impl Stopped {
    pub(crate) fn misconfigured(error: ConfigError, mended: Mended, cx: &mut Context) -> Self {
        cx.advise(|| Advice::Config(error.to_string()));
        cx.emit(LoginEvent::Failed(LoginError::Config(error)));
        Self::Misconfigured(mended)
    }

    pub(crate) fn with_retry(
        error: LoginError,
        (plan, arrival): (Rc<Plan>, Arrival),
        cx: &mut Context,
    ) -> Self {
        // Where the server refuses what the config names, nobody who logs in can do anything about it.
        let notice = match NoticeKind::of(&error) {
            NoticeKind::Refused => NoticeKind::Misconfigured,
            notice => notice,
        };
        cx.fail(error);
        Self::Unanswered {
            notice,
            plan,
            arrival,
        }
    }

    pub(crate) fn step(self, event: Event, cx: &mut Context) -> Stage {
        match (self, event) {
            (Self::Unanswered { plan, arrival, .. }, Event::Person(Intent::Remedy)) => {
                Stage::Loading(Box::new(Loading::again(plan, arrival, cx)))
            }
            (Self::Misconfigured(mended), Event::Configured(config)) => mended.goes_on(config, cx),
            (Self::Unanswered { plan, arrival, .. }, Event::Configured(config)) => {
                Mended::new(&plan.page, Some(&arrival)).goes_on(config, cx)
            }
            (this, Event::Person(Intent::Close)) => {
                cx.emit(LoginEvent::Closed);
                Stage::Stopped(this)
            }
            (this, _) => Stage::Stopped(this),
        }
    }
}
