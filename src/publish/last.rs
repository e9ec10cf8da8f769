//! What whoever published a site wants to know again: bytes beside the output folder.

use crate::output::Hash;
use crate::plain;

use super::{Beside, Destination};

impl Destination {
    /// What was kept, if anything that is whole: it starts with the hash of its bytes.
    pub fn kept(&self, own: Beside) -> Option<Vec<u8>> {
        let mut bytes = plain::read(&self.spot.of(own)).ok()?;
        let end = bytes.iter().position(|byte| *byte == b'\n')?;
        let hash = Hash::parse(std::str::from_utf8(bytes.get(..end)?).ok()?)?;
        bytes.drain(..=end);
        (Hash::of(&bytes) == hash).then_some(bytes)
    }

    /// Keeps bytes until the next call. That they cannot be kept is no reason to complain: the
    /// site stands, and the next build does more work.
    pub fn keep(&self, own: Beside, bytes: &[u8]) {
        let mut file = format!("{}\n", Hash::of(bytes)).into_bytes();
        file.extend_from_slice(bytes);
        let _ = plain::write(&self.spot.of(own), &self.spot.half(own), &file);
    }
}

#[cfg(test)]
#[expect(clippy::disallowed_methods, reason = "the test damages a file")]
mod tests {
    use std::fs;

    use super::*;
    use crate::publish::Location;

    #[test]
    fn what_was_kept_is_found_whole_or_not_at_all() {
        let folder = tempfile::tempdir().unwrap();
        let root = folder.path().to_owned();
        let output = root.join("public");
        let destination = Destination::open(&Location { root, output, home: None }).unwrap();
        assert_eq!(destination.kept(Beside::Run), None);
        destination.keep(Beside::Run, b"een\ntwee");
        assert_eq!(destination.kept(Beside::Run).as_deref(), Some(&b"een\ntwee"[..]));
        let path = destination.spot.of(Beside::Run);
        let whole = fs::read(&path).unwrap();
        for at in 0..whole.len() {
            let mut damaged = whole.clone();
            damaged[at] ^= 1;
            fs::write(&path, &damaged).unwrap();
            assert_eq!(destination.kept(Beside::Run), None, "byte {at}");
            fs::write(&path, &whole[..at]).unwrap();
            assert_eq!(destination.kept(Beside::Run), None, "cut off at {at}");
        }
    }
}
