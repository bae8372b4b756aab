//! The `theme!` macro: a theme file, read and checked while compiling.
//!
//! Use it through `vestibule-theme` (or `vestibule`), whose `theme!` says where the types are.

mod build;

use std::path::Path;

use proc_macro2::{Span, TokenStream, TokenTree};
use quote::{quote, quote_spanned};

/// `theme!((PATH TO THE CRATE OF THE TYPES) "FILE")`.
#[doc(hidden)]
#[proc_macro]
pub fn theme(input: proc_macro::TokenStream) -> proc_macro::TokenStream {
    expand(input.into()).into()
}

fn expand(input: TokenStream) -> TokenStream {
    let mut trees = input.into_iter();
    let (Some(TokenTree::Group(home)), Some(file)) = (trees.next(), trees.next()) else {
        return refuse(
            Span::call_site(),
            &["theme! takes the path of a theme file".to_owned()],
        );
    };
    let folder = std::env::var("CARGO_MANIFEST_DIR").unwrap_or_default();
    match build::text_of(&file.to_string()).and_then(|path| build::build(Path::new(&folder), &path)) {
        Ok(built) => built.tokens(&home.stream()),
        Err(messages) => refuse(file.span(), &messages),
    }
}

/// An error of the compiler for each message, at the place where the file is named.
fn refuse(at: Span, messages: &[String]) -> TokenStream {
    let errors = messages
        .iter()
        .map(|message| quote_spanned!(at=> ::core::compile_error!(#message);));
    // An end that has every type, lest the compiler also complain of the type.
    quote!({ #(#errors)* ::core::panic!() })
}
