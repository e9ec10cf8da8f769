//! Text in Markdown: what an editor wrote as words stays words.

use super::wrap::clean;

/// Text in one line with every character escaped that means something in Markdown.
pub(super) fn escape(text: &str) -> String {
    escape_inline(&clean(text))
}

/// The same for a piece of a line: the spaces at its ends stay.
pub(super) fn escape_inline(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    let mut after = text.chars();
    while let Some(c) = after.next() {
        let marks = match c {
            '\\' | '`' | '*' | '_' | '[' | ']' | '<' | '>' | '~' | '|' => true,
            // `R & D` is no entity.
            '&' => !after.as_str().starts_with(' '),
            _ => false,
        };
        if marks {
            out.push('\\');
        }
        out.push(c);
    }
    out
}

/// Lines of escaped text with escaped what only at the start of a line means something:
/// headings, rules, list items.
pub(super) fn paragraph(lines: &str) -> String {
    let mut out = String::with_capacity(lines.len());
    for (at, line) in lines.trim().lines().enumerate() {
        if at > 0 {
            out.push('\n');
        }
        let line = line.trim_start();
        let digits = line.bytes().take_while(u8::is_ascii_digit).count();
        let after = line.get(digits..).unwrap_or_default();
        if digits > 0 && after.starts_with(['.', ')']) {
            out.push_str(line.get(..digits).unwrap_or_default());
            out.push('\\');
            out.push_str(after);
        } else {
            if line.starts_with(['#', '+', '-', '=', ':']) {
                out.push('\\');
            }
            out.push_str(line);
        }
    }
    out
}

/// A heading. A `#` at its end would be read as its closing mark.
pub(super) fn heading(level: u8, words: &str) -> String {
    let marks = "#".repeat(usize::from(level));
    match words.trim_end().strip_suffix('#') {
        Some(start) => format!("{marks} {start}\\#"),
        None => format!("{marks} {words}"),
    }
}

/// A link around words that are Markdown; the words alone without an address.
pub(super) fn link(words: &str, url: Option<&str>) -> String {
    url.map_or_else(|| words.to_owned(), |url| format!("[{words}]({})", destination(url)))
}

/// A picture.
pub(super) fn picture(alt: &str, url: &str) -> String {
    format!("![{}]({})", escape(alt), destination(url))
}

/// An address, of which no character ends the link or is read as something else.
fn destination(url: &str) -> String {
    let mut out = String::with_capacity(url.len());
    for c in url.chars() {
        match c {
            '(' => out.push_str("%28"),
            ')' => out.push_str("%29"),
            ';' => out.push_str("%3B"),
            '*' => out.push_str("%2A"),
            '\\' => out.push_str("%5C"),
            c => out.push(c),
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_stay_words() {
        assert_eq!(
            escape("*|X|* [a](b) <b> &amp; `c` \\ _d_\n\n# e"),
            "\\*\\|X\\|\\* \\[a\\](b) \\<b\\> \\&amp; \\`c\\` \\\\ \\_d\\_ # e"
        );
        assert_eq!(
            paragraph("# a\n- b\n12. c\n2020) d\n2020 e"),
            "\\# a\n\\- b\n12\\. c\n2020\\) d\n2020 e"
        );
    }

    #[test]
    fn an_address_ends_where_it_ends() {
        assert_eq!(
            link("a", Some("https://x.example/(b)?c=1&copy;#d")),
            "[a](https://x.example/%28b%29?c=1&copy%3B#d)"
        );
        assert_eq!(link("a", None), "a");
    }

    #[test]
    fn a_heading_keeps_its_last_character() {
        assert_eq!(heading(2, "In C #"), "## In C \\#");
        assert_eq!(heading(3, "In C"), "### In C");
    }
}
