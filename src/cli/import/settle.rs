//! Makes a draft fit the site: what would keep the site from being built becomes a comment, with
//! a word about each place.

use std::collections::BTreeSet;
use std::ops::Range;

use super::aside::{Done, Placeholders, Sheet, Wrong};
use super::told::Note;
use super::{Desk, Draft, refused};
use crate::base::{FileId, SourcePath, Span};
use crate::diag::problem::{Aside, Import, Link, NotImported};
use crate::diag::{Diag, Fatal, Language, Place, Problem, SourceMap};
use crate::pipeline::{Rebuild, SiteBuilt};
use crate::vfs::{Disk, Files, Memory, Overlay};

pub(super) use super::aside::MARK;

/// A draft that fits, with what there still is to say of it.
pub(super) struct Settled {
    pub(super) path: SourcePath,
    pub(super) text: String,
    /// What is wrong with it still.
    pub(super) diags: Vec<Diag>,
    /// What was set aside, and what was told of it before.
    pub(super) notes: Vec<Diag>,
    pub(super) sources: SourceMap,
}

/// A mistake that keeps the site from being built, with its place in the draft.
struct Mistake {
    problem: Problem,
    wrong: Wrong,
}

/// What makes drafts fit.
pub(super) struct Settler<'a> {
    files: &'a Disk,
    language: Language,
    /// The line that makes a document a draft.
    draft: String,
}

impl<'a> Settler<'a> {
    pub(super) fn of(desk: &Desk<'a>) -> Self {
        Self { files: desk.files, language: desk.language, draft: desk.draft_line() }
    }

    /// Builds the site with the draft in it until nothing of it is an error any more.
    pub(super) fn settle(&self, draft: Draft, again: &mut Rebuild) -> Result<Settled, Fatal> {
        let Draft { path, text, mut notes, .. } = draft;
        let mut sheet = Sheet::new(&text, &self.draft);
        loop {
            let text = sheet.text();
            let mut over = Memory::default();
            over.insert(path.clone(), text.as_bytes());
            let files = Overlay::new(&over as &dyn Files, self.files as &dyn Files);
            let made = again.site(&files)?;
            let file = made.sources.find(path.as_str()).unwrap_or(FileId(u32::MAX));
            let mistakes = mistakes(&made, file, &text);
            if !self.set_aside(&mut sheet, &mistakes, &mut notes) {
                let is_here = |diag: &&Diag| {
                    diag.place == Place::File(path.clone()) || place_in(diag, file).is_some()
                };
                let diags: Vec<Diag> = made.diags.iter().filter(is_here).cloned().collect();
                if let Some(own) = diags.iter().find(|diag| diag.is_error()) {
                    let why = Box::new(own.problem.clone());
                    return Err(refused(NotImported::Unfit { why }));
                }
                let told = notes.into_iter().map(|note| note.diag(file, &made.sources));
                let notes = told.collect();
                return Ok(Settled { path, text, diags, notes, sources: made.sources });
            }
        }
    }

    /// Sets aside what is wrong, and notes it; whether there was anything.
    fn set_aside(&self, sheet: &mut Sheet, all: &[Mistake], notes: &mut Vec<Note>) -> bool {
        let is_field = |own: &&Mistake| sheet.is_field(own.wrong.lines.start);
        let (fields, text): (Vec<&Mistake>, Vec<&Mistake>) = all.iter().partition(is_field);
        let lines: BTreeSet<usize> = fields.iter().map(|own| own.wrong.lines.start).collect();
        let has_fields = sheet.fields_aside(&lines);
        for own in fields {
            if sheet.is_aside(own.wrong.lines.start) {
                notes.push(own.note(Aside::Field, ""));
            }
        }
        let wrong: Vec<Wrong> = text.iter().map(|own| own.wrong.clone()).collect();
        let marks: Vec<String> =
            wrong.iter().map(|own| sheet.written(own).to_owned()).collect();
        let done = sheet.text_aside(&wrong, Placeholders::of(self.language));
        if done == Done::All {
            // Where these words stood is of no use any more.
            notes.retain(|note| !is_of_words(&note.problem));
        }
        for (own, mark) in text.into_iter().zip(&marks) {
            match done {
                Done::Nothing => {}
                Done::Parts => notes.push(own.note(Aside::Words, mark)),
                Done::All => notes.push(own.note(Aside::Text, mark)),
            }
        }
        has_fields || done != Done::Nothing
    }
}

impl Mistake {
    fn note(&self, form: Aside, mark: &str) -> Note {
        let why = Box::new(self.problem.clone());
        Note::new(self.wrong.lines.start + 1, mark, Import::SetAside { why, form })
    }
}

fn is_of_words(problem: &Problem) -> bool {
    matches!(problem, Problem::Import(Import::SetAside { form: Aside::Words, .. }))
}

/// The errors of a draft.
fn mistakes(made: &SiteBuilt, file: FileId, text: &str) -> Vec<Mistake> {
    let errors = made.diags.iter().filter(|diag| diag.is_error());
    errors
        .filter_map(|diag| {
            let span = place_in(diag, file)?;
            let is_email = matches!(diag.problem, Problem::Link(Link::UnlistedEmail { .. }));
            let (lines, within) = lines(text, span.start as usize..span.end as usize);
            let wrong = Wrong { lines, within, is_email };
            Some(Mistake { problem: diag.problem.clone(), wrong })
        })
        .collect()
}

/// The place of a problem in a file, or of the other culprit of a collision.
fn place_in(diag: &Diag, file: FileId) -> Option<Span> {
    let related = diag.related.iter().map(|own| &own.place);
    std::iter::once(&diag.place).chain(related).find_map(|place| match place {
        Place::Span(span) if span.file == file => Some(*span),
        _ => None,
    })
}

/// The lines of a range, from 0, and where in the first of them it stands.
fn lines(text: &str, range: Range<usize>) -> (Range<usize>, Range<usize>) {
    let count = |to: usize| text.get(..to).unwrap_or_default().matches('\n').count();
    let first = count(range.start);
    let before = text.get(..range.start).unwrap_or_default();
    let begin = before.rfind('\n').map_or(0, |at| at + 1);
    // A range that ends with its line does not reach into the next one.
    let own = text.get(range.clone()).unwrap_or_default().trim_end_matches('\n');
    let last = first + own.matches('\n').count();
    (first..last + 1, range.start - begin..range.start - begin + own.len())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_field_goes_with_all_its_lines_and_the_rest_stays() {
        let text = "---\ntitle: A\nquotes:\n  - text: Hoi\n    by: x\n# hulp\nregion: y\ndraft: yes\n---\n\nTekst: z\n";
        let mut sheet = Sheet::new(text, "draft: yes");
        assert!(sheet.fields_aside(&BTreeSet::from([4])));
        let expected = "---\ntitle: A\n# ? quotes:\n# ?   - text: Hoi\n# ?     by: x\n# hulp\nregion: y\ndraft: yes\n---\n\nTekst: z\n";
        assert_eq!(sheet.text(), expected);
        assert!(!sheet.fields_aside(&BTreeSet::from([4, 0, 10])));
        // YAML stumbles over `region` and says so below it.
        assert!(sheet.fields_aside(&BTreeSet::from([7])));
        assert_eq!(sheet.text(), expected.replace("region: y", "# ? region: y"));
        let mut none = Sheet::new("zonder velden", "");
        assert!(!none.fields_aside(&BTreeSet::from([0])));
    }

    #[test]
    fn when_words_are_not_enough_the_line_goes_and_then_the_text() {
        let text = "---\na: b\n---\n\nEen [x](y) -->.\nTwee.\n";
        let mut sheet = Sheet::new(text, "");
        let (place, within) = lines(text, text.find("y)").map(|at| at..at + 1).unwrap());
        assert_eq!(place, 4..5);
        let wrong = [Wrong { lines: place, within, is_email: false }];
        let of = Placeholders::of(Language::Nl);
        for (done, expected) in [
            (Done::Parts, "Een x<!-- [x](y) --> -->.\nTwee.\n"),
            (Done::Parts, "<!-- Een [x](y) -- >. -->\nTwee.\n"),
            (Done::All, "<!-- Een [x](y) -- >.\nTwee. -->\n"),
        ] {
            assert_eq!(sheet.text_aside(&wrong, of), done);
            assert_eq!(sheet.text(), format!("---\na: b\n---\n\n{expected}"));
        }
        assert_eq!(sheet.text_aside(&wrong, of), Done::Nothing);
    }
}
