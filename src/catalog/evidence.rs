//! How much the evidence carries: the steps of strength are counted, not believed.

use std::collections::BTreeSet;

use crate::base::{FileId, Period};
use crate::diag::Diag;
use crate::diag::problem::Evidence as Wrong;
use crate::model::vocabulary::{Source, SourceKind};
use crate::model::{Front, Judgement, Regions, SourceUse, Strength};

use super::{Catalog, Entry};

/// The regions and independent sources that a document rests on.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct Ground {
    /// So many regions.
    pub regions: usize,
    /// So many sources of which none rests on another or on the same one.
    pub sources: usize,
}

/// What supports what a document claims, as far as it says so.
#[derive(Debug, Clone, Copy)]
pub struct Support<'a> {
    /// How strong it is, who judged that, and when.
    pub judgement: &'a Judgement,
    /// The regions where it was seen.
    pub seen_in: &'a Regions,
    /// When it was seen.
    pub period: Option<Period>,
    /// The sources that it rests on.
    pub sources: &'a [SourceUse],
}

impl<'a> Support<'a> {
    /// Of a document; `None` for a type that claims nothing.
    pub fn of(front: &'a Front) -> Option<Self> {
        let (judgement, seen_in, period, sources) = match front {
            Front::Factsheet(own) => (&own.judgement, &own.seen_in, own.period, &own.sources),
            Front::Finding(own) => (&own.judgement, &own.seen_in, own.period, &own.sources),
            _ => return None,
        };
        Some(Self { judgement, seen_in, period, sources })
    }
}

impl Catalog {
    /// The regions that a field names, as ids; all of them for `all`. Sorted by id. Those that are not shown
    /// are left out: they are in no total either.
    pub fn region_ids(&self, regions: &Regions) -> BTreeSet<&str> {
        let names = &self.index.regions;
        self.region_numbers(regions).into_iter().filter_map(|own| names.shown_id(own)).collect()
    }

    fn region_numbers(&self, regions: &Regions) -> BTreeSet<u32> {
        let names = &self.index.regions;
        match regions {
            Regions::All => names.numbers().collect(),
            Regions::Some(written) => {
                written.iter().filter_map(|name| names.number(name)).collect()
            }
        }
    }

    /// The id of the region that a name means.
    pub fn region_id(&self, name: &str) -> Option<&str> {
        self.index.regions.id(name)
    }

    /// A source of the register.
    pub fn source(&self, id: &str) -> Option<&Source> {
        self.index.sources.get(id).and_then(|at| self.vocabulary.sources.get(*at))
    }

    /// What a document rests on, counted.
    pub fn ground(&self, seen_in: &Regions, sources: &[SourceUse]) -> Ground {
        let sources: Vec<&Source> =
            sources.iter().filter_map(|used| self.source(&used.source)).collect();
        // What a region told counts before it has a page.
        let regions = self.region_numbers(seen_in).len();
        Ground { regions, sources: self.independent(&sources) }
    }

    /// The largest number of these sources that are independent of each other: different
    /// authors, neither based on the other, nor both on the same source.
    fn independent(&self, sources: &[&Source]) -> usize {
        let mut kept: Vec<&Source> = Vec::new();
        for source in sources {
            if kept.iter().all(|other| self.are_independent(source, other)) {
                kept.push(source);
            }
        }
        // Two are enough for every rule; a greedy choice can miss a pair, so look for one.
        let has_pair = || {
            sources.iter().enumerate().any(|(at, one)| {
                sources.iter().skip(at + 1).any(|other| self.are_independent(one, other))
            })
        };
        if kept.len() < 2 && has_pair() { 2 } else { kept.len() }
    }

    fn are_independent(&self, one: &Source, other: &Source) -> bool {
        if one.author.trim().to_lowercase() == other.author.trim().to_lowercase() {
            return false;
        }
        if one.based_on.is_empty() && other.based_on.is_empty() {
            return one.id.as_str() != other.id.as_str();
        }
        let (roots, others) = (self.roots(one), self.roots(other));
        roots.is_disjoint(&others)
    }

    /// A source with everything it is based on, however far.
    fn roots<'a>(&'a self, source: &'a Source) -> BTreeSet<&'a str> {
        let mut roots = BTreeSet::from([source.id.as_str()]);
        let mut open: Vec<&Source> = vec![source];
        while let Some(source) = open.pop() {
            for id in &source.based_on {
                if roots.insert(id.as_str()) {
                    open.extend(self.source(id));
                }
            }
        }
        roots
    }
}

/// Checks the strength of a document.
pub(super) fn check(catalog: &Catalog, entry: &Entry, diags: &mut Vec<Diag>) {
    let document = &entry.document;
    if let Some(support) = Support::of(&document.front) {
        strength(catalog, support, document.file, diags);
    }
}

/// How many of the regions and sources that a document names are not known: they are told of
/// by themselves, and may turn out to be what is wanted.
fn gaps(catalog: &Catalog, seen_in: &Regions, sources: &[SourceUse]) -> Ground {
    let regions = match seen_in {
        Regions::All => 0,
        Regions::Some(names) => {
            names.iter().filter(|name| catalog.region_id(name).is_none()).count()
        }
    };
    let sources = sources.iter().filter(|used| catalog.source(&used.source).is_none()).count();
    Ground { regions, sources }
}

fn strength(catalog: &Catalog, support: Support<'_>, file: FileId, diags: &mut Vec<Diag>) {
    let Support { judgement, seen_in, sources, .. } = support;
    let gaps = gaps(catalog, seen_in, sources);
    match judgement.strength {
        Strength::Experience | Strength::Insufficient => {}
        Strength::Pattern => {
            let Ground { regions, sources } = catalog.ground(seen_in, sources);
            // With one that is not known the count says nothing yet.
            if regions + gaps.regions < 3 && sources + gaps.sources < 2 {
                diags
                    .push(Diag::at(judgement.span, Wrong::PatternTooWeak { regions, sources }));
            }
        }
        Strength::Researched | Strength::Compared | Strength::Replicated => {
            let research =
                sources.iter().filter_map(|used| catalog.source(&used.source)).any(|own| {
                    matches!(
                        own.kind,
                        SourceKind::Report | SourceKind::Dataset | SourceKind::Registration
                    )
                });
            if !research && gaps.sources == 0 {
                let key = judgement.strength.as_str();
                let alias = Strength::CHOICE.options.iter().find(|(own, _)| *own == key);
                let strength = (alias.map_or(key, |(_, alias)| *alias), key);
                diags.push(Diag::at(judgement.span, Wrong::NoResearchSource { strength }));
            }
            if judgement.by.is_none() {
                diags.push(Diag::missing_from(file, Wrong::NoJudge { key: "strength-by" }));
            }
            if judgement.date.is_none() {
                diags.push(Diag::missing_from(file, Wrong::NoJudge { key: "strength-date" }));
            }
        }
    }
}
