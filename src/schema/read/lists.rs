//! Lists: of cells, of regions, and what stands in the place of one.

use crate::base::{Span, Spanned};
use crate::diag::Diag;
use crate::diag::problem::Yaml;
use crate::schema::{Data, Field, Kind, RefKind, meant};
use crate::yaml::{Entry, Node, Value};

use super::Reader;

impl Reader {
    /// Cells: one, a list of them, or a mapping from column to cell.
    pub(super) fn cells(&mut self, field: &Field, node: &Node) -> Option<Data> {
        match &node.value {
            Value::List(cells) => {
                let cell = |cell| self.value(field, &Kind::Text, cell);
                Some(Data::List(cells.iter().filter_map(cell).collect()))
            }
            Value::Mapping(entries) => {
                let cell = |entry: &Entry| {
                    let value = match &entry.value.value {
                        // A cell that is left empty, as in a file.
                        Value::Null => {
                            Spanned::new(Data::Text(String::new()), entry.value.span)
                        }
                        _ => self.value(field, &Kind::Text, &entry.value)?,
                    };
                    Some((entry.key.clone(), value))
                };
                Some(Data::Map(entries.iter().filter_map(cell).collect()))
            }
            Value::Scalar(scalar) => Some(Data::Text(scalar.text.clone())),
            Value::Null => None,
        }
    }

    /// Regions: their ids, or the word for all of them.
    pub(super) fn regions(&mut self, field: &Field, node: &Node) -> Option<Data> {
        const REGION: Kind = Kind::Ref(RefKind::Region);
        match &node.value {
            // An editing program that knows lists only writes `[all]`.
            Value::List(items)
                if items.len() == 1
                    && items
                        .iter()
                        .all(|one| one.as_text().is_some_and(|own| is_all(&own))) =>
            {
                Some(Data::All)
            }
            Value::List(items) => Some(self.items(field, &REGION, items, node.span)),
            Value::Scalar(scalar) if is_all(&scalar.text) => Some(Data::All),
            _ => {
                self.no_list(&Kind::Regions, node);
                None
            }
        }
    }

    /// Something else stands where a list belongs.
    pub(super) fn no_list(&mut self, kind: &Kind, node: &Node) {
        let (text, place) = match &node.value {
            Value::Scalar(scalar) if !scalar.quoted => (scalar.text.as_str(), node.span),
            Value::Mapping(entries) => match entries.first() {
                Some(entry) => (entry.key.value.as_str(), entry.key.span),
                None => ("", node.span),
            },
            _ => ("", node.span),
        };
        if let Some(word) = meant::glued_dash(text) {
            let start = place.range().start;
            let span = Span::new(place.file, start, start + 1 + word.len());
            let item = word.to_owned();
            self.diags.push(Diag::at(span, Yaml::GluedDash { item }));
            return;
        }
        self.wrong_with(node.span, kind.expected(), meant::of_node(kind, node));
    }
}

/// The word for every region.
fn is_all(word: &str) -> bool {
    matches!(word.to_lowercase().as_str(), "all" | "alle")
}
