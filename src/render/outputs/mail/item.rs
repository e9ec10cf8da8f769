//! The items of an edition as mail shows them.

use crate::base::apostrophes;
use crate::catalog::{EditionItem, Entry};
use crate::model::body::Block;
use crate::model::drawing::Drawing;
use crate::model::{BlockStyle as Style, DocKind, EditionBlock, Front};
use crate::render::leaf::chart::mail_name;
use crate::render::outputs::newsletter::{
    BlockStyle, BlockView, MailFigure, MailPicture, MailQuote,
};
use crate::render::outputs::pages::Studio;
use crate::render::outputs::view::KeyFigure;

use super::words;

/// More key figures than this are a table, and that is on the page.
const MOST_FIGURES: usize = 3;

/// The items of an edition, in the order in which they are shown.
pub(super) fn blocks(studio: &Studio<'_>, edition: &Entry) -> Vec<BlockView> {
    let items = studio.catalog.edition_items(edition);
    let words = words::of_links(studio, &items);
    items
        .iter()
        .zip(words)
        .map(|(item, link_words)| BlockView {
            link_words,
            ..block(studio, Some(edition), item)
        })
        .collect()
}

/// Documents as items of no edition: whole, because nobody said how much to show.
pub(super) fn alone(studio: &Studio<'_>, entries: &[&Entry]) -> Vec<BlockView> {
    let whole = |entry: &&Entry| EditionBlock {
        item: entry.document.head.title.clone(),
        rubric: None,
        style: Style::Large,
        title: None,
        text: None,
    };
    let blocks: Vec<EditionBlock> = entries.iter().map(whole).collect();
    let item = |(block, entry)| EditionItem { block, entry, rubric: None };
    let items: Vec<EditionItem<'_>> =
        blocks.iter().zip(entries.iter().copied()).map(item).collect();
    let words = words::of_links(studio, &items);
    let view = |(item, link_words)| BlockView { link_words, ..block(studio, None, item) };
    items.iter().zip(words).map(view).collect()
}

fn block(studio: &Studio<'_>, edition: Option<&Entry>, item: &EditionItem<'_>) -> BlockView {
    let style = style(item.style());
    let figures = match style {
        BlockStyle::Figure => studio.leading_figure(item.entry).into_iter().collect(),
        _ => studio.key_figures(item.entry),
    };
    let said = studio.catalog.newsletter_quote(item.entry);
    let strength = studio.certainty_of(item.entry).map(|own| {
        let parts: Vec<String> = std::iter::once(own.strength).chain(own.rest).collect();
        parts.join(" · ")
    });
    let note = note(studio, item.entry);
    let foreign = studio.other_language(item.entry);
    BlockView {
        item_id: item.id(),
        document: item.entry.reference(),
        rubric: item.rubric.map(set),
        style,
        kind: kind(studio, item, note.as_deref()),
        note,
        title: set(item.title()),
        // What an edition says in its own words is in its own language.
        title_lang: foreign.clone().filter(|_| item.block.title.is_none()),
        text: set(&studio.catalog.edition_text(item)),
        text_lang: foreign.clone().filter(|_| item.block.text.is_none()),
        url: studio.whole(item.entry.url.as_str()),
        link_words: String::new(),
        picture: picture(studio, item.entry, style).or_else(|| {
            // Beside a text a chart is too small to be read.
            chart(studio, edition, item.entry).filter(|_| style == BlockStyle::Large)
        }),
        strength,
        figures: figures.into_iter().take(MOST_FIGURES).map(figure).collect(),
        quote: said.map(|said| MailQuote {
            text: set(&said.text),
            by: set(&said.by.unwrap_or_default()),
            lang: said.lang.or_else(|| foreign.clone()),
            social: studio.catalog.agree_to_social(&said.needs),
            needs: said.needs,
        }),
        corrections: edition.map(|own| studio.item_corrections(own, item)).unwrap_or_default(),
    }
}

/// Whether a name that somebody wrote, with a word for its type in it, is that of a document as a record
/// names it: `verhaal:drenthe` is `story:drenthe`.
pub fn is_named(written: &str, document: &str) -> bool {
    let Some((word, id)) = written.split_once(':') else { return false };
    document.split_once(':').is_some_and(|(kind, own)| {
        own == id && DocKind::parse(word).is_some_and(|word| word.as_str() == kind)
    })
}

/// "Bevinding · Werkte in één regio": what it is, of a finding what it says, and what has to be
/// known of it.
fn kind(studio: &Studio<'_>, item: &EditionItem<'_>, note: Option<&str>) -> String {
    let verdict = match &item.entry.document.front {
        Front::Finding(own) => Some(studio.verdict(own).label),
        _ => None,
    };
    let kind = std::iter::once(studio.catalog.kind_line(item.entry, studio.lang()));
    set(&kind.chain(verdict).chain(note.map(str::to_owned)).collect::<Vec<_>>().join(" · "))
}

/// "18 maart 2027, 10.00–12.30 uur · Enschede", and that something is made up.
fn note(studio: &Studio<'_>, entry: &Entry) -> Option<String> {
    let mut parts = match &entry.document.front {
        Front::Event(own) => studio.time_and_place(own),
        _ => Vec::new(),
    };
    parts.extend(studio.sample_mark(entry));
    (!parts.is_empty()).then(|| set(&parts.join(" · ")))
}

/// With the apostrophes that readers know.
fn set(text: &str) -> String {
    apostrophes(text).into_owned()
}

fn style(style: Style) -> BlockStyle {
    match style {
        Style::Large => BlockStyle::Large,
        Style::Small => BlockStyle::Small,
        Style::Line => BlockStyle::Line,
        Style::Figure => BlockStyle::Figure,
        Style::Quote => BlockStyle::Quote,
    }
}

/// The width at which mail shows a chart, in pixels.
const CHART_WIDTH: u32 = 480;

/// The picture of an item, where mail programs can show it: as PNG or JPEG.
fn picture(studio: &Studio<'_>, entry: &Entry, style: BlockStyle) -> Option<MailPicture> {
    let media = studio.catalog.newsletter_picture(entry)?;
    let medium = studio.catalog.medium(media, "", studio.lang())?;
    let files = studio.catalog.mail_files(media);
    let (once, twice) = (files.first()?, files.get(1));
    let beside = studio.catalog.beside_file(media).filter(|_| style == BlockStyle::Small);
    let whole = |url: &crate::base::UrlPath| studio.whole(&url.encoded());
    Some(MailPicture {
        url: whole(&once.url),
        url_2x: twice.map(|own| whole(&own.url)),
        url_beside: beside.map(|own| whole(&own.url)),
        width: once.width,
        height: once.height,
        alt: set(&medium.alt.text),
        alt_lang: medium.alt.lang.map(|lang| lang.to_string()),
        credit: set(&medium.credit),
        media: media.item.id.clone(),
        social: studio.catalog.newsletter_picture_is_social(entry),
        needs: media.item.consents.iter().map(|own| own.value.clone()).collect(),
        drawing: None,
    })
}

/// The first chart of a document, as a picture that stands beside the edition. Where there is none
/// nothing is recorded, and it is the picture beside the document's page.
fn chart(studio: &Studio<'_>, edition: Option<&Entry>, entry: &Entry) -> Option<MailPicture> {
    let body = studio.catalog.body(entry);
    let mut charts = body.blocks.iter().filter_map(|block| match block {
        Block::Component { component, .. } => match component.as_ref() {
            Drawing::Chart(own) => Some(own),
            _ => None,
        },
        _ => None,
    });
    let own = charts.next()?;
    let picture = studio.chart_picture(own)?;
    let name = match edition {
        Some(_) => mail_name(&picture.svg),
        None => picture.name,
    };
    let page = studio.whole(edition.unwrap_or(entry).url.as_str());
    let folder = page.rsplit_once('/').map_or("", |(folder, _)| folder);
    let source = own.source.as_ref();
    Some(MailPicture {
        url: format!("{folder}/{name}"),
        url_2x: None,
        url_beside: None,
        width: CHART_WIDTH,
        height: picture.height.saturating_mul(CHART_WIDTH) / picture.width.max(1),
        alt: picture.alt,
        alt_lang: None,
        credit: source.map(|source| source.label.clone()).unwrap_or_default(),
        media: String::new(),
        needs: Vec::new(),
        social: true,
        drawing: edition.map(|_| picture.svg),
    })
}

fn figure(own: KeyFigure) -> MailFigure {
    // "158 mensen" above "mensen vonden werk" would say it twice.
    let unit = own.unit.filter(|unit| {
        own.label.strip_prefix(unit.as_str()).is_none_or(|rest| !rest.starts_with(' '))
    });
    let value = own.qualifier.into_iter().chain([own.value]).collect::<Vec<_>>().join(" ");
    MailFigure {
        value,
        unit: unit.map(|unit| set(&unit)),
        label: set(&own.label),
        lang: own.lang,
        kind: own.kind.label,
        period: own.period,
        coverage: own.coverage.map(|coverage| set(&coverage)),
        source: own.source.map(|source| set(&source.text)),
    }
}
