//! Media items: whether they may be shown, where their files stand, and what stands beside
//! them.

use std::collections::{BTreeMap, BTreeSet};

use crate::base::{Lang, SourcePath, Span, Spanned, UrlPath, nearest, same_letters};
use crate::config::Section;
use crate::diag::Diag;
use crate::diag::problem::Rights;
use crate::i18n::{Strings, format_number};
use crate::model::drawing::{Medium, MediumForm, PictureFile, Track, Words};
use crate::model::{MediaItem, MediaKind, People};

use super::consent::Allowed;
use super::{Catalog, Companion, FileFacts, Input};

/// A media item with its file.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct MediaEntry {
    /// What the sidecar says.
    pub item: MediaItem,
    /// What is known of the file; `None` for a film elsewhere.
    pub facts: Option<FileFacts>,
    /// Where it may be shown.
    pub allowed: Allowed,
    /// The text of the transcript, with the tag of its language; empty for the site's own.
    pub transcripts: Vec<(String, String)>,
    /// The captions, those in the main language first.
    pub captions: Vec<Captions>,
}

/// The captions of a film.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct Captions {
    /// The language they are in.
    pub lang: Lang,
    /// The file.
    pub path: SourcePath,
    /// The first hexadecimal digits of the hash of its bytes.
    pub hash: String,
}

/// Brings sidecars and files together, and says what is missing. The ids of sidecars without
/// a file come beside.
pub(super) fn entries(
    input: &mut Input,
    diags: &mut Vec<Diag>,
) -> (BTreeMap<String, MediaEntry>, BTreeSet<String>) {
    let mut entries: BTreeMap<String, MediaEntry> = BTreeMap::new();
    let mut lost = BTreeSet::new();
    // Where capitals do not count in the names of files, one of two such files cannot be there.
    let mut known: BTreeMap<String, String> = BTreeMap::new();
    for mut item in std::mem::take(&mut input.media) {
        if let Some(file) = &mut item.file
            && !input.media_files.contains_key(file)
        {
            let is_it = |own: &&SourcePath| same_letters(own.as_str(), file.as_str());
            *file = input.media_files.keys().find(is_it).unwrap_or(file).clone();
        }
        let facts = item.file.as_ref().and_then(|file| input.media_files.get(file)).cloned();
        if let (Some(file), None) = (&item.file, &facts) {
            let problem = Rights::NoFile { file: file.name().to_owned() };
            diags.push(Diag::missing_from(item.sidecar(), problem));
            lost.insert(item.id);
            continue;
        }
        needs(&item, diags);
        let captions = captions(input, &item, diags);
        let transcripts = transcripts(input, &item, diags);
        let entry =
            MediaEntry { facts, allowed: Allowed::EVERYWHERE, transcripts, captions, item };
        let id = entry.item.id.clone();
        let place = Span::top(entry.item.sidecar());
        let folded = entry.item.file.as_ref().map(|file| file.as_str().to_lowercase());
        let alike = folded.and_then(|file| known.insert(file, id.clone()));
        let other = alike.filter(|other| *other != id);
        if let Some(first) = entries.get(other.as_ref().unwrap_or(&id)) {
            let first = Span::top(first.item.sidecar());
            let problem = Rights::SameId { id: id.clone(), other };
            diags.push(Diag::at(place, problem).related(first));
        }
        entries.entry(id).or_insert(entry);
    }
    (entries, lost)
}

/// The captions in every language in which a file is named.
fn captions(input: &Input, item: &MediaItem, diags: &mut Vec<Diag>) -> Vec<Captions> {
    let Some(span) = item.record.value_span("captions") else { return Vec::new() };
    let mut of = |(tag, name): (&str, &str)| {
        let lang = Lang::new(tag).unwrap_or_else(|| input.config.lang.clone());
        let name = Spanned::new(name.to_owned(), span);
        let (path, own) = companion(input, item, &name, diags)?;
        Some(Captions { lang, path, hash: own.hash.clone() })
    };
    let all = item.record.by_language("captions").into_iter();
    all.filter(|(_, name)| !name.trim().is_empty()).filter_map(&mut of).collect()
}

/// What is seen and said, in every language in which that is there: as written, or in the file
/// that is named.
fn transcripts(
    input: &Input,
    item: &MediaItem,
    diags: &mut Vec<Diag>,
) -> Vec<(String, String)> {
    let Some(span) = item.record.value_span("transcript") else { return Vec::new() };
    let mut text = |written: &str| {
        let is_file = [".txt", ".vtt"].iter().any(|ending| written.ends_with(ending));
        if !is_file {
            return written.to_owned();
        }
        let file = companion(input, item, &Spanned::new(written.to_owned(), span), diags);
        file.map_or_else(String::new, |(_, own)| own.text.trim().to_owned())
    };
    let all = item.record.by_language("transcript").into_iter();
    all.map(|(tag, written)| (tag.to_owned(), text(written))).collect()
}

/// The file that a sidecar names, beside its media file.
fn companion<'a>(
    input: &'a Input,
    item: &MediaItem,
    name: &Spanned<String>,
    diags: &mut Vec<Diag>,
) -> Option<(SourcePath, &'a Companion)> {
    let path = item.file.as_ref()?.join(name)?;
    if let Some(own) = input.companions.get(&path) {
        return Some((path, own));
    }
    let names: Vec<&str> = input.companions.keys().map(SourcePath::name).collect();
    let problem = Rights::MissingCompanion {
        file: name.value.clone(),
        nearest: nearest(name, names.iter().copied()).map(str::to_owned),
    };
    diags.push(Diag::at(name.span, problem));
    None
}

/// The keys that a sidecar needs for its kind.
fn needs(item: &MediaItem, diags: &mut Vec<Diag>) {
    // A key without a value points at the key.
    let at = |keys: &[&str], problem: Rights| {
        let place = keys.iter().find_map(|key| item.record.keys().get(key).copied());
        Diag::at(place.unwrap_or(Span::top(item.sidecar())), problem)
    };
    let Some(kind) = item.kind else { return };
    let is_picture = !matches!(kind, MediaKind::Film | MediaKind::Audio | MediaKind::Document);
    let unsaid =
        |key| item.record.by_language(key).iter().all(|(_, text)| text.trim().is_empty());
    if is_picture && !item.decorative && unsaid("alt") && !item.record.is_unread("alt") {
        diags.push(at(&["alt"], Rights::NoAlt));
    }
    if let Some(own) = item.duration.as_deref().filter(|own| length(own) == Length::TooLong) {
        let written = own.chars().take(40).collect();
        diags.push(at(&["duration"], Rights::TooLong { written }));
    }
    let mut need = |missing: bool, key, alias| {
        if missing && !item.record.is_unread(key) {
            diags.push(at(&[key], Rights::MissingKey { key, alias }));
        }
    };
    let explains = matches!(kind, MediaKind::Infographic | MediaKind::Map | MediaKind::Chart);
    need(explains && unsaid("long-text"), "long-text", "lange-tekst");
    let shows_people = is_picture || kind == MediaKind::Film;
    need(shows_people && item.people.is_none(), "people", "mensen");
    let elsewhere = item.embed.is_some();
    let is_ours = kind == MediaKind::Film && !elsewhere;
    need(is_ours && unsaid("captions"), "captions", "ondertiteling");
    let speaks = matches!(kind, MediaKind::Film | MediaKind::Audio);
    need(speaks && unsaid("transcript"), "transcript", "uitgeschreven");
    let reserved = item.licence.as_deref() == Some("all-rights-reserved");
    let is_permitted = item.permission.as_deref().is_some_and(|own| !own.trim().is_empty());
    need(reserved && !is_permitted, "permission", "toestemming-gebruik");
    let nobody_asked = item.consents.is_empty()
        && item.own_consents.is_empty()
        && !item.record.is_unread("consent");
    if item.people == Some(People::Recognisable) && nobody_asked {
        diags.push(at(&["consent", "people"], Rights::NoConsent));
    }
}

impl Catalog {
    /// The media item with an id.
    pub fn media_entry(&self, id: &str) -> Option<&MediaEntry> {
        self.media.get(id)
    }

    /// Every media item, by id.
    pub fn media_entries(&self) -> impl Iterator<Item = &MediaEntry> {
        self.media.values()
    }

    /// The media item of a file.
    pub(super) fn media_of_file(&self, path: &SourcePath) -> Option<&MediaEntry> {
        self.media.values().find(|entry| entry.item.file.as_ref() == Some(path))
    }

    /// Where a media file stands that is published as it is.
    pub fn original(&self, entry: &MediaEntry) -> UrlPath {
        let ending = entry.item.file.as_ref().map_or("", SourcePath::extension);
        let hash = entry.facts.as_ref().map_or("", |facts| facts.hash.as_str());
        let name = format!("{}.{hash}.{}", entry.item.id, ending.to_ascii_lowercase());
        self.addresses.file(Section::Images, &name, &self.config.lang)
    }

    /// Where captions of a film stand: elsewhere when they change.
    pub fn captions_url(&self, entry: &MediaEntry, own: &Captions) -> UrlPath {
        let (id, hash) = (&entry.item.id, &own.hash);
        let is_main = own.lang == self.config.lang;
        let lang = if is_main { String::new() } else { format!(".{}", own.lang) };
        let name = format!("{id}{lang}.{hash}.vtt");
        self.addresses.file(Section::Images, &name, &self.config.lang)
    }

    /// The captions of a film, as a page offers them.
    fn tracks(&self, entry: &MediaEntry) -> Vec<Track> {
        let track = |own| Track { url: self.captions_url(entry, own), lang: own.lang.clone() };
        entry.captions.iter().map(track).collect()
    }

    /// A media item as a page shows it; `None` when it may not be shown there. `alt` is the
    /// text written where it is used, which wins when it is not empty.
    pub fn medium(&self, entry: &MediaEntry, alt: &str, lang: &Lang) -> Option<Medium> {
        if !entry.allowed.site {
            return None;
        }
        let strings = self.strings(lang)?;
        let said = |key| self.words(&entry.item.record, key, lang);
        let decorative = entry.item.decorative && alt.is_empty();
        Some(Medium {
            id: entry.item.id.clone(),
            form: self.form(entry, strings)?,
            alt: match (decorative, alt) {
                (true, _) => Words::default(),
                (false, "") => said("alt"),
                (false, alt) => Words::here(alt),
            },
            caption: said("caption"),
            credit: credit(&entry.item, strings),
            long_text: said("long-text"),
        })
    }

    fn form(&self, entry: &MediaEntry, strings: &Strings) -> Option<MediumForm> {
        let item = &entry.item;
        if let Some(embed) = &item.embed {
            return Some(MediumForm::Elsewhere {
                address: embed.address(),
                service: embed.name().to_owned(),
                player: embed.player(),
                poster: item.poster.as_ref().and_then(|poster| self.poster(poster)),
                transcript: self.words_of(&entry.transcripts, strings.lang()),
            });
        }
        let file = item.file.as_ref()?;
        let ending = file.extension().to_ascii_lowercase();
        let transcript = self.words_of(&entry.transcripts, strings.lang());
        let duration = item.duration.as_deref().map(|d| duration(d, strings));
        Some(match item.kind? {
            MediaKind::Film => MediumForm::Film {
                file: self.original(entry),
                mime: if ending == "webm" { "video/webm" } else { "video/mp4" },
                size: entry.facts.as_ref().and_then(|facts| facts.size),
                poster: item.poster.as_ref().and_then(|poster| self.poster(poster)),
                captions: self.tracks(entry),
                transcript,
                duration,
            },
            MediaKind::Audio => MediumForm::Audio {
                file: self.original(entry),
                mime: match ending.as_str() {
                    "ogg" => "audio/ogg",
                    "wav" => "audio/wav",
                    "m4a" => "audio/mp4",
                    _ => "audio/mpeg",
                },
                transcript,
                duration,
            },
            MediaKind::Document => MediumForm::Document {
                file: self.original(entry),
                facts: document_facts(&ending, entry.facts.as_ref()?, strings),
            },
            _ => {
                let files = self.page_files(entry);
                if files.is_empty() {
                    return None;
                }
                MediumForm::Picture { files, large: self.large(entry) }
            }
        })
    }

    /// "PDF, 12 pagina's, 340 kB", of a document.
    pub(super) fn document_facts(&self, entry: &MediaEntry, lang: &Lang) -> Option<String> {
        let ending = entry.item.file.as_ref()?.extension().to_ascii_lowercase();
        let facts = entry.facts.as_ref()?;
        let is_document = entry.item.kind == Some(MediaKind::Document);
        is_document.then(|| Some(document_facts(&ending, facts, self.strings(lang)?))).flatten()
    }

    fn poster(&self, name: &str) -> Option<PictureFile> {
        let entry = self.media_entry(name)?;
        if !entry.allowed.site {
            return None;
        }
        let files = self.page_files(entry);
        // 960 pixels is as wide as a page shows a film.
        files.iter().rfind(|file| file.width <= 960).or(files.first()).cloned()
    }
}

/// "Maker · licence", in words.
pub(super) fn credit(item: &MediaItem, strings: &Strings) -> String {
    let maker = item.maker.clone().unwrap_or_default();
    let licence =
        item.licence.as_deref().map_or_else(String::new, |id| strings.label("licence", id));
    match (maker.is_empty(), licence.is_empty()) {
        (false, false) => format!("{maker} · {licence}"),
        (false, true) => maker,
        _ => licence,
    }
}

/// "20 seconden", "2 minuten"; text that is no number of seconds or `m:ss` stays as written.
fn duration(written: &str, strings: &Strings) -> String {
    match length(written) {
        Length::Seconds(seconds) if seconds < 60 => strings.count("seconds", seconds),
        Length::Seconds(seconds) => {
            strings.count("minutes", seconds / 60 + usize::from(seconds % 60 >= 30))
        }
        Length::Words | Length::TooLong => written.to_owned(),
    }
}

/// How long something lasts, as it was written.
#[derive(Debug, PartialEq, Eq)]
enum Length {
    Seconds(usize),
    /// More than can be counted.
    TooLong,
    /// No number of seconds, and no `m:ss` or `h:mm:ss`.
    Words,
}

fn length(written: &str) -> Length {
    let parts: Vec<&str> = written.split(':').map(str::trim).collect();
    let is_number = |own: &&str| !own.is_empty() && own.bytes().all(|own| own.is_ascii_digit());
    if parts.len() > 3 || !parts.iter().all(is_number) {
        return Length::Words;
    }
    let add = |sum: usize, own: &&str| sum.checked_mul(60)?.checked_add(own.parse().ok()?);
    let seconds = parts.iter().try_fold(0, add);
    seconds.map_or(Length::TooLong, Length::Seconds)
}

/// "PDF, 12 pagina's, 340 kB".
fn document_facts(ending: &str, facts: &FileFacts, strings: &Strings) -> String {
    let mut parts = vec![ending.to_ascii_uppercase()];
    if let Some(pages) = facts.pages {
        parts.push(strings.count("pages", pages as usize));
    }
    let kilobytes = facts.bytes.div_ceil(1000).max(1);
    parts.push(if kilobytes >= 1000 {
        let tenths = kilobytes.div_ceil(100);
        let plain = format!("{}.{}", tenths / 10, tenths % 10);
        format!("{} MB", format_number(plain.trim_end_matches(".0"), strings.lang()))
    } else {
        format!("{kilobytes} kB")
    });
    parts.join(", ")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_length_is_counted_as_far_as_numbers_go() {
        let cases = [
            ("16", Length::Seconds(16)),
            ("0:16", Length::Seconds(16)),
            ("1: 02 :03", Length::Seconds(3723)),
            ("18446744073709551615", Length::Seconds(usize::MAX)),
            ("18446744073709551615:1", Length::TooLong),
            ("18446744073709551616", Length::TooLong),
            ("307445734561825861:0:0", Length::TooLong),
            ("1:2:3:4", Length::Words),
            ("+1", Length::Words),
            ("1:", Length::Words),
            ("een kwartier", Length::Words),
        ];
        for (written, length) in cases {
            assert_eq!(super::length(written), length, "{written}");
        }
    }
}
