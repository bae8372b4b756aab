//! A config that changes while somebody is at the form: what is offered follows, and what is typed stays.

use std::rc::Rc;

use vestibule_protocol::ClientSettings;

use super::ways::switches;
use super::{Job, Open, Screen};
use crate::config::Config;
use crate::context::Context;
use crate::effect::Advice;
use crate::event::Switch;
use crate::extra::ExtraFields;
use crate::first::First;
use crate::flow::Stage;
use crate::notice::Remedy;
use crate::offer::Offer;
use crate::plan::{ConfigError, ConfigProblem, Plan};
use crate::view::ScreenName;

/// What the offer is made of, and the config that waits until nothing is under way.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Live {
    settings: ClientSettings,
    next: Option<Box<Config>>,
}

impl Live {
    pub(super) fn new(settings: &ClientSettings) -> Self {
        Self {
            settings: settings.clone(),
            next: None,
        }
    }
}

/// Takes a new config up, where one waits.
pub(super) fn up_to_date(mut stage: Stage, cx: &mut Context) -> Stage {
    if let Stage::Open(open) = &mut stage {
        open.take_up(cx);
    }
    stage
}

impl Open {
    pub(super) fn configured(&mut self, config: Box<Config>) {
        self.live.next = Some(config);
    }

    /// Takes the new config up, once nothing is under way that began with the old one.
    fn take_up(&mut self, cx: &mut Context) {
        if !matches!(self.job, Job::Idle) {
            return;
        }
        let Some(config) = self.live.next.take() else {
            return;
        };
        match self.plan_of(*config) {
            Err(error) => cx.advise(|| Advice::Config(error.to_string())),
            Ok((plan, offer)) => {
                let was_offered = self.is_still_offered();
                let ways = self.ways();
                let before = std::mem::replace(&mut self.plan, Rc::new(plan));
                let old = std::mem::replace(&mut self.offer, offer);
                // What was said of fields and ways that may be gone is said no more; where there is neither, it is all there is.
                let is_other = old != self.offer
                    || ways != self.ways()
                    || asked(&before.config) != asked(&self.plan.config);
                if is_other && self.screen_name() != ScreenName::Stopped {
                    self.problems.clear();
                    self.notice = None;
                    self.verdict = None;
                }
                let settings = self.live.settings.clone();
                self.offer.advise(&settings, &self.plan.config, cx);
                self.phone.follow(&before.config, &self.plan, &self.memory.phone);
                self.extras_follow(&before.config, cx);
                self.hooks_follow(&settings);
                if was_offered && !self.is_still_offered() {
                    self.show_first();
                }
            }
        }
    }

    /// The ways from here, those beside a refusal among them.
    fn ways(&self) -> (Vec<Switch>, Option<Remedy>) {
        (switches(self), self.reset_remedy())
    }

    fn plan_of(&self, config: Config) -> Result<(Plan, Offer), ConfigError> {
        let plan = self.plan.changed(config)?;
        let offer = Offer::new(&self.live.settings, &plan.config);
        match offer.nothing(&plan.config) {
            Some(error) => Err(error),
            None => Ok((plan, offer)),
        }
    }

    /// Whether the screen that stands is one that the new config has too.
    fn is_still_offered(&self) -> bool {
        let config = &self.plan.config;
        match &self.screen {
            Screen::LogIn => {
                let has_more = self.offer.has_log_in_form() || self.offer.first_wire().is_none();
                (config.allow_log_in && has_more) || self.offer.first_screen(config) == First::LogIn
            }
            Screen::SignUp => self.offer.allows_sign_up(config) && config.sign_up_link.is_none(),
            Screen::ForgotPassword => self.can_reset(),
            Screen::Passwordless(wire) => self.offer.wire(*wire).is_some(),
            Screen::Code(sent) | Screen::LinkSent(sent) => self.offer.wire(sent.wire).is_some(),
            Screen::Corporate { connection, .. } => self.offer.has_company(connection),
            Screen::Arriving | Screen::MailSent { .. } | Screen::SignedUp | Screen::SecondFactor(_) => true,
            #[cfg(feature = "hosted")]
            Screen::Gone => true,
        }
    }
}

/// What a config has forms ask for, and whether somebody may log in.
fn asked(config: &Config) -> (&ExtraFields, &ExtraFields, [bool; 5]) {
    let asked = [
        config.generate_username,
        config.accept_terms,
        config.terms_of_service.is_some(),
        config.privacy_policy.is_some(),
        config.allow_log_in,
    ];
    (&config.sign_up_fields, &config.log_in_fields, asked)
}

impl Plan {
    /// The same plan with another config: of the same client at the same server, since what is known is known of them.
    pub(crate) fn changed(&self, config: Config) -> Result<Self, ConfigError> {
        let plan = Self::parse(config, self.page.clone())?;
        let fixed = [
            ("issuer", plan.issuer == self.issuer),
            ("client_id", plan.config.client_id == self.config.client_id),
            ("token_issuer", plan.token_issuer == self.token_issuer),
            ("hosted", plan.config.hosted == self.config.hosted),
            (
                "settings_url",
                plan.config.settings_url == self.config.settings_url,
            ),
        ];
        match fixed.into_iter().find(|(_, same)| !same) {
            Some((field, _)) => Err(ConfigError {
                field,
                problem: ConfigProblem::Fixed,
            }),
            None => Ok(plan),
        }
    }
}
