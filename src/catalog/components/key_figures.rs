//! Key figures, and the sources beside them.

use crate::base::{Lang, Span};
use crate::config::Section;
use crate::diag::Diag;
use crate::diag::problem::Evidence as Wrong;
use crate::i18n::{dates, format_number};
use crate::model::component::Text;
use crate::model::drawing::{KeyFigureDrawing, SourceLink};
use crate::model::{FigureKind, Front, KeyFigure, Precision, Target};

use super::super::figures::{self, Found};
use super::super::resolve::{Lookup, figure_anchor};
use super::super::{Catalog, FigureRef};

impl Lookup<'_> {
    pub(super) fn figures(&mut self, ids: &[Text], span: Span) -> Vec<KeyFigureDrawing> {
        let lang = self.lang();
        let mut kinds: Vec<(bool, String)> = Vec::new();
        let mut periods = Vec::new();
        let mut out = Vec::new();
        for id in ids {
            // A figure that does not exist was reported with the fields.
            let Found::One(place) = self.catalog.find_figure(id, &lang) else {
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
        figures::figures_of(&self.entry(place.document)?.document).get(place.figure)
    }

    fn figure_period(&self, place: FigureRef) -> Option<crate::base::Period> {
        let own = self.figure(place)?.period;
        own.or_else(|| match &self.entry(place.document)?.document.front {
            Front::Factsheet(factsheet) => factsheet.period,
            _ => None,
        })
    }

    /// A key figure in words; `None` when its document is not shown.
    pub fn key_figure(&self, place: FigureRef, lang: &Lang) -> Option<KeyFigureDrawing> {
        let entry = self.entry(place.document).filter(|entry| entry.is_shown())?;
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
            lang: Some(&entry.document.lang).filter(|own| *own != lang).cloned(),
            value,
            unit: figure.unit.clone(),
            kind: strings.label("figure", figure.kind.as_str()),
            is_target: figure.kind == FigureKind::Target,
            period: self
                .figure_period(place)
                .map_or_else(String::new, |period| dates::period(period, lang)),
            coverage: figure.coverage.as_ref().map(|own| {
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
}
