//! The table of sizes, in Markdown.

use std::fmt::Write as _;

use super::{Sizes, Weighed};

/// One row for each file and one for each example as a whole.
pub fn markdown(examples: &[(String, Vec<Weighed>)]) -> String {
    let mut text = String::from("| example | file | raw | gzip 9 | brotli 11 |\n|---|---|---:|---:|---:|\n");
    for (example, files) in examples {
        for file in files {
            row(&mut text, example, &format!("`{}`", file.file), file.sizes);
        }
        row(&mut text, &format!("**{example}**"), "**all**", total(files));
    }
    text
}

/// All files of an example together.
pub fn total(files: &[Weighed]) -> Sizes {
    files.iter().map(|file| file.sizes).sum()
}

fn row(text: &mut String, example: &str, file: &str, sizes: Sizes) {
    let Sizes { raw, gzip, brotli } = sizes;
    writeln!(text, "| {example} | {file} | {raw} | {gzip} | {brotli} |").expect("a String takes any text");
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_last_row_of_an_example_adds_its_files_up() {
        let file = |name: &str, brotli| Weighed {
            file: name.to_owned(),
            sizes: Sizes {
                raw: 10,
                gzip: 5,
                brotli,
            },
        };
        let text = markdown(&[(
            "quickstart".to_owned(),
            vec![file("a.wasm", 3), file("index.html", 1)],
        )]);
        assert!(
            text.ends_with("| **quickstart** | **all** | 20 | 10 | 4 |\n"),
            "{text}"
        );
    }
}
