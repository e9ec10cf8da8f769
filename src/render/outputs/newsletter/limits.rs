//! What the finished mail tells that no source file shows: too long, hard to read, or with
//! words that a mail tool would replace.

use crate::diag::problem::Newsletter;

use super::address::picture_address;
use super::item::block_html;
use super::styles::Styles;
use super::{EditionView, MailPicture, Placeholders, Prose, lint, mail_html, mail_text};

/// What is wrong with an edition once it is drawn. `max_bytes` is the size at which mail
/// clients cut a mail off, less what the mail tool adds; a warning comes at four fifths of it.
pub fn problems(view: &EditionView, max_bytes: usize) -> Vec<Newsletter> {
    let mut problems = Vec::new();
    let html = mail_html(view, &Placeholders::default());
    let bytes = html.len();
    if bytes > max_bytes {
        problems.push(Newsletter::TooLarge { bytes, limit: max_bytes });
    } else if bytes > max_bytes / 5 * 4 {
        problems.push(Newsletter::Large { bytes, limit: max_bytes });
    }
    let mut replaced: Vec<String> = texts(view).flat_map(placeholders).collect();
    replaced.extend(running(view).iter().flat_map(|text| placeholders(text)));
    problems.extend(replaced.into_iter().map(|text| Newsletter::Placeholder { text }));
    for block in &view.blocks {
        let item = || block.item_id.clone();
        if view.setting.link(&block.url, &block.item_id).is_none() {
            problems.push(Newsletter::NotAbsolute { item: item(), address: block.url.clone() });
        }
        let picture = block.picture.as_ref().map(MailPicture::source);
        if let Some(address) = picture.filter(|source| picture_address(source).is_none()) {
            problems
                .push(Newsletter::NotAbsolute { item: item(), address: address.to_owned() });
        }
    }
    let faint = |(text, ground): (super::Colour, super::Colour)| Newsletter::FaintColour {
        text: text.to_string(),
        ground: ground.to_string(),
    };
    problems.extend(view.setting.tokens.faint().into_iter().map(faint));
    if view.preheader.is_none() {
        problems.push(Newsletter::NoPreheader);
    }
    let of_items = |own: &Newsletter| !matches!(own, Newsletter::NotAbsolute { .. });
    problems.extend(lint::markup(&html).into_iter().filter(of_items));
    let text = mail_text(view, &Placeholders::default());
    problems.extend(lint::missing_in_text(&html, &text));
    let styles = Styles::new(&view.setting.tokens);
    for block in &view.blocks {
        let bytes = block_html(block, &view.setting, &styles).finish().len();
        if bytes > lint::ITEM_BYTES {
            let item = block.item_id.clone();
            problems.push(Newsletter::LargeItem { item, bytes, limit: lint::ITEM_BYTES });
        }
    }
    problems
}

/// The texts of the fields, which go to plain text as they are.
fn texts(view: &EditionView) -> impl Iterator<Item = &str> {
    let edition =
        [view.title.as_str(), &view.subject].into_iter().chain(view.preheader.as_deref());
    let items = view.blocks.iter().flat_map(|block| {
        let quote = block.quote.as_ref().map(|quote| quote.text.as_str());
        let own = [block.title.as_str(), &block.text, &block.link_words];
        let corrections = block.corrections.iter().map(String::as_str);
        own.into_iter().chain(block.rubric.as_deref()).chain(quote).chain(corrections)
    });
    edition.chain(items)
}

/// The running texts as they were written: Markdown takes the stars of `*|X|*` for emphasis, and readers
/// would see the rest.
fn running(view: &EditionView) -> [String; 2] {
    let text = |prose: &Prose, name| prose.markdown(view.passage(name)).replace('\\', "");
    [text(&view.intro, "intro"), text(&view.closing, "closing")]
}

/// What a mail tool would replace in a text: `*|X|*`, `{{x}}`, `%%x%%`, `[[x]]`.
fn placeholders(text: &str) -> Vec<String> {
    let mut found = Vec::new();
    for (open, close) in [("*|", "|*"), ("{{", "}}"), ("%%", "%%"), ("[[", "]]")] {
        let mut rest = text;
        while let Some((_, after)) = rest.split_once(open)
            && let Some((inside, behind)) = after.split_once(close)
        {
            // One that stands open by itself belongs to no code.
            let inside = inside.rsplit_once(open).map_or(inside, |(_, own)| own);
            // `[[1]](address)` is a link with brackets around its words.
            let is_link = open == "[[" && behind.starts_with('(');
            let is_code = !inside.is_empty() && inside.len() <= 60 && !is_link;
            if is_code {
                found.push(format!("{open}{inside}{close}"));
            }
            rest = if is_code { behind } else { after };
        }
    }
    found
}
