//! What a page costs the main thread, by Chromium's own count.

use serde_json::json;

use super::person::{Person, ask};

/// What Chromium counts, in seconds.
const COUNTED: [&str; 3] = ["ScriptDuration", "LayoutDuration", "RecalcStyleDuration"];

impl Person {
    /// Makes the machine so many times slower, and begins to count.
    pub fn slows_down(&self, times: u32) {
        let devtools = self.web.cdp();
        let rate = json!({ "rate": times });
        ask(
            "slow the machine down",
            devtools.send_raw("Emulation.setCPUThrottlingRate", rate),
        );
        ask("count", devtools.send_raw("Performance.enable", json!({})));
    }

    /// What script, layout and style have taken so far, in milliseconds.
    pub fn spent_ms(&self) -> f64 {
        let devtools = self.web.cdp();
        let answer = ask(
            "read the count",
            devtools.send_raw("Performance.getMetrics", json!({})),
        );
        let metrics = answer["metrics"]
            .as_array()
            .map(Vec::as_slice)
            .unwrap_or_default();
        let counted = metrics.iter().filter(|metric| {
            metric["name"]
                .as_str()
                .is_some_and(|name| COUNTED.contains(&name))
        });
        counted.filter_map(|metric| metric["value"].as_f64()).sum::<f64>() * 1000.0
    }
}
