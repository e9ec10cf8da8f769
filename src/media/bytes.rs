//! Numbers and pieces out of bytes, without a way to read past their end.

/// The bytes from a place on; empty past the end.
pub(super) fn from(bytes: &[u8], at: usize) -> &[u8] {
    bytes.get(at..).unwrap_or_default()
}

/// So many bytes from a place on; `None` when there are fewer.
pub(super) fn piece(bytes: &[u8], at: usize, length: usize) -> Option<&[u8]> {
    bytes.get(at..at.checked_add(length)?)
}

/// A number of up to eight bytes, most significant first.
pub(super) fn big_endian(bytes: &[u8], at: usize, length: usize) -> Option<u64> {
    let digits = piece(bytes, at, length.min(8))?;
    Some(digits.iter().fold(0, |number, byte| (number << 8) | u64::from(*byte)))
}

/// Four bytes, most significant first.
pub(super) fn u32_be(bytes: &[u8], at: usize) -> Option<u32> {
    big_endian(bytes, at, 4).and_then(|number| u32::try_from(number).ok())
}

/// Four bytes, least significant first.
pub(super) fn u32_le(bytes: &[u8], at: usize) -> Option<u32> {
    let digits = piece(bytes, at, 4)?;
    Some(digits.iter().rev().fold(0, |number, byte| (number << 8) | u32::from(*byte)))
}

/// Where a sequence of bytes first stands.
pub(super) fn find(bytes: &[u8], needle: &[u8]) -> Option<usize> {
    let first = *needle.first()?;
    let mut at = 0;
    loop {
        at += from(bytes, at).iter().position(|byte| *byte == first)?;
        if from(bytes, at).starts_with(needle) {
            return Some(at);
        }
        at += 1;
    }
}

/// Where a sequence of bytes last stands.
pub(super) fn find_last(bytes: &[u8], needle: &[u8]) -> Option<usize> {
    bytes.windows(needle.len().max(1)).rposition(|window| window == needle)
}
