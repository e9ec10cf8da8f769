//! From everything that was parsed to the frozen catalogue.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use rayon::prelude::*;

use crate::base::{Lang, RefKind, SourcePath, UrlPath};
use crate::diag::problem::Tree;
use crate::diag::{Diag, Noted};
use crate::model::{Ask, DocKind, Document, MediaItem, Meta};

use super::address::Addresses;
use super::availability::{Availability, share_with_translations};
use super::consent::Allowed;
use super::index::Index;
use super::kept::{KeptCatalog, LastCatalog, Looked};
use super::relations::relations;
use super::resolve::Uses;
use super::ruled::Ruled;
use super::{Catalog, Entry, Input, Whole, consent, medium, unread, unused_files};

/// Brings all documents together. What is wrong with one of them does not stop the others.
/// What was looked up for a text is kept for the next time, where there is one.
pub fn build(mut input: Input, kept: Option<&KeptCatalog>) -> Noted<Catalog> {
    let mut documents = std::mem::take(&mut input.documents);
    share_with_translations(&mut documents, &input.config.lang);
    let last = kept.and_then(KeptCatalog::take);
    if let Some((kept, last)) = kept.zip(last.as_ref())
        && let Some(next) = last.with_changes(&input, &documents)
    {
        let noted = next.noted();
        kept.put(next);
        return noted;
    }
    let all = documents.len();
    let given = kept.map(|_| Arc::new(input.clone()));
    let mut diags = Vec::new();
    let (mut catalog, asked) = entries(input, documents, &mut diags);
    allow(&mut catalog);
    let (relations, uses) = rayon::join(|| relations(&catalog), || field_uses(&catalog));
    let whole = catalog.whole_mut();
    (whole.relations, whole.uses) = (Arc::new(relations), Arc::new(uses));
    let texts = look_up(&mut catalog, asked, last.as_ref());
    let ruled = Ruled::of(&catalog);
    let early = diags.into();
    let made = LastCatalog { catalog, texts, given, documents: all, early, ruled };
    let noted = made.noted();
    if let Some(kept) = kept {
        kept.put(made);
    }
    noted
}

/// Every document with its address, and all lists; nothing is related yet. With it what each text asks.
fn entries(
    mut input: Input,
    documents: Vec<Document>,
    diags: &mut Vec<Diag>,
) -> (Catalog, Vec<Arc<[Ask]>>) {
    inline_consents(&mut input);
    let marked: BTreeSet<SourcePath> =
        input.media.iter().filter_map(|item| item.file.clone()).collect();
    let unmarked =
        input.media_files.keys().filter(|path| !marked.contains(*path)).cloned().collect();
    diags.extend(unused_files::companions(&input));
    let (media, lost_media) = medium::entries(&mut input, diags);
    let addresses = Addresses::new(Arc::clone(&input.config), input.style);
    let find = |meta: &Meta| {
        let availability = Availability::of(meta.kind, &meta.head, input.today, input.audience);
        (availability, url(&addresses, meta))
    };
    let documents = unique(documents, diags);
    let (entries, asked): (Vec<Entry>, Vec<Arc<[Ask]>>) = documents
        .into_iter()
        .enumerate()
        .map(|(at, document)| Entry::new(at, document, find))
        .unzip();
    let index = Index::of(&entries, &input.vocabulary, &input.config.lang);
    let unread = unread::unread(&entries, &input.vocabulary);
    let whole = Whole {
        config: input.config,
        today: input.today,
        vocabulary: Arc::new(input.vocabulary),
        addresses,
        audience: input.audience,
        entries,
        index: Arc::new(index),
        data: Arc::new(input.data),
        records: input.records,
        as_is: input.as_is,
        media: Arc::new(media),
        strings: input.strings,
        unmarked,
        lost_media,
        uses: Arc::default(),
        relations: Arc::default(),
        unread,
    };
    (Catalog::from(whole), asked)
}

/// What every text asks, looked up or known from the last time.
fn look_up(
    catalog: &mut Catalog,
    asked: Vec<Arc<[Ask]>>,
    last: Option<&LastCatalog>,
) -> Vec<Arc<Looked>> {
    let last = last.and_then(|last| last.standing(catalog));
    let look = |(entry, asks): (&Entry, Arc<[Ask]>)| {
        let known = last.as_ref().and_then(|last| last.get(entry.at));
        known.map_or_else(|| Arc::new(Looked::at(catalog, entry, &asks)), Arc::clone)
    };
    let pairs = catalog.entries.par_iter().zip(asked);
    let texts: Vec<Arc<Looked>> = pairs.map(look).collect();
    let whole = catalog.whole_mut();
    for (own, entry) in texts.iter().zip(&mut whole.entries) {
        entry.text_key = Some(own.key);
        Arc::make_mut(&mut whole.uses).extend(&own.uses);
    }
    texts
}

/// Consents that sidecars write in place belong to the list too.
fn inline_consents(input: &mut Input) {
    for item in &input.media {
        for own in &item.own_consents {
            let known = input
                .vocabulary
                .consents
                .iter()
                .any(|consent| consent.id.value == own.id.value);
            if !known {
                input.vocabulary.consents.push(own.clone());
            }
        }
    }
}

/// The documents without those that have the type, id and language of an earlier one.
fn unique(documents: Vec<Document>, diags: &mut Vec<Diag>) -> Vec<Document> {
    let mut seen: BTreeMap<(DocKind, String, Lang), SourcePath> = BTreeMap::new();
    let mut kept = Vec::with_capacity(documents.len());
    for document in documents {
        let Meta { kind, id, lang, path, .. } = &*document.meta;
        let key = (*kind, id.clone(), lang.clone());
        if let Some(first) = seen.get(&key) {
            let problem = Tree::DuplicateId { id: id.clone() };
            diags.push(Diag::of_file(path.clone(), problem).related_file(first.clone()));
        } else {
            seen.insert(key, path.clone());
            kept.push(document);
        }
    }
    kept
}

fn url(addresses: &Addresses, document: &Meta) -> UrlPath {
    let section = match document.kind {
        DocKind::Page => addresses.introduced_by(&document.id, &document.lang),
        _ => None,
    };
    match section {
        Some(section) => addresses.section(section, &document.lang),
        None => addresses.document(document.kind, &document.id, &document.lang),
    }
}

/// Where each media item may be shown.
fn allow(catalog: &mut Catalog) {
    let allowed: Vec<(String, Allowed)> = catalog
        .media
        .iter()
        .map(|(id, entry)| {
            let MediaItem { consents, own_consents, .. } = &entry.item;
            // A consent that also stands in the list must hold in both.
            let own_ids: Vec<_> = own_consents.iter().map(|own| own.id.clone()).collect();
            let by_list = catalog.allowed_by(consents).and(catalog.allowed_by(&own_ids));
            let written_here =
                own_consents.iter().map(|own| consent::allows(own, catalog.today));
            (id.clone(), written_here.fold(by_list, Allowed::and))
        })
        .collect();
    for (id, allowed) in allowed {
        if let Some(entry) = Arc::make_mut(&mut catalog.whole_mut().media).get_mut(&id) {
            entry.allowed = allowed;
        }
    }
}

/// What the fields of shown documents use.
pub(super) fn field_uses(catalog: &Catalog) -> Uses {
    let mut uses = Uses::default();
    for (at, entry) in catalog.entries.iter().enumerate() {
        for reference in &entry.text.references {
            let id = || reference.id.value.clone();
            match reference.kind {
                RefKind::Media => {
                    uses.media.entry(id()).or_default().insert(at);
                }
                RefKind::Source => {
                    uses.sources.entry(id()).or_default().insert(at);
                }
                RefKind::Evidence => {
                    let plain = id()
                        .trim_start_matches("source:")
                        .trim_start_matches("bron:")
                        .to_owned();
                    if catalog.source(&plain).is_some() {
                        uses.sources.entry(plain).or_default().insert(at);
                    }
                }
                RefKind::Data => {
                    let from = Some(&entry.document.path);
                    if let Some(path) = catalog.data_path(&reference.id, from) {
                        uses.data.entry(path).or_default().insert(at);
                    }
                }
                _ => {}
            }
        }
    }
    for reference in catalog.config.references.iter().filter(|own| own.kind == RefKind::Media) {
        uses.media.entry(reference.id.value.clone()).or_default();
    }
    for poster in catalog.media.values().filter_map(|entry| entry.item.poster.as_ref()) {
        uses.media.entry(poster.value.clone()).or_default();
    }
    for source in &catalog.vocabulary.glossary {
        if let Some(id) = &source.source {
            uses.sources.entry(id.value.clone()).or_default();
        }
    }
    uses
}
