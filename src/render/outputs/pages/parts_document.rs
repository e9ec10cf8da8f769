//! Parts that pages of documents share: where it was seen, activities, organisations, files.

use std::collections::BTreeSet;

use crate::base::{Spanned, escape_text};
use crate::catalog::{Entry, MapFrame, TileValue, data_url};
use crate::model::drawing::{Drawing, Medium, MediumForm};
use crate::model::{Front, Regions};
use crate::render::outputs::view::{Card, Html, Link, Map};

use super::studio::Studio;

impl Studio<'_> {
    /// A map of the regions where something was seen; `None` when no region has a tile.
    pub(super) fn seen_map(&self, seen_in: &Regions) -> Option<Map> {
        let seen = self.catalog.region_ids(seen_in);
        // Many documents were seen in the same regions.
        let ids: Vec<&str> = seen.iter().copied().collect();
        let key = format!("{} {} {}", self.lang(), self.root, ids.join(" "));
        self.shared.seen_maps.get_or(self.catalog, &key, || self.new_seen_map(&seen))
    }

    fn new_seen_map(&self, seen: &BTreeSet<&str>) -> Option<Map> {
        let classes = vec![self.text("map_not_seen"), self.text("map_seen")];
        let frame = MapFrame {
            id: "s_seen",
            title: Some(self.text("where_seen")),
            measure: self.text("seen"),
            classes: classes.clone(),
            source: None,
        };
        let drawing = self.catalog.map(frame, self.lang(), |region| {
            let class = usize::from(seen.contains(region.document.id.as_str()));
            TileValue { value: classes.get(class).cloned().unwrap_or_default(), class }
        });
        let is_empty = drawing.tiles.is_empty();
        let note = Some(self.seen_note(seen.len()));
        (!is_empty).then(|| Map { html: self.drawing(&Drawing::Map(drawing)), note })
    }

    fn seen_note(&self, seen: usize) -> String {
        let of = self.region_count().to_string();
        if seen.to_string() == of {
            self.strings().fill("map_seen_all", &[("of", &of)])
        } else {
            self.strings().fill("seen_in_note", &[("n", &seen.to_string()), ("of", &of)])
        }
    }

    /// An activity of a plan that a document names, on the page of its region.
    pub(super) fn activity_link(&self, by: &Entry, id: &str) -> Option<Link> {
        let (region, activity) = self.catalog.activity(by, id, self.lang())?;
        if !region.is_shown() {
            return Some(Link::words(activity.title.as_str()));
        }
        let url = super::studio::with_fragment(&region.url, Some(id));
        Some(Link {
            note: Some(region.document.head.title.value.clone()),
            ..Link::site(activity.title.as_str(), url)
        })
    }

    /// An organisation with its site, where it has one.
    pub(super) fn organisation_link(&self, id: &str) -> Link {
        let name = self.catalog.owner(id, self.lang());
        let url = self.catalog.organisation(id).and_then(|own| own.url.as_ref());
        match url {
            Some(url) => Link::external(name.text, url.as_str()),
            None => name.into(),
        }
    }

    /// Media items as figures, one after the other; `None` when none may be shown.
    pub(super) fn materials(&self, ids: &[Spanned<String>]) -> Option<Html> {
        let media: Vec<Medium> = ids
            .iter()
            .filter_map(|id| self.catalog.media_entry(id))
            .filter_map(|own| self.catalog.medium(own, "", self.lang()))
            .collect();
        let html: String = media.iter().map(|medium| self.medium(medium).0).collect();
        (!html.is_empty()).then_some(Html(html))
    }

    /// The file of a media item, with its kind, pages and size; `None` when there is none
    /// that may be shown.
    pub(super) fn file_link(&self, id: &str, title: &str) -> Option<Link> {
        let medium = self.catalog.medium(self.catalog.media_entry(id)?, "", self.lang())?;
        let caption = &medium.caption;
        let words = if caption.is_empty() { title } else { &caption.text };
        let link = match &medium.form {
            MediumForm::Document { file, facts } => {
                Link { note: Some(facts.clone()), ..Link::site(words, file.encoded()) }
            }
            MediumForm::Picture { large, .. } => Link::site(words, large.encoded()),
            MediumForm::Film { file, duration, .. }
            | MediumForm::Audio { file, duration, .. } => {
                Link { note: duration.clone(), ..Link::site(words, file.encoded()) }
            }
            MediumForm::Elsewhere { address, service, .. } => {
                Link { note: Some(service.clone()), ..Link::external(words, address) }
            }
        };
        let lang = caption.lang.as_ref().filter(|_| !caption.is_empty());
        Some(Link { lang: lang.map(ToString::to_string), ..link })
    }

    /// The data files of a document, to download.
    pub(super) fn data_links(&self, entry: &Entry, data: &[Spanned<String>]) -> Vec<Link> {
        let path = |own| self.catalog.data_path(own, Some(&entry.document.path));
        data.iter()
            .filter_map(|own| path(own))
            .map(|path| Link {
                note: Some(path.name().to_owned()),
                ..Link::site(self.text("download_csv"), data_url(&path).encoded())
            })
            .collect()
    }

    /// That everything it rests on can be looked up by everybody, where that is so.
    pub(super) fn public_sources(&self, entry: &Entry) -> Option<String> {
        let Front::Factsheet(own) = &entry.document.front else { return None };
        let is_public = |id: &str| {
            let source = self.catalog.source(id);
            source.is_some_and(|own| own.url.is_some() || own.archive_url.is_some())
        };
        let all =
            !own.sources.is_empty() && own.sources.iter().all(|own| is_public(&own.source));
        all.then(|| self.text("drawn_up_from_public"))
    }

    /// Cards of shown stories that these ids name.
    pub(super) fn story_cards(&self, ids: &[Spanned<String>]) -> Vec<Card> {
        self.cards(self.catalog.named(crate::model::DocKind::Story, ids, self.lang()))
    }
}

/// Text as HTML.
pub(super) fn text_html(text: &str) -> Html {
    let mut html = String::new();
    escape_text(&mut html, text);
    Html(html)
}
