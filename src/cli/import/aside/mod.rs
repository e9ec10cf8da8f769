//! Sets lines and words of a draft aside, so that the site can be built and no word of it is
//! lost. No line is added or taken away.

mod blocks;
mod words;

use std::collections::{BTreeMap, BTreeSet};
use std::ops::Range;

pub(super) use words::Placeholders;

use super::fields::begins_field;
use words::Edit;

/// What stands before a field that did not fit.
pub(super) const MARK: &str = "# ? ";
/// What begins and ends a remark in the text.
const OPEN: &str = "<!-- ";
const CLOSE: &str = " -->";

/// How far was gone to make a line fit.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Tried {
    Nothing,
    Words,
    Lines,
    Text,
}

/// A draft, line by line.
#[derive(Debug)]
pub(super) struct Sheet {
    /// As it was handed in.
    original: Vec<String>,
    lines: Vec<String>,
    tried: Vec<Tried>,
    /// Where the text begins, from 0.
    body: usize,
    /// The line that makes it a draft, which always stays.
    draft: String,
}

/// A place of the text that does not fit.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Wrong {
    /// Its lines, from 0.
    pub(super) lines: Range<usize>,
    /// Where in the line, in bytes, when it is on one.
    pub(super) within: Range<usize>,
    /// Whether it is an e-mail address that may not be shown.
    pub(super) is_email: bool,
}

/// What was done.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Done {
    Nothing,
    Parts,
    /// The whole text is a remark.
    All,
}

impl Sheet {
    /// `draft` is the line that makes it a draft.
    pub(super) fn new(text: &str, draft: &str) -> Self {
        let lines: Vec<String> = text.lines().map(str::to_owned).collect();
        let end = lines.iter().skip(1).position(|line| line == "---");
        Self {
            original: lines.clone(),
            tried: vec![Tried::Nothing; lines.len()],
            body: end.map_or(0, |end| end + 2),
            lines,
            draft: draft.to_owned(),
        }
    }

    pub(super) fn text(&self) -> String {
        format!("{}\n", self.lines.join("\n"))
    }

    /// Whether a line, from 0, belongs to the fields.
    pub(super) fn is_field(&self, line: usize) -> bool {
        line + 1 < self.body
    }

    /// Whether a field was set aside on this line, from 0.
    pub(super) fn is_aside(&self, line: usize) -> bool {
        self.lines.get(line).is_some_and(|line| line.starts_with(MARK))
    }

    /// What stood at a place before anything was set aside.
    pub(super) fn written(&self, wrong: &Wrong) -> &str {
        let line = self.original.get(wrong.lines.start).map_or("", String::as_str);
        line.get(wrong.within.clone()).unwrap_or_default()
    }

    /// Makes the fields on these lines (from 0) comments; whether there were any.
    pub(super) fn fields_aside(&mut self, wrong: &BTreeSet<usize>) -> bool {
        let end = self.body.saturating_sub(1);
        let mut wrong = wrong.clone();
        let draft = self.lines.iter().take(end).position(|line| *line == self.draft);
        if let Some(draft) = draft.filter(|line| wrong.contains(line)) {
            // Nothing is wrong with this line: YAML stumbles here over something above it.
            let begins =
                |line: &usize| self.lines.get(*line).is_some_and(|own| begins_field(own));
            wrong.extend((1..draft).rev().find(begins));
        }
        let mut changed = false;
        let mut is_wrong = false;
        for at in 1..end {
            let Some(line) = self.lines.get(at).cloned() else { break };
            if begins_field(&line) {
                is_wrong = line != self.draft && self.is_wrong_field(at, end, &wrong);
            }
            if is_wrong && !line.starts_with('#') {
                changed = true;
                self.set(at, format!("{MARK}{line}"));
            }
        }
        changed
    }

    /// Whether one of the lines of the field that begins here is wrong. A comment belongs to no
    /// field.
    fn is_wrong_field(&self, at: usize, end: usize, wrong: &BTreeSet<usize>) -> bool {
        let begins = |line: &usize| self.lines.get(*line).is_some_and(|own| begins_field(own));
        let next = (at + 1..end).find(begins).unwrap_or(end);
        let is_comment =
            |line: usize| self.lines.get(line).is_some_and(|own| own.starts_with('#'));
        wrong.range(at..next).any(|line| !is_comment(*line))
    }

    /// Makes remarks of these places of the text: of the words alone where that can be, of the
    /// lines where that is not enough, and of all when nothing else helps.
    pub(super) fn text_aside(&mut self, wrong: &[Wrong], of: Placeholders) -> Done {
        let mut edits: BTreeMap<usize, Vec<Edit>> = BTreeMap::new();
        let mut blocks: Vec<Range<usize>> = Vec::new();
        for own in wrong {
            let tried = self.tried.get(own.lines.clone()).unwrap_or_default().iter().max();
            let edit = match tried {
                Some(Tried::Nothing) => self.words(own, of),
                Some(Tried::Words) => None,
                Some(Tried::Lines) => return self.all_aside(),
                Some(Tried::Text) | None => continue,
            };
            match edit {
                Some(edit) => edits.entry(own.lines.start).or_default().push(edit),
                None => blocks.push(self.block(&own.lines)),
            }
        }
        let blocks = apart(blocks);
        edits.retain(|line, _| !blocks.iter().any(|block| block.contains(line)));
        if edits.is_empty() && blocks.is_empty() {
            return Done::Nothing;
        }
        for (line, edits) in edits {
            let old = self.lines.get(line).cloned().unwrap_or_default();
            self.set(line, words::edited(&old, edits));
            self.tries(line..line + 1, Tried::Words);
        }
        for block in blocks {
            self.remark_of(block, Tried::Lines);
        }
        Done::Parts
    }

    /// The whole text as a remark; nothing where it is one already.
    fn all_aside(&mut self) -> Done {
        let has_words =
            |line: &usize| self.original.get(*line).is_some_and(|own| !own.is_empty());
        let mut lines = self.body..self.lines.len();
        let Some(first) = lines.find(has_words) else { return Done::Nothing };
        if self.tried.get(first) == Some(&Tried::Text) {
            return Done::Nothing;
        }
        self.remark_of(first..self.lines.len(), Tried::Text);
        Done::All
    }

    fn remark_of(&mut self, block: Range<usize>, tried: Tried) {
        for at in block.clone() {
            // It would end the remark.
            let line = self.original.get(at).map(|own| own.replace("-->", "-- >"));
            let mut line = line.unwrap_or_default();
            if at == block.start {
                line.insert_str(0, OPEN);
            }
            if at + 1 == block.end {
                line.push_str(CLOSE);
            }
            self.set(at, line);
        }
        self.tries(block, tried);
    }

    fn set(&mut self, at: usize, line: String) {
        if let Some(own) = self.lines.get_mut(at) {
            *own = line;
        }
    }

    fn tries(&mut self, lines: Range<usize>, tried: Tried) {
        for own in self.tried.get_mut(lines).unwrap_or_default() {
            *own = tried;
        }
    }

    /// How the words can be set aside; `None` when their lines have to be.
    fn words(&self, wrong: &Wrong, of: Placeholders) -> Option<Edit> {
        let line = self.lines.get(wrong.lines.start).filter(|_| wrong.lines.len() == 1)?;
        let is_code = self.fence_around(&wrong.lines).is_some();
        if is_code { None } else { words::edit(line, wrong, of) }
    }

    /// The lines that go together with these.
    fn block(&self, lines: &Range<usize>) -> Range<usize> {
        let body = self.original.get(self.body..).unwrap_or_default();
        let own = lines.start.saturating_sub(self.body)..lines.end.saturating_sub(self.body);
        let block = blocks::around(body, &own);
        block.start + self.body..block.end + self.body
    }

    fn fence_around(&self, lines: &Range<usize>) -> Option<Range<usize>> {
        let body = self.original.get(self.body..).unwrap_or_default();
        let own = lines.start.checked_sub(self.body)?..lines.end.checked_sub(self.body)?;
        blocks::fence(body, &own)
    }
}

/// Ranges that overlap as one.
fn apart(mut ranges: Vec<Range<usize>>) -> Vec<Range<usize>> {
    ranges.sort_by_key(|own| own.start);
    let mut all: Vec<Range<usize>> = Vec::new();
    for range in ranges {
        match all.last_mut() {
            Some(last) if range.start < last.end => last.end = last.end.max(range.end),
            _ => all.push(range),
        }
    }
    all
}
