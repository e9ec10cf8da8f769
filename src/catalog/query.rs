//! What pages may ask of the catalogue.

use std::collections::BTreeSet;

use crate::base::{Lang, SourcePath, Spanned};
use crate::i18n::Strings;
use crate::model::vocabulary::{LearningQuestion, Organisation, QuestionState, Term, Topic};
use crate::model::{DocKind, EvidenceKind, Front, Strength, Verdict};

use super::{Catalog, Entry, Listing, Subject, first_time};

impl Catalog {
    /// The texts of the theme in a language; those of the main language when it has none.
    pub fn strings(&self, lang: &Lang) -> Option<&Strings> {
        self.strings.get(lang).or_else(|| self.strings.get(&self.config.lang))
    }

    /// The shown documents of a type in a language, newest first. Of documents that a language
    /// does not have, the main language's stand in.
    pub fn documents(&self, kind: DocKind, lang: &Lang) -> impl Iterator<Item = &Entry> {
        self.listed(kind, lang).map(|entry| self.read(entry))
    }

    /// How many shown documents of a type there are in a language.
    pub fn count(&self, kind: DocKind, lang: &Lang) -> usize {
        self.listed(kind, lang).count()
    }

    /// What `documents` gives, to be looked through by what outline and relations tell: it does
    /// not count as read.
    pub(super) fn listed(&self, kind: DocKind, lang: &Lang) -> impl Iterator<Item = &Entry> {
        let shown = self.relations.shown.get(&(kind, lang.clone()));
        shown.into_iter().flatten().filter_map(|at| self.entries.get(*at))
    }

    /// The document of a type with an id as written, shown or not.
    pub fn document(&self, kind: DocKind, id: &str, lang: &Lang) -> Option<&Entry> {
        self.index.document(kind, id, lang).and_then(|at| self.entry(at))
    }

    /// The shown documents that these ids name, each once.
    pub fn named<'a>(
        &'a self,
        kind: DocKind,
        ids: &'a [Spanned<String>],
        lang: &'a Lang,
    ) -> impl Iterator<Item = &'a Entry> {
        ids.iter()
            .filter_map(move |id| self.document(kind, id, lang))
            .filter(|entry| entry.is_shown())
            .filter(first_time())
    }

    /// The document that an id of any kind names (`drenthe`, `story:drenthe`), shown or not.
    pub fn any(&self, id: &str, lang: &Lang) -> Option<&Entry> {
        if let Some((word, _)) = id.split_once(':')
            && let Some(kind) = DocKind::parse(word)
        {
            return self.document(kind, id, lang);
        }
        match self.index.kinds_of(id).as_slice() {
            [one] => self.document(*one, id, lang),
            _ => None,
        }
    }

    /// A region by any of its names, shown or not.
    pub fn region(&self, name: &str, lang: &Lang) -> Option<&Entry> {
        self.document(DocKind::Region, self.region_id(name)?, lang)
    }

    /// All versions of a document in other languages that are shown.
    pub fn translations(&self, entry: &Entry) -> Vec<&Entry> {
        let versions = self.index.versions(entry.kind(), &entry.document.id);
        let others = versions.iter().filter(|own| own.lang != entry.document.lang);
        others.filter_map(|own| self.entry(own.at)).filter(|own| own.is_shown()).collect()
    }

    /// Whether a document is about a region by name, or was seen there: `all` does not count.
    pub fn is_about(&self, entry: &Entry, region: &str) -> bool {
        let all = self.relations.by_region.get(region);
        all.is_some_and(|all| self.place_of(entry, all).is_ok())
    }

    /// Where a document stands among positions, newest first.
    pub(super) fn place_of(&self, entry: &Entry, positions: &[usize]) -> Result<usize, usize> {
        positions.binary_search_by(|at| match self.entries.get(*at) {
            Some(other) => newest_first(other, entry),
            None => std::cmp::Ordering::Less,
        })
    }

    /// The shown ones of documents, in the order of their positions.
    fn at(&self, positions: Option<&Vec<usize>>) -> Vec<&Entry> {
        self.shown_at(positions.into_iter().flatten())
    }

    /// The shown ones of documents that use something, newest first.
    fn using(&self, positions: Option<&BTreeSet<usize>>) -> Vec<&Entry> {
        let mut entries = self.shown_at(positions.into_iter().flatten());
        entries.sort_by(|a, b| newest_first(a, b));
        entries
    }

    pub(super) fn shown_at<'a>(
        &self,
        positions: impl Iterator<Item = &'a usize>,
    ) -> Vec<&Entry> {
        let entries = positions.filter_map(|at| self.entries.get(*at));
        entries.filter(|entry| entry.is_shown()).map(|entry| self.read(entry)).collect()
    }

    /// The shown documents of a type that are about a region or seen in it, newest first.
    pub fn about_region(&self, kind: DocKind, region: &Entry) -> Vec<&Entry> {
        let about = Subject::Region(&region.document.id);
        self.list(Listing { kind, lang: &region.document.lang, about })
    }

    /// How many stories of a region are no made-up samples. None of them counts as read.
    pub fn stories_of(&self, region: &Entry) -> usize {
        let document = &region.document;
        let about = Subject::Region(&document.id);
        self.real_length(Listing { kind: DocKind::Story, lang: &document.lang, about })
    }

    /// How many findings a region contributed to. None of them counts as read.
    pub fn findings_of(&self, region: &Entry) -> usize {
        let document = &region.document;
        let about = Subject::Region(&document.id);
        self.length(Listing { kind: DocKind::Finding, lang: &document.lang, about })
    }

    /// The kinds of evidence that were received from a region.
    pub fn evidence_kinds(&self, region: &Entry) -> BTreeSet<EvidenceKind> {
        match &region.document.front {
            Front::Region(own) => own
                .evidence
                .iter()
                .filter(|own| own.received.is_some() || own.source.is_some())
                .map(|own| own.kind)
                .collect(),
            _ => BTreeSet::new(),
        }
    }

    /// The shown documents about a topic, newest first.
    pub fn about_topic(&self, topic: &str, lang: &Lang) -> Vec<&Entry> {
        let mut all = self.at(self.relations.by_topic.get(topic));
        all.retain(|entry| self.is_read_in(entry, lang));
        all
    }

    /// The shown documents that answer a question, newest first.
    pub fn answers(&self, question: &str, lang: &Lang) -> Vec<&Entry> {
        let mut all = self.at(self.relations.by_question.get(question));
        all.retain(|entry| self.is_read_in(entry, lang));
        all
    }

    /// The shown documents that name this one in a field, newest first.
    pub fn naming(&self, entry: &Entry) -> Vec<&Entry> {
        let lang = &entry.document.lang;
        let mut all = self.at(self.relations.back.get(&self.main_version(entry)));
        all.retain(|own| self.is_read_in(own, lang));
        all
    }

    /// The position by which fields name a document: they name it by its id, and the version of the main
    /// language stands for all.
    pub(super) fn main_version(&self, entry: &Entry) -> usize {
        let main = self.index.document(entry.kind(), &entry.document.id, &self.config.lang);
        main.unwrap_or(entry.at)
    }

    /// Whether readers of a language see a document: it is in that, or stands in where there is none.
    pub(super) fn is_read_in(&self, entry: &Entry, lang: &Lang) -> bool {
        let stands_in =
            || self.index.document(entry.kind(), &entry.document.id, lang) == Some(entry.at);
        entry.document.lang == *lang || stands_in()
    }

    /// The shown documents that show a media item, newest first.
    pub fn using_media(&self, id: &str) -> Vec<&Entry> {
        self.using(self.uses.media.get(id))
    }

    /// Whether a document shows a gallery or a film that stands elsewhere.
    pub fn moves(&self, entry: &Entry) -> bool {
        let shows =
            |id: &String| self.uses.media.get(id).is_some_and(|own| own.contains(&entry.at));
        let elsewhere = self.media.iter().filter(|(_, own)| own.item.embed.is_some());
        elsewhere.map(|(id, _)| id).any(shows) || self.uses.galleries.contains(&entry.at)
    }

    /// Whether a list in a document can be filtered.
    pub fn filters_a_list(&self, entry: &Entry) -> bool {
        self.uses.filters.contains(&entry.at)
    }

    /// The origins of the players of films that stand elsewhere and are used.
    pub fn player_origins(&self) -> BTreeSet<&'static str> {
        let films = self.media.values().filter(|own| own.allowed.site);
        let in_use = self.media_in_use();
        let used = films.filter(|own| in_use.shows(own));
        used.filter_map(|own| Some(own.item.embed.as_ref()?.player_origin())).collect()
    }

    /// The data files that shown documents use.
    pub fn data_used(&self) -> impl Iterator<Item = &SourcePath> {
        let used = self.uses.data.iter();
        used.filter(|(_, documents)| self.is_any_shown(Some(documents))).map(|(path, _)| path)
    }

    pub(super) fn is_any_shown(&self, positions: Option<&BTreeSet<usize>>) -> bool {
        let mut entries =
            positions.into_iter().flatten().filter_map(|at| self.entries.get(*at));
        entries.any(Entry::is_shown)
    }

    /// A topic.
    pub fn topic(&self, id: &str) -> Option<&Topic> {
        self.index.topics.get(id).and_then(|at| self.vocabulary.topics.get(*at))
    }

    /// A topic's name in a language.
    pub fn topic_label(&self, id: &str, lang: &Lang) -> String {
        let label =
            self.topic(id).and_then(|topic| topic.record.text_in("label", lang.as_str()));
        label.map_or_else(|| id.to_owned(), |text| text.value)
    }

    /// A learning question.
    pub fn question(&self, id: &str) -> Option<&LearningQuestion> {
        self.index.questions.get(id).and_then(|at| self.vocabulary.questions.get(*at))
    }

    /// A learning question's words in a language.
    pub fn question_text(&self, id: &str, lang: &Lang) -> String {
        let text =
            self.question(id).and_then(|own| own.record.text_in("question", lang.as_str()));
        text.map_or_else(|| id.to_owned(), |text| text.value)
    }

    /// How far a question is answered: as somebody said, or by what answers it.
    pub fn question_state(&self, question: &LearningQuestion) -> QuestionState {
        if let Some(state) = question.state {
            return state;
        }
        // What settles a question is in the outline: none of these counts as read.
        let positions = self.relations.by_question.get(&question.id.value);
        let answers = positions.into_iter().flatten().filter_map(|at| self.entries.get(*at));
        let is_real = |entry: &&Entry| entry.is_shown() && !entry.document.head.sample;
        let answers: Vec<&Entry> = answers.filter(is_real).collect();
        let settled = answers.iter().any(|entry| match &entry.document.front {
            // One experience is no answer for all.
            Front::Finding(own) => {
                own.verdict != Verdict::Unknown
                    && !matches!(
                        own.judgement.strength,
                        Strength::Experience | Strength::Insufficient
                    )
            }
            _ => false,
        });
        match (answers.is_empty(), settled) {
            (true, _) => QuestionState::Open,
            (false, false) => QuestionState::Partly,
            (false, true) if answers.len() >= 3 => QuestionState::Answered,
            (false, true) => QuestionState::Partly,
        }
    }

    /// An organisation.
    pub fn organisation(&self, id: &str) -> Option<&Organisation> {
        self.index.organisations.get(id).and_then(|at| self.vocabulary.organisations.get(*at))
    }

    /// A term of the glossary.
    pub fn term(&self, id: &str) -> Option<&Term> {
        self.index.terms.get(id).and_then(|at| self.vocabulary.glossary.get(*at))
    }

    /// A document's summary: as written, or the first paragraph of its text.
    pub fn summary(&self, entry: &Entry) -> String {
        let document = &entry.document;
        let written = document.head.summary.as_ref().map(|text| text.value.clone());
        written
            .or_else(|| self.text(entry).first_paragraph.as_deref().map(str::to_owned))
            .unwrap_or_default()
    }

    /// What a document is and where, in a language: "Verhaal · Drenthe".
    pub fn kind_line(&self, entry: &Entry, lang: &Lang) -> String {
        let document = &entry.document;
        let Some(strings) = self.strings(lang) else { return String::new() };
        let kind = strings.label("type", document.kind.as_str());
        let region = match &document.front {
            Front::Story(story) => {
                story.region.as_ref().and_then(|name| self.region(name, lang))
            }
            _ => None,
        };
        match region {
            Some(region) => format!("{kind} · {}", region.document.head.title.value),
            None => kind,
        }
    }
}

/// Newest first, then by path.
pub fn newest_first(a: &Entry, b: &Entry) -> std::cmp::Ordering {
    let date = |entry: &Entry| entry.document.head.date.as_ref().map(|date| date.value);
    date(b).cmp(&date(a)).then_with(|| a.document.path.cmp(&b.document.path))
}
