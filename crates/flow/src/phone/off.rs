//! Numbers begin with their country code: the feature `phone` is off.

/// No country is chosen.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct PhoneCountry(());

/// Nor asked for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum PhoneView {}

/// Nor named.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum TheCountry {}
