//! Makes a draft fit the site: a field that would keep the site from being built becomes a
//! comment, with a word to look at it again.

use std::collections::BTreeSet;

use super::Draft;
use crate::base::SourcePath;
use crate::diag::{Diag, Fatal, Place, SourceMap};
use crate::pipeline::Rebuild;
use crate::vfs::{Disk, Files, Memory, Overlay};

/// What stands before a field that did not fit.
const MARK: &str = "# ? ";

/// A draft that fits, with what there still is to say of it.
pub(super) struct Settled {
    pub(super) path: SourcePath,
    pub(super) text: String,
    pub(super) diags: Vec<Diag>,
    pub(super) sources: SourceMap,
}

/// Builds the site with the draft in it until no field of it is an error any more.
pub(super) fn settle(
    draft: Draft,
    files: &Disk,
    again: &mut Rebuild,
) -> Result<Settled, Fatal> {
    let Draft { path, mut text } = draft;
    loop {
        let mut over = Memory::default();
        over.insert(path.clone(), text.as_bytes());
        let made = again.site(&Overlay::new(&over as &dyn Files, files as &dyn Files))?;
        let file = made.sources.find(path.as_str());
        let here = |diag: &&Diag| match diag.place {
            Place::Span(span) => Some(span.file) == file,
            _ => false,
        };
        let diags: Vec<Diag> = made.diags.iter().filter(here).cloned().collect();
        let lines: BTreeSet<usize> = diags
            .iter()
            .filter(|diag| diag.is_error())
            .filter_map(|diag| match diag.place {
                Place::Span(span) => Some(made.sources.positions(span).0.line),
                _ => None,
            })
            .collect();
        match without(&text, &lines) {
            Some(less) => text = less,
            None => return Ok(Settled { path, text, diags, sources: made.sources }),
        }
    }
}

/// The text with the fields on these lines (from 1) as comments; `None` when none of them is
/// a field.
fn without(text: &str, wrong: &BTreeSet<usize>) -> Option<String> {
    let lines: Vec<&str> = text.lines().collect();
    let end = lines.iter().skip(1).position(|line| *line == "---")? + 1;
    let begins =
        |line: &str| !line.starts_with([' ', '\t', '-', '#', '}', ']']) && line.contains(':');
    let mut out = Vec::new();
    let mut changed = false;
    let mut is_wrong = false;
    for (at, line) in lines.iter().enumerate() {
        let is_field = at > 0 && at < end;
        if is_field && begins(line) {
            let last = (at + 1..end)
                .find(|next| lines.get(*next).is_some_and(|line| begins(line)))
                .unwrap_or(end);
            // Lines are counted from 1; a comment belongs to no field.
            let is_comment =
                |line: usize| lines.get(line - 1).is_some_and(|line| line.starts_with('#'));
            is_wrong = wrong.range(at + 1..=last).any(|line| !is_comment(*line));
        }
        if is_field && is_wrong && !line.starts_with('#') {
            changed = true;
            out.push(format!("{MARK}{line}"));
        } else {
            out.push((*line).to_owned());
        }
    }
    changed.then(|| format!("{}\n", out.join("\n")))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_field_goes_with_all_its_lines_and_the_rest_stays() {
        let text = "---\ntitle: A\nquotes:\n  - text: Hoi\n    by: x\n# hulp\nregion: y\n---\n\nTekst: z\n";
        let less = without(text, &BTreeSet::from([5])).unwrap();
        let expected = "---\ntitle: A\n# ? quotes:\n# ?   - text: Hoi\n# ?     by: x\n# hulp\nregion: y\n---\n\nTekst: z\n";
        assert_eq!(less, expected);
        assert_eq!(without(&less, &BTreeSet::from([5, 1, 10])), None);
        assert_eq!(without("zonder velden", &BTreeSet::from([1])), None);
    }
}
