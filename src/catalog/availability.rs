//! Whether a document is shown today.

use std::collections::BTreeMap;
use std::sync::Arc;

use crate::base::{Date, Lang};
use crate::model::{DocKind, Document, Head, Meta, Withdrawn};

use super::Audience;
use super::translated::stands_alone;

/// Whether a document is shown, and if not, why.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Availability {
    /// It is shown.
    Shown,
    /// It is a draft.
    Draft,
    /// It is shown from this day: its date or its embargo, whichever is later.
    Scheduled(Date),
    /// It was shown through this day.
    Expired(Date),
    /// It was taken back: a notice stands in its place.
    Withdrawn,
}

/// What holds for a document in every language, where one of its texts says so: who withdraws a text or puts
/// it under embargo need not know of the others. A draft or the last day of the text in the main language
/// holds for its translations; theirs are their own.
pub(super) fn share_with_translations(documents: &mut [Document], main: &Lang) {
    withdraw_translations(documents);
    hide_translations(documents, main);
    let mut until: BTreeMap<(DocKind, String), Date> = BTreeMap::new();
    for Meta { kind, id, head, .. } in documents.iter().map(|own| &*own.meta) {
        if let Some(embargo) = head.embargo {
            let last = until.entry((*kind, id.clone())).or_insert(embargo);
            *last = embargo.max(*last);
        }
    }
    if until.is_empty() {
        return;
    }
    for own in documents.iter_mut().filter(|own| own.meta.head.embargo.is_none()) {
        if let Some(embargo) = until.get(&(own.meta.kind, own.meta.id.clone())) {
            Arc::make_mut(&mut own.meta).head.embargo = Some(*embargo);
        }
    }
}

/// A translation of what is not shown yet, or no longer, would stand in for it on every list. What may
/// be there in one language only stands in for nothing.
fn hide_translations(documents: &mut [Document], main: &Lang) {
    let originals = documents.iter().map(|own| &*own.meta).filter(|own| own.lang == *main);
    let hidden: BTreeMap<(DocKind, String), (bool, Option<Date>)> = originals
        .filter(|own| !stands_alone(own.kind))
        .filter(|own| own.head.draft || own.head.expires.is_some())
        .map(|own| ((own.kind, own.id.clone()), (own.head.draft, own.head.expires)))
        .collect();
    if hidden.is_empty() {
        return;
    }
    for own in documents.iter_mut().filter(|own| own.meta.lang != *main) {
        let Some((draft, last)) = hidden.get(&(own.meta.kind, own.meta.id.clone())) else {
            continue;
        };
        let head = &own.meta.head;
        let draft = *draft || head.draft;
        let last = (*last).into_iter().chain(head.expires).min();
        if (draft, last) != (head.draft, head.expires) {
            let head = &mut Arc::make_mut(&mut own.meta).head;
            (head.draft, head.expires) = (draft, last);
        }
    }
}

/// The reason is told in the language in which it was given only.
fn withdraw_translations(documents: &mut [Document]) {
    let mut gone: BTreeMap<(DocKind, String), Option<Date>> = BTreeMap::new();
    for own in &*documents {
        if let Some(withdrawn) = &own.meta.head.withdrawn {
            let key = (own.meta.kind, own.meta.id.clone());
            gone.entry(key)
                .and_modify(|date| *date = withdrawn.date.min(*date))
                .or_insert(withdrawn.date);
        }
    }
    if gone.is_empty() {
        return;
    }
    for own in documents.iter_mut().filter(|own| own.meta.head.withdrawn.is_none()) {
        if let Some(date) = gone.get(&(own.meta.kind, own.meta.id.clone())) {
            let withdrawn = Withdrawn { date: *date, reason: String::new() };
            Arc::make_mut(&mut own.meta).head.withdrawn = Some(withdrawn);
        }
    }
}

impl Availability {
    /// Decides it for a document.
    pub(super) fn of(kind: DocKind, head: &Head, today: Date, audience: Audience) -> Self {
        let visible_from = head.visible_from();
        if head.withdrawn.as_ref().is_some_and(|own| own.date.is_none_or(|date| date <= today))
        {
            Self::Withdrawn
        } else if let Some(last) = head.expires.filter(|last| *last < today) {
            Self::Expired(last)
        } else if audience == Audience::Preview {
            Self::Shown
        } else if head.draft {
            Self::Draft
        } else if let Some(from) = visible_from.filter(|from| *from > today)
            && !(kind == DocKind::Newsletter && audience == Audience::Editors)
        {
            Self::Scheduled(from)
        } else {
            Self::Shown
        }
    }
}
