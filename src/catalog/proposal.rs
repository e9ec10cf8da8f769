//! What a next edition could hold: what is new since the one before, balanced over regions,
//! topics and kinds of documents.

use std::cmp::Reverse;
use std::collections::{BTreeMap, BTreeSet};

use crate::base::{Date, Lang};
use crate::model::DocKind;

use super::edition::{Correction, EditionItem, corrections};
use super::query_related::NEWS;
use super::{Catalog, Entry};

/// So many items make an edition that people read.
const ENOUGH: usize = 7;

/// What a next edition could hold.
#[derive(Debug)]
pub struct Proposal<'a> {
    /// The day since which a document counts as new; `None` when everything does.
    pub since: Option<Date>,
    /// Editions that would have been the one before, but are drafts that were never sent.
    pub passed_over: Vec<&'a Entry>,
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
    /// A draft of an edition that holds it too.
    pub planned_in: Option<&'a Entry>,
    /// The regions that no item before it is about, by id.
    pub regions: Vec<&'a str>,
    /// The topics that no item before it is about, by id.
    pub topics: Vec<&'a str>,
}

impl Catalog {
    /// Proposes items for an edition of today: documents that can be seen since a day (that of
    /// the edition before when none is given) and stood in no edition, and those corrected since.
    pub fn proposal(&self, lang: &Lang, since: Option<Date>) -> Proposal<'_> {
        let editions = Editions::of(self, lang);
        let before = editions.before_today().filter(|_| since.is_none());
        let before_from = before.and_then(|own| Some((own, visible_from(own)?)));
        let start = Start { catalog: self, since, before: before_from };
        let mut left: Vec<&Entry> = NEWS
            .iter()
            .flat_map(|kind| self.documents(*kind, lang))
            .filter(|own| {
                let is_new = visible_from(own).is_some_and(|day| start.is_new(day));
                let unheard = is_new && !editions.told.contains(&id(own));
                unheard || start.corrected(own).is_some()
            })
            .collect();
        // By the day on which readers could see them first.
        left.sort_by_key(|own| (Reverse(visible_from(own)), own.document.path.clone()));
        let mut chosen: Vec<Proposed<'_>> = Vec::new();
        while chosen.len() < ENOUGH && !left.is_empty() {
            let balance = Balance::of(self, &chosen);
            // The newest of those that add most.
            let best = (0..left.len()).max_by_key(|at| {
                let score = left.get(*at).map_or(0, |entry| balance.adds(self, entry));
                (score, Reverse(*at))
            });
            let Some(entry) = best.map(|at| left.remove(at)) else { break };
            chosen.push(Proposed {
                entry,
                corrected: start.corrected(entry),
                planned_in: editions.planned.get(&id(entry)).copied(),
                regions: balance.new_regions(self, entry),
                topics: balance.new_topics(entry),
            });
        }
        let passed_over = match since {
            Some(_) => Vec::new(),
            None => editions.passed_over(before),
        };
        Proposal {
            since: since.or(start.before.map(|(_, day)| day)),
            passed_over,
            chosen,
            others: left,
        }
    }
}

/// From when on something is new.
struct Start<'a> {
    catalog: &'a Catalog,
    /// A day that was named: what came on it is new.
    since: Option<Date>,
    /// The edition before, and its day: it told what came on that.
    before: Option<(&'a Entry, Date)>,
}

impl Start<'_> {
    fn is_new(&self, day: Date) -> bool {
        self.since.is_none_or(|since| day >= since)
            && self.before.is_none_or(|(_, before)| day > before)
    }

    /// When an entry was corrected, where that is new.
    fn corrected(&self, entry: &Entry) -> Option<Date> {
        let is_new = |own: &Correction<'_>| {
            self.since.is_none_or(|since| own.date >= since)
                && self
                    .before
                    .is_none_or(|(edition, day)| self.catalog.came_after(edition, day, own))
        };
        corrections(entry).filter(is_new).map(|own| own.date).max()
    }
}

/// The editions in a language, by whether they went out.
struct Editions<'a> {
    today: Date,
    /// Those that went out or will as they stand.
    real: Vec<&'a Entry>,
    /// Drafts that were never sent: nobody has read them.
    drafts: Vec<&'a Entry>,
    /// What stands in those that went out.
    told: BTreeSet<String>,
    /// What stands in a draft, with the draft.
    planned: BTreeMap<String, &'a Entry>,
}

impl<'a> Editions<'a> {
    fn of(catalog: &'a Catalog, lang: &Lang) -> Self {
        let all = catalog.entries.iter();
        let all =
            all.filter(|own| own.kind() == DocKind::Newsletter && own.document.lang == *lang);
        // A mail may be sent while its page is still a draft.
        let (drafts, real): (Vec<&Entry>, Vec<&Entry>) =
            all.partition(|own| own.document.head.draft && catalog.sent_on(own).is_none());
        let items = |own: &'a Entry| catalog.edition_items(own).into_iter();
        let told = real.iter().flat_map(|own| {
            let went_out = visible_from(own).max(catalog.sent_on(own));
            // What nobody could see on that day was left out of it.
            let stood = move |item: &EditionItem<'_>| {
                went_out.is_none() || visible_from(item.entry) <= went_out
            };
            items(own).filter(stood).map(|item| item.id())
        });
        let told = told.collect();
        let planned = drafts.iter().flat_map(|own| items(own).map(|item| (item.id(), *own)));
        let planned = planned.collect();
        Self { today: catalog.today, real, drafts, told, planned }
    }

    /// The newest edition before today. One of today or later is none before one of today.
    fn before_today(&self) -> Option<&'a Entry> {
        let earlier = |own: &&Entry| visible_from(own).is_some_and(|day| day < self.today);
        self.real.iter().copied().filter(|own| earlier(own)).max_by_key(|own| visible_from(own))
    }

    /// Drafts with a day between the edition before and today.
    fn passed_over(&self, before: Option<&Entry>) -> Vec<&'a Entry> {
        let before = before.and_then(visible_from);
        let is_between = |own: &&Entry| {
            let day = visible_from(own);
            day > before && day.is_some_and(|day| day < self.today)
        };
        self.drafts.iter().copied().filter(is_between).collect()
    }
}

fn visible_from(entry: &Entry) -> Option<Date> {
    entry.document.head.visible_from()
}

/// `factsheet-vertraging`
fn id(entry: &Entry) -> String {
    format!("{}-{}", entry.kind().as_str(), entry.document.id)
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
