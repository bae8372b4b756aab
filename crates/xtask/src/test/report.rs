//! The table at the end of a test run.

use std::time::Duration;

use crate::{clock::spoken, failure::Failure, say};

/// What has run so far.
#[derive(Default)]
pub struct Report {
    rows: Vec<Row>,
}

struct Row {
    part: &'static str,
    took: Duration,
    passed: bool,
}

impl Report {
    /// Notes a part that has run.
    pub fn add(&mut self, part: &'static str, took: Duration, passed: bool) {
        self.rows.push(Row { part, took, passed });
    }

    /// Prints the table; an error names what failed.
    pub fn finish(self) -> Result<(), Failure> {
        say::line(&self.table());
        let failed: Vec<_> = self
            .rows
            .iter()
            .filter(|row| !row.passed)
            .map(|row| row.part)
            .collect();
        if failed.is_empty() {
            Ok(())
        } else {
            Err(Failure::TestsFailed { parts: failed })
        }
    }

    fn table(&self) -> String {
        let width = self
            .rows
            .iter()
            .map(|row| row.part.len())
            .max()
            .unwrap_or_default();
        let rows = self.rows.iter().map(|row| {
            let verdict = if row.passed { "passed" } else { "FAILED" };
            format!("  {:width$}  {verdict}  {:>12}\n", row.part, spoken(row.took))
        });
        let total: Duration = self.rows.iter().map(|row| row.took).sum();
        format!(
            "\n{}  {:width$}          {:>12}\n",
            rows.collect::<String>(),
            "",
            spoken(total)
        )
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn one_failed_part_fails_the_run_and_is_named() {
        let mut report = Report::default();
        report.add("Format", Duration::from_secs(1), true);
        report.add("Browser tests", Duration::from_secs(61), false);
        assert!(
            report.table().contains("Browser tests  FAILED    1 min 01 s"),
            "{}",
            report.table()
        );
        let failure = report.finish().expect_err("a part failed");
        assert_eq!(failure.to_string(), "Failed: Browser tests.");
    }
}
