//! What a document says about itself at its end: sources, changes, licence, citation.

use crate::base::Spanned;
use crate::catalog::Entry;
use crate::config::Section;
use crate::model::SourceUse;
use crate::model::vocabulary::{ListWord, Source};
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
        let url = format!("{url}#{}", source.id.value);
        Link { lang: self.tongue_of_source(source), ..Link::site(&source.title, url) }
    }

    /// The language of a source's title, where that is not the page's.
    pub fn tongue_of_source(&self, source: &Source) -> Option<String> {
        let lang = source.language.as_ref().unwrap_or(&self.catalog.config.lang);
        (lang != self.lang()).then(|| lang.to_string())
    }

    /// What a document says about itself at its end.
    pub fn colophon(&self, entry: &Entry, sources: &[SourceUse]) -> Colophon {
        let own = self.said_of_itself(entry);
        let of_the_site = || self.catalog.config.licence.clone().map(|id| self.licence(&id));
        Colophon {
            sources: sources.iter().filter_map(|used| self.source_ref(used)).collect(),
            licence: own.licence.clone().or_else(of_the_site),
            cite: Some(self.citation(entry)),
            ..own
        }
    }

    /// The end of a page that is no publication (a page of its own, a region, an edition): only
    /// what its front matter says, and nothing when it says nothing.
    pub fn short_colophon(&self, entry: &Entry) -> Option<Colophon> {
        Some(self.said_of_itself(entry)).filter(|own| *own != Colophon::default())
    }

    fn said_of_itself(&self, entry: &Entry) -> Colophon {
        let head = &entry.document.head;
        let links = |entries: Vec<&Entry>| -> Vec<Link> {
            entries.into_iter().map(|own| self.entry_link(own)).collect()
        };
        let owner = |id: &Spanned<String>| self.catalog.owner(id, self.lang());
        let audience_words = self.audience(&head.audience);
        Colophon {
            topics: self.topic_links(&head.topics),
            regions: self.region_links(&head.regions),
            audience: audience_words.iter().map(|own| own.text.clone()).collect(),
            audience_words,
            changes: self.changes(entry),
            replaces: links(self.catalog.replaced_by_this(entry)),
            replaced_by: links(self.catalog.successors(entry)),
            owner: head.owner.as_ref().map(|id| owner(id).into()),
            review_by: head.review_by.map(|date| self.day(date)),
            licence: head.licence.as_ref().map(|text| self.licence(&text.value)),
            ..Colophon::default()
        }
    }

    fn licence(&self, id: &str) -> Link {
        licence(id, self.strings())
    }

    /// What was changed since publication, newest first.
    fn changes(&self, entry: &Entry) -> Vec<Change> {
        let own = entry.document.head.changes.iter();
        let mut changes: Vec<Change> = own
            .filter_map(|own| {
                Some(Change {
                    day: self.day(own.day()?),
                    kind: self.choice("change", own.kind.as_str()),
                    text: own.text.clone(),
                })
            })
            .collect();
        changes.sort_by(|a, b| b.day.iso.cmp(&a.day.iso));
        changes
    }

    fn audience(&self, ids: &[Spanned<String>]) -> Vec<Link> {
        let words = &self.catalog.vocabulary.audience;
        let named = |word: &ListWord| {
            let text = word.record.text_in("label", self.lang().as_str())?;
            let lang = self.other_tongue(&word.record, "label");
            Some(Link { lang, ..Link::words(text.value) })
        };
        let own =
            ids.iter().filter_map(|id| words.iter().find(|word| word.id.value == id.value));
        own.filter_map(named).collect()
    }

    fn citation(&self, entry: &Entry) -> Citation {
        let head = &entry.document.head;
        let site = self.catalog.config.title(self.lang());
        let who = head.owner.as_ref().or(self.catalog.config.contact.as_ref());
        let who =
            who.map_or_else(|| site.to_owned(), |id| self.catalog.owner_name(id, self.lang()));
        let year = head
            .date
            .as_ref()
            .map(|date| format!(" ({})", date.value.year()))
            .unwrap_or_default();
        let text = format!("{who}{year}. {}. {}.", head.title.value, site);
        let url = self.whole(entry.url.as_str());
        Citation { text, url }
    }
}
