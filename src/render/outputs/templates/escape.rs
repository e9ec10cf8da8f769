//! Text of views as HTML, with the apostrophes that readers know: editors type `regio's`, and
//! a page shows `regio’s`. Bodies are set by the Markdown reader already.

use std::io::{self, Write};

use crate::base::is_apostrophe;

/// Writes a text so that it means itself inside an element or a quoted attribute.
pub(super) fn escape(text: &str, out: &mut dyn Write) -> io::Result<()> {
    let mut rest = text;
    while let Some(at) = rest.find(['&', '<', '>', '"', '\'']) {
        let (before, found) = rest.split_at(at);
        out.write_all(before.as_bytes())?;
        let mut chars = found.chars();
        let escaped = match chars.next() {
            Some('&') => "&amp;",
            Some('<') => "&lt;",
            Some('>') => "&gt;",
            Some('"') => "&quot;",
            // An address may hold one, and must stay as it is.
            _ if text.contains("://") => "&#39;",
            _ if is_apostrophe(before.chars().next_back(), chars.as_str()) => "’",
            _ => "&#39;",
        };
        out.write_all(escaped.as_bytes())?;
        rest = chars.as_str();
    }
    out.write_all(rest.as_bytes())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn escaped(text: &str) -> String {
        let mut out = Vec::new();
        escape(text, &mut out).unwrap();
        String::from_utf8(out).unwrap()
    }

    #[test]
    fn marks_mean_themselves() {
        assert_eq!(escaped("<a href=\"x\">&"), "&lt;a href=&quot;x&quot;&gt;&amp;");
        assert_eq!(escaped("gewoon"), "gewoon");
        assert_eq!(escaped(""), "");
    }

    #[test]
    fn apostrophes_are_set_and_quotes_are_not() {
        assert_eq!(escaped("Regio's en agenda's"), "Regio’s en agenda’s");
        assert_eq!(escaped("'s-Hertogenbosch in 't klein"), "’s-Hertogenbosch in ’t klein");
        assert_eq!(escaped("'samen' werkt"), "&#39;samen&#39; werkt");
        assert_eq!(escaped("'"), "&#39;");
    }

    #[test]
    fn an_address_keeps_its_marks() {
        assert_eq!(
            escaped("https://a.example/l'art?a&b"),
            "https://a.example/l&#39;art?a&amp;b"
        );
    }
}
