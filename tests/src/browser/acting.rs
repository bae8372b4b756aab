//! What a person does with mouse and keyboard.

use thirtyfour::{By, Key, WebElement};

use super::person::{Person, ask};
use crate::wait::until;

/// More stops than any screen has.
const MOST_STOPS: usize = 40;

impl Person {
    /// Types into the field of this name, replacing what was there.
    pub fn fills(&self, name: &str, text: &str) {
        self.fills_in(&format!("[name={name}]"), text);
    }

    /// Types into a field, replacing what was there.
    pub fn fills_in(&self, css: &str, text: &str) {
        self.does(&format!("fill {css}"), css, &async |field| {
            field.clear().await.ok()?;
            field.send_keys(text).await.ok()
        });
    }

    /// Types where the focus is.
    pub fn types(&self, text: &str) {
        let actions = self.web.action_chain().send_keys(text);
        ask("type", actions.perform());
    }

    /// Presses one key where the focus is.
    pub fn presses_key(&self, key: Key) {
        self.types(&char::from(key).to_string());
    }

    /// Presses Tab until the focus is on the element of this name, part or id, as a person without a mouse would.
    pub fn tabs_to(&self, wanted: &str) {
        for _ in 0..MOST_STOPS {
            if self.focused().iter().any(|name| name == wanted) {
                return;
            }
            self.presses_key(Key::Tab);
        }
        panic!(
            "{MOST_STOPS} times Tab never led to {wanted}; the focus is on {:?}",
            self.focused()
        );
    }

    /// As [`tabs_to`](Self::tabs_to), backwards: for what stands before the focus. Past the end of the page the focus goes to
    /// the browser's own controls, and Firefox does not always give it back.
    pub fn tabs_back_to(&self, wanted: &str) {
        for _ in 0..MOST_STOPS {
            if self.focused().iter().any(|name| name == wanted) {
                return;
            }
            let actions = self.web.action_chain().key_down(Key::Shift);
            ask(
                "press Shift and Tab",
                actions.send_keys(Key::Tab).key_up(Key::Shift).perform(),
            );
        }
        panic!(
            "{MOST_STOPS} times Shift and Tab never led to {wanted}; the focus is on {:?}",
            self.focused()
        );
    }

    /// Clicks the form's main button.
    pub fn submits(&self) {
        self.clicks("[data-part=submit]");
    }

    /// Clicks the way to another screen.
    pub fn switches_to(&self, screen: &str) {
        self.clicks(&format!("[data-part=switch][data-to={screen}]"));
    }

    /// Clicks the button of a social or enterprise connection.
    pub fn chooses(&self, connection: &str) {
        self.clicks(&format!("[data-part=connection][data-connection={connection}]"));
    }

    /// Clicks an element as soon as it can be clicked.
    pub fn clicks(&self, css: &str) {
        self.does(&format!("click {css}"), css, &async |element| {
            element.click().await.ok()
        });
    }

    /// Clicks twice, as fast as a person can.
    pub fn double_clicks(&self, css: &str) {
        self.does(&format!("double click {css}"), css, &async |element| {
            self.web
                .action_chain()
                .double_click_element(element)
                .perform()
                .await
                .ok()
        });
    }

    /// Logs in on the widget's first screen.
    pub fn logs_in_as(&self, username: &str, password: &str) {
        self.is_on("log-in");
        self.fills("username", username);
        self.fills("password", password);
        self.submits();
    }

    /// Picks the first account on a provider's page and returns its address.
    pub fn picks_the_first_account(&self) -> String {
        let account = self.sees("[data-part=account]");
        let address = ask("read the account", account.attr("value")).unwrap_or_default();
        self.clicks("[data-part=account]");
        address
    }

    /// Does something with the first visible element like this, again when the page moved under the hand.
    fn does<T>(&self, what: &str, css: &str, act: &impl AsyncFn(&WebElement) -> Option<T>) -> T {
        until(&format!("a way to {what}"), async || {
            for element in self.web.find_all(By::Css(css)).await.ok()? {
                if element.is_displayed().await.is_ok_and(|displayed| displayed) {
                    return act(&element).await;
                }
            }
            None
        })
    }
}
