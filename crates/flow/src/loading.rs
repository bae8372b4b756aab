//! The first stage: settings and metadata are on their way, and with them perhaps the end of a redirect.

use std::rc::Rc;

use vestibule_protocol::{
    AuthorizationResponse, Broken, ClientSettings, Failure, Metadata, Response, Transaction, authorize,
    discovery, settings,
};

use crate::ask::Ask;
use crate::built;
use crate::context::Context;
use crate::effect::{Advice, Effect};
use crate::event::{Answer, Event, Intent, NetworkFault, Taken};
use crate::flow::Stage;
use crate::login_event::{LoginError, LoginEvent};
use crate::mended;
use crate::notice::NoticeKind;
use crate::open::Open;
use crate::plan::{ConfigError, ConfigProblem, Plan};
use crate::server::Server;
use crate::stopped::Stopped;

/// What is on its way.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Loading {
    plan: Rc<Plan>,
    settings: Slot<ClientSettings>,
    server: Slot<Server>,
    arrival: Arrival,
    last: Option<Slot<Option<String>>>,
}

#[derive(Clone, Debug, PartialEq)]
enum Slot<T> {
    Asked(Ask),
    Here(T),
}

/// What the page's own URL brought.
#[derive(Clone, Debug, PartialEq)]
pub(crate) enum Arrival {
    /// Nothing: an ordinary visit.
    Nothing,
    /// A response whose transaction is being taken from the storage.
    Taking {
        ask: Ask,
        response: AuthorizationResponse,
    },
    /// A response with its transaction.
    Ready {
        response: AuthorizationResponse,
        transaction: Box<Transaction>,
    },
    /// A response that cannot be used.
    Failed(LoginError),
}

impl Loading {
    pub(crate) fn start(plan: Rc<Plan>, cx: &mut Context) -> Self {
        let arrival = Arrival::look(&plan, cx);
        Self::ask(plan, arrival, cx)
    }

    /// Asks once more after a failure. The URL was read the first time; what it brought is still to be finished.
    pub(crate) fn again(plan: Rc<Plan>, arrival: Arrival, cx: &mut Context) -> Self {
        Self::ask(plan, arrival, cx)
    }

    fn ask(plan: Rc<Plan>, arrival: Arrival, cx: &mut Context) -> Self {
        // First, since it is answered at once: the first screen waits for the others only.
        let last = plan.config.remember_last_login.then(|| {
            let ask = cx.next_ask();
            let key = last_key(&plan);
            cx.effect(Effect::Look { ask, key });
            Slot::Asked(ask)
        });
        let request = match &plan.config.settings_url {
            Some(url) => settings::ask_at(url),
            None => settings::ask(&plan.issuer, &plan.config.client_id),
        };
        let settings = Slot::Asked(cx.http(request));
        let server = Slot::Asked(cx.http(discovery::ask(&plan.issuer)));
        Self {
            plan,
            settings,
            server,
            arrival,
            last,
        }
    }

    /// Whether a login comes to its end behind this screen.
    pub(crate) fn is_finishing(&self) -> bool {
        matches!(self.arrival, Arrival::Taking { .. } | Arrival::Ready { .. })
    }

    pub(crate) fn step(mut self: Box<Self>, event: Event, cx: &mut Context) -> Stage {
        let (ask, answer) = match event {
            Event::Answered(ask, answer) => (ask, answer),
            Event::Person(Intent::Close) => {
                cx.emit(LoginEvent::Closed);
                return Stage::Loading(self);
            }
            Event::Configured(config) => {
                self.plan = mended::changed(self.plan, config, cx);
                return Stage::Loading(self);
            }
            Event::Person(_) | Event::Returned => return Stage::Loading(self),
        };
        match self.hear(ask, answer, cx) {
            Ok(()) => self.settle(cx),
            Err(error) => Stage::Stopped(Stopped::with_retry(error, (self.plan, self.arrival), cx)),
        }
    }

    fn hear(&mut self, ask: Ask, answer: Answer, cx: &mut Context) -> Result<(), LoginError> {
        match (&mut self.settings, &mut self.server, &mut self.arrival) {
            (Slot::Asked(ours), ..) if *ours == ask => {
                self.settings = Slot::Here(judge(answer, settings::read, ("client_id", cx))?);
            }
            (_, Slot::Asked(ours), _) if *ours == ask => {
                let read = |response: &Response| discovery::read(response, &self.plan.token_issuer);
                let metadata: Metadata = judge(answer, read, ("issuer", &mut *cx))?;
                self.server = Slot::Here(Server::new(metadata, cx));
            }
            (_, _, Arrival::Taking { ask: ours, response }) if *ours == ask => {
                let arrival = match answer {
                    Answer::Taken(taken) => Arrival::with(response.clone(), taken, cx.now_s()),
                    _ => Arrival::Failed(LoginError::UnknownTransaction),
                };
                self.arrival = arrival.cleaned(&self.plan, cx);
            }
            _ if matches!(&self.last, Some(Slot::Asked(ours)) if *ours == ask) => {
                if let Answer::Looked(found) = answer {
                    self.last = Some(Slot::Here(found));
                }
            }
            (_, Slot::Here(server), _) => {
                server.hear(ask, &answer);
            }
            _ => {}
        }
        Ok(())
    }

    fn settle(self, cx: &mut Context) -> Stage {
        match (self.settings, self.server, self.arrival) {
            (Slot::Here(settings), Slot::Here(server), arrival)
                if !matches!(arrival, Arrival::Taking { .. }) =>
            {
                let last = match self.last {
                    Some(Slot::Here(last)) => last,
                    Some(Slot::Asked(_)) | None => None,
                };
                Open::start((self.plan, settings, server), arrival, last, cx)
            }
            (settings, server, arrival) => Stage::Loading(Box::new(Self {
                settings,
                server,
                arrival,
                ..self
            })),
        }
    }
}

impl Arrival {
    /// Reads the page's URL once. What it brought leaves the address bar as soon as it is known not to be another's.
    fn look(plan: &Plan, cx: &mut Context) -> Self {
        let found = match plan.page.query() {
            None => Ok(None),
            Some(query) => authorize::from_query(query),
        };
        match found {
            Ok(None) => Self::Nothing,
            Ok(Some(response)) => match response.state() {
                Some(state) => {
                    let key = key(plan, state).into();
                    let ask = cx.next_ask();
                    cx.effect(Effect::Take { ask, key });
                    Self::Taking { ask, response }
                }
                None => Self::Failed(LoginError::UnknownTransaction).cleaned(plan, cx),
            },
            Err(error) => Self::Failed(LoginError::Broken(Broken::Authorization(error))).cleaned(plan, cx),
        }
    }

    /// Takes the response out of the address bar, unless it is for another widget of the page, which may have still to
    /// read it.
    fn cleaned(self, plan: &Plan, cx: &mut Context) -> Self {
        if !matches!(self, Self::Nothing) {
            cx.effect(Effect::CleanUrl(authorize::without_response(&plan.page.url)));
        }
        self
    }

    fn with(response: AuthorizationResponse, taken: Taken, now_s: u64) -> Self {
        match taken {
            Taken::Found(stored) => match Transaction::from_stored(&stored, now_s) {
                Ok(transaction) => Self::Ready {
                    response,
                    transaction: Box::new(transaction),
                },
                Err(_) => Self::Failed(LoginError::UnknownTransaction),
            },
            Taken::Elsewhere => Self::Nothing,
            Taken::Missing if built::PASSWORDLESS && response.is_by_mail() => {
                Self::Failed(LoginError::LinkFromElsewhere)
            }
            Taken::Missing => Self::Failed(LoginError::UnknownTransaction),
        }
    }
}

/// The key under which a transaction is stored: one of its own for each, so that tabs never overwrite each other's.
pub(crate) fn key(plan: &Plan, state: &str) -> String {
    format!("vestibule.{}.{state}", plan.config.client_id)
}

/// The key under which the connection of the last login is stored.
pub(crate) fn last_key(plan: &Plan) -> String {
    key(plan, "last-connection")
}

/// Reads an answer; when the server refuses it, the developer hears which field of the config asked for it.
fn judge<T>(
    answer: Answer,
    read: impl FnOnce(&Response) -> Result<T, Failure>,
    (field, cx): (&'static str, &mut Context),
) -> Result<T, LoginError> {
    let judged = match answer {
        Answer::Http(Ok(response)) => read(&response).map_err(LoginError::from),
        Answer::Http(Err(fault)) => {
            let error = ConfigError {
                field: "issuer",
                problem: ConfigProblem::NoAnswer,
            };
            cx.advise(|| Advice::Config(error.to_string()));
            return Err(LoginError::Network(fault));
        }
        _ => Err(LoginError::Network(NetworkFault::Unreachable)),
    };
    judged.inspect_err(|error| {
        // Neither a fault of the server's own nor too many requests: those pass.
        if matches!(NoticeKind::of(error), NoticeKind::Refused) {
            let problem = ConfigProblem::Refused;
            cx.advise(|| Advice::Config(ConfigError { field, problem }.to_string()));
        }
    })
}
