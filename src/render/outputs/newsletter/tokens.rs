//! Colours, fonts and sizes of mail: the theme's look in the few values that mail clients obey.

use std::fmt;

use serde::{Deserialize, Serialize};

/// A colour as mail clients read it: six hexadecimal digits.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct Colour([u8; 3]);

impl Colour {
    /// White.
    pub const WHITE: Self = Self([255; 3]);

    /// Reads `#084752`; `None` for names, short forms and transparency, which not every mail
    /// client knows.
    pub fn parse(text: &str) -> Option<Self> {
        let digits = text.strip_prefix('#').filter(|digits| digits.len() == 6)?;
        let part = |range| {
            digits.get(range).filter(|two: &&str| two.bytes().all(|b| b.is_ascii_hexdigit()))
        };
        let value = |range| u8::from_str_radix(part(range)?, 16).ok();
        Some(Self([value(0..2)?, value(2..4)?, value(4..6)?]))
    }

    /// How well text in this colour stands out on a ground, 1 to 21, as WCAG counts it.
    pub fn contrast(self, ground: Self) -> f64 {
        let (one, two) = (self.luminance(), ground.luminance());
        (one.max(two) + 0.05) / (one.min(two) + 0.05)
    }

    /// What a mail client in dark mode may make of it.
    #[must_use]
    pub fn inverted(self) -> Self {
        Self(self.0.map(|part| 255 - part))
    }

    fn luminance(self) -> f64 {
        let linear = |part: u8| {
            let share = f64::from(part) / 255.0;
            if share <= 0.040_45 { share / 12.92 } else { ((share + 0.055) / 1.055).powf(2.4) }
        };
        let [red, green, blue] = self.0.map(linear);
        0.2126 * red + 0.7152 * green + 0.0722 * blue
    }
}

impl fmt::Display for Colour {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let [red, green, blue] = self.0;
        write!(f, "#{red:02x}{green:02x}{blue:02x}")
    }
}

impl TryFrom<String> for Colour {
    type Error = String;

    fn try_from(text: String) -> Result<Self, String> {
        Self::parse(&text).ok_or(text)
    }
}

impl From<Colour> for String {
    fn from(colour: Colour) -> Self {
        colour.to_string()
    }
}

/// What a theme says about mail.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct MailTokens {
    /// Text.
    pub ink: Colour,
    /// Small print.
    pub soft: Colour,
    /// Links and figures.
    pub accent: Colour,
    /// Thin lines.
    pub line: Colour,
    /// The ground around and below the mail.
    pub wash: Colour,
    /// The ground of the mail itself.
    pub paper: Colour,
    /// The font stack of text; names with spaces in single quotes.
    pub text_font: String,
    /// The font stack of headings.
    pub heading_font: String,
    /// Size of text in pixels; less than 16 is taken as 16.
    pub text_size: u16,
    /// Size of small print in pixels; less than 14 is taken as 14.
    pub small_size: u16,
}

impl Default for MailTokens {
    fn default() -> Self {
        Self {
            ink: Colour([0x16, 0x20, 0x2c]),
            soft: Colour([0x4a, 0x57, 0x65]),
            accent: Colour([0x08, 0x47, 0x52]),
            line: Colour([0xd9, 0xd5, 0xcb]),
            wash: Colour([0xf3, 0xf0, 0xe8]),
            paper: Colour::WHITE,
            text_font: "Arial,Helvetica,sans-serif".to_owned(),
            heading_font: "Georgia,'Times New Roman',serif".to_owned(),
            text_size: 16,
            small_size: 14,
        }
    }
}

impl MailTokens {
    /// The pairs of text colour and ground that are hard to read (contrast below 4.5), as they
    /// are or inverted by a mail client in dark mode.
    pub fn faint(&self) -> Vec<(Colour, Colour)> {
        let mut pairs = Vec::new();
        for text in [self.ink, self.soft, self.accent] {
            for ground in [self.paper, self.wash] {
                let dark = text.inverted().contrast(ground.inverted());
                if text.contrast(ground).min(dark) < 4.5 {
                    pairs.push((text, ground));
                }
            }
        }
        pairs
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_six_digits_are_a_colour() {
        assert_eq!(Colour::parse("#084752").unwrap().to_string(), "#084752");
        for wrong in ["#fff", "teal", "084752", "#08475", "#0847520", "#08é52", "#+84752"] {
            assert_eq!(Colour::parse(wrong), None, "{wrong}");
        }
    }

    #[test]
    fn the_default_colours_can_be_read_also_inverted() {
        assert_eq!(MailTokens::default().faint(), []);
    }

    #[test]
    fn a_pale_accent_is_noticed() {
        let pale = Colour::parse("#8fb8c0").unwrap();
        let tokens = MailTokens { accent: pale, ..MailTokens::default() };
        assert_eq!(tokens.faint(), [(pale, tokens.paper), (pale, tokens.wash)]);
    }
}
