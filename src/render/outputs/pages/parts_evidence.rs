//! How far something can be trusted: verdict, strength, breadth, recency and key figures.

use crate::catalog::{Entry, FigureRef, Ground};
use crate::i18n::{dates, format_number};
use crate::model::{FigureKind, Finding, Front, Precision, Regions, Strength};
use crate::render::outputs::view::{
    Answers, Certainty, Choice, KeyFigure, Recent, StepMeter, TickMeter,
};

use super::parts::capital;
use super::studio::Studio;

impl Studio<'_> {
    /// A verdict as far as its strength carries it: one experience "worked in one region".
    pub fn verdict(&self, finding: &Finding) -> Choice {
        let list = match finding.judgement.strength {
            Strength::Experience => "verdict-once",
            _ => "verdict",
        };
        self.choice(list, finding.verdict.as_str())
    }

    /// "12 van 35 regio's".
    pub fn breadth(&self, seen_in: &Regions) -> String {
        let of = self.region_count();
        let n = self.catalog.region_ids(seen_in).len();
        match n {
            n if n >= of && of > 0 => {
                self.strings().fill("all_n_regions", &[("n", &of.to_string())])
            }
            n => self
                .strings()
                .fill("n_of_regions", &[("n", &n.to_string()), ("of", &of.to_string())]),
        }
    }

    /// One line that says how far to trust something.
    pub fn certainty(
        &self,
        strength: Strength,
        seen_in: &Regions,
        period: Option<crate::base::Period>,
    ) -> Certainty {
        let mut rest = vec![self.breadth(seen_in)];
        if let Some(to) = period.and_then(|period| period.to) {
            rest.push(self.strings().fill("until", &[("when", &self.when(to))]));
        }
        Certainty { strength: self.strings().label("strength", strength.as_str()), rest }
    }

    /// How sure, how broadly looked, how recent.
    pub fn answers(&self, entry: &Entry) -> Option<Answers> {
        let (judgement, seen_in, period) = match &entry.document.front {
            Front::Factsheet(own) => (&own.judgement, &own.seen_in, own.period),
            Front::Finding(own) => (&own.judgement, &own.seen_in, own.period),
            _ => return None,
        };
        let reached = match judgement.strength {
            Strength::Insufficient => 0,
            Strength::Experience => 1,
            Strength::Pattern => 2,
            Strength::Researched => 3,
            Strength::Compared => 4,
            Strength::Replicated => 5,
        };
        let by = judgement.by.as_ref().zip(judgement.date).map(|(who, date)| {
            let who = self.catalog.owner_name(who, self.lang());
            self.strings().fill("judged_by", &[("who", &who), ("date", &self.day(date).shown)])
        });
        Some(Answers {
            sure: StepMeter {
                steps: (1..=5).map(|step| step <= reached).collect(),
                label: self.strings().label("strength", judgement.strength.as_str()),
                why: judgement.why.as_ref().map(|text| text.value.clone()),
                by,
            },
            broad: self.ticks(seen_in),
            recent: self.recent(entry, period),
        })
    }

    fn ticks(&self, seen_in: &Regions) -> TickMeter {
        let seen = self.catalog.region_ids(seen_in);
        let all = self.catalog.regions(self.lang());
        // Those that were looked at stand first: a row of ticks shows a share.
        let ticks = (0..all.len()).map(|at| at < seen.len()).collect();
        let names: Vec<&str> = all
            .iter()
            .filter(|(entry, _)| seen.contains(entry.document.id.as_str()))
            .map(|(entry, _)| entry.document.head.title.as_str())
            .collect();
        let note = (names.len() < all.len() && !names.is_empty()).then(|| names.join(", "));
        TickMeter { ticks, label: self.breadth(seen_in), note }
    }

    fn recent(&self, entry: &Entry, period: Option<crate::base::Period>) -> Recent {
        let head = &entry.document.head;
        let checked = head.updated_on().or_else(|| head.date.as_ref().map(|date| date.value));
        let phase = self
            .catalog
            .config
            .programme
            .phase
            .map(|phase| format!("programme_{}", phase.as_str()));
        let label = period.map(|period| match period.to {
            Some(to) => capital(&self.strings().fill("until", &[("when", &self.when(to))])),
            None => dates::period(period, self.lang()),
        });
        let mut note: Vec<String> = Vec::new();
        note.extend(
            checked.map(|date| {
                self.strings().fill("checked_on", &[("date", &self.day(date).shown)])
            }),
        );
        note.extend(phase.map(|key| self.text(&key)));
        Recent {
            label: label.unwrap_or_default(),
            note: Some(note.join(" ")).filter(|note| !note.is_empty()),
        }
    }

    /// A key figure.
    pub fn key_figure(&self, place: FigureRef) -> Option<KeyFigure> {
        let figure = self.catalog.figure(place)?;
        let drawn = self.catalog.key_figure(place, self.lang())?;
        Some(KeyFigure {
            id: drawn.id,
            qualifier: self.qualifier(figure.precision),
            value: format_number(&figure.value, self.lang()),
            unit: drawn.unit,
            label: drawn.label,
            lang: drawn.lang.map(|lang| lang.to_string()),
            kind: self.choice("figure", figure.kind.as_str()),
            period: Some(drawn.period).filter(|period| !period.is_empty()),
            coverage: drawn.coverage,
            definition: drawn.definition,
            source: drawn.source.map(|source| self.link(source.label, &source.target)),
        })
    }

    /// "minstens", "circa": what stands before a number that is not exact.
    fn qualifier(&self, precision: Precision) -> Option<String> {
        let key = format!("precision/{}", precision.as_str());
        let words = self.strings().fill(&key, &[("value", "")]);
        Some(words.trim().to_owned()).filter(|words| !words.is_empty())
    }

    /// The key figures that a document defines.
    pub fn key_figures(&self, entry: &Entry) -> Vec<KeyFigure> {
        let document = entry.at();
        let count = match &entry.document.front {
            Front::Factsheet(own) => own.figures.len(),
            Front::Region(own) => own.plan.as_ref().map_or(0, |plan| plan.goals.len()),
            _ => 0,
        };
        (0..count)
            .filter_map(|figure| self.key_figure(FigureRef { document, figure }))
            .collect()
    }

    /// The figure that stands for a document elsewhere: its first result. What was aimed at or put
    /// in, alone and large, would read as what came of it.
    pub fn result(&self, entry: &Entry) -> Option<KeyFigure> {
        let is_result = |own: &KeyFigure| own.kind.id == FigureKind::Result.as_str();
        self.key_figures(entry).into_iter().find(is_result)
    }

    /// The figure that is shown where one is asked for: a result, or else the first that there is.
    pub fn leading_figure(&self, entry: &Entry) -> Option<KeyFigure> {
        let first = || self.key_figures(entry).into_iter().next();
        self.result(entry).or_else(first)
    }

    /// What a document rests on, counted.
    pub fn ground(&self, entry: &Entry) -> Option<Ground> {
        match &entry.document.front {
            Front::Factsheet(own) => Some(self.catalog.ground(&own.seen_in, &own.sources)),
            Front::Finding(own) => Some(self.catalog.ground(&own.seen_in, &own.sources)),
            _ => None,
        }
    }
}
