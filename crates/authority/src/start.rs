//! Making the server's state: open the store, find or make the key, plant the seeds.

use std::fmt;
use std::path::PathBuf;
use std::sync::Arc;

use crate::chance::Chance;
use crate::clock::Clock;
use crate::config::Config;
use crate::keys::{KeyError, Keys};
use crate::seed::{self, SeedError};
use crate::state::AppState;
use crate::store::{Store, StoreError};

/// Where the state is kept.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Data {
    /// In memory: gone when the server stops.
    Memory,
    /// In a file, made when it is not there.
    File(PathBuf),
}

/// Why the server cannot start.
#[derive(Debug)]
pub enum StartError {
    /// The database cannot be opened or read.
    Store(StoreError),
    /// There is no usable key.
    Key(KeyError),
    /// The seeds cannot be planted.
    Seed(SeedError),
}

/// Makes the state of a server.
pub async fn start(
    config: Config,
    data: &Data,
    clock: Arc<dyn Clock>,
    chance: Chance,
) -> Result<AppState, StartError> {
    let store = match data {
        Data::Memory => Store::in_memory(),
        Data::File(path) => Store::open(path),
    };
    let store = store.map_err(StartError::Store)?;
    let keys = Keys::load(&store, config.key_algorithm, &chance, clock.now()).map_err(StartError::Key)?;
    let state = AppState {
        config: Arc::new(config),
        store: Arc::new(store),
        clock,
        chance: Arc::new(chance),
        keys: Arc::new(keys),
    };
    seed::plant(&state).await.map_err(StartError::Seed)?;
    Ok(state)
}

impl fmt::Display for StartError {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Store(error) => write!(formatter, "the database cannot be used: {error}"),
            Self::Key(error) => write!(formatter, "there is no usable signing key: {error:?}"),
            Self::Seed(error) => write!(formatter, "the first users cannot be stored: {error:?}"),
        }
    }
}

impl std::error::Error for StartError {}
