//! Login inside the page: from the ticket to the code, and what it means when one of them does not come.

use vestibule_protocol::{
    Broken, Failure, LoginTicket, Refusal, RefusalCode, Response, Transaction, authorize, co_authenticate,
    discovery,
};

use super::Open;
use super::job::{Doubt, Elsewhere, Job};
use crate::context::Context;
use crate::effect::Advice;
use crate::event::{Answer, NetworkFault};
use crate::finish::{Finish, Progress};
use crate::flow::Stage;
use crate::login_event::LoginError;

impl Open {
    /// The server took the credentials and gives a ticket, or it says why not.
    pub(super) fn credentials_judged(
        &mut self,
        (elsewhere, transaction): (Elsewhere, Transaction),
        response: &Response,
        cx: &mut Context,
    ) {
        match co_authenticate::read(response) {
            Ok(ticket) => self.frame(elsewhere, transaction, &ticket, cx),
            Err(Failure::Refused(refusal)) if refuses_embedding(&refusal.code) => {
                let page = self.plan.page.origin.clone();
                self.fall_back(elsewhere, Advice::EmbeddedRefused { page }, cx);
            }
            Err(Failure::Refused(refusal)) if needs_interaction(&refusal.code) => {
                self.interact(elsewhere, &refusal, cx);
            }
            Err(failure) => self.fail_login(failure, cx),
        }
    }

    /// The ticket goes into a hidden frame, which answers with a code.
    fn frame(
        &mut self,
        elsewhere: Elsewhere,
        transaction: Transaction,
        ticket: &LoginTicket,
        cx: &mut Context,
    ) {
        let (transaction, request) =
            self.frame_request(elsewhere.connection.as_deref(), transaction, Some(ticket));
        let ask = self.web_message(request, cx);
        self.job = Job::Framing {
            ask,
            elsewhere,
            transaction: Box::new(transaction),
        };
    }

    pub(super) fn framed(
        mut self: Box<Self>,
        elsewhere: Elsewhere,
        transaction: Transaction,
        parameters: Vec<(String, String)>,
        cx: &mut Context,
    ) -> Stage {
        let response = match authorize::from_message(parameters) {
            Ok(response) => response,
            Err(error) => {
                self.fail(LoginError::Broken(Broken::Authorization(error)), cx);
                return Stage::Open(self);
            }
        };
        match Finish::begin(response, transaction, (&self.plan, &self.server), cx) {
            Progress::Refused(refusal) if refusal.code == RefusalCode::LoginRequired => {
                let (server, page) = (
                    self.plan.issuer.origin().to_owned(),
                    self.plan.page.origin.clone(),
                );
                self.fall_back(elsewhere, Advice::ThirdPartyCookies { server, page }, cx);
            }
            Progress::Refused(refusal) if needs_interaction(&refusal.code) => {
                self.interact(elsewhere, &refusal, cx);
            }
            // Nobody can have stopped it in a frame: a rule or an action of the tenant did, and says why.
            Progress::Refused(refusal) if refusal.code == RefusalCode::AccessDenied => {
                cx.advise(|| Advice::Refused(refusal.to_string()));
                let failure = Failure::Refused(refusal);
                self.denied(&failure);
                cx.fail(failure.into());
            }
            progress => return self.progress(progress, cx),
        }
        Stage::Open(self)
    }

    /// The server's own pages can do what is wanted here.
    fn interact(&mut self, elsewhere: Elsewhere, refusal: &Refusal, cx: &mut Context) {
        let code = refusal.code.as_str().to_owned();
        self.fall_back_once(elsewhere, Advice::Interaction(code), cx);
    }

    /// Nothing came where something should have. A refusal by CORS looks like a dead network: ask what is open to all.
    pub(super) fn probe(&mut self, elsewhere: Elsewhere, doubt: Doubt, cx: &mut Context) {
        let ask = cx.http(discovery::ask(&self.plan.issuer).past_caches());
        self.job = Job::Probing {
            ask,
            elsewhere,
            doubt,
        };
    }

    pub(super) fn probed(&mut self, elsewhere: Elsewhere, doubt: Doubt, answer: &Answer, cx: &mut Context) {
        let page = self.plan.page.origin.clone();
        // A gateway's error page is an answer too, but not the server's.
        let is_there = match answer {
            Answer::Http(Ok(response)) => {
                discovery::read(response, &self.plan.token_issuer).map_err(LoginError::from)
            }
            Answer::Http(Err(fault)) => Err(LoginError::Network(*fault)),
            _ => Err(LoginError::Network(NetworkFault::Unreachable)),
        };
        match (is_there, doubt) {
            (Ok(_), Doubt::Origin) => self.fall_back(elsewhere, Advice::EmbeddedRefused { page }, cx),
            (Ok(_), Doubt::WebOrigin) => self.fall_back(elsewhere, Advice::NoMessage { page }, cx),
            (Err(error), _) => self.fail(error, cx),
        }
    }
}

/// Refusals that no other credentials would mend: this client or origin may not log in inside a page.
fn refuses_embedding(code: &RefusalCode) -> bool {
    matches!(
        code,
        RefusalCode::UnauthorizedClient
            | RefusalCode::OriginNotAllowed
            | RefusalCode::UnsupportedCredentialType
            | RefusalCode::EndpointDisabled
    )
}

/// Refusals that the server's own pages can overcome.
fn needs_interaction(code: &RefusalCode) -> bool {
    matches!(
        code,
        RefusalCode::MfaRequired
            | RefusalCode::InteractionRequired
            | RefusalCode::ConsentRequired
            | RefusalCode::AccountSelectionRequired
    )
}
