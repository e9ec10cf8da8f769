//! Ids that fields name: each must exist.

use std::collections::BTreeMap;

use crate::base::{FileId, RefKind, SourcePath, Span, Spanned, nearest, renamed, same_letters};
use crate::diag::Diag;
use crate::diag::problem::{Field, Link, Rights};
use crate::model::DocKind;
use crate::model::vocabulary::ListWord;
use crate::schema::Reference;

use super::Catalog;
use super::figures;

/// What an id leads to.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub(crate) enum Referred {
    /// The document at this position.
    Document(usize),
    /// Something else that exists.
    Other,
}

/// What the lists of a file or of several named so far.
#[derive(Debug, Default)]
pub(super) struct Repeats(BTreeMap<(FileId, u32, Named), Span>);

/// What is named: a document, however it is written, or something by its id.
#[derive(Debug, PartialEq, Eq, PartialOrd, Ord)]
enum Named {
    Document(usize),
    Id(String),
}

impl Repeats {
    /// That a list named the same before.
    pub(super) fn told(
        &mut self,
        reference: &Reference,
        found: Option<&Referred>,
    ) -> Option<Diag> {
        // Most names stand in no list.
        let list = reference.list?;
        let id = &reference.id;
        let named = match found {
            Some(Referred::Document(at)) => Named::Document(*at),
            _ => Named::Id(id.value.clone()),
        };
        let first = *self.0.entry((id.span.file, list, named)).or_insert(id.span);
        let problem = Link::Repeated { id: id.value.clone() };
        (first != id.span).then(|| Diag::at(id.span, problem).related(first))
    }
}

impl Catalog {
    /// Looks up what a field names, from a file. The problem when it leads nowhere; none when
    /// it may stand in a file that could not be read.
    pub(crate) fn refer(
        &self,
        reference: &Reference,
        from: Option<&SourcePath>,
    ) -> Result<Referred, Diag> {
        match self.find(reference, from) {
            Err(_) if self.unread.contains(&reference.kind) => Ok(Referred::Other),
            found => found,
        }
    }

    fn find(&self, reference: &Reference, from: Option<&SourcePath>) -> Result<Referred, Diag> {
        let id = &reference.id;
        let index = &self.index;
        if let Some(list) = index.list(reference.kind) {
            return known(reference, list.contains_key(&id.value), &mut list.keys());
        }
        match reference.kind {
            RefKind::Activity => {
                let list = &index.activities;
                known(reference, list.contains_key(&id.value), &mut list.keys())
            }
            RefKind::Owner => {
                let lists = [&index.organisations, &index.people];
                let exists = lists.iter().any(|list| list.contains_key(&id.value));
                known(reference, exists, &mut lists.iter().flat_map(|list| list.keys()))
            }
            RefKind::Audience => {
                open_word(("voor-wie", "audience"), id, &self.vocabulary.audience)
            }
            RefKind::Perspective => {
                open_word(("perspectief", "perspective"), id, &self.vocabulary.perspective)
            }
            RefKind::Domain => open_word(("gebied", "domain"), id, &self.vocabulary.domain),
            RefKind::Media => self.media_ref(reference),
            RefKind::Figure => {
                let found = figures::find(&self.entries, &index.figures, id);
                figures::problem(&found, id)
                    .map_or(Ok(Referred::Other), |problem| Err(Diag::at(id.span, problem)))
            }
            RefKind::Data => self.data_ref(reference, from),
            RefKind::Region => match index.regions.id(id) {
                Some(_) => self.document_ref(DocKind::Region, id).map(Referred::Document),
                None => {
                    let plain = plain_id(DocKind::Region, id);
                    Err(unknown(reference, nearest(plain, index.regions.names())))
                }
            },
            RefKind::Evidence if index.sources.contains_key(&id.value) => Ok(Referred::Other),
            RefKind::Evidence | RefKind::Document => self.any_document(reference),
            kind => match doc_kind(kind) {
                Some(kind) => self.document_ref(kind, id).map(Referred::Document),
                None => Err(unknown(reference, None)),
            },
        }
    }

    fn media_ref(&self, reference: &Reference) -> Result<Referred, Diag> {
        let id = &reference.id;
        let is_described = self.media.contains_key(&id.value);
        match self.unmarked.iter().find(|path| path.stem() == id.value) {
            Some(path) if !is_described => {
                let sidecar = format!("{}.yaml", path.name());
                Err(Diag::at(id.span, Rights::NoSidecar { sidecar }))
            }
            _ => {
                let exists = is_described || self.lost_media.contains(&id.value);
                known(reference, exists, &mut self.media.keys())
            }
        }
    }

    fn data_ref(
        &self,
        reference: &Reference,
        from: Option<&SourcePath>,
    ) -> Result<Referred, Diag> {
        if self.data_path(&reference.id, from).is_some() {
            return Ok(Referred::Other);
        }
        let mut names: Vec<String> =
            self.data.keys().map(|path| relative(from, path)).collect();
        names.sort_unstable();
        known(reference, false, &mut names.iter())
    }

    fn document_ref(&self, kind: DocKind, id: &Spanned<String>) -> Result<usize, Diag> {
        let plain = plain_id(kind, id);
        let plain = if kind == DocKind::Region {
            self.index.regions.id(plain).unwrap_or(plain)
        } else {
            plain
        };
        self.index.document(kind, plain, &self.config.lang).ok_or_else(|| {
            // Where the type was written, the id alone may mean another document.
            let before = id.strip_suffix(plain).unwrap_or_default();
            let nearest = renamed(plain, self.index.ids(kind));
            let nearest = nearest.map(|near| format!("{before}{near}"));
            let kind = ref_kind(kind);
            Diag::at(id.span, Link::UnknownId { kind, id: id.value.clone(), nearest })
        })
    }

    /// Any document by `id`, or by `type:id` where the id alone could mean several.
    fn any_document(&self, reference: &Reference) -> Result<Referred, Diag> {
        let id = &reference.id;
        if let Some((word, _)) = id.split_once(':') {
            if word == "source" || word == "bron" {
                let plain = id.split_once(':').map_or("", |(_, rest)| rest);
                if self.index.sources.contains_key(plain) {
                    return Ok(Referred::Other);
                }
            }
            if let Some(kind) = DocKind::parse(word) {
                return self.document_ref(kind, id).map(Referred::Document);
            }
        }
        let kinds = self.index.kinds_of(id);
        match kinds.as_slice() {
            [one] => self.document_ref(*one, id).map(Referred::Document),
            [] => {
                let all = DocKind::FOLDERS.iter().flat_map(|kind| self.index.ids(*kind));
                let sources = self.index.sources.keys().map(String::as_str);
                let nearest = renamed(id, all.chain(sources)).map(str::to_owned);
                let kind = reference.kind;
                Err(Diag::at(id.span, Link::UnknownId { kind, id: id.value.clone(), nearest }))
            }
            many => {
                let choices = many.iter().map(|kind| format!("{}:{}", kind.as_str(), id.value));
                let problem =
                    Link::Ambiguous { id: id.value.clone(), choices: choices.collect() };
                Err(Diag::at(id.span, problem))
            }
        }
    }

    /// The data file that a path names: relative to the document, or to `content/`.
    pub(crate) fn data_path(
        &self,
        written: &str,
        from: Option<&SourcePath>,
    ) -> Option<SourcePath> {
        let beside = from.and_then(|from| from.join(written));
        let below = SourcePath::new(&format!("content/{written}"));
        let paths = || [&beside, &below].into_iter().flatten();
        paths().find(|path| self.data.contains_key(*path)).cloned().or_else(|| {
            let is_it = |own: &&SourcePath| {
                paths().any(|path| same_letters(own.as_str(), path.as_str()))
            };
            self.data.keys().filter(|_| !written.is_ascii()).find(is_it).cloned()
        })
    }
}

/// Looking for a near id takes its time; it is done for those that do not exist only.
fn known(
    reference: &Reference,
    exists: bool,
    ids: &mut dyn Iterator<Item = &String>,
) -> Result<Referred, Diag> {
    if exists {
        return Ok(Referred::Other);
    }
    let ids: Vec<&String> = ids.collect();
    Err(unknown(reference, nearest(&reference.id, ids.iter().map(|own| own.as_str()))))
}

fn unknown(reference: &Reference, nearest: Option<&str>) -> Diag {
    let Reference { id, kind, .. } = reference;
    let nearest = nearest.map(str::to_owned);
    Diag::at(id.span, Link::UnknownId { kind: *kind, id: id.value.clone(), nearest })
}

/// A word of an open list, whose name is given in Dutch and English.
fn open_word(
    list: (&'static str, &'static str),
    word: &Spanned<String>,
    words: &[ListWord],
) -> Result<Referred, Diag> {
    if words.iter().any(|own| own.id.value == word.value) {
        return Ok(Referred::Other);
    }
    let nearest = nearest(word, words.iter().map(|own| own.id.as_str())).map(str::to_owned);
    let problem = Field::UnknownWord { list, value: word.value.clone(), nearest };
    Err(Diag::at(word.span, problem))
}

/// The id without the type that may stand before it.
pub(super) fn plain_id(kind: DocKind, id: &str) -> &str {
    match id.split_once(':') {
        Some((word, rest)) if DocKind::parse(word) == Some(kind) => rest,
        _ => id,
    }
}

/// The type of document that a kind of reference names.
pub(super) fn doc_kind(kind: RefKind) -> Option<DocKind> {
    Some(match kind {
        RefKind::Region => DocKind::Region,
        RefKind::Factsheet => DocKind::Factsheet,
        RefKind::Story => DocKind::Story,
        RefKind::Finding => DocKind::Finding,
        RefKind::Report => DocKind::Report,
        RefKind::Event => DocKind::Event,
        RefKind::Questionnaire => DocKind::Questionnaire,
        RefKind::Blueprint => DocKind::Blueprint,
        RefKind::Newsletter => DocKind::Newsletter,
        RefKind::Page => DocKind::Page,
        _ => return None,
    })
}

/// The kind of reference that names a type of document.
pub(super) fn ref_kind(kind: DocKind) -> RefKind {
    match kind {
        DocKind::Home | DocKind::Page => RefKind::Page,
        DocKind::Factsheet => RefKind::Factsheet,
        DocKind::Story => RefKind::Story,
        DocKind::Finding => RefKind::Finding,
        DocKind::Region => RefKind::Region,
        DocKind::Report => RefKind::Report,
        DocKind::Event => RefKind::Event,
        DocKind::Newsletter => RefKind::Newsletter,
        DocKind::Questionnaire => RefKind::Questionnaire,
        DocKind::Blueprint => RefKind::Blueprint,
    }
}

/// A path as it would be written in a file.
pub(super) fn relative(from: Option<&SourcePath>, to: &SourcePath) -> String {
    let here: Vec<&str> = from.map_or("content", |from| from.folder()).split('/').collect();
    let there: Vec<&str> = to.as_str().split('/').collect();
    let shared = here.iter().zip(&there).take_while(|(a, b)| a == b).count();
    let up = "../".repeat(here.len() - shared);
    let down: Vec<&str> = there.iter().skip(shared).copied().collect();
    format!("{up}{}", down.join("/"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_path_is_written_from_where_the_file_stands() {
        let path = |text| SourcePath::new(text).unwrap();
        let from = path("content/factsheets/a.md");
        assert_eq!(relative(Some(&from), &path("content/stories/b.md")), "../stories/b.md");
        assert_eq!(relative(Some(&from), &path("content/factsheets/c.md")), "c.md");
        assert_eq!(relative(None, &path("content/data/c.csv")), "data/c.csv");
    }
}
