//! Pictures to compare with, for colours, sizes and places and not for words: how light each part of an element is and of which hue, in letters, which another machine changes little and
//! people can read in a diff. Chromium only.
//!
//! `VESTIBULE_RECORD=1` writes what is seen in the place of what was.

use std::{env, fs, path::PathBuf};

use serde_json::json;

use super::person::{Person, ask};

const SCRIPT: &str = include_str!("drawing.js");
/// What is still fading in is there at once, and what turns for ever stands at its beginning.
const AT_REST: &str = "for (const motion of document.getAnimations()) {
    if (motion.effect.getComputedTiming().endTime === Infinity) motion.cancel();
    else motion.finish();
}";
/// Letters from side to side.
const COLUMNS: usize = 48;
/// Steps of lightness, of 16, that are no difference yet.
const NEAR: u32 = 2;
/// Steps of hue, of 12, that are no difference yet.
const ALIKE: usize = 1;
/// Of a hundred letters, so many may differ.
const MOST_DIFFERENT: usize = 4;

impl Person {
    /// What is wrong with how an element looks beside the picture of this name; nothing if they are alike.
    pub fn differs(&self, css: &str, name: &str) -> Option<String> {
        let element = self.sees(css);
        self.runs(AT_REST);
        let picture = ask("take a picture", element.screenshot_as_png_base64());
        let arguments = vec![json!(picture), json!(COLUMNS)];
        let rows = ask("draw the picture", self.web.execute_async(SCRIPT, arguments));
        let rows = rows
            .json()
            .as_array()
            .cloned()
            .expect("the script answers with rows");
        let now: Vec<&str> = rows.iter().filter_map(|row| row.as_str()).collect();
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

/// How two drawings differ by more than another machine makes them.
fn compared(kept: &[&str], now: &[&str]) -> Option<String> {
    let ([light, hues], [light_now, hues_now]) = (halves(kept), halves(now));
    if light.len().abs_diff(light_now.len()) > 1 {
        return Some(format!(
            "{} rows, and there were {}",
            light_now.len(),
            light.len()
        ));
    }
    let differ = |what, [kept, now]: [&[&str]; 2], differs: fn(char, char) -> bool| {
        let rows = kept.iter().zip(now);
        let letters: Vec<(char, char)> = rows
            .flat_map(|(kept, now)| kept.chars().zip(now.chars()))
            .collect();
        let different = letters.iter().filter(|(kept, now)| differs(*kept, *now)).count();
        (different * 100 > letters.len() * MOST_DIFFERENT)
            .then(|| format!("{different} of {} letters differ in {what}", letters.len()))
    };
    differ("lightness", [light, light_now], of_another_light)
        .or_else(|| differ("hue", [hues, hues_now], of_another_hue))
}

/// What stands before the empty row and behind it.
fn halves<'a>(rows: &'a [&'a str]) -> [&'a [&'a str]; 2] {
    let middle = rows.iter().position(|row| row.is_empty()).unwrap_or(rows.len());
    [&rows[..middle], rows.get(middle + 1..).unwrap_or_default()]
}

fn of_another_light(kept: char, now: char) -> bool {
    let step = |letter: char| letter.to_digit(16).unwrap_or(0);
    step(kept).abs_diff(step(now)) > NEAR
}

/// Hues stand in a circle, and grey stands outside it, next to all that is not plain.
fn of_another_hue(kept: char, now: char) -> bool {
    let place = |letter: char| "abcdefghijkl".find(letter.to_ascii_lowercase());
    match (place(kept), place(now)) {
        (None, None) => false,
        (None, Some(_)) => now.is_ascii_uppercase(),
        (Some(_), None) => kept.is_ascii_uppercase(),
        (Some(kept), Some(now)) => {
            let apart = kept.abs_diff(now);
            apart.min(12 - apart) > ALIKE
        }
    }
}

#[cfg(test)]
mod tests {
    use super::compared;

    #[test]
    fn a_shade_is_no_difference_and_another_light_or_another_height_is_one() {
        assert_eq!(compared(&["ffff"; 4], &["dddf"; 4]), None);
        assert_eq!(compared(&["ffff"; 4], &["dddf"; 5]), None);
        assert!(compared(&["ffff"; 4], &["f3ff"; 4]).is_some());
        assert!(compared(&["ffff"; 4], &["ffff"; 6]).is_some());
    }

    #[test]
    fn a_neighbouring_hue_is_no_difference_and_another_is_one_as_grey_is() {
        let hued = |row| ["8888", "", row];
        for alike in ["LAb.", "Aab.", "AA..", "AAba"] {
            assert_eq!(compared(&hued("AAa."), &hued(alike)), None, "{alike}");
        }
        for other in ["AIa.", "AAaA", "AAc.", "A.a."] {
            assert!(compared(&hued("AAa."), &hued(other)).is_some(), "{other}");
        }
    }
}
