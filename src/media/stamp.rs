//! Fingerprints in the names of files.

/// Ten hexadecimal digits that are others when one of the parts is another.
pub fn stamp(parts: &[&str]) -> String {
    let mut hasher = blake3::Hasher::new();
    for part in parts {
        hasher.update(&(part.len() as u64).to_le_bytes());
        hasher.update(part.as_bytes());
    }
    let mut digits = hasher.finalize().to_hex().to_string();
    digits.truncate(10);
    digits
}

#[cfg(test)]
mod tests {
    use super::stamp;

    #[test]
    fn every_part_and_its_borders_count() {
        assert_eq!(stamp(&["a", "b"]).len(), 10);
        assert_eq!(stamp(&["ab", "c"]), stamp(&["ab", "c"]));
        assert_ne!(stamp(&["ab", "c"]), stamp(&["a", "bc"]));
        assert_ne!(stamp(&["ab"]), stamp(&["ab", ""]));
    }
}
