//! Filters above a list: the values that occur in it.

use std::collections::{BTreeMap, BTreeSet};

use crate::catalog::{Listing, Subject};
use crate::config::Section;
use crate::model::vocabulary::QuestionState;
use crate::model::{Advice, DocKind, Strength, Verdict};
use crate::plan::PageKind;
use crate::render::outputs::view::{Choice, Filter, FilterChoice, Link};

use super::letters::sort_key;
use super::studio::{Studio, with_fragment};

/// A shorter list is read faster than a filter is set.
const SHORT_LIST: usize = 5;

/// An item of a list, as filters see it.
#[derive(Debug, Clone, Copy)]
pub struct Listed<'a> {
    /// What it is about: `region:twente topic:matching`.
    pub facets: &'a str,
    /// Its title.
    pub title: &'a str,
    /// The language of that, where it is not the page's.
    pub lang: Option<&'a str>,
    /// Its address.
    pub url: &'a str,
}

impl Listed<'_> {
    fn link(&self) -> Link {
        Link { lang: self.lang.map(str::to_owned), ..Link::site(self.title, self.url) }
    }
}

impl Studio<'_> {
    /// A filter for everything in which the items of a list differ, unless it is short.
    pub fn filters<'f>(&self, items: impl IntoIterator<Item = Listed<'f>>) -> Vec<Filter> {
        let items: Vec<Listed<'_>> = items.into_iter().collect();
        if items.len() < SHORT_LIST {
            return Vec::new();
        }
        let occurring = occurring(items.iter().map(|item| item.facets));
        let filter = |(kind, word): (&str, &str)| {
            let values = occurring.get(kind).filter(|values| values.len() > 1)?;
            let choices = match kind {
                "verdict" => self.in_order(values, kind, Verdict::CHOICE.options),
                "strength" => self.in_order(values, kind, Strength::CHOICE.options),
                "advice" => self.in_order(values, kind, Advice::CHOICE.options),
                "question-state" => self.in_order(values, kind, QuestionState::CHOICE.options),
                _ => self.by_label(values, kind),
            };
            let choice = |choice: Choice| self.filled(kind, choice, &items);
            let choices = choices.into_iter().map(choice).collect();
            Some(Filter { id: kind.to_owned(), label: self.text(word), choices })
        };
        let kinds = [
            ("question-state", "filter_state"),
            ("verdict", "filter_verdict"),
            ("strength", "filter_strength"),
            ("advice", "advice"),
            ("topic", "topic"),
            ("region", "region"),
            ("audience", "audience"),
        ];
        kinds.into_iter().filter_map(filter).collect()
    }

    /// The topics and regions with a page that tells of documents of a type, above the first
    /// page of a list that is cut: what stands on other pages cannot be filtered.
    pub fn ways(&self, kind: DocKind) -> Vec<Filter> {
        if self.goes_on() {
            return Vec::new();
        }
        let topics = self.catalog.vocabulary.topics.iter().map(|own| own.id.as_str());
        let regions = self.catalog.regions(self.lang());
        let regions = regions.iter().map(|(own, _)| own.document.id.as_str());
        let found = [
            self.way("topic", kind, topics.collect(), Subject::Topic),
            self.way("region", kind, regions.collect(), Subject::Region),
        ];
        found.into_iter().filter(|way| !way.choices.is_empty()).collect()
    }

    fn way<'i>(
        &self,
        word: &str,
        kind: DocKind,
        ids: BTreeSet<&'i str>,
        about: fn(&'i str) -> Subject<'i>,
    ) -> Filter {
        let counts: BTreeMap<&str, usize> = ids
            .into_iter()
            .map(|id| {
                let list = Listing { kind, lang: self.lang(), about: about(id) };
                (id, self.catalog.length(list))
            })
            .filter(|(_, count)| *count > 0)
            .collect();
        let choices = self.by_label(&counts.keys().copied().collect(), word);
        let choice = |choice: Choice| {
            let page = Some(self.page_of(word, &choice)?);
            let count = counts.get(choice.id.as_str()).copied().unwrap_or_default();
            let lang = self.facet_lang(word, &choice.id);
            let Choice { id, label } = choice;
            Some(FilterChoice { id, label, lang, count, page, items: Vec::new() })
        };
        Filter {
            id: word.to_owned(),
            label: self.text(word),
            choices: choices.into_iter().filter_map(choice).collect(),
        }
    }

    /// A choice with how many items have it, and where to find them without scripts.
    fn filled(&self, kind: &str, choice: Choice, items: &[Listed<'_>]) -> FilterChoice {
        let facet = format!("{kind}:{}", choice.id);
        let has = |item: &&Listed<'_>| item.facets.split_whitespace().any(|own| own == facet);
        let own: Vec<&Listed<'_>> = items.iter().filter(has).collect();
        let page = self.page_of(kind, &choice);
        let items = match page {
            Some(_) => Vec::new(),
            None => own.iter().map(|item| item.link()).collect(),
        };
        let lang = self.facet_lang(kind, &choice.id);
        let Choice { id, label } = choice;
        FilterChoice { id, label, lang, count: own.len(), page, items }
    }

    /// The page, or the part of this page, that holds what a choice would leave.
    fn page_of(&self, kind: &str, choice: &Choice) -> Option<Link> {
        let lang = self.lang();
        let url = match kind {
            "region" => {
                let region = self.catalog.region(&choice.id, lang);
                region.filter(|own| own.is_shown())?.url.to_string()
            }
            "topic" => {
                self.catalog.addresses.below(Section::Topics, &choice.id, lang).to_string()
            }
            // On these pages alone the values have parts of their own.
            "verdict" if self.page.kind == PageKind::Findings => self.part(choice),
            "question-state" if self.page.kind == PageKind::Questions => self.part(choice),
            _ => return None,
        };
        let lang = self.facet_lang(kind, &choice.id);
        Some(Link { lang, ..Link::site(choice.label.as_str(), url) })
    }

    fn part(&self, choice: &Choice) -> String {
        with_fragment(&self.page.url, Some(&format!("s_{}", choice.id)))
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

    /// The language of such a label, where that is not the page's.
    fn facet_lang(&self, kind: &str, id: &str) -> Option<String> {
        match kind {
            "region" => self.other_language(self.catalog.region(id, self.lang())?),
            "topic" => self.other_tongue(&self.catalog.topic(id)?.record, "label"),
            "audience" => {
                let mut words = self.catalog.vocabulary.audience.iter();
                let word = words.find(|word| word.id.value == id)?;
                self.other_tongue(&word.record, "label")
            }
            _ => None,
        }
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
