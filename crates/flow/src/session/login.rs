//! A login of a session: why it is under way, what it waits for, and which answers it takes.

use vestibule_protocol::{AuthorizationError, AuthorizationResponse, Broken, authorize};

use super::attempt::Attempt;
use super::context::SessionContext;
use super::event::{SessionAnswer, Ticket};
use super::finish::{Desk, Finishing, Progress};
use super::options::{How, LoginOptions};
use super::plan::SessionPlan;
use super::running::Running;
use super::status::Doing;
use crate::ask::Ask;
use crate::effect::Effect;
use crate::event::{Answer, MessageFault, Taken};
use crate::login_event::LoginError;

/// A login under way.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Login {
    pub(super) options: LoginOptions,
    pub(super) purpose: Purpose,
    pub(super) stage: LoginStage,
}

/// Why it is under way.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Purpose {
    /// The app asked for it.
    Person,
    /// The app asked for it, and waits for its end.
    StepUp(Ticket),
    /// To find out whether somebody is logged in at the server.
    Start,
    /// To get a token that nothing else renews.
    Renewal,
}

/// What it waits for.
#[derive(Clone, Debug, PartialEq)]
pub(super) enum LoginStage {
    /// The server's metadata, and the key where tokens are bound.
    Preparing,
    /// Entropy.
    Drawing(Ask),
    /// The name of the pushed request.
    Pushing { ask: Ask, attempt: Box<Attempt> },
    /// The page to leave.
    Leaving { ask: Ask, wake: Ask },
    /// The message of a frame or a popup.
    Listening { ask: Ask, attempt: Box<Attempt> },
    /// The attempt of a response that came back with the page.
    Taking {
        ask: Ask,
        response: AuthorizationResponse,
    },
    /// The server's metadata, for a response that came back with the page.
    Returned {
        response: AuthorizationResponse,
        attempt: Box<Attempt>,
    },
    /// The tokens.
    Finishing(Box<Finishing>),
}

impl Login {
    /// What the page's own URL brought: a response to a redirect, or a fault in one.
    pub(super) fn arriving(plan: &SessionPlan, cx: &mut SessionContext) -> Result<Option<Self>, LoginError> {
        let response = match look(plan) {
            Ok(None) => return Ok(None),
            Ok(Some(response)) => response,
            Err(error) => {
                clean_url(plan, cx);
                return Err(LoginError::Broken(Broken::Authorization(error)));
            }
        };
        // A mail's link: the widget that sent it knows what to do, here or in another browser.
        if response.is_by_mail() {
            return Ok(None);
        }
        let key = plan.attempt_key(response.state().unwrap_or_default());
        let ask = cx.shared().next_ask();
        cx.shared().effect(Effect::Take { ask, key: key.into() });
        Ok(Some(Self {
            options: LoginOptions::redirect(),
            purpose: Purpose::Person,
            stage: LoginStage::Taking { ask, response },
        }))
    }

    /// The question under way.
    pub(super) fn ask(&self) -> Option<Ask> {
        match &self.stage {
            LoginStage::Drawing(ask)
            | LoginStage::Pushing { ask, .. }
            | LoginStage::Leaving { ask, .. }
            | LoginStage::Listening { ask, .. }
            | LoginStage::Taking { ask, .. } => Some(*ask),
            LoginStage::Finishing(finishing) => finishing.ask(),
            LoginStage::Preparing | LoginStage::Returned { .. } => None,
        }
    }

    /// Whether this is the alarm of a page that should have left by now.
    pub(super) fn is_leaving_until(&self, ask: Ask) -> bool {
        matches!(&self.stage, LoginStage::Leaving { wake, .. } if *wake == ask)
    }

    /// Whether its response is here, and who it is will be known in a moment.
    pub(super) fn has_come_back(&self) -> bool {
        matches!(
            self.stage,
            LoginStage::Taking { .. } | LoginStage::Returned { .. } | LoginStage::Finishing(_)
        )
    }

    /// Whether it waits for what the server tells about itself.
    pub(super) fn waits_for_the_server(&self) -> bool {
        matches!(self.stage, LoginStage::Preparing | LoginStage::Returned { .. })
    }

    pub(super) fn is_for_the_person(&self) -> bool {
        matches!(self.purpose, Purpose::Person | Purpose::StepUp(_))
    }

    pub(super) fn doing(&self) -> Doing {
        match (&self.stage, self.options.how) {
            (LoginStage::Leaving { .. }, _) => Doing::Leaving,
            (LoginStage::Listening { .. }, How::Popup) => Doing::WaitingForPopup,
            _ => Doing::LoggingIn,
        }
    }
}

/// The response in the page's query, in its fragment, or in a form that the host's server handed on; in one of them.
fn look(plan: &SessionPlan) -> Result<Option<AuthorizationResponse>, AuthorizationError> {
    let page = &plan.page;
    let in_query = page.query().map_or(Ok(None), authorize::from_query)?;
    let in_fragment = page.fragment().map_or(Ok(None), authorize::from_fragment)?;
    let in_form = plan
        .config
        .form_post
        .as_ref()
        .map_or(Ok(None), |form| authorize::from_form_post(form.body()))?;
    match (in_query, in_fragment, in_form) {
        (found, None, None) | (None, found, None) | (None, None, found) => Ok(found),
        _ => Err(AuthorizationError::TwoPlaces),
    }
}

fn clean_url(plan: &SessionPlan, cx: &mut SessionContext) {
    let url = authorize::without_response(&plan.page.url);
    cx.shared().effect(Effect::CleanUrl(url));
}

impl Running {
    /// Takes the answer to the question that the login waits for.
    pub(super) fn login_answered(&mut self, ask: Ask, answer: SessionAnswer, cx: &mut SessionContext) {
        let Some(mut login) = self.login.take() else {
            return;
        };
        let stage = std::mem::replace(&mut login.stage, LoginStage::Preparing);
        match (stage, answer) {
            (LoginStage::Drawing(_), SessionAnswer::Did(Answer::Drawn(entropy))) => {
                self.drawn(login, *entropy, cx);
            }
            (LoginStage::Pushing { attempt, .. }, SessionAnswer::Did(Answer::Http(response))) => {
                self.pushed(login, *attempt, response, cx);
            }
            (LoginStage::Leaving { .. }, SessionAnswer::Did(Answer::StorageRefused)) => {
                self.login_failed(&login, LoginError::StorageRefused, cx);
            }
            (LoginStage::Leaving { wake, .. }, SessionAnswer::Did(Answer::Woke)) if wake == ask => {
                self.login_cancelled(&login, cx);
            }
            (LoginStage::Listening { attempt, .. }, SessionAnswer::Did(Answer::Message(message))) => {
                self.message_came(login, *attempt, message, cx);
            }
            (LoginStage::Taking { response, .. }, SessionAnswer::Did(Answer::Taken(taken))) => {
                self.attempt_taken(login, response, taken, cx);
            }
            (LoginStage::Finishing(finishing), answer) => {
                let progress = match self.desk() {
                    Some(desk) => finishing.answered(answer, desk, cx),
                    // A login is finished only with the server's metadata, which do not go away.
                    None => Progress::Waiting(finishing),
                };
                self.login_progress(login, progress, cx);
            }
            (stage, _) => {
                login.stage = stage;
                self.login = Some(login);
            }
        }
    }

    fn message_came(
        &mut self,
        login: Login,
        attempt: Attempt,
        message: Result<Vec<(String, String)>, MessageFault>,
        cx: &mut SessionContext,
    ) {
        match message.map(authorize::from_message) {
            Ok(Ok(response)) => self.finish(login, response, attempt, cx),
            Ok(Err(error)) => {
                self.login_failed(&login, LoginError::Broken(Broken::Authorization(error)), cx);
            }
            Err(fault) => self.message_failed(login, fault, cx),
        }
    }

    fn attempt_taken(
        &mut self,
        mut login: Login,
        response: AuthorizationResponse,
        taken: Taken,
        cx: &mut SessionContext,
    ) {
        // Another login of this page has it or had it, and cleans the address bar itself.
        if taken == Taken::Elsewhere {
            return;
        }
        clean_url(&self.plan, cx);
        let attempt = match taken {
            Taken::Found(stored) => Attempt::from_stored(&stored, cx.now_s()).ok(),
            Taken::Elsewhere | Taken::Missing => None,
        };
        match attempt {
            Some(attempt) => {
                // Also for a login that fails: whoever tries again wants to go to the same place.
                self.arrived = Some(self.arrived_with(&attempt.asked));
                login.stage = LoginStage::Returned {
                    response,
                    attempt: Box::new(attempt),
                };
                self.login = Some(login);
            }
            None => self.login_failed(&login, LoginError::UnknownTransaction, cx),
        }
    }

    /// Checks a response and asks for the tokens.
    pub(super) fn finish(
        &mut self,
        login: Login,
        response: AuthorizationResponse,
        attempt: Attempt,
        cx: &mut SessionContext,
    ) {
        let Some(desk) = self.desk() else { return };
        let progress = Finishing::begin(response, attempt, desk, cx);
        self.login_progress(login, progress, cx);
    }

    pub(super) fn login_keys_changed(&mut self, cx: &mut SessionContext) {
        let Some(mut login) = self.login.take() else {
            return;
        };
        match std::mem::replace(&mut login.stage, LoginStage::Preparing) {
            LoginStage::Finishing(finishing) => {
                let progress = match self.desk() {
                    Some(desk) => finishing.keys_changed(desk, cx),
                    None => Progress::Waiting(finishing),
                };
                self.login_progress(login, progress, cx);
            }
            stage => {
                login.stage = stage;
                self.login = Some(login);
            }
        }
    }

    /// What finishing a login needs, once the server has told about itself.
    fn desk(&mut self) -> Option<Desk<'_>> {
        Some(Desk {
            plan: &self.plan,
            known: self.directory.known_mut()?,
            proofs: self.proofs.as_mut(),
        })
    }
}
