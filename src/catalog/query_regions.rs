//! What pages may ask about regions: their activities, their figures, what they told about.

use std::collections::BTreeMap;

use crate::base::Lang;
use crate::model::{DocKind, Front};

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
        for (document, entry) in self.entries().iter().enumerate() {
            let Front::Factsheet(own) = &entry.document.front else { continue };
            if own.figures.is_empty() {
                continue;
            }
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

    /// How many documents that are no made-up samples name a region and a topic, by region and
    /// topic.
    pub fn topic_coverage(&self, lang: &Lang) -> BTreeMap<(&str, &str), usize> {
        let kinds = [DocKind::Story, DocKind::Finding, DocKind::Factsheet];
        let all = kinds.into_iter().flat_map(|kind| self.documents(kind, lang));
        let named = all.filter(|entry| !entry.document.head.sample).map(|entry| {
            let topics = entry.document.head.topics.iter().map(|id| id.as_str());
            (self.regions_of(entry).into_iter().collect(), topics.collect())
        });
        pairs(named)
    }
}

/// How often each of the first stands with each of the second.
fn pairs<'a>(
    named: impl Iterator<Item = (Vec<&'a str>, Vec<&'a str>)>,
) -> BTreeMap<(&'a str, &'a str), usize> {
    let mut counts = BTreeMap::new();
    for (regions, topics) in named {
        for region in &regions {
            for topic in &topics {
                *counts.entry((*region, *topic)).or_default() += 1;
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
        let named = [
            (vec!["twente", "drenthe"], vec!["matching", "leren"]),
            (vec!["twente"], vec!["matching"]),
            (vec!["zeeland"], vec![]),
            (vec![], vec!["leren"]),
        ];
        assert_eq!(
            pairs(named.into_iter()),
            BTreeMap::from([
                (("drenthe", "leren"), 1),
                (("drenthe", "matching"), 1),
                (("twente", "leren"), 1),
                (("twente", "matching"), 2),
            ])
        );
    }
}
