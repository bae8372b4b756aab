//! Advice for the developer, on the console.

use std::cell::RefCell;

use vestibule_flow::Advice;

thread_local! {
    /// The sentences that were said since the page was loaded.
    static SAID: RefCell<Vec<String>> = const { RefCell::new(Vec::new()) };
}

/// Tells the developer, each sentence once on a page.
pub fn advise(advice: &Advice) {
    let sentence = advice.to_string();
    let said_before = SAID.with_borrow(|said| said.contains(&sentence));
    // Advice that is not built in has no words.
    if !said_before && !sentence.is_empty() {
        web_sys::console::warn_1(&sentence.as_str().into());
        SAID.with_borrow_mut(|said| said.push(sentence));
    }
}
