//! The start tags of a mail, with their attributes as a reader of HTML sees them. Comments,
//! also those for Word's engine, are passed over.

/// A start tag.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Tag {
    /// The name in lower case.
    pub(super) name: String,
    /// The attributes.
    pub(super) attributes: Vec<(String, String)>,
}

impl Tag {
    /// The value of an attribute.
    pub(super) fn get(&self, name: &str) -> Option<&str> {
        self.attributes.iter().find(|(own, _)| own == name).map(|(_, value)| value.as_str())
    }
}

/// Every start tag, in order.
pub(super) fn tags(html: &str) -> Vec<Tag> {
    let mut tags = Vec::new();
    let mut rest = html;
    while let Some((_, after)) = rest.split_once('<') {
        if let Some(comment) = after.strip_prefix("!--") {
            rest = comment.split_once("-->").map_or("", |(_, after)| after);
            continue;
        }
        let name: String = after.chars().take_while(char::is_ascii_alphanumeric).collect();
        rest = after.get(name.len()..).unwrap_or_default();
        if !name.is_empty() {
            let (attributes, after) = attributes(rest);
            tags.push(Tag { name: name.to_ascii_lowercase(), attributes });
            rest = after;
        }
    }
    tags
}

/// The attributes up to the end of a tag, and what stands behind it.
fn attributes(text: &str) -> (Vec<(String, String)>, &str) {
    let mut found = Vec::new();
    let mut rest = text;
    loop {
        rest = rest.trim_start_matches(|c: char| c.is_whitespace() || c == '/');
        if rest.is_empty() || rest.starts_with('>') {
            return (found, rest.strip_prefix('>').unwrap_or_default());
        }
        let end = rest.find(|c: char| c.is_whitespace() || "=>/".contains(c));
        let (name, after) = rest.split_at(end.unwrap_or(rest.len()));
        // A sign that stands where a name should is passed over.
        rest = if name.is_empty() { after.get(1..).unwrap_or_default() } else { after };
        let mut value = String::new();
        if let Some(after) = rest.trim_start().strip_prefix('=') {
            let after = after.trim_start();
            let (text, behind) = match after.chars().next() {
                Some(quote @ ('"' | '\'')) => {
                    let inside = after.get(1..).unwrap_or_default();
                    inside.split_once(quote).unwrap_or((inside, ""))
                }
                _ => {
                    let end = after.find(|c: char| c.is_whitespace() || c == '>');
                    after.split_at(end.unwrap_or(after.len()))
                }
            };
            value = unescaped(text);
            rest = behind;
        }
        if !name.is_empty() {
            found.push((name.to_ascii_lowercase(), value));
        }
    }
}

/// A value without the references that mail is written with.
fn unescaped(text: &str) -> String {
    let mut out = text.to_owned();
    let references = [
        ("&lt;", "<"),
        ("&gt;", ">"),
        ("&quot;", "\""),
        ("&#91;", "["),
        ("&#123;", "{"),
        ("&#124;", "|"),
        ("&#37;", "%"),
        ("&amp;", "&"),
    ];
    for (reference, sign) in references {
        out = out.replace(reference, sign);
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn tags_are_found_with_their_attributes_and_comments_are_not() {
        let html = "<P class=a hidden>1 < 2</p><!--[if mso]><table><![endif]--><img alt=\"a > b\" src='x?a=1&amp;b=2'/>";
        let found = tags(html);
        let names: Vec<&str> = found.iter().map(|tag| tag.name.as_str()).collect();
        assert_eq!(names, ["p", "img"]);
        assert_eq!((found[0].get("class"), found[0].get("hidden")), (Some("a"), Some("")));
        assert_eq!(found[1].get("alt"), Some("a > b"));
        assert_eq!(found[1].get("src"), Some("x?a=1&b=2"));
    }

    #[test]
    fn what_never_ends_ends() {
        for (html, found) in [
            ("<a href=\"x", 1),
            ("<a =", 1),
            ("<", 0),
            ("<!-- ", 0),
            ("<a b='", 1),
            ("<é>", 0),
            ("<a\u{301} x>", 1),
        ] {
            assert_eq!(tags(html).len(), found, "{html}");
        }
    }
}
