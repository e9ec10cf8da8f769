//! What pages may ask about regions: their activities, their figures, what they told about.

use std::collections::{BTreeMap, BTreeSet};

use crate::base::{Lang, Spanned};
use crate::model::{DocKind, Front, Regions};

use super::query::newest_first;
use super::{Catalog, Entry, FigureRef};

impl Catalog {
    /// The shown stories and findings about each activity of the regions' plans, newest first.
    pub fn about_activity(&self, activity: &str, lang: &Lang) -> Vec<&Entry> {
        let is_about = |entry: &&Entry| match &entry.document.front {
            Front::Story(own) => own.activity.as_ref().is_some_and(|id| id.value == activity),
            Front::Finding(own) => own.about.iter().any(|id| id.value == activity),
            _ => false,
        };
        let kinds = [DocKind::Story, DocKind::Finding];
        let all = kinds.into_iter().flat_map(|kind| self.documents(kind, lang));
        let mut about: Vec<&Entry> = all.filter(is_about).collect();
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
            if here && entry.is_shown() && entry.document.lang == region.document.lang {
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
    pub fn topic_coverage(&self, lang: &Lang) -> Coverage {
        let kinds = [DocKind::Story, DocKind::Finding, DocKind::Factsheet];
        let all = kinds.into_iter().flat_map(|kind| self.listed(kind, lang));
        let named = all.filter(|entry| !entry.document.head.sample).map(|entry| {
            let topics = entry.document.head.topics.iter().map(|id| id.as_str());
            (self.regions_of(entry).collect(), topics.collect())
        });
        pairs(named)
    }
}

/// How often regions and topics are named together.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Coverage(BTreeMap<String, BTreeMap<String, usize>>);

impl Coverage {
    /// How many documents name this region and this topic.
    pub fn count(&self, region: &str, topic: &str) -> usize {
        self.0.get(region).and_then(|topics| topics.get(topic)).copied().unwrap_or_default()
    }
}

/// The regions and the topics that a document names.
type Named<'a> = (BTreeSet<&'a str>, BTreeSet<&'a str>);

/// How often each of the first stands with each of the second.
fn pairs<'a>(named: impl Iterator<Item = Named<'a>>) -> Coverage {
    let mut counts: BTreeMap<&str, BTreeMap<&str, usize>> = BTreeMap::new();
    for (regions, topics) in named {
        for region in &regions {
            let own = counts.entry(region).or_default();
            for topic in &topics {
                *own.entry(topic).or_default() += 1;
            }
        }
    }
    let of_region = |(region, topics): (&str, BTreeMap<&str, usize>)| {
        let topics = topics.into_iter().map(|(topic, count)| (topic.to_owned(), count));
        (region.to_owned(), topics.collect())
    };
    Coverage(counts.into_iter().map(of_region).collect())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_region_is_counted_with_every_topic() {
        let named: [(&[_], &[_]); 4] = [
            (&["twente", "drenthe"], &["matching", "leren", "matching"]),
            (&["twente"], &["matching"]),
            (&["zeeland"], &[]),
            (&[], &["leren"]),
        ];
        let set = |all: &[&'static str]| all.iter().copied().collect();
        let coverage = pairs(named.iter().map(|(regions, topics)| (set(regions), set(topics))));
        let count = |region, topic| coverage.count(region, topic);
        assert_eq!((count("drenthe", "leren"), count("drenthe", "matching")), (1, 1));
        assert_eq!((count("twente", "leren"), count("twente", "matching")), (1, 2));
        assert_eq!((count("zeeland", "leren"), count("texel", "matching")), (0, 0));
    }
}
