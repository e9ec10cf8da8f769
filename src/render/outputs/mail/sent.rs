//! An edition that was sent: its mail comes from what was recorded then. Only consent takes
//! something out of it, and that is told.

use crate::base::{Lang, Span, Spanned, UrlPath};
use crate::catalog::{Availability, Catalog, Entry, SentRecord};
use crate::diag::problem::Newsletter;
use crate::diag::{Diag, Noted};
use crate::model::Front;
use crate::render::outputs::newsletter::{self, BlockView, EditionView, Unreadable};

use super::Post;

/// The recorded edition; `None` for one that was not sent, or of which nothing was recorded.
pub(super) fn sent(post: Post<'_>, entry: &Entry) -> Noted<Option<EditionView>> {
    let catalog = post.catalog;
    let Front::Newsletter(own) = &entry.document.front else { return Noted::clean(None) };
    match (&own.sent, catalog.sent_record(entry)) {
        (Some(_), Some(record)) => recorded(post, entry, record),
        (Some(day), None) => {
            let problem = Newsletter::NotRecorded { edition: entry.document.id.clone() };
            Noted::new(None, vec![Diag::at(day.span, problem)])
        }
        (None, Some(record)) => {
            let edition = entry.document.path.name().to_owned();
            Noted::new(
                None,
                vec![Diag::missing_from(record.file, Newsletter::NotSent { edition })],
            )
        }
        (None, None) => Noted::clean(None),
    }
}

fn recorded(post: Post<'_>, entry: &Entry, record: &SentRecord) -> Noted<Option<EditionView>> {
    let catalog = post.catalog;
    match newsletter::restored(&record.text) {
        Err(wrong) => {
            let problem = Newsletter::BadRecord;
            Noted::new(None, vec![Diag::at(place(record, &wrong), problem)])
        }
        Ok(mut view) => {
            // What is made anew is drawn as the site's charts are now.
            view.setting.chart_colours = post.shared.chart_colours.clone();
            let mut diags = renewed(post, entry, record, &mut view);
            view.blocks.retain(|block| {
                let lang = &entry.document.lang;
                let is_withdrawn = is_withdrawn(catalog, &block.document, &block.url, lang);
                let item = block.item_id.clone();
                let gone = is_withdrawn.then_some(Newsletter::ItemRemoved { item });
                diags.extend(gone.map(|own| Diag::missing_from(record.file, own)));
                !is_withdrawn
            });
            for block in &mut view.blocks {
                let removed = without_consent(catalog, block).into_iter();
                let lost = lost_picture(catalog, &view.setting.base_url, block);
                let told = removed.chain(lost);
                diags.extend(told.map(|own| Diag::missing_from(record.file, own)));
            }
            view.settle_charts();
            Noted::new(Some(view), diags)
        }
    }
}

/// Whether a document was taken back since, which the record names and whose address it has. One that was
/// renamed meanwhile has that among its old addresses.
fn is_withdrawn(catalog: &Catalog, named: &str, url: &str, lang: &Lang) -> bool {
    let moved = || {
        let path = url.strip_prefix(&*catalog.config.base_url)?;
        catalog.moved_from(&UrlPath::new(path)?)
    };
    let entry = catalog.any(named, lang).or_else(moved);
    entry.is_some_and(|entry| entry.availability == Availability::Withdrawn)
}

/// Makes running text anew that may no longer stand as it was sent, and says so.
fn renewed(
    post: Post<'_>,
    entry: &Entry,
    record: &SentRecord,
    view: &mut EditionView,
) -> Vec<Diag> {
    let catalog = post.catalog;
    let lang = &entry.document.lang;
    let is_quoted = consents(catalog, &view.needs.consents)
        && view.needs.media.iter().all(|id| catalog.may_be_mailed(id));
    let mut documents = view.needs.documents.iter();
    let is_told = !documents.any(|own| is_withdrawn(catalog, own, "", lang));
    let Some(now) = super::current(post, entry).filter(|_| !(is_quoted && is_told)) else {
        return Vec::new();
    };
    let mut diags = Vec::new();
    let mut tell = |is_closing| {
        diags.push(Diag::missing_from(record.file, Newsletter::TextRenewed { is_closing }));
    };
    if !is_quoted {
        view.intro = now.intro;
        tell(false);
    }
    if !is_told {
        view.closing = now.closing;
        tell(true);
    }
    diags
}

/// Whether all consents with these numbers cover the site and newsletters.
fn consents(catalog: &Catalog, needs: &[String]) -> bool {
    let ids: Vec<Spanned<String>> =
        needs.iter().map(|id| Spanned::new(id.clone(), catalog.config.span)).collect();
    let allowed = catalog.allowed_by(&ids);
    allowed.site && allowed.newsletter
}

/// Takes out of an item what nobody consents to any more, and says what. Of the rest it is known
/// whether it may go on social media.
fn without_consent(catalog: &Catalog, block: &mut BlockView) -> Vec<Newsletter> {
    let picture = block.picture.as_ref().is_some_and(|own| {
        let media = catalog.media_entry(&own.media);
        let allowed = media.map(|media| media.allowed.site && media.allowed.newsletter);
        !allowed.unwrap_or_else(|| consents(catalog, &own.needs))
    });
    let quote = block.quote.as_ref().is_some_and(|own| !consents(catalog, &own.needs));
    if let Some(own) = &mut block.picture {
        let media = catalog.media_entry(&own.media);
        own.social = media
            .map_or_else(|| catalog.agree_to_social(&own.needs), |media| media.allowed.social);
    }
    if let Some(own) = &mut block.quote {
        own.social = catalog.agree_to_social(&own.needs);
    }
    let mut removed = Vec::new();
    let mut tell = |picture: bool| {
        removed.push(Newsletter::ConsentRemoved { item: block.item_id.clone(), picture });
    };
    if picture {
        block.picture = None;
        tell(true);
    }
    if quote {
        block.quote = None;
        tell(false);
    }
    removed
}

/// That the picture of an item is not where the mail looks for it any more: its file is gone, or has
/// another name or other bytes.
fn lost_picture(catalog: &Catalog, base_url: &str, block: &BlockView) -> Option<Newsletter> {
    let (address, media) = block.mailed_picture()?;
    let path = address.strip_prefix(base_url.trim_end_matches('/'))?;
    let media = catalog.media_entry(media);
    let files = media.map(|own| catalog.mail_files(own)).unwrap_or_default();
    let beside = media.and_then(|own| catalog.beside_file(own));
    let mut all = files.into_iter().chain(beside);
    let is_there = all.any(|own| own.url.encoded() == path.trim_start_matches('/'));
    let item = block.item_id.clone();
    (!is_there).then_some(Newsletter::LostPicture { item, address })
}

/// The place of what cannot be read, one character wide.
fn place(record: &SentRecord, wrong: &Unreadable) -> Span {
    let text = &record.text;
    let before = text.split_inclusive('\n').take(wrong.line.saturating_sub(1));
    let line_start: usize = before.map(str::len).sum();
    let mut at = (line_start + wrong.column.saturating_sub(1)).min(text.len());
    while !text.is_char_boundary(at) {
        at -= 1;
    }
    let width = text.get(at..).and_then(|rest| rest.chars().next()).map_or(0, char::len_utf8);
    Span::new(record.file, at, at + width)
}
