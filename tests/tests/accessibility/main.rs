//! Every screen of the widget and every page of the authority, judged for whether everybody can use it.

mod gallery;
mod looks;
mod pages;
mod widget;
