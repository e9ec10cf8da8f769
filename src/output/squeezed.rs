//! Finished files in less memory, for a server that holds a whole site.
//!
//! Pages of one kind have much in common: what surrounds them, maps, tables of regions. So each is
//! written down as what it does not share with the first of its kind.

use std::collections::BTreeMap;
use std::sync::{Arc, Mutex, PoisonError};

use lz4_flex::block;

use crate::base::OutPath;

/// So far back LZ4 looks for the same.
/// <https://github.com/lz4/lz4/blob/dev/doc/lz4_Block_format.md>
const WINDOW: usize = 64 << 10;

/// Smaller files have too little in common with others to be the first.
const LEAST: usize = 4 << 10;

/// Makes finished files smaller.
#[derive(Debug, Default)]
pub struct Squeezer {
    /// The first large file of each kind that came.
    firsts: Mutex<BTreeMap<String, Arc<[u8]>>>,
}

/// A file that takes less memory than its bytes.
#[derive(Debug, Clone)]
pub struct Squeezed {
    squeezed: Arc<[u8]>,
    first: Arc<[u8]>,
}

impl Squeezer {
    /// The bytes of a file, smaller; `None` when that would not save a quarter.
    pub fn squeeze(&self, path: &OutPath, bytes: &[u8]) -> Option<Squeezed> {
        let first = self.first(path, bytes);
        let squeezed = block::compress_prepend_size_with_dict(bytes, &first);
        let is_worth_it = squeezed.len() < bytes.len() / 4 * 3;
        is_worth_it.then(|| Squeezed { squeezed: squeezed.into(), first })
    }

    /// The first of the kind of a file: most often another.
    fn first(&self, path: &OutPath, bytes: &[u8]) -> Arc<[u8]> {
        let mut firsts = self.firsts.lock().unwrap_or_else(PoisonError::into_inner);
        let kind = kind(path);
        if let Some(first) = firsts.get(&kind) {
            return Arc::clone(first);
        }
        let last_part = bytes.get(bytes.len().saturating_sub(WINDOW)..).unwrap_or_default();
        // A file is never its own first: the next one is what it is for.
        if last_part.len() >= LEAST {
            firsts.insert(kind, last_part.into());
        }
        [].into()
    }
}

/// What files have in common that look alike: `factsheets/a/index.html` and `factsheets/b/` are
/// of one kind.
fn kind(path: &OutPath) -> String {
    let path = path.as_str();
    let (folders, name) = path.rsplit_once('/').unwrap_or(("", path));
    let above = folders.rsplit_once('/').map_or("", |(above, _)| above);
    let ending = name.rsplit_once('.').map_or("", |(_, ending)| ending);
    format!("{above}/{ending}")
}

impl Squeezed {
    /// The bytes as they were; `None` when they cannot be read, though they were squeezed in this
    /// process.
    pub fn bytes(&self) -> Option<Arc<[u8]>> {
        let bytes = block::decompress_size_prepended_with_dict(&self.squeezed, &self.first);
        bytes.ok().map(Into::into)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_was_squeezed_comes_back_as_it_was() {
        let squeezer = Squeezer::default();
        let regions: Vec<String> = (0..400).map(|n| (n * 7919 % 1000).to_string()).collect();
        let regions = regions.join("</li><li>");
        let page = |words: &str| format!("{regions}{words}");
        let squeeze = |path: &str, own: &str| {
            let squeezed = squeezer.squeeze(&OutPath::new(path).unwrap(), own.as_bytes())?;
            assert_eq!(squeezed.bytes().as_deref(), Some(own.as_bytes()));
            Some(squeezed.squeezed.len())
        };
        let first = squeeze("verhalen/a/index.html", &page("een")).unwrap();
        let second = squeeze("verhalen/b/index.html", &page("twee")).unwrap();
        assert!(second * 9 < first, "{second} {first}");
        // Of another kind it is the first again.
        assert!(squeeze("verhalen/index.html", &page("twee")).unwrap() * 9 > first);
        assert!(squeeze("lang/index.html", &"x".repeat(3 * WINDOW)).is_some());
        // What cannot be made smaller stays as it is.
        assert_eq!(squeeze("leeg.txt", ""), None);
        assert_eq!(squeeze("a/b/x.png", "\u{89}PNG\r\n\u{1a}\n"), None);
    }
}
