//! What a document says about itself at its end: sources, changes, licence, citation.

use crate::base::Spanned;
use crate::catalog::Entry;
use crate::config::Section;
use crate::model::SourceUse;
use crate::model::vocabulary::Source;
use crate::render::outputs::view::{Change, Citation, Colophon, Link, SourceRef};

use super::site::licence;
use super::studio::Studio;

impl Studio<'_> {
    /// A source that is referred to.
    pub fn source_ref(&self, used: &SourceUse) -> Option<SourceRef> {
        let source = self.catalog.source(&used.source)?;
        Some(SourceRef {
            link: self.source_link(source),
            author: source.author.clone(),
            when: source.date.map(|date| self.when(date)),
            pages: used
                .pages
                .as_ref()
                .map(|pages| self.strings().fill("page_short", &[("pages", pages)])),
            kind: self.strings().label("source-kind", source.kind.as_str()),
            original: source.url.as_ref().map(|url| Link::external(self.text("original"), url)),
        })
    }

    /// A link to a source's entry on the page of sources.
    pub fn source_link(&self, source: &Source) -> Link {
        let url = self.catalog.addresses.section(Section::Sources, self.lang());
        Link::site(&source.title, format!("{url}#{}", source.id.value))
    }

    /// What a document says about itself at its end.
    pub fn colophon(&self, entry: &Entry, sources: &[SourceUse]) -> Colophon {
        let head = &entry.document.head;
        let links = |ids: &[Spanned<String>]| -> Vec<Link> {
            let shown = ids.iter().filter_map(|id| self.catalog.any(id, self.lang()));
            shown.filter(|own| own.is_shown()).map(|own| self.entry_link(own)).collect()
        };
        let mut changes: Vec<Change> = head
            .changes
            .iter()
            .filter_map(|own| {
                Some(Change {
                    day: self.day(own.date?),
                    kind: self.choice("change", own.kind.as_str()),
                    text: own.text.clone(),
                })
            })
            .collect();
        changes.sort_by(|a, b| b.day.iso.cmp(&a.day.iso));
        let own_licence = head.licence.as_ref().map(|text| text.value.clone());
        Colophon {
            topics: self.topic_links(&head.topics),
            regions: self.region_links(&head.regions),
            audience: self.audience(&head.audience),
            sources: sources.iter().filter_map(|used| self.source_ref(used)).collect(),
            changes,
            replaces: links(&head.replaces),
            replaced_by: links(&head.replaced_by),
            owner: head
                .owner
                .as_ref()
                .map(|id| Link::words(self.catalog.owner_name(id, self.lang()))),
            review_by: head.review_by.map(|date| self.day(date)),
            licence: own_licence
                .or_else(|| self.catalog.config.licence.clone())
                .map(|id| licence(&id, self.strings())),
            cite: Some(self.citation(entry)),
            downloads: Vec::new(),
        }
    }

    fn audience(&self, ids: &[Spanned<String>]) -> Vec<String> {
        let words = &self.catalog.vocabulary.audience;
        ids.iter()
            .filter_map(|id| words.iter().find(|word| word.id.value == id.value))
            .filter_map(|word| word.record.text_in("label", self.lang().as_str()))
            .map(|text| text.value)
            .collect()
    }

    fn citation(&self, entry: &Entry) -> Citation {
        let head = &entry.document.head;
        let who = head.owner.as_ref().or(self.catalog.config.contact.as_ref());
        let who = who.map_or_else(
            || self.catalog.config.title.clone(),
            |id| self.catalog.owner_name(id, self.lang()),
        );
        let year = head
            .date
            .as_ref()
            .map(|date| format!(" ({})", date.value.year()))
            .unwrap_or_default();
        let text = format!("{who}{year}. {}. {}.", head.title.value, self.catalog.config.title);
        Citation { text, url: self.whole(entry.url.as_str()) }
    }
}
