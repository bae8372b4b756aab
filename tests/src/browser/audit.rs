//! Whether everybody can use what is on the page: axe-core's rules of WCAG 2.2 A and AA and of good practice, nothing
//! to scroll sideways, nothing too small to hit. On a phone and a desktop, in light and dark. Chromium only.

use std::{fs, sync::LazyLock};

use super::{
    pane::Pane,
    person::{Person, ask},
};
use crate::paths;

const SCRIPT: &str = include_str!("audit.js");

static AXE: LazyLock<String> = LazyLock::new(|| {
    let file = paths::npm("axe-core", "axe.min.js");
    fs::read_to_string(file).expect("the file was just found")
});

/// What was found so far, screen by screen.
#[derive(Debug, Default)]
pub struct Audit {
    screens: usize,
    runs: usize,
    findings: Vec<String>,
}

impl Audit {
    /// Looks at what the person has before them in every way there is; `screen` is what a finding calls it.
    pub fn of(&mut self, person: &Person, screen: &str) {
        self.screens += 1;
        for pane in Pane::ALL {
            person.looks_through(pane);
            self.runs += 1;
            for finding in person.judges() {
                let (width, scheme) = (pane.width, pane.scheme.as_str());
                self.findings
                    .push(format!("{screen}, {width} {scheme}: {finding}"));
            }
        }
    }

    /// How often the page was judged: each screen in each pane.
    #[must_use]
    pub fn runs(&self) -> usize {
        self.runs
    }

    /// Everything that was found, a sentence each.
    pub fn findings(&self) -> &[String] {
        &self.findings
    }

    /// Fails with everything that was found.
    pub fn ends(self) {
        assert!(self.screens > 0, "nothing was looked at");
        assert!(self.findings.is_empty(), "{}", self.findings.join("\n"));
    }
}

impl Person {
    /// Judges the page as it stands.
    fn judges(&self) -> Vec<String> {
        if self.runs("return typeof axe === 'undefined'") == true {
            // Run as WebDriver runs scripts, past the page's policy.
            self.runs(&AXE);
        }
        let findings = ask("judge the page", self.web.execute_async(SCRIPT, Vec::new()));
        let findings = findings.json().as_array().cloned();
        let findings = findings.expect("the script answers with a list");
        let words = findings.into_iter().map(|finding| finding.to_string());
        words.collect()
    }
}
