//! Advice for the developer, on the console.

use std::cell::RefCell;

use vestibule_flow::Advice;

thread_local! {
    /// The sentences that were said since the page was loaded.
    static SAID: RefCell<Vec<String>> = const { RefCell::new(Vec::new()) };
}

/// Tells the developer, each sentence once on a page; nothing where advice is not built in.
pub fn advise(advice: impl FnOnce() -> Advice) {
    if !Advice::IS_BUILT_IN {
        return;
    }
    let sentence = advice().to_string();
    let said_before = SAID.with_borrow(|said| said.contains(&sentence));
    if !said_before {
        web_sys::console::warn_1(&sentence.as_str().into());
        SAID.with_borrow_mut(|said| said.push(sentence));
    }
}
