//! Popups: what a person sees when a second window opens.

use thirtyfour::WindowHandle;

use super::person::{Person, ask};
use crate::wait::until;

impl Person {
    /// Waits for a second window, looks at it, and returns the first one to come back to.
    pub fn looks_at_popup(&self) -> WindowHandle {
        let here = ask("name the window", self.web.window());
        let popup = until("a second window", async || {
            self.web
                .windows()
                .await
                .ok()?
                .into_iter()
                .find(|window| *window != here)
        });
        ask("look at the popup", self.web.switch_to_window(popup));
        here
    }

    /// Closes the window that is looked at, and looks at another.
    pub fn closes_window(&self, and_looks_at: WindowHandle) {
        ask("close the window", self.web.close_window());
        self.looks_at(and_looks_at);
    }

    /// Opens a tab at this address, looks at it, and returns the one before.
    pub fn opens_tab(&self, url: &str) -> WindowHandle {
        let tab = ask("open a tab", self.web.new_tab());
        let before = self.turns_to(tab);
        self.opens(url);
        before
    }

    /// Looks at another window and returns the one before.
    pub fn turns_to(&self, window: WindowHandle) -> WindowHandle {
        let before = ask("name the window", self.web.window());
        self.looks_at(window);
        before
    }

    /// Looks at a window again.
    pub fn looks_at(&self, window: WindowHandle) {
        ask("look at the window", self.web.switch_to_window(window));
    }

    /// How many windows are open.
    pub fn windows(&self) -> usize {
        ask("count the windows", self.web.windows()).len()
    }
}
