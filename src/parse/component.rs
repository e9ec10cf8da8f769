//! The fields of a component in Markdown.

use crate::base::OffsetMap;
use crate::diag::problem::Field;
use crate::diag::{Diag, Noted, Problem};
use crate::model::component::Component;
use crate::model::{component_table, read_component};
use crate::schema::{self, Reference};
use crate::yaml::{self, Node};

/// Reads a component's YAML. The ids it names are added to those of its document.
pub(super) fn read(
    name: &str,
    text: &str,
    map: &OffsetMap,
    references: &mut Vec<Reference>,
) -> Noted<Component> {
    let mut diags: Vec<Diag> = Vec::new();
    let Some(table) = component_table(name) else {
        return Noted::clean(Component::Broken);
    };
    let node = yaml::read(text, map).into_value(&mut diags);
    let broken = diags.iter().any(Diag::is_error) && node.is_none();
    if broken {
        return Noted::new(Component::Broken, diags);
    }
    let place = map.span(0..0);
    let is_empty = node.is_none();
    let node = node.unwrap_or_else(|| Node::empty_mapping(place));
    let (Noted { value: record, diags: mut wrong }, named) =
        schema::read_at(table, &node, place);
    if is_empty && !wrong.is_empty() {
        wrong = vec![Diag::at(place, empty(name, &wrong))];
    }
    diags.extend(wrong);
    references.extend(named);
    let component = read_component(name, &record).unwrap_or(Component::Broken);
    Noted::new(component, diags)
}

/// An empty block is one mistake, whatever it lacks.
fn empty(name: &str, lacks: &[Diag]) -> Field {
    let keys = |diag: &Diag| match &diag.problem {
        Problem::Field(Field::Missing { key, alias, .. }) => Some((alias.clone(), key.clone())),
        _ => None,
    };
    let needs = lacks.iter().filter_map(keys).collect();
    Field::EmptyComponent { component: name.to_owned(), needs }
}
