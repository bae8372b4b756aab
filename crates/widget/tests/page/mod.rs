//! What the tests in the page share: a server made of answers, a place to mount the widget, a person's hands.

use std::cell::RefCell;
use std::rc::Rc;

use js_sys::Promise;
use vestibule::{Config, LoginEvent, LoginWidget, LoginWidgetProps};
use wasm_bindgen_futures::JsFuture;
use web_sys::wasm_bindgen::{JsCast, JsValue};
use web_sys::{Element, HtmlElement, HtmlFormElement, HtmlInputElement};
use yew::{AppHandle, Callback, Renderer};

/// The answers of a server: `fetch` is where the page ends. What goes to `/co/authenticate` is counted and left hanging,
/// or refused with what `window.refusal` holds.
const SERVER: &str = r"
window.posts = 0; window.aborts = 0; window.refusal = null;
window.fetch = async request => {
    const url = request.url ?? String(request);
    const json = (body, status = 200) =>
        new Response(JSON.stringify(body), { status, headers: { 'content-type': 'application/json' } });
    const at = path => 'https://login.example.com/' + path;
    if (url.endsWith('/openid-configuration')) return json({
        issuer: at(''), authorization_endpoint: at('authorize'), token_endpoint: at('oauth/token'),
        jwks_uri: at('jwks.json'), response_types_supported: ['code'], subject_types_supported: ['public'],
        id_token_signing_alg_values_supported: ['RS256'],
    });
    if (url.endsWith('/jwks.json')) return json({ keys: [] });
    if (url.includes('/client/')) return new Response('Auth0.setClient(' + JSON.stringify({ id: 'app', strategies: [
        { name: 'auth0', connections: [{ name: 'Username-Password-Authentication', passwordPolicy: 'good',
            requires_username: false, showForgot: true, showSignup: true }] },
        { name: 'google-oauth2', connections: [{ name: 'google-oauth2' }] },
    ] }) + ');', { headers: { 'content-type': 'application/javascript' } });
    window.posts++;
    if (window.refusal) return json(window.refusal, 403);
    return new Promise((_, refuse) => request.signal.addEventListener('abort', () => {
        window.aborts++; refuse(new DOMException('', 'AbortError'));
    }));
};
";

/// A widget in the page.
pub struct Stage {
    pub place: Element,
    events: Rc<RefCell<Vec<String>>>,
    app: Option<AppHandle<LoginWidget>>,
}

impl Stage {
    /// Mounts a widget of its own and waits for its first form.
    pub async fn open() -> Self {
        let stage = Self::open_with(|props| props).await;
        stage.shows("log-in").await;
        stage
    }

    pub async fn open_with(change: impl FnOnce(LoginWidgetProps) -> LoginWidgetProps) -> Self {
        js(SERVER);
        let place =
            js("document.body.appendChild(document.createElement('div'))").unchecked_into::<Element>();
        let events = Rc::new(RefCell::new(Vec::new()));
        let heard = Rc::clone(&events);
        let props = yew::props!(LoginWidgetProps {
            config: Config::new("https://login.example.com/", "app"),
            on_event: Callback::from(move |event: LoginEvent| heard
                .borrow_mut()
                .push(event.name().to_owned())),
        });
        let app = Renderer::<LoginWidget>::with_root_and_props(place.clone(), change(props)).render();
        yew::scheduler::flush().await;
        Self {
            place,
            events,
            app: Some(app),
        }
    }

    /// Gives the widget another config.
    pub async fn configures(&mut self, change: impl FnOnce(Config) -> Config) {
        let config = change(Config::new("https://login.example.com/", "app"));
        let app = self.app.as_mut().expect("it is open");
        app.update(yew::props!(LoginWidgetProps { config }));
        yew::scheduler::flush().await;
    }

    /// Gives the widget other properties.
    pub async fn becomes(&mut self, change: impl FnOnce(LoginWidgetProps) -> LoginWidgetProps) {
        let config = Config::new("https://login.example.com/", "app");
        let app = self.app.as_mut().expect("it is open");
        app.update(change(yew::props!(LoginWidgetProps { config })));
        yew::scheduler::flush().await;
    }

    /// Takes the widget out of the page.
    pub async fn close(&mut self) {
        self.app.take().expect("it is closed once").destroy();
        yew::scheduler::flush().await;
    }

    pub fn events(&self) -> Vec<String> {
        self.events.borrow().clone()
    }

    pub async fn shows(&self, screen: &str) {
        self.sees(&format!("[data-screen={screen}]")).await;
    }

    /// Waits until something is there.
    pub async fn sees(&self, selector: &str) -> Element {
        until(selector, || {
            self.place.query_selector(selector).expect("a selector")
        })
        .await
    }

    pub fn has(&self, selector: &str) -> bool {
        self.place.query_selector(selector).expect("a selector").is_some()
    }

    pub fn input(&self, name: &str) -> HtmlInputElement {
        let found = self
            .place
            .query_selector(&format!("input[name={name}]"))
            .expect("a selector");
        found.expect("the field is there").unchecked_into()
    }

    /// Types a text at the end of a field, character by character.
    pub async fn types(&self, name: &str, text: &str) {
        let input = self.input(name);
        input.focus().expect("an input takes the focus");
        for c in text.chars() {
            input.set_value(&format!("{}{c}", input.value()));
            let event = js("new InputEvent('input', { bubbles: true })").unchecked_into();
            input.dispatch_event(&event).expect("an event can be sent");
            yew::scheduler::flush().await;
        }
    }

    pub fn clicks(&self, selector: &str) {
        let found = self.place.query_selector(selector).expect("a selector");
        found
            .unwrap_or_else(|| panic!("{selector} is there"))
            .unchecked_into::<HtmlElement>()
            .click();
    }

    /// Presses Enter in the form: the browser submits it without a click.
    pub fn enters(&self) {
        let found = self.place.query_selector("form").expect("a selector");
        let form = found
            .expect("the form is there")
            .unchecked_into::<HtmlFormElement>();
        form.request_submit()
            .expect("a form in the page can be submitted");
    }
}

impl Drop for Stage {
    fn drop(&mut self) {
        if let Some(app) = self.app.take() {
            app.destroy();
        }
        self.place.remove();
    }
}

/// Gives the page turns until something is there; a thousand turns without it are a failure.
pub async fn until<T>(what: &str, look: impl Fn() -> Option<T>) -> T {
    for _ in 0..1000 {
        yew::scheduler::flush().await;
        if let Some(found) = look() {
            return found;
        }
        turn().await;
    }
    panic!("never there: {what}")
}

/// Lets everything else that waits have its turn.
pub async fn turn() {
    let promise = js(
        "new Promise(tell => { const c = new MessageChannel(); c.port1.onmessage = tell; c.port2.postMessage(0); })",
    );
    JsFuture::from(promise.unchecked_into::<Promise>())
        .await
        .expect("it is only ever resolved");
}

/// The element that has the focus.
pub fn focused() -> Element {
    js("document.activeElement").unchecked_into()
}

/// Runs a script of the page.
pub fn js(script: &str) -> JsValue {
    js_sys::eval(script).expect("the test's script runs")
}

pub fn number(script: &str) -> f64 {
    js(script).as_f64().expect("a number")
}
