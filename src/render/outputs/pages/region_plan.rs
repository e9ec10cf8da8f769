//! A region's plan, and what was received from the region.

use crate::base::Date;
use crate::catalog::Entry;
use crate::model::drawing::Words;
use crate::model::{self, DocKind, Evidence, FigureKind};
use crate::render::outputs::view::{Activity, EvidenceReceived, Link, Plan};

use super::studio::Studio;

impl Studio<'_> {
    /// A region's plan. Its goals are shown as targets, whatever they were marked as.
    pub(super) fn plan(&self, entry: &Entry, plan: &model::Plan) -> Plan {
        let report = plan.report.as_ref().and_then(|id| {
            let entry = self.catalog.document(DocKind::Report, id, self.lang())?;
            entry.is_shown().then(|| self.entry_link(entry))
        });
        let mut goals = self.key_figures(entry);
        for goal in &mut goals {
            goal.kind = self.choice("figure", FigureKind::Target.as_str());
        }
        Plan {
            title: plan.title.clone().unwrap_or_default(),
            signed: plan.signed.map(|when| self.moment(when)),
            report,
            goals,
            activities: plan.activities.iter().map(|own| self.activity(entry, own)).collect(),
        }
    }

    fn activity(&self, region: &Entry, own: &model::Activity) -> Activity {
        let about = self.catalog.about_activity(region, &own.id, self.lang());
        let link = |entry: &Entry| Link {
            note: Some(self.strings().label("type", entry.kind().as_str()).to_lowercase()),
            ..self.entry_link(entry)
        };
        Activity {
            // Pages of findings and stories lead to it by this id.
            id: own.id.value.clone(),
            title: own.title.clone(),
            expected: own.expected.clone(),
            state: own.state.map(|state| self.choice("activity-state", state.as_str())),
            links: about.into_iter().map(link).collect(),
        }
    }

    /// Something that was, or is to be, received from a region.
    pub(super) fn evidence(&self, own: &Evidence) -> EvidenceReceived {
        let received = own.received.is_some() || own.source.is_some();
        let state = evidence_state(received, own.due, self.catalog.today);
        let source = own.source.as_ref().and_then(|id| self.catalog.source(id));
        let wave = own.wave.as_ref().map(|id| self.catalog.wave_label(id, self.lang()));
        let method = own.wave.as_ref();
        let method = method.and_then(|id| self.catalog.wave_method(id, self.lang()));
        let tongue = |own: &Words| own.lang.as_ref().map(ToString::to_string);
        EvidenceReceived {
            kind: self.strings().label("evidence-kind", own.kind.as_str()),
            wave_lang: wave.as_ref().and_then(tongue),
            wave: wave.map(|own| own.text),
            method_lang: method.as_ref().and_then(tongue),
            method: method.map(|own| own.text),
            due: own.due.map(|due| self.day(due)),
            adopted: own.adopted.map(|adopted| self.day(adopted)),
            received: own.received.map(|when| self.moment(when)),
            state: self.choice("evidence-state", state),
            source: source.map(|source| self.source_link(source)),
        }
    }
}

/// `received`, `due`, or `late` from the day after it was due.
fn evidence_state(received: bool, due: Option<Date>, today: Date) -> &'static str {
    match (received, due) {
        (true, _) => "received",
        (false, Some(due)) if due < today => "late",
        (false, _) => "due",
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_document_is_late_from_the_day_after_it_was_due() {
        let day = |text: &str| Date::parse_iso(text).unwrap();
        let due = Some(day("2021-01-31"));
        assert_eq!(evidence_state(false, due, day("2021-01-31")), "due");
        assert_eq!(evidence_state(false, due, day("2021-02-01")), "late");
        assert_eq!(evidence_state(true, due, day("2021-02-01")), "received");
        assert_eq!(evidence_state(false, None, day("2021-02-01")), "due");
    }
}
