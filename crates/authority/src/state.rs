//! What every handler works with.

use std::sync::Arc;

use crate::chance::Chance;
use crate::clock::Clock;
use crate::config::Config;
use crate::keys::Keys;
use crate::store::Store;

/// What every handler works with; a clone is a handle to the same server.
#[derive(Clone)]
pub struct AppState {
    /// What the server was told at start.
    pub config: Arc<Config>,
    /// What the server remembers.
    pub store: Arc<Store>,
    /// What time it is.
    pub clock: Arc<dyn Clock>,
    /// Chance.
    pub chance: Arc<Chance>,
    /// Signing keys.
    pub keys: Arc<Keys>,
}

impl AppState {
    /// The present, in Unix seconds.
    #[must_use]
    pub fn now(&self) -> i64 {
        self.clock.now()
    }
}
