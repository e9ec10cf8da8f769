//! The HTML writer: text is escaped, elements are closed in order.

use crate::base::{direction, escape_attribute, escape_text};

/// Writes HTML piece by piece. Attributes belong to the element opened last and come before
/// its content. `finish` closes whatever is still open.
#[derive(Debug, Default)]
pub struct Html {
    out: String,
    open: Vec<&'static str>,
    /// The start tag of the element opened last still takes attributes.
    in_tag: bool,
}

impl Html {
    /// Nothing yet.
    pub fn new() -> Self {
        Self::default()
    }

    /// Begins an element.
    pub fn open(&mut self, name: &'static str) -> &mut Self {
        self.void(name);
        self.open.push(name);
        self
    }

    /// Writes an element that has no content and no end, such as `img`.
    pub fn void(&mut self, name: &'static str) -> &mut Self {
        self.end_tag();
        self.out.push('<');
        self.out.push_str(name);
        self.in_tag = true;
        self
    }

    /// Gives the element opened last an attribute. Ignored once it has content.
    pub fn attr(&mut self, name: &'static str, value: &str) -> &mut Self {
        if self.in_tag {
            self.out.push(' ');
            self.out.push_str(name);
            self.out.push_str("=\"");
            escape_attribute(&mut self.out, value);
            self.out.push('"');
        }
        self
    }

    /// Gives the element opened last an attribute where there is a value.
    pub fn maybe_attr(&mut self, name: &'static str, value: Option<&str>) -> &mut Self {
        match value {
            Some(value) => self.attr(name, value),
            None => self,
        }
    }

    /// Gives the element opened last the language of its words, where that is not the page's.
    pub fn tongue(&mut self, lang: Option<&str>) -> &mut Self {
        match lang {
            Some(lang) => self.attr("lang", lang).attr("dir", direction(lang)),
            None => self,
        }
    }

    /// Gives the element opened last an attribute without a value, such as `controls`.
    pub fn flag(&mut self, name: &'static str) -> &mut Self {
        if self.in_tag {
            self.out.push(' ');
            self.out.push_str(name);
        }
        self
    }

    /// Shorthand for the attribute `class`.
    pub fn class(&mut self, names: &str) -> &mut Self {
        self.attr("class", names)
    }

    /// Writes text.
    pub fn text(&mut self, text: &str) -> &mut Self {
        self.end_tag();
        escape_text(&mut self.out, text);
        self
    }

    /// Writes HTML that another `Html` made.
    pub fn html(&mut self, made: &str) -> &mut Self {
        self.end_tag();
        self.out.push_str(made);
        self
    }

    /// Ends the element opened last.
    pub fn close(&mut self) -> &mut Self {
        self.end_tag();
        if let Some(name) = self.open.pop() {
            self.out.push_str("</");
            self.out.push_str(name);
            self.out.push('>');
        }
        self
    }

    /// Begins a new line, where white space means nothing.
    pub fn line(&mut self) -> &mut Self {
        self.end_tag();
        if !self.out.is_empty() && !self.out.ends_with('\n') {
            self.out.push('\n');
        }
        self
    }

    /// The HTML.
    pub fn finish(mut self) -> String {
        while !self.open.is_empty() {
            self.close();
        }
        self.end_tag();
        self.out
    }

    fn end_tag(&mut self) {
        if self.in_tag {
            self.out.push('>');
            self.in_tag = false;
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn text_is_escaped_and_elements_are_closed() {
        let mut html = Html::new();
        html.open("p").class("a\"b").open("em").text("x < y").close().text(" & ");
        html.void("img").attr("alt", "<é>").flag("hidden").attr("id", "i");
        assert_eq!(
            html.finish(),
            "<p class=\"a&quot;b\"><em>x &lt; y</em> &amp; <img alt=\"&lt;é&gt;\" hidden id=\"i\"></p>"
        );
    }

    #[test]
    fn an_attribute_after_content_is_ignored() {
        let mut html = Html::new();
        html.open("p").text("x").attr("id", "late").close().close();
        assert_eq!(html.finish(), "<p>x</p>");
    }
}
