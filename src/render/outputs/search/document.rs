//! Documents as the index sees them.

use crate::base::Lang;
use crate::catalog::{Catalog, Entry, FigureRef};
use crate::i18n::dates;
use crate::model::{
    Blueprint, DocKind, Event, Factsheet, Finding, Front, Questionnaire, Region, Report, Story,
};

use super::sheet::{NO_DAY, Sheet, weight};
use super::words;
use super::{Findable, What};

/// Appends every document of a language that readers may see.
pub(super) fn pages(pages: &mut Vec<Findable>, catalog: &Catalog, lang: &Lang) {
    for kind in DocKind::FOLDERS {
        let shown = catalog.documents(*kind, lang);
        for entry in shown.filter(|entry| entry.document.lang == *lang) {
            pages.push(Findable {
                url: entry.url.as_str().to_owned(),
                lang: lang.clone(),
                date: entry.document.head.date.as_ref().map(|date| date.value),
                what: What::Document(entry.at()),
            });
        }
    }
}

/// The small page of a document.
pub(super) fn page(catalog: &Catalog, entry: &Entry) -> String {
    let document = &entry.document;
    let mut sheet = Sheet::new(document.lang.as_str(), &document.head.title);
    let called = facts(&mut sheet, catalog, entry);
    sheet.text(weight::GIST, &catalog.summary(entry));
    match &document.front {
        Front::Page | Front::Newsletter(_) => {}
        Front::Factsheet(own) => {
            figures(&mut sheet, catalog, entry, own.figures.len());
            factsheet(&mut sheet, own);
        }
        Front::Story(own) => story(&mut sheet, catalog, own),
        Front::Finding(own) => finding(&mut sheet, own),
        Front::Region(own) => {
            let goals = own.plan.as_ref().map_or(0, |plan| plan.goals.len());
            figures(&mut sheet, catalog, entry, goals);
            region(&mut sheet, own);
        }
        Front::Report(own) => report(&mut sheet, catalog, entry, own),
        Front::Event(own) => event(&mut sheet, own),
        Front::Questionnaire(own) => questionnaire(&mut sheet, own),
        Front::Blueprint(own) => blueprint(&mut sheet, own),
    }
    words::body(&mut sheet, &catalog.body(entry));
    // Last, so that results begin with what the page says.
    sheet.text(weight::NAME, &called);
    sheet.finish()
}

/// What results show, what they are filtered by and sorted by. What people may call the page is
/// the answer: "regio Twente", "verhaal Twente", "privacy".
fn facts(sheet: &mut Sheet, catalog: &Catalog, entry: &Entry) -> String {
    let document = &entry.document;
    let lang = &document.lang;
    let Some(strings) = catalog.strings(lang) else { return String::new() };
    let kind = strings.label("type", document.kind.as_str());
    sheet.meta("kind", &kind);
    sheet.facet("type", &kind);
    if document.head.sample {
        sheet.meta("sample", strings.text("sample_mark"));
    }
    let mut regions: Vec<&str> = catalog
        .regions_of(entry)
        .filter_map(|id| catalog.region(id, lang))
        .map(|region| region.document.head.title.as_str())
        .collect();
    if document.kind == DocKind::Region {
        regions = vec![&document.head.title];
    }
    for region in &regions {
        sheet.facet("region", region);
    }
    // The name of one region says something, a row of them does not.
    let mut called = kind_words(kind, document.kind, lang);
    if let [region] = regions.as_slice() {
        called = format!("{called} {region}");
        if document.kind != DocKind::Region {
            sheet.meta("region", region);
        }
    }
    if document.kind == DocKind::Page {
        // The name of its file stands in its address.
        called = document.id.replace('-', " ");
    }
    for topic in &document.head.topics {
        sheet.facet("topic", &catalog.topic_label(topic, lang));
    }
    // Who looks for a meeting looks for its day, not for that of its page.
    let day = match &document.front {
        Front::Event(own) => own.start.map(|(day, _)| day),
        _ => document.head.date.as_ref().map(|date| date.value),
    };
    if let Some(day) = day {
        let iso = day.to_string();
        sheet.facet("year", iso.split('-').next().unwrap_or_default());
        sheet.meta("date", &dates::day(day, lang));
        sheet.meta("day", &iso);
        sheet.sort("date", &iso);
    } else {
        sheet.sort("date", NO_DAY);
    }
    called
}

/// What a page is, as its site calls it, and as everybody does where that is another word: who looks
/// for "regio Twente" may not know that it is an "arbeidsmarktregio".
fn kind_words(label: String, kind: DocKind, lang: &Lang) -> String {
    let plain = match lang.primary() {
        "nl" => kind.dutch(),
        "en" => kind.as_str(),
        _ => return label,
    };
    if label.to_lowercase() == plain { label } else { format!("{label} {plain}") }
}

/// So many key figures, with what they are: a number alone would pass for a result, and an exact
/// one.
fn figures(sheet: &mut Sheet, catalog: &Catalog, entry: &Entry, count: usize) {
    for figure in 0..count {
        let place = FigureRef { document: entry.at(), figure };
        let Some(own) = catalog.key_figure(place, &entry.document.lang) else { continue };
        let amount = [Some(own.value), own.unit].into_iter().flatten().collect::<Vec<_>>();
        let amount = amount.join(" ");
        sheet.text(weight::GIST, &format!("{amount} ({}): {}", own.kind, own.label));
        sheet.maybe(weight::TEXT, own.definition.as_deref());
    }
}

fn factsheet(sheet: &mut Sheet, own: &Factsheet) {
    for action in &own.actions {
        sheet.text(weight::TEXT, &action.text);
    }
    sheet.maybe(weight::TEXT, own.method.limits.as_deref());
}

fn story(sheet: &mut Sheet, catalog: &Catalog, own: &Story) {
    let told = [&own.outcome, &own.significance, &own.contribution.text, &own.lesson];
    for text in told.into_iter().flatten() {
        sheet.text(weight::TEXT, text);
    }
    sheet.maybe(weight::TEXT, own.transfer.needs.as_deref());
    for quote in own.quotes.iter().filter(|quote| catalog.may_quote(quote)) {
        sheet.text(weight::TEXT, &quote.text);
    }
}

fn finding(sheet: &mut Sheet, own: &Finding) {
    sheet.text(weight::GIST, &own.statement);
    let told = [&own.conditions, &own.expected, &own.seen, &own.why, &own.improve];
    for text in told.into_iter().flatten() {
        sheet.text(weight::TEXT, text);
    }
}

fn region(sheet: &mut Sheet, own: &Region) {
    for name in own.aliases.iter().chain(own.names.iter().map(|named| &named.name)) {
        sheet.text(weight::NAME, name);
    }
    sheet.maybe(weight::NAME, own.centre.as_deref());
    // Who looks for a town wants to know its region.
    for municipality in &own.municipalities {
        sheet.text(weight::GIST, &municipality.name);
    }
    if let Some(plan) = &own.plan {
        sheet.maybe(weight::TEXT, plan.title.as_deref());
        for activity in &plan.activities {
            sheet.heading(3, &activity.id, &activity.title);
            sheet.maybe(weight::TEXT, activity.expected.as_deref());
        }
    }
}

fn report(sheet: &mut Sheet, catalog: &Catalog, entry: &Entry, own: &Report) {
    let author = own.author.as_ref();
    let author = author.map(|id| catalog.owner_name(id, &entry.document.lang));
    sheet.maybe(weight::TEXT, author.as_deref());
    for point in own.main_points.iter().chain(&own.contents) {
        sheet.text(weight::TEXT, point);
    }
    sheet.maybe(weight::TEXT, own.reference.as_deref());
}

fn event(sheet: &mut Sheet, own: &Event) {
    for text in own.places.iter().chain(&own.programme) {
        sheet.text(weight::TEXT, text);
    }
}

fn questionnaire(sheet: &mut Sheet, own: &Questionnaire) {
    for asked in &own.questions {
        sheet.text(weight::TEXT, &asked.text);
        sheet.maybe(weight::TEXT, asked.help.as_deref());
    }
}

fn blueprint(sheet: &mut Sheet, own: &Blueprint) {
    for text in own.steps.iter().chain(&own.roles) {
        sheet.text(weight::TEXT, text);
    }
    sheet.maybe(weight::TEXT, own.conditions.as_deref());
}
