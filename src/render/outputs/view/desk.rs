//! The copy desk: items to paste into a mail tool.

use serde::Serialize;

use super::{Head, Link};

/// A copy desk.
#[derive(Debug, Clone, Default, PartialEq, Serialize)]
pub struct Desk {
    /// Its top.
    pub head: Head,
    /// That what stands here is not on the public site yet.
    pub notice: Option<String>,
    /// Where one can paste.
    pub tools: Vec<DeskTool>,
    /// The items.
    pub items: Vec<DeskItem>,
    /// "nog niet verstuurd: 4"
    pub unsent: String,
    /// What to say when there are none.
    pub empty: Option<String>,
    /// The size of a mail without items, in bytes.
    pub base_bytes: usize,
    /// The size of a mail from which a warning is due, in bytes.
    pub warn_bytes: usize,
    /// The largest mail, in bytes.
    pub max_bytes: usize,
    /// "{size} van 100 kB"; the script fills the blank.
    pub size: String,
    /// The sign between whole and part of a number.
    pub point: String,
    /// The whole mail; a desk of no edition has none.
    pub mail: Option<DeskMail>,
    /// The selection as an edition.
    pub edition: DeskEdition,
    /// Other desks and the edition itself.
    pub links: Vec<Link>,
}

/// Somewhere to paste.
#[derive(Debug, Clone, Default, PartialEq, Serialize)]
pub struct DeskTool {
    /// Its name; empty for what is no tool of the site.
    pub name: String,
    /// Its name as people write it.
    pub label: String,
    /// `formatted`, `code` or `text`: what is pasted.
    pub paste: String,
    /// How to paste it, in two lines.
    pub hint: String,
    /// Whether links keep the site's marks.
    pub marks: bool,
    /// What it replaces.
    pub unsubscribe: Option<String>,
    /// What it replaces by the web version.
    pub web: Option<String>,
    /// What it replaces by the sender's address.
    pub address: Option<String>,
    /// The whole mail for it.
    pub file: Option<String>,
}

/// An item of a desk.
#[derive(Debug, Clone, Default, PartialEq, Serialize)]
pub struct DeskItem {
    /// Its id, part of file names and anchors.
    pub id: String,
    /// "Verhaal · Drenthe"
    pub kind: String,
    /// Its title.
    pub title: String,
    /// Whether it is ticked at first.
    pub picked: bool,
    /// Whether it shows a picture over its whole width.
    pub tall: bool,
    /// "Stond in: Nieuwsbrief maart 2021".
    pub sent: Option<String>,
    /// The file that shows it.
    pub preview: String,
    /// What it is in an edition's list, as YAML.
    pub block: String,
    /// Its forms.
    pub forms: Vec<DeskForm>,
    /// Its fields, for editors with a box for each.
    pub fields: Vec<DeskField>,
    /// Its picture as a file.
    pub picture: Option<Link>,
}

/// A form of an item.
#[derive(Debug, Clone, Default, PartialEq, Serialize)]
pub struct DeskForm {
    /// `formatted`, `code`, `text`, `markdown`.
    pub name: String,
    /// Its name in words.
    pub label: String,
    /// The text.
    pub source: String,
    /// The same as a file.
    pub file: String,
}

/// A field of an item.
#[derive(Debug, Clone, Default, PartialEq, Serialize)]
pub struct DeskField {
    /// What it is: "Titel".
    pub label: String,
    /// The text.
    pub value: String,
}

/// The whole mail.
#[derive(Debug, Clone, Default, PartialEq, Serialize)]
pub struct DeskMail {
    /// The mail, with `lerend:web` where a tool's words go and `lerend:0` for the first item.
    pub source: String,
    /// The address of the web version.
    pub web: String,
    /// Its other files.
    pub files: Vec<Link>,
    /// The file that shows it.
    pub preview: String,
}

/// The selection as a file of an edition.
#[derive(Debug, Clone, Default, PartialEq, Serialize)]
pub struct DeskEdition {
    /// The file's name. Where `taken` holds, the script names it after the month.
    pub name: String,
    /// The names after a month that there are, on a desk of no edition; `name` ends as they do.
    pub taken: String,
    /// What stands before the items.
    pub before: String,
    /// What stands behind them.
    pub after: String,
    /// All of it with every item.
    pub whole: String,
}
