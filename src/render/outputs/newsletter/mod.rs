//! Newsletters: an edition as mail, and each of its items as fragments to paste.
//!
//! Everything is a pure function of a view. Fragments and mail are written by hand with
//! inline styles, because mail clients drop style elements; plain text and Markdown come from
//! the view, never from the HTML.

mod view;
mod block_view;
mod words;
mod tokens;
mod address;
mod markup;
mod styles;
mod wrap;
mod markdown_text;
mod tree;
mod tree_html;
mod tree_text;
mod tree_markdown;
mod item;
mod mail;
mod limits;
#[cfg(test)]
mod tests;

use std::collections::BTreeSet;

pub use block_view::{BlockStyle, BlockView, MailFigure, MailPicture, MailQuote};
pub use limits::problems;
pub use mail::{mail_html, mail_markdown, mail_text};
pub use tokens::{Colour, MailTokens};
pub use view::{EditionView, Placeholders, Setting, Utm};
pub use words::{MailWords, ThingWords};

/// A file: its path below the folder of the edition, and its bytes.
pub type File = (String, Vec<u8>);

/// The files of an edition: `mail.html`, `mail.txt`, and five below `items/` for each item.
/// An item that stands in the edition twice has one set of files.
pub fn files(view: &EditionView) -> Vec<File> {
    let neutral = Placeholders::default();
    let mut files = vec![
        ("mail.html".to_owned(), mail_html(view, &neutral).into_bytes()),
        ("mail.txt".to_owned(), mail_text(view, &neutral).into_bytes()),
    ];
    let mut seen = BTreeSet::new();
    for block in view.blocks.iter().filter(|block| seen.insert(&block.item_id)) {
        files.extend(fragment_files(block, &view.setting));
    }
    files
}

/// The fragments of one item: `items/<item>.rich.html`, `.block.html`, `.txt`, `.md`, `.json`.
pub fn fragment_files(block: &BlockView, setting: &Setting) -> Vec<File> {
    let styles = styles::Styles::new(&setting.tokens);
    [
        ("rich.html", item::item_rich(block, setting)),
        ("block.html", item::block_html(block, setting, &styles).finish()),
        ("txt", item::item_text(block, setting)),
        ("md", item::item_markdown(block, setting)),
        ("json", item::item_json(block, setting)),
    ]
    .into_iter()
    .map(|(ending, text)| (format!("items/{}.{ending}", block.item_id), text.into_bytes()))
    .collect()
}
