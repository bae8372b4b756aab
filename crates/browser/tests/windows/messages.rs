//! Messages of others are left alone, however they look and however many they are.

use vestibule_flow::Answer;
use wasm_bindgen_test::wasm_bindgen_test;

use crate::page::{Desk, js, settle};
use crate::{FRAME, frame_loads, open_frame, post, response};

#[wasm_bindgen_test]
async fn every_other_message_is_left_alone() {
    let desk = Desk::new();
    let ask = open_frame(&desk, 60);
    js("window.good = {type: 'authorization_response', response: {code: 'C', state: 'S'}};
        window.other = document.body.appendChild(document.createElement('iframe'));
        window.cycle = {type: 'authorization_response'}; cycle.response = cycle;
        window.polluted = JSON.parse('{\"type\": \"authorization_response\", \"__proto__\": {\"response\": {\"code\": \"C\"}}}');
        window.inherited = Object.create(good);
        window.proxy = new Proxy({}, {ownKeys() { throw 1; }, getPrototypeOf() { throw 2; }, get() { throw 3; }});
        window.many = {...good, response: Object.fromEntries(Array.from({length: 65}, (_, n) => ['k' + n, 'v']))};
        window.getter = {...good, get response() { throw 4; }};");
    let (here, frame) = ("location.origin", format!("{FRAME}.contentWindow"));
    for (origin, source) in [
        ("'https://evil.example'", frame.as_str()),
        ("'null'", &frame),
        ("''", &frame),
        ("location.origin + '/'", &frame),
        ("location.origin.toUpperCase()", &frame),
        (here, "window"),
        (here, "other.contentWindow"),
        (here, "null"),
    ] {
        post("good", origin, source);
    }
    for data in [
        "null",
        "undefined",
        "7",
        "'authorization_response'",
        "[good]",
        "Object.assign([], good)",
        "{}",
        "{...good, type: 'authorization_request'}",
        "{...good, type: ['authorization_response']}",
        "{type: 'authorization_response'}",
        "{...good, response: null}",
        "{...good, response: 'code=C&state=S'}",
        "{...good, response: ['C', 'S']}",
        "{...good, response: {code: 'C', state: 7}}",
        "{...good, response: {code: ['C'], state: 'S'}}",
        "{...good, response: {code: 'C', [Symbol('state')]: 'S'}}",
        "{...good, response: new Map([['code', 'C']])}",
        "{...good, response: new Date()}",
        "{...good, response: Object.create({code: 'C', state: 'S'})}",
        "cycle",
        "polluted",
        "inherited",
        "proxy",
        "{...good, response: proxy}",
        "many",
        "getter",
        "new (class Message { constructor() { Object.assign(this, good); } })()",
    ] {
        post(data, here, &frame);
        assert!(desk.is_silent(), "{data}");
    }
    assert!(desk.is_silent());
    post("good", here, &frame);
    assert_eq!(desk.answer().await, (ask, Answer::Message(Ok(response("C")))));
    js("other.remove()");
}

#[wasm_bindgen_test]
async fn a_flood_of_foreign_messages_hides_not_the_right_one() {
    let desk = Desk::new();
    open_frame(&desk, 60);
    frame_loads().await;
    js("window.flood = document.body.appendChild(document.createElement('iframe'));
        new flood.contentWindow.Function(`for (let n = 0; n < 10000; n++)
            parent.postMessage({type: 'authorization_response', response: {code: 'EVIL' + n, state: 'S'}}, '*')`)()");
    js(&format!(
        "new ({FRAME}.contentWindow.Function)(`parent.postMessage(
            {{type: 'authorization_response', response: {{code: 'C', state: 'S'}}}}, '*')`)()"
    ));
    let (_, answer) = desk.answer().await;
    js("flood.remove()");
    assert_eq!(answer, Answer::Message(Ok(response("C"))));
    settle().await;
    assert!(desk.is_silent());
}
