//! The tile map of the regions, and which of them touch.

use std::collections::BTreeSet;

use crate::base::{Lang, UrlPath};
use crate::i18n::Strings;
use crate::model::drawing::{MapDrawing, SourceLink, Tile};
use crate::model::{DocKind, Front, Region, Target};

use super::{Catalog, Entry};

/// What a map shows of a region.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct TileValue {
    /// As shown in the table.
    pub value: String,
    /// The class of the legend.
    pub class: usize,
}

impl TileValue {
    /// A number of things in words, by the key of these: "geen verhaal", "1 verhaal", "2 verhalen".
    pub fn counted(strings: &Strings, word: &str, n: usize) -> Self {
        let value = match n {
            0 => strings.text(&format!("{word}_none")).to_owned(),
            n => strings.count(word, n),
        };
        Self { value, class: n.min(2) }
    }
}

/// How a map is to be drawn.
#[derive(Debug, Clone)]
pub struct MapFrame<'a> {
    /// A prefix for ids, unique on the page.
    pub id: &'a str,
    /// Its title.
    pub title: Option<String>,
    /// What is counted, as the head of a column.
    pub measure: String,
    /// The classes of the legend.
    pub classes: Vec<String>,
    /// Where the data come from.
    pub source: Option<SourceLink>,
}

impl Catalog {
    /// Every region that is shown, in the order of title, with its own fields.
    pub fn regions(&self, lang: &Lang) -> Vec<(&Entry, &Region)> {
        let mut regions: Vec<(&Entry, &Region)> = self
            .documents(DocKind::Region, lang)
            .filter_map(|entry| match &entry.document.front {
                Front::Region(region) => Some((entry, region.as_ref())),
                _ => None,
            })
            .collect();
        regions.sort_by_key(|(entry, _)| entry.document.head.title.value.to_lowercase());
        regions
    }

    /// The map of all regions that have a tile, with a value for each.
    pub fn map(
        &self,
        frame: MapFrame<'_>,
        lang: &Lang,
        value: impl Fn(&Entry) -> TileValue,
    ) -> MapDrawing {
        let mut tiles: Vec<Tile> = self
            .regions(lang)
            .into_iter()
            .filter_map(|(entry, region)| {
                let (column, row) = region.tile?;
                let TileValue { value, class } = value(entry);
                Some(Tile {
                    column,
                    row,
                    name: entry.document.head.title.value.clone(),
                    short: short_name(&entry.document.head.title),
                    target: Target::Site { url: entry.url.clone(), fragment: None },
                    value,
                    class,
                })
            })
            .collect();
        tell_apart(&mut tiles);
        tiles.sort_by(|a, b| (a.row, a.column, &a.name).cmp(&(b.row, b.column, &b.name)));
        MapDrawing {
            id: frame.id.to_owned(),
            title: frame.title,
            measure: frame.measure,
            tiles,
            classes: frame.classes,
            source: frame.source,
        }
    }

    /// The regions beside a region: those it names, or those whose tiles touch.
    pub fn neighbours(&self, entry: &Entry) -> Vec<(&str, &UrlPath)> {
        let Front::Region(region) = &entry.document.front else { return Vec::new() };
        let lang = &entry.document.lang;
        let all = self.regions(lang);
        let named: Vec<&str> =
            region.neighbours.iter().filter_map(|name| self.region_id(name)).collect();
        let touches = |other: &Region| match (region.tile, other.tile) {
            (Some((column, row)), Some((x, y))) => {
                let (dx, dy) = (column.abs_diff(x), row.abs_diff(y));
                dx <= 1 && dy <= 1 && dx + dy > 0
            }
            _ => false,
        };
        all.into_iter()
            .filter(|(other, own)| {
                let is_named = named.contains(&other.document.id.as_str());
                if named.is_empty() { touches(own) } else { is_named }
            })
            .map(|(other, _)| (other.document.head.title.value.as_str(), &other.url))
            .collect()
    }
}

/// Gives tiles with the same short name a later letter of their name instead of the last one:
/// `Dre` and `Drn`.
fn tell_apart(tiles: &mut [Tile]) {
    let mut taken: BTreeSet<String> = BTreeSet::new();
    for tile in tiles {
        let mut start = tile.short.clone();
        start.pop();
        let own = |letter: char| format!("{start}{letter}");
        let later =
            tile.name.chars().skip(tile.short.chars().count()).filter(|c| c.is_alphabetic());
        let free = std::iter::once(tile.short.clone()).chain(later.map(own));
        let chosen = free.into_iter().find(|short| !taken.contains(short));
        tile.short = chosen.unwrap_or_else(|| tile.short.clone());
        taken.insert(tile.short.clone());
    }
}

/// At most four letters for a tile: `Twe`, `NHN`, `RvN`.
pub fn short_name(title: &str) -> String {
    let words: Vec<&str> = title
        .split([' ', '-'])
        .filter(|word| !matches!(*word, "en" | "de" | "Regio" | ""))
        .collect();
    match words.as_slice() {
        [one] => one.chars().take(3).collect(),
        [one, two] if one.chars().count() > 3 && two.chars().count() > 3 => {
            let start: String = one.chars().take(2).collect();
            format!("{start}{}", two.chars().take(1).collect::<String>())
        }
        many => many.iter().take(4).filter_map(|word| word.chars().next()).collect(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_are_short_enough_for_a_tile() {
        assert_eq!(short_name("Twente"), "Twe");
        assert_eq!(short_name("Regio Zwolle"), "Zwo");
        assert_eq!(short_name("Noord-Holland Noord"), "NHN");
        assert_eq!(short_name("Rijk van Nijmegen"), "RvN");
        assert_eq!(short_name("Groot Amsterdam"), "GrA");
    }
}
