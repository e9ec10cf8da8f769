//! The custom properties that a stylesheet gives to all pages.

use super::styles::without_comments;

/// A custom property as written.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Declared {
    /// Its name, with both dashes.
    pub(super) name: String,
    /// Its value.
    pub(super) value: String,
    /// Its line, from 1.
    pub(super) line: usize,
    /// Whether it is for dark mode.
    pub(super) is_dark: bool,
}

/// The custom properties of `:root`, in order.
pub(super) fn declared(css: &str) -> Vec<Declared> {
    let css = without_comments(css);
    let mut found = Vec::new();
    let mut around: Vec<String> = Vec::new();
    let (mut chunk, mut quote) = (String::new(), None);
    let (mut line, mut start) = (1, 1);
    for c in css.chars() {
        line += usize::from(c == '\n');
        if chunk.is_empty() {
            if c.is_whitespace() {
                continue;
            }
            start = line;
        }
        match (quote, c) {
            (Some(open), c) if c == open => quote = None,
            (None, '"' | '\'') => quote = Some(c),
            (None, '{') => {
                around.push(std::mem::take(&mut chunk));
                continue;
            }
            (None, '}' | ';') => {
                let text = std::mem::take(&mut chunk);
                if let Some(((name, value), is_dark)) = property(&text).zip(mode(&around)) {
                    found.push(Declared { name, value, line: start, is_dark });
                }
                if c == '}' {
                    around.pop();
                }
                continue;
            }
            _ => {}
        }
        chunk.push(c);
    }
    found
}

/// The name and value of a custom property.
fn property(text: &str) -> Option<(String, String)> {
    let (name, value) = text.trim().split_once(':')?;
    let name = name.trim();
    name.starts_with("--").then(|| (name.to_owned(), value.trim().to_owned()))
}

/// Whether what stands in these blocks is for dark mode; `None` for what is not for all pages on
/// a screen.
fn mode(around: &[String]) -> Option<bool> {
    let mut is_dark = false;
    for block in around {
        let block = block.trim();
        if block.starts_with("@media") {
            if !block.contains("prefers-color-scheme") {
                return None;
            }
            is_dark |= block.contains("dark") && !block.contains("not ");
        } else if !block.starts_with("@layer") && block != ":root" {
            return None;
        }
    }
    Some(is_dark)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn those_of_the_root_are_found_in_both_modes_and_no_others() {
        let css = "/* x */\n@layer a {\n:root {\n--a: 1;\n--b:\n\"}\" }\n\
                   @media (prefers-color-scheme: dark) { :root { --a: 2 } }\n\
                   @media print { :root { --a: 3 } }\np { --c: 4 } }\n";
        let found = declared(css);
        let found: Vec<(&str, &str, usize, bool)> = found
            .iter()
            .map(|own| (own.name.as_str(), own.value.as_str(), own.line, own.is_dark))
            .collect();
        let expected =
            [("--a", "1", 4, false), ("--b", "\"}\"", 5, false), ("--a", "2", 7, true)];
        assert_eq!(found, expected);
    }
}
