//! The fields of a component in Markdown.

use crate::base::OffsetMap;
use crate::diag::{Diag, Noted};
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
    let node = node.unwrap_or_else(|| Node::empty_mapping(map.span(0..0)));
    let (record, named) = schema::read_at(table, &node, map.span(0..0));
    let record = record.into_value(&mut diags);
    references.extend(named);
    let component = read_component(name, &record).unwrap_or(Component::Broken);
    Noted::new(component, diags)
}
