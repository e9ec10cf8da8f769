//! Periods: a year, a month or a day, or two ends.

use crate::base::Period;
use crate::diag::Diag;
use crate::diag::problem::{Expected, Field as Wrong};
use crate::schema::{Data, Field, Kind, Table, meant, scalar};
use crate::yaml::{Node, Value};

use super::{Absence, Reader};

/// The fields of a period that is written as two ends.
pub const PERIOD: Table = Table {
    name: "period",
    groups: &[&[
        Field::new("from", "van", Kind::When).means("Begin.", "Start.").example("2019-06"),
        Field::new("to", "tot", Kind::When)
            .means("Einde; telt mee.", "End; included.")
            .example("2021-12"),
    ]],
};

impl Reader {
    pub(super) fn period(&mut self, field: &Field, node: &Node) -> Option<Data> {
        let period = if let Value::Mapping(_) = &node.value {
            let record = self.record(&PERIOD, node, Absence::AtRecord);
            Period {
                from: record.when("from").map(|when| when.value),
                to: record.when("to").map(|when| when.value),
            }
        } else {
            let text = node.as_text();
            let Some((when, order)) = text.and_then(|text| scalar::when(text.value)) else {
                let text = node.as_text();
                let meant =
                    text.and_then(|own| meant::of_text(field, &Kind::Period, own.value));
                self.wrong_with(node.span, Expected::Period, meant);
                return None;
            };
            self.order(order, node.span, &when.to_string());
            Period::of(when)
        };
        if period.is_backwards() {
            self.diags.push(Diag::at(node.span, Wrong::BackwardPeriod));
            return None;
        }
        Some(Data::Period(period))
    }
}
