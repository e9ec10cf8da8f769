//! Where what is wrong with a finished mail was written.

use crate::base::{Span, Spanned};
use crate::catalog::{Catalog, Entry};
use crate::diag::problem::Newsletter;
use crate::diag::{Diag, Problem};
use crate::model::{Front, Newsletter as Edition};

/// The problem at the words or the setting that it comes from; at the edition where it comes
/// from all of it.
pub(super) fn placed(catalog: &Catalog, entry: &Entry, problem: Newsletter) -> Diag {
    let place = match &problem {
        Newsletter::Placeholder { text } => words(catalog, entry, text),
        Newsletter::FaintColour { .. } => Some(accent(catalog)),
        _ => None,
    };
    let record = catalog.sent_record(entry).filter(|_| catalog.sent_on(entry).is_some());
    match (place, record) {
        (Some(span), _) => Diag::at(span, problem),
        (None, Some(record)) => as_sent(Diag::missing_from(record.file, problem)),
        (None, None) => Diag::missing_from(entry.document.file, problem),
    }
}

/// What was sent cannot be changed any more, so nothing in it may stop a build. What no mail of this
/// program ever has was put there by hand, and may be unsafe.
pub(super) fn as_sent(diag: Diag) -> Diag {
    match &diag.problem {
        Problem::Newsletter(Newsletter::Unsupported { clients, .. }) if clients.is_empty() => {
            diag
        }
        _ => diag.at_most_warning(),
    }
}

/// The field of the edition or of one of its items in which a text stands, or its place in the file of
/// the edition.
fn words(catalog: &Catalog, entry: &Entry, text: &str) -> Option<Span> {
    let Front::Newsletter(edition) = &entry.document.front else { return None };
    let own = own_fields(entry, edition);
    let items = catalog.edition_items(entry);
    let of_items = items.iter().flat_map(|item| fields(item.entry));
    let found = own.into_iter().chain(of_items).find(|field| field.contains(text));
    let in_block = || {
        let holds = |own: &Option<String>| own.as_ref().is_some_and(|own| own.contains(text));
        let mut blocks = edition.blocks.iter();
        blocks.find(|own| holds(&own.title) || holds(&own.text)).map(|own| own.item.span)
    };
    let in_file = || {
        let source = &catalog.text(entry).source;
        let at = source.find(text)?;
        Some(Span::new(entry.document.file, at, at + text.len()))
    };
    found.map(|field| field.span).or_else(in_block).or_else(in_file)
}

fn own_fields<'a>(entry: &'a Entry, edition: &'a Edition) -> Vec<&'a Spanned<String>> {
    let all = [Some(&entry.document.head.title), Some(&edition.subject)];
    all.into_iter().chain([edition.preheader.as_ref()]).flatten().collect()
}

fn fields(entry: &Entry) -> Vec<&Spanned<String>> {
    let head = &entry.document.head;
    let quotes = match &entry.document.front {
        Front::Story(story) => story.quotes.as_slice(),
        _ => &[],
    };
    let texts = [Some(&head.title), head.summary.as_ref()].into_iter().flatten();
    texts.chain(quotes.iter().map(|quote| &quote.text)).collect()
}

/// The colour that a site sets.
fn accent(catalog: &Catalog) -> Span {
    let params = &catalog.config.theme_params;
    let set = params.iter().find(|(name, _)| name.value == "accent");
    set.map_or(catalog.config.span, |(_, value)| value.span)
}
