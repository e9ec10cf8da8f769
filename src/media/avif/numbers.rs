//! Numbers out of a box.

use crate::media::bytes::big_endian;

/// Numbers one behind the other.
#[derive(Debug)]
pub(super) struct Numbers<'a> {
    pub(super) bytes: &'a [u8],
    pub(super) at: usize,
}

impl Numbers<'_> {
    /// The next number, of so many bytes; 0 when it has none.
    pub(super) fn next(&mut self, length: usize) -> Option<u64> {
        let number = big_endian(self.bytes, self.at, length)?;
        self.at = self.at.checked_add(length)?;
        Some(number)
    }

    /// The next number, which says how many there are of something.
    pub(super) fn count(&mut self, length: usize) -> Option<usize> {
        usize::try_from(self.next(length)?).ok()
    }
}
