//! Documents in lists.

use serde::Serialize;

use super::{Certainty, Choice, Day, Link};

/// A document in a list.
#[derive(Debug, Clone, Default, PartialEq, Serialize)]
pub struct Card {
    /// Its address relative to the site's start.
    pub url: String,
    /// Its title.
    pub title: String,
    /// The language of its title and text, where that is not the page's.
    pub lang: Option<String>,
    /// What it is and where: "Verhaal · Drenthe".
    pub kind: Option<String>,
    /// Its summary.
    pub summary: Option<String>,
    /// Its date.
    pub day: Option<Day>,
    /// Its picture.
    pub picture: Option<Picture>,
    /// A finding's verdict.
    pub verdict: Option<Choice>,
    /// How far to trust it.
    pub certainty: Option<Certainty>,
    /// Further facts in a line: "3 bevindingen".
    pub facts: Vec<String>,
    /// Its main points, a sentence each.
    pub points: Vec<String>,
    /// Its files.
    pub files: Vec<Link>,
    /// What filters look at: `region:twente topic:matching`.
    pub facets: String,
}

/// A picture that is no figure of a body: with alternative text and credit.
#[derive(Debug, Clone, Default, PartialEq, Serialize)]
pub struct Picture {
    /// The address of the largest file relative to the site's start.
    pub src: String,
    /// All files, narrowest first; may be empty.
    pub sources: Vec<PictureSource>,
    /// The addresses of the same in a format that takes less room; of none or of all.
    pub webp: Vec<PictureSource>,
    /// The same in a format that takes less room still; of none or of all.
    pub avif: Vec<PictureSource>,
    /// Width of the largest in pixels.
    pub width: u32,
    /// Height of the largest in pixels.
    pub height: u32,
    /// The alternative text; empty for decoration.
    pub alt: String,
    /// Its language, where that is not the page's.
    pub alt_lang: Option<String>,
    /// "Maker · licence"
    pub credit: Option<String>,
}

/// One file of a picture.
#[derive(Debug, Clone, Default, PartialEq, Serialize)]
pub struct PictureSource {
    /// The address relative to the site's start.
    pub src: String,
    /// Its width in pixels.
    pub width: u32,
}

/// A finding in a list: positive and negative ones take the same room.
#[derive(Debug, Clone, Default, PartialEq, Serialize)]
pub struct FindingRow {
    /// Its address relative to the site's start.
    pub url: String,
    /// Its title.
    pub title: String,
    /// The language of its title and text, where that is not the page's.
    pub lang: Option<String>,
    /// The verdict, as the strength allows: at one experience "Werkte in één regio".
    pub verdict: Choice,
    /// Under which condition, or what was expected and seen; wholly in the language of the title.
    pub text: Option<String>,
    /// What the document of the page says of it, where the finding rests on that: "Dit stuk nuanceert het".
    pub says: Option<String>,
    /// The strength's label.
    pub strength: String,
    /// What to do with it.
    pub advice: Option<Choice>,
    /// What filters look at.
    pub facets: String,
}

/// A learning question in a list.
#[derive(Debug, Clone, Default, PartialEq, Serialize)]
pub struct QuestionRow {
    /// Its address relative to the site's start.
    pub url: String,
    /// The question.
    pub question: String,
    /// Its language, where that is not the page's.
    pub lang: Option<String>,
    /// open, partly, answered, dropped.
    pub state: Choice,
    /// "3 bevindingen", "5 regio's vragen dit"
    pub facts: Vec<String>,
    /// What filters look at.
    pub facets: String,
}

/// A meeting in a list.
#[derive(Debug, Clone, Default, PartialEq, Serialize)]
pub struct EventRow {
    /// Its address relative to the site's start.
    pub url: String,
    /// Its title.
    pub title: String,
    /// The language of its title and text, where that is not the page's.
    pub lang: Option<String>,
    /// When, in words.
    pub when: String,
    /// When, for machines: `2021-03-18` or `2021-03-18T10:00`.
    pub start: String,
    /// Where.
    pub place: Option<String>,
}

/// Things under a heading.
#[derive(Debug, Clone, Default, PartialEq, Serialize)]
pub struct Group<T> {
    /// The heading's anchor; unique on the page.
    pub id: String,
    /// The heading; `None` when the group needs none.
    pub title: Option<String>,
    /// The things.
    pub items: Vec<T>,
}

/// A list to choose from. With scripts the reader picks from it, without them every choice is
/// a link to a page, or a list of links that opens.
#[derive(Debug, Clone, Default, PartialEq, Serialize)]
pub struct Filter {
    /// What stands before the colon in `facets`: `region`.
    pub id: String,
    /// "Regio"
    pub label: String,
    /// What can be chosen.
    pub choices: Vec<FilterChoice>,
}

/// One thing to choose.
#[derive(Debug, Clone, Default, PartialEq, Serialize)]
pub struct FilterChoice {
    /// The value: `twente`.
    pub id: String,
    /// "Twente"
    pub label: String,
    /// Its language, where that is not the page's.
    pub lang: Option<String>,
    /// How many items of the list have it.
    pub count: usize,
    /// Where these stand together.
    pub page: Option<Link>,
    /// The items themselves, where no page holds them together.
    pub items: Vec<Link>,
}
