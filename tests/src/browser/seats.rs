//! How many browsers may be open at once: they share the machine.

use std::sync::LazyLock;

use tokio::sync::{Semaphore, SemaphorePermit};

use crate::runtime;

const AT_ONCE: usize = 3;

static SEATS: LazyLock<Semaphore> = LazyLock::new(|| Semaphore::new(AT_ONCE));

/// Held while a browser is open.
pub type Seat = SemaphorePermit<'static>;

/// Waits for a free place.
pub fn take() -> Seat {
    runtime::block_on(SEATS.acquire()).expect("nobody closes the seats")
}
