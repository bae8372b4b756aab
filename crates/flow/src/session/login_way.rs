//! The way to the server: what a login needs before it can go, and the request with which it goes.

use vestibule_protocol::{AuthorizeRequest, Prompt, ResponseMode, Transaction, authorize, par};

use super::attempt::{Asked, Attempt};
use super::config::Requests;
use super::context::SessionContext;
use super::error::SessionError;
use super::features::Feature;
use super::login::{Login, LoginStage, Purpose};
use super::news::SessionEvent;
use super::options::{How, LoginOptions, safe_path, with_openid};
use super::proof::Slot;
use super::running::Running;
use crate::effect::{Area, Effect, Keep, Secret};
use crate::event::NetworkFault;
use crate::login_event::LoginError;
use crate::plan::{ConfigError, ConfigProblem, MAX_APP_STATE_BYTES};

/// How long a hidden frame may take, in seconds.
const FRAME_TIMEOUT_S: u32 = 20;

/// How long a page may take to leave, in seconds, before the app is given back: the person may have stopped it.
const LEAVE_TIMEOUT_S: u32 = 30;

impl Running {
    /// Begins a login in place of one that is under way.
    pub(super) fn begin_login(&mut self, options: LoginOptions, purpose: Purpose, cx: &mut SessionContext) {
        self.cancel_login(cx);
        if matches!(purpose, Purpose::Person | Purpose::StepUp(_)) {
            self.give_up_ending();
            self.fault = None;
            self.arrived = None;
        }
        self.login = Some(Login {
            options,
            purpose,
            stage: LoginStage::Preparing,
        });
        self.directory.fetch(&self.plan, cx);
        if let Some(proofs) = &mut self.proofs {
            proofs.fetch(cx);
        }
    }

    /// Goes on with a login that waited for the server's metadata or for the key.
    pub(super) fn advance_login(&mut self, cx: &mut SessionContext) {
        let key_is_on_its_way = self
            .proofs
            .as_ref()
            .is_some_and(|proofs| matches!(proofs.key, Slot::Asked(_)));
        if self.directory.known().is_none() || key_is_on_its_way {
            return;
        }
        let Some(mut login) = self.login.take() else {
            return;
        };
        match std::mem::replace(&mut login.stage, LoginStage::Preparing) {
            LoginStage::Preparing => self.prepare(login, cx),
            LoginStage::Returned { response, attempt } => self.finish(login, response, *attempt, cx),
            stage => {
                login.stage = stage;
                self.login = Some(login);
            }
        }
    }

    fn prepare(&mut self, mut login: Login, cx: &mut SessionContext) {
        if let Err(error) = self.can_log_in(&mut login) {
            return self.login_failed(&login, error, cx);
        }
        login.stage = LoginStage::Drawing(cx.shared().random());
        self.login = Some(login);
    }

    /// Whether the server and the browser can do what this login takes. A popup that cannot answer becomes a redirect.
    fn can_log_in(&self, login: &mut Login) -> Result<(), SessionError> {
        let Some(known) = self.directory.known() else {
            return Err(LoginError::Network(NetworkFault::Unreachable).into());
        };
        let app_state = login.options.app_state.as_deref().unwrap_or_default();
        if app_state.len() > MAX_APP_STATE_BYTES {
            return Err(LoginError::Config(ConfigError {
                field: "app_state",
                problem: ConfigProblem::Not("a text of at most 16 KB"),
            })
            .into());
        }
        let config = &self.plan.config;
        if config.response_type.is_hybrid() {
            known.can(Feature::Hybrid)?;
        }
        if config.requests == Requests::Pushed {
            known.can(Feature::PushedRequests)?;
        }
        if let Some(proofs) = &self.proofs {
            known.can(Feature::Dpop)?;
            if proofs.thumbprint().is_none() {
                return Err(LoginError::StorageRefused.into());
            }
        }
        match (login.options.how, known.can(Feature::WebMessage)) {
            (How::Popup, Err(_)) => login.options.how = How::Redirect,
            (How::Silent, Err(lacking)) => return Err(lacking.into()),
            _ => {}
        }
        Ok(())
    }

    /// Entropy has come: the request can be written.
    pub(super) fn drawn(&mut self, mut login: Login, entropy: [u8; 96], cx: &mut SessionContext) {
        let mode = match login.options.how {
            How::Redirect => self.plan.redirect_mode(),
            How::Popup | How::Silent => ResponseMode::WebMessage,
        };
        let transaction = Transaction::new(entropy, cx.now_s())
            .with_issuer(self.plan.issuer.as_str())
            .with_redirect_uri(&self.plan.redirect_uri)
            .with_response_mode(mode);
        let mut asked = self.asked(&login.options);
        if matches!(login.purpose, Purpose::StepUp(_)) {
            asked.sub = self
                .account()
                .map(|account| account.id_token.claims().sub.clone());
        }
        let attempt = Attempt { transaction, asked };
        let Some(known) = self.directory.known() else {
            return;
        };
        let extra = self.extra(&login.options, &attempt.asked);
        let acr = self.acr_values(&login.options);
        let request = self.request(&login, (&attempt, mode), acr.as_deref(), &extra);
        let is_pushed = self.plan.config.requests == Requests::Pushed
            || known.features.require_pushed_authorization_requests;
        let pushed = is_pushed
            .then(|| par::ask(&known.features, &request, &attempt.transaction))
            .flatten();
        if let Some(request) = pushed {
            let ask = cx.shared().http(request);
            login.stage = LoginStage::Pushing {
                ask,
                attempt: Box::new(attempt),
            };
            self.login = Some(login);
        } else {
            let url = authorize::url(&known.server.metadata, &request, &attempt.transaction);
            self.go(login, attempt, url, cx);
        }
    }

    pub(super) fn pushed(
        &mut self,
        login: Login,
        attempt: Attempt,
        response: Result<vestibule_protocol::Response, NetworkFault>,
        cx: &mut SessionContext,
    ) {
        let Some(known) = self.directory.known() else {
            return;
        };
        match response.map(|response| par::read(&response)) {
            Ok(Ok(request_uri)) => {
                let url = authorize::pushed_url(&known.server.metadata, self.plan.client_id(), &request_uri);
                self.go(login, attempt, url, cx);
            }
            Ok(Err(failure)) => self.login_failed(&login, LoginError::from(failure), cx),
            Err(fault) => self.login_failed(&login, LoginError::Network(fault), cx),
        }
    }

    fn go(&mut self, mut login: Login, attempt: Attempt, url: String, cx: &mut SessionContext) {
        let origin = self
            .directory
            .known()
            .map(|known| known.server.metadata.authorization_origin())
            .unwrap_or_default();
        let url = Secret(url);
        login.stage = match login.options.how {
            How::Redirect => {
                cx.emit(SessionEvent::Redirecting);
                let keep = Keep {
                    area: Area::Tab,
                    key: self.plan.attempt_key(attempt.transaction.state().expose()),
                    value: attempt.to_stored(),
                    at_s: attempt.transaction.started_at_s(),
                };
                let ask = cx.shared().next_ask();
                cx.shared().effect(Effect::Leave { ask, keep, url });
                let wake = cx.shared().wake(LEAVE_TIMEOUT_S);
                LoginStage::Leaving { ask, wake }
            }
            How::Popup => {
                cx.emit(SessionEvent::PopupOpened);
                let ask = cx.shared().next_ask();
                let size = self.plan.login().popup_size;
                cx.shared().effect(Effect::Popup {
                    ask,
                    url,
                    origin,
                    size,
                });
                LoginStage::Listening {
                    ask,
                    attempt: Box::new(attempt),
                }
            }
            How::Silent => {
                let ask = cx.shared().next_ask();
                cx.shared().effect(Effect::WebMessage {
                    ask,
                    url,
                    origin,
                    timeout_s: FRAME_TIMEOUT_S,
                });
                LoginStage::Listening {
                    ask,
                    attempt: Box::new(attempt),
                }
            }
        };
        self.login = Some(login);
    }

    /// What the answer will be measured by.
    fn asked(&self, options: &LoginOptions) -> Asked {
        let login = self.plan.login();
        let or = |own: &Option<String>, general: &Option<String>| own.clone().or_else(|| general.clone());
        Asked {
            response_type: self.plan.config.response_type,
            max_age: options.max_age.or(login.max_age),
            organization: or(&options.organization, &login.organization),
            acr_required: options.acr_required.clone(),
            audience: or(&options.audience, &login.audience),
            scope: with_openid(options.scope.as_deref().unwrap_or(&login.scope)),
            return_to: options
                .return_to
                .as_deref()
                .and_then(|path| safe_path(path, &self.plan)),
            app_state: options.app_state.clone(),
            sub: None,
        }
    }

    fn request<'r>(
        &'r self,
        login: &'r Login,
        (attempt, mode): (&'r Attempt, ResponseMode),
        acr_values: Option<&'r str>,
        extra: &'r [(String, String)],
    ) -> AuthorizeRequest<'r> {
        let (options, asked, config) = (&login.options, &attempt.asked, self.plan.login());
        let prompt = match options.how {
            How::Silent => Some(Prompt::None),
            How::Redirect | How::Popup => options.prompt,
        };
        AuthorizeRequest {
            client_id: &config.client_id,
            redirect_uri: &self.plan.redirect_uri,
            response_type: asked.response_type,
            response_mode: Some(mode).filter(|mode| *mode != asked.response_type.default_mode()),
            scope: &asked.scope,
            audience: asked.audience.as_deref().filter(|_| !self.names_resources()),
            connection: options.connection.as_deref(),
            prompt,
            login_hint: options.login_hint.as_deref().or(config.login_hint.as_deref()),
            screen_hint: options.screen_hint.as_deref(),
            ui_locales: options.ui_locales.as_deref().or(self.plan.ui_locales.as_deref()),
            max_age: asked.max_age,
            acr_values,
            organization: asked.organization.as_deref(),
            invitation: options.invitation.as_deref(),
            extra,
            ..AuthorizeRequest::default()
        }
    }
}
