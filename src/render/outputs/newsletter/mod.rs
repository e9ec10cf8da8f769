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
mod prose;
mod charts;
mod item;
mod mail;
mod eml;
mod social;
mod edition_json;
mod preview;
mod lint;
mod limits;
#[cfg(test)]
mod tests;

use std::collections::BTreeSet;

pub use block_view::{BlockStyle, BlockView, MailFigure, MailPicture, MailQuote};
pub use edition_json::{Recorded, Unreadable, record, recorded, restored};
pub use eml::{Sender, mail_eml};
pub use item::Fragment;
pub use limits::problems;
pub use mail::{mail_html, mail_markdown, mail_text};
pub use prose::{Prose, Written};
pub use social::social_text;
pub use tokens::{Colour, MailTokens};
pub use view::{EditionView, MailTool, Needs, Placeholders, Setting, Told, Utm};
pub use words::{MailWords, ThingWords};

/// A file: its path below the folder of the edition, and its bytes.
pub type File = (String, Vec<u8>);

/// The files of an edition: the mail as it is and for each mail tool, the messages for social
/// media, the edition as data, and five below `items/` for each item. An item that stands in
/// the edition twice has one set of files.
pub fn files(view: &EditionView, tools: &[MailTool]) -> Vec<File> {
    let neutral = Placeholders::default();
    let (html, text) = (mail_html(view, &neutral), mail_text(view, &neutral));
    let eml = mail_eml(view, &html, &text);
    let mut files = vec![
        ("mail.html".to_owned(), html.into_bytes()),
        ("mail.txt".to_owned(), text.into_bytes()),
        ("mail.eml".to_owned(), eml),
        ("social.txt".to_owned(), social_text(view).into_bytes()),
    ];
    let bare = tools.iter().any(|tool| !tool.marks).then(|| view.unmarked());
    for tool in tools {
        let view = bare.as_ref().filter(|_| !tool.marks).unwrap_or(view);
        let html = mail_html(view, &tool.placeholders);
        files.push((format!("mail.{}.html", tool.name), html.into_bytes()));
    }
    let mut seen = BTreeSet::new();
    for block in view.blocks.iter().filter(|block| seen.insert(&block.item_id)) {
        files.extend(fragment_files(block, &view.setting));
    }
    let json = edition_json::edition_json(view, &files);
    files.push(("edition.json".to_owned(), json.into_bytes()));
    files
}

/// The edition as data, with the sizes and hashes of its files.
pub fn edition_data(view: &EditionView, tools: &[MailTool]) -> String {
    let file = files(view, tools).pop();
    file.map_or_else(String::new, |(_, bytes)| String::from_utf8(bytes).unwrap_or_default())
}

/// The fragments of one item: `items/<item>.rich.html`, `.block.html`, `.txt`, `.md`, `.json`.
pub fn fragment_files(block: &BlockView, setting: &Setting) -> Vec<File> {
    let named = |own: Fragment| {
        let name = format!("items/{}.{}", block.item_id, own.ending());
        (name, fragment(block, setting, own).into_bytes())
    };
    Fragment::ALL.into_iter().map(named).collect()
}

/// One form of one item.
pub fn fragment(block: &BlockView, setting: &Setting, form: Fragment) -> String {
    match form {
        Fragment::Rich => item::item_rich(block, setting),
        Fragment::Block => {
            let styles = styles::Styles::new(&setting.tokens);
            item::block_html(block, setting, &styles).finish()
        }
        Fragment::Text => item::item_text(block, setting),
        Fragment::Markdown => item::item_markdown(block, setting),
        Fragment::Json => item::item_json(block, setting),
    }
}

/// What the copy desk shows of an edition: the whole mail and each item, as documents that
/// frames can hold. `root` leads from `mail.preview.html` to the start of the site.
pub fn previews(view: &EditionView, root: &str) -> Vec<File> {
    let mail = preview::mail_preview(view, root);
    let below = format!("../{root}");
    let items = view.blocks.iter().map(|own| item_preview_file(own, &view.setting, &below));
    std::iter::once(("mail.preview.html".to_owned(), mail.into_bytes())).chain(items).collect()
}

/// What the copy desk shows of one item: `items/<item>.preview.html`.
pub fn item_preview_file(block: &BlockView, setting: &Setting, root: &str) -> File {
    let html = preview::item_preview(block, setting, root);
    (format!("items/{}.preview.html", block.item_id), html.into_bytes())
}
