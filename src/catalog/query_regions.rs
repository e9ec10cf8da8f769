//! What pages may ask about regions: their activities, their figures, what they told about.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use crate::base::{Lang, Spanned};
use crate::model::{DocKind, Front, Regions};

use super::query::newest_first;
use super::{Catalog, Entry, FigureRef};

impl Catalog {
    /// The shown stories and findings about an activity of a region's plan, newest first.
    pub fn about_activity(&self, region: &Entry, activity: &str, lang: &Lang) -> Vec<&Entry> {
        let is_about = |entry: &&Entry| match &entry.document.front {
            Front::Story(own) => own.activity.as_ref().is_some_and(|id| id.value == activity),
            Front::Finding(own) => own.about.iter().any(|id| id.value == activity),
            _ => false,
        };
        let kinds = [DocKind::Story, DocKind::Finding];
        let all = kinds.into_iter().flat_map(|kind| self.documents(kind, lang));
        // A plan of another region may have an activity with the same id.
        let is_here = |entry: &&Entry| {
            let found = self.activity(entry, activity, lang);
            found.is_some_and(|(own, _)| own.document.id == region.document.id)
        };
        let mut about: Vec<&Entry> = all.filter(is_about).filter(is_here).collect();
        about.sort_by(|a, b| newest_first(a, b));
        about
    }

    /// The key figures about a region: those that its own text links to, and those of
    /// factsheets that saw this region alone.
    pub fn figures_about(&self, region: &Entry) -> Vec<FigureRef> {
        let at = region.at;
        let linked = self.uses.figures.iter().filter(|(_, users)| users.contains(&at));
        let mut places: Vec<FigureRef> = linked.map(|(place, _)| *place).collect();
        // Which documents have figures is in the index: only those are read.
        let with_figures: BTreeSet<usize> =
            self.index.figures.values().flatten().map(|place| place.document).collect();
        for document in with_figures {
            let Some(entry) = self.entry(document) else { continue };
            let Front::Factsheet(own) = &entry.document.front else { continue };
            let seen = self.region_ids(&own.seen_in);
            let here = seen.len() == 1 && seen.contains(region.document.id.as_str());
            if here && entry.is_shown() && self.is_read_in(entry, &region.document.lang) {
                places.extend(
                    (0..own.figures.len()).map(|figure| FigureRef { document, figure }),
                );
            }
        }
        places.retain(|place| place.document != at);
        places.sort_unstable();
        places.dedup();
        places
    }

    /// The ids of the regions that a document was seen in or is about, as far as it names them,
    /// sorted.
    pub fn regions_of(&self, entry: &Entry) -> impl Iterator<Item = &str> {
        let numbers = self.relations.regions.get(entry.at).iter();
        numbers.filter_map(|number| self.index.regions.id_of(*number))
    }

    /// The same by number, as long as the relations do not tell.
    pub(super) fn named_regions(&self, entry: &Entry) -> Vec<u32> {
        let document = &entry.document;
        let mut numbers = Vec::new();
        let mut add = |names: &[Spanned<String>]| {
            numbers.extend(names.iter().filter_map(|name| self.index.regions.number(name)));
        };
        let head = [&document.head.regions];
        let seen_in = match &document.front {
            Front::Factsheet(own) => Some(&own.seen_in),
            Front::Finding(own) => Some(&own.seen_in),
            _ => None,
        };
        for regions in head.into_iter().chain(seen_in) {
            if let Regions::Some(names) = regions {
                add(names);
            }
        }
        match &document.front {
            Front::Story(own) => add(own.region.as_slice()),
            Front::Blueprint(own) => add(&own.used_in),
            _ => {}
        }
        numbers.sort_unstable();
        numbers.dedup();
        numbers
    }

    /// How many documents that are no made-up samples name a region and a topic, by region and
    /// topic. Who names them is in the relations.
    pub fn topic_coverage(&self, lang: &Lang) -> Arc<Coverage> {
        let count = || Arc::new(self.count_coverage(lang));
        let known = self.relations.coverage.get(lang);
        known.map_or_else(count, |known| Arc::clone(known.get_or_init(count)))
    }

    fn count_coverage(&self, lang: &Lang) -> Coverage {
        let kinds = [DocKind::Story, DocKind::Finding, DocKind::Factsheet];
        let all = kinds.into_iter().flat_map(|kind| self.listed(kind, lang));
        let all = all.filter(|entry| !entry.document.head.sample);
        let regions = &self.index.regions;
        let topics = self.vocabulary.topics.iter().map(|topic| topic.id.value.clone());
        let mut coverage = Coverage {
            regions: (0..).map_while(|own| Some(regions.id_of(own)?.to_owned())).collect(),
            topics: topics.collect(),
            counts: Vec::new(),
        };
        // Of two topics with one id, the first is meant, as everywhere.
        let numbered = coverage.topics.iter().enumerate().rev();
        let by_id: BTreeMap<&str, usize> = numbered.map(|(at, id)| (id.as_str(), at)).collect();
        let number = |id: &Spanned<String>| by_id.get(id.as_str()).copied();
        let named = all.map(|entry| {
            let topics = entry.document.head.topics.iter().filter_map(number);
            (self.relations.regions.get(entry.at), topics)
        });
        coverage.counts = pairs(named, coverage.regions.len(), coverage.topics.len());
        coverage
    }
}

/// How often regions and topics are named together.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Coverage {
    /// Ids, by number.
    regions: Vec<String>,
    topics: Vec<String>,
    /// A row of topics for each region.
    counts: Vec<usize>,
}

impl Coverage {
    /// How many documents name this region and this topic.
    pub fn count(&self, region: &str, topic: &str) -> usize {
        let at = |all: &[String], id: &str| all.iter().position(|own| own == id);
        let place = at(&self.regions, region).zip(at(&self.topics, topic));
        let count = place.and_then(|(row, at)| self.counts.get(row * self.topics.len() + at));
        count.copied().unwrap_or_default()
    }
}

/// How often each of the first stands with each of the second, of so many of both: a row for each
/// of the first. What is named twice counts once.
fn pairs<'a, T: Iterator<Item = usize>>(
    named: impl Iterator<Item = (&'a [u32], T)>,
    firsts: usize,
    seconds: usize,
) -> Vec<usize> {
    let mut counts = vec![0; firsts * seconds];
    let mut own = Vec::new();
    for (first, second) in named {
        own.clear();
        own.extend(second);
        own.sort_unstable();
        own.dedup();
        for row in first {
            let start = usize::try_from(*row).unwrap_or(usize::MAX).saturating_mul(seconds);
            for at in &own {
                if let Some(count) = counts.get_mut(start.saturating_add(*at)) {
                    *count += 1;
                }
            }
        }
    }
    counts
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_region_is_counted_with_every_topic() {
        let ids = |all: &[&str]| all.iter().map(|id| (*id).to_owned()).collect();
        let named: [(&[u32], Vec<usize>); 4] =
            [(&[0, 1], vec![1, 0, 1]), (&[1], vec![1]), (&[2], vec![]), (&[], vec![0])];
        let named = named.into_iter().map(|(regions, topics)| (regions, topics.into_iter()));
        let coverage = Coverage {
            regions: ids(&["drenthe", "twente", "zeeland"]),
            topics: ids(&["leren", "matching"]),
            counts: pairs(named, 3, 2),
        };
        let count = |region, topic| coverage.count(region, topic);
        assert_eq!((count("drenthe", "leren"), count("drenthe", "matching")), (1, 1));
        assert_eq!((count("twente", "leren"), count("twente", "matching")), (1, 2));
        assert_eq!((count("zeeland", "leren"), count("texel", "matching")), (0, 0));
    }
}
