//! SVG drawings: how large they are, and whether anything in them runs or reaches out.

mod scan;
mod style;

use crate::diag::problem::{Media, SvgDanger};

use super::{Facts, Found};
pub(in crate::media) use scan::{Attribute, Scanner, Token, decoded};

/// No more dangers of one file than somebody can read.
const MAX_DANGERS: usize = 20;
/// Elements within elements; drawing programmes use a tenth of it, and who draws them goes as
/// deep.
const MAX_DEPTH: usize = 200;
/// The size of a drawing that does not say it, as browsers take it.
const NO_SIZE: (u32, u32) = (300, 150);

/// Elements that run something or bring in another document.
const FORBIDDEN: [&str; 14] = [
    "script",
    "foreignobject",
    "iframe",
    "embed",
    "object",
    "audio",
    "video",
    "handler",
    "listener",
    "html",
    "body",
    "base",
    "link",
    "meta",
];

/// Attributes that hold an address.
const ADDRESSES: [&str; 8] =
    ["href", "src", "srcset", "action", "formaction", "poster", "ping", "base"];

/// Refuses a drawing that is not safe or cannot be read.
pub(in crate::media) fn check(bytes: &[u8]) -> Result<(), Media> {
    let (facts, problems) = probe(bytes)?;
    match problems.into_iter().next() {
        Some(problem) if facts == Facts::Unusable => Err(problem),
        _ => Ok(()),
    }
}

pub(super) fn probe(bytes: &[u8]) -> Found {
    let text = std::str::from_utf8(bytes)
        .map_err(|_| Media::Damaged { detail: "not UTF-8".to_owned() })?;
    let mut reading = Reading::default();
    let mut scanner = Scanner::new(text);
    while reading.dangers.len() < MAX_DANGERS {
        let start = scanner.place();
        let token = scanner.token().ok_or(Media::Truncated)?;
        if token == Token::End {
            break;
        }
        reading.take(&token, start)?;
    }
    if !reading.dangers.is_empty() {
        let line = |at: usize| text.bytes().take(at).filter(|byte| *byte == b'\n').count() + 1;
        let told = |(danger, at)| Media::UnsafeSvg { danger, line: line(at) };
        return Ok((Facts::Unusable, reading.dangers.into_iter().map(told).collect()));
    }
    if reading.depth > 0 {
        return Err(Media::Truncated);
    }
    if !reading.has_root {
        return Err(Media::Damaged { detail: "no svg element".to_owned() });
    }
    let (width, height) = reading.size.unwrap_or(NO_SIZE);
    let problems =
        if reading.size.is_none() { vec![Media::SvgWithoutSize] } else { Vec::new() };
    Ok((Facts::Drawing { width, height }, problems))
}

/// What was read so far.
#[derive(Debug, Default)]
struct Reading {
    dangers: Vec<(SvgDanger, usize)>,
    /// Elements that are open.
    depth: usize,
    /// Whether text is a style sheet.
    in_style: bool,
    /// Whether the first element was read.
    has_root: bool,
    /// The size of the first element, where it says one.
    size: Option<(u32, u32)>,
}

impl Reading {
    fn take(&mut self, token: &Token<'_>, at: usize) -> Result<(), Media> {
        match token {
            Token::Open { name, attributes, is_empty, .. } => {
                self.open(name, attributes, at)?;
                if !is_empty {
                    self.depth += 1;
                    if self.depth > MAX_DEPTH {
                        let detail = format!("more than {MAX_DEPTH} elements in each other");
                        return Err(Media::Damaged { detail });
                    }
                    self.in_style = *name == "style";
                }
            }
            Token::Close => {
                self.depth = self.depth.saturating_sub(1);
                self.in_style = false;
            }
            Token::Text(text) if self.in_style => {
                let text = decoded(text);
                let danger = match &text {
                    Some(text) => style::danger(text),
                    None => Some(SvgDanger::Doctype),
                };
                self.dangers.extend(danger.map(|danger| (danger, at)));
            }
            Token::Declaration(text) => {
                if !is_standard_doctype(text) {
                    self.dangers.push((SvgDanger::Doctype, at));
                }
            }
            Token::Instruction(text) => {
                if text.starts_with("xml-stylesheet") || !is_known_encoding(text) {
                    self.dangers.push((SvgDanger::Style, at));
                }
            }
            Token::Text(_) | Token::End => {}
        }
        Ok(())
    }

    fn open(
        &mut self,
        name: &str,
        attributes: &[Attribute<'_>],
        at: usize,
    ) -> Result<(), Media> {
        if !self.has_root {
            if name != "svg" {
                return Err(Media::Damaged { detail: format!("begins with {name}, not svg") });
            }
            self.has_root = true;
            self.size = size(attributes);
        }
        if FORBIDDEN.contains(&name) {
            self.dangers.push((SvgDanger::Element(name.to_owned()), at));
        }
        for attribute in attributes {
            let danger = match decoded(attribute.value) {
                Some(value) => danger(name, attribute.name, &value),
                None => Some(SvgDanger::Doctype),
            };
            self.dangers.extend(danger.map(|danger| (danger, at)));
        }
        Ok(())
    }
}

fn danger(element: &str, attribute: &str, value: &str) -> Option<SvgDanger> {
    let name = attribute.to_ascii_lowercase();
    let local = name.rsplit(':').next().unwrap_or_default();
    let squeezed: String = value
        .chars()
        .filter(|c| !c.is_whitespace() && !c.is_control())
        .flat_map(char::to_lowercase)
        .collect();
    if local.starts_with("on") && local.len() > 2 {
        return Some(SvgDanger::Handler(attribute.to_owned()));
    }
    if name.starts_with("xmlns") && squeezed.ends_with("/1999/xhtml") {
        return Some(SvgDanger::Element("xhtml".to_owned()));
    }
    let moves = element == "set" || element.starts_with("animate");
    let target = squeezed.rsplit(':').next().unwrap_or_default();
    if moves && local == "attributename" && (target == "href" || target.starts_with("on")) {
        return Some(SvgDanger::Element(element.to_owned()));
    }
    let is_address = ADDRESSES.contains(&local);
    if (is_address && !style::is_inside(&squeezed)) || squeezed.contains("javascript:") {
        return Some(SvgDanger::Address(value.chars().take(80).collect()));
    }
    if local == "style" || style::is_presentation(local) {
        return style::danger(value);
    }
    style::outside_address(value)
}

/// The document type that drawing programmes write: no entities, and nobody fetches it.
fn is_standard_doctype(text: &str) -> bool {
    text.starts_with("<!DOCTYPE svg PUBLIC \"-//W3C//DTD SVG 1.") && !text.contains('[')
}

/// Whether the file is in an encoding in which ASCII means ASCII, so that it was read right.
fn is_known_encoding(instruction: &str) -> bool {
    let Some((_, rest)) = instruction.split_once("encoding") else { return true };
    let name = rest.trim_start_matches([' ', '=', '"', '\'', '\t']).to_ascii_lowercase();
    ["utf-8", "us-ascii", "iso-8859-", "windows-125"]
        .iter()
        .any(|known| name.starts_with(known))
}

/// Width and height in pixels: as said, else those of the view box.
fn size(attributes: &[Attribute<'_>]) -> Option<(u32, u32)> {
    let value = |name| attributes.iter().find(|a| a.name == name).map(|a| a.value);
    let said = value("width").and_then(length).zip(value("height").and_then(length));
    let (width, height) = said.or_else(|| {
        let numbers: Vec<f64> = value("viewBox")?
            .split([' ', ',', '\t', '\n', '\r'])
            .filter(|part| !part.is_empty())
            .take(5)
            .map_while(|part| part.parse().ok())
            .collect();
        match numbers.as_slice() {
            [_, _, width, height] => Some((*width, *height)),
            _ => None,
        }
    })?;
    let fits = |side: f64| (0.5..100_000.0).contains(&side);
    (fits(width) && fits(height)).then(|| (rounded(width), rounded(height)))
}

#[expect(
    clippy::cast_possible_truncation,
    clippy::cast_sign_loss,
    reason = "sides are between 0.5 and 100 000"
)]
fn rounded(side: f64) -> u32 {
    side.round() as u32
}

/// A length in pixels; `None` for shares of what is around.
fn length(text: &str) -> Option<f64> {
    let text = text.trim();
    let unit = text.trim_start_matches(|c: char| c.is_ascii_digit() || matches!(c, '.' | '+'));
    let number: f64 = text.strip_suffix(unit)?.parse().ok()?;
    let pixels = match unit {
        "" | "px" => 1.0,
        "in" => 96.0,
        "cm" => 96.0 / 2.54,
        "mm" => 96.0 / 25.4,
        "pt" => 96.0 / 72.0,
        "pc" => 16.0,
        _ => return None,
    };
    Some(number * pixels)
}

#[cfg(test)]
mod tests;
