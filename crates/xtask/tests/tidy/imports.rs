//! The import table of DESIGN.md 2: who may use whom.

use cargo_metadata::{DependencyKind, Metadata, MetadataCommand, Package};

use crate::repository::{nothing_found, root};

/// A package and what it may use of the packages that are watched.
struct Row {
    package: &'static str,
    may_use: &'static [&'static str],
}

/// The table. Everything that is watched and not marked here is forbidden.
const TABLE: &[Row] = &[
    Row {
        package: "vestibule-protocol",
        may_use: &[],
    },
    Row {
        package: "vestibule-flow",
        may_use: &["vestibule-protocol"],
    },
    Row {
        package: "vestibule-theme",
        may_use: &["vestibule-theme-rules", "vestibule-theme-macro"],
    },
    Row {
        package: "vestibule-theme-macro",
        may_use: &["vestibule-theme-rules"],
    },
    // What both the run-time theme and its macro must judge alike.
    Row {
        package: "vestibule-theme-rules",
        may_use: &[],
    },
    Row {
        package: "vestibule-browser",
        may_use: &["vestibule-protocol", "vestibule-flow", WEB_SYS, JS_SYS],
    },
    // Of web-sys the widget names event types; it reaches for nothing by itself, so not js-sys.
    Row {
        package: "vestibule",
        may_use: &[
            "vestibule-protocol",
            "vestibule-flow",
            "vestibule-theme",
            "vestibule-browser",
            WEB_SYS,
            YEW,
            YEW_ROUTER,
        ],
    },
    // The authority reads the specifications on its own: nothing of ours.
    Row {
        package: "vestibule-authority",
        may_use: &[TOKIO, AXUM],
    },
    // What must hold of the parsers; its tests and the fuzz targets run it.
    Row {
        package: "vestibule-checks",
        may_use: &["vestibule-protocol", "vestibule-theme-rules"],
    },
    Row {
        package: "vestibule-tests",
        may_use: &["vestibule-protocol", TOKIO, AXUM],
    },
    Row {
        package: "press",
        may_use: &[],
    },
    Row {
        package: "xtask",
        may_use: &["vestibule-theme-rules"],
    },
    Row {
        package: EXAMPLE,
        may_use: &["vestibule-theme", "vestibule", YEW, YEW_ROUTER, WEB_SYS, JS_SYS],
    },
    Row {
        package: "vestibule-bench",
        may_use: &["vestibule-protocol", "vestibule-browser"],
    },
];

/// Stands for every package under `examples/`.
const EXAMPLE: &str = "an example";
const WEB_SYS: &str = "web-sys";
const JS_SYS: &str = "js-sys";
const YEW: &str = "yew";
const YEW_ROUTER: &str = "yew-router";
const TOKIO: &str = "tokio";
const AXUM: &str = "axum";

/// Packages from elsewhere that are watched, besides all of ours.
const WATCHED: [&str; 6] = [WEB_SYS, JS_SYS, YEW, YEW_ROUTER, TOKIO, AXUM];

/// Exact versions of these belong to examples and tests, which nobody depends on.
const PINNED: [&str; 5] = [
    "wasm-bindgen",
    JS_SYS,
    WEB_SYS,
    "wasm-bindgen-futures",
    "wasm-bindgen-test",
];

#[test]
fn every_crate_uses_only_what_the_import_table_allows() {
    let metadata = metadata();
    let ours: Vec<_> = metadata
        .workspace_packages()
        .iter()
        .map(|package| package.name.to_string())
        .collect();
    let mut findings = Vec::new();
    for package in metadata.workspace_packages() {
        let name = package.name.as_str();
        let Some(row) = row_of(package) else {
            findings.push(format!("{name} has no row in the import table"));
            continue;
        };
        // What only tests use is not part of the crate.
        for used in package
            .dependencies
            .iter()
            .filter(|used| used.kind != DependencyKind::Development)
        {
            let watched = ours.contains(&used.name) || WATCHED.contains(&used.name.as_str());
            if watched && !row.may_use.contains(&used.name.as_str()) {
                findings.push(format!("{name} uses {}", used.name));
            }
        }
    }
    nothing_found("Against the import table of DESIGN.md 2:", &findings);
}

#[test]
fn the_authority_shares_no_code_with_the_client_even_in_its_tests() {
    let metadata = metadata();
    let packages = metadata.workspace_packages();
    let authority = packages
        .iter()
        .find(|package| package.name.as_str() == "vestibule-authority");
    let shared: Vec<_> = authority
        .expect("the authority is a member")
        .dependencies
        .iter()
        .filter(|used| used.name.starts_with("vestibule"))
        .map(|used| used.name.clone())
        .collect();
    nothing_found("A misreading in common would pass every test:", &shared);
}

#[test]
fn only_packages_that_are_never_published_pin_the_wasm_bindgen_family() {
    let metadata = metadata();
    let mut findings = Vec::new();
    for package in metadata.workspace_packages() {
        // `publish = false` reads as an empty list of registries.
        let published = package
            .publish
            .as_ref()
            .is_none_or(|registries| !registries.is_empty());
        for used in package
            .dependencies
            .iter()
            .filter(|used| PINNED.contains(&used.name.as_str()))
        {
            if published && used.req.to_string().starts_with('=') {
                findings.push(format!("{} pins {} {}", package.name, used.name, used.req));
            }
        }
    }
    nothing_found(
        "A pin in a published manifest is a burden on every app:",
        &findings,
    );
}

fn metadata() -> Metadata {
    let mut command = MetadataCommand::new();
    command.manifest_path(root().join("Cargo.toml")).no_deps();
    command
        .exec()
        .expect("the manifests of the workspace are readable")
}

fn row_of(package: &Package) -> Option<&'static Row> {
    let in_examples = package
        .manifest_path
        .components()
        .any(|part| part.as_str() == "examples");
    let name = if in_examples {
        EXAMPLE
    } else {
        package.name.as_str()
    };
    TABLE.iter().find(|row| row.package == name)
}
