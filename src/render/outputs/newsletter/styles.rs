//! The inline styles of mail: a handful of strings made from the theme's tokens.
//!
//! Mail clients decide the form: padding stands on table cells only, every line height has
//! its rule for Word's engine, sizes are pixels, weights normal or bold.

use crate::model;

use super::{Colour, MailTokens};

/// The width of mail's text and pictures in pixels.
pub(super) const TEXT_WIDTH: u32 = model::PICTURE_ABOVE;
/// The width of mail in pixels.
pub(super) const MAIL_WIDTH: u32 = 600;

/// The style attributes.
#[derive(Debug)]
pub(super) struct Styles {
    /// What every text in a cell begins with: font, size, colour. A long word breaks where it
    /// would make the mail wider than a telephone.
    pub(super) text: String,
    /// Size and line height of text below a cell of a picture.
    pub(super) lines: String,
    /// The font and colour of a picture's alternative text. No line height: Word's engine
    /// would cut the picture off at it.
    pub(super) picture: String,
    /// A paragraph with a picture in it, as high as the picture.
    pub(super) around_picture: String,
    pub(super) title: String,
    pub(super) heading_large: String,
    pub(super) heading: String,
    pub(super) heading_line: String,
    pub(super) paragraph: String,
    pub(super) last_paragraph: String,
    pub(super) small: String,
    pub(super) label: String,
    pub(super) rubric: String,
    pub(super) figure: String,
    pub(super) figure_large: String,
    pub(super) quote: String,
    pub(super) link: String,
    pub(super) soft_link: String,
    pub(super) main_link: String,
    pub(super) cell: String,
    pub(super) code: String,
    pub(super) paper: String,
    pub(super) wash: String,
}

impl Styles {
    /// The styles of a theme.
    pub(super) fn new(tokens: &MailTokens) -> Self {
        let size = tokens.text_size.max(16);
        let small = tokens.small_size.max(14);
        let colour = |colour: Colour| format!("color:{colour}");
        let (ink, soft, accent) =
            (colour(tokens.ink), colour(tokens.soft), colour(tokens.accent));
        let heading = |margin: &str, size: u16| {
            format!("margin:{margin};font-family:{};{}", tokens.heading_font, lines(size, 5, 4))
        };
        let figure =
            |size: u16| format!("margin:0;{};font-weight:bold;{accent}", lines(size, 5, 4));
        let small_text =
            |margin: &str| format!("margin:{margin};{};{soft}", lines(small, 10, 7));
        Self {
            text: format!(
                "font-family:{};{};{ink};word-break:break-word",
                tokens.text_font,
                lines(size, 3, 2)
            ),
            lines: lines(size, 3, 2),
            picture: format!("font-family:{};font-size:{size}px;{ink}", tokens.text_font),
            around_picture: "margin:0 0 12px 0;line-height:100%;mso-line-height-rule:at-least"
                .to_owned(),
            title: heading("0 0 8px 0", size + 14),
            heading_large: heading("0 0 8px 0", size + 10),
            heading: heading("0 0 8px 0", size + 4),
            heading_line: heading("0", size + 1),
            paragraph: "margin:0 0 12px 0".to_owned(),
            last_paragraph: "margin:0".to_owned(),
            small: small_text("0 0 12px 0"),
            label: small_text("0 0 4px 0"),
            rubric: format!(
                "margin:0 0 4px 0;border-top:1px solid {};font-size:{small}px;line-height:40px;mso-line-height-rule:exactly;font-weight:bold;{soft}",
                tokens.line
            ),
            figure: figure(size + 4),
            figure_large: figure(size + 24),
            quote: format!(
                "margin:0 0 8px 0;font-family:{};{}",
                tokens.heading_font,
                lines(size + 4, 7, 5)
            ),
            link: accent.clone(),
            soft_link: soft.clone(),
            main_link: format!("{accent};font-weight:bold"),
            cell: format!(
                "padding:8px 12px 8px 0;border-bottom:1px solid {};text-align:left;vertical-align:top;word-break:normal",
                tokens.line
            ),
            code: format!(
                "margin:0 0 12px 0;font-family:Consolas,'Courier New',monospace;{}",
                lines(size, 3, 2)
            ),
            paper: format!("background-color:{}", tokens.paper),
            wash: format!("background-color:{}", tokens.wash),
        }
    }
}

/// A size with the line height that goes with it, as a whole number of pixels.
fn lines(size: u16, times: u16, per: u16) -> String {
    let height = (size * times).div_ceil(per);
    format!("font-size:{size}px;line-height:{height}px;mso-line-height-rule:exactly")
}
