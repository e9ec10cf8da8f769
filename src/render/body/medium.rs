//! Pictures, films, sound and documents.

use crate::base::{Lang, UrlPath};
use crate::i18n::own_name;
use crate::model::drawing::{Medium, MediumForm, PictureFile, Track, Words};
use crate::render::leaf::{Html, dotted, external};

use super::{Loading, Scribe};

/// What the editor said about a medium at this place; empty where nothing was said.
#[derive(Debug, Clone, Copy, Default)]
pub(super) struct Said<'a> {
    pub(super) alt: &'a str,
    pub(super) caption: &'a str,
}

/// Draws a medium with its caption, credit and words.
pub(super) fn figure(html: &mut Html, medium: &Medium, said: Said<'_>, scribe: &Scribe<'_>) {
    let alt = first_said(said.alt, &medium.alt);
    let caption = first_said(said.caption, &medium.caption);
    html.open("figure").class(class(&medium.form)).line();
    match &medium.form {
        MediumForm::Picture { files, .. } => picture(html, files, alt, scribe),
        MediumForm::Film { .. } => film(html, &medium.form, name(medium, said), scribe),
        MediumForm::Audio { file, mime, .. } => {
            html.open("audio").flag("controls").attr("preload", "none");
            label(html, name(medium, said));
            source(html, file, mime, scribe);
            html.close();
        }
        MediumForm::Elsewhere { .. } => {
            elsewhere(html, &medium.form, name(medium, said), scribe);
        }
        MediumForm::Document { file, facts } => {
            html.open("p").open("a").attr("href", &scribe.addresses.site(file));
            html.text(&format!("{} ", scribe.labels.download));
            named(html, name(medium, said)).text(&format!(" ({facts})")).close().close();
        }
    }
    html.line();
    let caption = if is_named_in_link(&medium.form) { Told::default() } else { caption };
    below(html, medium, caption, scribe);
    html.close().line();
}

/// Draws a medium as `figure` does; a picture leads to its largest file.
pub(super) fn enlargeable(html: &mut Html, medium: &Medium, scribe: &Scribe<'_>) {
    let MediumForm::Picture { files, large } = &medium.form else {
        return figure(html, medium, Said::default(), scribe);
    };
    html.open("figure").class("figure").line();
    html.open("a").class("enlarge").attr("href", &scribe.addresses.site(large));
    picture(html, files, first_said("", &medium.alt), scribe);
    html.open("span").class("visually-hidden").text(&scribe.labels.enlarge).close();
    html.close().line();
    below(html, medium, first_said("", &medium.caption), scribe);
    html.close().line();
}

/// Draws a picture among words; of anything else, a link to it.
pub(super) fn among_words(html: &mut Html, medium: &Medium, alt: &str, scribe: &Scribe<'_>) {
    let said = Said { alt, caption: "" };
    let address = match &medium.form {
        MediumForm::Picture { files, .. } => {
            return picture(html, files, first_said(alt, &medium.alt), scribe);
        }
        MediumForm::Elsewhere { address, .. } => external(address),
        MediumForm::Film { file, .. }
        | MediumForm::Audio { file, .. }
        | MediumForm::Document { file, .. } => scribe.addresses.site(file),
    };
    let facts = match &medium.form {
        MediumForm::Document { facts, .. } => format!(" ({facts})"),
        _ => String::new(),
    };
    html.open("a").attr("href", &address);
    if matches!(medium.form, MediumForm::Elsewhere { .. }) {
        html.attr("rel", "external");
    }
    named(html, name(medium, said)).text(&facts).close();
}

/// Words, and their language where that is not the text's.
#[derive(Debug, Clone, Copy, Default)]
struct Told<'a> {
    text: &'a str,
    lang: Option<&'a str>,
}

impl<'a> Told<'a> {
    fn here(text: &'a str) -> Self {
        Self { text, lang: None }
    }
}

fn first_said<'a>(here: &'a str, sidecar: &'a Words) -> Told<'a> {
    if here.trim().is_empty() {
        Told { text: &sidecar.text, lang: sidecar.lang.as_ref().map(Lang::as_str) }
    } else {
        Told::here(here)
    }
}

/// What a player or a download is called.
fn name<'a>(medium: &'a Medium, said: Said<'a>) -> Told<'a> {
    let here = if said.alt.trim().is_empty() { said.caption } else { said.alt };
    [first_said(here, &medium.alt), first_said("", &medium.caption)]
        .into_iter()
        .find(|words| !words.text.trim().is_empty())
        .unwrap_or(Told::here(&medium.id))
}

/// Writes a name among other words.
fn named<'h>(html: &'h mut Html, name: Told<'_>) -> &'h mut Html {
    match name.lang {
        Some(lang) => html.open("span").tongue(Some(lang)).text(name.text).close(),
        None => html.text(name.text),
    }
}

/// Gives the player that was opened last its name.
fn label(html: &mut Html, name: Told<'_>) {
    html.attr("aria-label", name.text).maybe_attr("lang", name.lang);
}

fn class(form: &MediumForm) -> &'static str {
    match form {
        MediumForm::Picture { .. } => "figure",
        MediumForm::Film { .. } => "figure film",
        MediumForm::Audio { .. } => "figure audio",
        MediumForm::Elsewhere { .. } => "figure film-elsewhere",
        MediumForm::Document { .. } => "figure document",
    }
}

fn is_named_in_link(form: &MediumForm) -> bool {
    matches!(form, MediumForm::Document { .. })
}

/// Draws a picture, in the smaller format where the browser knows it; nothing when it has no
/// file.
fn picture(html: &mut Html, files: &[PictureFile], alt: Told<'_>, scribe: &Scribe<'_>) {
    let Some(largest) = files.last() else { return };
    let address = |url: &UrlPath| scribe.addresses.site(url);
    let set = |urls: &mut dyn Iterator<Item = (&UrlPath, u32)>| {
        let all: Vec<String> =
            urls.map(|(url, width)| format!("{} {width}w", address(url))).collect();
        all.join(", ")
    };
    let sources = sources(files);
    if !sources.is_empty() {
        html.open("picture");
    }
    for (mime, files) in &sources {
        html.void("source").attr("type", mime);
        html.attr("srcset", &set(&mut files.iter().copied())).attr("sizes", scribe.sizes);
    }
    html.void("img").attr("src", &address(&largest.url));
    if files.len() > 1 {
        let own = set(&mut files.iter().map(|file| (&file.url, file.width)));
        html.attr("srcset", &own).attr("sizes", scribe.sizes);
    }
    size(html, largest);
    match scribe.loading {
        Loading::Near => html.attr("loading", "lazy").attr("decoding", "async"),
        Loading::First => html.attr("fetchpriority", "high").attr("decoding", "async"),
    };
    html.attr("alt", alt.text).maybe_attr("lang", alt.lang);
    if !sources.is_empty() {
        html.close();
    }
}

/// Files of one format, each with its width.
type Sources<'a> = (&'static str, Vec<(&'a UrlPath, u32)>);

/// The formats that take less room and that all files are there in; the smallest first, for a
/// browser takes the first one that it knows.
fn sources(files: &[PictureFile]) -> Vec<Sources<'_>> {
    type Address = fn(&PictureFile) -> Option<&UrlPath>;
    let formats: [(&str, Address); 2] =
        [("image/avif", |own| own.avif.as_ref()), ("image/webp", |own| own.webp.as_ref())];
    let all = |address: Address| {
        files.iter().map(|file| Some((address(file)?, file.width))).collect::<Option<Vec<_>>>()
    };
    formats.into_iter().filter_map(|(mime, own)| Some((mime, all(own)?))).collect()
}

fn size(html: &mut Html, file: &PictureFile) {
    html.attr("width", &file.width.to_string()).attr("height", &file.height.to_string());
}

fn film(html: &mut Html, form: &MediumForm, name: Told<'_>, scribe: &Scribe<'_>) {
    let MediumForm::Film { file, mime, size: own, poster, captions, .. } = form else { return };
    html.open("video").flag("controls").attr("preload", "none").flag("playsinline");
    if let Some(poster) = poster {
        html.attr(
            "poster",
            &scribe.addresses.site(poster.webp.as_ref().unwrap_or(&poster.url)),
        );
    }
    // A poster of another shape than the film does not make the page jump when it plays.
    let size = own.or(poster.as_ref().map(|poster| (poster.width, poster.height)));
    if let Some((width, height)) = size {
        html.attr("width", &width.to_string()).attr("height", &height.to_string());
    }
    label(html, name);
    source(html, file, mime, scribe);
    tracks(html, captions, scribe);
    html.close();
}

/// Captions; those in the language of the page, or else the first, are shown when the film plays.
fn tracks(html: &mut Html, captions: &[Track], scribe: &Scribe<'_>) {
    let is_own = |own: &Track| own.lang.as_str() == scribe.lang;
    let shown = captions.iter().position(is_own).unwrap_or_default();
    for (at, own) in captions.iter().enumerate() {
        html.void("track").attr("kind", "captions");
        html.attr("src", &scribe.addresses.site(&own.url)).attr("srclang", own.lang.as_str());
        if captions.len() == 1 && is_own(own) {
            html.attr("label", &scribe.labels.captions);
        } else {
            html.attr("label", &own_name(&own.lang));
        }
        if at == shown {
            html.flag("default");
        }
    }
}

/// A link to a film elsewhere. Nothing of it is loaded: a script puts its player here when
/// somebody follows the link, and without the script the link leads to it.
fn elsewhere(html: &mut Html, form: &MediumForm, name: Told<'_>, scribe: &Scribe<'_>) {
    let MediumForm::Elsewhere { address, service, player, poster, .. } = form else { return };
    html.open("div").class("film-facade");
    if let Some(poster) = poster {
        html.void("img").attr("src", &scribe.addresses.site(&poster.url));
        size(html, poster);
        html.attr("loading", "lazy").attr("alt", "");
    }
    html.open("p").open("a").attr("href", &external(address)).attr("rel", "external");
    html.attr("data-player", &external(player)).attr("data-title", name.text);
    let watch = format!("{} {service}", scribe.labels.watch_at);
    // In a list of links each says which film it is.
    html.attr("aria-label", &format!("{watch}: {}", name.text));
    html.text(&watch).close().close();
    html.open("p").class("film-notice").text(&scribe.labels.loaded_when_asked).close();
    html.close();
}

fn source(html: &mut Html, file: &UrlPath, mime: &str, scribe: &Scribe<'_>) {
    html.void("source").attr("src", &scribe.addresses.site(file)).attr("type", mime);
}

/// Caption, duration, credit, description and transcript.
fn below(html: &mut Html, medium: &Medium, caption: Told<'_>, scribe: &Scribe<'_>) {
    let (duration, transcript) = match &medium.form {
        MediumForm::Film { duration, transcript, .. }
        | MediumForm::Audio { duration, transcript, .. } => (duration.as_deref(), transcript),
        MediumForm::Elsewhere { transcript, .. } => (None, transcript),
        MediumForm::Picture { .. } | MediumForm::Document { .. } => (None, &Words::default()),
    };
    let labels = scribe.labels;
    let duration = duration.map(|words| format!("{} {words}", labels.duration));
    let credit = dotted(&medium.credit);
    let lines = [
        ("caption", caption),
        ("duration", Told::here(duration.as_deref().unwrap_or_default())),
        ("credit", Told::here(&credit)),
    ];
    let texts = [(&labels.description, &medium.long_text), (&labels.transcript, transcript)];
    let lines: Vec<_> =
        lines.iter().filter(|(_, words)| !words.text.trim().is_empty()).collect();
    if lines.is_empty() && texts.iter().all(|(_, text)| text.is_empty()) {
        return;
    }
    html.open("figcaption").line();
    for (class, words) in lines {
        html.open("p").class(class).tongue(words.lang).text(words.text).close().line();
    }
    for (label, text) in texts.iter().filter(|(_, text)| !text.is_empty()) {
        html.open("details").line().open("summary").text(label).close().line();
        let lang = text.lang.as_ref().map(Lang::as_str);
        in_tongue(html, lang, |html| paragraphs(html, &text.text));
        html.close().line();
    }
    html.close().line();
}

/// Draws what is in another language than the text around it within an element that says so.
pub(super) fn in_tongue(html: &mut Html, lang: Option<&str>, draw: impl Fn(&mut Html)) {
    if lang.is_none() {
        return draw(html);
    }
    html.open("div").tongue(lang).line();
    draw(html);
    html.close().line();
}

/// Plain text in which empty lines part paragraphs; lines with a dash before them are a list, those
/// with a number one in their order.
pub(super) fn paragraphs(html: &mut Html, text: &str) {
    let mut part: Vec<String> = Vec::new();
    let mut list = None;
    for line in text.lines().map(str::trim).chain([""]) {
        // As in Markdown: another number within a paragraph is where its line was broken.
        let may_begin = |begun: &List| {
            !matches!(begun, List::Numbers(2..)) || part.is_empty() || is_numbered(list)
        };
        let item = item(line).filter(|(begun, _)| may_begin(begun));
        let begun = item.map(|(begun, _)| begun);
        let goes_on = |before: List| begun.is_none_or(|own| own.is_as(before));
        if line.is_empty() || (begun.is_some() && !list.is_some_and(goes_on)) {
            draw_part(html, &part, list);
            part.clear();
            list = begun;
        }
        match (item, part.last_mut()) {
            (Some((_, item)), _) => part.push(item.to_owned()),
            (None, Some(before)) => *before = format!("{before}\n{line}"),
            (None, None) if !line.is_empty() => part.push(line.to_owned()),
            (None, None) => {}
        }
    }
}

/// What stands before the lines of a list.
#[derive(Clone, Copy)]
enum List {
    Dashes,
    /// Numbers, from this one on.
    Numbers(u8),
}

fn is_numbered(list: Option<List>) -> bool {
    matches!(list, Some(List::Numbers(_)))
}

impl List {
    fn is_as(self, other: Self) -> bool {
        matches!(self, Self::Dashes) == matches!(other, Self::Dashes)
    }
}

/// The list that a line belongs to, and what it says.
fn item(line: &str) -> Option<(List, &str)> {
    if let Some(item) = line.strip_prefix("- ") {
        return Some((List::Dashes, item));
    }
    // A year at the end of a sentence begins no list.
    let (number, item) = line.split_once(". ").filter(|(number, _)| number.len() < 3)?;
    Some((List::Numbers(number.parse().ok()?), item))
}

/// A paragraph, or the items of a list.
fn draw_part(html: &mut Html, part: &[String], list: Option<List>) {
    match list {
        Some(List::Numbers(first)) if first != 1 => {
            html.open("ol").attr("start", &first.to_string()).line();
        }
        Some(List::Numbers(_)) => {
            html.open("ol").line();
        }
        Some(List::Dashes) => {
            html.open("ul").line();
        }
        None => {}
    }
    for text in part {
        html.open(if list.is_some() { "li" } else { "p" }).text(text).close().line();
    }
    if list.is_some() {
        html.close().line();
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lines_with_dashes_or_numbers_are_lists_and_others_paragraphs() {
        let drawn = |text: &str| {
            let mut html = Html::default();
            paragraphs(&mut html, text);
            html.finish().replace('\n', "")
        };
        let steps = "Vijf stappen:\n1. Kijk.\n2. Vraag\n   door.\n\nIn 2021. Daarna.";
        let list = "<ol><li>Kijk.</li><li>Vraagdoor.</li></ol>";
        assert_eq!(drawn(steps), format!("<p>Vijf stappen:</p>{list}<p>In 2021. Daarna.</p>"));
        assert_eq!(
            drawn("3. Doe.\n- En."),
            "<ol start=\"3\"><li>Doe.</li></ol><ul><li>En.</li></ul>"
        );
        assert_eq!(drawn("2021. Een jaar."), "<p>2021. Een jaar.</p>");
        assert_eq!(drawn("Tot en met rij\n9. Daarna."), "<p>Tot en met rij9. Daarna.</p>");
    }
}
