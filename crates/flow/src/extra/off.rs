//! An app without fields of its own: the feature `fields` is off.

use crate::config::Config;
use crate::plan::ConfigError;

pub(crate) const fn fault(_config: &Config) -> Option<ConfigError> {
    None
}

/// The app's fields: none, since the feature `fields` is off.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct ExtraFields(());

/// Nor has any a name.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum ExtraName {}

impl ExtraName {
    pub(crate) const fn text(self) -> &'static str {
        match self {}
    }
}

/// Nor any to draw.
pub type ExtraViews = ExtraFields;
