//! The tables of open data, one function each. Only documents that are shown, in the site's
//! main language.

use crate::base::{Date, Period, Spanned};
use crate::catalog::{Catalog, Entry, Listing, Subject, Support};
use crate::model::{
    Advice, DocKind, Front, Interview, KeyFigure, Regions, SourceUse, StoryForm,
};

use super::whole;
use crate::render::leaf::csv::{Cell, Csv};

/// The shown documents of a type that are no made-up samples, by id.
fn real(catalog: &Catalog, kind: DocKind) -> Vec<&Entry> {
    let all = catalog.documents(kind, &catalog.config.lang);
    let mut real: Vec<&Entry> = all.filter(|entry| !entry.document.head.sample).collect();
    real.sort_by(|a, b| a.document.id.cmp(&b.document.id));
    real
}

const HEAD: [&str; 6] = ["id", "title", "url", "date", "updated", "topics"];

fn head<'a>(catalog: &Catalog, entry: &'a Entry) -> Vec<Cell<'a>> {
    let head = &entry.document.head;
    vec![
        Cell::text(&entry.document.id),
        Cell::text(&head.title.value),
        Cell::text(whole(catalog, &entry.url)),
        day(head.date.as_ref().map(|date| date.value)),
        day(head.updated_on()),
        ids(&head.topics),
    ]
}

const EVIDENCE: [&str; 9] = [
    "period_from",
    "period_to",
    "seen_in",
    "regions_seen",
    "regions_total",
    "strength",
    "strength_by",
    "strength_date",
    "sources",
];

fn evidence<'a>(catalog: &Catalog, support: Support<'a>) -> Vec<Cell<'a>> {
    let Support { judgement, seen_in, period, sources } = support;
    let total = catalog.count(DocKind::Region, &catalog.config.lang);
    let [from, to] = period_cells(period);
    vec![
        from,
        to,
        region_cell(catalog, seen_in),
        Cell::count(catalog.region_ids(seen_in).len()),
        Cell::count(total),
        Cell::text(judgement.strength.as_str()),
        Cell::maybe(judgement.by.as_ref().map(|by| by.value.as_str())),
        day(judgement.date),
        source_cell(sources),
    ]
}

/// Every key figure, and the goals of every plan; a target says that it is one.
pub(super) fn figures(catalog: &Catalog) -> String {
    let mut csv = Csv::new(&[
        "document",
        "url",
        "id",
        "label",
        "value",
        "unit",
        "kind",
        "precision",
        "direction",
        "period_from",
        "period_to",
        "coverage_n",
        "coverage_of",
        "definition",
        "source",
        "page",
    ]);
    for kind in [DocKind::Factsheet, DocKind::Region] {
        for entry in real(catalog, kind) {
            let (figures, period) = own_figures(entry);
            for figure in figures {
                csv.row(figure_row(catalog, entry, figure, figure.period.or(period)));
            }
        }
    }
    csv.finish()
}

/// The key figures of a document, and the period of those that name none.
fn own_figures(entry: &Entry) -> (&[KeyFigure], Option<Period>) {
    match &entry.document.front {
        Front::Factsheet(own) => (&own.figures, own.period),
        Front::Region(own) => (own.plan.as_ref().map_or(&[], |plan| &plan.goals), None),
        _ => (&[], None),
    }
}

fn figure_row<'a>(
    catalog: &Catalog,
    entry: &'a Entry,
    figure: &'a KeyFigure,
    period: Option<Period>,
) -> Vec<Cell<'a>> {
    let [from, to] = period_cells(period);
    let coverage = |part: fn(crate::model::Coverage) -> u32| {
        figure
            .coverage
            .as_deref()
            .map_or(Cell::text(""), |own| Cell::number(part(*own).to_string()))
    };
    vec![
        Cell::text(entry.reference()),
        Cell::text(whole(catalog, &entry.url)),
        Cell::text(&figure.id.value),
        Cell::text(&figure.label),
        Cell::number(&figure.value.value),
        Cell::maybe(figure.unit.as_deref()),
        Cell::text(figure.kind.as_str()),
        Cell::text(figure.precision.as_str()),
        Cell::text(figure.direction.as_str()),
        from,
        to,
        coverage(|own| own.n),
        coverage(|own| own.of),
        Cell::maybe(figure.definition.as_deref()),
        Cell::maybe(figure.source.as_ref().map(|id| id.value.as_str())),
        Cell::maybe(figure.page.as_deref()),
    ]
}

/// Every factsheet.
pub(super) fn factsheets(catalog: &Catalog) -> String {
    let own = ["independent_sources", "answers", "summary"];
    let mut csv = Csv::new(&[&HEAD[..], &EVIDENCE, &own].concat());
    for entry in real(catalog, DocKind::Factsheet) {
        let front = &entry.document.front;
        let (Front::Factsheet(own), Some(support)) = (front, Support::of(front)) else {
            continue;
        };
        let mut row = head(catalog, entry);
        row.extend(evidence(catalog, support));
        row.push(Cell::count(catalog.ground(&own.seen_in, &own.sources).sources));
        row.push(ids(&entry.document.head.answers));
        row.push(Cell::text(catalog.summary(entry)));
        csv.row(row);
    }
    csv.finish()
}

/// Every finding, those that say that something does not work too.
pub(super) fn findings(catalog: &Catalog) -> String {
    let own = ["verdict", "statement", "conditions", "advice", "follow_up"];
    let mut csv = Csv::new(&[&HEAD[..], &EVIDENCE, &own].concat());
    for entry in real(catalog, DocKind::Finding) {
        let front = &entry.document.front;
        let (Front::Finding(own), Some(support)) = (front, Support::of(front)) else {
            continue;
        };
        let mut row = head(catalog, entry);
        row.extend(evidence(catalog, support));
        row.push(Cell::text(own.verdict.as_str()));
        row.push(Cell::text(&own.statement));
        row.push(Cell::maybe(own.conditions.as_deref()));
        row.push(Cell::maybe(own.advice.map(Advice::as_str)));
        row.push(Cell::maybe(own.follow_up.as_ref().map(|own| own.state.as_str())));
        csv.row(row);
    }
    csv.finish()
}

/// Every story, those without an effect too.
pub(super) fn stories(catalog: &Catalog) -> String {
    let own = [
        "region",
        "form",
        "direction",
        "domain",
        "perspective",
        "activity",
        "share",
        "sources",
        "summary",
        "regions",
    ];
    let mut csv = Csv::new(&[&HEAD[..], &own].concat());
    for entry in real(catalog, DocKind::Story) {
        let Front::Story(own) = &entry.document.front else { continue };
        let region = own.region.as_ref().and_then(|name| catalog.region_id(name));
        let mut row = head(catalog, entry);
        row.extend([
            Cell::maybe(region),
            Cell::maybe(own.form.map(StoryForm::as_str)),
            Cell::text(own.direction.as_str()),
            word(own.domain.as_ref()),
            word(own.perspective.as_ref()),
            word(own.activity.as_ref()),
            Cell::text(own.contribution.share.as_str()),
            source_cell(&own.sources),
            Cell::text(catalog.summary(entry)),
            // All that it names, its own among them: as they are counted on pages.
            Cell::list(catalog.regions_of(entry)),
        ]);
        csv.row(row);
    }
    csv.finish()
}

/// Every region with how much is known of it.
pub(super) fn regions(catalog: &Catalog) -> String {
    let mut csv = Csv::new(&[
        "id",
        "code",
        "name",
        "url",
        "provinces",
        "centre",
        "municipalities",
        "interview",
        "evidence",
        "stories",
        "findings",
        "factsheets",
    ]);
    for entry in real(catalog, DocKind::Region) {
        let Front::Region(own) = &entry.document.front else { continue };
        let here = own.municipalities.iter().filter(|place| {
            let began = place.from.is_none_or(|from| from.first() <= catalog.today);
            began && place.to.is_none_or(|to| to.last() >= catalog.today)
        });
        let kinds = catalog.evidence_kinds(entry);
        let count = |kind: DocKind| {
            let about = Subject::Region(&entry.document.id);
            let lang = &entry.document.lang;
            Cell::count(catalog.real_length(Listing { kind, lang, about }))
        };
        csv.row([
            Cell::text(&entry.document.id),
            Cell::text(&own.code),
            Cell::text(&entry.document.head.title.value),
            Cell::text(whole(catalog, &entry.url)),
            Cell::list(&own.provinces),
            Cell::maybe(own.centre.as_deref()),
            Cell::list(here.map(|place| place.name.value.as_str())),
            Cell::text(own.interview.map_or("", Interview::as_str)),
            Cell::list(kinds.iter().map(|kind| kind.as_str())),
            count(DocKind::Story),
            count(DocKind::Finding),
            count(DocKind::Factsheet),
        ]);
    }
    csv.finish()
}

fn day(date: Option<Date>) -> Cell<'static> {
    Cell::maybe(date.map(|date| date.to_string()))
}

fn ids(ids: &[Spanned<String>]) -> Cell<'static> {
    Cell::list(ids.iter().map(|id| id.value.as_str()))
}

fn source_cell(sources: &[SourceUse]) -> Cell<'static> {
    Cell::list(sources.iter().map(|used| used.source.value.as_str()))
}

fn region_cell(catalog: &Catalog, regions: &Regions) -> Cell<'static> {
    match regions {
        Regions::All => Cell::text("all"),
        Regions::Some(_) => Cell::list(catalog.region_ids(regions)),
    }
}

/// From when and to when, each as precise as written.
fn period_cells(period: Option<Period>) -> [Cell<'static>; 2] {
    let text = |when: Option<crate::base::When>| Cell::maybe(when.map(|when| when.to_string()));
    [text(period.and_then(|own| own.from)), text(period.and_then(|own| own.to))]
}

fn word(text: Option<&Spanned<String>>) -> Cell<'_> {
    Cell::maybe(text.map(|text| text.value.as_str()))
}
