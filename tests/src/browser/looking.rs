//! What a person sees on the page, and what the example shows of the widget's events.

use std::time::Duration;

use serde_json::Value;
use thirtyfour::{By, WebElement};

use super::person::{Person, ask};
use crate::{runtime, wait::until};

impl Person {
    /// Waits until an element is visible.
    pub fn sees(&self, css: &str) -> WebElement {
        until(&format!("visible: {css}"), async || {
            for element in self.web.find_all(By::Css(css)).await.ok()? {
                if element.is_displayed().await.is_ok_and(|displayed| displayed) {
                    return Some(element);
                }
            }
            None
        })
    }

    /// Waits until the browser is at this origin.
    pub fn arrives_at(&self, origin: &str) {
        until(&format!("the browser at {origin}"), async || {
            self.web
                .current_url()
                .await
                .ok()
                .filter(|url| url.as_str().starts_with(&format!("{origin}/")))
        });
    }

    /// Waits for so long by the page's own clock, for what depends on a person's pace.
    pub fn stays_for(&self, time: Duration) {
        let now = self.runs("return performance.now()");
        let until_ms = now.as_f64().expect("a clock is a number") + time.as_secs_f64() * 1000.0;
        until("the page's clock", async || {
            let answer = self
                .web
                .execute("return performance.now()", Vec::new())
                .await
                .ok()?;
            answer.json().as_f64().filter(|elapsed| *elapsed >= until_ms)
        });
    }

    /// Waits until no element like this is visible.
    pub fn no_longer_sees(&self, css: &str) {
        until(&format!("gone: {css}"), async || {
            for element in self.web.find_all(By::Css(css)).await.ok()? {
                if element.is_displayed().await.is_ok_and(|displayed| displayed) {
                    return None;
                }
            }
            Some(())
        });
    }

    /// Waits until an element shows this text somewhere in it.
    pub fn reads(&self, css: &str, text: &str) {
        until(&format!("{css} that says {text:?}"), async || {
            for element in self.web.find_all(By::Css(css)).await.ok()? {
                if element.text().await.is_ok_and(|shown| shown.contains(text)) {
                    return Some(());
                }
            }
            None
        });
    }

    /// The text that an element shows.
    pub fn text(&self, css: &str) -> String {
        let element = self.sees(css);
        ask("read a text", element.text())
    }

    /// What stands in a field of this name.
    pub fn value(&self, name: &str) -> String {
        let element = self.sees(&format!("[name={name}]"));
        ask("read a field", element.value()).unwrap_or_default()
    }

    /// Waits for a screen of the widget.
    pub fn is_on(&self, screen: &str) {
        self.sees(&format!("[data-part=root][data-screen={screen}]"));
    }

    /// Waits for a message on the form, seen or only heard, and returns it. One that keeps its room while its form is tried again is
    /// none.
    pub fn notice(&self) -> String {
        until("a notice with words", async || {
            // What is only heard is no text for a driver.
            let script = "return document.querySelector('[data-part=alert], [data-part=notice]')?.innerText";
            let answer = self.web.execute(script, Vec::new()).await.ok()?;
            let text = answer.json().as_str().unwrap_or_default().to_owned();
            Some(text).filter(|text| !text.trim().is_empty())
        })
    }

    /// The names of the events so far.
    pub fn events(&self) -> Vec<String> {
        let list =
            self.runs("return [...document.querySelectorAll('#events li')].map((li) => li.dataset.event)");
        let names = list.as_array().into_iter().flatten();
        names
            .filter_map(|name| name.as_str().map(str::to_owned))
            .collect()
    }

    /// How often an event was sent so far.
    pub fn count(&self, event: &str) -> usize {
        self.events().iter().filter(|name| *name == event).count()
    }

    /// Waits for an event.
    pub fn hears(&self, event: &str) {
        until(&format!("event {event}"), async || {
            self.web
                .find(By::Css(format!("#events li[data-event={event}]")))
                .await
                .ok()
        });
    }

    /// Waits for the checked claims.
    pub fn claims(&self) -> Value {
        self.json("#claims")
    }

    /// Waits for JSON in an element.
    pub fn json(&self, css: &str) -> Value {
        until(&format!("JSON in {css}"), async || {
            let element = self.web.find(By::Css(css)).await.ok()?;
            serde_json::from_str(&element.text().await.ok()?).ok()
        })
    }

    /// What the element that has the focus is called: its name, its part, its id, where it leads.
    pub fn focused(&self) -> Vec<String> {
        names(&self.runs(FOCUSED))
    }

    /// Waits until the focus is on the element of this name, part or id.
    pub fn has_focus_on(&self, wanted: &str) {
        until(&format!("focus on {wanted}"), async || {
            let answer = self.web.execute(FOCUSED, Vec::new()).await.ok()?;
            names(answer.json())
                .iter()
                .any(|name| name == wanted)
                .then_some(())
        });
    }

    /// Waits until an event has been sent so many times.
    pub fn hears_times(&self, event: &str, times: usize) {
        until(&format!("event {event}, {times} times"), async || {
            let css = format!("#events li[data-event={event}]");
            let found = self.web.find_all(By::Css(css)).await.ok()?;
            (found.len() == times).then_some(())
        });
    }

    /// Whether an element is there at this moment, for waits of their own.
    pub async fn has_now(&self, css: &str) -> bool {
        self.web.find(By::Css(css)).await.is_ok()
    }

    /// Whether an element is there at this moment, visible or not.
    pub fn has(&self, css: &str) -> bool {
        !runtime::block_on(self.web.find_all(By::Css(css)))
            .unwrap_or_default()
            .is_empty()
    }
}

const FOCUSED: &str = "const e = document.activeElement; \
     return [e.getAttribute('name'), e.dataset.part, e.id, e.dataset.to, e.dataset.connection, e.getAttribute('autocomplete')]
        .filter(Boolean)";

fn names(list: &Value) -> Vec<String> {
    let names = list.as_array().into_iter().flatten();
    names
        .filter_map(|name| name.as_str().map(str::to_owned))
        .collect()
}
