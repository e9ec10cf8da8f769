//! Lists of documents and moments.

use crate::base::{Lang, apostrophes};
use crate::diag::Diag;
use crate::diag::problem::Link;
use crate::i18n::dates;
use crate::model::component::{ItemSort, Items, Moment, Text};
use crate::model::drawing::{ItemDrawing, MomentDrawing};
use crate::model::{DocKind, Front, Target};

use super::super::resolve::{Lookup, not_shown};
use super::super::rules::is_to_be_sent;
use super::super::{Catalog, Entry};

impl Lookup<'_> {
    pub(super) fn moment(&mut self, moment: &Moment) -> Option<MomentDrawing> {
        let lang = self.lang();
        match moment {
            Moment::Event(id) => {
                let entry = self.catalog.document(DocKind::Event, id, &lang)?;
                let Front::Event(event) = &entry.document.front else { return None };
                let when = crate::base::When::Day(event.start?.0);
                if let Some(why) = not_shown(entry.availability) {
                    let title = entry.document.head.title.value.clone();
                    let in_mail = self.entry().is_some_and(is_to_be_sent);
                    self.diags.push(Diag::at(id.span, Link::NotListed { title, why, in_mail }));
                    return None;
                }
                Some(MomentDrawing {
                    when,
                    shown: dates::when(when, &lang),
                    text: apostrophes(&entry.document.head.title.value).into_owned(),
                    target: Some(Target::Site { url: entry.url.clone(), fragment: None }),
                })
            }
            Moment::Written { date, text, link } => Some(MomentDrawing {
                when: date.value,
                shown: dates::when(date.value, &lang),
                text: text.value.clone(),
                target: link.as_ref().map(|link| {
                    let raw = crate::parse::markdown::address(link, link.span);
                    let raw = raw.into_value(&mut self.diags);
                    crate::model::Resolver::link(self, &raw)
                }),
            }),
        }
    }

    pub(super) fn items(&mut self, items: &Items) -> Vec<ItemDrawing> {
        let lang = self.lang();
        let Some(kind) = DocKind::parse(&items.kind) else { return Vec::new() };
        let catalog = self.catalog;
        let region = items.region.as_ref().and_then(|name| catalog.region_id(name));
        let mut found: Vec<&Entry> = catalog
            .documents(kind, &lang)
            .filter(|entry| {
                let head = &entry.document.head;
                let about = |ids: &[Text], id: &Option<Text>| {
                    id.as_ref().is_none_or(|id| ids.iter().any(|own| own.value == id.value))
                };
                about(&head.topics, &items.topic)
                    && about(&head.audience, &items.audience)
                    && region.is_none_or(|id| catalog.is_about(entry, id))
            })
            .collect();
        match items.sort {
            ItemSort::Date => found.sort_by_key(|entry| {
                std::cmp::Reverse(entry.document.head.date.as_ref().map(|d| d.value))
            }),
            ItemSort::Title => {
                found.sort_by_key(|entry| entry.document.head.title.value.to_lowercase());
            }
        }
        found.truncate(items.limit.unwrap_or(usize::MAX));
        found.into_iter().map(|entry| catalog.item(entry, &lang)).collect()
    }
}

impl Catalog {
    /// A document as a line of a list.
    pub fn item(&self, entry: &Entry, lang: &Lang) -> ItemDrawing {
        let document = &entry.document;
        ItemDrawing {
            title: apostrophes(&document.head.title.value).into_owned(),
            lang: Some(&document.lang).filter(|own| *own != lang).cloned(),
            kind: self.kind_line(entry, lang),
            summary: self.summary(entry),
            date: document.head.date.as_ref().map(|date| date.value),
            facets: self.facets(entry),
            target: Target::Site { url: entry.url.clone(), fragment: None },
        }
    }

    /// What filters look at: `region:twente topic:matching`.
    pub fn facets(&self, entry: &Entry) -> String {
        let head = &entry.document.head;
        let regions = self.regions_of(entry).map(|id| format!("region:{id}"));
        let named = |kind: &str, ids: &[Text]| -> Vec<String> {
            ids.iter().map(|id| format!("{kind}:{}", id.value)).collect()
        };
        let mut facets: Vec<String> = regions.collect();
        facets.extend(named("topic", &head.topics));
        facets.extend(named("audience", &head.audience));
        if let Front::Finding(own) = &entry.document.front {
            facets.push(format!("verdict:{}", own.verdict.as_str()));
            facets.push(format!("strength:{}", own.judgement.strength.as_str()));
            facets.extend(own.advice.map(|advice| format!("advice:{}", advice.as_str())));
        }
        // What is made up is shown, and counts nowhere.
        facets.extend(head.sample.then(|| "sample".to_owned()));
        facets.join(" ")
    }
}
