//! The register of sources, with what rests on each.

use std::cmp::Reverse;

use crate::config::Section;
use crate::model::DocKind;
use crate::model::vocabulary::{Source, SourceKind};
use crate::render::outputs::view::{Group, Link, Sheet, SourceEntry, Sources};

use super::letters::sort_key;
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
            items: own.into_iter().map(|source| entry(studio, source)).collect(),
        }
    };
    let groups = SourceKind::ALL.iter().map(group).filter(|group| !group.items.is_empty());
    let page = Sources { head, intro, groups: groups.collect() };
    studio.sheet(about, page)
}

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
    let used_by = catalog.using_source(&source.id).into_iter();
    SourceEntry {
        id: source.id.value.clone(),
        title,
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
        used_by: used_by
            .filter(|entry| studio.is_own_version(entry))
            .map(|entry| studio.entry_link(entry))
            .collect(),
    }
}
