//! The words of links to items: they say where they lead, and no two of an edition are alike.

use std::collections::{BTreeMap, BTreeSet};

use crate::base::apostrophes;
use crate::catalog::EditionItem;
use crate::model::Front;
use crate::render::outputs::pages::Studio;

/// The words for each item, in their order. As short as they can be: "Lees de factsheet",
/// where there are several "Lees de factsheet over matching", and the document's title where
/// that does not tell them apart or the edition calls it otherwise.
pub(super) fn of_links(studio: &Studio<'_>, items: &[EditionItem<'_>]) -> Vec<String> {
    let shortest: Vec<(String, bool)> = items.iter().map(|item| short(studio, item)).collect();
    let mut times: BTreeMap<&str, usize> = BTreeMap::new();
    for (words, _) in &shortest {
        *times.entry(words).or_default() += 1;
    }
    let mut taken: BTreeSet<String> = BTreeSet::new();
    let mut all = Vec::new();
    for (item, (words, is_telling)) in items.iter().zip(&shortest) {
        let entry = item.entry;
        let title = || format!("{words}: {}", entry.document.head.title.value);
        let chosen = if !is_telling && !item.has_own_title() {
            title()
        } else if times.get(words.as_str()) == Some(&1) {
            words.clone()
        } else {
            let mut about = topics(studio, item, words).into_iter();
            about.find(|words| !taken.contains(words)).unwrap_or_else(title)
        };
        taken.insert(chosen.clone());
        all.push(apostrophes(&chosen).into_owned());
    }
    all
}

/// The shortest words, and whether they tell already which document it is.
fn short(studio: &Studio<'_>, item: &EditionItem<'_>) -> (String, bool) {
    let strings = studio.strings();
    if let Front::Story(story) = &item.entry.document.front
        && let Some(name) = &story.region
        && let Some(region) = studio.catalog.region(name, studio.lang())
    {
        let region = &region.document.head.title.value;
        return (strings.fill("read_story_from", &[("place", region)]), true);
    }
    (strings.label("read", item.entry.kind().as_str()), false)
}

/// The words with each topic of the document.
fn topics(studio: &Studio<'_>, item: &EditionItem<'_>, words: &str) -> Vec<String> {
    let about = |id: &str| {
        let topic = within_sentence(&studio.catalog.topic_label(id, studio.lang()));
        studio.strings().fill("read_about", &[("read", words), ("topic", &topic)])
    };
    item.entry.document.head.topics.iter().map(|id| about(id)).collect()
}

/// A label as it stands in the middle of a sentence; abbreviations keep their capitals.
fn within_sentence(label: &str) -> String {
    let mut chars = label.chars();
    match (chars.next(), chars.clone().next()) {
        (Some(first), Some(second)) if second.is_lowercase() => {
            first.to_lowercase().chain(chars).collect()
        }
        _ => label.to_owned(),
    }
}
