//! Text in, tree and mistakes out.

use super::mistakes::{self, Mistake};
use super::stumble::Stumble;
use super::tree::{self, Built};
use super::{Node, stumble};
use crate::base::{OffsetMap, Settled, settled};
use crate::diag::{Diag, Noted};

/// The longest text that is read, in bytes: far above any list an editor keeps by hand.
const LONGEST: usize = 4 << 20;

/// No more problems of one text than somebody can read; the rest shows when these are mended.
const MOST_DIAGS: usize = 100;

/// Reads a YAML text of which the map knows the place in its file. `None` when the text is
/// empty, or so broken that no tree can be trusted; then there is an error among the diags.
///
/// A value that only lacks its quotes is reported and still stands in the tree, so that the
/// rest of the file can be checked. Of a key that stands twice the tree keeps the first.
pub fn read(text: &str, map: &OffsetMap) -> Noted<Option<Node>> {
    let Some(Settled { text, conflicts }) = settled(text, |_| false) else {
        return read_settled(text, map);
    };
    let mut diags: Vec<Diag> = conflicts.iter().map(|own| Diag::conflict(own, map)).collect();
    let node = read_settled(&text, map).into_value(&mut diags);
    Noted::new(node, sorted(diags))
}

fn read_settled(text: &str, map: &OffsetMap) -> Noted<Option<Node>> {
    let stumble = match attempt(text, text, map) {
        Ok(built) => return noted(built, Vec::new()),
        Err(stumble) => stumble,
    };
    let found = if stumble.is_limit() { Vec::new() } else { mistakes::find(text) };
    let mended = mistakes::mend(text, &found);
    let mut diags: Vec<Diag> = found.iter().map(|mistake| diag(mistake, map)).collect();
    if found.is_empty() {
        diags.push(diag(&stumble::explain(text, &stumble), map));
        return Noted::new(None, diags);
    }
    match mended.map(|mended| attempt(&mended, text, map)) {
        Some(Ok(built)) => noted(built, diags),
        Some(Err(stumble)) => {
            diags.push(diag(&stumble::explain(text, &stumble), map));
            Noted::new(None, sorted(diags))
        }
        None => Noted::new(None, diags),
    }
}

fn attempt(text: &str, written: &str, map: &OffsetMap) -> Result<Built, Stumble> {
    if text.len() > LONGEST {
        return Err(Stumble::too_complex(0));
    }
    tree::build(text, written, map)
}

fn noted(built: Built, mut diags: Vec<Diag>) -> Noted<Option<Node>> {
    diags.extend(built.diags);
    let mut diags = sorted(diags);
    diags.truncate(MOST_DIAGS);
    Noted::new(built.root, diags)
}

fn sorted(mut diags: Vec<Diag>) -> Vec<Diag> {
    diags.sort_by(|a, b| a.place.cmp(&b.place));
    diags
}

fn diag(mistake: &Mistake, map: &OffsetMap) -> Diag {
    Diag::at(map.span(mistake.range.clone()), mistake.problem.clone())
}

#[cfg(test)]
mod hostile;
#[cfg(test)]
mod tests;
