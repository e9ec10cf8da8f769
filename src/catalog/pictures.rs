//! The files that are made of a picture: which there are, where they stand, and what they say
//! of themselves.

use std::collections::BTreeMap;

use crate::base::UrlPath;
use crate::config::Section;
use crate::media::{Encoding, Focus, Notice, Shape, scaled_height, stamp};
use crate::model::drawing::PictureFile;
use crate::model::{PICTURE_ABOVE, PICTURE_BESIDE};

use super::media_in_use::MediaInUse;
use super::medium::{MediaEntry, credit};
use super::{Allowed, Catalog};

/// The widths at which pictures are made for pages, in pixels.
const PAGE_WIDTHS: [u32; 3] = [480, 960, 1440];
/// The widths at which pictures are made for mail, in pixels: once, and twice as dense.
const MAIL_WIDTHS: [u32; 2] = [PICTURE_ABOVE, 2 * PICTURE_ABOVE];
/// The width of the picture for beside a text in mail, in pixels: twice what is shown.
const BESIDE_WIDTH: u32 = 2 * PICTURE_BESIDE;
/// The size of the picture that goes with a link on social media, in pixels.
const CARD: (u32, u32) = (1200, 630);

/// A picture to be derived from a media file.
#[derive(Debug, Clone, PartialEq)]
pub struct Rendition {
    /// Where it goes.
    pub url: UrlPath,
    /// Its width in pixels.
    pub width: u32,
    /// Its height in pixels.
    pub height: u32,
    /// What is seen of the original.
    pub shape: Shape,
    /// Its format.
    pub encoding: Encoding,
}

/// A picture that files can be made of.
struct Source<'a> {
    entry: &'a MediaEntry,
    size: (u32, u32),
    /// Of a drawing, what it becomes where drawings cannot be shown.
    encoding: Encoding,
    is_drawing: bool,
    is_flat: bool,
}

impl<'a> Source<'a> {
    /// `None` for what is no picture.
    fn of(entry: &'a MediaEntry) -> Option<Self> {
        let facts = entry.facts.as_ref()?;
        let is_drawing = entry.item.file.as_ref()?.extension().eq_ignore_ascii_case("svg");
        let encoding = facts.derived.or(is_drawing.then_some(Encoding::Png))?;
        Some(Self { entry, size: facts.size?, encoding, is_drawing, is_flat: facts.is_flat })
    }

    /// The wanted widths that it has, and its own where it is narrower than the widest. A
    /// drawing has any width.
    fn widths(&self, wanted: &[u32]) -> Vec<u32> {
        if self.is_drawing {
            return wanted.to_vec();
        }
        let own = self.size.0;
        let mut widths: Vec<u32> =
            wanted.iter().copied().filter(|width| *width < own).collect();
        if wanted.iter().all(|width| own <= *width) || widths.len() < wanted.len() {
            widths.push(own);
        }
        widths
    }

    /// The widths for pages. Of a flat picture whose own width is among them, those of more than
    /// half of it are left out: they would weigh more, and show less.
    fn page_widths(&self) -> Vec<u32> {
        let (own, mut widths) = (self.size.0, self.widths(&PAGE_WIDTHS));
        if self.is_flat && widths.last() == Some(&own) {
            widths.retain(|width| *width == own || *width <= own / 2);
        }
        widths
    }
}

impl Catalog {
    /// The pictures made from a media item for pages, narrowest first; of a drawing, the
    /// drawing itself.
    pub fn page_files(&self, entry: &MediaEntry) -> Vec<PictureFile> {
        let Some(source) = Source::of(entry) else { return Vec::new() };
        let (width, height) = source.size;
        if source.is_drawing {
            let url = self.original(entry);
            return vec![PictureFile { url, width, height, webp: None, avif: None }];
        }
        let stamp = self.stamp(entry);
        let file = |width: u32| {
            let made = |encoding| self.whole(&source, width, &stamp, encoding);
            let Rendition { url, height, .. } = made(source.encoding);
            let webp = Some(made(source.encoding.smaller()).url);
            let avif = self.smallest(&source).map(|encoding| made(encoding).url);
            PictureFile { url, width, height, webp, avif }
        };
        source.page_widths().into_iter().map(file).collect()
    }

    /// The picture for mail at 552 pixels (or its own width, when that is less), and the one of
    /// twice that. Their addresses stand in mails that were sent, so they depend on nothing but
    /// the file.
    pub fn mail_files(&self, entry: &MediaEntry) -> Vec<Rendition> {
        let Some(source) = Source::of(entry) else { return Vec::new() };
        let hash = entry.facts.as_ref().map_or("", |facts| facts.hash.as_str());
        let rendition = |width: u32| self.whole(&source, width, hash, source.encoding);
        source.widths(&MAIL_WIDTHS).into_iter().map(rendition).collect()
    }

    /// The picture for beside a text in mail; `None` where the smallest for mail is no wider. It
    /// is made of pictures that stand there.
    pub fn beside_file(&self, entry: &MediaEntry) -> Option<Rendition> {
        let source = Source::of(entry)?;
        let hash = entry.facts.as_ref().map_or("", |facts| facts.hash.as_str());
        let is_wider = source.is_drawing || source.size.0 > BESIDE_WIDTH;
        is_wider.then(|| self.whole(&source, BESIDE_WIDTH, hash, source.encoding))
    }

    /// Every file that is to be made of a picture for mail.
    pub fn mail_renditions(
        &self,
        entry: &MediaEntry,
        in_use: &MediaInUse<'_>,
    ) -> Vec<Rendition> {
        self.files_of_mail(entry, in_use.stands_beside_text(entry))
    }

    fn files_of_mail(&self, entry: &MediaEntry, is_beside: bool) -> Vec<Rendition> {
        let mut files = self.mail_files(entry);
        files.extend(self.beside_file(entry).filter(|_| is_beside));
        files
    }

    /// The picture that goes with a link to a page on social media: cut around its focus, and
    /// no larger than the original.
    pub fn card_file(&self, entry: &MediaEntry) -> Option<Rendition> {
        let source = Source::of(entry).filter(|own| !own.is_drawing)?;
        let (width, height) = fitting(CARD, source.size);
        let (x, y) = entry.item.focus.unwrap_or((500, 500));
        let stamp = stamp(&[&self.stamp(entry), &x.to_string(), &y.to_string()]);
        let focus = Focus { x: f64::from(x) / 1000.0, y: f64::from(y) / 1000.0 };
        let ending = source.encoding.extension();
        Some(Rendition {
            url: self.image(&format!("{}-{width}x{height}.{stamp}.{ending}", entry.item.id)),
            width,
            height,
            shape: Shape::Filled { width, height, focus },
            encoding: source.encoding,
        })
    }

    /// The picture that goes with a link to a page that this media item leads; of a film, its
    /// first picture. `None` where people in it did not agree to that.
    pub fn social_picture(&self, id: &str) -> Option<Rendition> {
        let entry = self.media_entry(id)?;
        let shown = self.pictured(id)?;
        let agreed = |own: &MediaEntry| own.allowed.site && own.allowed.social;
        if agreed(entry) && agreed(shown) { self.card_file(shown) } else { None }
    }

    /// Every file that is to be made of a picture, each once.
    pub fn renditions(&self, entry: &MediaEntry, in_use: &MediaInUse<'_>) -> Vec<Rendition> {
        let mut all: BTreeMap<UrlPath, Rendition> = BTreeMap::new();
        let mut add = |own: Rendition| all.insert(own.url.clone(), own);
        if let Some(source) = Source::of(entry).filter(|own| !own.is_drawing) {
            let stamp = self.stamp(entry);
            for width in source.page_widths() {
                let encodings = [source.encoding, source.encoding.smaller()];
                for encoding in encodings.into_iter().chain(self.smallest(&source)) {
                    add(self.whole(&source, width, &stamp, encoding));
                }
            }
        }
        if entry.allowed.newsletter {
            self.mail_renditions(entry, in_use).into_iter().for_each(|own| _ = add(own));
        }
        if entry.allowed.social && in_use.leads_a_page(entry) {
            self.card_file(entry).map(add);
        }
        all.into_values().collect()
    }

    /// The pictures in mails that were sent and that may no longer be shown. Their addresses
    /// stand in those mails.
    pub fn recalled_pictures(&self) -> Vec<Rendition> {
        let recalled = self.sent_media().into_iter().filter(|own| {
            let Allowed { site, newsletter, .. } = own.entry.allowed;
            !(site && newsletter)
        });
        let mut all: BTreeMap<UrlPath, Rendition> = BTreeMap::new();
        for own in recalled.flat_map(|own| self.files_of_mail(own.entry, own.is_beside)) {
            all.insert(own.url.clone(), own);
        }
        all.into_values().collect()
    }

    /// What the files of a media item say of it.
    pub fn notice(&self, entry: &MediaEntry) -> Notice {
        let item = &entry.item;
        let Some(strings) = self.strings(&self.config.lang) else { return Notice::default() };
        let licence = item.licence.as_deref().unwrap_or_default();
        let label =
            if licence.is_empty() { String::new() } else { strings.label("licence", licence) };
        let holder = item.rights_holder.clone().or_else(|| item.maker.clone());
        let rights: Vec<String> = holder.into_iter().chain([label]).collect();
        let rights: Vec<&str> =
            rights.iter().map(String::as_str).filter(|own| !own.is_empty()).collect();
        Notice {
            maker: item.maker.clone().unwrap_or_default(),
            credit: credit(item, strings),
            rights: rights.join(", "),
            licence_url: licence_url(licence).unwrap_or_default().to_owned(),
        }
    }

    /// The largest picture that may be looked at: the original where its sidecar publishes it.
    pub(super) fn large(&self, entry: &MediaEntry) -> UrlPath {
        if entry.item.publish_original {
            return self.original(entry);
        }
        let largest = self.page_files(entry).pop().map(|file| file.url);
        largest.unwrap_or_else(|| self.original(entry))
    }

    /// The fingerprint of everything that the files of a picture depend on.
    fn stamp(&self, entry: &MediaEntry) -> String {
        let hash = entry.facts.as_ref().map_or("", |facts| facts.hash.as_str());
        let Notice { maker, credit, rights, licence_url } = self.notice(entry);
        stamp(&[hash, &maker, &credit, &rights, &licence_url])
    }

    /// The format that takes least room, where the site wants it.
    fn smallest(&self, source: &Source<'_>) -> Option<Encoding> {
        source.encoding.smallest().filter(|_| self.config.avif)
    }

    fn whole(
        &self,
        source: &Source<'_>,
        width: u32,
        stamp: &str,
        encoding: Encoding,
    ) -> Rendition {
        let ending = encoding.extension();
        Rendition {
            url: self.image(&format!("{}-{width}.{stamp}.{ending}", source.entry.item.id)),
            width,
            height: scaled_height(source.size, width),
            shape: Shape::Whole { width },
            encoding,
        }
    }

    fn image(&self, name: &str) -> UrlPath {
        self.addresses.file(Section::Images, name, &self.config.lang)
    }
}

/// The largest size in these proportions that a picture has.
fn fitting((width, height): (u32, u32), of: (u32, u32)) -> (u32, u32) {
    if of.0 >= width && of.1 >= height {
        return (width, height);
    }
    let by_height = scaled_height((height, width), of.1);
    let width_there_is = of.0.min(by_height).max(1);
    (width_there_is, scaled_height((width, height), width_there_is))
}

/// Where a licence can be read.
pub fn licence_url(id: &str) -> Option<&'static str> {
    match id {
        "CC0-1.0" => Some("https://creativecommons.org/publicdomain/zero/1.0/"),
        "CC-BY-4.0" => Some("https://creativecommons.org/licenses/by/4.0/"),
        "CC-BY-SA-4.0" => Some("https://creativecommons.org/licenses/by-sa/4.0/"),
        "CC-BY-NC-4.0" => Some("https://creativecommons.org/licenses/by-nc/4.0/"),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::fitting;

    #[test]
    fn a_card_is_no_larger_than_its_picture() {
        assert_eq!(fitting((1200, 630), (3000, 2000)), (1200, 630));
        assert_eq!(fitting((1200, 630), (600, 2000)), (600, 315));
        assert_eq!(fitting((1200, 630), (3000, 315)), (600, 315));
        assert_eq!(fitting((1200, 630), (1, 1)), (1, 1));
    }
}
