//! A document: front matter and Markdown.

use std::cell::RefCell;
use std::ops::Range;
use std::sync::Arc;

use crate::base::{FileId, Lang, OffsetMap, SourcePath, Span};
use crate::diag::problem::Field;
use crate::diag::{Diag, Noted};
use crate::model::body::{Block, Body, Written, plain_text};
use crate::model::{COMPONENTS, DocKind, Document, Front, Head, Meta, Text};
use crate::schema::{self, Record, Reference};
use crate::yaml::{self, FrontMatter, Node};

use super::component;
use super::emails;
use super::headings::{OF_STORY, Part};
use super::markdown;

/// More words than this are too many for a factsheet.
const LONGEST_FACTSHEET: usize = 700;

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

/// Parses a document.
pub fn document(origin: Origin, text: &Arc<str>) -> Noted<Document> {
    let mut diags = Vec::new();
    let file = origin.file;
    let split = yaml::front_matter(text, file).into_value(&mut diags);
    let unreadable = split.is_none();
    let FrontMatter { yaml: fields, body } =
        split.unwrap_or(FrontMatter { yaml: 0..0, body: 0..0 });
    let map = OffsetMap::whole(file, fields.start);
    let node = yaml::read(text.get(fields).unwrap_or_default(), &map).into_value(&mut diags);
    let broken = unreadable || (node.is_none() && diags.iter().any(Diag::is_error));
    let node = node.unwrap_or_else(|| Node::empty_mapping(Span::top(file)));
    let (record, references) = schema::read(origin.kind.table(), &node);
    // Fields that could not be read at all are not also said to be missing.
    let (record, mut field_diags) =
        (record.value, if broken { Vec::new() } else { record.diags });
    ends_after_start(&record, &mut field_diags);
    let head = Head::from_record(&record, &origin.id);
    if head.draft {
        schema::lenient(&mut field_diags);
    }
    diags.extend(field_diags);
    if !broken {
        title(&head, &mut diags);
    }
    let references = RefCell::new(references);
    let tree = markdown(file, &origin.lang, (text, body.clone()), &references);
    let tree = tree.into_value(&mut diags);
    let meta = Meta {
        kind: origin.kind,
        front: Front::from_record(origin.kind, &record),
        id: origin.id,
        lang: origin.lang,
        file,
        path: origin.path,
        head,
        is_readable: !broken,
    };
    if !broken {
        text_rules(&meta, &tree, &mut diags);
    }
    let headings = tree.headings().into_iter();
    let typed = emails::asks(file, text, &body);
    let text = Text {
        source: Arc::clone(text),
        range: body,
        anchors: headings.map(|heading| heading.id.clone()).collect(),
        first_paragraph: markdown::first_paragraph(&tree.blocks).map(Arc::from),
        references: references.into_inner().into(),
    };
    let asks = tree.into_asks().into_iter().chain(typed).collect();
    Noted::new(Document { meta: Arc::new(meta), text, asks }, diags)
}

/// The tree of a text that was parsed before; what is wrong with it was said then.
pub fn body(meta: &Meta, text: &Text) -> Body<Written> {
    let range = text.range.clone();
    markdown(meta.file, &meta.lang, (&text.source, range), &RefCell::default()).value
}

fn markdown(
    file: FileId,
    lang: &Lang,
    (source, range): (&str, Range<usize>),
    references: &RefCell<Vec<Reference>>,
) -> Noted<Body<Written>> {
    let read_component = |name: &str, text: &str, map: &OffsetMap| {
        component::read(name, text, map, &mut references.borrow_mut())
    };
    let options = markdown::Options {
        lang: lang.clone(),
        components: COMPONENTS,
        read_component: &read_component,
    };
    let map = OffsetMap::whole(file, range.start);
    markdown::parse(source.get(range).unwrap_or_default(), &map, &options)
}

/// Of a meeting, and of the time in which a document is shown.
fn ends_after_start(record: &Record, diags: &mut Vec<Diag>) {
    const PAIRS: &[[(&str, &str); 2]] = &[
        [("begin", "start"), ("einde", "end")],
        [("embargo", "embargo"), ("verloopt", "expires")],
    ];
    for &[start, end] in PAIRS {
        let (Some(from), Some(to)) = (record.moment(start.1), record.moment(end.1)) else {
            continue;
        };
        // A day without a time goes on until it is over.
        let is_before = to.0 < from.0 || (to.1.is_some() && to < from);
        if let Some(span) = record.value_span(end.1).filter(|_| is_before) {
            diags.push(Diag::at(span, Field::BackwardFields { start, end }));
        }
    }
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

fn text_rules(meta: &Meta, body: &Body<Written>, diags: &mut Vec<Diag>) {
    match &meta.front {
        Front::Factsheet(_) => {
            let words = markdown::words(&body.blocks);
            if words > LONGEST_FACTSHEET {
                diags.push(Diag::at(meta.head.title.span, Field::LongFactsheet { words }));
            }
        }
        Front::Story(story) => {
            let told = parts(meta.kind, body);
            for (part, key) in OF_STORY {
                let in_field = match part {
                    Part::Outcome => story.outcome.is_some(),
                    Part::Significance => story.significance.is_some(),
                    Part::Contribution => story.contribution.text.is_some(),
                    _ => story.lesson.is_some(),
                };
                if !in_field && !told.contains(part) {
                    diags.push(missing_part(meta, body, (*part, key)));
                }
            }
        }
        _ => {}
    }
}

/// A part of a story that is not there; or whose heading is, on another level.
fn missing_part(meta: &Meta, body: &Body<Written>, (part, key): (Part, &'static str)) -> Diag {
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
