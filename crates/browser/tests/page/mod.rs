//! What the tests in the page share: a runner whose answers can be awaited, and real effects of a real machine.

#![expect(dead_code, reason = "each test binary uses its part")]

use std::cell::RefCell;
use std::collections::VecDeque;
use std::rc::Rc;

use js_sys::{Function, Promise};
use vestibule_browser::{Runner, get_text, now_s, page};
use vestibule_flow::{
    Answer, Ask, Away, Config, Effect, Event, Field, Flow, Form, Intent, LoginEvent, Taken, Typed,
};
use vestibule_protocol::{Request, Response};
use wasm_bindgen::JsValue;
use wasm_bindgen_futures::JsFuture;

/// A runner, and what it said so far.
pub struct Desk {
    pub runner: Runner,
    pub said: Rc<RefCell<Said>>,
}

#[derive(Default)]
pub struct Said {
    pub events: VecDeque<Event>,
    pub emitted: Vec<LoginEvent>,
    waiting: Option<Function>,
}

impl Desk {
    pub fn new() -> Self {
        let said = Rc::new(RefCell::new(Said::default()));
        let (answers, emits) = (Rc::clone(&said), Rc::clone(&said));
        let answer = move |event| {
            let waiting = {
                let mut said = answers.borrow_mut();
                said.events.push_back(event);
                said.waiting.take()
            };
            if let Some(resolve) = waiting {
                resolve
                    .call0(&JsValue::NULL)
                    .expect("a promise may be resolved at any time");
            }
        };
        let emit = move |event| emits.borrow_mut().emitted.push(event);
        Self {
            runner: Runner::new(answer, emit),
            said,
        }
    }

    pub fn run(&self, effect: Effect) {
        self.runner.run(effect);
    }

    /// The next event, once it is there.
    pub async fn event(&self) -> Event {
        loop {
            if let Some(event) = self.said.borrow_mut().events.pop_front() {
                return event;
            }
            let more = Promise::new(&mut |resolve, _| self.said.borrow_mut().waiting = Some(resolve));
            JsFuture::from(more).await.expect("it is only ever resolved");
        }
    }

    pub async fn answer(&self) -> (Ask, Answer) {
        match self.event().await {
            Event::Answered(ask, answer) => (ask, answer),
            other => panic!("{other:?} is no answer"),
        }
    }

    pub fn is_silent(&self) -> bool {
        self.said.borrow().events.is_empty()
    }
}

/// Runs a script of the page.
pub fn js(script: &str) -> JsValue {
    js_sys::eval(script).expect("the test's script runs")
}

/// Runs a script of the page that gives a promise.
pub async fn js_async(script: &str) -> JsValue {
    JsFuture::from(Promise::from(js(script)))
        .await
        .expect("the test's promise is kept")
}

/// Lets everything happen that is about to: a whole request to the test's server and back.
pub async fn settle() {
    let (status, _) = get_text("/run.js").await.expect("the test's server answers");
    assert_eq!(status, 200);
}

/// The origin of the test's page, which stands for the authorization server's.
pub fn origin() -> String {
    page().origin
}

/// A number that a question can carry.
pub fn ask() -> Ask {
    asks()[0]
}

/// Different numbers.
pub fn asks() -> Vec<Ask> {
    let (_, effects) = Flow::start(config(Away::Redirect), page(), now_s());
    let asks: Vec<Ask> = effects
        .iter()
        .filter_map(|effect| match effect {
            Effect::Http { ask, .. } => Some(*ask),
            _ => None,
        })
        .collect();
    assert!(asks.len() >= 2, "the machine begins with several requests");
    asks
}

/// The machine's own request for a hidden frame: a password was accepted.
pub fn web_message() -> Effect {
    let form = [
        (Field::Username, "ada@example.com"),
        (Field::Password, "correct horse"),
    ];
    let form = Form::new(form.map(|(field, text)| (field, Typed::new(text))));
    effect_of(Away::Redirect, Intent::Submit(form), |effect| {
        matches!(effect, Effect::WebMessage { .. })
    })
}

/// The machine's own request for a popup: a connection was chosen.
pub fn popup() -> Effect {
    effect_of(Away::Popup, choose(), |effect| {
        matches!(effect, Effect::Popup { .. })
    })
}

/// The machine's own request to leave the page: a connection was chosen.
pub fn leave() -> Effect {
    effect_of(Away::Redirect, choose(), |effect| {
        matches!(effect, Effect::Leave { .. })
    })
}

fn choose() -> Intent {
    Intent::Choose("google-oauth2".into())
}

fn config(social: Away) -> Config {
    let mut config = Config::new(format!("{}/", origin()), "app");
    config.social = social;
    config
}

fn effect_of(social: Away, intent: Intent, wanted: fn(&Effect) -> bool) -> Effect {
    let (mut flow, effects) = Flow::start(config(social), page(), now_s());
    let mut todo: VecDeque<Effect> = effects.into();
    let mut intent = Some(intent);
    loop {
        let event = match todo.pop_front() {
            Some(effect) if wanted(&effect) => return effect,
            Some(Effect::Http { ask, request }) => Event::Answered(ask, Answer::Http(Ok(server(&request)))),
            Some(Effect::Random { ask }) => Event::Answered(ask, Answer::Drawn(Box::new([7; 96]))),
            Some(Effect::Take { ask, .. }) => Event::Answered(ask, Answer::Taken(Taken::Missing)),
            Some(_) => continue,
            None => Event::Person(intent.take().expect("the intent leads to the effect")),
        };
        let (next, effects) = flow.step(event, now_s());
        flow = next;
        todo.extend(effects);
    }
}

/// A server whose authorization endpoint is a file that the test's server has.
fn server(request: &Request) -> Response {
    let at = origin();
    let body = if request.url.ends_with("/client/app.js") {
        r#"Auth0.setClient({"id":"app","strategies":[{"name":"auth0","connections":[{"name":"db"}]},
            {"name":"google-oauth2","connections":[{"name":"google-oauth2"}]}]});"#
            .to_owned()
    } else if request.url.ends_with("/openid-configuration") {
        format!(
            r#"{{"issuer":"{at}/","authorization_endpoint":"{at}/run.js","token_endpoint":"{at}/token","jwks_uri":"{at}/jwks",
            "response_types_supported":["code"],"subject_types_supported":["public"],
            "id_token_signing_alg_values_supported":["RS256"],"code_challenge_methods_supported":["S256"]}}"#
        )
    } else {
        r#"{"login_ticket":"TICKET","co_verifier":"CV","co_id":"CI"}"#.to_owned()
    };
    Response {
        status: 200,
        headers: vec![],
        body: body.into_bytes(),
    }
}
