//! The parser's events → the tree. Works with a stack of its own, so that deep nesting ends
//! in a message and not in a crash.

use std::collections::{BTreeMap, BTreeSet};
use std::ops::Range;

use serde_saphyr::granit_parser::{Event, Options, Parser, ScalarStyle, Span as ParserSpan};

use super::stumble::Stumble;
use super::{Entry, Node, Scalar, Value, lost, mistakes};
use crate::base::{OffsetMap, Span, Spanned};
use crate::diag::Diag;
use crate::diag::problem::Yaml;

/// The deepest nesting; the content model needs five levels.
const DEEPEST: usize = 64;
/// The most values in one text, copies by `*name` included.
const MOST_NODES: usize = 100_000;
/// The most values that come into being by `*name`.
const MOST_COPIES: usize = 10_000;

/// What came of a text that the parser could read.
#[derive(Debug)]
pub(super) struct Built {
    /// The tree; `None` when the text holds nothing.
    pub(super) root: Option<Node>,
    /// Keys that stand twice, references that lead nowhere.
    pub(super) diags: Vec<Diag>,
}

/// Builds the tree of a text, or tells where the parser stumbled. The text may be a mended
/// form of what was written, of the same length.
pub(super) fn build(text: &str, written: &str, map: &OffsetMap) -> Result<Built, Stumble> {
    let mut options = Options::default();
    options.emit_comments = false;
    options.emit_anchor_events = true;
    options.emit_unresolved_aliases = true;
    let mut builder = Builder::new(text, written, map);
    for event in Parser::new_from_str_with_options(text, options) {
        let (event, span) = event.map_err(|error| Stumble::of(text, &error))?;
        if let Some((range, problem)) = lost::tag(&event, &span) {
            builder.note(&range, problem);
        }
        if let Go::Stop = builder.take(event, &range(&span))? {
            break;
        }
    }
    Ok(builder.finish())
}

fn range(span: &ParserSpan) -> Range<usize> {
    // Both offsets are always there for a text in memory.
    span.byte_range().unwrap_or(0..0)
}

enum Go {
    On,
    Stop,
}

/// A node with what the limits need to know of it.
#[derive(Clone)]
struct Part {
    node: Node,
    range: Range<usize>,
    /// How many values it holds, itself included.
    nodes: usize,
    /// How many levels it has, itself included.
    depth: usize,
}

/// A list or mapping that is still open.
struct Frame {
    start: usize,
    /// Where its last child so far ends.
    end: usize,
    anchor: usize,
    nodes: usize,
    depth: usize,
    kind: Kind,
}

enum Kind {
    List(Vec<Node>),
    Mapping { entries: Vec<Entry>, seen: BTreeMap<String, Span>, key: Key },
}

/// Where a mapping is between key and value.
enum Key {
    /// A key comes next.
    Expected,
    /// This key waits for its value.
    Waits(Spanned<String>),
    /// The value that comes next is not kept: its key stands twice or is no key.
    Refused,
}

struct Builder<'a> {
    text: &'a str,
    written: &'a str,
    map: &'a OffsetMap,
    stack: Vec<Frame>,
    root: Option<Node>,
    documents: usize,
    nodes: usize,
    copies: usize,
    anchors: BTreeMap<usize, Part>,
    /// Where each anchor stands that no `*name` has used yet.
    unused: BTreeMap<usize, Range<usize>>,
    used: BTreeSet<usize>,
    diags: Vec<Diag>,
}

impl<'a> Builder<'a> {
    fn new(text: &'a str, written: &'a str, map: &'a OffsetMap) -> Self {
        Self {
            text,
            written,
            map,
            stack: Vec::new(),
            root: None,
            documents: 0,
            nodes: 0,
            copies: 0,
            anchors: BTreeMap::new(),
            unused: BTreeMap::new(),
            used: BTreeSet::new(),
            diags: Vec::new(),
        }
    }

    fn take(&mut self, event: Event<'_>, range: &Range<usize>) -> Result<Go, Stumble> {
        match event {
            Event::DocumentStart(..) => {
                self.documents += 1;
                if self.documents > 1 {
                    self.note(range, Yaml::SecondStart);
                    return Ok(Go::Stop);
                }
            }
            Event::Scalar(text, style, anchor, tag) => {
                let text_tag = tag.is_some_and(|tag| tag.core_suffix() == Some("str"));
                let plain = matches!(style, ScalarStyle::Plain) && !text_tag;
                if let Some((range, problem)) =
                    lost::comment(self.text, range).filter(|_| plain)
                {
                    self.note(&range, problem);
                }
                let value = self.scalar(&text, plain, range);
                let inside = self.text.get(range.clone()).unwrap_or_default();
                let range = range.start..range.start + inside.trim_end().len();
                self.leaf(value, range, anchor)?;
            }
            Event::SequenceStart(_, anchor, _) => {
                self.open(range, anchor, Kind::List(Vec::new()))?;
            }
            Event::MappingStart(_, anchor, _) => {
                let seen = BTreeMap::new();
                let kind = Kind::Mapping { entries: Vec::new(), seen, key: Key::Expected };
                self.open(range, anchor, kind)?;
            }
            Event::SequenceEnd | Event::MappingEnd => self.close(range)?,
            Event::Anchor(id, _) => {
                self.unused.insert(id, range.clone());
            }
            Event::Alias(id) => self.copy(id, range)?,
            Event::UnresolvedAlias(_) => {
                self.note(range, Yaml::NeedsQuotes { character: '*', quoted: None });
                let text = self.text.get(range.clone()).unwrap_or_default().to_owned();
                let value = Value::Scalar(Scalar { text, quoted: true });
                self.leaf(value, range.clone(), 0)?;
            }
            _ => {}
        }
        Ok(Go::On)
    }

    fn scalar(&self, text: &str, plain: bool, range: &Range<usize>) -> Value {
        let mended = self.text.get(range.clone()) != self.written.get(range.clone());
        if plain && mended {
            let written = self.written.get(range.clone()).unwrap_or_default();
            let text = mistakes::unmend(text, written);
            return Value::Scalar(Scalar { text, quoted: true });
        }
        if plain && (range.is_empty() || matches!(text, "~" | "null" | "Null" | "NULL")) {
            return Value::Null;
        }
        Value::Scalar(Scalar { text: text.to_owned(), quoted: !plain })
    }

    fn leaf(
        &mut self,
        value: Value,
        range: Range<usize>,
        anchor: usize,
    ) -> Result<(), Stumble> {
        self.nodes += 1;
        let node = Node::new(value, self.map.span(range.clone()));
        self.put(Part { node, range, nodes: 1, depth: 1 }, anchor)
    }

    fn open(&mut self, at: &Range<usize>, anchor: usize, kind: Kind) -> Result<(), Stumble> {
        if self.stack.len() >= DEEPEST {
            return Err(Stumble::too_complex(at.start));
        }
        self.nodes += 1;
        let (start, end) = (at.start, at.end);
        self.stack.push(Frame { start, end, anchor, nodes: 1, depth: 1, kind });
        Ok(())
    }

    fn close(&mut self, at: &Range<usize>) -> Result<(), Stumble> {
        let Some(frame) = self.stack.pop() else { return Ok(()) };
        // A bracket ends where it stands, a block where its last child ends.
        let end = if at.is_empty() { frame.end } else { at.end };
        let range = frame.start..end.max(frame.start);
        let value = match frame.kind {
            Kind::List(items) => Value::List(items),
            Kind::Mapping { entries, .. } => Value::Mapping(entries),
        };
        let node = Node::new(value, self.map.span(range.clone()));
        self.put(Part { node, range, nodes: frame.nodes, depth: frame.depth }, frame.anchor)
    }

    /// Puts the node that `*name` stands for in its place.
    fn copy(&mut self, id: usize, at: &Range<usize>) -> Result<(), Stumble> {
        self.used.insert(id);
        // An anchor that is still open refers to itself.
        let Some(anchored) = self.anchors.get(&id) else {
            return Err(Stumble::too_complex(at.start));
        };
        self.copies += anchored.nodes;
        self.nodes += anchored.nodes;
        if self.copies > MOST_COPIES {
            return Err(Stumble::too_complex(at.start));
        }
        let mut part = anchored.clone();
        part.range = at.clone();
        part.node.span = self.map.span(at.clone());
        self.put(part, 0)
    }

    /// Hands a finished node to the list or mapping it belongs to.
    fn put(&mut self, part: Part, anchor: usize) -> Result<(), Stumble> {
        if self.nodes > MOST_NODES
            || self.copies > MOST_COPIES
            || self.stack.len() + part.depth > DEEPEST
        {
            return Err(Stumble::too_complex(part.range.start));
        }
        if anchor != 0 {
            self.copies += part.nodes;
            self.anchors.insert(anchor, part.clone());
        }
        let Some(frame) = self.stack.last_mut() else {
            self.root.get_or_insert(part.node);
            return Ok(());
        };
        frame.start = frame.start.min(part.range.start);
        frame.end = frame.end.max(part.range.end);
        frame.nodes += part.nodes;
        frame.depth = frame.depth.max(part.depth + 1);
        match &mut frame.kind {
            Kind::List(items) => items.push(part.node),
            Kind::Mapping { entries, seen, key } => match std::mem::replace(key, Key::Expected)
            {
                Key::Waits(key) => entries.push(Entry { key, value: part.node }),
                Key::Refused => {}
                Key::Expected if goes_on_as_decimals(self.text, &part, entries) => {
                    *key = Key::Refused;
                }
                Key::Expected => *key = next_key(self.text, part, seen, &mut self.diags)?,
            },
        }
        Ok(())
    }

    fn note(&mut self, range: &Range<usize>, problem: Yaml) {
        self.diags.push(Diag::at(self.map.span(range.clone()), problem));
    }

    fn finish(mut self) -> Built {
        // `&name` that nothing uses was meant as text, and the text would lose it.
        for (id, range) in std::mem::take(&mut self.unused) {
            if !self.used.contains(&id) {
                self.note(&range, Yaml::NeedsQuotes { character: '&', quoted: None });
            }
        }
        let root = self.root.filter(|root| root.value != Value::Null);
        Built { root, diags: self.diags }
    }
}

/// Whether a key between braces is what stands behind the comma of a Dutch number: `{value: 12,5}`.
/// It is then put back, so that the field tells what is wrong with its number, and no half of a
/// number is left.
fn goes_on_as_decimals(text: &str, part: &Part, entries: &mut [Entry]) -> bool {
    let Value::Scalar(behind) = &part.node.value else { return false };
    let around = (text.get(..part.range.start), text.get(part.range.end..));
    let (Some(before), Some(after)) = around else { return false };
    let ends_in_digit = |own: &str| own.ends_with(|c: char| c.is_ascii_digit());
    let is_behind_comma = before.strip_suffix(',').is_some_and(ends_in_digit);
    let has_value = after.trim_start().starts_with(':');
    if !is_behind_comma || has_value || !behind.text.starts_with(|c: char| c.is_ascii_digit()) {
        return false;
    }
    let Some(last) = entries.last_mut() else { return false };
    match &mut last.value.value {
        Value::Scalar(number) if !number.quoted && ends_in_digit(&number.text) => {
            number.text = format!("{},{}", number.text, behind.text);
            last.value.span = last.value.span.to(part.node.span);
            true
        }
        _ => false,
    }
}

/// The key that a finished node makes.
fn next_key(
    text: &str,
    part: Part,
    seen: &mut BTreeMap<String, Span>,
    diags: &mut Vec<Diag>,
) -> Result<Key, Stumble> {
    let span = part.node.span;
    let key = match part.node.value {
        Value::Scalar(scalar) => scalar.text,
        Value::Null if part.range.is_empty() => {
            diags.push(Diag::at(span, Yaml::NotAField { key: None }));
            return Ok(Key::Refused);
        }
        Value::Null => text.get(part.range.clone()).unwrap_or_default().to_owned(),
        // `{{ name }}` and `[name]: …` look like text to who wrote them.
        Value::List(_) | Value::Mapping(_) => return Err(Stumble::no_key(part.range.start)),
    };
    // It was meant to indent the key, as a space does.
    let is_plain = text.get(part.range.clone()).is_some_and(|own| own.starts_with(&*key));
    if is_plain && key.starts_with(char::is_whitespace) {
        return Err(Stumble::odd_indent(part.range.start));
    }
    if let Some(first) = seen.get(&key) {
        diags.push(Diag::at(span, Yaml::DuplicateKey { key }).related(*first));
        return Ok(Key::Refused);
    }
    seen.insert(key.clone(), span);
    Ok(Key::Waits(Spanned::new(key, span)))
}
