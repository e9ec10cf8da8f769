//! Which files on disk are known to hold which bytes, without reading them.
//!
//! A mark (file number, size, time) that was noted right after a file was written and put on
//! disk tells its hash as long as nobody touches the file. A stamp that is lost, old or broken
//! costs time and nothing else: a file without a known hash is written again.

use std::collections::BTreeMap;
use std::fmt::Write as _;

use crate::output::Hash;
use crate::plain;

use super::Beside;
use super::fault::Fault;
use super::place::Spot;
use super::tree::Mark;

const FIRST_LINE: &str = "lerend stamp 1";

/// Known hashes by mark.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(super) struct Stamp(BTreeMap<Mark, Hash>);

impl Stamp {
    /// Reads the stamp of an earlier build.
    pub(super) fn read(spot: &Spot) -> Self {
        let bytes = plain::read(&spot.of(Beside::Stamp)).unwrap_or_default();
        let text = std::str::from_utf8(&bytes).unwrap_or_default();
        let mut lines = text.lines();
        if lines.next() != Some(FIRST_LINE) {
            return Self::default();
        }
        Self(lines.map_while(line).collect())
    }

    /// Writes the stamp in one step.
    pub(super) fn write(&self, spot: &Spot) -> Result<(), Fault> {
        let mut text = format!("{FIRST_LINE}\n");
        for (Mark { inode, size, written }, hash) in &self.0 {
            let _ = writeln!(text, "{inode} {size} {written} {hash}");
        }
        let path = spot.of(Beside::Stamp);
        plain::write(&path, &spot.half(Beside::Stamp), text.as_bytes())
            .map_err(Fault::at(&path))
    }

    /// The hash of the file with this mark, where known.
    pub(super) fn hash(&self, mark: Option<&Mark>) -> Option<Hash> {
        mark.and_then(|mark| self.0.get(mark)).copied()
    }

    /// Notes the hash of a file.
    pub(super) fn note(&mut self, mark: Mark, hash: Hash) {
        self.0.insert(mark, hash);
    }
}

fn line(line: &str) -> Option<(Mark, Hash)> {
    let mut parts = line.split(' ');
    let mut next = || parts.next();
    let mark = Mark {
        inode: next()?.parse().ok()?,
        size: next()?.parse().ok()?,
        written: next()?.parse().ok()?,
    };
    Some((mark, Hash::parse(next()?)?))
}
