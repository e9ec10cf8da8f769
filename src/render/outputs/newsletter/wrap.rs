//! Plain text in lines that every mail client shows whole.

use unicode_width::{UnicodeWidthChar, UnicodeWidthStr};

/// The longest line in columns; only addresses may be longer.
pub(super) const COLUMNS: usize = 72;

/// Text in one line: white space is one space, and what nobody sees is left out (zero-width
/// characters, soft hyphens, controls that turn the direction). What joins signs stays between
/// signs that are joined: of an emoji of several people, in Persian, in Hindi.
pub(super) fn clean(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    let mut gap = false;
    let mut chars = text.chars().peekable();
    while let Some(c) = chars.next() {
        if is_invisible(c) {
            let joined =
                |c: Option<char>| c.is_some_and(|c| !c.is_whitespace() && c > '\u{2af}');
            let is_between =
                !gap && joined(out.chars().next_back()) && joined(chars.peek().copied());
            if is_joiner(c) && is_between {
                out.push(c);
            }
        } else if c != '\u{a0}' && c != '\u{202f}' && c.is_whitespace() {
            gap = true;
        } else {
            if gap && !out.is_empty() {
                out.push(' ');
            }
            gap = false;
            out.push(c);
        }
    }
    out
}

fn is_joiner(c: char) -> bool {
    matches!(c, '\u{200c}' | '\u{200d}')
}

fn is_invisible(c: char) -> bool {
    matches!(c,
        '\u{ad}' | '\u{34f}' | '\u{61c}' | '\u{180e}' | '\u{200b}'..='\u{200f}'
        | '\u{202a}'..='\u{202e}' | '\u{2060}'..='\u{206f}' | '\u{feff}')
        || (c.is_control() && !c.is_whitespace())
}

/// Cleaned text in lines of at most so many columns. A word that is longer is cut, an address
/// is not.
pub(super) fn wrap(text: &str, columns: usize) -> Vec<String> {
    let mut lines = Vec::new();
    let (mut line, mut width) = (String::new(), 0);
    for word in clean(text).split(' ').filter(|word| !word.is_empty()) {
        for piece in pieces(word, columns) {
            let piece_width = piece.width();
            if width > 0 && width + 1 + piece_width > columns {
                lines.push(std::mem::take(&mut line));
                width = 0;
            }
            if width > 0 {
                line.push(' ');
                width += 1;
            }
            line.push_str(piece);
            width += piece_width;
        }
    }
    if !line.is_empty() {
        lines.push(line);
    }
    lines
}

/// A word, cut where it is wider than a line.
fn pieces(word: &str, columns: usize) -> Vec<&str> {
    if word.len() <= columns || word.contains("://") {
        return vec![word];
    }
    let mut pieces = Vec::new();
    let (mut rest, mut width, mut length) = (word, 0, 0);
    let mut joins = false;
    for c in word.chars() {
        // What is joined to the sign before it, or gives it a tone of skin, takes no room.
        let is_part = joins || matches!(c, '\u{1f3fb}'..='\u{1f3ff}');
        let wide = if is_part { 0 } else { c.width().unwrap_or(0) };
        if width + wide > columns && length > 0 {
            let (piece, after) = rest.split_at(length);
            pieces.push(piece);
            (rest, width, length) = (after, 0, 0);
        }
        width += wide;
        length += c.len_utf8();
        joins = is_joiner(c);
    }
    pieces.push(rest);
    pieces
}

/// Whether a text names an address so that who reads it can follow it: as a word of its own, but for
/// brackets and what closes a sentence.
pub(super) fn names(text: &str, address: &str) -> bool {
    text.match_indices(address).any(|(at, _)| {
        let (before, from) = text.split_at(at);
        let after = from.get(address.len()..).unwrap_or_default();
        let word = after.split(char::is_whitespace).next().unwrap_or_default();
        let goes_on = |c: char| c.is_alphanumeric() || "/?#&=%+-_~@$*".contains(c);
        !before.ends_with(goes_on) && !word.contains(goes_on)
    })
}

/// Lines of plain text in the making.
#[derive(Debug, Default)]
pub(super) struct Lines(Vec<String>);

impl Lines {
    /// A text, wrapped.
    pub(super) fn text(&mut self, text: &str) -> &mut Self {
        self.0.extend(wrap(text, COLUMNS));
        self
    }

    /// A text with a line of this character below it.
    pub(super) fn underlined(&mut self, text: &str, under: char) -> &mut Self {
        let before = self.0.len();
        self.text(text);
        let added = self.0.iter().skip(before);
        let width = added.map(|line| line.width()).max().unwrap_or(0).min(COLUMNS);
        if width > 0 {
            self.0.push(under.to_string().repeat(width));
        }
        self
    }

    /// An address on its own line.
    pub(super) fn url(&mut self, url: &str) -> &mut Self {
        self.0.push(url.to_owned());
        self
    }

    /// Words that say what the address below them is.
    pub(super) fn link(&mut self, words: &str, url: Option<&str>) -> &mut Self {
        match url {
            Some(url) => self.text(&format!("{words}:")).url(url),
            None => self.text(words),
        }
    }

    /// Lines that are wrapped already.
    pub(super) fn lines(&mut self, lines: Vec<String>) -> &mut Self {
        self.0.extend(lines);
        self
    }

    /// An empty line, never two, never the first.
    pub(super) fn blank(&mut self) -> &mut Self {
        if self.0.last().is_some_and(|line| !line.is_empty()) {
            self.0.push(String::new());
        }
        self
    }

    /// The finished text, with one line end at its end.
    pub(super) fn finish(mut self) -> String {
        while self.0.last().is_some_and(String::is_empty) {
            self.0.pop();
        }
        let mut out = self.0.join("\n");
        if !out.is_empty() {
            out.push('\n');
        }
        out
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lines_are_at_most_as_wide_as_asked_and_lose_no_word() {
        let text = "Regio's  leren\nvan \u{200b}elkaar en van wat niet werkte";
        assert_eq!(
            wrap(text, 16),
            ["Regio's leren", "van elkaar en", "van wat niet", "werkte"]
        );
    }

    #[test]
    fn what_joins_signs_stays_where_it_joins() {
        let family = "👩\u{200d}👩\u{200d}👧";
        let persian = "می\u{200c}خواهم";
        assert_eq!(clean(&format!("a {family} {persian}")), format!("a {family} {persian}"));
        assert_eq!(
            clean("👩🏽\u{200d}💻 ❤\u{fe0f}\u{200d}🔥"),
            "👩🏽\u{200d}💻 ❤\u{fe0f}\u{200d}🔥"
        );
        // Between letters that nothing joins, and at an edge, it says nothing.
        assert_eq!(clean("we\u{200d}rk \u{200d}👩\u{200d} 👧\u{200c}"), "werk 👩 👧");
        assert_eq!(wrap(&family.repeat(4), 6), [family.repeat(3), family.to_owned()]);
    }

    #[test]
    fn a_word_wider_than_a_line_is_cut_and_an_address_is_not() {
        assert_eq!(wrap("ab abcdefghij", 4), ["ab", "abcd", "efgh", "ij"]);
        assert_eq!(wrap("🙂🙂🙂", 4), ["🙂🙂", "🙂"]);
        assert_eq!(
            wrap("zie https://voorbeeld.example/", 8),
            ["zie", "https://voorbeeld.example/"]
        );
    }

    #[test]
    fn blank_lines_never_double() {
        let mut lines = Lines::default();
        lines
            .blank()
            .underlined("Eén", '=')
            .blank()
            .blank()
            .link("Lees", Some("https://x/"))
            .blank();
        assert_eq!(lines.finish(), "Eén\n===\n\nLees:\nhttps://x/\n");
    }
}
