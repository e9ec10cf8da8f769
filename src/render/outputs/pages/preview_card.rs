//! The drawn card of a page for previews elsewhere.

use std::collections::BTreeSet;

use crate::base::{UrlPath, apostrophes};
use crate::catalog::Entry;
use crate::config::Section;
use crate::media::{self, Colours, FlatDrawing};
use crate::model::{DocKind, Front};
use crate::output::Hash;
use crate::plan::PageKind;
use crate::render::leaf::social_card::{self, CardTile, SocialCard};

use super::studio::Studio;

/// The longest part of a card's name that is made of its page's address, in bytes.
const LONGEST_NAME: usize = 150;

/// The card of a page.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PreviewCard {
    /// Where its picture stands; the name changes with what is on it.
    pub url: UrlPath,
    card: SocialCard,
    colours: Colours,
}

impl PreviewCard {
    /// The drawing that the picture is made from.
    pub fn drawing(&self) -> FlatDrawing {
        social_card::drawing(&self.card, self.colours)
    }
}

/// A text as a card shows it; empty where it has letters that our fonts do not have.
fn on_card(text: &str) -> String {
    media::writable(&apostrophes(text)).unwrap_or_default()
}

impl Studio<'_> {
    /// The card; `None` for pages that nobody shares, and where the site wants none.
    pub fn preview_card(&self) -> Option<&PreviewCard> {
        self.card.get_or_init(|| self.drawn_card()).as_ref()
    }

    fn drawn_card(&self) -> Option<PreviewCard> {
        let config = &self.catalog.config;
        if !config.social_cards {
            return None;
        }
        let (title, shown) = self.subject()?;
        let kind = shown.map_or_else(|| self.kind_of_page(), |own| self.kind(own));
        let name = config.title(self.lang());
        let name = match &config.demonstration {
            Some(_) => format!("{name} · {}", self.text("demonstration_mark")),
            None => name.to_owned(),
        };
        let (mut site, mut title) = (on_card(&name), on_card(&title));
        // A title that our fonts cannot write is left out as a whole: the site's name leads.
        if title.is_empty() {
            title = std::mem::take(&mut site);
        }
        let figure = shown.and_then(|own| self.card_figure(own));
        let card = SocialCard {
            site,
            kind: on_card(&kind),
            title,
            figure: figure
                .map(|(value, label)| (on_card(&value), on_card(&label)))
                .filter(|(value, label)| !value.is_empty() && !label.is_empty()),
            tiles: self.card_tiles(shown),
        };
        let colours = self.shared.card_colours;
        let name = self.page.url.as_str().trim_end_matches("index.html");
        let name = match name.trim_matches('/') {
            "" => "home".to_owned(),
            // The file system must take it, whatever stands around it.
            name if name.len() > LONGEST_NAME => {
                let start = name.get(..name.floor_char_boundary(LONGEST_NAME)).unwrap_or(name);
                let whole = Hash::of(name.as_bytes()).short();
                format!("{}-{whole}", start.replace('/', "-"))
            }
            name => name.replace('/', "-"),
        };
        let hash = Hash::of(card.identity(&colours).as_bytes()).short();
        let name = format!("social-{name}.{hash}.png");
        let url = self.catalog.addresses.file(Section::Images, &name, &config.lang);
        Some(PreviewCard { url, card, colours })
    }

    /// What the page is about: its title, and its document where it shows one.
    fn subject(&self) -> Option<(String, Option<&Entry>)> {
        let catalog = self.catalog;
        let (lang, config) = (self.lang(), &catalog.config);
        let section = |section: Section| Some((self.section_title(section), None));
        match self.page.kind {
            // A list is shared by its beginning.
            _ if self.page.part > 0 => None,
            PageKind::Document(at) => {
                let entry = catalog.entry(at)?;
                Some((entry.document.head.title.value.clone(), Some(entry)))
            }
            PageKind::Home => {
                let own = catalog.documents(DocKind::Home, lang).next();
                let title =
                    own.map_or(config.title(lang), |own| &own.document.head.title.value);
                Some((title.to_owned(), None))
            }
            PageKind::Topic(at) => {
                let topic = catalog.vocabulary.topics.get(at)?;
                Some((catalog.topic_label(&topic.id, lang), None))
            }
            PageKind::Question(at) => {
                let question = catalog.vocabulary.questions.get(at)?;
                Some((catalog.question_text(&question.id, lang), None))
            }
            PageKind::Section(own) => section(own),
            PageKind::Findings => section(Section::Findings),
            PageKind::Regions => section(Section::Regions),
            PageKind::Topics => section(Section::Topics),
            PageKind::Questions => section(Section::Questions),
            PageKind::Sources => section(Section::Sources),
            PageKind::Glossary => section(Section::Glossary),
            PageKind::Credits => section(Section::Credits),
            // Nobody shares these.
            _ => None,
        }
    }

    /// What a page is that shows no document.
    fn kind_of_page(&self) -> String {
        match self.page.kind {
            PageKind::Topic(_) => self.text("topic"),
            PageKind::Question(_) => self.text("learning_question"),
            _ => self.catalog.config.tagline(self.lang()).unwrap_or_default().to_owned(),
        }
    }

    fn kind(&self, entry: &Entry) -> String {
        let kind = self.catalog.kind_line(entry, self.lang());
        let judged = match &entry.document.front {
            Front::Factsheet(own) => {
                Some(self.strings().label("strength", own.judgement.strength.as_str()))
            }
            Front::Finding(_) => self.finding_rows([entry]).pop().map(|row| row.verdict.label),
            _ => None,
        };
        judged.map_or(kind.clone(), |judged| format!("{kind} · {judged}"))
    }

    /// The first result: "158 mensen", "in de zorg".
    fn card_figure(&self, entry: &Entry) -> Option<(String, String)> {
        let figure = self.result(entry)?;
        let parts = figure.qualifier.into_iter().chain([figure.value]).chain(figure.unit);
        Some((parts.collect::<Vec<_>>().join(" "), figure.label))
    }

    /// The regions, with those that a document is about or was seen in; all of them for pages
    /// that show no document.
    fn card_tiles(&self, entry: Option<&Entry>) -> Vec<CardTile> {
        let on: BTreeSet<&str> = match entry {
            Some(entry) if entry.kind() == DocKind::Region => {
                [entry.document.id.as_str()].into()
            }
            Some(entry) => match &entry.document.front {
                Front::Factsheet(own) => self.catalog.region_ids(&own.seen_in),
                Front::Finding(own) => self.catalog.region_ids(&own.seen_in),
                _ => self.catalog.regions_of(entry).collect(),
            },
            None => BTreeSet::new(),
        };
        let tile = |region: &Entry| {
            let Front::Region(own) = &region.document.front else { return None };
            let on = entry.is_none() || on.contains(region.document.id.as_str());
            own.tile.map(|(column, row)| CardTile { column, row, on })
        };
        let regions = self.catalog.documents(DocKind::Region, self.lang());
        let mut tiles: Vec<CardTile> = regions.filter_map(tile).collect();
        tiles.sort_by_key(|tile| (tile.row, tile.column));
        tiles
    }
}
