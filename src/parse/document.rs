//! A document: front matter and Markdown.

use std::cell::RefCell;
use std::ops::Range;
use std::sync::Arc;

use crate::base::{FileId, Lang, OffsetMap, SourcePath, Span};
use crate::diag::problem::{Field, Markdown};
use crate::diag::{Diag, Noted};
use crate::model::body::{Block, Body, Written, plain_text};
use crate::model::{COMPONENTS, DocKind, Document, Front, Head, Meta, Story, Text};
use crate::schema::{self, FlatRecord, Record, Reference};
use crate::store::KeyMaker;
use crate::yaml::{self, FrontMatter, Node};

use super::component;
use super::conflict;
use super::emails;
use super::gist::{Gist, Gists};
use super::headings::{OF_STORY, Part};
use super::markdown;

/// More words than this are too many for a factsheet.
const LONGEST_FACTSHEET: usize = 700;

/// More characters that got lost are not told of one text.
const MOST_LOST: usize = 20;

/// What a document's path says of it.
#[derive(Debug, Clone)]
pub struct Origin {
    /// Its file.
    pub file: FileId,
    /// Where it stands.
    pub path: SourcePath,
    /// Its type.
    pub kind: DocKind,
    /// Its id.
    pub id: String,
    /// Its language.
    pub lang: Lang,
}

/// Parses a document. The gist of its text is looked for among those that are known.
pub fn document(origin: Origin, text: &Arc<str>, known: Option<&dyn Gists>) -> Noted<Document> {
    let (file, table) = (origin.file, origin.kind.table());
    let Noted { value: text, mut diags } = conflict::of_document(file, text);
    let text = &text;
    let split = yaml::front_matter(text, file).into_value(&mut diags);
    let body = split.as_ref().map_or(0..0, |own| own.body.clone());
    let (above, below) = (text.get(..body.start), text.get(body.clone()));
    let key = KeyMaker::of("written", "1").part(below.unwrap_or_default().as_bytes()).key();
    let gist_key = || {
        KeyMaker::of("gist", env!("LEREND_FINGERPRINT"))
            .part(above.unwrap_or_default().as_bytes())
            .part(key.as_bytes())
            .part(origin.lang.as_str().as_bytes())
            .part(origin.kind.as_str().as_bytes())
            .key()
    };
    // Of fields that cannot be read it is not known where the text begins.
    let known = known.filter(|_| split.is_some()).map(|known| (known, gist_key()));
    let mut found = known.as_ref().and_then(|(known, key)| known.find(key, file));
    let record = found.as_mut().and_then(|own| own.fields.take()?.record(table, file));
    let fields = match record {
        Some(record) => Fields::known(record, &origin.id),
        None => fields(&origin, text, split, &mut diags),
    };
    let Fields { record, head, is_readable, references } = fields;
    let meta = Meta {
        kind: origin.kind,
        head,
        front: Front::from_record(origin.kind, &record),
        id: origin.id,
        lang: origin.lang,
        file,
        path: origin.path,
        is_readable,
    };
    let gist = found.unwrap_or_else(|| {
        let Noted { value: mut gist, diags: wrong } = gist(&meta, text, &body, references);
        // A gist says nothing of what is wrong: only where nothing is, it says all.
        if let Some((known, key)) = known.filter(|_| wrong.is_empty() && is_readable) {
            gist.fields = diags.is_empty().then(|| FlatRecord::of(table, &record)).flatten();
            known.keep(&key, &gist);
        }
        diags.extend(wrong);
        gist
    });
    if let Some(words) = gist.words.filter(|words| *words > LONGEST_FACTSHEET) {
        diags.push(Diag::at(meta.head.title.span, Field::LongFactsheet { words }));
    }
    let text = Arc::new(Text {
        source: Arc::clone(text),
        range: body,
        key,
        first_paragraph: gist.first_paragraph.map(Into::into),
        anchors: gist.anchors.into(),
        references: gist.references.into(),
    });
    Noted::new(Document { meta: Arc::new(meta), text, asks: gist.asks.into() }, diags)
}

/// The fields of a document, and the ids that they name.
struct Fields {
    record: Record,
    head: Head,
    /// Whether they could be read.
    is_readable: bool,
    references: Vec<Reference>,
}

impl Fields {
    /// The fields of a document with this id, of which nothing was wrong when they were read.
    fn known(record: Record, id: &str) -> Self {
        let head = Head::from_record(&record, id);
        Self { record, head, is_readable: true, references: Vec::new() }
    }
}

/// Reads the fields of a document.
fn fields(
    origin: &Origin,
    text: &str,
    split: Option<FrontMatter>,
    diags: &mut Vec<Diag>,
) -> Fields {
    let unreadable = split.is_none();
    let fields = split.map_or(0..0, |own| own.yaml);
    let map = OffsetMap::whole(origin.file, fields.start);
    let node = yaml::read(text.get(fields).unwrap_or_default(), &map).into_value(diags);
    let broken = unreadable || (node.is_none() && diags.iter().any(Diag::is_error));
    let node = node.unwrap_or_else(|| Node::empty_mapping(Span::top(origin.file)));
    let (record, references) = schema::read(origin.kind.table(), &node);
    // Fields that could not be read at all are not also said to be missing.
    let (record, mut field_diags) =
        (record.value, if broken { Vec::new() } else { record.diags });
    ends_after_start(&record, &mut field_diags);
    time_of_end_only(&record, &mut field_diags);
    let head = Head::from_record(&record, &origin.id);
    if head.draft {
        schema::lenient(&mut field_diags);
    }
    diags.extend(field_diags);
    if !broken {
        title(&head, diags);
    }
    Fields { record, head, is_readable: !broken, references }
}

/// Reads the text of a document.
fn gist(
    meta: &Meta,
    text: &str,
    body: &Range<usize>,
    references: Vec<Reference>,
) -> Noted<Gist> {
    let references = RefCell::new(references);
    let tree = markdown(meta, text, body.clone(), &references);
    let Noted { value: tree, mut diags } = tree;
    if meta.is_readable {
        diags.extend(lost_characters(meta, text, body));
    }
    if let Front::Story(story) = &meta.front
        && meta.is_readable
    {
        parts_of_story(meta, story, &tree, &mut diags);
    }
    let is_counted = meta.is_readable && matches!(meta.front, Front::Factsheet(_));
    let words = is_counted.then(|| markdown::words(&tree.blocks));
    let headings = tree.headings().into_iter();
    let typed = emails::asks(meta.file, text, body);
    let gist = Gist {
        fields: None,
        words,
        anchors: headings.map(|heading| heading.id.clone()).collect(),
        first_paragraph: markdown::first_paragraph(&tree.blocks),
        references: references.into_inner(),
        asks: tree.into_asks().into_iter().chain(typed).collect(),
    };
    Noted::new(gist, diags)
}

/// What other programs put in place of a character that they could not read, and what no text holds.
/// Code may show what it looks like.
fn lost_characters(meta: &Meta, text: &str, body: &Range<usize>) -> Vec<Diag> {
    let mut all = text.match_indices(['\u{fffd}', '\0']).peekable();
    if all.peek().is_none() {
        return Vec::new();
    }
    let own = text.get(body.clone()).unwrap_or_default();
    let code = markdown::code_places(own, &meta.lang, COMPONENTS);
    let is_code = |at: usize| {
        let Some(at) = at.checked_sub(body.start) else { return false };
        let next = code.partition_point(|place| place.end <= at);
        code.get(next).is_some_and(|place| place.contains(&at))
    };
    all.filter(|(at, lost)| *lost == "\0" || !is_code(*at))
        .take(MOST_LOST)
        .map(|(at, lost)| {
            Diag::at(Span::new(meta.file, at, at + lost.len()), Markdown::LostCharacter)
        })
        .collect()
}

/// The tree of a text that was parsed before; what is wrong with it was said then.
pub fn body(meta: &Meta, text: &Text) -> Body<Written> {
    let range = text.range.clone();
    markdown(meta, &text.source, range, &RefCell::default()).value
}

fn markdown(
    meta: &Meta,
    source: &str,
    range: Range<usize>,
    references: &RefCell<Vec<Reference>>,
) -> Noted<Body<Written>> {
    let read_component = |name: &str, text: &str, map: &OffsetMap| {
        component::read(name, text, map, &mut references.borrow_mut())
    };
    let options = markdown::Options {
        lang: meta.lang.clone(),
        components: COMPONENTS,
        read_component: &read_component,
    };
    let map = OffsetMap::whole(meta.file, range.start);
    markdown::parse(source.get(range).unwrap_or_default(), &map, &options)
}

/// Of a meeting, and of the time in which a document is shown.
fn ends_after_start(record: &Record, diags: &mut Vec<Diag>) {
    const PAIRS: &[[(&str, &str); 2]] = &[
        [("begin", "start"), ("einde", "end")],
        [("embargo", "embargo"), ("verloopt", "expires")],
        [("datum", "date"), ("verloopt", "expires")],
    ];
    let mut told = None;
    for &[start, end] in PAIRS {
        let (Some(from), Some(to)) = (record.moment(start.1), record.moment(end.1)) else {
            continue;
        };
        // A day without a time goes on until it is over.
        let is_before = to.0 < from.0 || (to.1.is_some() && to < from);
        // Both may lie after the end; that it is too early is one mistake.
        let is_news = is_before && told.replace(end) != Some(end);
        if let Some(span) = record.value_span(end.1).filter(|_| is_news) {
            diags.push(Diag::at(span, Field::BackwardFields { start, end }));
        }
    }
}

/// A meeting whose end has a time and whose start has none is shown by its days alone.
fn time_of_end_only(record: &Record, diags: &mut Vec<Diag>) {
    let (start, end) = (("begin", "start"), ("einde", "end"));
    let (Some((day, None)), Some((_, Some(_)))) =
        (record.moment(start.1), record.moment(end.1))
    else {
        return;
    };
    let problem = Field::TimeOfEndOnly { start, end, day };
    diags.extend(record.value_span(end.1).map(|span| Diag::at(span, problem)));
}

fn title(head: &Head, diags: &mut Vec<Diag>) {
    let title = &head.title;
    let length = title.chars().count();
    if length > 90 {
        diags.push(Diag::at(title.span, Field::LongTitle { length }));
    }
    if title.trim_end().ends_with('.') && !title.trim_end().ends_with("..") {
        diags.push(Diag::at(title.span, Field::TitleFullStop));
    }
}

/// Every part of a story has to be told, in a field or below a heading.
fn parts_of_story(meta: &Meta, story: &Story, body: &Body<Written>, diags: &mut Vec<Diag>) {
    let told = parts(meta.kind, body);
    for (part, key) in OF_STORY {
        let in_field = match part {
            Part::Outcome => story.outcome.is_some(),
            Part::Significance => story.significance.is_some(),
            Part::Contribution => story.contribution.text.is_some(),
            _ => story.lesson.is_some(),
        };
        if !in_field && !told.contains(part) {
            diags.push(missing_part(meta, body, *part, key));
        }
    }
}

/// A part of a story that is not there; or whose heading is, on another level.
fn missing_part(meta: &Meta, body: &Body<Written>, part: Part, key: &'static str) -> Diag {
    for block in &body.blocks {
        let Block::Heading(own) = block else { continue };
        let heading = plain_text(&own.content);
        if own.level > 2 && Part::of(meta.kind, &heading) == Some(part) {
            return Diag::at(own.span, Field::SectionLevel { level: own.level, heading });
        }
    }
    let (en, nl) = part_words(part);
    Diag::missing_from(meta.file, Field::MissingSection { key, nl, en })
}

fn part_words(part: Part) -> (&'static str, &'static str) {
    let known = Part::CHOICE.options.iter().find(|(en, _)| *en == part.as_str());
    known.copied().unwrap_or((part.as_str(), part.as_str()))
}

fn parts(kind: DocKind, body: &Body<Written>) -> Vec<Part> {
    let headings = body.sections().into_iter().filter_map(|section| section.heading);
    headings.filter_map(|heading| Part::of(kind, &plain_text(&heading.content))).collect()
}
