//! The segments of a JPEG file.

use super::bytes::{find, from, piece};

/// One segment.
#[derive(Debug, Clone, Copy)]
pub(super) struct Segment<'a> {
    /// The second byte of its mark.
    pub(super) mark: u8,
    /// Where that stands which it holds.
    pub(super) start: usize,
    /// What it holds, without mark and length.
    pub(super) data: &'a [u8],
    /// All of it; of a scan with the pixels behind it.
    pub(super) whole: &'a [u8],
}

/// The start of pixels.
pub(super) const SCAN: u8 = 0xda;
/// The end of the picture.
pub(super) const END: u8 = 0xd9;
/// Where cameras write, among others.
pub(super) const APP0: u8 = 0xe0;
pub(super) const APP15: u8 = 0xef;
/// A remark.
pub(super) const COMMENT: u8 = 0xfe;

/// The segments behind the first two bytes, through the end of the picture or up to what is no
/// segment. What stands behind the end is not part of the picture.
pub(super) fn segments(bytes: &[u8]) -> impl Iterator<Item = Segment<'_>> {
    let mut at = 2;
    let mut is_over = false;
    std::iter::from_fn(move || {
        if is_over {
            return None;
        }
        while piece(bytes, at, 2)? == [0xff, 0xff] {
            at += 1;
        }
        let [0xff, mark] = *piece(bytes, at, 2)? else { return None };
        if mark == END {
            is_over = true;
            return Some(Segment {
                mark,
                start: at + 2,
                data: &[],
                whole: piece(bytes, at, 2)?,
            });
        }
        let length = usize::from(u16::from_be_bytes(piece(bytes, at + 2, 2)?.try_into().ok()?));
        let data = piece(bytes, at + 4, length.checked_sub(2)?)?;
        let mut end = at + 2 + length;
        if mark == SCAN {
            end += pixels(from(bytes, end));
        }
        let whole = piece(bytes, at, end - at)?;
        let start = at + 4;
        at = end;
        Some(Segment { mark, start, data, whole })
    })
}

/// How far the pixels of a scan go: up to a mark that does not belong to them.
fn pixels(bytes: &[u8]) -> usize {
    let mut at = 0;
    while let Some(offset) = find(from(bytes, at), b"\xff") {
        at += offset;
        match bytes.get(at + 1) {
            Some(0 | 0xd0..=0xd7) => at += 2,
            Some(0xff) => at += 1,
            Some(_) => return at,
            None => break,
        }
    }
    bytes.len()
}

/// How many colours a pixel is made of; four are inks.
pub(super) fn components(bytes: &[u8]) -> Option<u8> {
    let is_frame = |own: &Segment<'_>| {
        matches!(own.mark, 0xc0..=0xcf) && !matches!(own.mark, 0xc4 | 0xc8 | 0xcc)
    };
    segments(bytes).find(is_frame)?.data.get(5).copied()
}
