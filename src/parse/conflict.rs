//! What git leaves in a text that two people changed in one place.

use std::sync::Arc;

use crate::base::{self, FileId, OffsetMap, Settled};
use crate::diag::{Diag, Noted};
use crate::model::COMPONENTS;

/// The text of a document with the first version of each conflict. A block of code may show what
/// one looks like; the fields of a component are no code.
pub(super) fn of_document(file: FileId, text: &Arc<str>) -> Noted<Arc<str>> {
    let mut fence = None;
    told(file, base::settled(text, |line| is_shown(line, &mut fence)))
        .map(|own| own.map_or_else(|| Arc::clone(text), Arc::from))
}

/// The text of a document as it is read, for who reads it again: what is wrong was said already.
pub fn settled(file: FileId, text: &Arc<str>) -> Arc<str> {
    of_document(file, text).value
}

/// The text of a data file with the first version of each conflict, where there are any.
pub(super) fn of_data(file: FileId, text: &str) -> Noted<Option<String>> {
    told(file, base::settled(text, |_| false))
}

fn told(file: FileId, found: Option<Settled>) -> Noted<Option<String>> {
    let Some(Settled { text, conflicts }) = found else { return Noted::clean(None) };
    let map = OffsetMap::whole(file, 0);
    let diags = conflicts.iter().map(|own| Diag::conflict(own, &map)).collect();
    Noted::new(Some(text), diags)
}

/// A fence that is open.
struct Fence {
    mark: char,
    length: usize,
    is_code: bool,
}

/// Whether a line stands in a block of code. A fence that is indented may belong to an item of a
/// list, which a line at the margin ends.
fn is_shown(line: &str, open: &mut Option<Fence>) -> bool {
    let first = line.chars().next().filter(|first| matches!(first, '`' | '~'));
    let info = first.map_or(line, |mark| line.trim_start_matches(mark));
    let fence = first.map(|mark| (mark, line.len() - info.len()));
    match (&open, fence.filter(|(_, length)| *length >= 3)) {
        (Some(own), Some((mark, length)))
            if own.mark == mark && length >= own.length && info.trim().is_empty() =>
        {
            *open = None;
        }
        (None, Some((mark, length))) if mark == '~' || !info.contains('`') => {
            let name = info.split_whitespace().next().unwrap_or_default();
            *open = Some(Fence { mark, length, is_code: !COMPONENTS.contains(&name) });
        }
        _ => {}
    }
    open.as_ref().is_some_and(|own| own.is_code)
}
