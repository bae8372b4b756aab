//! What a screen reader says while somebody goes through the widget: its live regions and where the focus goes, as lines of text that
//! people can read and compare.
//!
//! `VESTIBULE_RECORD=1` writes what is heard in the place of what was.

use std::{env, fs, path::PathBuf};

use super::person::Person;

const SCRIPT: &str = include_str!("heard.js");

impl Person {
    /// Listens from now on, for as long as this page stays.
    pub fn listens(&self) {
        self.runs(SCRIPT);
    }

    /// Fails unless what was heard on the page is what is kept under this name.
    pub fn has_heard_as_kept(&self, name: &str) {
        let heard = self.runs("return window.heard");
        let lines = heard.as_array().expect("somebody listened").iter();
        let lines: Vec<&str> = lines.filter_map(|line| line.as_str()).collect();
        let now = lines.join("\n") + "\n";
        let file = PathBuf::from(env!("CARGO_MANIFEST_DIR"))
            .join("heard")
            .join(format!("{name}.txt"));
        if env::var_os("VESTIBULE_RECORD").is_some() {
            fs::write(&file, &now).expect("what was heard can be kept");
        }
        let kept = fs::read_to_string(&file).expect("there is something to compare with");
        assert_eq!(now, kept, "{name}: read it, and record it anew if it is right");
    }
}
