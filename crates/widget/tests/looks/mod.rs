//! The widget among the style sheets of a host: resets do not break it, plain rules change it, and it changes nothing outside.

mod hosts;
mod themes;
mod arranged;

use crate::page::{Stage, js};

/// What every element inside the widget looks like, as the browser has computed it.
const SNAPSHOT: &str = "[...document.querySelectorAll('.vestibule, .vestibule *')].map(of => { const s = getComputedStyle(of);
    return (of.dataset.part ?? of.localName) + ' ' + ['display', 'position', 'boxSizing', 'margin', 'padding', 'borderWidth', 'borderStyle', 'borderColor',
    'borderRadius', 'color', 'backgroundColor', 'fontFamily', 'fontSize', 'fontWeight', 'lineHeight', 'textAlign', 'textDecorationLine', 'listStyleType',
    'float', 'width', 'height', 'opacity', 'fill', 'stroke', 'd'].filter(p => s.borderWidth !== '0px' || !/^border[SC]/.test(p))
    .map(p => p + ':' + s[p]).join(';'); }).join('\\n')";

fn text(script: &str) -> String {
    js(script).as_string().expect("a text")
}

/// Puts a style sheet of the host's into the page, before those that the widget has adopted.
fn host_says(css: &str) {
    js(&format!(
        "document.getElementById('host')?.remove(); document.head.insertAdjacentHTML('beforeend', '<style id=host></style>');
        document.getElementById('host').textContent = {css:?};"
    ));
}

fn computed(selector: &str, property: &str) -> String {
    text(&format!(
        "getComputedStyle(document.querySelector({selector:?})).{property}"
    ))
}

/// Nothing moves, so that what is computed is what is meant.
async fn still(stage: &Stage) {
    stage.shows("log-in").await;
    js("document.getAnimations().forEach(one => one.finish())");
}

/// A computed style of an element of the widget.
fn style(stage: &Stage, selector: &str, property: &str) -> String {
    stage.place.set_id("place");
    let script = format!(
        "getComputedStyle(document.querySelector('#place {selector}')).getPropertyValue('{property}')"
    );
    js(&script).as_string().expect("a value")
}
