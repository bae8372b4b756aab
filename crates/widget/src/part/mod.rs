//! The parts that screens are made of: each with its behaviour, its labels and its data attributes, and without looks.
//!
//! ## Styling
//!
//! Every element of interest carries `data-part`; what it is like just now stands in `data-state`. The root's
//! attributes say the rest: `data-screen`, `data-state`, `data-direction`, `data-theme`, `data-mode`.

#[cfg(feature = "captcha")]
mod captcha;
mod connections;
mod draw;
#[cfg(feature = "fields")]
mod extra;
mod field;
mod form;
mod heading;
mod button;
mod icon;
mod links;
mod notice;
#[cfg(feature = "phone")]
mod phone;
mod policy;
mod said;
mod skeleton;
mod slot;
mod submit;
#[cfg(feature = "terms")]
mod terms;
#[cfg(feature = "one-time-code")]
mod text_message;

pub(crate) use button::{Button, button};
pub(crate) use connections::{connections, divider};
pub(crate) use draw::Draw;
pub(crate) use form::form;
pub(crate) use heading::{heading, title_id};
pub(crate) use icon::{Icon, icon, mark};
pub(crate) use links::links;
pub(crate) use notice::{alert, status};
pub(crate) use said::said;
pub(crate) use skeleton::{expected_ways, skeleton};
#[cfg(any(feature = "modes", feature = "slots"))]
pub(crate) use slot::around_group;
pub(crate) use slot::sections;
pub(crate) use submit::resend;
