//! What one item of a newsletter is made from, and what each style shows of it.

use serde::{Deserialize, Serialize};

use crate::model::drawing::KeyFigureDrawing;

use super::MailWords;
use super::address::picture_address;

/// One item.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct BlockView {
    /// Names the item in file names and statistics: `factsheet-vertraging`.
    pub item_id: String,
    /// The document, as an edition names it: `factsheet:vertraging`.
    pub document: String,
    /// The heading under which it stands, with the items after it.
    pub rubric: Option<String>,
    /// How it is drawn.
    pub style: BlockStyle,
    /// What it is and where: "Verhaal · Drenthe".
    pub kind: String,
    /// What is said wherever its title stands alone: of a meeting when and where it is, and that
    /// an item is made up.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub note: Option<String>,
    /// Its title.
    pub title: String,
    /// The language of its title, where that is not the mail's.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub title_lang: Option<String>,
    /// Its text.
    pub text: String,
    /// The language of its text, where that is not the mail's.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub text_lang: Option<String>,
    /// Its page, absolute, without what statistics add.
    pub url: String,
    /// The words of the link, which say where it leads: "Lees de factsheet over vertraging".
    pub link_words: String,
    /// Its picture.
    pub picture: Option<MailPicture>,
    /// How sure it is, in words: "Onderzocht · 12 van 35 regio's".
    pub strength: Option<String>,
    /// Its key figures.
    pub figures: Vec<MailFigure>,
    /// A quotation from it.
    pub quote: Option<MailQuote>,
    /// What was corrected since it was published.
    pub corrections: Vec<String>,
}

/// How an item is drawn.
#[derive(
    Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Default, Serialize, Deserialize,
)]
#[serde(rename_all = "lowercase")]
pub enum BlockStyle {
    /// Picture over the whole width, large title.
    Large,
    /// Picture beside the text.
    #[default]
    Small,
    /// Title and kind only.
    Line,
    /// The key figures first.
    Figure,
    /// The quotation first.
    Quote,
}

impl BlockStyle {
    /// The word of the content model.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Large => "large",
            Self::Small => "small",
            Self::Line => "line",
            Self::Figure => "figure",
            Self::Quote => "quote",
        }
    }
}

/// A picture made for mail.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct MailPicture {
    /// Its address, absolute.
    pub url: String,
    /// The same picture at twice the size, which mail uses where there is one.
    pub url_2x: Option<String>,
    /// The same picture at twice the width that it has beside a text, where it stands there and
    /// is wider. Mails that were sent before there was one keep the address that they have.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub url_beside: Option<String>,
    /// Width in pixels as drawn over the whole width of the mail, at most 552.
    pub width: u32,
    /// Height in pixels at that width.
    pub height: u32,
    /// The alternative text; empty for decoration.
    pub alt: String,
    /// The language of that, where it is another than the mail's.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub alt_lang: Option<String>,
    /// "Maker · licence", in words.
    pub credit: String,
    /// The media item.
    pub media: String,
    /// The consents that it needs, which records keep and readers do not see.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub needs: Vec<String>,
    /// Whether it may go on social media too; known anew in every build.
    #[serde(skip, default = "yes")]
    pub social: bool,
    /// Of a chart whose file stands beside the edition: its drawing. Records keep it with those of
    /// the texts, in `EditionView::charts`.
    #[serde(skip)]
    pub drawing: Option<String>,
}

impl MailPicture {
    /// The address that mail uses over the whole width: the sharp one.
    pub fn source(&self) -> &str {
        self.url_2x.as_deref().unwrap_or(&self.url)
    }

    /// Width and height at most so wide.
    pub(super) fn fitted(&self, width: u32) -> (u32, u32) {
        if self.width <= width {
            return (self.width.max(1), self.height.max(1));
        }
        let height = u64::from(self.height) * u64::from(width) / u64::from(self.width);
        (width, u32::try_from(height).unwrap_or(width).max(1))
    }
}

fn yes() -> bool {
    true
}

/// A key figure in mail.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct MailFigure {
    /// The number as shown.
    pub value: String,
    /// Its unit.
    pub unit: Option<String>,
    /// What was counted.
    pub label: String,
    /// The language of unit and label, where it is another than the mail's.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub lang: Option<String>,
    /// The word for result, target, input or activity.
    pub kind: String,
    /// The period in words.
    pub period: Option<String>,
    /// "12 van 35 regio's".
    pub coverage: Option<String>,
    /// The short name of its source.
    pub source: Option<String>,
}

impl From<&KeyFigureDrawing> for MailFigure {
    fn from(figure: &KeyFigureDrawing) -> Self {
        Self {
            value: figure.value.clone(),
            unit: figure.unit.clone(),
            label: figure.label.clone(),
            lang: figure.lang.as_ref().map(ToString::to_string),
            kind: figure.kind.clone(),
            period: Some(figure.period.clone()).filter(|period| !period.is_empty()),
            coverage: figure.coverage.clone(),
            source: figure.source.as_ref().map(|source| source.label.clone()),
        }
    }
}

impl MailFigure {
    /// "158 functies".
    pub(super) fn amount(&self) -> String {
        match &self.unit {
            Some(unit) if unit.starts_with('%') => format!("{}{unit}", self.value),
            Some(unit) => format!("{} {unit}", self.value),
            None => self.value.clone(),
        }
    }

    /// What was counted, and all that keeps the number from being misread.
    pub(super) fn note(&self, words: &MailWords) -> String {
        let mut parts = vec![self.label.clone(), self.facts(words)];
        parts.retain(|part| !part.is_empty());
        parts.join(" · ")
    }

    /// All that keeps the number from being misread.
    pub(super) fn facts(&self, words: &MailWords) -> String {
        let mut parts = vec![self.kind.clone()];
        parts.extend(self.period.clone());
        parts.extend(self.coverage.clone());
        parts.extend(self.source.as_ref().map(|source| format!("{}: {source}", words.source)));
        parts.retain(|part| !part.is_empty());
        parts.join(" · ")
    }
}

/// A quotation.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct MailQuote {
    /// The words, without quotation marks.
    pub text: String,
    /// Who said them, as may be shown.
    pub by: String,
    /// The language, where it is another than the mail's.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub lang: Option<String>,
    /// The consents that it needs, which records keep and readers do not see.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub needs: Vec<String>,
    /// Whether it may go on social media too; known anew in every build.
    #[serde(skip, default = "yes")]
    pub social: bool,
}

impl MailQuote {
    /// The words between quotation marks.
    pub(super) fn marked(&self) -> String {
        format!("“{}”", self.text)
    }
}

/// The parts of an item that its style shows, in the whole mail and as a fragment: what is pasted is what
/// the copy desk shows.
#[derive(Debug)]
pub(super) struct Shown<'a> {
    pub(super) picture: Option<&'a MailPicture>,
    pub(super) text: Option<&'a str>,
    pub(super) figures: &'a [MailFigure],
    pub(super) quote: Option<&'a MailQuote>,
    pub(super) link_words: Option<&'a str>,
}

impl BlockView {
    /// Takes out what only records keep.
    pub(super) fn forget_needs(&mut self) {
        self.picture.iter_mut().for_each(|own| own.needs.clear());
        self.quote.iter_mut().for_each(|own| own.needs.clear());
    }

    /// Whether it is shown as its title and one line.
    pub(super) fn is_line(&self) -> bool {
        self.style == BlockStyle::Line
    }

    /// Whether its picture stands beside its text.
    pub(super) fn is_beside(&self) -> bool {
        self.style == BlockStyle::Small
    }

    /// The address in the mail of the picture of a media item, and the id of that.
    pub fn mailed_picture(&self) -> Option<(String, &str)> {
        let (picture, address) = self.picture()?;
        Some((address, picture.media.as_str())).filter(|(_, media)| !media.is_empty())
    }

    /// The picture to show, and the address of the file that is as sharp as that needs.
    pub(super) fn picture(&self) -> Option<(&MailPicture, String)> {
        let picture = self.shown().picture?;
        let small = picture.url_beside.as_deref().filter(|_| self.is_beside());
        let source = small.unwrap_or_else(|| picture.source());
        Some((picture, picture_address(source)?))
    }

    /// The same over the whole width, where nothing stands beside it.
    pub(super) fn wide_picture(&self) -> Option<(&MailPicture, String)> {
        let picture = self.shown().picture?;
        Some((picture, picture_address(picture.source())?))
    }

    /// The parts to show. Kind, title, strength and corrections always are.
    pub(super) fn shown(&self) -> Shown<'_> {
        let whole = Shown {
            picture: self.picture.as_ref(),
            text: Some(self.text.as_str()).filter(|text| !text.trim().is_empty()),
            figures: &self.figures,
            quote: self.quote.as_ref(),
            link_words: Some(self.link_words.as_str()).filter(|words| !words.is_empty()),
        };
        match self.style {
            BlockStyle::Large | BlockStyle::Small => Shown { quote: None, ..whole },
            BlockStyle::Line => {
                Shown { picture: None, text: None, figures: &[], quote: None, link_words: None }
            }
            BlockStyle::Figure => Shown { picture: None, quote: None, ..whole },
            BlockStyle::Quote => {
                let text = whole.text.filter(|_| whole.quote.is_none());
                Shown { picture: None, figures: &[], text, ..whole }
            }
        }
    }
}
