//! A story without our authority: an example against a certified server that is not ours, run by Node.js.

use std::{
    io::{BufRead, BufReader, Write},
    path::Path,
    process::{Child, Command, Stdio},
    sync::mpsc,
    thread,
};

use serde_json::{Value, json};

use crate::{browser::Person, paths, scene::Scene, wait::PATIENCE, web::App};

const LISTENING: &str = "listening on ";

/// An example, and a server that it was never built for.
pub struct Guest {
    scene: Scene,
    app: App,
    server: Child,
}

/// Starts both and tells the story. `insists` is what the server is to insist on.
pub fn guest(scene: Scene, insists: &Value, tell: impl FnOnce(&Guest)) {
    let app = App::serve(paths::app(&scene.app, &scene.beside));
    let (server, issuer) = launched(&app.origin(), insists);
    let mut settings = scene.app_settings(&issuer);
    settings.insert("client_id".to_owned(), json!("spa"));
    settings.insert("audience".to_owned(), Value::Null);
    settings.insert("scope".to_owned(), json!("openid profile email offline_access"));
    app.open(&issuer, &settings);
    let guest = Guest { scene, app, server };
    tell(&guest);
    let violations = guest.app.violations();
    assert!(
        violations.is_empty(),
        "against the page's policy: {violations:#?}"
    );
}

impl Guest {
    /// Somebody with a fresh browser who has opened the app.
    pub fn visitor(&self) -> Person {
        let name = thread::current().name().unwrap_or("guest").replace("::", "-");
        let person = Person::new(&self.scene, &name);
        person.opens(&self.app_url());
        person
    }

    /// The app's address.
    pub fn app_url(&self) -> String {
        format!("{}/", self.app.origin())
    }
}

impl Drop for Guest {
    fn drop(&mut self) {
        // An error means that it has ended by itself.
        let _ = self.server.kill();
        let _ = self.server.wait();
    }
}

fn launched(app: &str, insists: &Value) -> (Child, String) {
    let script = Path::new(env!("CARGO_MANIFEST_DIR")).join("peers/oidc-provider/server.mjs");
    let library = paths::npm("oidc-provider", "lib/index.js");
    let mut told = json!({ "library": library, "app": app });
    if let (Some(told), Some(insists)) = (told.as_object_mut(), insists.as_object()) {
        told.extend(insists.clone());
    }
    let mut process = Command::new("node")
        .arg(script)
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        // It warns that it is no server for the Internet.
        .stderr(Stdio::null())
        .spawn()
        .unwrap_or_else(|error| panic!("node could not be started: {error}"));
    let mut input = process.stdin.take().expect("the input was piped");
    input
        .write_all(told.to_string().as_bytes())
        .expect("a server that starts reads its input");
    drop(input);
    let output = process.stdout.take().expect("the output was piped");
    let (tell, heard) = mpsc::channel();
    thread::spawn(move || {
        for line in BufReader::new(output).lines().map_while(Result::ok) {
            if let Some(issuer) = line.strip_prefix(LISTENING) {
                // Told once; nobody listens after that.
                let _ = tell.send(issuer.to_owned());
            }
        }
    });
    let issuer = heard
        .recv_timeout(PATIENCE)
        .expect("oidc-provider did not start to listen");
    (process, issuer)
}
