//! The page: what is shown, and around it the controls, the contents, the editor and the lines of Rust.

use std::rc::Rc;

use gloo_events::EventListener;
use vestibule::Theme;
use vestibule::gallery::{Sample, samples};
use yew::prelude::*;

use crate::address::Address;
use crate::controls::Controls;
use crate::editor::Editor;
use crate::lines::Lines;
use crate::nearest::{Shows, nearest};
use crate::shown::Shown;
use crate::source::rust;

fn here() -> Address {
    let query = web_sys::window().and_then(|window| window.location().search().ok());
    Address::parse(&query.unwrap_or_default())
}

#[component]
pub fn Page() -> Html {
    let samples = use_memo((), |()| samples());
    let wanted = use_state(here);
    let own_theme = use_state(|| None::<Theme>);
    // Back, forward, and whoever changes the address.
    use_effect_with((), {
        let wanted = wanted.setter();
        move |()| {
            let window = web_sys::window().expect("a page has a window");
            let listener = EventListener::new(&window, "popstate", move |_| wanted.set(here()));
            move || drop(listener)
        }
    });
    let go = {
        let wanted = wanted.setter();
        Callback::from(move |next: Address| {
            let history = web_sys::window().and_then(|window| window.history().ok());
            if let Some(history) = history {
                let _ = history.push_state_with_url(&wasm_bindgen::JsValue::NULL, "", Some(&next.query()));
            }
            wanted.set(next);
        })
    };
    let Some(Shows {
        address,
        sample,
        told,
    }) = nearest(&wanted, &samples, own_theme.is_some())
    else {
        return html! {};
    };
    let shown =
        html! { <Shown address={address.clone()} {sample} {told} own_theme={(*own_theme).clone()} /> };
    if address.bare {
        return html! { <div class="gallery" data-bare="">{ shown }</div> };
    }
    let passes = {
        let (own, address, go) = (own_theme.setter(), address.clone(), go.clone());
        // Where it is wanted already, as after the page was loaded anew, it is shown as soon as it is there.
        let is_wanted = wanted.get("theme") == "editor";
        Callback::from(move |theme: Theme| {
            own.set(Some(theme));
            if !is_wanted {
                go.emit(address.with("theme", "editor"));
            }
        })
    };
    let from = Some(address.get("theme"))
        .filter(|name| *name != "editor")
        .unwrap_or("dawn")
        .to_owned();
    html! {
        <div class="gallery">
            <header>
                <h1>{ "Gallery" }</h1>
                <Controls address={address.clone()} samples={samples.clone()} go={go.clone()} has_own_theme={own_theme.is_some()} />
            </header>
            { shown }
            <aside>
                <Editor {from} {passes} />
                <Lines rust={rust(&address, own_theme.as_ref())} />
                { contents(&samples, &address, &go) }
            </aside>
        </div>
    }
}

/// Every state, a link each.
fn contents(samples: &Rc<Vec<Sample>>, address: &Address, go: &Callback<Address>) -> Html {
    let link = |sample: &Sample| {
        let to = address.with("screen", sample.screen).with("state", sample.state);
        let is_here = to == *address;
        let href = to.query();
        let onclick = {
            let go = go.clone();
            move |event: MouseEvent| {
                event.prevent_default();
                go.emit(to.clone());
            }
        };
        html! { <li><a {href} {onclick} aria-current={is_here.then_some("page")}>{ format!("{} · {}", sample.screen, sample.state) }</a></li> }
    };
    html! {
        <nav aria-labelledby="contents-title">
            <h2 id="contents-title">{ format!("{} states", samples.len()) }</h2>
            <ul id="states">{ for samples.iter().map(link) }</ul>
        </nav>
    }
}
