//! Region names, old names and other names, wherever an editor uses one.

use std::collections::{BTreeMap, BTreeSet};

use crate::model::{DocKind, Front};

use super::Entry;
use super::references::plain_id;

/// From a folded name to the region.
#[derive(Debug, Clone, Default, PartialEq, Eq, Hash)]
pub(super) struct RegionNames {
    /// The ids of all regions, sorted.
    ids: Vec<String>,
    /// Of each, whether it is shown in any language.
    shown: Vec<bool>,
    /// The position of an id, by name.
    by_name: BTreeMap<String, u32>,
}

impl RegionNames {
    pub(super) fn of(entries: &[Entry]) -> Self {
        let regions = || {
            let all = entries.iter().map(|entry| &entry.document);
            all.filter(|own| own.kind == DocKind::Region)
        };
        let ids: BTreeSet<&String> = regions().map(|region| &region.id).collect();
        let ids: Vec<String> = ids.into_iter().cloned().collect();
        let is_shown =
            |entry: &&Entry| entry.document.kind == DocKind::Region && entry.is_shown();
        let shown: BTreeSet<&str> =
            entries.iter().filter(is_shown).map(|own| own.document.id.as_str()).collect();
        let shown = ids.iter().map(|id| shown.contains(id.as_str())).collect();
        let numbers: BTreeMap<&str, u32> = ids.iter().map(String::as_str).zip(0..).collect();
        let mut by_name = BTreeMap::new();
        let mut add = |name: &str, id: &str| {
            if let Some(number) = numbers.get(id) {
                by_name.entry(fold(name)).or_insert(*number);
            }
        };
        // Ids and titles win over other names, whatever the order of the files.
        for region in regions() {
            add(&region.id, &region.id);
        }
        for region in regions() {
            add(&region.head.title, &region.id);
        }
        for region in regions() {
            let Front::Region(own) = &region.front else { continue };
            let others = own.aliases.iter().chain(own.names.iter().map(|named| &named.name));
            for name in others {
                add(name, &region.id);
            }
            if !own.code.is_empty() {
                add(&own.code, &region.id);
            }
        }
        Self { ids, shown, by_name }
    }

    /// The number of the region with a name, which may have `region:` before it. Numbers are in
    /// the order of the ids.
    pub(super) fn number(&self, written: &str) -> Option<u32> {
        let plain = plain_id(DocKind::Region, written);
        // Most are written as they are kept.
        self.by_name.get(plain).or_else(|| self.by_name.get(&fold(plain))).copied()
    }

    /// The id of the region with a name.
    pub(super) fn id(&self, written: &str) -> Option<&str> {
        self.id_of(self.number(written)?)
    }

    /// The numbers of all regions.
    pub(super) fn numbers(&self) -> impl Iterator<Item = u32> {
        (0..).zip(&self.ids).map(|(number, _)| number)
    }

    /// The id of the region with a number, where it is shown.
    pub(super) fn shown_id(&self, number: u32) -> Option<&str> {
        let is_shown = self.shown.get(usize::try_from(number).ok()?)?;
        self.id_of(number).filter(|_| *is_shown)
    }

    /// The id of the region with a number.
    pub(super) fn id_of(&self, number: u32) -> Option<&str> {
        self.ids.get(usize::try_from(number).ok()?).map(String::as_str)
    }

    /// Every name, for suggestions.
    pub(super) fn names(&self) -> impl Iterator<Item = &str> {
        self.by_name.keys().map(String::as_str)
    }
}

fn fold(name: &str) -> String {
    name.trim().replace('’', "'").to_lowercase()
}
