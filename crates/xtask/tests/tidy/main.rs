//! The rules of the repository, checked by reading it.

mod imports;
mod named;
mod repository;
mod shape;
mod words;
