//! What a next edition could hold: what is new since the one before, balanced over regions,
//! topics and kinds of documents.

use std::collections::BTreeSet;

use crate::base::{Date, Lang};
use crate::model::DocKind;

use super::edition::corrections;
use super::query::newest_first;
use super::query_related::NEWS;
use super::{Catalog, Entry};

/// So many items make an edition that people read.
const ENOUGH: usize = 7;

/// What a next edition could hold.
#[derive(Debug)]
pub struct Proposal<'a> {
    /// The day after which a document counts as new; `None` when everything does.
    pub since: Option<Date>,
    /// What is proposed, in order.
    pub chosen: Vec<Proposed<'a>>,
    /// What is new too, newest first.
    pub others: Vec<&'a Entry>,
}

/// A document that is proposed, and why.
#[derive(Debug)]
pub struct Proposed<'a> {
    /// The document.
    pub entry: &'a Entry,
    /// When it was corrected, where that is why.
    pub corrected: Option<Date>,
    /// The regions that no item before it is about, by id.
    pub regions: Vec<&'a str>,
    /// The topics that no item before it is about, by id.
    pub topics: Vec<&'a str>,
}

impl Catalog {
    /// Proposes items for an edition: documents since a day (that of the newest edition when
    /// none is given) that stood in no edition, and those corrected since.
    pub fn proposal(&self, lang: &Lang, since: Option<Date>) -> Proposal<'_> {
        let editions: Vec<&Entry> = self
            .entries
            .iter()
            .filter(|own| own.kind() == DocKind::Newsletter && own.document.lang == *lang)
            .collect();
        let day = |entry: &Entry| entry.document.head.date.as_ref().map(|date| date.value);
        let since = since.or_else(|| editions.iter().filter_map(|own| day(own)).max());
        let told: BTreeSet<String> = editions
            .iter()
            .flat_map(|own| self.edition_items(own))
            .map(|item| item.id())
            .collect();
        let is_new = |date: Date| since.is_none_or(|since| date > since);
        let corrected = |entry: &Entry| {
            corrections(entry).map(|(date, _)| date).filter(|date| is_new(*date)).max()
        };
        let id = |entry: &Entry| format!("{}-{}", entry.kind().as_str(), entry.document.id);
        let mut left: Vec<&Entry> = NEWS
            .iter()
            .flat_map(|kind| self.documents(*kind, lang))
            .filter(|own| {
                let unheard = !told.contains(&id(own)) && day(own).is_some_and(is_new);
                unheard || corrected(own).is_some()
            })
            .collect();
        left.sort_by(|a, b| newest_first(a, b));
        let mut chosen: Vec<Proposed<'_>> = Vec::new();
        while chosen.len() < ENOUGH && !left.is_empty() {
            let balance = Balance::of(self, &chosen);
            // The newest of those that add most.
            let best = (0..left.len()).max_by_key(|at| {
                let score = left.get(*at).map_or(0, |entry| balance.adds(self, entry));
                (score, std::cmp::Reverse(*at))
            });
            let Some(entry) = best.map(|at| left.remove(at)) else { break };
            chosen.push(Proposed {
                entry,
                corrected: corrected(entry),
                regions: balance.new_regions(self, entry),
                topics: balance.new_topics(entry),
            });
        }
        Proposal { since, chosen, others: left }
    }
}

/// What the items so far are about.
struct Balance<'a> {
    regions: BTreeSet<&'a str>,
    topics: BTreeSet<&'a str>,
    kinds: BTreeSet<DocKind>,
}

impl<'a> Balance<'a> {
    fn of(catalog: &'a Catalog, chosen: &[Proposed<'a>]) -> Self {
        let entries = || chosen.iter().map(|own| own.entry);
        Self {
            regions: entries().flat_map(|own| catalog.regions_of(own)).collect(),
            topics: entries().flat_map(topics).collect(),
            kinds: entries().map(Entry::kind).collect(),
        }
    }

    fn new_regions(&self, catalog: &'a Catalog, entry: &'a Entry) -> Vec<&'a str> {
        let all = catalog.regions_of(entry);
        all.filter(|region| !self.regions.contains(region)).collect()
    }

    fn new_topics(&self, entry: &'a Entry) -> Vec<&'a str> {
        topics(entry).filter(|topic| !self.topics.contains(topic)).collect()
    }

    /// How much an entry adds: a region counts most, then a topic, then a kind.
    fn adds(&self, catalog: &'a Catalog, entry: &'a Entry) -> usize {
        let some = |all: Vec<&str>| usize::from(!all.is_empty());
        4 * some(self.new_regions(catalog, entry))
            + 2 * some(self.new_topics(entry))
            + usize::from(!self.kinds.contains(&entry.kind()))
    }
}

fn topics(entry: &Entry) -> impl Iterator<Item = &str> {
    entry.document.head.topics.iter().map(|own| own.as_str())
}
