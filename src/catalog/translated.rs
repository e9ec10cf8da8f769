//! A translation beside its original: they tell the same facts, and the same mistakes.

use std::collections::BTreeMap;

use crate::base::{Date, Period, Span, When, renamed};
use crate::diag::Diag;
use crate::diag::problem::{Told, Translation, Versions};
use crate::i18n::same_number;
use crate::model::{
    ChangeKind, DocKind, FigureKind, Front, Head, KeyFigure, Meta, Strength, Verdict,
};
use crate::schema::Choice;

use super::evidence::Support;
use super::figures::figures_of;
use super::{Availability, Catalog, Entry};

/// Holds a document in another language against that in the main language.
pub(super) fn check(catalog: &Catalog, entry: &Entry, diags: &mut Vec<Diag>) {
    let config = &catalog.config;
    let Meta { kind, id, lang, .. } = &*entry.document;
    let is_withdrawn = |own: &Entry| matches!(own.availability, Availability::Withdrawn);
    // Of a language that the site does not have it is told by itself.
    if *lang == config.lang || !config.langs.contains(lang) || is_withdrawn(entry) {
        return;
    }
    let versions = catalog.index.versions(*kind, id);
    let original = versions.iter().find(|own| own.lang == config.lang);
    let Some(original) = original.and_then(|own| catalog.entry(own.at)) else {
        if entry.is_shown() && !stands_alone(*kind) {
            let nearest = new_name(catalog, entry);
            let problem = Translation::NoOriginal { nearest };
            diags.push(Diag::missing_from(entry.document.file, problem));
        }
        return;
    };
    if is_withdrawn(original) || !entry.document.is_readable || !original.document.is_readable {
        return;
    }
    diags.extend(
        Facts { catalog, diags: Vec::new() }.compared(&entry.document, &original.document),
    );
    if entry.is_shown() && original.is_shown() {
        diags.extend(lags(&entry.document.head, &original.document.head));
    }
}

/// Whether a document in another language may be there without an original: introductions and home
/// stand in no list, and a mail in another language is one by itself.
pub(super) fn stands_alone(kind: DocKind) -> bool {
    matches!(kind, DocKind::Page | DocKind::Home | DocKind::Newsletter)
}

/// The document in the main language that may be the original under another name.
fn new_name(catalog: &Catalog, entry: &Entry) -> Option<String> {
    let Meta { kind, id, lang, .. } = &*entry.document;
    let main = &catalog.config.lang;
    let is_untranslated = |own: &&Entry| {
        let versions = catalog.index.versions(*kind, &own.document.id);
        own.kind() == *kind
            && own.document.lang == *main
            && versions.iter().all(|version| version.lang != *lang)
    };
    let all: Vec<&Entry> = catalog.entries.iter().filter(is_untranslated).collect();
    let had_the_name = |own: &&&Entry| {
        let mut aliases = own.document.head.aliases.iter();
        aliases.any(|alias| alias.trim_matches('/').rsplit('/').next() == Some(id))
    };
    let known = all.iter().find(had_the_name).map(|own| own.document.id.clone());
    let names = all.iter().map(|own| own.document.id.as_str());
    known.or_else(|| renamed(id, names).map(str::to_owned))
}

/// A correction of the original of a day after which the translation tells no change, though it was
/// there already.
fn lags(own: &Head, other: &Head) -> Option<Diag> {
    let corrections =
        other.changes.iter().filter(|change| change.kind == ChangeKind::Correction);
    let days = corrections.filter_map(|change| change.date.as_ref());
    let last = days.max_by_key(|day| day.value)?;
    let is_since = |day: Option<Date>| day.is_some_and(|day| day >= last.value);
    let is_told = is_since(own.updated_on()) || is_since(own.visible_from());
    let problem = Translation::Lags { date: last.value };
    (!is_told).then(|| Diag::at(own.title.span, problem).related(last.span))
}

/// The facts of a document and of its original.
struct Facts<'a> {
    catalog: &'a Catalog,
    diags: Vec<Diag>,
}

impl Facts<'_> {
    fn compared(mut self, own: &Meta, other: &Meta) -> Vec<Diag> {
        self.judgement(&own.front, &other.front);
        self.seen_in(&own.front, &other.front);
        if let (Front::Finding(one), Front::Finding(two)) = (&own.front, &other.front)
            && let (Some(here), Some(there)) = (one.verdict_span, two.verdict_span)
            && one.verdict != two.verdict
        {
            let told =
                [one.verdict, two.verdict].map(|own| word(&Verdict::CHOICE, own.as_str()));
            self.differ(("oordeel", "verdict"), None, told, [here, there]);
        }
        let known: BTreeMap<&str, &KeyFigure> =
            figures_of(other).iter().map(|figure| (figure.id.as_str(), figure)).collect();
        for figure in figures_of(own) {
            if let Some(original) = known.get(figure.id.as_str()) {
                self.figure(figure, original);
            }
        }
        self.diags
    }

    fn judgement(&mut self, own: &Front, other: &Front) {
        let (Some(own), Some(other)) = (Support::of(own), Support::of(other)) else { return };
        let (own, other) = (own.judgement, other.judgement);
        if own.is_written && other.is_written && own.strength != other.strength {
            let told = [own, other].map(|own| word(&Strength::CHOICE, own.strength.as_str()));
            self.differ(("sterkte", "strength"), None, told, [own.span, other.span]);
        }
    }

    fn seen_in(&mut self, own: &Front, other: &Front) {
        let (Some((own, here)), Some((other, there))) = (seen_in(own), seen_in(other)) else {
            return;
        };
        let [own, other] = [own, other].map(|own| self.catalog.region_ids(own));
        // Of names that are not known it is told by themselves.
        if own != other && !own.is_empty() && !other.is_empty() {
            let told = [own, other].map(|ids| {
                let ids: Vec<String> = ids.iter().map(|id| format!("`{id}`")).collect();
                same(ids.join(", "))
            });
            self.differ(("gezien-in", "seen-in"), None, told, [here, there]);
        }
    }

    fn figure(&mut self, own: &KeyFigure, other: &KeyFigure) {
        let figure = || Some(own.id.value.clone());
        let values = [&own.value, &other.value];
        // Of one that could not be read it was told.
        let are_alike = own.unit.is_some() == other.unit.is_some();
        if are_alike
            && values.iter().all(|value| !value.is_empty())
            && !same_number(&own.value, &other.value)
        {
            let told = values.map(|value| same(value.value.clone()));
            self.differ(("waarde", "value"), figure(), told, values.map(|value| value.span));
        }
        if own.kind != other.kind {
            let told = [own, other].map(|own| word(&FigureKind::CHOICE, own.kind.as_str()));
            self.differ(("soort", "kind"), figure(), told, [own.kind_span, other.kind_span]);
        }
        let days = |own: Period| (own.from.map(When::first), own.to.map(When::last));
        if let (Some(one), Some(two)) = (own.period, other.period)
            && days(one) != days(two)
        {
            let told = [one, two].map(|own| same(stretch(own)));
            self.differ(("periode", "period"), figure(), told, values.map(|value| value.span));
        }
    }

    /// Points at both places.
    fn differ(
        &mut self,
        key: (&'static str, &'static str),
        figure: Option<String>,
        [here, there]: [Told; 2],
        [place, other]: [Span; 2],
    ) {
        let told = Box::new(Versions { here, there });
        let problem = Translation::Differs { key, figure, told };
        self.diags.push(Diag::at(place, problem).related(other));
    }
}

/// Where something was seen, and where that stands.
fn seen_in(front: &Front) -> Option<(&crate::model::Regions, Span)> {
    match front {
        Front::Factsheet(own) => Some((&own.seen_in, own.seen_in_span?)),
        Front::Finding(own) => Some((&own.seen_in, own.seen_in_span?)),
        _ => None,
    }
}

/// A word of a closed list in both languages.
fn word(choice: &Choice, key: &str) -> Told {
    let known = choice.options.iter().find(|(own, _)| *own == key);
    let (en, nl) = known.copied().unwrap_or((key, key));
    (format!("`{nl}`"), format!("`{en}`"))
}

fn same(value: String) -> Told {
    (value.clone(), value)
}

fn stretch(period: Period) -> String {
    let told = |when: Option<When>| when.map_or_else(|| "…".to_owned(), |own| own.to_string());
    if period.from == period.to {
        told(period.from)
    } else {
        format!("{} – {}", told(period.from), told(period.to))
    }
}
