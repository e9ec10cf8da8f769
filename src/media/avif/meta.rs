//! The box that describes the items of a file: pictures, and what is said of them.

use std::ops::Range;

use crate::diag::problem::Media;
use crate::media::boxes::{self, Part};
use crate::media::bytes::{big_endian, piece};

use super::damaged;
use super::numbers::Numbers;

/// As many boxes, items and pieces as are looked at in one place; a picture has less than
/// twenty.
const MAX_PARTS: usize = 256;

/// What is said of the items of a file.
#[derive(Debug)]
pub(super) struct Meta<'a> {
    bytes: &'a [u8],
    parts: Vec<Part>,
}

impl<'a> Meta<'a> {
    /// `None` when the file has none.
    pub(super) fn of(bytes: &'a [u8]) -> Option<Self> {
        let meta = find(bytes, 0..bytes.len(), *b"meta")?;
        Some(Self {
            bytes,
            parts: parts(bytes, meta.start.saturating_add(4)..meta.end).collect(),
        })
    }

    /// The item that the file shows.
    pub(super) fn primary(&self) -> Option<u64> {
        let mut own = self.open(*b"pitm")?;
        let length = if own.version == 0 { 2 } else { 4 };
        own.numbers.next(length)
    }

    /// All items, with the kind of each.
    pub(super) fn items(&self) -> Vec<(u64, [u8; 4])> {
        self.listed().unwrap_or_default()
    }

    fn listed(&self) -> Option<Vec<(u64, [u8; 4])>> {
        let mut own = self.open(*b"iinf")?;
        own.numbers.next(if own.version == 0 { 2 } else { 4 })?;
        let inside = own.numbers.at..own.numbers.bytes.len();
        let entries = parts(self.bytes, inside);
        let entry = |part: Part| {
            let start = part.content.start;
            let length = if *self.bytes.get(start)? == 3 { 4 } else { 2 };
            let item = big_endian(self.bytes, start + 4, length)?;
            let kind = piece(self.bytes, start + 6 + length, 4)?;
            Some((item, kind.try_into().ok()?))
        };
        Some(entries.filter(|part| part.name == *b"infe").filter_map(entry).collect())
    }

    /// What kind of thing an item is.
    pub(super) fn kind(&self, item: u64) -> Option<[u8; 4]> {
        self.items().into_iter().find(|own| own.0 == item).map(|own| own.1)
    }

    /// The properties of an item, in their order.
    pub(super) fn properties(&self, item: u64) -> Vec<Part> {
        self.properties_of(item).unwrap_or_default()
    }

    fn properties_of(&self, item: u64) -> Option<Vec<Part>> {
        let all = self.find(*b"iprp")?;
        let list = find(self.bytes, all.clone(), *b"ipco")?;
        let known: Vec<Part> = parts(self.bytes, list).collect();
        let inner = Meta { bytes: self.bytes, parts: parts(self.bytes, all).collect() };
        let Versioned { version, flags, mut numbers } = inner.open(*b"ipma")?;
        let (item_length, index_length) =
            (if version == 0 { 2 } else { 4 }, if flags & 1 == 1 { 2 } else { 1 });
        for _ in 0..numbers.count(4)?.min(MAX_PARTS) {
            let of = numbers.next(item_length)?;
            let mut found = Vec::new();
            for _ in 0..numbers.count(1)? {
                // The highest bit says that it matters; all that matter are known here.
                let index = numbers.next(index_length)?;
                let index = index & if index_length == 2 { 0x7fff } else { 0x7f };
                let at = usize::try_from(index).ok()?.checked_sub(1);
                found.extend(at.and_then(|at| known.get(at)).cloned());
            }
            if of == item {
                return Some(found);
            }
        }
        None
    }

    /// The item that says how clear the pixels of another are.
    pub(super) fn clearness_of(&self, item: u64) -> Option<u64> {
        let is_clearness = |from: u64| {
            let properties = self.properties(from);
            let kind = properties.iter().find(|own| own.name == *b"auxC");
            let words = kind.and_then(|own| self.bytes.get(own.head(80)));
            words.is_some_and(|own| own.windows(5).any(|part| part == b"alpha"))
        };
        let all = self.references().into_iter();
        all.filter(|own| own.kind == *b"auxl" && own.to == item)
            .map(|own| own.from)
            .find(|from| is_clearness(*from))
    }

    /// Whether an item says this of another.
    pub(super) fn refers(&self, kind: [u8; 4], from: u64, to: u64) -> bool {
        self.references().contains(&Reference { kind, from, to })
    }

    fn references(&self) -> Vec<Reference> {
        let Some(own) = self.open(*b"iref") else { return Vec::new() };
        let length = if own.version == 0 { 2 } else { 4 };
        let inside = own.numbers.at..own.numbers.bytes.len();
        let reference = |part: Part| {
            let start = part.content.start;
            Some(Reference {
                kind: part.name,
                from: big_endian(self.bytes, start, length)?,
                to: big_endian(self.bytes, start + length + 2, length)?,
            })
        };
        parts(self.bytes, inside).filter_map(reference).collect()
    }

    /// The bytes of an item.
    pub(super) fn data(&self, item: u64) -> Result<Vec<u8>, Media> {
        let mut data = Vec::new();
        for place in self.places(item).ok_or_else(damaged)? {
            data.extend_from_slice(self.bytes.get(place).ok_or(Media::Truncated)?);
            // A piece that is named over and over again makes no picture.
            if data.len() > self.bytes.len() {
                return Err(damaged());
            }
        }
        Ok(data)
    }

    /// Where an item stands in the file, in one or more pieces.
    pub(super) fn places(&self, item: u64) -> Option<Vec<Range<usize>>> {
        let Versioned { version, mut numbers, .. } = self.open(*b"iloc")?;
        let sizes = numbers.next(2)?;
        let size = |shift: u32| usize::try_from((sizes >> shift) & 0xf).unwrap_or(0);
        let (offset, length, base) = (size(12), size(8), size(4));
        let index = if version == 0 { 0 } else { size(0) };
        let item_length = if version < 2 { 2 } else { 4 };
        for _ in 0..numbers.count(item_length)?.min(MAX_PARTS) {
            let of = numbers.next(item_length)?;
            let is_inside = version > 0 && numbers.next(2)? & 0xf == 1;
            numbers.next(2)?;
            let mut start = usize::try_from(numbers.next(base)?).ok()?;
            if is_inside {
                start = start.checked_add(self.find(*b"idat")?.start)?;
            }
            let mut pieces = Vec::new();
            for _ in 0..numbers.count(2)?.min(MAX_PARTS) {
                numbers.next(index)?;
                let from = start.checked_add(numbers.count(offset)?)?;
                let length = numbers.count(length)?;
                // All that follows, where no length is given.
                let to = if length == 0 { self.bytes.len() } else { from.checked_add(length)? };
                pieces.push(from..to);
            }
            if of == item {
                return Some(pieces);
            }
        }
        None
    }

    fn find(&self, name: [u8; 4]) -> Option<Range<usize>> {
        self.parts.iter().find(|own| own.name == name).map(|own| own.content.clone())
    }

    /// A box that begins with its version.
    fn open(&self, name: [u8; 4]) -> Option<Versioned<'a>> {
        let within = self.find(name)?;
        let mut numbers = Numbers { bytes: self.bytes.get(..within.end)?, at: within.start };
        Some(Versioned { version: numbers.next(1)?, flags: numbers.next(3)?, numbers })
    }
}

/// A box that begins with its version.
struct Versioned<'a> {
    version: u64,
    flags: u64,
    /// Stands behind them.
    numbers: Numbers<'a>,
}

/// What one item is to another.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
struct Reference {
    kind: [u8; 4],
    from: u64,
    to: u64,
}

fn parts(bytes: &[u8], within: Range<usize>) -> impl Iterator<Item = Part> {
    boxes::parts(bytes, within).take(MAX_PARTS)
}

fn find(bytes: &[u8], within: Range<usize>, name: [u8; 4]) -> Option<Range<usize>> {
    parts(bytes, within).find(|own| own.name == name).map(|own| own.content)
}
