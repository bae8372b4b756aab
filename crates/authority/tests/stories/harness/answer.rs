//! An answer, and what a story asks of it.

use std::collections::BTreeMap;

use axum::http::{HeaderMap, StatusCode};
use serde_json::Value;

use super::params;

/// An answer.
#[derive(Debug)]
pub struct Answer {
    /// The status.
    pub status: StatusCode,
    /// The headers.
    pub headers: HeaderMap,
    /// The body.
    pub body: String,
}

impl Answer {
    /// Whether the status is this number.
    #[track_caller]
    pub fn assert(self, status: u16) -> Self {
        assert_eq!(self.status, status, "{} {:?}", self.body, self.headers);
        self
    }

    /// The body as JSON.
    #[track_caller]
    pub fn json(&self) -> Value {
        serde_json::from_str(&self.body).unwrap_or_else(|_| panic!("not JSON: {}", self.body))
    }

    /// A header.
    pub fn header(&self, name: &str) -> Option<&str> {
        self.headers.get(name).map(|value| value.to_str().unwrap())
    }

    /// Where it leads.
    #[track_caller]
    pub fn location(&self) -> &str {
        self.header("location")
            .unwrap_or_else(|| panic!("no location: {self:?}"))
    }

    /// The parameters in the query of where it leads, and nothing in the fragment.
    #[track_caller]
    pub fn query(&self) -> BTreeMap<String, String> {
        assert!(!self.location().contains('#'), "{}", self.location());
        params(self.location().split_once('?').map_or("", |(_, query)| query))
    }

    /// The parameters in the fragment of where it leads, and nothing in the query.
    #[track_caller]
    pub fn fragment(&self) -> BTreeMap<String, String> {
        assert!(!self.location().contains('?'), "{}", self.location());
        params(
            self.location()
                .split_once('#')
                .map_or("", |(_, fragment)| fragment),
        )
    }

    /// The message that a page posts, and to which origin.
    #[track_caller]
    pub fn message(&self) -> (Value, String) {
        let call = self
            .body
            .split_once("asker.postMessage(")
            .unwrap_or_else(|| panic!("{}", self.body))
            .1;
        let arguments = call.split_once(");</script>").unwrap().0;
        let both: Value = serde_json::from_str(&format!("[{arguments}]")).unwrap();
        (both[0].clone(), both[1].as_str().unwrap().to_owned())
    }
}
