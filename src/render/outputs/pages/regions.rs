//! All regions: the map, the table, where the gaps are, and "zoek je gemeente".

use crate::base::{Date, Period};
use crate::catalog::{Entry, Listing, Subject};
use crate::config::Section;
use crate::i18n::dates;
use crate::model::{DocKind, Named, Region};
use crate::render::outputs::view::{Letter, Link, Municipality, RegionRow, Regions, Sheet};

use super::letters::by_letter;
use super::parts_lists::Opening;
use super::studio::Studio;

/// What is counted of each region, with its word.
const COLUMNS: [(DocKind, &str); 3] = [
    (DocKind::Story, "stories"),
    (DocKind::Finding, "findings"),
    (DocKind::Factsheet, "factsheets"),
];

/// The page of all regions.
pub(super) fn sheet(studio: &Studio<'_>) -> Sheet<Regions> {
    let Opening { about, head, intro } = studio.opening(Section::Regions);
    let regions = studio.catalog.regions(studio.lang());
    let rows = regions.iter().map(|(entry, _)| RegionRow {
        region: studio.entry_link(entry),
        cells: COLUMNS.map(|(kind, _)| counted(studio, entry, kind).to_string()).to_vec(),
    });
    let page = Regions {
        head,
        intro,
        map: studio.story_map("kaart"),
        columns: COLUMNS.map(|(_, word)| studio.text(word)).to_vec(),
        rows: rows.collect(),
        matrices: studio.matrices(&regions),
        municipalities: municipalities(studio, &regions),
    };
    studio.sheet(about, page)
}

/// How many documents name a region; made-up samples do not count.
fn counted(studio: &Studio<'_>, region: &Entry, kind: DocKind) -> usize {
    let (lang, about) = (&region.document.lang, Subject::Region(&region.document.id));
    studio.catalog.real_length(Listing { kind, lang, about })
}

/// Every municipality with its region. One that changed regions stands under each, with since
/// when or until when.
fn municipalities(
    studio: &Studio<'_>,
    regions: &[(&Entry, &Region)],
) -> Vec<Letter<Municipality>> {
    let mut all: Vec<(&Named, &Entry)> = regions
        .iter()
        .flat_map(|(entry, region)| region.municipalities.iter().map(|own| (own, *entry)))
        .collect();
    // Where it belongs today comes first.
    let today = studio.catalog.today;
    all.sort_by_key(|(own, _)| std::cmp::Reverse(own.from.map(crate::base::When::first)));
    all.sort_by_key(|(own, _)| !period(own).contains(today));
    let rows = all.iter().map(|(own, entry)| Municipality {
        name: own.name.value.clone(),
        region: Link {
            note: membership(studio, period(own), today),
            ..studio.entry_link(entry)
        },
    });
    by_letter(rows.collect(), |row: &Municipality| row.name.as_str())
}

fn period(own: &Named) -> Period {
    Period { from: own.from, to: own.to }
}

/// "vanaf 2019", "tot en met 2021"; nothing for a municipality that was always there.
fn membership(studio: &Studio<'_>, period: Period, today: Date) -> Option<String> {
    // An end that is still to come is no news yet.
    let to = period.to.filter(|to| to.last() < today);
    let words = dates::period(Period { from: period.from, to }, studio.lang());
    Some(words).filter(|words| !words.is_empty())
}
