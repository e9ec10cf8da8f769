//! Parts that many views share: heads, cards, rows, figures, colophons.

use crate::base::Spanned;
use crate::catalog::{Entry, FigureRef, Ground, MediaEntry};
use crate::config::Section;
use crate::i18n::dates;
use crate::model::vocabulary::Source;
use crate::model::{DocKind, Finding, Front, Regions, SourceUse, Strength};
use crate::render::outputs::view::{
    Answers, Card, Certainty, Change, Choice, Citation, Colophon, FindingRow, Head, Html,
    KeyFigure, Link, Picture, PictureSource, QuestionRow, Recent, SourceRef, StepMeter,
    TickMeter,
};

use super::site::licence;
use super::studio::Studio;

impl Studio<'_> {
    /// A value of a closed list with its label.
    pub fn choice(&self, list: &str, id: &str) -> Choice {
        Choice { id: id.to_owned(), label: self.strings().label(list, id) }
    }

    /// A link to a document.
    pub fn entry_link(&self, entry: &Entry) -> Link {
        Link::site(entry.document.head.title.as_str(), entry.url.as_str())
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
                .map(|id| Link::words(self.catalog.owner_name(id, self.lang())))
                .collect(),
            day: document
                .head
                .date
                .as_ref()
                .filter(|_| !is_page)
                .map(|date| self.day(date.value)),
            facts: Vec::new(),
            title: document.head.title.value.clone(),
            lead: document.head.summary.as_ref().map(|text| text.value.clone()),
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
            src: largest.url.to_string(),
            sources: files
                .iter()
                .map(|file| PictureSource { src: file.url.to_string(), width: file.width })
                .collect(),
            width: largest.width,
            height: largest.height,
            alt: medium.alt,
            credit: Some(medium.credit).filter(|credit| !credit.is_empty()),
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
        Card {
            url: entry.url.to_string(),
            title: document.head.title.value.clone(),
            kind: Some(self.catalog.kind_line(entry)),
            summary: Some(self.catalog.summary(entry)).filter(|text| !text.is_empty()),
            day: document.head.date.as_ref().map(|date| self.day(date.value)),
            picture: self.picture(entry),
            verdict,
            certainty,
            facts: Vec::new(),
            files: Vec::new(),
            facets: self.facets(entry),
        }
    }

    /// Cards of documents.
    pub fn cards<'e>(&self, entries: impl IntoIterator<Item = &'e Entry>) -> Vec<Card> {
        entries.into_iter().map(|entry| self.card(entry)).collect()
    }

    /// What filters look at: `region:twente topic:matching`.
    pub fn facets(&self, entry: &Entry) -> String {
        let head = &entry.document.head;
        let regions =
            self.catalog.regions_of(entry).into_iter().map(|id| format!("region:{id}"));
        let named = |kind: &str, ids: &[Spanned<String>]| -> Vec<String> {
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
        facets.join(" ")
    }

    /// A verdict as far as its strength carries it: one experience "worked in one region".
    pub fn verdict(&self, finding: &Finding) -> Choice {
        let list = match finding.judgement.strength {
            Strength::Experience => "verdict-once",
            _ => "verdict",
        };
        self.choice(list, finding.verdict.as_str())
    }

    /// A finding in a list.
    pub fn finding_row(&self, entry: &Entry) -> Option<FindingRow> {
        let Front::Finding(own) = &entry.document.front else { return None };
        let course = match (&own.expected, &own.seen) {
            (Some(expected), Some(seen)) => Some(format!(
                "{}: {} {}: {}",
                self.text("expected"),
                sentence(expected),
                self.text("seen"),
                sentence(seen)
            )),
            _ => None,
        };
        Some(FindingRow {
            url: entry.url.to_string(),
            title: entry.document.head.title.value.clone(),
            verdict: self.verdict(own),
            text: own
                .conditions
                .clone()
                .map(|text| sentence(&text))
                .or(course)
                .or_else(|| Some(own.statement.clone())),
            strength: self.strings().label("strength", own.judgement.strength.as_str()),
            advice: own.advice.map(|advice| self.choice("advice", advice.as_str())),
            facets: self.facets(entry),
        })
    }

    /// Findings in a list.
    pub fn finding_rows<'e>(
        &self,
        entries: impl IntoIterator<Item = &'e Entry>,
    ) -> Vec<FindingRow> {
        entries.into_iter().filter_map(|entry| self.finding_row(entry)).collect()
    }

    /// A learning question in a list.
    pub fn question_row(&self, id: &str) -> Option<QuestionRow> {
        let question = self.catalog.question(id)?;
        let answers = self.catalog.answers(id, self.lang());
        let count = |kind: DocKind| answers.iter().filter(|entry| entry.kind() == kind).count();
        let mut facts = Vec::new();
        for (kind, key) in [
            (DocKind::Finding, "findings"),
            (DocKind::Factsheet, "factsheets"),
            (DocKind::Story, "stories"),
        ] {
            let n = count(kind);
            if n > 0 {
                facts.push(self.strings().count(key, n));
            }
        }
        let regions = question.asked_by.iter().filter(|id| id.value != "programme").count();
        if regions > 0 {
            facts.push(self.strings().count("regions_ask", regions));
        }
        let state = self.catalog.question_state(question);
        Some(QuestionRow {
            url: self.catalog.addresses.below(Section::Questions, id, self.lang()).to_string(),
            question: self.catalog.question_text(id, self.lang()),
            state: self.choice("question-state", state.as_str()),
            facts,
        })
    }

    /// Links to learning questions.
    pub fn question_links(&self, ids: &[Spanned<String>]) -> Vec<Link> {
        ids.iter()
            .map(|id| {
                let url = self.catalog.addresses.below(Section::Questions, id, self.lang());
                Link::site(self.catalog.question_text(id, self.lang()), url.as_str())
            })
            .collect()
    }

    /// Links to topics.
    pub fn topic_links(&self, ids: &[Spanned<String>]) -> Vec<Link> {
        ids.iter()
            .map(|id| {
                let url = self.catalog.addresses.below(Section::Topics, id, self.lang());
                Link::site(self.catalog.topic_label(id, self.lang()), url.as_str())
            })
            .collect()
    }

    /// Links to the regions that are named; empty for all of them.
    pub fn region_links(&self, regions: &Regions) -> Vec<Link> {
        let Regions::Some(names) = regions else { return Vec::new() };
        names
            .iter()
            .filter_map(|name| self.catalog.region(name, self.lang()))
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
        self.catalog.documents(DocKind::Region, self.lang()).count()
    }

    /// "12 van 35 regio's".
    pub fn breadth(&self, seen_in: &Regions) -> String {
        let of = self.region_count();
        let n = self.catalog.region_ids(seen_in).len();
        match n {
            n if n >= of && of > 0 => {
                self.strings().fill("all_n_regions", &[("n", &of.to_string())])
            }
            n => self
                .strings()
                .fill("n_of_regions", &[("n", &n.to_string()), ("of", &of.to_string())]),
        }
    }

    /// One line that says how far to trust something.
    pub fn certainty(
        &self,
        strength: Strength,
        seen_in: &Regions,
        period: Option<crate::base::Period>,
    ) -> Certainty {
        let mut rest = vec![self.breadth(seen_in)];
        if let Some(to) = period.and_then(|period| period.to) {
            rest.push(self.strings().fill("until", &[("when", &self.when(to))]));
        }
        Certainty { strength: self.strings().label("strength", strength.as_str()), rest }
    }

    /// How sure, how broadly looked, how recent.
    pub fn answers(&self, entry: &Entry) -> Option<Answers> {
        let (judgement, seen_in, period) = match &entry.document.front {
            Front::Factsheet(own) => (&own.judgement, &own.seen_in, own.period),
            Front::Finding(own) => (&own.judgement, &own.seen_in, own.period),
            _ => return None,
        };
        let reached = match judgement.strength {
            Strength::Insufficient => 0,
            Strength::Experience => 1,
            Strength::Pattern => 2,
            Strength::Researched => 3,
            Strength::Compared => 4,
            Strength::Replicated => 5,
        };
        let by = judgement.by.as_ref().zip(judgement.date).map(|(who, date)| {
            let who = self.catalog.owner_name(who, self.lang());
            self.strings().fill("judged_by", &[("who", &who), ("date", &self.day(date).shown)])
        });
        Some(Answers {
            sure: StepMeter {
                steps: (1..=5).map(|step| step <= reached).collect(),
                label: self.strings().label("strength", judgement.strength.as_str()),
                why: judgement.why.as_ref().map(|text| text.value.clone()),
                by,
            },
            broad: self.ticks(seen_in),
            recent: self.recent(entry, period),
        })
    }

    fn ticks(&self, seen_in: &Regions) -> TickMeter {
        let seen = self.catalog.region_ids(seen_in);
        let all = self.catalog.regions(self.lang());
        // Those that were looked at stand first: a row of ticks shows a share.
        let ticks = (0..all.len()).map(|at| at < seen.len()).collect();
        let names: Vec<&str> = all
            .iter()
            .filter(|(entry, _)| seen.contains(entry.document.id.as_str()))
            .map(|(entry, _)| entry.document.head.title.as_str())
            .collect();
        let note = (names.len() < all.len() && !names.is_empty()).then(|| names.join(", "));
        TickMeter { ticks, label: self.breadth(seen_in), note }
    }

    fn recent(&self, entry: &Entry, period: Option<crate::base::Period>) -> Recent {
        let head = &entry.document.head;
        let checked = head.updated.or_else(|| head.date.as_ref().map(|date| date.value));
        let phase = self
            .catalog
            .config
            .programme
            .phase
            .map(|phase| format!("programme_{}", phase.as_str()));
        let label = period.map(|period| match period.to {
            Some(to) => capital(&self.strings().fill("until", &[("when", &self.when(to))])),
            None => dates::period(period, self.lang()),
        });
        let mut note: Vec<String> = Vec::new();
        note.extend(
            checked.map(|date| {
                self.strings().fill("checked_on", &[("date", &self.day(date).shown)])
            }),
        );
        note.extend(phase.map(|key| self.text(&key)));
        Recent {
            label: label.unwrap_or_default(),
            note: Some(note.join(" ")).filter(|note| !note.is_empty()),
        }
    }

    /// A key figure.
    pub fn key_figure(&self, place: FigureRef) -> Option<KeyFigure> {
        let figure = self.catalog.figure(place)?;
        let drawn = self.catalog.key_figure(place, self.lang())?;
        Some(KeyFigure {
            id: drawn.id,
            value: drawn.value,
            unit: drawn.unit,
            label: drawn.label,
            kind: self.choice("figure", figure.kind.as_str()),
            period: Some(drawn.period).filter(|period| !period.is_empty()),
            coverage: drawn.coverage,
            definition: drawn.definition,
            source: drawn.source.map(|source| self.link(source.label, &source.target)),
        })
    }

    /// The key figures that a document defines.
    pub fn key_figures(&self, entry: &Entry) -> Vec<KeyFigure> {
        let Some(document) =
            self.catalog.entries().iter().position(|own| std::ptr::eq(own, entry))
        else {
            return Vec::new();
        };
        let count = match &entry.document.front {
            Front::Factsheet(own) => own.figures.len(),
            Front::Region(own) => own.plan.as_ref().map_or(0, |plan| plan.goals.len()),
            _ => 0,
        };
        (0..count)
            .filter_map(|figure| self.key_figure(FigureRef { document, figure }))
            .collect()
    }

    /// A source that is referred to.
    pub fn source_ref(&self, used: &SourceUse) -> Option<SourceRef> {
        let source = self.catalog.source(&used.source)?;
        Some(SourceRef {
            link: self.source_link(source),
            author: source.author.clone(),
            when: source.date.map(|date| self.when(date)),
            pages: used.pages.clone(),
            kind: self.strings().label("source-kind", source.kind.as_str()),
            original: source.url.as_ref().map(|url| Link::external(self.text("original"), url)),
        })
    }

    /// A link to a source's entry on the page of sources.
    pub fn source_link(&self, source: &Source) -> Link {
        let url = self.catalog.addresses.section(Section::Sources, self.lang());
        Link::site(&source.title, format!("{url}#{}", source.id.value))
    }

    /// What a document says about itself at its end.
    pub fn colophon(&self, entry: &Entry, sources: &[SourceUse]) -> Colophon {
        let head = &entry.document.head;
        let links = |ids: &[Spanned<String>]| -> Vec<Link> {
            let shown = ids.iter().filter_map(|id| self.catalog.any(id, self.lang()));
            shown.filter(|own| own.is_shown()).map(|own| self.entry_link(own)).collect()
        };
        let mut changes: Vec<Change> = head
            .changes
            .iter()
            .filter_map(|own| {
                Some(Change {
                    day: self.day(own.date?),
                    kind: self.choice("change", own.kind.as_str()),
                    text: own.text.clone(),
                })
            })
            .collect();
        changes.sort_by(|a, b| b.day.iso.cmp(&a.day.iso));
        let own_licence = head.licence.as_ref().map(|text| text.value.clone());
        Colophon {
            topics: self.topic_links(&head.topics),
            regions: self.region_links(&head.regions),
            audience: self.audience(&head.audience),
            sources: sources.iter().filter_map(|used| self.source_ref(used)).collect(),
            changes,
            replaces: links(&head.replaces),
            replaced_by: links(&head.replaced_by),
            owner: head
                .owner
                .as_ref()
                .map(|id| Link::words(self.catalog.owner_name(id, self.lang()))),
            review_by: head.review_by.map(|date| self.day(date)),
            licence: own_licence
                .or_else(|| self.catalog.config.licence.clone())
                .map(|id| licence(&id, self.strings())),
            cite: Some(self.citation(entry)),
            downloads: Vec::new(),
        }
    }

    fn audience(&self, ids: &[Spanned<String>]) -> Vec<String> {
        let words = &self.catalog.vocabulary.audience;
        ids.iter()
            .filter_map(|id| words.iter().find(|word| word.id.value == id.value))
            .filter_map(|word| word.record.text_in("label", self.lang().as_str()))
            .map(|text| text.value)
            .collect()
    }

    fn citation(&self, entry: &Entry) -> Citation {
        let head = &entry.document.head;
        let who = head.owner.as_ref().or(self.catalog.config.contact.as_ref());
        let who = who.map_or_else(
            || self.catalog.config.title.clone(),
            |id| self.catalog.owner_name(id, self.lang()),
        );
        let year = head
            .date
            .as_ref()
            .map(|date| format!(" ({})", date.value.year()))
            .unwrap_or_default();
        let text = format!("{who}{year}. {}. {}.", head.title.value, self.catalog.config.title);
        Citation { text, url: self.whole(entry.url.as_str()) }
    }

    /// What a document rests on, counted.
    pub fn ground(&self, entry: &Entry) -> Option<Ground> {
        match &entry.document.front {
            Front::Factsheet(own) => Some(self.catalog.ground(&own.seen_in, &own.sources)),
            Front::Finding(own) => Some(self.catalog.ground(&own.seen_in, &own.sources)),
            _ => None,
        }
    }
}

/// A text that ends as a sentence does.
pub(super) fn sentence(text: &str) -> String {
    let text = text.trim();
    if text.ends_with(['.', '!', '?', '…']) { text.to_owned() } else { format!("{text}.") }
}

/// A text that begins with a capital.
pub(super) fn capital(text: &str) -> String {
    let mut chars = text.chars();
    chars.next().map_or_else(String::new, |first| first.to_uppercase().chain(chars).collect())
}
