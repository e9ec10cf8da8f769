//! What a file that could not be read may have held: nothing is said to be missing that may
//! well stand in it.

use std::collections::BTreeSet;

use crate::base::RefKind;
use crate::model::DocKind;
use crate::parse::Vocabulary;

use super::Entry;

/// The kinds of things that unreadable lists and documents may have held.
pub(super) fn unread(entries: &[Entry], vocabulary: &Vocabulary) -> BTreeSet<RefKind> {
    let of_lists = vocabulary.unread.iter().flat_map(|list| in_list(list));
    let unreadable = entries.iter().filter(|entry| !entry.document.is_readable);
    of_lists.chain(unreadable.flat_map(|entry| in_fields(entry.kind()))).copied().collect()
}

fn in_list(list: &str) -> &'static [RefKind] {
    match list {
        "topics" => &[RefKind::Topic],
        "questions" => &[RefKind::Question],
        "sources" => &[RefKind::Source, RefKind::Evidence],
        "organisations" => &[RefKind::Organisation, RefKind::Owner],
        "people" => &[RefKind::Person, RefKind::Owner],
        "consents" => &[RefKind::Consent],
        "glossary" => &[RefKind::Term],
        "waves" => &[RefKind::Wave],
        "lists" => &[RefKind::Audience, RefKind::Perspective, RefKind::Domain],
        _ => &[],
    }
}

/// What the fields of a document define for others.
fn in_fields(kind: DocKind) -> &'static [RefKind] {
    match kind {
        DocKind::Region => &[RefKind::Region, RefKind::Activity, RefKind::Figure],
        DocKind::Factsheet => &[RefKind::Figure],
        _ => &[],
    }
}
