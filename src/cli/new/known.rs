//! What the site has already: answers name it, and what it does not have cannot be named.

use crate::base::{RefKind, SourcePath, nearest};
use crate::catalog::{Catalog, Nameable};
use crate::diag::Problem;
use crate::diag::problem::{Link, Rights};
use crate::parse::{Role, classify};
use crate::schema::{Field, Kind, Reference};
use crate::vfs::{Files, Folder};

/// What answers are checked against, beside the table of fields.
#[derive(Default)]
pub(super) struct Known<'a> {
    /// The site; `None` where its settings cannot be read, or where no field names anything.
    pub(super) catalog: Option<&'a Catalog>,
    /// For the data of a file: the file, and those of the site.
    pub(super) beside: Option<(&'a SourcePath, &'a dyn Files)>,
}

impl Known<'_> {
    /// Everything that a field can name; `None` when it names nothing, or that is not known.
    pub(super) fn choices(&self, field: &Field) -> Option<Vec<Nameable>> {
        self.catalog?.nameable(named(&field.kind)?)
    }

    /// A single answer as an id, where it is one or the title of something.
    pub(super) fn id(&self, kind: &Kind, answer: &str) -> Option<String> {
        self.catalog?.id_called(named(kind)?, answer)
    }

    /// The single answers of a list. A title may have commas of its own.
    pub(super) fn items(&self, kind: &Kind, answer: &str) -> Vec<String> {
        let parts: Vec<&str> = answer.split(',').collect();
        let mut items = Vec::new();
        let mut rest = parts.as_slice();
        while let Some((first, others)) = rest.split_first() {
            let longest = (2..=rest.len()).rev().find_map(|count| {
                let (title, others) = rest.split_at_checked(count)?;
                Some((self.id(kind, title.join(",").trim())?, others))
            });
            let (item, others) = longest.unwrap_or_else(|| (first.trim().to_owned(), others));
            items.push(item);
            rest = others;
        }
        items.retain(|item| !item.is_empty());
        items
    }

    /// What is wrong with a name; `None` when the site has what it names.
    pub(super) fn unknown(&self, reference: &Reference) -> Option<Problem> {
        let catalog = self.catalog?;
        let problem = catalog.refer(reference, None).err()?.problem;
        Some(match problem {
            Problem::Link(Link::UnknownId { kind, id, nearest }) => {
                let nearest = catalog.id_called_nearly(kind, &id).or(nearest);
                Link::UnknownId { kind, id, nearest }.into()
            }
            other => other,
        })
    }

    /// What is wrong with the name of a file that belongs to this one: captions, a transcript.
    pub(super) fn missing_file(&self, field: &Field, answer: &str) -> Option<Problem> {
        let (file, files) = self.beside?;
        let is_text = [".vtt", ".txt"].iter().any(|ending| answer.ends_with(ending));
        if !(field.key == "captions" || field.key == "transcript" && is_text) {
            return None;
        }
        let is_companion = |path: &SourcePath| matches!(classify(path), Ok(Role::Companion));
        let all = files.list(&Folder::CONTENT).map(|own| own.files).unwrap_or_default();
        let companions = || all.iter().filter(|own| is_companion(own));
        let path = file.join(answer);
        if companions().any(|own| Some(own) == path.as_ref()) {
            return None;
        }
        let beside = companions().filter(|own| own.folder() == file.folder());
        let near = nearest(answer, beside.map(SourcePath::name));
        let problem = Rights::MissingCompanion {
            file: answer.to_owned(),
            nearest: near.map(str::to_owned),
        };
        Some(problem.into())
    }
}

/// What a field names, alone or in a list.
fn named(kind: &Kind) -> Option<RefKind> {
    match kind {
        Kind::Ref(kind) => Some(*kind),
        Kind::Regions => Some(RefKind::Region),
        Kind::List(item) => named(item),
        Kind::RefOrRecord(table) => table.fields().next().and_then(|field| named(&field.kind)),
        _ => None,
    }
}
