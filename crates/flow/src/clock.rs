//! A clock of the app's own, for machines that go wrong by more than the tolerance.

use std::fmt;

/// Tells the time, in seconds since 1970.
///
/// ```
/// use vestibule_flow::{Clock, Config};
///
/// /// The time that the app's own server has told, say.
/// fn server_time_s() -> f64 {
///     1_700_000_000.0
/// }
///
/// let config = Config {
///     clock: Some(Clock(server_time_s)),
///     ..Config::new("https://login.example.com/", "my-client-id")
/// };
/// # assert!(config.clock.is_some());
/// ```
#[derive(Clone, Copy)]
pub struct Clock(pub fn() -> f64);

impl fmt::Debug for Clock {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Clock(..)")
    }
}

impl PartialEq for Clock {
    fn eq(&self, other: &Self) -> bool {
        std::ptr::fn_addr_eq(self.0, other.0)
    }
}

impl Eq for Clock {}
