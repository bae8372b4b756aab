//! What the widget listens to: forms, fields and buttons, and neither keys nor a pointer on its way.

use std::fs;
use std::path::Path;

/// Every source of the widget but this one, one behind the other.
fn sources(folder: &Path) -> String {
    let entries = fs::read_dir(folder).expect("the sources stand there");
    let files = entries.map(|entry| entry.expect("an entry").path());
    files
        .filter(|path| !path.ends_with("listened.rs"))
        .map(|path| {
            if path.is_dir() {
                sources(&path)
            } else {
                fs::read_to_string(&path).unwrap_or_default()
            }
        })
        .collect()
}

#[test]
fn no_key_and_no_pointer_that_goes_down_moves_or_shakes_does_anything() {
    let sources = sources(&Path::new(env!("CARGO_MANIFEST_DIR")).join("src"));
    for event in [
        "onkeydown",
        "onkeyup",
        "onkeypress",
        "onpointer",
        "ontouch",
        "ondrag",
        "onmousemove",
        "devicemotion",
        "deviceorientation",
    ] {
        assert!(!sources.contains(event), "{event}");
    }
    // The one that is there keeps the focus in the field beside the button, and does nothing else.
    let keeps_focus = "let onmousedown = |event: MouseEvent| event.prevent_default();";
    assert!(sources.contains(keeps_focus));
    assert_eq!(sources.matches("onmousedown").count(), 2);
}
