//! What a theme file may say: tokens read and checked, contrast computed, CSS custom properties written.
//!
//! `vestibule-theme` is the face of this crate: apps use that one. The rules stand apart because two very
//! different programs need them: the `theme!` macro, on the developer's machine, and the page, for themes that
//! come as JSON. Nothing in here does I/O.
//!
//! ```text
//! TOML ─┐
//!       ├─▶ tree ──over its preset──▶ read ──▶ Tokens ──check pairs──▶ write ──▶ Sheet
//! JSON ─┘
//! ```

pub mod keys;
mod legible;
mod propose;
mod value;

mod colour;
mod palette;
mod shade;

mod contrast;
pub mod pairs;
mod suggest;

mod tree;
mod preset;

mod complete;
mod derive;
mod dress;
mod notation;
mod part;
mod part_state;
mod place;

mod fault;
mod read;
mod read_colours;
mod read_parts;
mod rules;
#[cfg(feature = "schema")]
pub mod schema;
mod sheet;
mod shortfall;
mod table;
mod tokens;
mod write;

pub use colour::Colour;
pub use contrast::ratio;
pub use fault::{Fault, FaultKind, ThemeError};
pub use palette::{Palette, Role, Scheme};
pub use part::{Part, State};
pub use preset::PRESETS;
pub use shade::Shade;
pub use sheet::{Align, ButtonStyle, CardStyle, Density, FieldStyle, Mode, Motion, Sheet, Weight};
pub use shortfall::Shortfall;
pub use tokens::Tokens;
