//! The orders in which the groups of a screen can stand: as the address names them, and as Rust does.

use vestibule::Order;

/// All of them, the usual one first.
const ORDERS: [(&str, Order, &str); 6] = [
    ("connections", Order::ConnectionsFirst, "ConnectionsFirst"),
    ("form", Order::FormFirst, "FormFirst"),
    ("connections-last", Order::ConnectionsLast, "ConnectionsLast"),
    ("form-last", Order::FormLast, "FormLast"),
    ("links", Order::LinksFirst, "LinksFirst"),
    ("links-then-form", Order::LinksThenForm, "LinksThenForm"),
];

/// Their names.
pub const NAMES: [&str; ORDERS.len()] = {
    let mut names = [""; ORDERS.len()];
    let mut at = 0;
    while at < names.len() {
        names[at] = ORDERS[at].0;
        at += 1;
    }
    names
};

/// The one of this name, with its name in Rust; the first where there is none.
pub fn named(name: &str) -> (Order, &'static str) {
    let found = ORDERS.iter().find(|(known, ..)| *known == name);
    let (_, order, rust) = *found.unwrap_or(&ORDERS[0]);
    (order, rust)
}
