//! Every screen of the widget in every state, at an address that stays; with controls, a theme editor and the lines of Rust.

mod address;
mod besides;
mod controls;
#[cfg(test)]
mod copied;
mod editor;
mod lines;
mod nearest;
mod order;
mod page;
mod shown;
mod source;
mod wishes;
mod written;

fn main() {
    yew::Renderer::<page::Page>::new().render();
}
