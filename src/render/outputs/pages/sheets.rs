//! Which sheet a page is drawn from.

use serde::Serialize;

use super::{
    Studio, article, blueprint, credits, edition, event, factsheet, finding, findings,
    glossary, home, not_found, question, questionnaire, questions, redirect, region, regions,
    report, search, section, sources, story, topic, topics, withdrawn,
};
use crate::base::xml_characters;
use crate::catalog::Entry;
use crate::diag::Diag;
use crate::model::Front;
use crate::plan::{FeedOf, PageKind};
use crate::render::outputs::feed;
use crate::render::outputs::mail;
use crate::render::outputs::templates::{Drawn, IsKnown, Request, Templates};

type Made = Result<Drawn, Box<Diag>>;

/// The file of a page, unless it is known already.
pub fn draw(studio: &Studio<'_>, templates: &Templates, is_known: Option<IsKnown<'_>>) -> Made {
    let page = studio.page;
    let entry = match page.kind {
        PageKind::Document(at)
        | PageKind::Withdrawn(at)
        | PageKind::Redirect { of: at, .. }
        | PageKind::Desk(at) => studio.catalog.entry(at),
        _ => None,
    };
    let request = Request {
        template: page.kind.template(entry.map(Entry::kind)),
        lang: &page.lang,
        document: entry.map_or(page.url.as_str(), |entry| entry.document.path.as_str()),
    };
    let press = Press { studio, templates, request, is_known };
    match entry {
        Some(entry) => press.of_document(entry),
        None => press.of_site(),
    }
}

/// What draws a page.
struct Press<'a> {
    studio: &'a Studio<'a>,
    templates: &'a Templates,
    request: Request<'a>,
    is_known: Option<IsKnown<'a>>,
}

impl Press<'_> {
    fn draw(&self, sheet: impl Serialize) -> Made {
        self.templates.draw(self.request, sheet, self.is_known)
    }

    /// An empty page where there is nothing to show.
    fn draw_some(&self, sheet: Option<impl Serialize>) -> Made {
        let nothing = || Ok(Drawn { key: None, text: Some(String::new()) });
        sheet.map_or_else(nothing, |sheet| self.draw(sheet))
    }

    /// A document, or what stands in its place or beside it.
    fn of_document(&self, entry: &Entry) -> Made {
        let studio = self.studio;
        match studio.page.kind {
            PageKind::Withdrawn(_) => self.draw(withdrawn::sheet(studio, entry)),
            PageKind::Redirect { .. } => self.draw(redirect::page(studio, entry)),
            PageKind::Desk(_) => self.draw_some(mail::of_edition(studio, entry)),
            _ => match &entry.document.front {
                Front::Page => self.draw(article::sheet(studio, entry)),
                Front::Factsheet(own) => self.draw(factsheet::sheet(studio, entry, own)),
                Front::Story(own) => self.draw(story::sheet(studio, entry, own)),
                Front::Finding(own) => self.draw(finding::sheet(studio, entry, own)),
                Front::Report(own) => self.draw(report::sheet(studio, entry, own)),
                Front::Event(own) => self.draw(event::sheet(studio, entry, own)),
                Front::Blueprint(own) => self.draw(blueprint::sheet(studio, entry, own)),
                Front::Questionnaire(own) => {
                    self.draw(questionnaire::sheet(studio, entry, own))
                }
                Front::Newsletter(own) => self.draw(edition::sheet(studio, entry, own)),
                Front::Region(own) => self.draw(region::sheet(studio, entry, own)),
            },
        }
    }

    /// A page that the site makes itself.
    fn of_site(&self) -> Made {
        let studio = self.studio;
        let vocabulary = &studio.catalog.vocabulary;
        match studio.page.kind {
            PageKind::NewestDesk => self.draw(mail::of_newest(studio)),
            PageKind::NotFound => self.draw(not_found::sheet(studio)),
            PageKind::Home => self.draw(home::sheet(studio)),
            PageKind::Section(section) => self.draw(section::sheet(studio, section)),
            PageKind::Findings => self.draw(findings::sheet(studio)),
            PageKind::Regions => self.draw(regions::sheet(studio)),
            PageKind::Topics => self.draw(topics::sheet(studio)),
            PageKind::Topic(at) => {
                self.draw_some(vocabulary.topics.get(at).map(|own| topic::sheet(studio, own)))
            }
            PageKind::Questions => self.draw(questions::sheet(studio)),
            PageKind::Question(at) => self.draw_some(
                vocabulary.questions.get(at).map(|own| question::sheet(studio, own)),
            ),
            PageKind::Sources => self.draw(sources::sheet(studio)),
            PageKind::Source(at) => {
                self.draw_some(vocabulary.sources.get(at).map(|own| sources::one(studio, own)))
            }
            PageKind::Glossary => self.draw(glossary::sheet(studio)),
            PageKind::Credits => self.draw(credits::sheet(studio)),
            PageKind::Search => self.draw(search::sheet(studio)),
            PageKind::Feed(of) => self.feed(of),
            // Of a document that is not there.
            PageKind::Document(_)
            | PageKind::Withdrawn(_)
            | PageKind::Redirect { .. }
            | PageKind::Desk(_) => self.draw_some(None::<()>),
        }
    }

    fn feed(&self, of: FeedOf) -> Made {
        let Studio { page, catalog, shared, .. } = *self.studio;
        let drawn = self.draw(feed::view(page, of, catalog, shared))?;
        Ok(Drawn { text: drawn.text.map(|xml| xml_characters(&xml)), ..drawn })
    }
}
