//! Region names, old names and other names, wherever an editor uses one.

use std::collections::BTreeMap;

use crate::model::{DocKind, Front};

use super::Entry;
use super::references::plain_id;

/// From a folded name to the region's id.
#[derive(Debug, Clone, Default, PartialEq, Eq, Hash)]
pub(super) struct RegionNames {
    ids: BTreeMap<String, String>,
}

impl RegionNames {
    pub(super) fn of(entries: &[Entry]) -> Self {
        let mut ids = BTreeMap::new();
        let regions = || {
            let all = entries.iter().map(|entry| &entry.document);
            all.filter(|own| own.kind == DocKind::Region)
        };
        // Ids and titles win over other names, whatever the order of the files.
        for region in regions() {
            ids.insert(fold(&region.id), region.id.clone());
        }
        for region in regions() {
            ids.entry(fold(&region.head.title)).or_insert_with(|| region.id.clone());
        }
        for region in regions() {
            let Front::Region(own) = &region.front else { continue };
            let others = own.aliases.iter().chain(own.names.iter().map(|named| &named.name));
            for name in others {
                ids.entry(fold(name)).or_insert_with(|| region.id.clone());
            }
            if !own.code.is_empty() {
                ids.entry(fold(&own.code)).or_insert_with(|| region.id.clone());
            }
        }
        Self { ids }
    }

    /// The id of the region with a name, which may have `region:` before it.
    pub(super) fn id(&self, written: &str) -> Option<&str> {
        let plain = plain_id(DocKind::Region, written);
        // Most are written as they are kept.
        self.ids.get(plain).or_else(|| self.ids.get(&fold(plain))).map(String::as_str)
    }

    /// Every name, for suggestions.
    pub(super) fn names(&self) -> impl Iterator<Item = &str> {
        self.ids.keys().map(String::as_str)
    }
}

fn fold(name: &str) -> String {
    name.trim().replace('’', "'").to_lowercase()
}
