//! SVG files: what drawing programmes note for themselves.

use crate::base::{escape_attribute, escape_text};
use crate::diag::problem::Uncleaned;
use crate::media::probe::{Attribute, Scanner, Token, decoded};

use super::inside;

/// A copy without remarks, descriptions for machines, and elements and attributes of drawing
/// programmes. Pictures in it are cleaned too.
pub(super) fn clean(bytes: &[u8]) -> Result<Vec<u8>, Uncleaned> {
    let text = std::str::from_utf8(bytes).map_err(|_| Uncleaned::Unreadable)?;
    let mut scanner = Scanner::new(text);
    let mut copy = Copy::default();
    loop {
        let start = scanner.place();
        let token = scanner.token().ok_or(Uncleaned::Unreadable)?;
        if token == Token::End {
            return Ok(copy.text.into_bytes());
        }
        copy.take(&token, text.get(start..scanner.place()).unwrap_or_default())?;
    }
}

#[derive(Default)]
struct Copy<'a> {
    text: String,
    /// The prefix of SVG's own names, where they have one.
    prefix: Option<&'a str>,
    /// How many elements are open that are left out.
    left_out: usize,
    /// Whether text is a style sheet.
    in_style: bool,
}

impl<'a> Copy<'a> {
    fn take(&mut self, token: &Token<'a>, written: &str) -> Result<(), Uncleaned> {
        let was_in_style = self.in_style;
        self.in_style = was_in_style && matches!(token, Token::Text(_));
        match token {
            Token::Open { name, written: own, attributes, is_empty } => {
                let prefix = own.split_once(':').map(|(prefix, _)| prefix);
                if !self.text.contains('<') {
                    self.prefix = prefix;
                }
                let is_ours = prefix.is_none() || prefix == self.prefix;
                if self.left_out > 0 || !is_ours || name == "metadata" {
                    self.left_out += usize::from(!is_empty);
                    return Ok(());
                }
                self.in_style = name == "style" && !is_empty;
                self.text.push('<');
                self.text.push_str(own);
                for attribute in attributes {
                    self.attribute(attribute)?;
                }
                self.text.push_str(if *is_empty { "/>" } else { ">" });
            }
            Token::Close if self.left_out > 0 => self.left_out -= 1,
            _ if self.left_out > 0 => {}
            // Remarks come as empty texts.
            Token::Text("") | Token::Declaration(_) | Token::Instruction(_) | Token::End => {}
            Token::Text(style) if was_in_style => self.style(style, written)?,
            Token::Close | Token::Text(_) => self.text.push_str(written),
        }
        Ok(())
    }

    fn style(&mut self, style: &str, written: &str) -> Result<(), Uncleaned> {
        let is_marked = written.starts_with("<![CDATA[");
        let text = if is_marked { Some(style.to_owned()) } else { decoded(style) };
        match inside::pure(&text.ok_or(Uncleaned::Unreadable)?)? {
            Some(pure) => escape_text(&mut self.text, &pure),
            None => self.text.push_str(written),
        }
        Ok(())
    }

    fn attribute(&mut self, attribute: &Attribute<'_>) -> Result<(), Uncleaned> {
        let Attribute { name, value } = attribute;
        let is_ours = match name.split_once(':') {
            None | Some(("xlink" | "xml", _)) => true,
            Some(("xmlns", prefix)) => prefix == "xlink" || Some(prefix) == self.prefix,
            Some(_) => false,
        };
        if !is_ours {
            return Ok(());
        }
        // No address is without these; paths are, and are long.
        let pure = if value.contains([':', '&']) {
            inside::pure(&decoded(value).ok_or(Uncleaned::Unreadable)?)?
        } else {
            None
        };
        self.text.push(' ');
        self.text.push_str(name);
        self.text.push('=');
        if let Some(pure) = pure {
            self.text.push('"');
            escape_attribute(&mut self.text, &pure);
            self.text.push('"');
        } else {
            let quote = if value.contains('"') { '\'' } else { '"' };
            self.text.push(quote);
            self.text.push_str(value);
            self.text.push(quote);
        }
        Ok(())
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
        assert_eq!(clean(b"<svg><g"), Err(Uncleaned::Unreadable));
    }

    #[test]
    fn photographs_in_a_drawing_are_cleaned_too() {
        // A JPEG that says "52.37N 4.9E" in a remark.
        let photo = "data:image/jpeg;base64,/9j//gANNTIuMzdOIDQuOUX/2gACcHj/2Q==";
        let clean = "data:image/jpeg;base64,/9j/2gACcHj/2Q==";
        let drawing = |photo: &str| {
            format!(
                "<svg><style>.a{{mask:url(\"{photo}\")}}</style><image xlink:href=\"{photo}\"/>\
                 <text aria-label=\"data: 4 &gt; 3\">url(x)</text></svg>"
            )
        };
        assert_eq!(cleaned(&drawing(photo)), drawing(clean));
        assert_eq!(cleaned(&drawing(clean)), drawing(clean));
        let marked =
            format!("<svg><style><![CDATA[.a > .b{{mask:url({photo})}}]]></style></svg>");
        let expected = format!("<svg><style>.a &gt; .b{{mask:url(\"{clean}\")}}</style></svg>");
        assert_eq!(cleaned(&marked), expected);
        let other = drawing("data:image/webp;base64,AAAA");
        let told = Uncleaned::Inside("image/webp".to_owned());
        assert_eq!(super::clean(other.as_bytes()), Err(told));
    }
}
