//! Pictures to compare with, for colours, sizes and places and not for words: how light each part of an element is, in letters, which the fonts of another machine change little and
//! people can read in a diff. Chromium only.
//!
//! `VESTIBULE_RECORD=1` writes what is seen in the place of what was.

use std::{env, fs, path::PathBuf};

use serde_json::json;

use super::person::{Person, ask};

const SCRIPT: &str = include_str!("drawing.js");
/// Letters from side to side.
const COLUMNS: usize = 48;
/// Steps of lightness, of 16, that are no difference yet.
const NEAR: u32 = 2;
/// Of a hundred letters, so many may differ.
const MOST_DIFFERENT: usize = 4;

impl Person {
    /// What is wrong with how an element looks beside the picture of this name; nothing if they are alike.
    pub fn differs(&self, css: &str, name: &str) -> Option<String> {
        let element = self.sees(css);
        let picture = ask("take a picture", element.screenshot_as_png_base64());
        let arguments = vec![json!(picture), json!(COLUMNS)];
        let rows = ask("draw the picture", self.web.execute_async(SCRIPT, arguments));
        let rows = rows
            .json()
            .as_array()
            .cloned()
            .expect("the script answers with rows");
        let now: Vec<String> = rows
            .iter()
            .map(|row| row.as_str().unwrap_or_default().to_owned())
            .collect();
        let file = PathBuf::from(env!("CARGO_MANIFEST_DIR"))
            .join("pictures")
            .join(format!("{name}.txt"));
        if env::var_os("VESTIBULE_RECORD").is_some() {
            fs::write(&file, now.join("\n") + "\n").expect("the picture can be kept");
            return None;
        }
        let kept = fs::read_to_string(&file).expect("there is a picture to compare with");
        let kept: Vec<&str> = kept.lines().collect();
        compared(&kept, &now).map(|what| format!("{name}: {what}\n{}", now.join("\n")))
    }
}

/// How two drawings differ by more than another machine's fonts do.
fn compared(kept: &[&str], now: &[String]) -> Option<String> {
    if kept.len().abs_diff(now.len()) > 1 {
        return Some(format!("{} rows, and there were {}", now.len(), kept.len()));
    }
    let step = |letter: char| letter.to_digit(16).unwrap_or(0);
    let (mut all, mut different) = (0, 0);
    for (kept, now) in kept.iter().zip(now) {
        for (kept, now) in kept.chars().zip(now.chars()) {
            all += 1;
            different += usize::from(step(kept).abs_diff(step(now)) > NEAR);
        }
    }
    (different * 100 > all * MOST_DIFFERENT).then(|| format!("{different} of {all} letters differ"))
}

#[cfg(test)]
mod tests {
    use super::compared;

    #[test]
    fn a_shade_is_no_difference_and_another_colour_or_another_height_is_one() {
        let now = |row: &str, rows| vec![row.to_owned(); rows];
        assert_eq!(compared(&["ffff"; 4], &now("dddf", 4)), None);
        assert_eq!(compared(&["ffff"; 4], &now("dddf", 5)), None);
        assert!(compared(&["ffff"; 4], &now("f3ff", 4)).is_some());
        assert!(compared(&["ffff"; 4], &now("ffff", 6)).is_some());
    }
}
