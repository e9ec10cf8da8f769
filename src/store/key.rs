//! What bytes depend on, in one fingerprint.

use std::hash::{Hash, Hasher};

use serde::{Deserialize, Serialize};

/// The fingerprint of a step and of everything that went into it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub struct Key(pub(super) [u8; 32]);

impl Key {
    /// Its bytes, to be part of another key.
    pub fn as_bytes(&self) -> &[u8] {
        &self.0
    }
}

/// Makes a key. Parts are told apart by their length, so that no two lists of parts give the
/// same key.
#[derive(Debug, Clone)]
pub struct KeyMaker(blake3::Hasher);

impl KeyMaker {
    /// Begins the key of a step, such as `picture`. Another version of the step, such as the
    /// fingerprint of its code, gives other keys.
    pub fn of(step: &str, version: &str) -> Self {
        Self(blake3::Hasher::new()).part(step.as_bytes()).part(version.as_bytes())
    }

    /// Adds bytes that the outcome depends on.
    #[must_use]
    pub fn part(mut self, bytes: &[u8]) -> Self {
        self.0.update(&(bytes.len() as u64).to_le_bytes());
        self.0.update(bytes);
        self
    }

    /// Adds a number that the outcome depends on.
    #[must_use]
    pub fn number(self, number: u64) -> Self {
        self.part(&number.to_le_bytes())
    }

    /// Adds everything that a value hands to a hasher, which is the same in every run of the
    /// same program.
    #[must_use]
    pub fn value(self, value: &impl Hash) -> Self {
        let mut form = Form(Vec::with_capacity(USUAL));
        value.hash(&mut form);
        self.part(&form.0)
    }

    /// The key.
    pub fn key(self) -> Key {
        Key(*self.0.finalize().as_bytes())
    }
}

/// Room for what most values hand to a hasher.
const USUAL: usize = 16 << 10;

/// What a value hands to a hasher.
struct Form(Vec<u8>);

impl Hasher for Form {
    fn write(&mut self, bytes: &[u8]) {
        self.0.extend_from_slice(bytes);
    }

    /// Nobody asks for it: the bytes themselves are wanted.
    fn finish(&self) -> u64 {
        0
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_part_and_its_borders_count() {
        let of = |parts: &[&str]| {
            let start = KeyMaker::of("stap", "1");
            parts.iter().fold(start, |key, part| key.part(part.as_bytes())).key()
        };
        assert_eq!(of(&["ab", "c"]), of(&["ab", "c"]));
        assert_ne!(of(&["ab", "c"]), of(&["a", "bc"]));
        assert_ne!(of(&["ab"]), of(&["ab", ""]));
        assert_ne!(KeyMaker::of("stap", "1").key(), KeyMaker::of("stap", "2").key());
        assert_ne!(KeyMaker::of("stap", "1").key(), KeyMaker::of("stap1", "").key());
    }
}
