//! Running text as plain text: the words, and every address on a line of its own.

use crate::model::Target;
use crate::model::body::{Block, Definition, Inline, List, Resolved, Table, plain_text};

use super::address::Passage;
use super::tree::{DEEPEST, Part, component, medium};
use super::tree_html::picture_words;
use super::wrap::{COLUMNS, clean, names, wrap};

/// Running text in lines, blocks with an empty line between them.
pub(super) fn tree_text(passage: Passage<'_>, blocks: &[Block<Resolved>]) -> Vec<String> {
    Writer { passage }.blocks(blocks, COLUMNS, 0)
}

struct Writer<'a> {
    passage: Passage<'a>,
}

/// The words of a passage, a line break where one was asked for, and the links in it.
#[derive(Default)]
struct Words {
    text: String,
    links: Vec<(String, String)>,
}

impl Writer<'_> {
    fn blocks(&self, blocks: &[Block<Resolved>], columns: usize, depth: usize) -> Vec<String> {
        let mut lines = Vec::new();
        if depth < DEEPEST {
            for block in blocks {
                separate(&mut lines, self.block(block, columns, depth));
            }
        }
        lines
    }

    fn block(&self, block: &Block<Resolved>, columns: usize, depth: usize) -> Vec<String> {
        match block {
            Block::Heading(heading) => self.flow(&heading.content, columns),
            Block::Paragraph { content, .. } => self.flow(content, columns),
            Block::Quote(blocks) => self.inset(blocks, "> ", columns, depth),
            Block::Alert { kind, blocks } => {
                let mut lines = wrap(self.passage.setting.words.alert(*kind), columns);
                lines.extend(self.inset(blocks, "  ", columns, depth));
                lines
            }
            Block::List(list) => self.list(list, columns, depth),
            Block::Definitions(definitions) => self.definitions(definitions, columns, depth),
            Block::Table(table) => self.table(table, columns),
            Block::Code { text, .. } => code(text, columns),
            Block::RawHtml(text) => wrap(text, columns),
            Block::Figure(picture) => {
                let words = &self.passage.setting.words;
                self.part(&medium(words, picture.medium.as_deref()), columns)
            }
            Block::Component { component: drawing, .. } => {
                self.part(&component(self.passage.setting, drawing), columns)
            }
            Block::Rule => vec!["* * *".to_owned()],
        }
    }

    fn inset(
        &self,
        blocks: &[Block<Resolved>],
        by: &str,
        columns: usize,
        depth: usize,
    ) -> Vec<String> {
        let inner = inner_columns(columns, by);
        let lines = self.blocks(blocks, inner, depth + 1);
        if inner == columns { lines } else { prefixed(lines, by, by) }
    }

    fn list(&self, list: &List<Resolved>, columns: usize, depth: usize) -> Vec<String> {
        let mut lines = Vec::new();
        for (at, item) in (0_u64..).zip(&list.items) {
            let mut marker = match list.start {
                Some(start) => format!("{}. ", start.saturating_add(at)),
                None => "- ".to_owned(),
            };
            if let Some(done) = item.task {
                marker.push_str(if done { "[x] " } else { "[ ] " });
            }
            let rest = " ".repeat(marker.len());
            let inner = inner_columns(columns, &marker);
            let mut body = self.blocks(&item.blocks, inner, depth + 1);
            if body.is_empty() {
                body.push(String::new());
            }
            let body = if inner == columns { body } else { prefixed(body, &marker, &rest) };
            if item.tight { lines.extend(body) } else { separate(&mut lines, body) }
        }
        lines
    }

    fn definitions(
        &self,
        all: &[Definition<Resolved>],
        columns: usize,
        depth: usize,
    ) -> Vec<String> {
        let mut lines = Vec::new();
        for definition in all {
            let mut body = self.flow(&definition.term, columns);
            for detail in &definition.details {
                body.extend(self.inset(detail, "  ", columns, depth));
            }
            separate(&mut lines, body);
        }
        lines
    }

    /// Each row as its cells with the names of their columns: columns side by side do not fit.
    fn table(&self, table: &Table<Resolved>, columns: usize) -> Vec<String> {
        let names: Vec<String> = table.head.iter().map(|cell| plain_text(cell)).collect();
        let mut lines = Vec::new();
        for row in &table.rows {
            let mut body = Vec::new();
            for (at, cell) in row.iter().enumerate() {
                let mut words = self.words(cell);
                if let Some(name) = names.get(at).filter(|name| !name.trim().is_empty()) {
                    words.text.insert_str(0, &format!("{name}: "));
                }
                body.extend(laid_out(&words, columns));
            }
            separate(&mut lines, body);
        }
        lines
    }

    fn part(&self, part: &Part, columns: usize) -> Vec<String> {
        match part {
            Part::Figures(figures) => figures
                .iter()
                .flat_map(|figure| {
                    let note = figure.note(&self.passage.setting.words);
                    wrap(&format!("{}: {note}", figure.amount()), columns)
                })
                .collect(),
            Part::Quote(quote) => {
                let mut lines = wrap(&quote.marked(), columns);
                if !quote.by.is_empty() {
                    lines.extend(wrap(&format!("— {}", quote.by), columns));
                }
                lines
            }
            Part::Chart(chart) => {
                let mut lines = wrap(&format!("{}:", chart.words), columns);
                lines.extend(self.passage.address(&Target::Here(chart.id.clone())));
                lines.extend(wrap(&chart.alt, columns));
                lines.extend(self.passage.beside(&chart.name));
                lines
            }
            Part::OnWeb(words) => match self.passage.web() {
                Some(url) => {
                    let mut lines = wrap(&format!("{words}:"), columns);
                    lines.push(url);
                    lines
                }
                None => wrap(words, columns),
            },
            Part::Nothing => Vec::new(),
        }
    }

    fn flow(&self, content: &[Inline<Resolved>], columns: usize) -> Vec<String> {
        laid_out(&self.words(content), columns)
    }

    fn words(&self, content: &[Inline<Resolved>]) -> Words {
        let mut words = Words::default();
        self.collect(&mut words, content, 0);
        words
    }

    fn collect(&self, words: &mut Words, content: &[Inline<Resolved>], depth: usize) {
        if depth > DEEPEST {
            return;
        }
        for inline in content {
            match inline {
                Inline::Text(text) | Inline::RawHtml(text) | Inline::Code(text) => {
                    words.text.push_str(&text.replace('\n', " "));
                }
                Inline::Term(term) => words.text.push_str(&term.text.replace('\n', " ")),
                Inline::Emphasis(inner) | Inline::Strong(inner) | Inline::Strike(inner) => {
                    self.collect(words, inner, depth + 1);
                }
                Inline::Link(link) => {
                    self.collect(words, &link.content, depth + 1);
                    let label = clean(&plain_text(&link.content));
                    if let Some(url) =
                        self.passage.address(&link.target).filter(|_| !label.is_empty())
                    {
                        words.text.push_str(&link.target.behind_words());
                        words.links.push((label, url));
                    }
                }
                Inline::Picture(picture) => words.text.push_str(picture_words(picture)),
                Inline::FootnoteReference { .. } => {}
                Inline::SoftBreak => words.text.push(' '),
                Inline::LineBreak => words.text.push('\n'),
            }
        }
    }
}

/// The words, then the addresses; one alone needs no words, more say which is which.
fn laid_out(words: &Words, columns: usize) -> Vec<String> {
    let mut lines: Vec<String> =
        words.text.split('\n').flat_map(|line| wrap(line, columns)).collect();
    for (label, url) in &words.links {
        let bare = url.strip_prefix("mailto:").or_else(|| url.strip_prefix("tel:"));
        // Words that are the address say it already.
        let is_said = |text: &str| names(text, bare.unwrap_or(url));
        if is_said(label) && is_said(&words.text) {
            continue;
        }
        if words.links.len() > 1 {
            lines.extend(wrap(&format!("{label}:"), columns));
        }
        lines.push(bare.unwrap_or(url).to_owned());
    }
    lines
}

fn code(text: &str, columns: usize) -> Vec<String> {
    let mut lines = Vec::new();
    for line in text.lines() {
        let indent = line.len() - line.trim_start_matches(' ').len();
        let by = " ".repeat(indent.min(columns / 2));
        lines.extend(prefixed(wrap(line, columns - by.len()), &by, &by));
    }
    lines
}

/// The columns that are left behind a prefix; the whole width, and no prefix, once there is
/// hardly room for words.
fn inner_columns(columns: usize, prefix: &str) -> usize {
    columns.checked_sub(prefix.len()).filter(|left| *left >= 30).unwrap_or(columns)
}

fn prefixed(lines: Vec<String>, first: &str, rest: &str) -> Vec<String> {
    let with = |(at, line): (usize, String)| {
        let prefix = if at == 0 { first } else { rest };
        format!("{prefix}{line}").trim_end().to_owned()
    };
    lines.into_iter().enumerate().map(with).collect()
}

fn separate(lines: &mut Vec<String>, more: Vec<String>) {
    if !lines.is_empty() && !more.is_empty() {
        lines.push(String::new());
    }
    lines.extend(more);
}
