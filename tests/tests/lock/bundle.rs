//! Lock as one script: the package has none for the browser, so that it is bundled once for all stories.

use std::{
    path::{Path, PathBuf},
    process::Command,
    sync::OnceLock,
};

/// The bundle, in the target folder.
pub const FILE: &str = "lock/lock.js";

/// Bundles it, unless that was done.
pub fn there() {
    static BUNDLED: OnceLock<()> = OnceLock::new();
    BUNDLED.get_or_init(bundle);
}

/// The script itself.
pub fn text() -> String {
    there();
    std::fs::read_to_string(target().join(FILE)).expect("it was bundled")
}

fn bundle() {
    let modules = target().join("tools/node_modules");
    let bundler = modules.join("esbuild/bin/esbuild");
    assert!(
        bundler.is_file(),
        "esbuild is not there: run `cargo xtask test --only stories`, which installs it"
    );
    let entry = Path::new(env!("CARGO_MANIFEST_DIR")).join("pages/lock/bundle.js");
    let output = Command::new("node")
        .arg(bundler)
        .arg(entry)
        .args([
            "--bundle",
            "--format=iife",
            "--global-name=lock",
            "--log-level=error",
        ])
        // Said in so many words, since Lock asks for auth0-js by `require`, whose script is no module.
        .arg("--main-fields=browser,module,main")
        .args([
            "--define:process.env.NODE_ENV=\"production\"",
            "--define:global=window",
        ])
        .arg(format!("--outfile={}", target().join(FILE).display()))
        .env("NODE_PATH", &modules)
        .output()
        .expect("node is where npm is");
    let told = String::from_utf8_lossy(&output.stderr);
    assert!(output.status.success(), "Lock cannot be bundled: {told}");
}

fn target() -> PathBuf {
    let own = Path::new(env!("CARGO_TARGET_TMPDIR"));
    own.parent().expect("it lies in the target folder").to_path_buf()
}
