//! What a page says of itself to previews elsewhere and to managers of references.

use crate::base::{Lang, UrlPath};
use crate::catalog::Entry;
use crate::model::{DocKind, Front};
use crate::render::leaf::chart::{self, ChartPicture};
use crate::render::leaf::social_card;
use crate::render::outputs::view::{Meta, Social, SocialImage};

use super::frame::About;
use super::studio::Studio;

impl Studio<'_> {
    /// What previews elsewhere show.
    pub(super) fn social(&self, about: &About<'_>) -> Social {
        let is_document = about
            .entry
            .is_some_and(|entry| !matches!(entry.kind(), DocKind::Home | DocKind::Region))
            && !self.is_index();
        let title = match about.title.as_str() {
            "" => self.catalog.config.title(self.lang()).to_owned(),
            title => self.title_of_part(title),
        };
        Social {
            kind: if is_document { "article" } else { "website" }.to_owned(),
            locale: locale(self.lang()),
            charts: self.chart_images(),
            image: self.card_image(&title).or_else(|| self.preview_picture(about.entry?)),
            title,
        }
    }

    fn card_image(&self, title: &str) -> Option<SocialImage> {
        let card = self.preview_card()?;
        Some(SocialImage {
            url: self.whole(card.url.as_str()),
            width: social_card::WIDTH.into(),
            height: social_card::HEIGHT.into(),
            alt: format!("{title} – {}", self.catalog.config.title(self.lang())),
        })
    }

    fn chart_images(&self) -> Vec<SocialImage> {
        let image = |(url, own): (UrlPath, ChartPicture)| SocialImage {
            url: self.whole(url.as_str()),
            width: chart::PIXELS,
            height: own.height.saturating_mul(chart::PIXELS) / own.width.max(1),
            alt: own.alt,
        };
        self.chart_pictures().into_iter().map(image).collect()
    }

    fn preview_picture(&self, entry: &Entry) -> Option<SocialImage> {
        let id = entry.document.head.image.as_ref()?;
        let own = self.catalog.social_picture(id)?;
        Some(SocialImage {
            url: self.whole(&own.url.encoded()),
            width: own.width,
            height: own.height,
            alt: self.picture(entry).map(|own| own.alt).unwrap_or_default(),
        })
    }

    /// Who made a document: the author of a report, else who looks after the page.
    pub(super) fn author_id<'e>(&'e self, entry: &'e Entry) -> Option<&'e str> {
        let own = match &entry.document.front {
            Front::Report(own) => own.author.as_ref(),
            _ => None,
        };
        let id = own.or(entry.document.head.owner.as_ref()).map(|id| id.value.as_str());
        let contact = self.catalog.config.contact.as_ref().map(|id| id.value.as_str());
        id.or(contact)
    }

    /// What managers of references read, for documents that one refers to.
    pub(super) fn citation_lines(&self, entry: &Entry) -> Vec<Meta> {
        use DocKind::{Blueprint, Factsheet, Finding, Report, Story};
        let head = &entry.document.head;
        let kind = entry.kind();
        if !matches!(kind, Factsheet | Finding | Story | Report | Blueprint) {
            return Vec::new();
        }
        let author = self.author_id(entry).map(|id| self.catalog.owner_name(id, self.lang()));
        let (date, number) = match &entry.document.front {
            Front::Report(own) => (own.delivered, own.reference.clone()),
            Front::Factsheet(own) => (None, own.number.clone()),
            _ => (None, None),
        };
        let date = date.or_else(|| head.date.as_ref().map(|date| date.value));
        let is_report = matches!(kind, Factsheet | Report);
        let told = [
            ("citation_title", Some(head.title.value.clone())),
            ("citation_author", author.clone()),
            ("citation_publication_date", date.map(|date| date.to_string().replace('-', "/"))),
            ("citation_language", Some(self.lang().to_string())),
            ("citation_public_url", Some(self.whole(entry.url.as_str()))),
            ("citation_technical_report_institution", author.filter(|_| is_report)),
            ("citation_technical_report_number", number),
            ("citation_pdf_url", self.paper(entry)),
        ];
        let lines = told.into_iter().filter_map(|(name, content)| {
            Some(Meta { name: name.to_owned(), content: content? })
        });
        lines.collect()
    }

    /// The whole address of a report's PDF on this site.
    fn paper(&self, entry: &Entry) -> Option<String> {
        let Front::Report(own) = &entry.document.front else { return None };
        let files = own.files.iter().filter_map(|file| super::report::link(self, entry, file));
        let own = files.filter(|link| !link.external).filter_map(|link| link.url);
        let is_paper =
            |url: &String| url.rsplit_once('.').is_some_and(|(_, ending)| ending == "pdf");
        own.into_iter().find(is_paper).map(|url| self.whole(&url))
    }
}

/// `nl_NL`: previews elsewhere want the country too.
fn locale(lang: &Lang) -> String {
    match lang.as_str() {
        "nl" => "nl_NL".to_owned(),
        "en" => "en_GB".to_owned(),
        "fy" => "fy_NL".to_owned(),
        other => other.replace('-', "_"),
    }
}
