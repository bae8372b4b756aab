//! The browser engines and what each has to be told at its start.

use std::{env, fs, path::PathBuf};

use serde_json::{Map, Value, json};

use crate::scene::{Cookies, Scene, Way};

/// A browser engine.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Engine {
    /// Chromium with chromedriver.
    Chromium,
    /// Firefox with geckodriver.
    Firefox,
    /// WebKitGTK with `WebKitWebDriver`.
    WebKit,
}

impl Engine {
    /// The one that `cargo xtask test --engine` chose, by `VESTIBULE_ENGINE`; Chromium otherwise.
    pub fn chosen() -> Self {
        match env::var("VESTIBULE_ENGINE").as_deref() {
            Ok("firefox") => Self::Firefox,
            Ok("webkit") => Self::WebKit,
            Ok("chromium") | Err(_) => Self::Chromium,
            Ok(other) => panic!("VESTIBULE_ENGINE is chromium, firefox or webkit, not `{other}`"),
        }
    }

    /// The driver's program and its arguments for a port. `spare` is another free port.
    pub(super) fn driver(self, port: u16, spare: u16) -> (&'static str, Vec<String>) {
        match self {
            Self::Chromium => ("chromedriver", vec![format!("--port={port}")]),
            Self::Firefox => (
                "geckodriver",
                vec![format!("--port={port}"), format!("--websocket-port={spare}")],
            ),
            Self::WebKit => ("WebKitWebDriver", vec![format!("--port={port}")]),
        }
    }

    /// The W3C capabilities of a session.
    pub(super) fn capabilities(self, scene: &Scene) -> Map<String, Value> {
        let capabilities = match self {
            Self::Chromium => chromium(scene),
            Self::Firefox => firefox(),
            Self::WebKit => webkit(),
        };
        let Value::Object(mut capabilities) = capabilities else {
            unreachable!("each of the three functions below returns an object")
        };
        // The authority signs its certificate itself.
        if scene.way == Way::Tls {
            capabilities.insert("acceptInsecureCerts".to_owned(), json!(true));
        }
        capabilities
    }
}

fn chromium(scene: &Scene) -> Value {
    let cookies = match scene.cookies {
        Cookies::Allowed => 0,
        Cookies::Blocked => 1,
    };
    json!({
        "browserName": "chrome",
        "goog:loggingPrefs": { "browser": "ALL" },
        "goog:chromeOptions": {
            "args": [
                "--headless=new", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run",
                "--disable-background-networking", "--disable-component-update", "--disable-sync",
                "--disable-dev-shm-usage", "--window-size=1280,1000",
                // A walk through the gallery changes the address more often than a person could.
                "--disable-ipc-flooding-protection",
            ],
            "prefs": {
                "profile": { "cookie_controls_mode": cookies, "password_manager_leak_detection": false },
                "credentials_enable_service": false,
            },
        },
    })
}

fn firefox() -> Value {
    let mut options = json!({
        "args": ["-headless", "-width", "1280", "-height", "1000"],
        "prefs": { "network.proxy.type": 0, "signon.rememberSignons": false },
    });
    // Without a hint geckodriver looks only for `firefox`.
    if let Some(binary) = on_path("firefox-esr") {
        options["binary"] = json!(binary);
    }
    json!({ "browserName": "firefox", "moz:firefoxOptions": options })
}

fn webkit() -> Value {
    let browser = mini_browser().unwrap_or_else(|| panic!("MiniBrowser of WebKitGTK 4.1 is not installed"));
    json!({
        "browserName": "MiniBrowser",
        "webkitgtk:browserOptions": { "binary": browser, "args": ["--automation"] },
    })
}

/// Distributions keep it in a folder that names the machine's architecture.
fn mini_browser() -> Option<PathBuf> {
    let libraries = fs::read_dir("/usr/lib")
        .into_iter()
        .flatten()
        .filter_map(Result::ok);
    let folders = libraries
        .map(|entry| entry.path())
        .chain(["/usr/lib".into(), "/usr/libexec".into()]);
    folders
        .map(|folder| folder.join("webkit2gtk-4.1/MiniBrowser"))
        .find(|file| file.is_file())
}

fn on_path(program: &str) -> Option<PathBuf> {
    env::split_paths(&env::var_os("PATH")?)
        .map(|folder| folder.join(program))
        .find(|file| file.is_file())
}
