//! What of a program can still be reached once its panics say nothing. No linker looks again after that; here the table of
//! functions loses what only a panic would have called (how to write a value for a developer, with the tables of what is
//! printable), and the data becomes zeros where nothing reads it: the texts of panics, the paths of source files.

mod links;
#[cfg(test)]
mod tests;
mod walk;

use std::collections::{BTreeMap, BTreeSet};

use wasm_encoder::{ConstExpr, ElementSection, Elements, Module, RawSection};
use wasmparser::{
    DataKind, ElementItems, ElementKind, ExternalKind, FunctionBody, Operator, Parser, Payload,
};

use crate::failure::PressFailure;
use crate::imports::{self, unreadable};
use links::{Links, Segment, Symbol, Word};
use walk::{Reached, Target};

/// A program taken apart.
#[derive(Default)]
struct Program<'a> {
    imported: u32,
    bodies: Vec<FunctionBody<'a>>,
    /// The functions of the table by their places.
    table: BTreeMap<u32, u32>,
    /// Where the table begins.
    first: u32,
    roots: Vec<Target>,
    segments: Vec<Segment>,
    data_section: usize,
}

/// The program without what cannot be reached; unchanged where the linker left no word of what points where. The functions in
/// `ends` end the program.
pub fn prune(wasm: &[u8], mut ends: BTreeSet<u32>) -> Result<Vec<u8>, PressFailure> {
    let program = Program::read(wasm)?;
    let Some(links) = links::read(wasm, &program.segments, program.data_section)? else {
        return Ok(wasm.to_vec());
    };
    program.widen(&mut ends)?;
    let Some(&end) = ends.first() else {
        return Ok(wasm.to_vec());
    };
    let mut roots = program.roots.clone();
    roots.extend(outside_of_pieces(&links));
    let reached = walk::walk(
        roots,
        &links,
        |number| match program.body(number) {
            Some(body) => walk::targets(body, &links, &ends),
            None => Ok(BTreeSet::new()),
        },
        |slot| program.table.get(&slot).copied(),
    )?;
    program.write(wasm, &links, &reached, end)
}

/// What words lead to that are in no piece of data the linker has a name for.
fn outside_of_pieces(links: &Links) -> Vec<Target> {
    let inside: BTreeSet<u32> = links
        .data
        .values()
        .flat_map(|range| links.words.range(range.clone()))
        .map(|(address, _)| *address)
        .collect();
    let outside = links
        .words
        .iter()
        .filter(|(address, _)| !inside.contains(address));
    outside
        .map(|(_, word)| match *word {
            Word::Data(symbol) => Target::Data(symbol),
            Word::Slot(slot) => Target::Slot(slot),
        })
        .collect()
}

impl<'a> Program<'a> {
    fn read(wasm: &'a [u8]) -> Result<Self, PressFailure> {
        let mut program = Self {
            imported: imports::functions(wasm)?,
            ..Self::default()
        };
        for payload in Parser::new(0).parse_all(wasm) {
            match payload.map_err(unreadable)? {
                Payload::ExportSection(section) => {
                    for export in section {
                        let export = export.map_err(unreadable)?;
                        if export.kind == ExternalKind::Func {
                            program.roots.push(Target::Function(export.index));
                        }
                    }
                }
                Payload::StartSection { func, .. } => program.roots.push(Target::Function(func)),
                Payload::ElementSection(section) => {
                    for element in section {
                        let element = element.map_err(unreadable)?;
                        let (ElementKind::Active { offset_expr, .. }, ElementItems::Functions(functions)) =
                            (element.kind, element.items)
                        else {
                            return Err(another("its table is filled in another way"));
                        };
                        if !program.table.is_empty() {
                            return Err(another("its table is filled twice"));
                        }
                        program.first = constant(&offset_expr)?;
                        for (slot, function) in (program.first..).zip(functions) {
                            program.table.insert(slot, function.map_err(unreadable)?);
                        }
                    }
                }
                Payload::CodeSectionEntry(body) => program.bodies.push(body),
                Payload::DataSection(section) => {
                    program.data_section = section.range().start;
                    for data in section {
                        let data = data.map_err(unreadable)?;
                        let DataKind::Active { offset_expr, .. } = data.kind else {
                            return Err(another("its memory is filled in another way"));
                        };
                        program.segments.push(Segment {
                            address: constant(&offset_expr)?,
                            bytes: data.range.end - data.data.len()..data.range.end,
                        });
                    }
                }
                _ => {}
            }
        }
        Ok(program)
    }

    fn body(&self, function: u32) -> Option<&FunctionBody<'a>> {
        self.bodies.get(function.checked_sub(self.imported)? as usize)
    }

    /// Adds the functions that do nothing but call one that ends.
    fn widen(&self, ends: &mut BTreeSet<u32>) -> Result<(), PressFailure> {
        loop {
            let before = ends.len();
            for (number, body) in (self.imported..).zip(&self.bodies) {
                if walk::only_ends(body, ends)? {
                    ends.insert(number);
                }
            }
            if ends.len() == before {
                return Ok(());
            }
        }
    }

    /// The program with `end` in the places of the table that nothing reaches, with zeros for data, and without the linker's
    /// sections, which would not be true of it.
    fn write(
        &self,
        wasm: &[u8],
        links: &Links,
        reached: &Reached,
        end: u32,
    ) -> Result<Vec<u8>, PressFailure> {
        let mut module = Module::new();
        for payload in Parser::new(0).parse_all(wasm) {
            let payload = payload.map_err(unreadable)?;
            match &payload {
                Payload::ElementSection(_) => {
                    let functions: Vec<u32> = self
                        .table
                        .iter()
                        .map(|(slot, function)| {
                            if reached.slots.contains(slot) {
                                *function
                            } else {
                                end
                            }
                        })
                        .collect();
                    let mut elements = ElementSection::new();
                    let first = ConstExpr::i32_const(self.first.cast_signed());
                    elements.active(None, &first, Elements::Functions(functions.into()));
                    module.section(&elements);
                    continue;
                }
                Payload::DataSection(section) => {
                    let range = section.range();
                    let mut data = wasm[range.clone()].to_vec();
                    for place in self.unread(links, &reached.data) {
                        data[place - range.start] = 0;
                    }
                    module.section(&RawSection { id: 11, data: &data });
                    continue;
                }
                Payload::CustomSection(section)
                    if section.name() == "linking" || section.name().starts_with("reloc.") =>
                {
                    continue;
                }
                _ => {}
            }
            if let Some((id, range)) = payload.as_section() {
                module.section(&RawSection {
                    id,
                    data: &wasm[range],
                });
            }
        }
        Ok(module.finish())
    }

    /// Where in the file the bytes of data lie that nothing reads.
    fn unread(&self, links: &Links, read: &BTreeSet<Symbol>) -> BTreeSet<usize> {
        let mut unread = BTreeSet::new();
        for wanted in [false, true] {
            for (symbol, range) in &links.data {
                if read.contains(symbol) != wanted {
                    continue;
                }
                for place in range.clone().filter_map(|address| self.place(address)) {
                    // Pieces may lie in one another: one that is read keeps what it has in common.
                    if wanted {
                        unread.remove(&place);
                    } else {
                        unread.insert(place);
                    }
                }
            }
        }
        unread
    }

    fn place(&self, address: u32) -> Option<usize> {
        self.segments.iter().find_map(|segment| {
            let place = segment.bytes.start + address.checked_sub(segment.address)? as usize;
            segment.bytes.contains(&place).then_some(place)
        })
    }
}

fn constant(expression: &wasmparser::ConstExpr) -> Result<u32, PressFailure> {
    match expression.get_operators_reader().read().map_err(unreadable)? {
        Operator::I32Const { value } => Ok(value.cast_unsigned()),
        _ => Err(another("an address in it is no constant")),
    }
}

fn another(what: &str) -> PressFailure {
    PressFailure::Program(format!("{what} than rustc did when this was written"))
}
