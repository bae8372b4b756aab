//! What the linker knew: where each piece of data lies, what points to it, and which places of the table are named by data
//! alone. It stands in the sections that `--emit-relocs` leaves in a program.
//! <https://github.com/WebAssembly/tool-conventions/blob/main/Linking.md>

use std::collections::{BTreeMap, BTreeSet};
use std::ops::Range;

use wasmparser::{KnownCustom, Linking, Parser, Payload, RelocationEntry, RelocationType, SymbolInfo};

use crate::failure::PressFailure;
use crate::imports::unreadable;

/// A piece of data, by its number in the linker's list.
pub type Symbol = u32;

/// What a word of data stands for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Word {
    /// The address of a piece of data.
    Data(Symbol),
    /// A place in the table of functions.
    Slot(u32),
}

/// What the linker knew, as far as it is needed to see what is reached.
#[derive(Debug, Default)]
pub struct Links {
    /// Where each piece of data lies in memory.
    pub data: BTreeMap<Symbol, Range<u32>>,
    /// By address: the words that stand for something else.
    pub words: BTreeMap<u32, Word>,
    /// By number: what an instruction that has this number may mean.
    pub numbers: BTreeMap<u32, BTreeSet<Symbol>>,
    /// Places of the table that no instruction names.
    pub of_data_only: BTreeSet<u32>,
}

/// A part of memory as the program starts with it: its address, and its bytes in the file.
pub struct Segment {
    pub address: u32,
    pub bytes: Range<usize>,
}

/// What the linker left in the program; nothing if it was not asked to.
pub fn read(wasm: &[u8], segments: &[Segment], data_section: usize) -> Result<Option<Links>, PressFailure> {
    let mut links = Links::default();
    let mut functions = BTreeMap::new();
    let (mut of_code, mut of_data) = (Vec::new(), Vec::new());
    for payload in Parser::new(0).parse_all(wasm) {
        let Payload::CustomSection(section) = payload.map_err(unreadable)? else {
            continue;
        };
        match section.as_known() {
            KnownCustom::Linking(linking) => {
                for part in linking.subsections() {
                    if let Linking::SymbolTable(symbols) = part.map_err(unreadable)? {
                        for (number, symbol) in (0..).zip(symbols) {
                            match symbol.map_err(unreadable)? {
                                SymbolInfo::Data { symbol: Some(at), .. } => {
                                    // Segments of nothing but zeros are not in the file.
                                    if let Some(segment) = segments.get(at.index as usize) {
                                        let start = segment.address + at.offset;
                                        links.data.insert(number, start..start + at.size);
                                    }
                                }
                                SymbolInfo::Func { index, .. } => {
                                    functions.insert(number, index);
                                }
                                _ => {}
                            }
                        }
                    }
                }
            }
            KnownCustom::Reloc(relocations) => {
                let list = match section.name() {
                    "reloc.CODE" => &mut of_code,
                    "reloc.DATA" => &mut of_data,
                    _ => continue,
                };
                for entry in relocations.entries() {
                    list.push(entry.map_err(unreadable)?);
                }
            }
            _ => {}
        }
    }
    if links.data.is_empty() || of_data.is_empty() {
        return Ok(None);
    }
    let mut named_by_code = BTreeSet::<u32>::new();
    for entry in of_code {
        match entry.ty {
            RelocationType::MemoryAddrLeb | RelocationType::MemoryAddrSleb => {
                if let Some(address) = links.address(&entry) {
                    links.numbers.entry(address).or_default().insert(entry.index);
                }
            }
            RelocationType::TableIndexSleb => {
                named_by_code.extend(functions.get(&entry.index));
            }
            _ => {}
        }
    }
    for entry in of_data {
        let place = data_section + entry.offset as usize;
        let Some((address, word)) = word_at(wasm, segments, place) else {
            return Err(moved("a word of data lies outside of the data"));
        };
        match entry.ty {
            RelocationType::MemoryAddrI32 => {
                // What lies among the zeros has no address here, and needs none.
                if let Some(expected) = links.address(&entry) {
                    if expected != word {
                        return Err(moved("a word of data names another piece than the linker wrote"));
                    }
                    links.words.insert(address, Word::Data(entry.index));
                }
            }
            RelocationType::TableIndexI32 => {
                links.words.insert(address, Word::Slot(word));
                if functions
                    .get(&entry.index)
                    .is_some_and(|function| !named_by_code.contains(function))
                {
                    links.of_data_only.insert(word);
                }
            }
            _ => {}
        }
    }
    Ok(Some(links))
}

impl Links {
    fn address(&self, entry: &RelocationEntry) -> Option<u32> {
        let start = self.data.get(&entry.index)?.start;
        // An addend may lead before the piece: addresses wrap around, as they do in the program.
        let addend = i32::try_from(entry.addend).ok()?;
        Some(start.wrapping_add_signed(addend))
    }
}

/// The word at a place of the file, and its address in memory.
fn word_at(wasm: &[u8], segments: &[Segment], place: usize) -> Option<(u32, u32)> {
    let segment = segments.iter().find(|segment| segment.bytes.contains(&place))?;
    let address = segment.address + u32::try_from(place - segment.bytes.start).ok()?;
    let bytes = wasm.get(place..place + 4)?;
    Some((address, u32::from_le_bytes(bytes.try_into().ok()?)))
}

fn moved(what: &str) -> PressFailure {
    PressFailure::Program(format!(
        "{what}: the program was changed after it was linked, in a way that `press` does not know"
    ))
}
