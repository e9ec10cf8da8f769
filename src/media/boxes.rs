//! Boxes, which MP4 and AVIF files are made of: a length, a name, and what is in it.

use std::ops::Range;

use super::bytes::{big_endian, piece, u32_be};

/// A box.
#[derive(Debug, Clone)]
pub(super) struct Part {
    pub(super) name: [u8; 4],
    /// Where it begins, with its length.
    pub(super) start: usize,
    /// Where that stands which is in it.
    pub(super) content: Range<usize>,
}

impl Part {
    /// Where the first bytes of its content stand.
    pub(super) fn head(&self, length: usize) -> Range<usize> {
        self.content.start..self.content.end.min(self.content.start.saturating_add(length))
    }
}

/// The boxes in a part of the file.
pub(super) fn parts(bytes: &[u8], within: Range<usize>) -> impl Iterator<Item = Part> {
    let mut at = within.start;
    std::iter::from_fn(move || {
        let own = part(bytes, at, within.end)?;
        at = own.content.end;
        Some(own)
    })
}

/// The box at a place; `None` when it goes on behind the end.
pub(super) fn part(bytes: &[u8], at: usize, end: usize) -> Option<Part> {
    let name = piece(bytes, at.checked_add(4)?, 4)?.try_into().ok()?;
    let (head, length) = match u32_be(bytes, at)? {
        0 => (8, end.checked_sub(at)?),
        1 => (16, usize::try_from(big_endian(bytes, at + 8, 8)?).ok()?),
        length => (8, usize::try_from(length).ok()?),
    };
    let after = at.checked_add(length.max(head))?;
    (after <= end).then_some(Part { name, start: at, content: at + head..after })
}
