//! The stage in which a person logs in: screens, what was typed, and what is under way.

mod answer;
#[cfg(feature = "one-time-code")]
mod auto;
#[cfg(not(feature = "one-time-code"))]
#[path = "no_auto.rs"]
mod auto;
mod away;
#[cfg(feature = "captcha")]
mod captcha;
#[cfg(not(feature = "captcha"))]
#[path = "no_captcha.rs"]
mod captcha;
mod codes;
mod company;
mod draw;
mod embedded;
#[cfg(feature = "fields")]
mod extras;
#[cfg(not(feature = "fields"))]
#[path = "no_extras.rs"]
mod extras;
#[cfg(feature = "hooks")]
mod hooks;
#[cfg(not(feature = "hooks"))]
#[path = "no_hooks.rs"]
mod hooks;
#[cfg(feature = "hosted")]
mod hosted;
#[cfg(not(feature = "hosted"))]
#[path = "no_hosted.rs"]
mod hosted;
mod intent;
mod job;
mod link;
#[cfg(feature = "live-config")]
mod live;
#[cfg(not(feature = "live-config"))]
#[path = "no_live.rs"]
mod live;
#[cfg(feature = "fields")]
mod naming;
#[cfg(feature = "phone")]
mod phone;
#[cfg(not(feature = "phone"))]
#[path = "no_phone.rs"]
mod phone;
mod refusal;
mod state;
mod submit;
#[cfg(feature = "terms")]
mod terms;
#[cfg(not(feature = "terms"))]
#[path = "no_terms.rs"]
mod terms;
mod ways;

use std::rc::Rc;

use vestibule_protocol::{ClientSettings, PasswordRule};

use crate::built;
use crate::context::Context;
use crate::event::Event;
use crate::field::{self, Field, FieldProblem};
use crate::first::First;
use crate::flow::Stage;
use crate::loading::Arrival;
use crate::login_event::{LoginError, LoginEvent};
use crate::mended::Mended;
use crate::notice::Notice;
use crate::offer::{Offer, Wire};
use crate::plan::Plan;
use crate::server::Server;
use crate::stopped::Stopped;
use crate::view::{Direction, FocusPlace, ScreenName, Status, View};

use auto::Auto;
use captcha::Captcha;
use extras::Extras;
use hooks::Hooked;
pub(crate) use job::Job;
use job::{Elsewhere, Then};
use live::Live;
use phone::Phone;
use state::{Account, Embedded, Memory, Screen, Sent};

/// A login that a person is at.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Open {
    plan: Rc<Plan>,
    server: Server,
    offer: Offer,
    screen: Screen,
    direction: Direction,
    memory: Memory,
    problems: Vec<(Field, FieldProblem)>,
    verdict: Option<Vec<PasswordRule>>,
    notice: Option<Notice>,
    status: Option<Status>,
    /// What the message is about is being tried again.
    answered: bool,
    /// Nothing has been said or sent yet.
    fresh: bool,
    job: Job,
    embedded: Embedded,
    elsewhere: Elsewhere,
    account: Account,
    /// The connection of the last login in this browser.
    last_used: Option<String>,
    extras: Extras,
    hooked: Hooked,
    live: Live,
    phone: Phone,
    captcha: Captcha,
    auto: Auto,
    waiting: link::Waiting,
    focus: FocusPlace,
    /// How often the focus was sent somewhere within a screen.
    nudges: u32,
}

impl Open {
    pub(crate) fn start(
        (plan, settings, server): (Rc<Plan>, ClientSettings, Server),
        arrival: Arrival,
        last_used: Option<String>,
        cx: &mut Context,
    ) -> Stage {
        let offer = Offer::new(&settings, &plan.config);
        if let Some(error) = offer.nothing(&plan.config) {
            let mended = Mended::new(&plan.page, Some(&arrival));
            return Stage::Stopped(Stopped::misconfigured(error, mended, cx));
        }
        let mut hint = plan.config.login_hint.clone().unwrap_or_default();
        let phone_hint = match offer.asked_wire(&plan.config) {
            Some(Wire::Sms) => Some(std::mem::take(&mut hint)),
            _ => plan.config.phone_hint.clone(),
        };
        let memory = Memory {
            // A user name is no address.
            email: field::check_email(&hint).unwrap_or_default(),
            username: hint,
            phone: phone_hint.unwrap_or_default(),
            ..Memory::default()
        };
        offer.advise(&settings, &plan.config, cx);
        let extras = Extras::start(&plan.config, cx);
        let hooked = Hooked::new(&settings, &plan.config);
        let live = Live::new(&settings);
        let phone = Phone::new(&plan, &memory.phone);
        let mut open = Box::new(Self {
            plan,
            server,
            offer,
            screen: Screen::Arriving,
            direction: Direction::Forward,
            memory,
            problems: Vec::new(),
            verdict: None,
            notice: None,
            status: None,
            answered: false,
            fresh: true,
            job: Job::Idle,
            embedded: Embedded::Untried,
            elsewhere: Elsewhere::default(),
            account: Account::Unknown,
            last_used,
            extras,
            hooked,
            live,
            phone,
            captcha: Captcha::new(),
            auto: Auto::new(),
            waiting: link::Waiting::default(),
            focus: FocusPlace::Heading,
            nudges: 0,
        });
        let stage = match arrival {
            Arrival::Ready {
                response,
                transaction,
            } => open.finish_arrival(response, *transaction, cx),
            Arrival::Failed(error) => {
                open.show_first();
                // A new link is asked for where links are.
                let is_of_a_link = built::PASSWORDLESS && matches!(error, LoginError::LinkFromElsewhere);
                if is_of_a_link && open.offer.wire(Wire::Email).is_some() {
                    open.show(Screen::Passwordless(Wire::Email), Direction::Forward);
                }
                open.fail(error, cx);
                Stage::Open(open)
            }
            Arrival::Nothing | Arrival::Taking { .. } => {
                open.show_first();
                Stage::Open(open)
            }
        };
        captcha::up_to_date(stage, cx)
    }

    pub(crate) fn step(mut self: Box<Self>, event: Event, cx: &mut Context) -> Stage {
        let stage = match event {
            Event::Person(intent) => self.person(intent, cx),
            Event::Answered(ask, answer) => self.answered(ask, answer, cx),
            Event::Returned => {
                self.returned(cx);
                Stage::Open(self)
            }
            Event::Configured(config) => {
                self.configured(config);
                Stage::Open(self)
            }
        };
        captcha::up_to_date(live::up_to_date(stage, cx), cx)
    }

    pub(crate) fn screen_name(&self) -> ScreenName {
        match &self.screen {
            Screen::Arriving => ScreenName::Loading,
            Screen::LogIn => ScreenName::LogIn,
            Screen::SignUp => ScreenName::SignUp,
            Screen::ForgotPassword => ScreenName::ForgotPassword,
            Screen::MailSent { .. } => ScreenName::MailSent,
            Screen::Passwordless(_) => ScreenName::Passwordless,
            Screen::Code(_) => ScreenName::Code,
            Screen::LinkSent(_) => ScreenName::LinkSent,
            Screen::Corporate { .. } => ScreenName::Corporate,
            Screen::SignedUp => ScreenName::SignedUp,
            Screen::SecondFactor(asked) => asked.screen_name(),
            #[cfg(feature = "hosted")]
            Screen::Gone => ScreenName::Stopped,
        }
    }

    pub(crate) fn nudges(&self) -> u32 {
        self.nudges
    }

    pub(crate) fn view(&self, turn: u32) -> View {
        draw::view(self, turn)
    }

    /// The page came back from the back-forward cache: the redirect that left it did not happen.
    fn returned(&mut self, cx: &mut Context) {
        if matches!(self.job, Job::Leaving { .. }) {
            self.job = Job::Idle;
            self.give_back();
            cx.emit(LoginEvent::Cancelled);
        }
    }

    fn show_first(&mut self) {
        let first = match self.offer.first_screen(&self.plan.config) {
            First::LogIn => Screen::LogIn,
            First::SignUp => Screen::SignUp,
            First::ForgotPassword => Screen::ForgotPassword,
            First::Passwordless(wire) => Screen::Passwordless(wire),
        };
        self.carry(&first);
        self.show(first, Direction::Forward);
    }

    /// Puts another screen in the place of this one; what went wrong on the old one does not follow.
    fn show(&mut self, screen: Screen, direction: Direction) {
        let before = self.screen_name();
        self.screen = screen;
        if self.screen_name() == before {
            self.nudges += 1;
        }
        self.direction = direction;
        self.extras.carry();
        self.captcha.awaits_nothing();
        self.problems.clear();
        self.verdict = None;
        self.notice = None;
        self.status = None;
        self.focus = self.first_place();
    }

    /// Where the focus belongs when a screen comes.
    fn first_place(&self) -> FocusPlace {
        draw::first_field(self).map_or(FocusPlace::Heading, FocusPlace::Field)
    }

    fn nudge(&mut self, place: FocusPlace) {
        self.focus = place;
        self.nudges += 1;
    }
}
