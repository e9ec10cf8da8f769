//! Reports and other documents.

use crate::catalog::Entry;
use crate::i18n::dates;
use crate::model::{DocKind, Report, ReportFile, SentToParliament};
use crate::plan::SOURCE_ITEMS;
use crate::render::outputs::view::{self, Card, Colophon, Fact, Link, Sheet};

use super::frame::About;
use super::parts::sentence;
use super::studio::Studio;
use super::toc::toc;

/// The page of a report.
pub(super) fn sheet(studio: &Studio<'_>, entry: &Entry, own: &Report) -> Sheet<view::Report> {
    let lead = studio.lead(entry);
    let body = studio.body_below(&lead);
    let mut head = studio.head(entry);
    if let Some(kind) = own.kind {
        head.kind = Some(studio.strings().label("report-kind", kind.as_str()));
    }
    head.by =
        own.author.iter().map(|id| studio.catalog.owner(id, studio.lang()).into()).collect();
    let page = view::Report {
        head,
        picture: lead.picture,
        facts: facts(studio, own),
        main_points: own.main_points.clone(),
        contents: own.contents.clone(),
        files: own.files.iter().filter_map(|file| link(studio, entry, file)).collect(),
        materials: studio.materials(&own.materials),
        toc: toc(&studio.catalog.body(entry)),
        body,
        used_in: used_in(studio, entry, own),
        all_uses: own.source.as_ref().and_then(|id| studio.all_uses(id)),
        colophon: colophon(studio, entry, own),
    };
    studio.sheet(About::of(entry, studio), page)
}

/// What is said at the end is about the report, not about this page: who wrote it, and its own
/// licence or none.
fn colophon(studio: &Studio<'_>, entry: &Entry, own: &Report) -> Colophon {
    let head = &entry.document.head;
    let mut colophon = studio.colophon(entry, &[]);
    if head.licence.is_none() {
        colophon.licence = None;
    }
    if let (Some(cite), Some(author)) = (&mut colophon.cite, &own.author) {
        let who = studio.catalog.owner_name(author, studio.lang());
        let date = own.delivered.or_else(|| head.date.as_ref().map(|date| date.value));
        let year = date.map(|date| format!(" ({})", date.year())).unwrap_or_default();
        let reference = own.reference.iter().map(|text| format!(" {}", sentence(text)));
        let reference: String = reference.collect();
        cite.text = format!("{who}{year}. {}{reference}", sentence(&head.title));
        // This page only sums it up, in other words than its author's.
        if let Some(url) = where_it_is(studio, entry, own) {
            cite.url = url;
        }
    }
    colophon
}

/// The whole address at which the report itself can be read.
fn where_it_is(studio: &Studio<'_>, entry: &Entry, own: &Report) -> Option<String> {
    let mut files = own.files.iter().filter_map(|file| link(studio, entry, file));
    let file = files.find_map(|file| {
        let url = file.url?;
        Some(if file.external { url } else { studio.whole(&url) })
    });
    let register = || studio.catalog.source(own.source.as_ref()?)?.url.clone();
    file.or_else(|| own.archive_url.clone()).or_else(register)
}

fn facts(studio: &Studio<'_>, own: &Report) -> Vec<Fact> {
    let strings = studio.strings();
    let organisation = |id: &str| vec![studio.organisation_link(id)];
    let text = |key: &str, text: Option<String>| Some(Fact::text(studio.text(key), text?));
    let links =
        |key: &str, links: Option<Vec<Link>>| Some(Fact::links(studio.text(key), links?));
    let day = |date| studio.day(date).shown;
    let register = own.source.as_ref().and_then(|id| studio.catalog.source(id));
    let copy = own.archive_url.as_ref();
    [
        links("author", own.author.as_ref().map(|id| organisation(id))),
        links("commissioned_by", own.commissioned_by.as_ref().map(|id| organisation(id))),
        text("period", own.period.map(|period| dates::period(period, studio.lang()))),
        text("delivered", own.delivered.map(day)),
        text(
            "sent_to_parliament",
            own.sent_to_parliament.as_ref().map(|own| sent(studio, own)),
        ),
        text("reference", own.reference.clone()),
        text("pages_fact", own.pages.map(|n| strings.count("pages", n as usize))),
        links("source", register.map(|source| vec![studio.source_link(source)])),
        links("kept_copy", copy.map(|url| vec![Link::external(host(url), url)])),
    ]
    .into_iter()
    .flatten()
    .filter(|fact| !(fact.text.is_empty() && fact.links.is_empty()))
    .collect()
}

/// "18 maart 2021, Kamerstuk 34352, nr. 231".
fn sent(studio: &Studio<'_>, own: &SentToParliament) -> String {
    let paper = own.dossier.as_ref().zip(own.number.as_ref()).map(|(dossier, number)| {
        studio.strings().fill("dossier", &[("dossier", dossier), ("number", number)])
    });
    let day = own.date.map(|date| studio.day(date).shown);
    day.into_iter().chain(paper).collect::<Vec<_>>().join(", ")
}

/// A file of a report, here or elsewhere, with what is known of it.
pub(super) fn link(studio: &Studio<'_>, entry: &Entry, file: &ReportFile) -> Option<Link> {
    let title = entry.document.head.title.as_str();
    let link = match (&file.media, &file.url) {
        (Some(id), _) => studio.file_link(id, title)?,
        (None, Some(url)) => {
            let words = studio.strings().fill("file_elsewhere", &[("host", host(url))]);
            Link::external(words, url)
        }
        (None, None) => return None,
    };
    let other = file.language.as_deref().filter(|lang| *lang != studio.lang().as_str());
    let lang = other.map(|lang| studio.strings().label("language", lang));
    let notes: Vec<String> = link.note.iter().cloned().chain(lang).collect();
    let note = Some(notes.join(", ")).filter(|note| !note.is_empty());
    Some(Link { note, ..link })
}

/// The newest of what rests on it: through its entry in the register, or by naming it.
fn used_in(studio: &Studio<'_>, entry: &Entry, own: &Report) -> Vec<Card> {
    let catalog = studio.catalog;
    let newest = |id| catalog.newest_on_source(id, studio.lang(), SOURCE_ITEMS);
    let by_source = own.source.as_ref().map(|id| newest(id));
    let mut all = by_source.unwrap_or_default();
    for other in catalog.naming(entry) {
        let is_full = all.len() >= SOURCE_ITEMS;
        if !is_full && !all.iter().any(|own| std::ptr::eq(*own, other)) {
            all.push(other);
        }
    }
    all.retain(|other| {
        !std::ptr::eq(*other, entry)
            && !matches!(other.kind(), DocKind::Newsletter | DocKind::Page | DocKind::Home)
    });
    studio.cards(all)
}

/// The name of the host of an address.
fn host(url: &str) -> &str {
    let rest = url.split_once("://").map_or(url, |(_, rest)| rest);
    let host = rest.split(['/', '?', '#']).next().unwrap_or(rest);
    host.strip_prefix("www.").unwrap_or(host)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_file_elsewhere_is_known_by_its_host() {
        assert_eq!(host("https://www.voorbeeld.example/a?b"), "voorbeeld.example");
        assert_eq!(host("https://zoek.voorbeeld.example"), "zoek.voorbeeld.example");
    }
}
