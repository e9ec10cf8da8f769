//! Filters above a list: the values that occur in it.

use std::collections::{BTreeMap, BTreeSet};

use crate::model::{Advice, Strength, Verdict};
use crate::render::outputs::view::{Choice, Filter};

use super::letters::sort_key;
use super::studio::Studio;

/// A shorter list is read faster than a filter is set.
const SHORT_LIST: usize = 5;

impl Studio<'_> {
    /// A filter for everything in which the items of a list differ, unless it is short.
    /// `facets` are theirs: `region:twente topic:matching`.
    pub fn filters<'f>(&self, facets: impl IntoIterator<Item = &'f str>) -> Vec<Filter> {
        let facets: Vec<&str> = facets.into_iter().collect();
        if facets.len() < SHORT_LIST {
            return Vec::new();
        }
        let occurring = occurring(facets);
        let filter = |(kind, word): (&str, &str)| {
            let values = occurring.get(kind).filter(|values| values.len() > 1)?;
            let choices = match kind {
                "verdict" => self.in_order(values, kind, Verdict::CHOICE.options),
                "strength" => self.in_order(values, kind, Strength::CHOICE.options),
                "advice" => self.in_order(values, kind, Advice::CHOICE.options),
                _ => self.by_label(values, kind),
            };
            Some(Filter { id: kind.to_owned(), label: self.text(word), choices })
        };
        let kinds = [
            ("verdict", "filter_verdict"),
            ("strength", "filter_strength"),
            ("advice", "advice"),
            ("topic", "topic"),
            ("region", "region"),
            ("audience", "audience"),
        ];
        kinds.into_iter().filter_map(filter).collect()
    }

    /// Values of a closed list, in its order.
    fn in_order(
        &self,
        values: &BTreeSet<&str>,
        kind: &str,
        options: &[(&'static str, &'static str)],
    ) -> Vec<Choice> {
        let occurring = options.iter().filter(|(key, _)| values.contains(key));
        occurring.map(|(key, _)| self.choice(kind, key)).collect()
    }

    fn by_label(&self, values: &BTreeSet<&str>, kind: &str) -> Vec<Choice> {
        let mut choices: Vec<Choice> = values
            .iter()
            .map(|id| Choice { id: (*id).to_owned(), label: self.facet_label(kind, id) })
            .collect();
        choices.sort_by_cached_key(|choice| (sort_key(&choice.label), choice.id.clone()));
        choices
    }

    fn facet_label(&self, kind: &str, id: &str) -> String {
        let lang = self.lang();
        let label = match kind {
            "region" => self
                .catalog
                .region(id, lang)
                .map(|region| region.document.head.title.value.clone()),
            "topic" => Some(self.catalog.topic_label(id, lang)),
            _ => self
                .catalog
                .vocabulary
                .audience
                .iter()
                .find(|word| word.id.value == id)
                .and_then(|word| word.record.text_in("label", lang.as_str()))
                .map(|text| text.value),
        };
        label.unwrap_or_else(|| id.to_owned())
    }
}

/// The values of each kind.
fn occurring<'f>(
    facets: impl IntoIterator<Item = &'f str>,
) -> BTreeMap<&'f str, BTreeSet<&'f str>> {
    let mut occurring: BTreeMap<&str, BTreeSet<&str>> = BTreeMap::new();
    for facet in facets.into_iter().flat_map(str::split_whitespace) {
        if let Some((kind, value)) = facet.split_once(':') {
            occurring.entry(kind).or_default().insert(value);
        }
    }
    occurring
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_values_of_each_kind_are_found_once() {
        let found =
            occurring(["region:twente topic:matching", "", "topic:leren region:twente"]);
        assert_eq!(
            found,
            BTreeMap::from([
                ("region", BTreeSet::from(["twente"])),
                ("topic", BTreeSet::from(["leren", "matching"])),
            ])
        );
    }
}
