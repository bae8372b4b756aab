//! The glue script's side: the same short names, and the script itself minified.

use oxc_allocator::Allocator;
use oxc_codegen::{Codegen, CodegenOptions};
use oxc_minifier::{CompressOptions, MangleOptions, Minifier, MinifierOptions};
use oxc_parser::Parser;
use oxc_span::SourceType;

use crate::{failure::PressFailure, imports::Names};

/// The script with short names for what the program imports, minified; what it exports keeps its names.
pub fn shorten(glue: &str, names: &Names) -> Result<String, PressFailure> {
    let mut renamed = glue.to_owned();
    for (long, short) in names {
        // A module's name is written in quotes, a function's without.
        let quoted = format!("\"{long}\":");
        let (key, new) = if glue.contains(&quoted) {
            (quoted, format!("\"{short}\":"))
        } else {
            (format!(" {long}:"), format!(" {short}:"))
        };
        match glue.matches(&key).count() {
            1 => renamed = renamed.replacen(&key, &new, 1),
            times => {
                return Err(PressFailure::Import {
                    name: long.clone(),
                    times,
                });
            }
        }
    }
    minify(&renamed)
}

fn minify(script: &str) -> Result<String, PressFailure> {
    let allocator = Allocator::default();
    let parsed = Parser::new(&allocator, script, SourceType::mjs()).parse();
    if let Some(fault) = parsed.diagnostics.first() {
        return Err(PressFailure::Script(fault.to_string()));
    }
    let mut program = parsed.program;
    let minifier = Minifier::new(MinifierOptions {
        mangle: Some(MangleOptions {
            top_level: Some(true),
            ..MangleOptions::default()
        }),
        mangle_properties: None,
        compress: Some(CompressOptions::smallest()),
    });
    let scoping = minifier.minify(&allocator, &mut program).scoping;
    let printed = Codegen::new()
        .with_options(CodegenOptions::minify())
        .with_scoping(scoping)
        .build(&program);
    Ok(printed.code)
}
