//! Who made the pictures, films and sound that the site shows.

use crate::catalog::{Entry, MediaEntry};
use crate::config::Section;
use crate::model::MediaKind;
use crate::model::drawing::Words;
use crate::render::leaf::DOT;
use crate::render::outputs::view::{CreditRow, Credits, Link, Picture, PictureSource, Sheet};

use super::letters::sort_key;
use super::parts::smaller_files;
use super::parts_lists::Opening;
use super::site::licence;
use super::studio::Studio;

/// Every media item that a page shows, by what it shows.
pub(super) fn sheet(studio: &Studio<'_>) -> Sheet<Credits> {
    let Opening { about, head, intro } = studio.opening(Section::Credits);
    let allowed = studio.catalog.media_entries().filter(|media| media.allowed.site);
    let mut rows: Vec<CreditRow> = allowed.filter_map(|media| row(studio, media)).collect();
    rows.sort_by_cached_key(|row| (sort_key(&row.title), row.id.clone()));
    studio.sheet(about, Credits { head, intro, rows })
}

/// A row; `None` for what no page shows.
fn row(studio: &Studio<'_>, media: &MediaEntry) -> Option<CreditRow> {
    let item = &media.item;
    let shown_on = shown_on(studio, media).into_iter().map(|entry| studio.entry_link(entry));
    let used_by: Vec<Link> = whole_site(studio, &item.id).into_iter().chain(shown_on).collect();
    if used_by.is_empty() {
        return None;
    }
    let said = |key| studio.catalog.words(&item.record, key, studio.lang());
    let (alt, place) = (said("alt"), said("place"));
    let by_name = Words::here(item.id.replace('-', " "));
    let titles = [said("caption"), alt.clone(), by_name];
    let title = titles.into_iter().find(|own| !own.is_empty()).unwrap_or_default();
    let made = item.made_on.map(|date| studio.day(date).shown);
    let holder =
        item.rights_holder.clone().filter(|holder| Some(holder) != item.maker.as_ref());
    let note: Vec<String> = [
        holder.map(|who| studio.strings().fill("rights_held_by", &[("who", &who)])),
        item.permission
            .as_ref()
            .map(|what| studio.strings().fill("permission_given", &[("what", what)])),
        Some(place.text).filter(|place| !place.is_empty()),
        made,
    ]
    .into_iter()
    .flatten()
    .collect();
    // Text that stands beside the picture is not said twice.
    let alt = if alt == title { Words::default() } else { alt };
    Some(CreditRow {
        id: item.id.clone(),
        picture: small_picture(studio, media, alt),
        kind: item
            .kind
            .map(|kind| studio.strings().label("media-kind", kind.as_str()))
            .unwrap_or_default(),
        maker: item.maker.clone().unwrap_or_default(),
        licence: item
            .licence
            .as_deref()
            .map(|id| licence(id, studio.strings()))
            .unwrap_or_default(),
        note: Some(note.join(DOT)).filter(|note| !note.is_empty()),
        used_by,
        title_lang: title.lang.map(|lang| lang.to_string()),
        title: title.text,
    })
}

/// The site's name, for what stands around every page.
fn whole_site(studio: &Studio<'_>, id: &str) -> Option<Link> {
    let home = studio.catalog.addresses.home(studio.lang());
    let name = studio.catalog.config.title(studio.lang());
    studio.catalog.dresses_site(id).then(|| Link::site(name, home.as_str()))
}

/// The documents that show an item, or the film of which it is the first picture.
fn shown_on<'a>(studio: &Studio<'a>, media: &MediaEntry) -> Vec<&'a Entry> {
    let catalog = studio.catalog;
    let is_poster = |film: &&MediaEntry| {
        let poster = film.item.poster.as_ref().filter(|_| film.allowed.site);
        poster.is_some_and(|poster| stem(poster) == media.item.id)
    };
    let films = catalog.media_entries().filter(is_poster);
    let mut entries: Vec<&Entry> = catalog.using_media(&media.item.id);
    for entry in films.flat_map(|film| catalog.using_media(&film.item.id)) {
        if !entries.iter().any(|own| std::ptr::eq(*own, entry)) {
            entries.push(entry);
        }
    }
    entries.retain(|entry| studio.is_own_version(entry));
    entries
}

fn stem(name: &str) -> &str {
    name.rsplit_once('.').map_or(name, |(stem, _)| stem)
}

/// The item itself, or the first picture of a film.
fn small_picture(studio: &Studio<'_>, media: &MediaEntry, alt: Words) -> Option<Picture> {
    let catalog = studio.catalog;
    let poster = media.item.poster.as_ref().and_then(|name| catalog.media_entry(stem(name)));
    let media = poster.filter(|own| own.allowed.site).unwrap_or(media);
    let no_picture = [MediaKind::Film, MediaKind::Audio, MediaKind::Document];
    if media.item.kind.is_none_or(|kind| no_picture.contains(&kind)) {
        return None;
    }
    let files = catalog.page_files(media);
    let first = files.get(..1)?;
    let smallest = first.first()?;
    Some(Picture {
        src: smallest.url.encoded(),
        sources: Vec::<PictureSource>::new(),
        webp: smaller_files(first, |own| own.webp.as_ref()),
        avif: smaller_files(first, |own| own.avif.as_ref()),
        width: smallest.width,
        height: smallest.height,
        alt: alt.text,
        alt_lang: alt.lang.map(|lang| lang.to_string()),
        credit: None,
    })
}
