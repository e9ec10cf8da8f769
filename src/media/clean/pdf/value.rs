//! What follows behind a name in a PDF.

use std::ops::Range;

use crate::media::bytes::{find, from};
use crate::media::reference::reference;

/// A text that is longer than this is not closed.
const MAX_TEXT: usize = 64 << 10;

/// What follows behind a name.
#[derive(Debug, PartialEq, Eq)]
pub(super) enum Value {
    /// What stands between the brackets of a text.
    Text(Range<usize>),
    /// The number of the object that says it.
    Named(u64),
    /// A text that does not end.
    Open,
    /// No text.
    Other,
}

impl Value {
    pub(super) fn at(bytes: &[u8], at: usize) -> Self {
        let ahead = from(bytes, at);
        let ahead = ahead.get(..ahead.len().min(MAX_TEXT)).unwrap_or_default();
        let value = ahead.trim_ascii_start();
        let start = at + ahead.len() - value.len() + 1;
        let inside = from(bytes, start);
        let inside = inside.get(..inside.len().min(MAX_TEXT)).unwrap_or_default();
        let length = match (value.first(), inside.first()) {
            (Some(b'('), _) => text_length(inside),
            (Some(b'<'), Some(next)) if *next != b'<' => find(inside, b">"),
            (Some(b'<'), None) => None,
            _ => return reference(value).map_or(Self::Other, Self::Named),
        };
        length.map_or(Self::Open, |length| Self::Text(start..start + length))
    }
}

/// Up to the bracket that closes a text; brackets within it come in pairs.
pub(super) fn text_length(bytes: &[u8]) -> Option<usize> {
    let mut depth = 0_usize;
    let mut at = 0;
    loop {
        match bytes.get(at)? {
            b'\\' => at += 1,
            b'(' => depth += 1,
            b')' if depth == 0 => return Some(at),
            b')' => depth -= 1,
            _ => {}
        }
        at += 1;
    }
}
