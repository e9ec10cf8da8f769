//! Running text as the HTML of mail.

use crate::model::Target;
use crate::model::body::{
    Block, Definition, Heading, Inline, List, Resolved, Table, plain_text,
};

use super::MailQuote;
use super::address::Passage;
use super::item::figure_html;
use super::markup::{Markup, in_language};
use super::styles::Styles;
use super::tree::{DEEPEST, MailChart, Part, component, heading_level, medium};

/// Appends running text. Its headings stand below the edition's one title, without gaps.
pub(super) fn tree_html(
    markup: &mut Markup,
    passage: Passage<'_>,
    styles: &Styles,
    blocks: &[Block<Resolved>],
) {
    Writer { passage, styles, markup, level: 1, depth: 0 }.blocks(blocks);
}

struct Writer<'a> {
    passage: Passage<'a>,
    styles: &'a Styles,
    markup: &'a mut Markup,
    /// The level of the last heading.
    level: u8,
    depth: usize,
}

impl Writer<'_> {
    fn blocks(&mut self, blocks: &[Block<Resolved>]) {
        if self.depth < DEEPEST {
            self.depth += 1;
            for block in blocks {
                self.block(block);
            }
            self.depth -= 1;
        }
    }

    fn block(&mut self, block: &Block<Resolved>) {
        match block {
            Block::Heading(heading) => self.heading(heading),
            Block::Paragraph { content, .. } => self.paragraph(content),
            Block::Quote(blocks) => self.indented(blocks),
            Block::Alert { kind, blocks } => {
                let word = self.passage.setting.words.alert(*kind).to_owned();
                self.markup.open("p", &[("style", &self.styles.paragraph)]);
                self.markup.element("strong", &[], &word).raw("</p>\n");
                self.indented(blocks);
            }
            Block::List(list) => self.list(list),
            Block::Definitions(definitions) => self.definitions(definitions),
            Block::Table(table) => self.table(table),
            Block::Code { text, .. } => self.code(text),
            Block::RawHtml(text) => {
                self.markup.element("p", &[("style", &self.styles.paragraph)], text).raw("\n");
            }
            Block::Figure(picture) => {
                self.part(&medium(&self.passage.setting.words, picture.medium.as_deref()));
            }
            Block::Component { component: drawing, .. } => {
                self.part(&component(self.passage.setting, drawing));
            }
            Block::Rule => {
                self.markup
                    .element("p", &[("style", &self.styles.paragraph)], "* * *")
                    .raw("\n");
            }
        }
    }

    fn heading(&mut self, heading: &Heading<Resolved>) {
        self.level = heading_level(heading.level, self.level);
        let name = ["h2", "h3", "h4"].get(usize::from(self.level) - 2).copied().unwrap_or("h4");
        let style =
            if self.level == 2 { &self.styles.heading } else { &self.styles.heading_line };
        self.markup.open(name, &[("style", style)]);
        self.inlines(&heading.content, 0);
        self.markup.close(name).raw("\n");
    }

    fn paragraph(&mut self, content: &[Inline<Resolved>]) {
        self.markup.open("p", &[("style", &self.styles.paragraph)]);
        self.inlines(content, 0);
        self.markup.raw("</p>\n");
    }

    fn indented(&mut self, blocks: &[Block<Resolved>]) {
        self.markup.open("blockquote", &[("style", "margin:0 0 12px 24px")]).raw("\n");
        self.blocks(blocks);
        self.markup.raw("</blockquote>\n");
    }

    fn list(&mut self, list: &List<Resolved>) {
        let name = if list.start.is_some() { "ol" } else { "ul" };
        let start = list.start.filter(|start| *start != 1).map(|start| start.to_string());
        let mut attributes = vec![("style", "margin:0 0 12px 0")];
        attributes.extend(start.as_deref().map(|start| ("start", start)));
        self.markup.open(name, &attributes).raw("\n");
        for item in &list.items {
            self.markup.raw("<li>");
            if let Some(done) = item.task {
                self.markup.text(if done { "☑ " } else { "☐ " });
            }
            for block in &item.blocks {
                match block {
                    Block::Paragraph { content, .. } if item.tight => self.inlines(content, 0),
                    other => self.blocks(std::slice::from_ref(other)),
                }
            }
            self.markup.raw("</li>\n");
        }
        self.markup.close(name).raw("\n");
    }

    fn definitions(&mut self, definitions: &[Definition<Resolved>]) {
        for definition in definitions {
            self.markup.open("p", &[("style", &self.styles.paragraph)]).raw("<strong>");
            self.inlines(&definition.term, 0);
            self.markup.raw("</strong></p>\n");
            for detail in &definition.details {
                self.indented(detail);
            }
        }
    }

    fn table(&mut self, table: &Table<Resolved>) {
        let shape =
            [("border", "0"), ("cellpadding", "0"), ("cellspacing", "0"), ("width", "100%")];
        self.markup.open("table", &shape).raw("<tr>");
        for cell in &table.head {
            self.markup.open("th", &[("scope", "col"), ("style", &self.styles.cell)]);
            self.inlines(cell, 0);
            self.markup.raw("</th>");
        }
        self.markup.raw("</tr>\n");
        for row in &table.rows {
            self.markup.raw("<tr>");
            for cell in row {
                self.markup.open("td", &[("style", &self.styles.cell)]);
                self.inlines(cell, 0);
                self.markup.raw("</td>");
            }
            self.markup.raw("</tr>\n");
        }
        self.markup.raw("</table>\n");
        // Keeps the next text from the table; margins of tables are not safe in mail.
        self.markup.open("p", &[("style", &self.styles.paragraph)]).raw("</p>\n");
    }

    fn code(&mut self, text: &str) {
        self.markup.open("p", &[("style", &self.styles.code)]);
        for (at, line) in text.lines().enumerate() {
            if at > 0 {
                self.markup.raw("<br>\n");
            }
            let indent = line.len() - line.trim_start_matches(' ').len();
            self.markup.text(&"\u{a0}".repeat(indent)).text(line.trim_start_matches(' '));
        }
        self.markup.raw("</p>\n");
    }

    fn part(&mut self, part: &Part) {
        match part {
            Part::Figures(figures) => {
                for figure in figures {
                    figure_html(self.markup, self.styles, figure, &self.passage.setting.words);
                }
            }
            Part::Quote(quote) => quote_html(self.markup, self.styles, quote),
            Part::Chart(chart) => self.chart(chart),
            Part::OnWeb(words) => {
                self.markup.open("p", &[("style", &self.styles.paragraph)]);
                let address = self.passage.web();
                self.markup.link(address.as_deref(), &self.styles.link, words).raw("</p>\n");
            }
            Part::Nothing => {}
        }
    }

    fn chart(&mut self, chart: &MailChart) {
        if let Some(source) = self.passage.beside(&chart.name) {
            let (width, height) = chart.size;
            let style =
                format!("display:block;border:0;width:100%;max-width:{width}px;height:auto");
            self.markup.open("p", &[("style", &self.styles.around_picture)]);
            self.markup.open(
                "img",
                &[
                    ("src", &source),
                    ("width", &width.to_string()),
                    ("height", &height.to_string()),
                    ("alt", &chart.alt),
                    ("border", "0"),
                    ("style", &style),
                ],
            );
            self.markup.raw("</p>\n");
        }
        self.markup.open("p", &[("style", &self.styles.paragraph)]);
        let address = self.passage.address(&Target::Here(chart.id.clone()));
        self.markup.link(address.as_deref(), &self.styles.link, &chart.words).raw("</p>\n");
    }

    fn inlines(&mut self, content: &[Inline<Resolved>], depth: usize) {
        if depth > DEEPEST {
            return;
        }
        for inline in content {
            match inline {
                Inline::Text(text) | Inline::RawHtml(text) => {
                    self.markup.text(text);
                }
                Inline::Term(term) => {
                    self.markup.text(&term.text);
                }
                Inline::Code(text) => {
                    self.markup.element("code", &[], text);
                }
                Inline::Emphasis(inner) => self.wrapped("em", inner, depth),
                Inline::Strong(inner) => self.wrapped("strong", inner, depth),
                Inline::Strike(inner) => self.wrapped("s", inner, depth),
                Inline::Link(link) => {
                    let address = self.passage.address(&link.target);
                    // Without words there is nothing to follow.
                    let has_words = !plain_text(&link.content).trim().is_empty();
                    let address = address.filter(|_| has_words);
                    if let Some(href) = &address {
                        self.markup.open("a", &[("href", href), ("style", &self.styles.link)]);
                    }
                    self.inlines(&link.content, depth + 1);
                    if address.is_some() {
                        self.markup.text(&link.target.behind_words());
                        self.markup.close("a");
                    }
                }
                Inline::Picture(picture) => {
                    self.markup.text(picture_words(picture));
                }
                Inline::FootnoteReference { .. } => {}
                Inline::SoftBreak => {
                    self.markup.raw("\n");
                }
                Inline::LineBreak => {
                    self.markup.raw("<br>\n");
                }
            }
        }
    }

    fn wrapped(&mut self, name: &str, inner: &[Inline<Resolved>], depth: usize) {
        self.markup.open(name, &[]);
        self.inlines(inner, depth + 1);
        self.markup.close(name);
    }
}

/// What stands for a picture among words: its alternative text, where it may be shown.
pub(super) fn picture_words(picture: &crate::model::body::Picture<Resolved>) -> &str {
    match &picture.medium {
        Some(medium) if picture.alt.is_empty() => &medium.alt.text,
        Some(_) => &picture.alt,
        None => "",
    }
}

/// Appends a quotation with who said it.
pub(super) fn quote_html(markup: &mut Markup, styles: &Styles, quote: &MailQuote) {
    let style = ("style", styles.quote.as_str());
    let lang = quote.lang.as_deref().map(in_language);
    let attributes: Vec<_> = std::iter::once(style).chain(lang.into_iter().flatten()).collect();
    markup.element("p", &attributes, &quote.marked()).raw("\n");
    if !quote.by.is_empty() {
        markup.element("p", &[("style", &styles.small)], &format!("— {}", quote.by)).raw("\n");
    }
}
