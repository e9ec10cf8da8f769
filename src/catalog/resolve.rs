//! Looking up what bodies name: links, pictures, components, terms.

use std::collections::{BTreeMap, BTreeSet};

use crate::base::{RefKind, SourcePath, Span, Spanned, UrlPath, composed};
use crate::config::Section;
use crate::diag::Diag;
use crate::diag::problem::{Link, NotShown, Rights};
use crate::model::body::{Inline, Picture, Resolved, Written};
use crate::model::component::Component;
use crate::model::drawing::{Drawing, Medium, Words};
use crate::model::{Ask, DocKind, Known, RawLink, Resolver, Target, To};
use crate::schema::Reference;

use super::availability::Availability;
use super::figures::{self, Found};
use super::glossary::TermsSeen;
use super::references::Referred;
use super::{Catalog, Entry, FigureRef};

/// Which documents use what.
#[derive(Debug, Clone, Default, PartialEq, Eq, Hash)]
pub(crate) struct Uses {
    /// Media id to the positions of documents.
    pub(crate) media: BTreeMap<String, BTreeSet<usize>>,
    /// Source id to the positions of documents.
    pub(crate) sources: BTreeMap<String, BTreeSet<usize>>,
    /// Key figure to the positions of documents whose text links to it.
    pub(crate) figures: BTreeMap<FigureRef, BTreeSet<usize>>,
    /// Data file to the positions of documents.
    pub(crate) data: BTreeMap<SourcePath, BTreeSet<usize>>,
    /// The position of a document to those of documents whose text links to it.
    pub(crate) documents: BTreeMap<usize, BTreeSet<usize>>,
    /// The positions of documents with a gallery.
    pub(crate) galleries: BTreeSet<usize>,
    /// Documents with a list that the reader can filter.
    pub(crate) filters: BTreeSet<usize>,
}

impl Uses {
    /// Adds what another has found.
    pub(super) fn extend(&mut self, other: &Self) {
        self.galleries.extend(&other.galleries);
        self.filters.extend(&other.filters);
        for (id, documents) in &other.media {
            self.media.entry(id.clone()).or_default().extend(documents);
        }
        for (id, documents) in &other.sources {
            self.sources.entry(id.clone()).or_default().extend(documents);
        }
        for (figure, documents) in &other.figures {
            self.figures.entry(*figure).or_default().extend(documents);
        }
        for (path, documents) in &other.data {
            self.data.entry(path.clone()).or_default().extend(documents);
        }
        for (to, documents) in &other.documents {
            self.documents.entry(*to).or_default().extend(documents);
        }
    }
}

/// Looks things up for one body.
pub(super) struct Lookup<'a> {
    pub(super) catalog: &'a Catalog,
    /// The position of the document.
    pub(super) at: usize,
    pub(super) diags: Vec<Diag>,
    pub(super) uses: Uses,
    pub(super) drawings: usize,
    terms: TermsSeen,
}

impl<'a> Lookup<'a> {
    pub(super) fn new(catalog: &'a Catalog, at: usize) -> Self {
        let terms = TermsSeen::default();
        Self { catalog, at, diags: Vec::new(), uses: Uses::default(), drawings: 0, terms }
    }

    /// The document that is looked at.
    pub(super) fn entry(&self) -> Option<&'a Entry> {
        self.catalog.entries.get(self.at)
    }

    pub(super) fn path(&self) -> Option<&'a SourcePath> {
        self.entry().map(|entry| &entry.document.path)
    }

    fn file(&mut self, raw: &RawLink, path: &str, fragment: Option<&str>) -> Target {
        let Some(joined) = self.path().and_then(|from| from.join(path)) else {
            return self.broken(raw, path);
        };
        let found = self.file_at(raw, &joined, fragment).or_else(|| {
            let same = self.same_file(&joined)?;
            self.file_at(raw, &same, fragment)
        });
        found.unwrap_or_else(|| self.broken(raw, path))
    }

    /// What a link to a file leads to; `None` when the site has no such file.
    fn file_at(
        &mut self,
        raw: &RawLink,
        path: &SourcePath,
        fragment: Option<&str>,
    ) -> Option<Target> {
        let catalog = self.catalog;
        if let Some(to) = catalog.index.at_path(path) {
            let to = self.translated(to, fragment);
            return Some(self.lead_to_document(raw, to, fragment));
        }
        if let Some(media) = catalog.media_of_file(path) {
            return Some(self.lead_to_media(raw, &media.item.id));
        }
        if catalog.data.contains_key(path) {
            self.uses.data.entry(path.clone()).or_default().insert(self.at);
            return Some(Target::Site { url: data_url(path), fragment: None });
        }
        catalog.unmarked.contains(path).then(|| {
            let sidecar = format!("{}.yaml", path.name());
            self.diags.push(Diag::at(raw.span, Rights::NoSidecar { sidecar }));
            Target::Nothing
        })
    }

    pub(super) fn lead_to_document(
        &mut self,
        raw: &RawLink,
        to: usize,
        fragment: Option<&str>,
    ) -> Target {
        let Some(entry) = self.catalog.entries.get(to) else { return Target::Nothing };
        if let Some(fragment) = fragment {
            self.check_anchor(raw, to, fragment);
        }
        if let Some(why) = not_shown(entry.availability) {
            // What nobody sees yet may well lead to something nobody sees yet.
            if self.entry().is_some_and(Entry::is_shown) {
                let title = self.catalog.read(entry).document.head.title.value.clone();
                self.diags.push(Diag::at(raw.span, Link::NotShown { title, why }));
            }
            return Target::Nothing;
        }
        self.uses.documents.entry(to).or_default().insert(self.at);
        let url = self.index_beside(entry).filter(|_| fragment.is_none());
        let url = url.unwrap_or_else(|| entry.url.clone());
        Target::Site { url, fragment: fragment.map(str::to_owned) }
    }

    /// What a whole address becomes that is one of a document of this site which is not shown: the same as
    /// any other link to it. The site need not stop on the day on which a page goes.
    fn hidden(&mut self, raw: &RawLink, url: &str) -> Option<Target> {
        let path = url.strip_prefix(&*self.catalog.config.base_url)?;
        let path = UrlPath::new(path.split_once('#').map_or(path, |(path, _)| path))?;
        let mut hidden = self.catalog.entries.iter().filter(|entry| !entry.is_shown());
        let to = hidden.find(|entry| entry.url == path)?.at;
        Some(self.lead_to_document(raw, to, None))
    }

    fn lead_to_media(&mut self, raw: &RawLink, id: &str) -> Target {
        self.uses.media.entry(id.to_owned()).or_default().insert(self.at);
        let Some(entry) = self.catalog.media_entry(id) else {
            self.unknown(RefKind::Media, raw, id);
            return Target::Nothing;
        };
        if !entry.allowed.site || !self.may_show(id) {
            return Target::Nothing;
        }
        if let Some(embed) = &entry.item.embed {
            return Target::External(embed.address());
        }
        let largest = self.catalog.page_files(entry).pop().map(|file| file.url);
        let url = largest.unwrap_or_else(|| self.catalog.original(entry));
        let lang = self.entry().map(|own| own.document.lang.clone());
        match lang.and_then(|lang| self.catalog.document_facts(entry, &lang)) {
            Some(facts) => Target::Document { url, facts },
            None => Target::Site { url, fragment: None },
        }
    }

    fn unknown(&mut self, kind: RefKind, raw: &RawLink, id: &str) {
        let reference =
            Reference { kind, id: Spanned::new(id.to_owned(), raw.span), list: None };
        if let Err(diag) = self.catalog.refer(&reference, self.path()) {
            self.diags.push(diag);
        }
    }

    fn known(
        &mut self,
        raw: &RawLink,
        kind: Known,
        id: &str,
        fragment: Option<&str>,
    ) -> Target {
        let catalog = self.catalog;
        let Some(lang) = self.entry().map(|entry| entry.document.lang.clone()) else {
            return Target::Nothing;
        };
        let refer = ref_kind(kind);
        let reference =
            Reference { kind: refer, id: Spanned::new(id.to_owned(), raw.span), list: None };
        let referred = match catalog.refer(&reference, self.path()) {
            Ok(referred) => referred,
            Err(diag) => {
                self.diags.push(diag);
                return Target::Nothing;
            }
        };
        let site = |url: UrlPath, fragment: Option<String>| Target::Site { url, fragment };
        match (kind, referred) {
            (_, Referred::Document(to)) => {
                let to = self.version(to, &lang, fragment);
                self.lead_to_document(raw, to, fragment)
            }
            (Known::Source, _) => {
                self.uses.sources.entry(id.to_owned()).or_default().insert(self.at);
                site(catalog.addresses.section(Section::Sources, &lang), Some(id.to_owned()))
            }
            (Known::Topic, _) => {
                site(catalog.addresses.below(Section::Topics, id, &lang), None)
            }
            (Known::Question, _) => {
                site(catalog.addresses.below(Section::Questions, id, &lang), None)
            }
            (Known::Term, _) => {
                site(catalog.addresses.section(Section::Glossary, &lang), Some(id.to_owned()))
            }
            (Known::Media, _) => self.lead_to_media(raw, id),
            (Known::Figure, _) => match catalog.find_figure(id, &lang) {
                Found::One(place) => self.lead_to_figure(raw, place),
                _ => Target::Nothing,
            },
            _ => Target::Nothing,
        }
    }
}

/// The anchor of a key figure on its page.
pub fn figure_anchor(id: &str) -> String {
    format!("cijfer-{id}")
}

/// Where a data file stands on the site.
pub fn data_url(path: &SourcePath) -> UrlPath {
    let below = path.as_str().strip_prefix("content/").unwrap_or(path.as_str());
    let name =
        below.strip_prefix("data/").map_or_else(|| below.replace('/', "-"), str::to_owned);
    UrlPath::new(&composed(&format!("data/{name}"))).unwrap_or_else(UrlPath::home)
}

/// Why a document is not shown; `None` when it is.
pub(super) fn not_shown(availability: Availability) -> Option<NotShown> {
    match availability {
        Availability::Shown => None,
        Availability::Draft => Some(NotShown::Draft),
        Availability::Scheduled(from) => Some(NotShown::Scheduled(from)),
        Availability::Expired(last) => Some(NotShown::Expired(last)),
        Availability::Withdrawn => Some(NotShown::Withdrawn),
    }
}

fn ref_kind(kind: Known) -> RefKind {
    match kind {
        Known::Region => RefKind::Region,
        Known::Source => RefKind::Source,
        Known::Figure => RefKind::Figure,
        Known::Topic => RefKind::Topic,
        Known::Question => RefKind::Question,
        Known::Media => RefKind::Media,
        Known::Factsheet => RefKind::Factsheet,
        Known::Story => RefKind::Story,
        Known::Finding => RefKind::Finding,
        Known::Report => RefKind::Report,
        Known::Event => RefKind::Event,
        Known::Newsletter => RefKind::Newsletter,
        Known::Questionnaire => RefKind::Questionnaire,
        Known::Blueprint => RefKind::Blueprint,
        Known::Page => RefKind::Page,
        Known::Term => RefKind::Term,
    }
}

impl Resolver for Lookup<'_> {
    fn link(&mut self, raw: &RawLink) -> Target {
        match &raw.to {
            To::File { path, fragment } => self.file(raw, path, fragment.as_deref()),
            To::Anchor(anchor) => {
                // Says so when the anchor is not on this page; the page itself may be hidden.
                self.check_anchor(raw, self.at, anchor);
                Target::Here(anchor.clone())
            }
            To::Known { kind, id, fragment } => self.known(raw, *kind, id, fragment.as_deref()),
            To::External(url) => {
                self.hidden(raw, url).unwrap_or_else(|| Target::External(url.clone()))
            }
            To::Contact(address) => {
                if let Some(email) = address.strip_prefix("mailto:") {
                    let email = email.split('?').next().unwrap_or_default();
                    if !self.catalog.config.allows_email(email) {
                        let address = email.to_owned();
                        self.diags.push(Diag::at(raw.span, Link::UnlistedEmail { address }));
                        return Target::Nothing;
                    }
                }
                Target::Contact(address.clone())
            }
            To::Refused => Target::Nothing,
        }
    }

    fn medium(&mut self, picture: &Picture<Written>) -> Option<Box<Medium>> {
        let raw = &picture.medium;
        let id = match &raw.to {
            To::Known { kind: Known::Media, id, .. } => id.clone(),
            To::File { path, .. } => {
                let joined = self.path().and_then(|from| from.join(path));
                let found = joined.as_ref().and_then(|path| self.media_at(path));
                match found {
                    Some(entry) => entry.item.id.clone(),
                    None => {
                        match joined.filter(|path| self.files().any(|own| own == path)) {
                            Some(_) => self.file(raw, path, None),
                            None => self.broken_picture(raw, path),
                        };
                        return None;
                    }
                }
            }
            _ => {
                self.link(raw);
                return None;
            }
        };
        let Some(entry) = self.catalog.media_entry(&id) else {
            self.unknown(RefKind::Media, raw, &id);
            return None;
        };
        let may_show = self.may_show(&id);
        self.uses.media.entry(id).or_default().insert(self.at);
        let lang = &self.entry().filter(|_| may_show)?.document.lang;
        let mut medium = self.catalog.medium(entry, &picture.alt, lang)?;
        if !picture.title.is_empty() {
            medium.caption = Words::here(picture.title.as_str());
        }
        Some(Box::new(medium))
    }

    fn component(&mut self, component: &Component, span: Span) -> Drawing {
        self.draw(component, span)
    }

    fn text(&mut self, text: &str) -> Vec<Inline<Resolved>> {
        let Some(entry) = self.entry() else { return vec![Inline::Text(text.to_owned())] };
        if matches!(entry.document.kind, DocKind::Newsletter) {
            return vec![Inline::Text(text.to_owned())];
        }
        self.catalog.with_terms(text, &entry.document.lang, &mut self.terms)
    }
}

/// The answer to what a text asks.
#[derive(Debug, Hash)]
pub(super) enum Answer {
    Link(Target),
    Medium(Option<Box<Medium>>),
    Component(Box<Drawing>),
}

impl Lookup<'_> {
    /// Looks up what a text asks, and notes what is wrong with it.
    pub(super) fn answer(&mut self, ask: &Ask) -> Answer {
        match ask {
            Ask::Link { raw, words } => {
                if let Some(words) = words {
                    self.link_text(raw, words);
                }
                Answer::Link(self.link(raw))
            }
            Ask::Medium(picture) => Answer::Medium(self.medium(picture)),
            Ask::Component { component, span } => {
                Answer::Component(Box::new(self.component(component, *span)))
            }
        }
    }

    /// Whether the words of a link to a key figure agree with the figure.
    fn link_text(&mut self, raw: &RawLink, plain: &str) {
        let To::Known { id, .. } = &raw.to else { return };
        let Some(lang) = self.entry().map(|entry| &entry.document.lang) else { return };
        let Found::One(place) = self.catalog.find_figure(id, lang) else { return };
        let Some(figure) = self.catalog.figure(place) else { return };
        self.diags.extend(figures::words_agree(raw, plain, figure, lang));
    }
}
