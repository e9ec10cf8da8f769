//! The register of sources, with what rests on each.

use std::cmp::Reverse;

use crate::catalog::DataTable;
use crate::config::Section;
use crate::model::DocKind;
use crate::model::vocabulary::{Source, SourceKind};
use crate::plan::{SOURCE_ITEMS, source_has_page};
use crate::render::outputs::view::{
    Group, Head, Link, Sheet, SourceEntry, SourceUses, Sources,
};

use super::frame::About;
use super::letters::sort_key;
use super::parts::capital;
use super::parts_lists::Opening;
use super::studio::Studio;

/// The register, by kind; within a kind the newest first.
pub(super) fn sheet(studio: &Studio<'_>) -> Sheet<Sources> {
    let Opening { about, head, intro } = studio.opening(Section::Sources);
    let group = |kind: &SourceKind| {
        let all = studio.catalog.vocabulary.sources.iter();
        let mut own: Vec<&Source> = all.filter(|source| source.kind == *kind).collect();
        own.sort_by_cached_key(|source| {
            (Reverse(source.date.map(crate::base::When::last)), sort_key(&source.title))
        });
        Group {
            id: format!("s_{}", kind.as_str()),
            title: Some(studio.strings().label("source-kinds", kind.as_str())),
            items: own.into_iter().map(|source| item(studio, source)).collect(),
        }
    };
    let groups = SourceKind::ALL.iter().map(group).filter(|group| !group.items.is_empty());
    let page = Sources { head, intro, groups: groups.collect(), open_data: open_data(studio) };
    studio.sheet(about, page)
}

/// What a reader can take along: the tables, everything in one file, and the feed.
fn open_data(studio: &Studio<'_>) -> Vec<Link> {
    let catalog = studio.catalog;
    let file = |words: String, kind: &str, url: &str| Link {
        note: Some(kind.to_owned()),
        ..Link::site(words, url)
    };
    let table = |own: DataTable| file(studio.text(own.name), "CSV", &own.path);
    let feed = catalog.addresses.top_file("feed.xml", studio.lang());
    let mut files: Vec<Link> = catalog.open_tables().into_iter().map(table).collect();
    files.push(file(studio.text("data_whole"), "JSON", "data/site.json"));
    files.push(file(studio.text("data_described"), "DCAT", "data/catalog.jsonld"));
    files.push(file(studio.text("feed"), "Atom", feed.as_str()));
    files
}

/// The page of a source that much rests on.
pub(super) fn one(studio: &Studio<'_>, source: &Source) -> Sheet<SourceUses> {
    let (id, lang) = (&source.id, studio.lang());
    let used_by = studio.catalog.on_page_of_source(id, lang, studio.page.part);
    let n = studio.catalog.length_of_source(id, lang).to_string();
    let lead = studio.strings().fill("source_lead", &[("n", &n)]);
    let first = (!studio.goes_on()).then(|| {
        // Its title stands above it already.
        let title = match &source.url {
            Some(url) => Link::external(studio.text("original"), url),
            None => Link::default(),
        };
        SourceEntry { title, ..entry(studio, source) }
    });
    let kind = studio.strings().label("source-kind", source.kind.as_str());
    let page = SourceUses {
        head: Head {
            kind: Some(studio.with_part(&capital(&kind))),
            title: source.title.clone(),
            lang: studio.tongue_of_source(source),
            lead: first.as_ref().map(|_| lead.clone()),
            ..Head::default()
        },
        source: first,
        used_by: studio.cards(used_by),
    };
    let about = About {
        // Its report may well have a page under the same title.
        title: studio.strings().fill("source_uses", &[("title", &source.title)]),
        description: Some(lead),
        section: Some(Section::Sources),
        ..About::default()
    };
    studio.sheet(about, page)
}

impl Studio<'_> {
    /// The page of a source with all that rests on it, where it has one.
    pub(super) fn all_uses(&self, source: &str) -> Option<Link> {
        let lang = self.lang();
        source_has_page(self.catalog, source, lang).then(|| {
            let n = self.catalog.length_of_source(source, lang).to_string();
            let words = self.strings().fill("all_uses", &[("n", &n)]);
            let url = self.catalog.addresses.below(Section::Sources, source, lang);
            Link::site(words, url.as_str())
        })
    }
}

/// A source in the register, with the newest of what rests on it.
fn item(studio: &Studio<'_>, source: &Source) -> SourceEntry {
    let (id, lang) = (&source.id, studio.lang());
    let newest = studio.catalog.newest_on_source(id, lang, SOURCE_ITEMS);
    let all_uses = studio.all_uses(id);
    let used_by = newest.into_iter().map(|entry| studio.entry_link(entry)).collect();
    SourceEntry { used_by, all_uses, ..entry(studio, source) }
}

/// What is said of a source itself.
fn entry(studio: &Studio<'_>, source: &Source) -> SourceEntry {
    let catalog = studio.catalog;
    let report = source.report.as_ref().and_then(|id| {
        let entry = catalog.document(DocKind::Report, id, studio.lang())?;
        entry.is_shown().then(|| Link::site(studio.text("report_here"), entry.url.as_str()))
    });
    let title = match &source.url {
        Some(url) => Link::external(&source.title, url),
        None => Link::words(&source.title),
    };
    SourceEntry {
        id: source.id.value.clone(),
        title: Link { lang: studio.tongue_of_source(source), ..title },
        author: source.author.clone(),
        when: source.date.map(|date| studio.when(date)),
        accessed: source.accessed.map(|date| {
            studio.strings().fill("accessed", &[("date", &studio.day(date).shown)])
        }),
        reliability: source.reliability.map(|own| studio.choice("reliability", own.as_str())),
        archive: source
            .archive_url
            .as_ref()
            .map(|url| Link::external(studio.text("kept_copy"), url)),
        report,
        based_on: source
            .based_on
            .iter()
            .filter_map(|id| catalog.source(id))
            .map(|other| studio.source_link(other))
            .collect(),
        ..SourceEntry::default()
    }
}
