//! What a theme file may say: tokens read and checked, contrast computed, CSS custom properties written.
//!
//! `vestibule-theme` is the face of this crate: apps use that one. The rules stand apart because two very
//! different programs need them: the `theme!` macro, on the developer's machine, and the page, for themes that
//! come as JSON. Nothing in here does I/O.
//!
//! ```text
//! TOML ─┐
//!       ├─▶ tree ──read──▶ Tokens ──check pairs──▶ write ──▶ Sheet
//! JSON ─┘
//! ```

pub mod keys;
mod value;

mod colour;
mod palette;
mod shade;

mod contrast;
pub mod pairs;
mod suggest;

mod tree;

mod fault;
mod read;
mod sheet;
mod tokens;
mod write;

pub use colour::Colour;
pub use contrast::ratio;
pub use fault::{Fault, FaultKind, Shortfall, ThemeError};
pub use palette::{Palette, Role, Scheme};
pub use shade::Shade;
pub use sheet::{ButtonStyle, CardStyle, Density, Mode, Sheet};
pub use tokens::Tokens;
