//! Finished files in less memory, for a server that holds a whole site.
//!
//! The pages of a site have much in common: what surrounds them, maps, tables of regions. So each
//! is written down as what it does not share with the first one.

use std::sync::{Arc, OnceLock};

use lz4_flex::block;

/// Smaller files have too little in common with others to be the first.
const LEAST: usize = 4 << 10;

/// Makes finished files smaller.
#[derive(Debug, Default)]
pub struct Squeezer {
    /// The first large file that came.
    first: OnceLock<Arc<[u8]>>,
}

/// A file that takes less memory than its bytes.
#[derive(Debug, Clone)]
pub struct Squeezed {
    squeezed: Arc<[u8]>,
    first: Arc<[u8]>,
}

impl Squeezer {
    /// The bytes of a file, smaller; `None` when that would not save a quarter, or when no other
    /// is known yet.
    pub fn squeeze(&self, bytes: &[u8]) -> Option<Squeezed> {
        if self.first.get().is_none() && bytes.len() < LEAST {
            return None;
        }
        let first = self.first.get_or_init(|| Arc::from(bytes));
        let squeezed = block::compress_prepend_size_with_dict(bytes, first);
        let is_worth_it = squeezed.len() < bytes.len() / 4 * 3;
        is_worth_it.then(|| Squeezed { squeezed: squeezed.into(), first: Arc::clone(first) })
    }
}

impl Squeezed {
    /// The bytes as they were.
    pub fn bytes(&self) -> Arc<[u8]> {
        // What was squeezed in this process can be read in it.
        let bytes = block::decompress_size_prepended_with_dict(&self.squeezed, &self.first);
        bytes.unwrap_or_default().into()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_was_squeezed_comes_back_as_it_was() {
        let squeezer = Squeezer::default();
        let page =
            |words: &str| format!("<!doctype html>{}{words}", "<li>regio</li>".repeat(300));
        assert!(squeezer.squeeze(b"een kleine").is_none());
        for own in [page("een"), page("twee"), "x".repeat(70_000), page("")] {
            let squeezed = squeezer.squeeze(own.as_bytes()).unwrap();
            assert!(squeezed.squeezed.len() * 9 < own.len());
            assert_eq!(&*squeezed.bytes(), own.as_bytes());
        }
        // What cannot be made smaller stays as it is.
        assert!(squeezer.squeeze(b"").is_none());
        assert!(squeezer.squeeze(b"\x89PNG\r\n\x1a\n").is_none());
    }
}
