//! Escaping for HTML and XML; the only place that does it.

/// Appends text, escaped for the content of an element.
pub fn escape_text(out: &mut String, text: &str) {
    escape(out, text, |byte| match byte {
        b'&' => Some("&amp;"),
        b'<' => Some("&lt;"),
        b'>' => Some("&gt;"),
        _ => None,
    });
}

/// Appends text, escaped for an attribute value in double quotes.
pub fn escape_attribute(out: &mut String, text: &str) {
    escape(out, text, |byte| match byte {
        b'&' => Some("&amp;"),
        b'<' => Some("&lt;"),
        b'>' => Some("&gt;"),
        b'"' => Some("&quot;"),
        _ => None,
    });
}

/// A text without the characters that XML cannot hold, not even escaped: control characters
/// but tab and line ends, and the two that are no characters.
pub fn xml_characters(text: &str) -> String {
    let fits = |c: &char| !matches!(c, '\0'..='\x08' | '\x0b' | '\x0c' | '\x0e'..='\x1f' | '\u{fffe}' | '\u{ffff}');
    text.chars().filter(fits).collect()
}

fn escape(out: &mut String, text: &str, entity: impl Fn(u8) -> Option<&'static str>) {
    let mut rest = text;
    while let Some((at, with)) =
        rest.bytes().enumerate().find_map(|(at, byte)| entity(byte).map(|with| (at, with)))
    {
        let (before, after) = rest.split_at(at);
        out.push_str(before);
        out.push_str(with);
        // Every escaped character is one byte long, so this is a character boundary.
        rest = after.get(1..).unwrap_or_default();
    }
    out.push_str(rest);
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn special_characters_become_entities_once() {
        let mut out = String::new();
        escape_text(&mut out, "a < b & \"c\" > é");
        assert_eq!(out, "a &lt; b &amp; \"c\" &gt; é");
        out.clear();
        escape_attribute(&mut out, "\"é\" & <");
        assert_eq!(out, "&quot;é&quot; &amp; &lt;");
    }

    #[test]
    fn what_xml_cannot_hold_goes() {
        assert_eq!(xml_characters("a\u{8}b\tc\r\nd\u{fffe}é\0😀"), "ab\tc\r\ndé😀");
    }
}
