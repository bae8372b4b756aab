//! A person: a browser session with eyes and hands.

use std::{fs, thread};

use serde_json::Value;
use thirtyfour::{Capabilities, WebDriver, error::WebDriverResult};

use super::{
    driver::Driver,
    engine::Engine,
    seats::{self, Seat},
};
use crate::{
    evidence::{self, Notes, Page},
    paths, runtime,
    scene::Scene,
};

/// Somebody with a browser of their own.
pub struct Person {
    pub(super) web: WebDriver,
    pub(super) engine: Engine,
    notes: Notes,
    name: String,
    // The order of these two matters: the browser goes before its place is given to the next.
    _driver: Driver,
    _seat: Seat,
}

impl Person {
    /// Somebody new. `name` is the story's, for what is kept when it fails.
    pub fn new(scene: &Scene, name: &str) -> Self {
        Self::with_notes(scene, name, Notes::default())
    }

    /// Somebody whose console is noted when they leave.
    pub(crate) fn with_notes(scene: &Scene, name: &str, notes: Notes) -> Self {
        let seat = seats::take();
        let engine = Engine::chosen();
        let driver = Driver::start(engine);
        let capabilities = Capabilities::from(engine.capabilities(scene));
        let web = runtime::block_on(async { WebDriver::new(driver.url(), capabilities).await })
            .unwrap_or_else(|error| panic!("{engine:?} gave no session: {error}"));
        Self {
            web,
            engine,
            notes,
            name: name.to_owned(),
            _driver: driver,
            _seat: seat,
        }
    }

    /// Goes to an address, as if typed.
    pub fn opens(&self, url: &str) {
        ask("open the page", self.web.goto(url));
    }

    /// Presses the browser's reload button.
    pub fn reloads(&self) {
        ask("reload", self.web.refresh());
    }

    /// Presses the browser's Back button.
    pub fn goes_back(&self) {
        ask("go back", self.web.back());
    }

    /// The address in the address bar.
    pub fn address(&self) -> String {
        ask("read the address", self.web.current_url()).to_string()
    }

    /// Runs a script in the page and returns what it returns.
    pub fn runs(&self, script: &str) -> Value {
        let answer = ask("run a script", self.web.execute(script, Vec::new()));
        answer.json().clone()
    }

    /// The console so far; only Chromium's driver hands it over.
    fn console(&self) -> Vec<String> {
        if self.engine != Engine::Chromium {
            return Vec::new();
        }
        let entries = runtime::block_on(self.web.browser_log()).unwrap_or_default();
        entries
            .into_iter()
            .map(|entry| format!("{} {}", entry.level, entry.message))
            .collect()
    }

    /// The page as it stands; none when the window is gone.
    fn page(&self) -> Option<Page> {
        let markup = self
            .web
            .execute("return document.documentElement.outerHTML", Vec::new());
        let (address, markup) = runtime::block_on(async { (self.web.current_url().await, markup.await) });
        Some(Page {
            address: address.ok()?.to_string(),
            markup: markup.ok()?.json().as_str()?.to_owned(),
        })
    }

    /// A picture of the page and what a debugger would look at first.
    fn leaves_evidence(&self, console: &[String]) {
        let folder = paths::evidence();
        let picture = folder.join(format!("{}.png", self.name));
        // Evidence is worth having, but its absence must not hide the failure.
        let _ = fs::create_dir_all(&folder);
        let _ = runtime::block_on(self.web.screenshot(&picture));
        let address = runtime::block_on(self.web.current_url())
            .map(|url| url.to_string())
            .unwrap_or_default();
        let text = "return [document.querySelector('[data-part=root]')?.dataset.screen ?? null, \
                    document.querySelector('#events')?.innerText ?? null, document.body?.innerText ?? null]";
        let page =
            runtime::block_on(self.web.execute(text, Vec::new())).map(|answer| answer.json().to_string());
        eprintln!(
            "--- {}\npicture: {}\naddress: {address}\npage: {}\nconsole:\n  {}\n---",
            self.name,
            picture.display(),
            page.unwrap_or_default(),
            console.join("\n  "),
        );
    }
}

impl Drop for Person {
    fn drop(&mut self) {
        let console = self.console();
        if thread::panicking() {
            self.leaves_evidence(&console);
        }
        evidence::note(&self.notes, console, self.page());
        // The driver is killed next; a polite end lets the browser remove its profile.
        let _ = runtime::block_on(self.web.clone().quit());
    }
}

/// Sends a command to the browser; a browser that refuses ends the story.
pub(super) fn ask<T>(what: &str, command: impl Future<Output = WebDriverResult<T>>) -> T {
    runtime::block_on(command).unwrap_or_else(|error| panic!("could not {what}: {error}"))
}
