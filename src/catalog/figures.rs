//! Key figures: one definition, used by id everywhere; and the words of links to them.

use std::collections::{BTreeMap, BTreeSet};

use crate::base::{Lang, MINUS, nearest};
use crate::diag::Diag;
use crate::diag::problem::{Evidence as Wrong, Link, NotShown};
use crate::i18n::{format_number, is_group_space, may_lead_groups, read_number, same_number};
use crate::model::{Front, KeyFigure, Meta, RawLink, Target};

use super::resolve::{Lookup, figure_anchor, not_shown};
use super::{Catalog, Entry};

/// Where a key figure is defined.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct FigureRef {
    /// The position of its document.
    pub document: usize,
    /// Its position within it.
    pub figure: usize,
}

/// The key figures of a document: of a factsheet, or the goals of a region's plan.
pub(super) fn figures_of(document: &Meta) -> &[KeyFigure] {
    match &document.front {
        Front::Factsheet(own) => &own.figures,
        Front::Region(own) => own.plan.as_ref().map_or(&[], |plan| &plan.goals),
        _ => &[],
    }
}

/// Every key figure under `<document>/<id>` and under `<id>`; that of the main language comes first.
pub(super) fn figures(entries: &[Entry], main: &Lang) -> BTreeMap<String, Vec<FigureRef>> {
    let mut map: BTreeMap<String, Vec<FigureRef>> = BTreeMap::new();
    for (document, Entry { document: own, .. }) in entries.iter().enumerate() {
        for (figure, key) in figures_of(own).iter().enumerate() {
            let place = FigureRef { document, figure };
            for id in [key.id.value.clone(), format!("{}/{}", own.id, key.id.value)] {
                let places = map.entry(id).or_default();
                let at = if own.lang == *main { 0 } else { places.len() };
                places.insert(at, place);
            }
        }
    }
    map
}

/// What an id of a figure leads to.
pub(super) enum Found {
    /// One figure.
    One(FigureRef),
    /// Several: the id has to say of which factsheet.
    Many(Vec<String>),
    /// None; a near one.
    None(Option<String>),
}

/// So many choices are named; who has more needs no list of them.
const CHOICES: usize = 6;

/// Looks a figure up.
pub(super) fn find(
    entries: &[Entry],
    map: &BTreeMap<String, Vec<FigureRef>>,
    id: &str,
) -> Found {
    match map.get(id).map(Vec::as_slice) {
        Some([one]) => Found::One(*one),
        Some(many @ [first, ..]) => {
            // The same document in two languages defines the same figure twice.
            let documents = many.iter().filter_map(|own| entries.get(own.document));
            let whole: BTreeSet<String> =
                documents.map(|own| format!("{}/{id}", own.document.id)).collect();
            if whole.len() > 1 {
                Found::Many(whole.into_iter().take(CHOICES).collect())
            } else {
                Found::One(*first)
            }
        }
        _ => Found::None(nearest(id, map.keys().map(String::as_str)).map(str::to_owned)),
    }
}

impl Catalog {
    /// Looks a figure up; of a document in several languages, the figure in this one where it has it.
    pub(super) fn find_figure(&self, id: &str, lang: &Lang) -> Found {
        match find(&self.entries, &self.index.figures, id) {
            Found::One(place) => Found::One(self.figure_in(place, lang).unwrap_or(place)),
            other => other,
        }
    }

    fn figure_in(&self, place: FigureRef, lang: &Lang) -> Option<FigureRef> {
        let own = &self.entry(place.document)?.document;
        let id = &figures_of(own).get(place.figure)?.id.value;
        let document = self.index.document(own.kind, &own.id, lang)?;
        let figures = figures_of(&self.entry(document)?.document);
        let figure = figures.iter().position(|other| other.id.value == *id)?;
        Some(FigureRef { document, figure })
    }
}

impl Lookup<'_> {
    /// Where a link to a key figure leads.
    pub(super) fn lead_to_figure(&mut self, raw: &RawLink, place: FigureRef) -> Target {
        let Some(figure) = self.catalog.figure(place) else { return Target::Nothing };
        self.uses.figures.entry(place).or_default().insert(self.at);
        if let Some(diag) = self.hidden_figure(raw, place) {
            self.diags.push(diag);
            return Target::Nothing;
        }
        let anchor = figure_anchor(&figure.id);
        match self.lead_to_document(raw, place.document, None) {
            Target::Site { url, .. } => Target::Site { url, fragment: Some(anchor) },
            other => other,
        }
    }

    /// That a number stands here of a document that somebody keeps back. One whose time is over was right.
    fn hidden_figure(&self, raw: &RawLink, place: FigureRef) -> Option<Diag> {
        let entry = self.catalog.entries.get(place.document)?;
        let why = not_shown(entry.availability)?;
        let is_told = self.entry().is_some_and(Entry::is_shown);
        if !is_told || matches!(why, NotShown::Expired(_)) {
            return None;
        }
        let title = self.catalog.read(entry).document.head.title.value.clone();
        Some(Diag::at(raw.span, Wrong::FigureNotShown { title, why }))
    }
}

/// The problem of an id that leads to no single figure.
pub(super) fn problem(found: &Found, id: &str) -> Option<Link> {
    match found {
        Found::One(_) => None,
        Found::Many(choices) => {
            Some(Link::Ambiguous { id: id.to_owned(), choices: choices.clone() })
        }
        Found::None(nearest) => Some(Link::UnknownId {
            kind: crate::schema::RefKind::Figure,
            id: id.to_owned(),
            nearest: nearest.clone(),
        }),
    }
}

/// Whether the first number in a link's words is the figure's value; a problem if not.
pub(super) fn words_agree(
    raw: &RawLink,
    words: &str,
    figure: &KeyFigure,
    lang: &Lang,
) -> Option<Diag> {
    // Of a value that could not be read it was told.
    let First { written, has_word } =
        first_number(words).filter(|_| !figure.value.is_empty())?;
    let is_it = |text: &str| {
        read_number(text, lang).is_some_and(|read| same_number(&read, &figure.value))
    };
    // A space of the sentence may stand before a number of a word: `5 100-jarigen`.
    let alone = written.split_once(is_group_space).filter(|_| has_word);
    if is_it(&written) || alone.is_some_and(|(first, _)| is_it(first)) {
        return None;
    }
    let problem = Wrong::FigureMismatch {
        written,
        value: format_number(&figure.value, lang),
        id: figure.id.value.clone(),
    };
    Some(Diag::at(raw.span, problem).related(figure.value.span))
}

/// The first number in a text.
struct First {
    /// With its separators and its sign.
    written: String,
    /// Whether its last digits begin a word: `100-jarigen`.
    has_word: bool,
}

/// The first number in a text. A dash is a sign at the start and behind a space, a bracket or a
/// quote, be it with the sign of the euro behind it; behind a word it is a hyphen.
fn first_number(text: &str) -> Option<First> {
    let start = text.find(|c: char| c.is_ascii_digit())?;
    let (before, rest) = text.split_at_checked(start)?;
    let before = before.trim_end().strip_suffix('€').unwrap_or(before);
    let opens = |c: char| c.is_whitespace() || "([\"'‘’“”„«€".contains(c);
    let sign = before.chars().next_back().filter(|own| MINUS.contains(own));
    let sign = sign.filter(|own| {
        let before = before.strip_suffix(*own).unwrap_or_default();
        before.is_empty() || before.ends_with(opens)
    });
    let digits = |text: &str| text.bytes().take_while(u8::is_ascii_digit).count();
    let mut end = digits(rest);
    let is_short = rest.get(..end).is_some_and(may_lead_groups);
    // Thousands behind spaces, as a file may have them.
    let group = |end: usize| rest.get(end..)?.strip_prefix(is_group_space);
    while is_short && let Some(group) = group(end).filter(|group| digits(group) == 3) {
        end = rest.len() - group.len() + 3;
    }
    let part = |c: char| c.is_ascii_digit() || matches!(c, '.' | ',');
    end += rest.get(end..)?.find(|c: char| !part(c)).unwrap_or(rest.len() - end);
    let number = rest.get(..end)?.trim_end_matches(['.', ',']);
    let behind = rest.get(number.len()..)?;
    let joins = |c: char| c.is_alphabetic() || matches!(c, '-' | '\u{2011}');
    let written = sign.into_iter().chain(number.chars()).collect();
    Some(First { written, has_word: behind.starts_with(joins) })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn first(text: &str) -> Option<String> {
        first_number(text).map(|own| own.written)
    }

    #[test]
    fn the_first_number_is_found_with_its_separators() {
        assert_eq!(first("ruim 1.450 mensen, 3 regio's").as_deref(), Some("1.450"));
        assert_eq!(first("Het waren er 158.").as_deref(), Some("158"));
        assert_eq!(first("geen getal"), None);
        assert_eq!(first("ruim 1\u{a0}450,5 uur").as_deref(), Some("1\u{a0}450,5"));
        assert_eq!(first("1 450 000 mensen").as_deref(), Some("1 450 000"));
        assert_eq!(first("12 3456, 1 450").as_deref(), Some("12"));
        assert_eq!(first("2019 200 keer").as_deref(), Some("2019"));
        assert_eq!(first("1.450 200 keer").as_deref(), Some("1.450"));
    }

    #[test]
    fn a_dash_before_a_number_is_its_sign_unless_a_word_stands_before_it() {
        assert_eq!(first("-0,5 punt").as_deref(), Some("-0,5"));
        assert_eq!(first("−5 procentpunt").as_deref(), Some("−5"));
        assert_eq!(first("een daling van –5").as_deref(), Some("–5"));
        assert_eq!(first("van\u{a0}−1 450").as_deref(), Some("−1 450"));
        for text in ["(-5 procent)", "‘-5’", "\"-5\"", "-€ 5", "-€5", "€ -5", "€-5"]
        {
            assert_eq!(first(text).as_deref(), Some("-5"), "{text}");
        }
        assert_eq!(first("de regio – € 5").as_deref(), Some("5"));
        assert_eq!(first("(top-5)").as_deref(), Some("5"));
        assert_eq!(first("top-5").as_deref(), Some("5"));
        assert_eq!(first("de regio – 5 mensen").as_deref(), Some("5"));
    }
}
