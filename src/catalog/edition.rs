//! What an edition of the newsletter shows of the documents it names: which of them, under
//! which rubric, with which picture and quotation, and what was corrected.

use std::collections::{BTreeMap, BTreeSet};

use crate::base::{Date, RefKind, Span};
use crate::diag::Diag;
use crate::diag::problem::Newsletter as Wrong;
use crate::model::{BlockStyle, ChangeKind, DocKind, EditionBlock, Front};
use crate::schema::Reference;

use super::quoted::in_newsletter;
use super::references::Referred;
use super::{Audience, Catalog, Entry, MediaEntry, figures};

/// An item of an edition: a document that is shown.
#[derive(Debug, Clone, Copy)]
pub struct EditionItem<'a> {
    /// How the edition shows it.
    pub block: &'a EditionBlock,
    /// The document.
    pub entry: &'a Entry,
    /// The rubric under which it stands: its own, or that of the item before it.
    pub rubric: Option<&'a str>,
}

/// A correction of a document.
#[derive(Debug, Clone, Copy)]
pub struct Correction<'a> {
    /// The document.
    pub entry: &'a Entry,
    /// When.
    pub date: Date,
    /// What was wrong.
    pub text: &'a str,
}

impl EditionItem<'_> {
    /// The title: the edition's own, the document's for newsletters, or its title.
    pub fn title(&self) -> &str {
        let head = &self.entry.document.head;
        let of_document = head.newsletter.title.as_ref().unwrap_or(&head.title);
        self.block.title.as_deref().unwrap_or(&of_document.value)
    }

    /// Whether its title is the document's own.
    pub fn has_own_title(&self) -> bool {
        self.title() == self.entry.document.head.title.value
    }

    /// `factsheet-vertraging`
    pub fn id(&self) -> String {
        format!("{}-{}", self.entry.kind().as_str(), self.entry.document.id)
    }

    /// The style.
    pub fn style(&self) -> BlockStyle {
        self.block.style
    }
}

impl Catalog {
    /// Whether copy desks are made, and what is pasted from them outside editions.
    pub fn has_desks(&self) -> bool {
        self.config.newsletter.public_desk || self.audience != Audience::Public
    }

    /// The items of an edition that are shown, by rubric: rubrics in the order in which they
    /// first appear, items in the edition's order. An item without a rubric belongs to the
    /// rubric before it.
    pub fn edition_items<'a>(&'a self, edition: &'a Entry) -> Vec<EditionItem<'a>> {
        let Front::Newsletter(own) = &edition.document.front else { return Vec::new() };
        let mut rubrics: Vec<Option<&str>> = Vec::new();
        let mut current = None;
        let mut items = Vec::new();
        for block in &own.blocks {
            current = block.rubric.as_deref().filter(|own| !own.trim().is_empty()).or(current);
            let Some(entry) = self.edition_document(edition, block) else { continue };
            let place = rubrics.iter().position(|own| *own == current).unwrap_or_else(|| {
                rubrics.push(current);
                rubrics.len() - 1
            });
            items.push((place, EditionItem { block, entry, rubric: current }));
        }
        items.sort_by_key(|(place, _)| *place);
        items.into_iter().map(|(_, item)| item).collect()
    }

    fn edition_document(&self, edition: &Entry, block: &EditionBlock) -> Option<&Entry> {
        let entry = self.any(&block.item, &edition.document.lang)?;
        // What nobody could read yet when the edition was sent was not in it.
        let came_later = entry.document.head.embargo > self.sent_on(edition);
        let was_sent = self.sent_on(edition).is_some();
        (entry.is_shown() && !(was_sent && came_later)).then_some(entry)
    }

    /// The text of an item: the edition's own, the document's for newsletters, or its summary.
    pub fn edition_text(&self, item: &EditionItem<'_>) -> String {
        let of_document = &item.entry.document.head.newsletter.text;
        let own = item.block.text.clone();
        own.or_else(|| of_document.as_ref().map(|text| text.value.clone()))
            .unwrap_or_else(|| self.summary(item.entry))
    }

    /// The shown edition before this one.
    pub fn older_edition(&self, edition: &Entry) -> Option<&Entry> {
        self.beside(edition).1
    }

    /// The shown edition after this one.
    pub fn newer_edition(&self, edition: &Entry) -> Option<&Entry> {
        self.beside(edition).0
    }

    /// The picture with which newsletters show a document, its own for them or its picture; of
    /// a film, its poster. `None` when people in it did not agree to that.
    pub fn newsletter_picture(&self, entry: &Entry) -> Option<&MediaEntry> {
        let head = &entry.document.head;
        let named = head.newsletter.image.as_ref().or(head.image.as_ref())?;
        let media = self.media_entry(named)?;
        let shown = self.pictured(named)?;
        // Who did not agree to the film did not agree to a picture of it.
        let agreed = |own: &MediaEntry| in_newsletter(own.allowed);
        (agreed(media) && agreed(shown)).then_some(shown)
    }

    /// Whether the picture of an item may go on social media too.
    pub fn newsletter_picture_is_social(&self, entry: &Entry) -> bool {
        let head = &entry.document.head;
        let named = head.newsletter.image.as_ref().or(head.image.as_ref());
        let agreed = |own: Option<&MediaEntry>| own.is_some_and(|own| own.allowed.social);
        named.is_some_and(|id| agreed(self.media_entry(id)) && agreed(self.pictured(id)))
    }

    /// The media items that stand beside a text in a newsletter: those of shown editions, and
    /// those of mails that were sent.
    pub(super) fn media_beside_text(&self) -> BTreeSet<&str> {
        let editions = self.entries().iter().filter(|own| own.kind() == DocKind::Newsletter);
        let items =
            editions.filter(|own| own.is_shown()).flat_map(|own| self.edition_items(own));
        let small = items.filter(|item| item.style() == BlockStyle::Small);
        let shown = small.filter_map(|item| self.newsletter_picture(item.entry));
        let sent = self.sent_media().into_iter().filter(|own| own.is_beside);
        let all = shown.chain(sent.map(|own| own.entry));
        all.map(|media| media.item.id.as_str()).collect()
    }

    /// The media item with a name, or the picture before it plays.
    pub(super) fn pictured(&self, name: &str) -> Option<&MediaEntry> {
        let media = self.media_entry(name)?;
        let poster = media.item.poster.as_ref().and_then(|id| self.media_entry(id));
        Some(poster.unwrap_or(media))
    }

    /// The corrections that an edition tells of documents that are not among its items.
    pub fn corrections_beside<'a>(&'a self, edition: &'a Entry) -> Vec<Correction<'a>> {
        let items = self.edition_items(edition);
        let is_item = |own: &Entry| items.iter().any(|item| std::ptr::eq(item.entry, own));
        let mut told = self.edition_corrections(edition);
        told.retain(|own| !is_item(own.entry));
        told
    }

    /// The corrections of shown documents that an edition has to tell: those since the edition
    /// before it, through its own day; the first edition tells those of its items. Oldest
    /// first.
    pub fn edition_corrections<'a>(&'a self, edition: &'a Entry) -> Vec<Correction<'a>> {
        let day = |entry: &Entry| entry.document.head.date.as_ref().map(|date| date.value);
        let older = self.older_edition(edition).and_then(|own| Some((own, day(own)?)));
        let items = self.edition_items(edition);
        let is_item = |entry: &Entry| items.iter().any(|item| std::ptr::eq(item.entry, entry));
        let Some(through) = day(edition) else { return Vec::new() };
        let lang = &edition.document.lang;
        // Of a site of many years most documents were never corrected.
        let corrected = self.relations.corrected.iter().filter_map(|at| self.entry(*at));
        let mut found: Vec<Correction<'_>> = corrected
            .filter(|entry| self.is_read_in(entry, lang))
            .flat_map(corrections)
            .filter(|own| own.date <= through)
            .filter(|own| match older {
                Some((older, since)) => self.came_after(older, since, own),
                None => is_item(own.entry),
            })
            .collect();
        found.sort_by_key(|own| own.date);
        found
    }
}

/// The corrections of a document.
pub fn corrections(entry: &Entry) -> impl Iterator<Item = Correction<'_>> {
    let changes = entry.document.head.changes.iter();
    changes.filter(|change| change.kind == ChangeKind::Correction).filter_map(|change| {
        Some(Correction { entry, date: change.day()?, text: change.text.as_str() })
    })
}

/// That a document has nothing of what the style of its item shows first. Of an edition that was
/// sent nobody can change that.
fn lacks_part(
    catalog: &Catalog,
    edition: &Entry,
    block: &EditionBlock,
    at: usize,
) -> Option<Diag> {
    let entry = catalog.entries.get(at).filter(|_| catalog.sent_on(edition).is_none())?;
    let entry = catalog.read(entry);
    let quote = match block.style {
        // Of quotations that may not be shown it was told why.
        BlockStyle::Quote => match &entry.document.front {
            Front::Story(story) => story.quotes.is_empty().then_some(true),
            _ => Some(true),
        },
        BlockStyle::Figure => figures::figures_of(&entry.document).is_empty().then_some(false),
        BlockStyle::Large | BlockStyle::Small | BlockStyle::Line => None,
    }?;
    let item = block.item.value.clone();
    Some(Diag::at(block.item.span, Wrong::LacksPart { item, quote }))
}

/// No document stands in an edition twice: its fragment would have two files of one name.
pub(super) fn same_items(catalog: &Catalog, entry: &Entry, diags: &mut Vec<Diag>) {
    let Front::Newsletter(edition) = &entry.document.front else { return };
    let mut seen: BTreeMap<usize, Span> = BTreeMap::new();
    for block in &edition.blocks {
        let reference =
            Reference { kind: RefKind::Document, id: block.item.clone(), list: None };
        let Ok(Referred::Document(at)) = catalog.refer(&reference, Some(&entry.document.path))
        else {
            continue;
        };
        diags.extend(lacks_part(catalog, entry, block, at));
        if let Some(first) = seen.get(&at) {
            let item = block.item.value.clone();
            diags.push(Diag::at(block.item.span, Wrong::SameItem { item }).related(*first));
        } else {
            seen.insert(at, block.item.span);
        }
    }
}
