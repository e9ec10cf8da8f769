//! Writing the HTML of mail: escaped by the crate's one escaping, and so that no mail tool
//! takes a title for one of its placeholders.

use crate::base::{direction, escape_attribute, escape_text};

/// The attributes of words in a language within words in another one.
pub(super) fn in_language(lang: &str) -> [(&str, &str); 2] {
    [("lang", lang), ("dir", direction(lang))]
}

/// The attributes of a whole in a language: it begins at the left if nothing else is said.
pub(super) fn all_in_language(lang: &str) -> Vec<(&str, &str)> {
    let mut attributes = in_language(lang).to_vec();
    attributes.retain(|attribute| *attribute != ("dir", "ltr"));
    attributes
}

/// HTML in the making.
#[derive(Debug, Default)]
pub(super) struct Markup {
    out: String,
}

impl Markup {
    /// HTML that stands in the programme.
    pub(super) fn raw(&mut self, html: &'static str) -> &mut Self {
        self.out.push_str(html);
        self
    }

    /// HTML as the record of an edition that was sent gives it.
    pub(super) fn kept(&mut self, html: &str) -> &mut Self {
        self.out.push_str(html);
        self
    }

    /// HTML that was made here.
    pub(super) fn append(&mut self, html: &Self) -> &mut Self {
        self.out.push_str(&html.out);
        self
    }

    /// Text.
    pub(super) fn text(&mut self, text: &str) -> &mut Self {
        push(&mut self.out, text, escape_text);
        self
    }

    /// The start of an element.
    pub(super) fn open(&mut self, name: &str, attributes: &[(&str, &str)]) -> &mut Self {
        self.out.push('<');
        self.out.push_str(name);
        for (key, value) in attributes {
            self.out.push(' ');
            self.out.push_str(key);
            self.out.push_str("=\"");
            push(&mut self.out, value, escape_attribute);
            self.out.push('"');
        }
        self.out.push('>');
        self
    }

    /// The end of an element.
    pub(super) fn close(&mut self, name: &str) -> &mut Self {
        self.out.push_str("</");
        self.out.push_str(name);
        self.out.push('>');
        self
    }

    /// An element with text in it.
    pub(super) fn element(
        &mut self,
        name: &str,
        attributes: &[(&str, &str)],
        text: &str,
    ) -> &mut Self {
        self.open(name, attributes).text(text).close(name)
    }

    /// A link where there is an address, the words alone where there is none.
    pub(super) fn link(&mut self, href: Option<&str>, style: &str, words: &str) -> &mut Self {
        match href {
            Some(href) if style.is_empty() => self.element("a", &[("href", href)], words),
            Some(href) => self.element("a", &[("href", href), ("style", style)], words),
            None => self.text(words),
        }
    }

    /// A link to what a mail tool will fill in. The tool looks for what was set, sign by sign: only
    /// what would end the attribute is written in another way, and told where it was set.
    pub(super) fn placeholder(&mut self, href: &str, style: &str, words: &str) -> &mut Self {
        self.out.push_str("<a href=\"");
        self.out.push_str(&href.replace('&', "&amp;").replace('"', "&quot;"));
        self.out.push_str("\" style=\"");
        escape_attribute(&mut self.out, style);
        self.out.push_str("\">");
        self.text(words).close("a")
    }

    /// What a mail tool will put in the place of text.
    pub(super) fn placeholder_text(&mut self, text: &str) -> &mut Self {
        let mut rest = text;
        while let Some((before, after)) = rest.split_once('<') {
            self.out.push_str(&before.replace('&', "&amp;"));
            // Readers of HTML take it for a sign where no name follows.
            let is_tag =
                after.starts_with(|c: char| c.is_ascii_alphabetic() || "/!?".contains(c));
            self.out.push_str(if is_tag { "&lt;" } else { "<" });
            rest = after;
        }
        self.out.push_str(&rest.replace('&', "&amp;"));
        self
    }

    /// The finished HTML.
    pub(super) fn finish(self) -> String {
        self.out
    }
}

/// Appends escaped text. The characters with which mail tools mark what they replace
/// (`*|x|*`, `{{x}}`, `[x]`, `%%x%%`) become numeric references: readers see the same, tools do not.
fn push(out: &mut String, text: &str, escape: fn(&mut String, &str)) {
    let mut rest = text;
    while let Some((at, length, with)) = next_special(rest) {
        let (before, after) = rest.split_at(at);
        escape(out, before);
        out.push_str(with);
        rest = after.get(length..).unwrap_or_default();
    }
    escape(out, rest);
}

fn next_special(text: &str) -> Option<(usize, usize, &'static str)> {
    text.char_indices().find_map(|(at, c)| {
        let with = match c {
            '[' => "&#91;",
            '{' => "&#123;",
            '|' => "&#124;",
            '%' if text.as_bytes().get(at + 1) == Some(&b'%') => "&#37;",
            '\n' | '\t' => return None,
            c if c.is_control() => "",
            _ => return None,
        };
        Some((at, c.len_utf8(), with))
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_a_mail_tool_would_replace_stays_text() {
        let mut markup = Markup::default();
        markup.text("<b> *|X|* {{ x }} {$x} [UNSUBSCRIBE] %%x%% 31%\u{0}");
        assert_eq!(
            markup.finish(),
            "&lt;b&gt; *&#124;X&#124;* &#123;&#123; x }} &#123;$x} &#91;UNSUBSCRIBE] &#37;%x&#37;% 31%"
        );
    }

    #[test]
    fn placeholders_stand_as_they_were_set_and_leave_nothing() {
        let mut markup = Markup::default();
        markup.placeholder("<%unsub%>", "", "af").placeholder_text(" <%a%> {{'x'}} <b>");
        let html = "<a href=\"<%unsub%>\" style=\"\">af</a> <%a%> {{'x'}} &lt;b>";
        assert_eq!(markup.finish(), html);
        let mut markup = Markup::default();
        markup.placeholder("\"&<x>", "", "");
        assert_eq!(markup.finish(), "<a href=\"&quot;&amp;<x>\" style=\"\"></a>");
    }

    #[test]
    fn an_attribute_cannot_be_left() {
        let mut markup = Markup::default();
        markup.open("img", &[("alt", "\"><script>|")]);
        assert_eq!(markup.finish(), "<img alt=\"&quot;&gt;&lt;script&gt;&#124;\">");
    }
}
