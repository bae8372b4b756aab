//! The tools, their versions and where each comes from: the one table to change.

/// Crates that are installed as programs, with the exact version that is known to work.
///
/// `wasm-bindgen` must match the library in Cargo.lock to the digit; DESIGN.md 9 says why each is held back.
pub const WASM_BINDGEN: CargoTool = CargoTool {
    program: "wasm-bindgen",
    package: "wasm-bindgen-cli",
    version: "0.2.128",
};
pub const TRUNK: CargoTool = CargoTool {
    program: "trunk",
    package: "trunk",
    version: "0.21.14",
};
pub const GECKODRIVER: CargoTool = CargoTool {
    program: "geckodriver",
    package: "geckodriver",
    version: "0.37.1",
};

/// The optimiser of WebAssembly, `wasm-opt`, comes with this npm package.
pub const BINARYEN: NpmPackage = NpmPackage {
    name: "binaryen",
    version: "132.0.0",
    file: ".bin/wasm-opt",
};
/// Clients that are not ours, for the stories that they tell with the authority.
pub const AUTH0_JS: NpmPackage = NpmPackage {
    name: "auth0-js",
    version: "10.2.1",
    file: "auth0-js/dist/auth0.min.js",
};
pub const OAUTH4WEBAPI: NpmPackage = NpmPackage {
    name: "oauth4webapi",
    version: "3.8.8",
    file: "oauth4webapi/build/index.js",
};
pub const OPENID_CLIENT: NpmPackage = NpmPackage {
    name: "openid-client",
    version: "6.9.0",
    file: "openid-client/build/index.js",
};
/// Lock has no build for the browser on npm, so that it is bundled for its stories.
pub const AUTH0_LOCK: NpmPackage = NpmPackage {
    name: "auth0-lock",
    version: "14.3.0",
    file: "auth0-lock/lib/index.js",
};
pub const ESBUILD: NpmPackage = NpmPackage {
    name: "esbuild",
    version: "0.28.2",
    file: "esbuild/bin/esbuild",
};
/// What openid-client stands on besides oauth4webapi, held still as well.
pub const JOSE: NpmPackage = NpmPackage {
    name: "jose",
    version: "6.2.18",
    file: "jose/dist/webapi/index.js",
};
/// A certified server that is not ours, for the stories that the examples tell with it.
pub const OIDC_PROVIDER: NpmPackage = NpmPackage {
    name: "oidc-provider",
    version: "9.13.3",
    file: "oidc-provider/lib/index.js",
};
/// The check of ID tokens in Auth0's own clients, for the benchmark.
pub const IDTOKEN_VERIFIER: NpmPackage = NpmPackage {
    name: "idtoken-verifier",
    version: "2.2.4",
    file: "idtoken-verifier/build/idtoken-verifier.esm.js",
};
/// The judge of accessibility, run by the tests on every screen.
pub const AXE: NpmPackage = NpmPackage {
    name: "axe-core",
    version: "4.14.1",
    file: "axe-core/axe.min.js",
};
/// Style sheets of hosts, on whose pages the widget is measured.
pub const BOOTSTRAP: NpmPackage = NpmPackage {
    name: "bootstrap",
    version: "5.3.9",
    file: "bootstrap/dist/css/bootstrap.min.css",
};
pub const TAILWIND: NpmPackage = NpmPackage {
    name: "tailwindcss",
    version: "4.3.5",
    file: "tailwindcss/preflight.css",
};
pub const RESET: NpmPackage = NpmPackage {
    name: "the-new-css-reset",
    version: "1.11.3",
    file: "the-new-css-reset/css/reset.css",
};
/// What the browser of the stories draws with, for the scripts of all languages.
pub const FONTS: [NpmPackage; 6] = [
    NpmPackage {
        name: "dejavu-fonts-ttf",
        version: "2.37.3",
        file: "dejavu-fonts-ttf/ttf/DejaVuSans.ttf",
    },
    NpmPackage {
        name: "@expo-google-fonts/noto-sans-bengali",
        version: "0.4.4",
        file: "@expo-google-fonts/noto-sans-bengali/400Regular/NotoSansBengali_400Regular.ttf",
    },
    NpmPackage {
        name: "@expo-google-fonts/noto-sans-devanagari",
        version: "0.4.1",
        file: "@expo-google-fonts/noto-sans-devanagari/400Regular/NotoSansDevanagari_400Regular.ttf",
    },
    NpmPackage {
        name: "@expo-google-fonts/noto-sans-kr",
        version: "0.4.3",
        file: "@expo-google-fonts/noto-sans-kr/400Regular/NotoSansKR_400Regular.ttf",
    },
    NpmPackage {
        name: "@expo-google-fonts/noto-sans-sc",
        version: "0.4.3",
        file: "@expo-google-fonts/noto-sans-sc/400Regular/NotoSansSC_400Regular.ttf",
    },
    NpmPackage {
        name: "@expo-google-fonts/noto-sans-thai",
        version: "0.4.2",
        file: "@expo-google-fonts/noto-sans-thai/400Regular/NotoSansThai_400Regular.ttf",
    },
];
/// The oldest `wasm-opt` that knows what rustc emits today.
pub const WASM_OPT_AT_LEAST: u32 = 120;

pub const CHROMIUM: DebianTool = DebianTool {
    what: "Chromium with chromedriver",
    programs: &["chromium", "chromedriver"],
    packages: &["chromium", "chromium-driver"],
    remedy: "install Chromium or Google Chrome and the chromedriver of the same version, both on PATH",
};
pub const FIREFOX: DebianTool = DebianTool {
    what: "Firefox",
    programs: &["firefox-esr"],
    packages: &["firefox-esr"],
    remedy: "install Firefox ESR so that `firefox-esr` is on PATH",
};
pub const WEBKIT: DebianTool = DebianTool {
    what: "WebKitGTK with WebKitWebDriver",
    programs: &["WebKitWebDriver", "xvfb-run", "xauth"],
    packages: &["webkit2gtk-driver", "xvfb", "xauth"],
    remedy: "install WebKitGTK's WebDriver (Debian: webkit2gtk-driver), xvfb-run and xauth",
};
pub const NPM: DebianTool = DebianTool {
    what: "npm",
    programs: &["node", "npm"],
    packages: &["nodejs", "npm"],
    remedy: "install Node.js with npm, both on PATH",
};

/// A program from a crate.
pub struct CargoTool {
    pub program: &'static str,
    pub package: &'static str,
    pub version: &'static str,
}

/// A package from npm, installed under `target/tools`.
pub struct NpmPackage {
    pub name: &'static str,
    pub version: &'static str,
    /// What is wanted of it, under `node_modules`.
    pub file: &'static str,
}

/// Programs from packages of Debian or Ubuntu.
pub struct DebianTool {
    pub what: &'static str,
    pub programs: &'static [&'static str],
    pub packages: &'static [&'static str],
    pub remedy: &'static str,
}
