//! Small pieces of SVG, and how wide text will be.

use unicode_width::UnicodeWidthChar;

use crate::base::escape_text;

/// The size of text in drawings, in pixels. Themes may draw it smaller, not larger.
const FONT: f64 = 15.0;

/// A coordinate with at most two decimals and no zeros at its end. What is not finite is 0.
pub(super) fn coordinate(value: f64) -> String {
    if !value.is_finite() {
        return "0".to_owned();
    }
    let text = format!("{value:.2}");
    let text = text.trim_end_matches('0').trim_end_matches('.');
    if text == "-0" { "0".to_owned() } else { text.to_owned() }
}

/// A horizontal place or length in per cent of the drawing's width.
pub(super) fn percent(value: f64) -> String {
    format!("{}%", coordinate(value))
}

/// A number as a coordinate; counts in drawings are far below what f64 holds exactly.
#[expect(clippy::cast_precision_loss, reason = "no drawing has 2^52 parts")]
pub(super) fn float(count: usize) -> f64 {
    count as f64
}

/// Text escaped for an element's content.
pub(super) fn escaped(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    escape_text(&mut out, text);
    out
}

/// About how wide a text is in pixels, rather too wide than too narrow.
pub(super) fn width(text: &str) -> f64 {
    text.chars().map(char_width).sum()
}

fn char_width(c: char) -> f64 {
    let em = match c {
        'i' | 'j' | 'l' | 'I' | 't' | 'f' | '.' | ',' | ':' | ';' | '\'' | '’' | '|' | '!'
        | ' ' => 0.34,
        'm' | 'w' | 'M' | 'W' | '%' | '@' => 0.95,
        'A'..='Z' => 0.72,
        _ => match c.width() {
            Some(2) => 1.05,
            Some(0) | None => 0.0,
            _ => 0.6,
        },
    };
    em * FONT
}

/// Breaks text into lines of at most this many pixels, between words where possible.
pub(super) fn wrap(text: &str, max: f64) -> Vec<String> {
    let mut lines = vec![String::new()];
    let mut used = 0.0;
    for word in text.split_whitespace() {
        let long = width(word);
        let space = if used > 0.0 { char_width(' ') } else { 0.0 };
        if used > 0.0 && used + space + long > max {
            lines.push(String::new());
            used = 0.0;
        } else if used > 0.0 {
            push(&mut lines, ' ');
            used += space;
        }
        for c in word.chars() {
            if used > 0.0 && used + char_width(c) > max {
                lines.push(String::new());
                used = 0.0;
            }
            push(&mut lines, c);
            used += char_width(c);
        }
    }
    lines
}

fn push(lines: &mut [String], c: char) {
    if let Some(line) = lines.last_mut() {
        line.push(c);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn coordinates_are_short() {
        let short = [1.0, 0.005, 12.346, -0.001, 100.10, f64::NAN, f64::INFINITY];
        assert_eq!(short.map(coordinate), ["1", "0.01", "12.35", "0", "100.1", "0", "0"]);
    }

    #[test]
    fn text_breaks_between_words_and_long_words_anywhere() {
        assert_eq!(wrap("een twee drie", 80.0), ["een twee", "drie"]);
        let lines = wrap("Zuid-Kennemerlandenijmondgebied", 100.0);
        assert!(lines.len() > 2 && lines.iter().all(|line| width(line) <= 100.0), "{lines:?}");
        assert_eq!(wrap("", 10.0), [""]);
    }
}
