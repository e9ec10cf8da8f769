//! What git leaves in a text that two people changed in one place.

use std::sync::Arc;

use crate::base::{self, FileId, OffsetMap, Settled};
use crate::diag::{Diag, Noted};
use crate::model::COMPONENTS;

/// The text of a document with the first version of each conflict. A block of code may show what
/// one looks like; the fields of a component are no code.
pub(super) fn of_document(file: FileId, text: &Arc<str>) -> Noted<Arc<str>> {
    let mut lines = Lines::default();
    told(file, base::settled(text, |line| lines.is_shown(line)))
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

/// The lines of a document, as far as they were read.
#[derive(Default)]
struct Lines {
    open: Option<Fence>,
    /// Whether a list goes on: what is indented may belong to an item of it.
    in_list: bool,
    is_behind_blank: bool,
}

impl Lines {
    /// Whether the next line stands in a block of code. A fence that is indented in a list ends
    /// with its item, at a line at the margin as git writes them.
    fn is_shown(&mut self, line: &str) -> bool {
        let behind = line.trim_start_matches(' ');
        let indent = line.len() - behind.len();
        if self.open.is_none() {
            self.look_for_list(behind, indent);
        }
        if indent == 0 || (indent <= 3 && !self.in_list) {
            self.look_for_fence(behind);
        }
        self.open.as_ref().is_some_and(|own| own.is_code)
    }

    fn look_for_list(&mut self, behind: &str, indent: usize) {
        let mark = behind.trim_start_matches(|letter: char| letter.is_ascii_digit());
        let is_numbered = mark.len() < behind.len();
        let marks: &[&str] = if is_numbered { &[". ", ") "] } else { &["- ", "* ", "+ "] };
        let begins = |all: &[&str]| all.iter().any(|own| behind.starts_with(own));
        let ends = self.is_behind_blank || begins(&["#", "---", "```", "~~~"]);
        let is_git = begins(&["<<<<<<<", "|||||||", "=======", ">>>>>>>"]);
        if marks.iter().any(|own| mark.starts_with(own)) {
            self.in_list = true;
        } else if indent == 0 && ends && !behind.is_empty() && !is_git {
            self.in_list = false;
        }
        self.is_behind_blank = behind.trim().is_empty();
    }

    fn look_for_fence(&mut self, line: &str) {
        let first = line.chars().next().filter(|first| matches!(first, '`' | '~'));
        let info = first.map_or(line, |mark| line.trim_start_matches(mark));
        let fence = first.map(|mark| (mark, line.len() - info.len()));
        match (&self.open, fence.filter(|(_, length)| *length >= 3)) {
            (Some(own), Some((mark, length)))
                if own.mark == mark && length >= own.length && info.trim().is_empty() =>
            {
                self.open = None;
            }
            (None, Some((mark, length))) if mark == '~' || !info.contains('`') => {
                let name = info.split_whitespace().next().unwrap_or_default();
                self.open = Some(Fence { mark, length, is_code: !COMPONENTS.contains(&name) });
            }
            _ => {}
        }
    }
}
