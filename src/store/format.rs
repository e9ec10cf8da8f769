//! How entries lie in a pack.
//!
//! A pack begins with `MAGIC`. Then come the entries, each with a head (length of its bytes,
//! key, fingerprint of its bytes) and its bytes. A finished pack ends with its index, the
//! places of all entries sorted by key, and a tail (number of entries, fingerprint of the
//! index, `MAGIC` again). Without the index the entries can still be found one by one.

use super::Key;

/// The first and last bytes of a pack; another layout gets another number.
pub(super) const MAGIC: &[u8; 16] = b"lerend pack 001\n";

/// The size of an entry's head.
pub(super) const HEAD: usize = 8 + 32 + 32;

/// The size of a place in the index.
pub(super) const PLACE: usize = 32 + 8 + 8 + 32;

/// The size of the tail.
pub(super) const TAIL: usize = 8 + 32 + MAGIC.len();

/// Where the bytes of an entry lie, and what they should be.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Place {
    /// The first of its bytes, from the start of the file.
    pub start: u64,
    /// How many bytes it has.
    pub length: u64,
    /// The fingerprint of its bytes.
    pub hash: [u8; 32],
}

impl Place {
    /// Whether these are the bytes of the entry.
    pub(super) fn is_of(&self, bytes: &[u8]) -> bool {
        *blake3::hash(bytes).as_bytes() == self.hash
    }

    /// The line of the index.
    pub(super) fn write(&self, key: &Key, out: &mut Vec<u8>) {
        out.extend_from_slice(&key.0);
        out.extend_from_slice(&self.start.to_le_bytes());
        out.extend_from_slice(&self.length.to_le_bytes());
        out.extend_from_slice(&self.hash);
    }

    /// Reads a line of the index.
    pub(super) fn read(line: &[u8]) -> Option<(Key, Self)> {
        let (key, rest) = line.split_first_chunk::<32>()?;
        let (start, rest) = rest.split_first_chunk::<8>()?;
        let (length, rest) = rest.split_first_chunk::<8>()?;
        let (hash, _) = rest.split_first_chunk::<32>()?;
        let place = Self {
            start: u64::from_le_bytes(*start),
            length: u64::from_le_bytes(*length),
            hash: *hash,
        };
        Some((Key(*key), place))
    }
}

/// The head of an entry.
pub(super) fn head(key: &Key, bytes: &[u8]) -> [u8; HEAD] {
    let mut head = [0; HEAD];
    let parts = (bytes.len() as u64).to_le_bytes();
    let hash = blake3::hash(bytes);
    let all = parts.iter().chain(&key.0).chain(hash.as_bytes());
    for (to, from) in head.iter_mut().zip(all) {
        *to = *from;
    }
    head
}

/// Reads the head of an entry that begins at `at`.
pub(super) fn read_head(head: &[u8; HEAD], at: u64) -> Option<(Key, Place)> {
    let (length, rest) = head.split_first_chunk::<8>()?;
    let (key, rest) = rest.split_first_chunk::<32>()?;
    let (hash, _) = rest.split_first_chunk::<32>()?;
    let start = at.checked_add(HEAD as u64)?;
    Some((Key(*key), Place { start, length: u64::from_le_bytes(*length), hash: *hash }))
}
