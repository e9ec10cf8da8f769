//! Components, with everything they name looked up.

use crate::base::{Lang, SourcePath, Span, Spanned, nearest};
use crate::config::Section;
use crate::diag::Diag;
use crate::diag::problem::{Evidence as Wrong, Link, Rights};
use crate::i18n::{dates, format_number};
use crate::model::component::{
    Chart, ChartSort, Component, ItemSort, Items, Map, MapMeasure, Moment, Text,
};
use crate::model::drawing::{
    ChartDrawing, ChartRow, Drawing, ItemDrawing, KeyFigureDrawing, Medium, MomentDrawing,
    Number, Series, SourceLink, TableCell, TableColumn, TableDrawing,
};
use crate::model::{DocKind, FigureKind, Front, KeyFigure, Precision, ShownAs, Target};
use crate::parse::data::{Table, number};

use super::figures::{self, Found};
use super::resolve::{Lookup, data_url, figure_anchor, not_shown};
use super::tiles::{MapFrame, TileValue};
use super::{Catalog, Entry, FigureRef};

impl Lookup<'_> {
    /// What a component draws.
    pub(super) fn draw(&mut self, component: &Component, span: Span) -> Drawing {
        self.drawings += 1;
        match component {
            Component::Chart(chart) => {
                self.chart(chart).map_or(Drawing::Nothing, Drawing::Chart)
            }
            Component::Map(map) => self.map(map),
            Component::Figures(ids) => Drawing::Figures(self.figures(ids, span)),
            Component::Quote { text, by, consent } => self.quote(text, by, consent, span),
            Component::Gallery { items, title } => {
                let items: Vec<Medium> =
                    items.iter().filter_map(|id| self.shown_medium(id)).collect();
                if items.is_empty() {
                    return Drawing::Nothing;
                }
                Drawing::Gallery {
                    title: title.as_ref().map(|title| title.value.clone()),
                    items,
                }
            }
            Component::Table { data, columns, title, source } => {
                let drawing = self.table(data, columns, title, source.as_ref());
                drawing.map_or(Drawing::Nothing, Drawing::Table)
            }
            Component::Timeline(moments) => {
                let mut moments: Vec<MomentDrawing> =
                    moments.iter().filter_map(|moment| self.moment(moment)).collect();
                moments.sort_by_key(|moment| moment.when.first());
                Drawing::Timeline(moments)
            }
            Component::Items(items) => Drawing::Items(self.items(items)),
            Component::Questionnaire(id) => self.questionnaire(id),
            Component::Broken => Drawing::Nothing,
        }
    }

    fn lang(&self) -> Lang {
        self.entry().map_or_else(
            || self.catalog.config.lang.clone(),
            |entry| entry.document.lang.clone(),
        )
    }

    fn prefix(&self, what: &str) -> String {
        format!("{what}-{}", self.drawings)
    }

    fn source_link(&mut self, source: Option<&Text>) -> Option<SourceLink> {
        let id = source?;
        self.uses.sources.entry(id.value.clone()).or_default().insert(self.at);
        self.catalog.source_link(id, &self.lang())
    }

    /// A data file with its path; `None` when there is none (which was reported).
    fn data(&mut self, written: &Text) -> Option<(SourcePath, &'_ Table)> {
        let from = self.entry().map(|entry| &entry.document.path);
        let path = self.catalog.data_path(written, from)?;
        self.uses.data.insert(path.clone());
        let table = self.catalog.data.get(&path)?;
        Some((path, table))
    }

    fn chart(&mut self, chart: &Chart) -> Option<ChartDrawing> {
        let lang = self.lang();
        let (csv, table) = match &chart.data {
            Some(written) => {
                let (path, table) = self.data(written)?;
                (Some(path), table.clone())
            }
            None => (None, inline(&chart.rows)?),
        };
        let mut found = |name: &Text| match table.column(name) {
            Ok(at) => Some(at),
            Err(problem) => {
                self.diags.push(Diag::at(name.span, problem));
                None
            }
        };
        let x = found(&chart.x)?;
        let ys: Vec<usize> = chart.y.iter().filter_map(&mut found).collect();
        if ys.len() != chart.y.len() || ys.is_empty() {
            return None;
        }
        let mut rows = Vec::new();
        for row in &table.rows {
            let label = row.get(x).map(|cell| cell.value.clone()).unwrap_or_default();
            let mut values = Vec::new();
            for (at, name) in ys.iter().zip(&chart.y) {
                let Some(cell) = row.get(*at) else { continue };
                match number(cell, name, &lang) {
                    Ok(value) => values.push(value),
                    Err(problem) => self.diags.push(Diag::at(cell.span, problem)),
                }
            }
            rows.push(ChartRow { label, values });
        }
        sort(&mut rows, chart.sort);
        Some(ChartDrawing {
            kind: chart.kind,
            id: self.prefix("grafiek"),
            title: chart.title.value.clone(),
            summary: chart.summary.as_ref().map(|text| text.value.clone()),
            category: chart.x.value.clone(),
            series: chart
                .y
                .iter()
                .map(|name| Series {
                    name: name.value.clone(),
                    is_target: is_target_word(name),
                })
                .collect(),
            rows,
            unit: chart.unit.as_ref().map(|text| text.value.clone()),
            target: chart.target.as_ref().map(|plain| Number {
                plain: plain.value.clone(),
                shown: format_number(plain, &lang),
            }),
            source: self.source_link(chart.source.as_ref()),
            csv: csv.as_ref().map(data_url),
        })
    }

    fn table(
        &mut self,
        data: &Text,
        columns: &[Text],
        title: &Text,
        source: Option<&Text>,
    ) -> Option<TableDrawing> {
        let lang = self.lang();
        let (path, table) = self.data(data)?;
        let table = table.clone();
        let mut chosen: Vec<usize> = Vec::new();
        for name in columns {
            match table.column(name) {
                Ok(at) => chosen.push(at),
                Err(problem) => self.diags.push(Diag::at(name.span, problem)),
            }
        }
        if columns.is_empty() {
            chosen = (0..table.columns.len()).collect();
        }
        let cells = |at: usize| table.rows.iter().filter_map(move |row| row.get(at));
        let is_number = |at: usize| {
            let mut filled = cells(at).filter(|cell| !cell.is_empty()).peekable();
            filled.peek().is_some()
                && filled.all(|cell| crate::i18n::read_number(cell, &lang).is_some())
        };
        let columns: Vec<TableColumn> = chosen
            .iter()
            .filter_map(|at| {
                let name = table.columns.get(*at)?.value.clone();
                let year = matches!(name.to_lowercase().as_str(), "jaar" | "year");
                Some(TableColumn { name, is_number: is_number(*at) && !year })
            })
            .collect();
        let rows = table
            .rows
            .iter()
            .map(|row| {
                let cells = chosen
                    .iter()
                    .zip(&columns)
                    .filter_map(|(at, column)| Some(self.cell(row.get(*at)?, column, &lang)));
                cells.collect()
            })
            .collect();
        Some(TableDrawing {
            id: self.prefix("tabel"),
            title: title.value.clone(),
            columns,
            rows,
            source: self.source_link(source),
            csv: Some(data_url(&path)),
        })
    }

    /// A cell as shown: numbers in the language's format, sources and regions linked, dates in
    /// words.
    fn cell(&mut self, cell: &Spanned<String>, column: &TableColumn, lang: &Lang) -> TableCell {
        let catalog = self.catalog;
        let written = cell.as_str();
        if column.is_number {
            let plain = crate::i18n::read_number(written, lang);
            let text =
                plain.map_or_else(|| written.to_owned(), |plain| format_number(&plain, lang));
            return TableCell { text, target: None };
        }
        let heading = column.name.to_lowercase();
        if matches!(heading.as_str(), "bron" | "source")
            && let Some(link) = catalog.source_link(written, lang)
        {
            self.uses.sources.entry(written.to_owned()).or_default().insert(self.at);
            return TableCell { text: link.label, target: Some(link.target) };
        }
        if matches!(heading.as_str(), "regio" | "region")
            && let Some(region) =
                catalog.region(written, lang).filter(|region| region.is_shown())
        {
            let target = Target::Site { url: region.url.clone(), fragment: None };
            return TableCell { text: written.to_owned(), target: Some(target) };
        }
        let date = crate::base::Date::parse_iso(written);
        let text = date.map_or_else(|| written.to_owned(), |date| dates::day(date, lang));
        TableCell { text, target: None }
    }

    fn figures(&mut self, ids: &[Text], span: Span) -> Vec<KeyFigureDrawing> {
        let lang = self.lang();
        let mut kinds: Vec<(bool, String)> = Vec::new();
        let mut periods = Vec::new();
        let mut out = Vec::new();
        for id in ids {
            // A figure that does not exist was reported with the fields.
            let Found::One(place) = figures::find(&self.catalog.index.figures, id) else {
                continue;
            };
            let Some(figure) = self.catalog.figure(place) else { continue };
            kinds.push((figure.kind == FigureKind::Target, figure.label.clone()));
            periods.push(self.catalog.figure_period(place));
            out.extend(self.catalog.key_figure(place, &lang));
        }
        let mixed = kinds.iter().any(|(own, _)| *own) && kinds.iter().any(|(own, _)| !*own);
        let labels = || kinds.iter().map(|(_, label)| label.clone()).collect();
        if mixed {
            self.diags.push(Diag::at(span, Wrong::MixedFigures { labels: labels() }));
        } else if periods.windows(2).any(|pair| matches!(pair, [one, two] if one != two)) {
            self.diags.push(Diag::at(span, Wrong::MixedPeriods { labels: labels() }));
        }
        out
    }

    fn quote(&mut self, text: &Text, by: &Text, consent: &Text, span: Span) -> Drawing {
        if consent.is_empty() {
            self.diags.push(Diag::at(span, Rights::NoConsent));
            return Drawing::Nothing;
        }
        let allowed = self.catalog.allowed_by(std::slice::from_ref(consent));
        let to_be_mailed = self.entry().is_some_and(|own| own.kind() == DocKind::Newsletter);
        if !allowed.site || (to_be_mailed && !allowed.newsletter) {
            return Drawing::Nothing;
        }
        let by = if to_be_mailed {
            self.catalog.newsletter_person(by, ShownAs::FullName, &self.lang())
        } else {
            self.catalog.person_shown(by, &self.lang())
        };
        let by = by.unwrap_or_default();
        Drawing::Quote { text: text.value.clone(), by }
    }

    fn shown_medium(&mut self, id: &Text) -> Option<Medium> {
        self.uses.media.entry(id.value.clone()).or_default().insert(self.at);
        let entry = self.catalog.media_entry(id)?;
        self.catalog.medium(entry, "", &self.lang())
    }

    fn map(&mut self, map: &Map) -> Drawing {
        let lang = self.lang();
        let Some(strings) = self.catalog.strings(&lang) else { return Drawing::Nothing };
        let id = self.prefix("kaart");
        let frame = |measure: String, classes: Vec<String>, source| MapFrame {
            id: &id,
            title: map.title.as_ref().map(|title| title.value.clone()),
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
                |region| {
                    let n = count(region);
                    TileValue { value: n.to_string(), class: n.min(2) }
                },
            )
        };
        Drawing::Map(match &map.measure {
            MapMeasure::Stories => {
                counted("stories", &|region| catalog.stories_of(region).len())
            }
            MapMeasure::Findings => {
                counted("findings", &|region| catalog.findings_of(region).len())
            }
            MapMeasure::Coverage => {
                counted("coverage", &|region| catalog.evidence_kinds(region).len())
            }
            MapMeasure::Data { data, region, value } => {
                return self.data_map(
                    data,
                    (region, value),
                    frame(value.value.clone(), Vec::new(), source),
                );
            }
        })
    }

    fn data_map(
        &mut self,
        data: &Text,
        (region, value): (&Text, &Text),
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
        let mut by_region = std::collections::BTreeMap::new();
        let mut numbers = Vec::new();
        for row in &table.rows {
            let (Some(name), Some(cell)) = (row.get(regions), row.get(values)) else {
                continue;
            };
            let Some(id) = self.catalog.region_id(name) else {
                let nearest =
                    nearest(name, self.catalog.index.regions.names()).map(str::to_owned);
                let kind = crate::base::RefKind::Region;
                self.diags.push(Diag::at(
                    name.span,
                    Link::UnknownId { kind, id: name.value.clone(), nearest },
                ));
                continue;
            };
            match number(cell, value, &lang) {
                Ok(Some(number)) => {
                    numbers.push(number.clone());
                    by_region.insert(id.to_owned(), number);
                }
                Ok(None) => {}
                Err(problem) => self.diags.push(Diag::at(cell.span, problem)),
            }
        }
        let classes = Thirds::of(&numbers);
        let none = self
            .catalog
            .strings(&lang)
            .map_or("", |strings| strings.text("no_value"))
            .to_owned();
        let mut labels = vec![none.clone()];
        labels.extend(classes.labels());
        let frame = MapFrame { classes: labels, ..frame };
        Drawing::Map(self.catalog.map(frame, &lang, |entry| {
            by_region.get(&entry.document.id).map_or_else(
                || TileValue { value: none.clone(), class: 0 },
                |number| TileValue {
                    value: number.shown.clone(),
                    class: 1 + classes.class(number),
                },
            )
        }))
    }

    fn moment(&mut self, moment: &Moment) -> Option<MomentDrawing> {
        let lang = self.lang();
        match moment {
            Moment::Event(id) => {
                let entry = self.catalog.document(DocKind::Event, id, &lang)?;
                let Front::Event(event) = &entry.document.front else { return None };
                let when = crate::base::When::Day(event.start?.0);
                if let Some(why) = not_shown(entry.availability) {
                    let title = entry.document.head.title.value.clone();
                    self.diags.push(Diag::at(id.span, Link::NotShown { title, why }));
                    return None;
                }
                Some(MomentDrawing {
                    when,
                    shown: dates::when(when, &lang),
                    text: entry.document.head.title.value.clone(),
                    target: Some(Target::Site { url: entry.url.clone(), fragment: None }),
                })
            }
            Moment::Written { date, text, link } => Some(MomentDrawing {
                when: date.value,
                shown: dates::when(date.value, &lang),
                text: text.value.clone(),
                target: link.as_ref().map(|link| {
                    let raw = crate::parse::markdown::address(link, link.span);
                    let raw = raw.into_value(&mut self.diags);
                    crate::model::Resolver::link(self, &raw)
                }),
            }),
        }
    }

    fn items(&mut self, items: &Items) -> Vec<ItemDrawing> {
        let lang = self.lang();
        let Some(kind) = DocKind::parse(&items.kind) else { return Vec::new() };
        let catalog = self.catalog;
        let region = items.region.as_ref().and_then(|name| catalog.region_id(name));
        let mut found: Vec<&Entry> = catalog
            .documents(kind, &lang)
            .filter(|entry| {
                let head = &entry.document.head;
                let about = |ids: &[Text], id: &Option<Text>| {
                    id.as_ref().is_none_or(|id| ids.iter().any(|own| own.value == id.value))
                };
                about(&head.topics, &items.topic)
                    && about(&head.audience, &items.audience)
                    && region.is_none_or(|id| catalog.is_about(entry, id))
            })
            .collect();
        match items.sort {
            ItemSort::Date => found.sort_by_key(|entry| {
                std::cmp::Reverse(entry.document.head.date.as_ref().map(|d| d.value))
            }),
            ItemSort::Title => {
                found.sort_by_key(|entry| entry.document.head.title.value.to_lowercase());
            }
        }
        found.truncate(items.limit.unwrap_or(usize::MAX));
        found.into_iter().map(|entry| catalog.item(entry)).collect()
    }

    fn questionnaire(&mut self, id: &Text) -> Drawing {
        let Some(entry) = self.catalog.document(DocKind::Questionnaire, id, &self.lang())
        else {
            return Drawing::Nothing;
        };
        let questions = match &entry.document.front {
            Front::Questionnaire(own) => own.questions.len(),
            _ => 0,
        };
        let target = match not_shown(entry.availability) {
            None => Target::Site { url: entry.url.clone(), fragment: None },
            Some(why) => {
                let title = entry.document.head.title.value.clone();
                self.diags.push(Diag::at(id.span, Link::NotShown { title, why }));
                Target::Nothing
            }
        };
        Drawing::Questionnaire {
            title: entry.document.head.title.value.clone(),
            questions,
            target,
        }
    }
}

impl Catalog {
    /// A source by its short name, with its place on the page of sources.
    pub fn source_link(&self, id: &str, lang: &Lang) -> Option<SourceLink> {
        let source = self.source(id)?;
        let url = self.addresses.section(Section::Sources, lang);
        let label = match source.date {
            Some(date) => format!("{} ({})", source.author, date.last().year()),
            None => source.author.clone(),
        };
        Some(SourceLink {
            label,
            target: Target::Site { url, fragment: Some(source.id.value.clone()) },
        })
    }

    /// A key figure.
    pub fn figure(&self, place: FigureRef) -> Option<&KeyFigure> {
        figures::figures_of(&self.entries.get(place.document)?.document).get(place.figure)
    }

    fn figure_period(&self, place: FigureRef) -> Option<crate::base::Period> {
        let own = self.figure(place)?.period;
        own.or_else(|| match &self.entries.get(place.document)?.document.front {
            Front::Factsheet(factsheet) => factsheet.period,
            _ => None,
        })
    }

    /// A key figure in words; `None` when its document is not shown.
    pub fn key_figure(&self, place: FigureRef, lang: &Lang) -> Option<KeyFigureDrawing> {
        let entry = self.entries.get(place.document).filter(|entry| entry.is_shown())?;
        let figure = figures::figures_of(&entry.document).get(place.figure)?;
        let strings = self.strings(lang)?;
        let number = format_number(&figure.value, lang);
        let value = match figure.precision {
            Precision::Exact => number,
            other => {
                strings.fill(&format!("precision/{}", other.as_str()), &[("value", &number)])
            }
        };
        Some(KeyFigureDrawing {
            id: figure_anchor(&figure.id),
            label: figure.label.clone(),
            value,
            unit: figure.unit.clone(),
            kind: strings.label("figure", figure.kind.as_str()),
            is_target: figure.kind == FigureKind::Target,
            period: self
                .figure_period(place)
                .map_or_else(String::new, |period| dates::period(period, lang)),
            coverage: figure.coverage.map(|own| {
                strings.fill(
                    "coverage_of",
                    &[("n", &own.n.to_string()), ("of", &own.of.to_string())],
                )
            }),
            definition: figure.definition.clone(),
            source: figure.source.as_ref().and_then(|id| self.source_link(id, lang)).map(
                |link| match &figure.page {
                    Some(page) => SourceLink {
                        label: format!(
                            "{}, {}",
                            link.label,
                            strings.fill("page_short", &[("pages", page)])
                        ),
                        ..link
                    },
                    None => link,
                },
            ),
        })
    }

    /// The classes of a map of counts: none, one, more.
    pub fn count_classes(&self, word: &str, lang: &Lang) -> Vec<String> {
        let Some(strings) = self.strings(lang) else { return Vec::new() };
        vec![
            strings.text(&format!("{word}_none")).to_owned(),
            strings.count(word, 1),
            strings.fill(&format!("{word}_more"), &[("n", "2")]),
        ]
    }

    /// A document as a line of a list.
    pub fn item(&self, entry: &Entry) -> ItemDrawing {
        let document = &entry.document;
        ItemDrawing {
            title: document.head.title.value.clone(),
            kind: self.kind_line(entry),
            summary: self.summary(entry),
            date: document.head.date.as_ref().map(|date| date.value),
            target: Target::Site { url: entry.url.clone(), fragment: None },
        }
    }
}

/// Rows written in place, as a table.
fn inline(rows: &[Vec<Text>]) -> Option<Table> {
    let (head, rest) = rows.split_first()?;
    let rows = rest.iter().filter(|row| row.len() == head.len()).cloned().collect();
    Some(Table { columns: head.clone(), rows })
}

fn sort(rows: &mut [ChartRow], order: ChartSort) {
    let value = |row: &ChartRow| row.values.iter().flatten().map(Number::value).sum::<f64>();
    match order {
        ChartSort::Data => {}
        ChartSort::Name => rows.sort_by_key(|row| row.label.to_lowercase()),
        ChartSort::Ascending => rows.sort_by(|a, b| value(a).total_cmp(&value(b))),
        ChartSort::Descending => rows.sort_by(|a, b| value(b).total_cmp(&value(a))),
    }
}

/// Whether a column by its name holds targets, which are drawn as such.
fn is_target_word(name: &str) -> bool {
    matches!(
        name.to_lowercase().as_str(),
        "doel" | "doelen" | "target" | "targets" | "goal" | "goals"
    )
}

/// Values split into three classes of as many regions.
struct Thirds {
    bounds: Vec<Number>,
}

impl Thirds {
    fn of(numbers: &[Number]) -> Self {
        let mut sorted = numbers.to_vec();
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
