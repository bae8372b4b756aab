//! What the stories need to know about each browser engine.

use std::env;

use crate::cli::Engine;

/// The part's name in the report.
pub fn title(engine: Engine) -> &'static str {
    match engine {
        Engine::Chromium => "Stories in Chromium",
        Engine::Firefox => "Stories in Firefox",
        Engine::WebKit => "Stories in WebKit",
    }
}

/// Which test programs run: in Chromium all of them, with them those that need no browser, in the others the stories.
pub fn programs(engine: Engine) -> &'static [&'static str] {
    match engine {
        Engine::Chromium => &[],
        Engine::Firefox | Engine::WebKit => &["--test", "stories"],
    }
}

/// Which stories run: in Chromium all of them, in the others those that every engine has to pass.
pub fn names(engine: Engine) -> &'static [&'static str] {
    match engine {
        Engine::Chromium => &[],
        Engine::Firefox | Engine::WebKit => &["everywhere::"],
    }
}

/// Whether a display has to be made for the engine: WebKit's has no headless mode.
pub fn needs_a_display(engine: Engine) -> bool {
    engine == Engine::WebKit && env::var_os("DISPLAY").is_none() && env::var_os("WAYLAND_DISPLAY").is_none()
}
