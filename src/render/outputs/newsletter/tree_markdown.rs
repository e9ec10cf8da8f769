//! Running text as Markdown that any CommonMark reader reads back as it was.

use std::cell::Cell;

use crate::model::Target;
use crate::model::body::{Block, Inline, List, Resolved, Table};

use super::address::Passage;
use super::markdown_text::{self, escape, escape_inline, link, paragraph};
use super::tree::{DEEPEST, Part, component, heading_level, medium};
use super::tree_html::picture_words;

/// Running text as blocks of Markdown with an empty line between them, without a last line end.
pub(super) fn tree_markdown(passage: Passage<'_>, blocks: &[Block<Resolved>]) -> String {
    Writer { passage, level: Cell::new(1) }.blocks(blocks, 0)
}

struct Writer<'a> {
    passage: Passage<'a>,
    /// The level of the last heading.
    level: Cell<u8>,
}

impl Writer<'_> {
    fn blocks(&self, blocks: &[Block<Resolved>], depth: usize) -> String {
        if depth >= DEEPEST {
            return String::new();
        }
        let mut written = Vec::new();
        let mut lists = 0;
        for block in blocks {
            // Two lists after each other would be read as one; the other marker parts them.
            lists = if matches!(block, Block::List(_)) { lists + 1 } else { 0 };
            let text = match block {
                Block::List(list) => self.list(list, lists % 2 == 0, depth),
                other => self.block(other, depth),
            };
            if !text.is_empty() {
                written.push(text);
            }
        }
        written.join("\n\n")
    }

    fn block(&self, block: &Block<Resolved>, depth: usize) -> String {
        match block {
            Block::Heading(heading) => {
                self.level.set(heading_level(heading.level, self.level.get()));
                let words = self.inlines(&heading.content, 0);
                markdown_text::heading(
                    self.level.get(),
                    &words.replace("\\\n", " ").replace('\n', " "),
                )
            }
            Block::Paragraph { content, .. } => paragraph(&self.inlines(content, 0)),
            Block::Quote(blocks) => prefixed(&self.blocks(blocks, depth + 1), "> ", "> "),
            Block::Alert { kind, blocks } => {
                let word = escape(self.passage.setting.words.alert(*kind));
                let text = self.blocks(blocks, depth + 1);
                prefixed(&format!("**{word}**\n\n{text}"), "> ", "> ")
            }
            Block::List(list) => self.list(list, false, depth),
            Block::Definitions(definitions) => {
                let mut written = Vec::new();
                for definition in definitions {
                    written.push(format!("**{}**", self.inlines(&definition.term, 0)));
                    written
                        .extend(definition.details.iter().map(|d| self.blocks(d, depth + 1)));
                }
                written.join("\n\n")
            }
            Block::Table(table) => self.table(table),
            Block::Code { language, text } => code(language.as_deref(), text),
            Block::RawHtml(text) => paragraph(&escape(text)),
            Block::Figure(picture) => {
                self.part(&medium(&self.passage.setting.words, picture.medium.as_deref()))
            }
            Block::Component { component: drawing, .. } => {
                self.part(&component(self.passage.setting, drawing))
            }
            Block::Rule => "***".to_owned(),
        }
    }

    fn list(&self, list: &List<Resolved>, other_marker: bool, depth: usize) -> String {
        let mut items = Vec::new();
        for (at, item) in (0_u64..).zip(&list.items) {
            let marker = match (list.start, other_marker) {
                // Markdown reads at most nine digits.
                (Some(start), false) => {
                    format!("{}. ", start.saturating_add(at) % 1_000_000_000)
                }
                (Some(start), true) => {
                    format!("{}) ", start.saturating_add(at) % 1_000_000_000)
                }
                (None, false) => "- ".to_owned(),
                (None, true) => "* ".to_owned(),
            };
            let mut text = self.blocks(&item.blocks, depth + 1);
            if let Some(done) = item.task {
                text.insert_str(0, if done { "[x] " } else { "[ ] " });
            }
            items.push(prefixed(&text, &marker, &" ".repeat(marker.len())));
        }
        let tight = list.items.iter().all(|item| item.tight);
        items.join(if tight { "\n" } else { "\n\n" })
    }

    fn table(&self, table: &Table<Resolved>) -> String {
        let row = |cells: &[Vec<Inline<Resolved>>]| {
            let cells: Vec<String> =
                cells.iter().map(|cell| one_line(&self.inlines(cell, 0))).collect();
            format!("| {} |", cells.join(" | "))
        };
        let mut rows = vec![row(&table.head)];
        rows.push(format!("|{}", " --- |".repeat(table.head.len())));
        rows.extend(table.rows.iter().map(|cells| row(cells)));
        rows.join("\n")
    }

    fn part(&self, part: &Part) -> String {
        match part {
            Part::Figures(figures) => {
                let line = |figure: &super::MailFigure| {
                    let note = figure.note(&self.passage.setting.words);
                    format!("- **{}**: {}", escape(&figure.amount()), escape(&note))
                };
                figures.iter().map(line).collect::<Vec<_>>().join("\n")
            }
            Part::Quote(quote) => quote_markdown(quote),
            Part::Chart(chart) => {
                let picture = self.passage.beside(&chart.name);
                let picture = picture
                    .map(|url| format!("!{}\n\n", link(&escape(&chart.alt), Some(&url))));
                let address = self.passage.address(&Target::Here(chart.id.clone()));
                picture.unwrap_or_default() + &link(&escape(&chart.words), address.as_deref())
            }
            Part::OnWeb(words) => link(&escape(words), self.passage.web().as_deref()),
            Part::Nothing => String::new(),
        }
    }

    fn inlines(&self, content: &[Inline<Resolved>], depth: usize) -> String {
        let mut out = String::new();
        if depth > DEEPEST {
            return out;
        }
        for inline in content {
            match inline {
                Inline::Text(text) | Inline::RawHtml(text) => {
                    out.push_str(&escape_inline(&text.replace('\n', " ")));
                }
                Inline::Term(term) => {
                    out.push_str(&escape_inline(&term.text.replace('\n', " ")));
                }
                Inline::Code(text) => out.push_str(&code_span(text)),
                Inline::Emphasis(inner) => out.push_str(&self.marked("*", inner, depth)),
                Inline::Strong(inner) => out.push_str(&self.marked("**", inner, depth)),
                Inline::Strike(inner) => out.push_str(&self.marked("~~", inner, depth)),
                Inline::Link(written) => {
                    let mut words = self.inlines(&written.content, depth + 1);
                    // Without words there is nothing to follow.
                    let has_words = !words.trim().is_empty();
                    let address = self.passage.address(&written.target).filter(|_| has_words);
                    if address.is_some() {
                        words.push_str(&escape_inline(&written.target.behind_words()));
                    }
                    // `!` before a link would make it a picture.
                    if out.ends_with('!') {
                        out.pop();
                        out.push_str("\\!");
                    }
                    out.push_str(&link(&words, address.as_deref()));
                }
                Inline::Picture(picture) => {
                    out.push_str(&escape_inline(picture_words(picture)));
                }
                Inline::FootnoteReference { .. } => {}
                Inline::SoftBreak => out.push('\n'),
                Inline::LineBreak => out.push_str("\\\n"),
            }
        }
        out
    }

    fn marked(&self, mark: &str, inner: &[Inline<Resolved>], depth: usize) -> String {
        let words = self.inlines(inner, depth + 1);
        if words.trim().is_empty() { words } else { format!("{mark}{words}{mark}") }
    }
}

/// A quotation with who said it.
pub(super) fn quote_markdown(quote: &super::MailQuote) -> String {
    let words = paragraph(&escape(&quote.marked()));
    if quote.by.is_empty() {
        return format!("> {words}");
    }
    format!("> {words}\n>\n> — {}", escape(&quote.by))
}

fn code(language: Option<&str>, text: &str) -> String {
    let fence = "`".repeat(longest_run(text).max(2) + 1);
    let language: String = language
        .unwrap_or_default()
        .chars()
        .filter(|c| c.is_alphanumeric() || *c == '-')
        .collect();
    format!("{fence}{language}\n{}\n{fence}", text.trim_end_matches('\n'))
}

fn code_span(text: &str) -> String {
    let text = text.replace('\n', " ");
    let fence = "`".repeat(longest_run(&text) + 1);
    if text.starts_with('`') || text.ends_with('`') {
        format!("{fence} {text} {fence}")
    } else {
        format!("{fence}{text}{fence}")
    }
}

/// A cell of a table: no line end, and no bar that is not escaped, as code may have.
fn one_line(cell: &str) -> String {
    let mut out = String::with_capacity(cell.len());
    let mut before = ' ';
    for c in cell.replace("\\\n", " ").chars() {
        if c == '|' && before != '\\' {
            out.push('\\');
        }
        out.push(if c == '\n' { ' ' } else { c });
        before = c;
    }
    out
}

/// The longest run of backticks.
fn longest_run(text: &str) -> usize {
    text.split(|c| c != '`').map(str::len).max().unwrap_or(0)
}

fn prefixed(text: &str, first: &str, rest: &str) -> String {
    let with = |(at, line): (usize, &str)| {
        let prefix = if at == 0 { first } else { rest };
        format!("{prefix}{line}").trim_end().to_owned()
    };
    text.split('\n').enumerate().map(with).collect::<Vec<_>>().join("\n")
}
