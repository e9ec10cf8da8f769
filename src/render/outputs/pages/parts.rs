//! Parts that many views share: heads, cards, rows, figures, colophons.

use crate::base::{Spanned, UrlPath};
use crate::catalog::{Entry, MediaEntry, Subject, first_time};
use crate::config::Section;
use crate::model::drawing::PictureFile;
use crate::model::{DocKind, Front, Regions};
use crate::render::leaf::dotted;
use crate::render::outputs::view::{
    Card, Choice, FindingRow, Head, Html, Link, Picture, PictureSource, QuestionRow,
};
use crate::schema::Record;

use super::studio::Studio;

impl Studio<'_> {
    /// A value of a closed list with its label.
    pub fn choice(&self, list: &str, id: &str) -> Choice {
        Choice { id: id.to_owned(), label: self.strings().label(list, id) }
    }

    /// A link to a document.
    pub fn entry_link(&self, entry: &Entry) -> Link {
        let link = Link::site(entry.document.head.title.as_str(), entry.url.as_str());
        Link { lang: self.other_language(entry), ..link }
    }

    /// The language of a document that stands in for one in the language of the page.
    pub fn other_language(&self, entry: &Entry) -> Option<String> {
        let lang = &entry.document.lang;
        (lang != self.lang()).then(|| lang.as_str().to_owned())
    }

    /// The language of a text of a list that stands in for one in the language of the page.
    pub fn other_tongue(&self, record: &Record, key: &str) -> Option<String> {
        Some(self.catalog.other_tongue(record, key, self.lang())?.to_string())
    }

    /// The top of a document's page.
    pub fn head(&self, entry: &Entry) -> Head {
        let document = &entry.document;
        let is_page = document.kind == DocKind::Page;
        Head {
            kind: (!is_page).then(|| self.strings().label("type", document.kind.as_str())),
            by: document
                .head
                .owner
                .iter()
                .map(|id| self.catalog.owner(id, self.lang()).into())
                .collect(),
            day: document
                .head
                .date
                .as_ref()
                .filter(|_| !is_page)
                .map(|date| self.day(date.value)),
            updated: document.head.updated_on().map(|date| self.day(date)),
            facts: Vec::new(),
            title: document.head.title.value.clone(),
            lang: None,
            lead: document.head.summary.as_ref().map(|text| text.value.clone()),
            lead_lang: None,
        }
    }

    /// A document's picture, film or drawing as a figure.
    pub fn hero(&self, entry: &Entry) -> Option<Html> {
        let id = entry.document.head.image.as_ref()?;
        let media = self.catalog.media_entry(id)?;
        self.catalog.medium(media, "", self.lang()).map(|medium| self.medium(&medium))
    }

    /// A document's picture for a card.
    pub fn picture(&self, entry: &Entry) -> Option<Picture> {
        let id = entry.document.head.image.as_ref()?;
        let media = self.catalog.media_entry(id)?;
        // A film is shown by its poster.
        let media = match media.item.poster.as_ref().filter(|_| media.facts.is_some()) {
            Some(poster) => self.catalog.media_entry(poster).unwrap_or(media),
            None => media,
        };
        self.picture_of(media)
    }

    /// A media item as a picture that is no figure of a body.
    pub fn picture_of(&self, media: &MediaEntry) -> Option<Picture> {
        let medium = self.catalog.medium(media, "", self.lang())?;
        let files = self.catalog.page_files(media);
        let largest = files.last()?;
        Some(Picture {
            src: largest.url.encoded(),
            sources: files
                .iter()
                .map(|file| PictureSource { src: file.url.encoded(), width: file.width })
                .collect(),
            webp: smaller_files(&files, |own| own.webp.as_ref()),
            avif: smaller_files(&files, |own| own.avif.as_ref()),
            width: largest.width,
            height: largest.height,
            alt: medium.alt.text,
            alt_lang: medium.alt.lang.map(|lang| lang.to_string()),
            credit: Some(dotted(&medium.credit)).filter(|credit| !credit.is_empty()),
        })
    }

    /// A document in a list.
    pub fn card(&self, entry: &Entry) -> Card {
        let document = &entry.document;
        let (verdict, certainty) = match &document.front {
            Front::Finding(own) => (Some(self.verdict(own)), None),
            Front::Factsheet(own) => {
                (None, Some(self.certainty(own.judgement.strength, &own.seen_in, own.period)))
            }
            _ => (None, None),
        };
        let mut card = Card {
            url: entry.url.to_string(),
            title: document.head.title.value.clone(),
            lang: self.other_language(entry),
            kind: Some(self.marked(entry, self.catalog.kind_line(entry, self.lang()))),
            summary: Some(self.catalog.summary(entry)).filter(|text| !text.is_empty()),
            day: document.head.date.as_ref().map(|date| self.day(date.value)),
            picture: self.picture(entry),
            verdict,
            certainty,
            facts: Vec::new(),
            points: Vec::new(),
            files: Vec::new(),
            facets: self.catalog.facets(entry),
        };
        if let Front::Event(own) = &document.front {
            self.tell_of_event(&mut card, entry, own);
        }
        card
    }

    /// What a document is, with a mark when it is made up.
    pub fn marked(&self, entry: &Entry, kind: String) -> String {
        match self.sample_mark(entry) {
            Some(mark) => format!("{kind} · {mark}"),
            None => kind,
        }
    }

    /// "verzonnen voorbeeld", of a document that is made up.
    pub fn sample_mark(&self, entry: &Entry) -> Option<String> {
        entry.document.head.sample.then(|| self.text("sample_mark"))
    }

    /// Cards of documents.
    pub fn cards<'e>(&self, entries: impl IntoIterator<Item = &'e Entry>) -> Vec<Card> {
        entries.into_iter().map(|entry| self.card(entry)).collect()
    }

    /// A finding in a list.
    pub fn finding_row(&self, entry: &Entry) -> Option<FindingRow> {
        let Front::Finding(own) = &entry.document.front else { return None };
        let lang = self.other_language(entry);
        // Words around a text are in its language, so that one `lang` is true of both.
        let words = self.catalog.strings(&entry.document.lang).unwrap_or(self.strings());
        let course = match (&own.expected, &own.seen) {
            (Some(expected), Some(seen)) => Some(format!(
                "{}: {} {}: {}",
                words.text("expected"),
                sentence(expected),
                words.text("seen"),
                sentence(seen)
            )),
            _ => None,
        };
        let strength = self.strings().label("strength", own.judgement.strength.as_str());
        // That it is made up, every reader of the page has to understand.
        let (sample, strength) = match lang {
            Some(_) => (None, self.marked(entry, strength)),
            None => (self.sample_mark(entry), strength),
        };
        let sample = sample.map(|mark| capital(&sentence(&mark)));
        let text = own
            .conditions
            .as_ref()
            .map(|text| format!("{}: {}", words.text("conditions"), sentence(text)))
            .or(course)
            .or_else(|| Some(own.statement.clone()));
        Some(FindingRow {
            url: entry.url.to_string(),
            title: entry.document.head.title.value.clone(),
            lang,
            verdict: self.verdict(own),
            text: Some(sample.into_iter().chain(text).collect::<Vec<_>>().join(" ")),
            says: None,
            strength,
            advice: own.advice.map(|advice| self.choice("advice", advice.as_str())),
            facets: self.catalog.facets(entry),
        })
    }

    /// Findings in a list.
    pub fn finding_rows<'e>(
        &self,
        entries: impl IntoIterator<Item = &'e Entry>,
    ) -> Vec<FindingRow> {
        entries.into_iter().filter_map(|entry| self.finding_row(entry)).collect()
    }

    /// The same on the page of a document, with what that says of each.
    pub fn finding_rows_about<'e>(
        &self,
        entries: impl IntoIterator<Item = &'e Entry>,
        about: &Entry,
    ) -> Vec<FindingRow> {
        let row = |entry: &'e Entry| {
            Some(FindingRow { says: self.says(about, entry), ..self.finding_row(entry)? })
        };
        entries.into_iter().filter_map(row).collect()
    }

    /// What a document says of a finding: the least that it is named with as evidence.
    fn says(&self, document: &Entry, finding: &Entry) -> Option<String> {
        let Front::Finding(own) = &finding.document.front else { return None };
        let is_it = |entry: &Entry| {
            entry.kind() == document.kind() && entry.document.id == document.document.id
        };
        let named = own
            .evidence
            .iter()
            .filter(|item| self.catalog.any(&item.item, self.lang()).is_some_and(is_it));
        let least = named.map(|item| item.supports).max()?;
        Some(self.strings().label("says", least.as_str()))
    }

    /// A learning question in a list.
    pub fn question_row(&self, id: &str) -> Option<QuestionRow> {
        let question = self.catalog.question(id)?;
        let kinds = [
            (DocKind::Finding, "findings"),
            (DocKind::Factsheet, "factsheets"),
            (DocKind::Story, "stories"),
        ];
        let mut facts = self.counts(Subject::Question(id), &kinds);
        let regions = question.asked_by.iter().filter(|id| id.value != "programme").count();
        if regions > 0 {
            facts.push(self.strings().count("regions_ask", regions));
        }
        let state = self.catalog.question_state(question);
        let mut facets = vec![format!("question-state:{}", state.as_str())];
        let asking = question.asked_by.iter().filter_map(|id| self.catalog.region_id(id));
        facets.extend(asking.map(|id| format!("region:{id}")));
        Some(QuestionRow {
            url: self.catalog.addresses.below(Section::Questions, id, self.lang()).to_string(),
            question: self.catalog.question_text(id, self.lang()),
            lang: self.other_tongue(&question.record, "question"),
            state: self.choice("question-state", state.as_str()),
            facts,
            facets: facets.join(" "),
        })
    }

    /// Links to learning questions.
    pub fn question_links(&self, ids: &[Spanned<String>]) -> Vec<Link> {
        ids.iter().map(|id| self.question_link(id)).collect()
    }

    /// A link to a learning question.
    pub fn question_link(&self, id: &str) -> Link {
        let url = self.catalog.addresses.below(Section::Questions, id, self.lang());
        let link = Link::site(self.catalog.question_text(id, self.lang()), url.as_str());
        let question = self.catalog.question(id);
        let lang = question.and_then(|own| self.other_tongue(&own.record, "question"));
        Link { lang, ..link }
    }

    /// Links to topics.
    pub fn topic_links(&self, ids: &[Spanned<String>]) -> Vec<Link> {
        ids.iter().map(|id| self.topic_link(id)).collect()
    }

    /// Links to the regions that are named; empty for all of them.
    pub fn region_links(&self, regions: &Regions) -> Vec<Link> {
        let Regions::Some(names) = regions else { return Vec::new() };
        names
            .iter()
            .filter_map(|name| self.catalog.region(name, self.lang()))
            .filter(first_time())
            .map(|entry| {
                if entry.is_shown() {
                    self.entry_link(entry)
                } else {
                    Link::words(entry.document.head.title.as_str())
                }
            })
            .collect()
    }

    /// How many regions there are.
    pub fn region_count(&self) -> usize {
        self.catalog.count(DocKind::Region, self.lang())
    }
}

/// A text that ends as a sentence does.
pub(super) fn sentence(text: &str) -> String {
    let text = text.trim();
    if text.is_empty() || text.ends_with(['.', '!', '?', '…']) {
        text.to_owned()
    } else {
        format!("{text}.")
    }
}

/// A text that begins with a capital.
pub(super) fn capital(text: &str) -> String {
    let mut chars = text.chars();
    chars.next().map_or_else(String::new, |first| first.to_uppercase().chain(chars).collect())
}

/// The files of a picture in a format that takes less room, when all have one.
pub(super) fn smaller_files(
    files: &[PictureFile],
    address: impl Fn(&PictureFile) -> Option<&UrlPath>,
) -> Vec<PictureSource> {
    let smaller = |file: &PictureFile| {
        let url = address(file)?;
        Some(PictureSource { src: url.encoded(), width: file.width })
    };
    files.iter().map(smaller).collect::<Option<Vec<_>>>().unwrap_or_default()
}
