//! Editions of the newsletter that were sent: what stood in their mails, as far as that is known, and
//! what those need of the site.

use std::collections::{BTreeMap, BTreeSet};

use crate::base::{Date, Spanned, apostrophes};
use crate::diag::Diag;
use crate::diag::problem::Newsletter as Wrong;
use crate::model::{BlockStyle, DocKind, Front};

use super::edition::{Correction, corrections};
use super::{Availability, Catalog, Entry, MediaEntry, SentRecord};

/// A media item whose picture stood in a mail that was sent.
#[derive(Debug, Clone, Copy)]
pub struct SentMedia<'a> {
    /// The media item.
    pub entry: &'a MediaEntry,
    /// Whether a picture of it was made for beside a text.
    pub is_beside: bool,
}

impl Catalog {
    /// The media items that stood in mails that were sent, whether they may still be shown or
    /// not.
    pub fn sent_media(&self) -> Vec<SentMedia<'_>> {
        let mut found: BTreeMap<&str, SentMedia<'_>> = BTreeMap::new();
        for edition in self.entries().iter().filter(|own| self.was_sent(own)) {
            let sent = match self.sent_record(edition) {
                Some(record) => self.recorded_media(record),
                None => self.unrecorded_media(edition),
            };
            for own in sent {
                let known = found.entry(own.entry.item.id.as_str()).or_insert(own);
                known.is_beside |= own.is_beside;
            }
        }
        found.into_values().collect()
    }

    fn recorded_media<'a>(&'a self, record: &'a SentRecord) -> Vec<SentMedia<'a>> {
        let sent = record.media.iter().filter_map(|(id, is_beside)| {
            Some(SentMedia { entry: self.media_entry(id)?, is_beside: *is_beside })
        });
        sent.collect()
    }

    /// Of an edition of which nothing was recorded it is only known what it would show today.
    fn unrecorded_media<'a>(&'a self, edition: &'a Entry) -> Vec<SentMedia<'a>> {
        let Front::Newsletter(own) = &edition.document.front else { return Vec::new() };
        let sent = own.blocks.iter().filter_map(|block| {
            let head = &self.any(&block.item, &edition.document.lang)?.document.head;
            let named = head.newsletter.image.as_ref().or(head.image.as_ref())?;
            let is_beside = block.style == BlockStyle::Small;
            Some(SentMedia { entry: self.pictured(named)?, is_beside })
        });
        sent.collect()
    }

    /// What was recorded of an edition when it was sent.
    pub fn sent_record(&self, edition: &Entry) -> Option<&SentRecord> {
        self.records.get(&edition.document.path)
    }

    /// The files of what stands in an edition, and of itself, that say that they changed after a day.
    pub fn changed_after(&self, edition: &Entry, day: Date) -> Vec<String> {
        let items = self.edition_items(edition).into_iter().map(|item| item.entry);
        let has_changed =
            |own: &&Entry| own.document.head.updated_on().is_some_and(|last| last > day);
        let changed = items.chain([edition]).filter(has_changed);
        changed.map(|own| own.document.path.as_str().to_owned()).collect()
    }

    /// The day on which an edition was sent.
    pub fn sent_on(&self, edition: &Entry) -> Option<Date> {
        match &edition.document.front {
            Front::Newsletter(own) => own.sent.as_ref().map(|day| day.value),
            _ => None,
        }
    }

    /// Whether the mail that was sent of an edition told a correction: what was recorded knows.
    fn has_told(&self, edition: &Entry, entry: &Entry, text: &str) -> bool {
        let record = self.sent_record(edition).filter(|_| self.sent_on(edition).is_some());
        record.is_some_and(|own| own.told.contains(&(entry.reference(), text.to_owned())))
    }

    /// Whether a correction came after an edition of a day. Of one on the day itself only what was
    /// recorded tells; where that does not, it is better told twice than never.
    pub(super) fn came_after(&self, edition: &Entry, day: Date, own: &Correction<'_>) -> bool {
        own.date > day || own.date == day && !self.has_told(edition, own.entry, own.text)
    }

    /// The corrections of an edition's items that its readers do not have, oldest first.
    pub fn later_corrections<'a>(&'a self, edition: &'a Entry) -> Vec<Correction<'a>> {
        let Some(sent) = self.sent_on(edition) else { return Vec::new() };
        let items = self.edition_items(edition);
        let mut found: Vec<Correction<'_>> =
            items.iter().flat_map(|item| corrections(item.entry)).collect();
        found.retain(|own| self.came_after(edition, sent, own));
        found.sort_by_key(|own| own.date);
        found
    }

    /// Whether an edition was sent by now. Of one whose day is still to come nothing may be seen yet.
    fn was_sent(&self, edition: &Entry) -> bool {
        self.sent_on(edition).is_some_and(|day| day <= self.today)
    }

    /// Whether an edition was sent and its page is not there, which its mail leads to. One that was
    /// withdrawn has a notice there.
    pub fn is_sent_unseen(&self, edition: &Entry) -> bool {
        use Availability::{Draft, Expired, Scheduled};
        self.was_sent(edition)
            && matches!(edition.availability, Draft | Scheduled(_) | Expired(_))
    }

    /// Whether the mail that was sent of an edition shows something by a consent that holds, or a media
    /// item that may be shown.
    pub fn mail_depends_on(&self, edition: &Entry, id: &str) -> bool {
        let named = Spanned::new(id.to_owned(), self.config.span);
        let holds = match self.consent(id) {
            Some(_) => self.newsletter_allowed(&named),
            None => self.may_be_mailed(id),
        };
        if !holds {
            return false;
        }
        let needs = match self.sent_record(edition) {
            Some(record) => record.needs.clone(),
            None => self.unrecorded_needs(edition),
        };
        let consents_of = |own: &String| {
            let media = self.media_entry(own);
            media.map(|own| self.consents_of(own)).unwrap_or_default()
        };
        needs.contains(id)
            || needs.iter().flat_map(consents_of).any(|own| own.id.as_str() == id)
    }

    fn unrecorded_needs(&self, edition: &Entry) -> BTreeSet<String> {
        let media = self.unrecorded_media(edition).into_iter();
        let text = self.media_of_text(edition).into_iter().map(str::to_owned);
        let items = self.edition_items(edition).into_iter();
        let quoted = items.filter(|item| item.style() == BlockStyle::Quote);
        let said = quoted.filter_map(|item| self.newsletter_quote(item.entry));
        media
            .map(|own| own.entry.item.id.clone())
            .chain(text)
            .chain(said.flat_map(|own| own.needs))
            .chain(self.needs_of_text(edition))
            .collect()
    }
}

/// A record belongs to an edition.
pub(super) fn records(catalog: &Catalog, diags: &mut Vec<Diag>) {
    for (edition, record) in &catalog.records {
        if !catalog.entries.iter().any(|entry| entry.document.path == *edition) {
            let renamed = renamed(catalog, record);
            let edition = edition.name().to_owned();
            diags
                .push(Diag::missing_from(record.file, Wrong::LooseRecord { edition, renamed }));
        }
    }
}

/// The one edition of the day of a record that has none itself: its file, and what its record is called.
fn renamed(catalog: &Catalog, record: &SentRecord) -> Option<(String, String)> {
    let tells =
        |title: &str| [title, &apostrophes(title)].iter().any(|own| record.text.contains(*own));
    let is_it = |entry: &&Entry| {
        let day = entry.document.head.date.as_ref();
        entry.kind() == DocKind::Newsletter
            && catalog.sent_record(entry).is_none()
            && tells(&entry.document.head.title.value)
            && day.is_some_and(|day| record.text.contains(&format!("\"{}\"", day.value)))
    };
    let mut all = catalog.entries.iter().filter(is_it);
    let file = all.next().filter(|_| all.next().is_none())?.document.path.name();
    Some((file.to_owned(), record_path(file)))
}

/// An edition was sent on a day that can be, and its page is there. Its mail may go out before the day of
/// the page, and then who follows its links finds nothing yet.
pub(super) fn sent(catalog: &Catalog, edition: &Entry, diags: &mut Vec<Diag>) {
    let Front::Newsletter(own) = &edition.document.front else { return };
    let Some(sent) = &own.sent else { return };
    let date = edition.document.head.date.as_ref();
    if sent.value > catalog.today {
        diags.push(Diag::at(sent.span, Wrong::SentToCome { day: sent.value }));
    } else if let Some(date) = date.filter(|date| sent.value < date.value) {
        let problem = Wrong::SentBefore { day: sent.value, date: date.value };
        diags.push(Diag::at(sent.span, problem).related(date.span));
    }
    if catalog.is_sent_unseen(edition) {
        let is_draft = edition.availability == Availability::Draft;
        diags.push(Diag::at(sent.span, Wrong::NoPage { is_draft }));
    }
}

/// Where the record of an edition that was sent stands: `2021-03.sent.json` beside
/// `2021-03.md`.
pub fn record_path(document: &str) -> String {
    format!("{}.sent.json", document.strip_suffix(".md").unwrap_or(document))
}
