//! SVG files: what drawing programmes note for themselves.

use crate::media::probe::{Attribute, Scanner, Token};

/// A copy without remarks, descriptions for machines, and elements and attributes of drawing
/// programmes; `None` when it cannot be read.
pub(super) fn clean(bytes: &[u8]) -> Option<Vec<u8>> {
    let text = std::str::from_utf8(bytes).ok()?;
    let mut scanner = Scanner::new(text);
    let mut copy = Copy::default();
    loop {
        let start = scanner.place();
        let token = scanner.token()?;
        if token == Token::End {
            return Some(copy.text.into_bytes());
        }
        copy.take(&token, text.get(start..scanner.place())?);
    }
}

#[derive(Default)]
struct Copy<'a> {
    text: String,
    /// The prefix of SVG's own names, where they have one.
    prefix: Option<&'a str>,
    /// How many elements are open that are left out.
    left_out: usize,
}

impl<'a> Copy<'a> {
    fn take(&mut self, token: &Token<'a>, written: &str) {
        match token {
            Token::Open { name, written: own, attributes, is_empty } => {
                let prefix = own.split_once(':').map(|(prefix, _)| prefix);
                if !self.text.contains('<') {
                    self.prefix = prefix;
                }
                let is_ours = prefix.is_none() || prefix == self.prefix;
                if self.left_out > 0 || !is_ours || name == "metadata" {
                    self.left_out += usize::from(!is_empty);
                    return;
                }
                self.text.push('<');
                self.text.push_str(own);
                for attribute in attributes {
                    self.attribute(attribute);
                }
                self.text.push_str(if *is_empty { "/>" } else { ">" });
            }
            Token::Close if self.left_out > 0 => self.left_out -= 1,
            _ if self.left_out > 0 => {}
            // Remarks come as empty texts.
            Token::Text("") | Token::Declaration(_) | Token::Instruction(_) | Token::End => {}
            Token::Close | Token::Text(_) => self.text.push_str(written),
        }
    }

    fn attribute(&mut self, attribute: &Attribute<'_>) {
        let Attribute { name, value } = attribute;
        let is_ours = match name.split_once(':') {
            None | Some(("xlink" | "xml", _)) => true,
            Some(("xmlns", prefix)) => prefix == "xlink" || Some(prefix) == self.prefix,
            Some(_) => false,
        };
        if is_ours {
            let quote = if value.contains('"') { '\'' } else { '"' };
            self.text.push(' ');
            self.text.push_str(name);
            self.text.push('=');
            self.text.push(quote);
            self.text.push_str(value);
            self.text.push(quote);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn cleaned(text: &str) -> String {
        String::from_utf8(clean(text.as_bytes()).unwrap()).unwrap()
    }

    #[test]
    fn what_programmes_note_goes_and_the_drawing_stays() {
        let text = "<?xml version='1.0'?><!-- Made by Jan --><svg xmlns=\"http://www.w3.org/2000/svg\" \
            xmlns:inkscape='http://www.inkscape.org' inkscape:version='1.3' viewBox='0 0 4 3' \
            xmlns:xlink='x'>\n<title>Stappen</title><metadata><rdf:RDF><dc:creator>Jan</dc:creator>\
            </rdf:RDF></metadata><sodipodi:namedview id='v'><inkscape:grid/></sodipodi:namedview>\
            <g inkscape:label='Laag' fill='url(\"#g\")'><use xlink:href='#a'/><!-- b --></g>\
            <style><![CDATA[.a > .b{}]]></style></svg>";
        assert_eq!(
            cleaned(text),
            "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 4 3\" xmlns:xlink=\"x\">\n\
             <title>Stappen</title><g fill='url(\"#g\")'><use xlink:href=\"#a\"/></g>\
             <style><![CDATA[.a > .b{}]]></style></svg>"
        );
    }

    #[test]
    fn a_drawing_with_a_prefix_of_its_own_stays() {
        let text =
            "<ns0:svg xmlns:ns0=\"s\" xmlns:ns1=\"i\"><ns0:g ns1:a=\"b\"/><ns1:x/></ns0:svg>";
        assert_eq!(cleaned(text), "<ns0:svg xmlns:ns0=\"s\"><ns0:g/></ns0:svg>");
        assert_eq!(clean(b"<svg><g"), None);
    }
}
