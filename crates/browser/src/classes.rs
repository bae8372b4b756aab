//! Classes on elements that come and go: given to those that are there, and to those that are drawn later.

use js_sys::Array;
use wasm_bindgen::JsCast;
use wasm_bindgen::closure::Closure;
use web_sys::{Element, MutationObserver, MutationObserverInit};

/// Classes on parts, for as long as this is kept.
pub struct KeptClasses {
    observer: Option<MutationObserver>,
    /// What the observer calls.
    _called: Closure<dyn FnMut()>,
    given: Given,
}

#[derive(Clone)]
struct Given {
    root: Element,
    /// The selector of a part, and its classes.
    classes: Vec<(String, Vec<String>)>,
}

/// Gives classes to the parts inside a card, to itself and to the page around it where they are such parts: pairs of a selector and
/// classes between spaces.
pub(crate) fn keep<'a>(root: &Element, classes: impl Iterator<Item = (&'a str, &'a str)>) -> KeptClasses {
    let classes = classes.map(|(part, classes)| {
        let words = classes.split(' ').map(str::to_owned).collect();
        (part.to_owned(), words)
    });
    let page = root.closest(".vestibule[data-part=page]").ok().flatten();
    let given = Given {
        root: page.unwrap_or_else(|| root.clone()),
        classes: classes.collect(),
    };
    given.give();
    let called = Closure::<dyn FnMut()>::new({
        let given = given.clone();
        move || given.give()
    });
    // A page that refuses an observer keeps what it has been given.
    let observer = MutationObserver::new(called.as_ref().unchecked_ref()).ok();
    if let Some(observer) = &observer {
        let what = MutationObserverInit::new();
        what.set_child_list(true);
        what.set_subtree(true);
        let _ = observer.observe_with_options(&given.root, &what);
    }
    KeptClasses {
        observer,
        _called: called,
        given,
    }
}

impl Given {
    fn give(&self) {
        self.each(|element, words| {
            let _ = element.class_list().add(words);
        });
    }

    fn each(&self, act: impl Fn(&Element, &Array)) {
        for (selector, words) in &self.classes {
            let words: Array = words
                .iter()
                .map(|word| wasm_bindgen::JsValue::from_str(word))
                .collect();
            if self.root.matches(selector).unwrap_or_default() {
                act(&self.root, &words);
            }
            let inside = self.root.query_selector_all(selector).ok();
            let count = inside.as_ref().map_or(0, web_sys::NodeList::length);
            for element in (0..count).filter_map(|at| inside.as_ref()?.item(at)) {
                act(element.unchecked_ref(), &words);
            }
        }
    }
}

impl Drop for KeptClasses {
    fn drop(&mut self) {
        if let Some(observer) = &self.observer {
            observer.disconnect();
        }
        self.given.each(|element, words| {
            let _ = element.class_list().remove(words);
        });
    }
}
