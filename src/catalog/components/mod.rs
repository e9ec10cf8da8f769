//! Components, with everything they name looked up.

mod chart;
mod key_figures;
mod lists;
mod map;
mod table;

use crate::base::{Lang, SourcePath, Span, apostrophes};
use crate::diag::Diag;
use crate::diag::problem::{Link, Rights};
use crate::model::component::{Component, Text};
use crate::model::drawing::{Drawing, Medium, MomentDrawing, SourceLink};
use crate::model::{DocKind, Front, Target};
use crate::parse::data::Table;

use super::resolve::{Lookup, not_shown};
use super::rules;

impl Lookup<'_> {
    /// What a component draws.
    pub(super) fn draw(&mut self, component: &Component, span: Span) -> Drawing {
        self.drawings += 1;
        match component {
            Component::Chart(chart) => {
                self.chart(chart).map_or(Drawing::Nothing, Drawing::Chart)
            }
            Component::Map(map) => self.map(map),
            Component::Figures(ids) => Drawing::Figures(self.figures(ids, span)),
            Component::Quote { text, by, consent } => self.quote(text, by, consent),
            Component::Gallery { items, title } => {
                let items: Vec<Medium> =
                    items.iter().filter_map(|id| self.shown_medium(id)).collect();
                if items.is_empty() {
                    return Drawing::Nothing;
                }
                self.uses.galleries.insert(self.at);
                Drawing::Gallery {
                    title: title.as_ref().map(|title| apostrophes(&title.value).into_owned()),
                    items,
                }
            }
            Component::Table { data, columns, title, source } => {
                let drawing = self.table(data, columns, title, source.as_ref());
                drawing.map_or(Drawing::Nothing, Drawing::Table)
            }
            Component::Timeline(moments) => {
                let mut moments: Vec<MomentDrawing> =
                    moments.iter().filter_map(|moment| self.moment(moment)).collect();
                moments.sort_by_key(|moment| moment.when.first());
                Drawing::Timeline(moments)
            }
            Component::Items(items) => {
                if items.filters {
                    self.uses.filters.insert(self.at);
                }
                Drawing::Items { items: self.items(items), filters: items.filters }
            }
            Component::Questionnaire(id) => self.questionnaire(id),
            Component::Broken => Drawing::Nothing,
        }
    }

    fn lang(&self) -> Lang {
        self.entry().map_or_else(
            || self.catalog.config.lang.clone(),
            |entry| entry.document.lang.clone(),
        )
    }

    fn prefix(&self, what: &str) -> String {
        format!("{what}-{}", self.drawings)
    }

    fn source_link(&mut self, source: Option<&Text>) -> Option<SourceLink> {
        let id = source?;
        self.uses.sources.entry(id.value.clone()).or_default().insert(self.at);
        self.catalog.source_link(id, &self.lang())
    }

    /// A data file with its path; `None` when there is none (which was reported).
    fn data(&mut self, written: &Text) -> Option<(SourcePath, &'_ Table)> {
        let from = self.entry().map(|entry| &entry.document.path);
        let path = self.catalog.data_path(written, from)?;
        self.uses.data.entry(path.clone()).or_default().insert(self.at);
        let table = self.catalog.data.get(&path)?;
        Some((path, table))
    }

    fn quote(&mut self, text: &Text, by: &Text, consent: &Text) -> Drawing {
        if consent.is_empty() {
            self.diags.push(Diag::at(text.span, Rights::NoConsent));
            return Drawing::Nothing;
        }
        rules::remark(self.catalog, consent, &mut self.diags);
        let allowed = self.catalog.allowed_by(std::slice::from_ref(consent));
        let to_be_mailed = self.is_to_be_mailed();
        if !allowed.site || (to_be_mailed && !allowed.newsletter) {
            return Drawing::Nothing;
        }
        let by = if to_be_mailed {
            self.catalog.newsletter_person(by, &self.lang())
        } else {
            self.catalog.person_shown(by, &self.lang()).map(|own| own.text)
        };
        let by = by.unwrap_or_default();
        Drawing::Quote { text: text.value.clone(), by }
    }

    fn shown_medium(&mut self, id: &Text) -> Option<Medium> {
        self.uses.media.entry(id.value.clone()).or_default().insert(self.at);
        let entry = self.catalog.media_entry(id).filter(|_| self.may_show(id))?;
        self.catalog.medium(entry, "", &self.lang())
    }

    fn is_to_be_mailed(&self) -> bool {
        self.entry().is_some_and(|own| own.kind() == DocKind::Newsletter)
    }

    /// Whether whoever is on a media item agrees to where this text goes.
    pub(super) fn may_show(&self, id: &str) -> bool {
        !self.is_to_be_mailed() || self.catalog.may_be_mailed(id)
    }

    fn questionnaire(&mut self, id: &Text) -> Drawing {
        let Some(entry) = self.catalog.document(DocKind::Questionnaire, id, &self.lang())
        else {
            return Drawing::Nothing;
        };
        let questions = match &entry.document.front {
            Front::Questionnaire(own) => own.questions.len(),
            _ => 0,
        };
        let target = match not_shown(entry.availability) {
            None => Target::Site { url: entry.url.clone(), fragment: None },
            Some(why) => {
                let title = entry.document.head.title.value.clone();
                self.diags.push(Diag::at(id.span, Link::NotShown { title, why }));
                Target::Nothing
            }
        };
        Drawing::Questionnaire {
            title: entry.document.head.title.value.clone(),
            questions,
            target,
        }
    }
}
