//! The fonts that Chromium draws with, which are those of no machine: text has the width in one place that it has in another, and no script is drawn as empty boxes.

use std::{
    fs,
    path::{Path, PathBuf},
    process,
    sync::LazyLock,
};

use crate::paths;

/// Packages of npm with the folders whose fonts are used. The first draws what it can, and that is Latin, Greek,
/// Cyrillic, Armenian, Georgian, Hebrew and Arabic letters.
const FONTS: [(&str, &[&str]); 6] = [
    ("dejavu-fonts-ttf", &["ttf"]),
    ("@expo-google-fonts/noto-sans-bengali", WEIGHTS),
    ("@expo-google-fonts/noto-sans-devanagari", WEIGHTS),
    ("@expo-google-fonts/noto-sans-kr", WEIGHTS),
    ("@expo-google-fonts/noto-sans-sc", WEIGHTS),
    ("@expo-google-fonts/noto-sans-thai", WEIGHTS),
];
const WEIGHTS: &[&str] = &["400Regular", "700Bold"];

/// What a page may ask for without naming a font, and what it gets.
const GENERIC: [(&str, &str); 4] = [
    ("sans-serif", "DejaVu Sans"),
    ("system-ui", "DejaVu Sans"),
    ("serif", "DejaVu Serif"),
    ("monospace", "DejaVu Sans Mono"),
];

/// The settings of fontconfig that say so, written once by every process, whose tests run side by side.
pub(super) fn settings() -> &'static Path {
    static FILE: LazyLock<PathBuf> = LazyLock::new(|| {
        let file = paths::tools().join("fonts.conf");
        // Whole at every moment, for the browsers of other processes start meanwhile.
        let draft = paths::tools().join(format!("fonts-{}.conf", process::id()));
        fs::write(&draft, written()).expect("the tools' folder takes files");
        fs::rename(&draft, &file).expect("the settings take their place");
        file
    });
    &FILE
}

fn written() -> String {
    let folders = FONTS
        .iter()
        .flat_map(|(package, folders)| folders.iter().map(|folder| paths::npm(package, folder)));
    let folders: Vec<String> = folders
        .map(|folder| format!("<dir>{}</dir>", folder.display()))
        .collect();
    let families = GENERIC.map(|(family, font)| {
        format!(
            "<alias binding=\"same\"><family>{family}</family><prefer><family>{font}</family></prefer></alias>"
        )
    });
    // No pixel is moved to where a screen would have it.
    let plain = "<match target=\"font\">\
        <edit name=\"antialias\"><bool>true</bool></edit>\
        <edit name=\"hinting\"><bool>false</bool></edit>\
        <edit name=\"rgba\"><const>none</const></edit>\
        </match>";
    let cache = format!(
        "<cachedir>{}</cachedir>",
        paths::tools().join("fonts-cache").display()
    );
    [
        "<?xml version=\"1.0\"?>",
        "<fontconfig>",
        &folders.join("\n"),
        &families.join("\n"),
        plain,
        &cache,
        "</fontconfig>",
        "",
    ]
    .join("\n")
}
