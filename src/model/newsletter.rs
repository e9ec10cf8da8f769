//! Editions of the newsletter.

use crate::base::{Date, Spanned};
use crate::schema::{Field, Kind, Record, RefKind, Rule, Table, choices};

use super::head;

/// A text with its place.
type Text = Spanned<String>;

/// How wide mail shows a picture above a text, in pixels; text of mail is as wide.
pub const PICTURE_ABOVE: u32 = 552;
/// How wide mail shows a picture beside a text, in pixels.
pub const PICTURE_BESIDE: u32 = 160;

choices! {
    /// How an item is shown in a mail.
    BlockStyle {
        /// With a picture over the whole width.
        Large = "large" "groot",
        /// Title and text.
        Small = "small" "klein",
        /// One line.
        Line = "line" "regel",
        /// A key figure.
        Figure = "figure" "cijfer",
        /// A quotation.
        Quote = "quote" "citaat",
    }
}

/// An edition.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct Newsletter {
    /// The subject of the mail.
    pub subject: Text,
    /// What a mailbox shows behind the subject.
    pub preheader: Option<Text>,
    /// Its number.
    pub number: Option<String>,
    /// The items.
    pub blocks: Vec<EditionBlock>,
    /// A last word.
    pub closing: Option<String>,
    /// When it was sent.
    pub sent: Option<Spanned<Date>>,
}

/// An item of an edition.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct EditionBlock {
    /// Document id.
    pub item: Text,
    /// A heading over it.
    pub rubric: Option<String>,
    /// How it is shown.
    pub style: BlockStyle,
    /// In place of its title.
    pub title: Option<String>,
    /// In place of its text.
    pub text: Option<String>,
}

const BLOCK: Table = Table {
    name: "block",
    groups: &[&[
        Field::new("item", "stuk", Kind::Ref(RefKind::Document))
            .required()
            .means("Het document.", "The document.")
            .example("factsheet:vertraging"),
        Field::new("rubric", "rubriek", Kind::Text)
            .means(
                "Kopje erboven, ook voor de stukken erna die er geen noemen.",
                "A heading above it, and above the items after it that name none.",
            )
            .example("Uit de regio"),
        Field::new("style", "stijl", Kind::Choice(&BlockStyle::CHOICE))
            .means("Hoe het getoond wordt.", "How it is shown.")
            .example("groot"),
        Field::new("title", "titel", Kind::Text)
            .means("In plaats van de titel.", "In place of its title."),
        Field::new("text", "tekst", Kind::Text)
            .means("In plaats van de samenvatting.", "In place of its summary."),
    ]],
};

/// The fields of an edition.
pub(super) const NEWSLETTER: Table =
    Table { name: "newsletter", groups: &[head::DATED, OWN, head::MAYBE_TOPICS, head::COMMON] };

const OWN: &[Field] = &[
    Field::new("subject", "onderwerp", Kind::Text)
        .required()
        .rule(Rule::MaxChars(60))
        .means(
            "De onderwerpregel, hoogstens 60 tekens.",
            "The subject line, at most 60 characters.",
        )
        .example("\"De tussenevaluatie is uit\""),
    Field::new("blocks", "blokken", Kind::List(&Kind::Record(&BLOCK)))
        .required()
        .rule(Rule::Items(1, 99))
        .means("De stukken, in volgorde.", "The items, in order."),
    Field::new("preheader", "voorregel", Kind::Text)
        .rule(Rule::BetweenChars(40, 100))
        .means(
            "Wat een postvak achter het onderwerp toont, 40 tot 100 tekens.",
            "What a mailbox shows behind the subject, 40 to 100 characters.",
        )
        .example("\"Wat regio's leerden in het eerste jaar, en wat beter kan\""),
    Field::new("number", "nummer", Kind::Text)
        .means("Nummer van de editie.", "Number of the edition.")
        .example("3"),
    Field::new("closing", "afsluiting", Kind::Text)
        .means("Een laatste woord.", "A last word.")
        .example("Tot de volgende keer"),
    Field::new("sent", "verzonden", Kind::Date)
        .means(
            "Wanneer verzonden; wat verzonden is, blijft.",
            "When it was sent; what was sent stays.",
        )
        .example("2021-03-25"),
];

impl Newsletter {
    /// Takes an edition from a record.
    pub fn from_record(record: &Record) -> Self {
        let plain = |own: &Record, key: &str| own.text(key).map(|text| text.value);
        Self {
            subject: record
                .text("subject")
                .unwrap_or_else(|| Spanned::new(String::new(), record.span)),
            preheader: record.text("preheader"),
            number: plain(record, "number"),
            blocks: record
                .records("blocks", |own| {
                    Some(EditionBlock {
                        item: own.text("item")?,
                        rubric: plain(own, "rubric"),
                        style: own
                            .choice("style", BlockStyle::parse)
                            .unwrap_or(BlockStyle::Small),
                        title: plain(own, "title"),
                        text: plain(own, "text"),
                    })
                })
                .into_iter()
                .flatten()
                .collect(),
            closing: plain(record, "closing"),
            sent: record.date("sent"),
        }
    }
}
