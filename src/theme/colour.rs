//! Colours of a theme, and how well one is read on another; the only user of `svgtypes`.

use std::str::FromStr;

/// A ratio in tenths, rounded down, for messages.
pub(super) fn tenths(ratio: f64) -> u32 {
    (10..=210).rev().find(|tenths| f64::from(*tenths) / 10.0 <= ratio).unwrap_or(10)
}

/// A colour.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) struct Rgb(pub(super) [u8; 3]);

impl Rgb {
    /// Reads `#0a5a66`.
    pub(super) fn parse(text: &str) -> Option<Self> {
        let digits = text.strip_prefix('#').filter(|digits| digits.len() == 6)?;
        let part = |at: usize| u8::from_str_radix(digits.get(at..at + 2)?, 16).ok();
        Some(Self([part(0)?, part(2)?, part(4)?]))
    }

    /// Reads a colour in any of the usual ways: `#fff`, `rgb(10 90 102)`, `hsl(188 82% 22%)`,
    /// `navy`. One that lets through what is below it is as pale as that.
    pub(super) fn read(text: &str) -> Option<Self> {
        let colour = svgtypes::Color::from_str(text.trim()).ok()?;
        (colour.alpha == u8::MAX).then_some(Self([colour.red, colour.green, colour.blue]))
    }

    /// How well one is read on the other, 1 to 21, as WCAG computes it.
    pub(super) fn contrast(self, other: Self) -> f64 {
        let (a, b) = (self.luminance(), other.luminance());
        (a.max(b) + 0.05) / (a.min(b) + 0.05)
    }

    /// How much light of each kind, from 0 to 1.
    pub(super) fn linear(self) -> [f64; 3] {
        self.0.map(|part| {
            let part = f64::from(part) / 255.0;
            if part <= 0.04045 { part / 12.92 } else { ((part + 0.055) / 1.055).powf(2.4) }
        })
    }

    fn luminance(self) -> f64 {
        let [red, green, blue] = self.linear();
        0.2126 * red + 0.7152 * green + 0.0722 * blue
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn contrast_is_that_of_wcag() {
        let (black, white) = (Rgb::parse("#000000").unwrap(), Rgb::parse("#ffffff").unwrap());
        assert!((black.contrast(white) - 21.0).abs() < 1e-9);
        assert!((white.contrast(white) - 1.0).abs() < 1e-9);
        assert_eq!(Rgb::parse("#fff"), None);
        assert_eq!(Rgb::parse("#é0000"), None);
    }

    #[test]
    fn colours_are_read_as_styles_write_them() {
        let teal = Rgb::parse("#0a5a66");
        for text in
            ["#0A5A66", "#0a5a66ff", "rgb(10, 90, 102)", "rgb(10 90 102)", "rgba(10,90,102,1)"]
        {
            assert_eq!(Rgb::read(text), teal, "{text}");
        }
        for text in ["#fff", "white", "White", "hsl(0, 0%, 100%)", "hsl(0 0% 100%)", " #ffff "]
        {
            assert_eq!(Rgb::read(text), Rgb::parse("#ffffff"), "{text}");
        }
        for text in [
            "wit",
            "",
            "#ffffff80",
            "transparent",
            "rgb(0 0 0 / 50%)",
            "oklch(60% .1 20)",
            "#12",
        ] {
            assert_eq!(Rgb::read(text), None, "{text}");
        }
    }
}
