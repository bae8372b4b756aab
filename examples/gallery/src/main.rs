//! Every screen of the widget in every state, at an address that stays; with controls, a theme editor and the lines of Rust.

mod address;
mod controls;
mod editor;
mod order;
mod page;
mod shown;
mod source;
mod written;

fn main() {
    yew::Renderer::<page::Page>::new().render();
}
