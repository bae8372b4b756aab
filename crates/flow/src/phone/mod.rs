//! Telephone numbers as people write them, nationally or internationally (cargo feature `phone`).

#[cfg(feature = "phone")]
mod countries;
#[cfg(feature = "phone")]
mod number;
#[cfg(not(feature = "phone"))]
mod off;

#[cfg(feature = "phone")]
pub use countries::{Country, countries};
#[cfg(feature = "phone")]
pub(crate) use number::{country_of, to_e164};
#[cfg(not(feature = "phone"))]
pub use off::{PhoneCountry, PhoneView, TheCountry};

/// The country that numbers without a country code are of, by its code (ISO 3166-1 alpha-2).
#[cfg(feature = "phone")]
pub type PhoneCountry = Option<String>;

/// A country that somebody has chosen.
#[cfg(feature = "phone")]
pub type TheCountry = &'static str;

/// How a telephone number is asked for.
#[cfg(feature = "phone")]
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct PhoneView {
    /// The country that a number without a country code is of, by its code (ISO 3166-1 alpha-2).
    pub country: Option<&'static str>,
}
