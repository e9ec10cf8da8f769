//! CSV as RFC 4180 has it: UTF-8, commas, CRLF, one header row.

use std::borrow::Cow;

/// A table that grows row by row.
#[derive(Debug, Default)]
pub struct Csv(String);

/// A cell.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Cell<'a> {
    /// A text. One that begins as a formula does gets an apostrophe before it, so that no
    /// spreadsheet calculates with what somebody wrote.
    Text(Cow<'a, str>),
    /// A number with a point; anything else is a text after all.
    Number(Cow<'a, str>),
}

impl<'a> Cell<'a> {
    /// A text.
    pub fn text(text: impl Into<Cow<'a, str>>) -> Self {
        Self::Text(text.into())
    }

    /// A text that may be missing.
    pub fn maybe(text: Option<impl Into<Cow<'a, str>>>) -> Self {
        Self::Text(text.map(Into::into).unwrap_or_default())
    }

    /// A number with a point.
    pub fn number(number: impl Into<Cow<'a, str>>) -> Self {
        Self::Number(number.into())
    }

    /// A count.
    pub fn count(n: usize) -> Self {
        Self::number(n.to_string())
    }

    /// Several ids or names, with a bar between them.
    pub fn list(parts: impl IntoIterator<Item = impl AsRef<str>>) -> Self {
        let mut list = String::new();
        for (at, part) in parts.into_iter().enumerate() {
            if at > 0 {
                list.push('|');
            }
            list.extend(part.as_ref().chars().map(|own| if own == '|' { '/' } else { own }));
        }
        Self::Text(list.into())
    }

    fn written(self) -> Cow<'a, str> {
        match self {
            Self::Number(number) if is_number(&number) => number,
            Self::Text(text) | Self::Number(text) => {
                let is_out = |c: char| c.is_control() && !matches!(c, '\n' | '\t');
                let clean =
                    if text.contains(is_out) { text.replace(is_out, "").into() } else { text };
                if clean.starts_with(['=', '+', '-', '@', '\t', '\n']) {
                    format!("'{clean}").into()
                } else {
                    clean
                }
            }
        }
    }
}

fn is_number(text: &str) -> bool {
    let digits = text.strip_prefix('-').unwrap_or(text);
    digits.starts_with(|c: char| c.is_ascii_digit())
        && digits.bytes().all(|byte| byte.is_ascii_digit() || byte == b'.')
}

impl Csv {
    /// A table with its header row.
    pub fn new(columns: &[&str]) -> Self {
        let mut csv = Self::default();
        csv.row(columns.iter().map(|name| Cell::text(*name)));
        csv
    }

    /// Adds a row.
    pub fn row<'a>(&mut self, cells: impl IntoIterator<Item = Cell<'a>>) {
        for (at, cell) in cells.into_iter().enumerate() {
            if at > 0 {
                self.0.push(',');
            }
            let text = cell.written();
            if text.contains([',', '"', '\n', ';'])
                || text.starts_with(' ')
                || text.ends_with(' ')
            {
                self.0.push('"');
                self.0.push_str(&text.replace('"', "\"\""));
                self.0.push('"');
            } else {
                self.0.push_str(&text);
            }
        }
        self.0.push_str("\r\n");
    }

    /// The finished text.
    pub fn finish(self) -> String {
        self.0
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_looks_like_a_formula_stays_text_and_numbers_stay_numbers() {
        let mut csv = Csv::new(&["a", "b"]);
        for text in ["=1+1", "+31", "-5", "@x", "\t=1", "\u{8}=1", "gewoon"] {
            csv.row([Cell::text(text), Cell::number("-5.2")]);
        }
        csv.row([Cell::text(""), Cell::number("=1")]);
        let rows = [
            "a,b",
            "'=1+1,-5.2",
            "'+31,-5.2",
            "'-5,-5.2",
            "'@x,-5.2",
            "'\t=1,-5.2",
            "'=1,-5.2",
            "gewoon,-5.2",
            ",'=1",
            "",
        ];
        assert_eq!(csv.finish(), rows.join("\r\n"));
    }

    #[test]
    fn signs_of_the_format_are_quoted() {
        let mut csv = Csv::new(&["a"]);
        csv.row([Cell::text("een \"twee\", drie\r\nvier; \u{e9}")]);
        csv.row([Cell::list(["a|b", "c"])]);
        assert_eq!(csv.finish(), "a\r\n\"een \"\"twee\"\", drie\nvier; \u{e9}\"\r\na/b|c\r\n");
    }
}
