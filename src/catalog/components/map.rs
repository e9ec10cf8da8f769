//! Maps: counts per region, or the values of a data file.

use std::collections::{BTreeMap, BTreeSet};

use crate::base::{Lang, RefKind, apostrophes, nearest};
use crate::diag::Diag;
use crate::diag::problem::{Data, Link};
use crate::model::component::{Map, MapMeasure, Text};
use crate::model::drawing::{Drawing, Number};
use crate::parse::data::{Table, numbers};

use super::super::resolve::Lookup;
use super::super::tiles::{MapFrame, TileValue};
use super::super::{Catalog, Entry};

impl<'a> Lookup<'a> {
    pub(super) fn map(&mut self, map: &Map) -> Drawing {
        let lang = self.lang();
        let Some(strings) = self.catalog.strings(&lang) else { return Drawing::Nothing };
        let id = self.prefix("kaart");
        let frame = |measure: String, classes: Vec<String>, source| MapFrame {
            id: &id,
            title: map.title.as_ref().map(|title| apostrophes(&title.value).into_owned()),
            measure,
            classes,
            source,
        };
        let source = self.source_link(map.source.as_ref());
        let catalog = self.catalog;
        let counted = |word: &str, count: &dyn Fn(&Entry) -> usize| {
            let classes = catalog.count_classes(word, &lang);
            catalog.map(
                frame(strings.text(word).to_owned(), classes, source.clone()),
                &lang,
                |region| TileValue::counted(strings, word, count(region)),
            )
        };
        Drawing::Map(match &map.measure {
            MapMeasure::Stories => counted("stories", &|region| catalog.stories_of(region)),
            MapMeasure::Findings => counted("findings", &|region| catalog.findings_of(region)),
            MapMeasure::Coverage => {
                counted("coverage", &|region| catalog.evidence_kinds(region).len())
            }
            MapMeasure::Data { data, region, value } => {
                return self.data_map(
                    data,
                    region,
                    value,
                    frame(value.value.clone(), Vec::new(), source),
                );
            }
        })
    }

    fn data_map(
        &mut self,
        data: &Text,
        region: &Text,
        value: &Text,
        frame: MapFrame<'_>,
    ) -> Drawing {
        let lang = self.lang();
        let Some((_, table)) = self.data(data) else { return Drawing::Nothing };
        let table = table.clone();
        let (regions, values) = match (table.column(region), table.column(value)) {
            (Ok(regions), Ok(values)) => (regions, values),
            (regions, values) => {
                let wrong = [(region, regions.err()), (value, values.err())];
                let diag =
                    |(name, problem): (&Text, Option<_>)| Some(Diag::at(name.span, problem?));
                self.diags.extend(wrong.into_iter().filter_map(diag));
                return Drawing::Nothing;
            }
        };
        let (ids, cells): (Vec<&str>, Vec<&Text>) =
            self.region_cells(&table, regions, values).into_iter().unzip();
        let read = numbers(&cells, value, &lang);
        self.diags.extend(read.diags);
        let found = ids.into_iter().zip(read.value);
        let by_region: BTreeMap<&str, Number> =
            found.filter_map(|(id, number)| Some((id, number?))).collect();
        let classes = Thirds::of(by_region.values());
        let none = self
            .catalog
            .strings(&lang)
            .map_or("", |strings| strings.text("no_value"))
            .to_owned();
        let mut labels = vec![none.clone()];
        labels.extend(classes.labels());
        let frame = MapFrame { classes: labels, ..frame };
        Drawing::Map(self.catalog.map(frame, &lang, |entry| {
            by_region.get(entry.document.id.as_str()).map_or_else(
                || TileValue { value: none.clone(), class: 0 },
                |number| TileValue {
                    value: number.shown.clone(),
                    class: 1 + classes.class(number),
                },
            )
        }))
    }

    /// The cells of a column of values with the regions they are of: one of each region. A row
    /// without a value, or with the same again, leaves no doubt.
    fn region_cells<'t>(
        &mut self,
        table: &'t Table,
        regions: usize,
        values: usize,
    ) -> Vec<(&'a str, &'t Text)> {
        let catalog = self.catalog;
        let mut cells = Vec::new();
        let mut seen: BTreeMap<&str, (&Text, &Text)> = BTreeMap::new();
        let mut doubles = Doubles::default();
        for row in &table.rows {
            let (Some(name), Some(cell)) = (row.get(regions), row.get(values)) else {
                continue;
            };
            let Some(id) = catalog.region_id(name) else {
                let nearest = nearest(name, catalog.index.regions.names()).map(str::to_owned);
                let unknown =
                    Link::UnknownId { kind: RefKind::Region, id: name.value.clone(), nearest };
                self.diags.push(Diag::at(name.span, unknown));
                continue;
            };
            if cell.is_empty() {
                continue;
            }
            match seen.get(id) {
                None => {
                    seen.insert(id, (name, cell));
                    cells.push((id, cell));
                }
                Some((_, known)) if known.value == cell.value => {}
                Some((first, _)) => doubles.add(id, name, first),
            }
        }
        self.diags.extend(doubles.told());
        cells
    }
}

/// Regions of which a data file has several values.
#[derive(Default)]
struct Doubles<'t> {
    /// The names of the first such region: in a row that is not its first, and in that.
    first: Option<(&'t Text, &'t Text)>,
    ids: BTreeSet<&'t str>,
}

impl<'t> Doubles<'t> {
    fn add(&mut self, id: &'t str, again: &'t Text, before: &'t Text) {
        self.first.get_or_insert((again, before));
        self.ids.insert(id);
    }

    fn told(&self) -> Option<Diag> {
        let (again, before) = self.first?;
        let others = self.ids.len().saturating_sub(1);
        let problem = Data::RepeatedRegion { region: again.value.clone(), others };
        Some(Diag::at(again.span, problem).related(before.span))
    }
}

impl Catalog {
    /// The classes of a map of counts: none, one, more.
    pub fn count_classes(&self, word: &str, lang: &Lang) -> Vec<String> {
        let Some(strings) = self.strings(lang) else { return Vec::new() };
        vec![
            strings.text(&format!("{word}_none")).to_owned(),
            strings.count(word, 1),
            strings.fill(&format!("{word}_more"), &[("n", "2")]),
        ]
    }
}

/// Values split into three classes of as many regions.
struct Thirds {
    bounds: Vec<Number>,
}

impl Thirds {
    fn of<'a>(numbers: impl Iterator<Item = &'a Number>) -> Self {
        let mut sorted: Vec<Number> = numbers.cloned().collect();
        sorted.sort_by(|a, b| a.value().total_cmp(&b.value()));
        let at = |part: usize| {
            sorted.get((sorted.len() * part).div_ceil(3).saturating_sub(1)).cloned()
        };
        let mut bounds: Vec<Number> = (1..=3).filter_map(at).collect();
        bounds.dedup();
        Self { bounds }
    }

    fn class(&self, number: &Number) -> usize {
        self.bounds.iter().position(|bound| number.value() <= bound.value()).unwrap_or(0)
    }

    fn labels(&self) -> Vec<String> {
        self.bounds.iter().map(|bound| format!("≤ {}", bound.shown)).collect()
    }
}
