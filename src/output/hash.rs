//! The fingerprint of a file's bytes.

use std::fmt;

/// The BLAKE3 hash of some bytes.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Hash([u8; 32]);

impl Hash {
    /// The hash of these bytes.
    pub fn of(bytes: &[u8]) -> Self {
        Self(*blake3::hash(bytes).as_bytes())
    }

    /// Its bytes, to be part of a key.
    pub fn as_bytes(&self) -> &[u8] {
        &self.0
    }

    /// Its first ten digits, for names of files that change with their bytes.
    pub fn short(&self) -> String {
        self.to_string().chars().take(10).collect()
    }

    /// Reads 64 hexadecimal digits, as `Display` writes them.
    pub fn parse(hex: &str) -> Option<Self> {
        blake3::Hash::from_hex(hex).ok().map(|hash| Self(*hash.as_bytes()))
    }
}

impl fmt::Display for Hash {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&blake3::Hash::from_bytes(self.0).to_hex())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_hash_survives_being_written_and_read() {
        let hash = Hash::of(b"pagina");
        assert_eq!(Hash::parse(&hash.to_string()), Some(hash));
        assert_eq!(Hash::parse("geen hash"), None);
        assert_ne!(hash, Hash::of(b"pagina "));
    }
}
