//! Addresses in CSS.

/// Calls `found` with every address in `url(…)` and `@import "…"`. Comments and other strings
/// are passed over. One walk through the text.
pub(super) fn addresses(text: &str, mut found: impl FnMut(&str)) {
    let mut rest = text;
    let mut importing = false;
    while let Some(at) = rest.find(['/', '"', '\'', '@', 'u', 'U', ';', '{']) {
        rest = rest.get(at..).unwrap_or_default();
        if let Some(comment) = rest.strip_prefix("/*") {
            rest = comment.split_once("*/").map_or("", |(_, after)| after);
        } else if let Some((string, after)) = quoted(rest) {
            if importing {
                found(string);
            }
            importing = false;
            rest = after;
        } else if let Some(after) = strip_word(rest, "url(") {
            let (address, after) = in_brackets(after);
            if !address.is_empty() {
                found(address);
            }
            importing = false;
            rest = after;
        } else {
            importing = match strip_word(rest, "@import") {
                Some(_) => true,
                None => importing && !rest.starts_with([';', '{']),
            };
            rest = rest.get(1..).unwrap_or_default();
        }
    }
}

fn strip_word<'a>(text: &'a str, word: &str) -> Option<&'a str> {
    let (start, rest) = text.split_at_checked(word.len())?;
    start.eq_ignore_ascii_case(word).then_some(rest)
}

/// A string in quotes and what follows it.
fn quoted(text: &str) -> Option<(&str, &str)> {
    let quote = text.chars().next().filter(|c| matches!(c, '"' | '\''))?;
    let inner = text.get(1..)?;
    let mut escaped = false;
    let end = inner.find(|c| {
        let ends = !escaped && (c == quote || c == '\n');
        escaped = !escaped && c == '\\';
        ends
    });
    let end = end.unwrap_or(inner.len());
    Some((inner.get(..end)?, inner.get(end + 1..).unwrap_or_default()))
}

/// The address in `url(…)` and what follows the bracket.
fn in_brackets(text: &str) -> (&str, &str) {
    let text = text.trim_start();
    if let Some((string, after)) = quoted(text) {
        return (string, after.trim_start().strip_prefix(')').unwrap_or(after));
    }
    match text.split_once(')') {
        Some((address, after)) => (address.trim(), after),
        None => (text.trim(), ""),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn all(text: &str) -> Vec<String> {
        let mut list = Vec::new();
        addresses(text, |address| list.push(address.to_owned()));
        list
    }

    #[test]
    fn addresses_in_url_and_import_are_found() {
        let css = "@import 'a.css' screen; @import url(b.css);\n\
                   a { background: URL( \"c d.png\" ), url(e.png) } /* url(no.png) */\n\
                   q::before { content: \"url(no.png)\" } b{cursor:url('f.cur'),auto}";
        assert_eq!(all(css), ["a.css", "b.css", "c d.png", "e.png", "f.cur"]);
    }

    #[test]
    fn broken_css_ends() {
        assert_eq!(all("a{b:url("), Vec::<String>::new());
        assert_eq!(all("@import \"x"), ["x"]);
        assert_eq!(all("/* open"), Vec::<String>::new());
        assert_eq!(all(&"\"\\".repeat(100_000)), Vec::<String>::new());
    }
}
