//! What whoever published a site wants to know again: bytes beside the output folder.

#![expect(clippy::disallowed_methods, reason = "the door out keeps its own files")]

use std::fs;

use super::Destination;

impl Destination {
    /// What was kept by a name, if anything.
    pub fn kept(&self, name: &str) -> Option<Vec<u8>> {
        fs::read(self.spot.beside.join(name)).ok()
    }

    /// Keeps bytes by a name until the next call. That they cannot be kept is no reason to complain: the
    /// site stands, and the next build does more work.
    pub fn keep(&self, name: &str, bytes: &[u8]) {
        let new = self.spot.beside.join(format!("{name}.new"));
        let kept =
            fs::write(&new, bytes).and_then(|()| fs::rename(&new, self.spot.beside.join(name)));
        if kept.is_err() {
            let _ = fs::remove_file(&new);
        }
    }
}
