//! Texts in a PDF: `(…)` or `<…>`, in one of three encodings.

use super::super::super::bytes::{find, from};
use super::super::super::pdf::places;
use super::super::super::reference::{Objects, reference};
use super::{MAX_NODES, MAX_TEXT};

/// The text behind a key: `(…)` or `<FEFF…>`.
pub(in crate::media::probe) fn text_after(bytes: &[u8], key: &[u8]) -> Option<String> {
    places(bytes, key).take(MAX_NODES).find_map(|at| text(from(bytes, at + key.len())))
}

/// The text in the object that a key names: `13 0 R`.
pub(in crate::media::probe) fn text_behind(
    file: &[u8],
    bytes: &[u8],
    key: &[u8],
) -> Option<String> {
    let named = |at: usize| reference(from(bytes, at + key.len()));
    let number = places(bytes, key).take(MAX_NODES).find_map(named)?;
    Objects::of(file).named(number).take(MAX_NODES).find_map(|at| text(from(file, at)))
}

fn text(bytes: &[u8]) -> Option<String> {
    let value = bytes.trim_ascii_start();
    let raw = match value.first()? {
        b'(' => literal(from(value, 1)),
        b'<' => hex(from(value, 1))?,
        _ => return None,
    };
    Some(decoded(&raw)).filter(|text| !text.is_empty())
}

fn literal(bytes: &[u8]) -> Vec<u8> {
    let mut out = Vec::new();
    let mut depth = 0_usize;
    let mut rest = bytes.iter().take(MAX_TEXT).copied();
    while let Some(byte) = rest.next() {
        match byte {
            b')' if depth == 0 => break,
            b')' => depth -= 1,
            b'(' => depth += 1,
            b'\\' => {
                let Some(escaped) = rest.next() else { break };
                match escaped {
                    b'0'..=b'7' => {
                        let mut code = escaped - b'0';
                        for _ in 0..2 {
                            let mut ahead = rest.clone();
                            let Some(digit @ b'0'..=b'7') = ahead.next() else { break };
                            code = code.wrapping_mul(8).wrapping_add(digit - b'0');
                            rest = ahead;
                        }
                        out.push(code);
                    }
                    b'n' | b'r' | b't' => out.push(b' '),
                    other => out.push(other),
                }
                continue;
            }
            _ => {}
        }
        out.push(byte);
    }
    out
}

fn hex(bytes: &[u8]) -> Option<Vec<u8>> {
    let digits = bytes.get(..find(bytes, b">")?.min(MAX_TEXT))?;
    let digits: Option<Vec<u8>> = digits
        .iter()
        .filter(|byte| !byte.is_ascii_whitespace())
        .map(|byte| char::from(*byte).to_digit(16).and_then(|digit| u8::try_from(digit).ok()))
        .collect();
    Some(
        digits?
            .chunks(2)
            .map(|pair| pair.iter().fold(0, |sum, digit| sum * 16 + digit))
            .collect(),
    )
}

/// UTF-16 or UTF-8 where a mark says so, otherwise one byte a letter.
fn decoded(raw: &[u8]) -> String {
    if let Some(wide) = raw.strip_prefix(b"\xfe\xff") {
        let units: Vec<u16> = wide
            .chunks_exact(2)
            .map(|p| p.iter().fold(0, |n, b| n << 8 | u16::from(*b)))
            .collect();
        return String::from_utf16_lossy(&units);
    }
    match raw.strip_prefix(b"\xef\xbb\xbf") {
        Some(text) => String::from_utf8_lossy(text).into_owned(),
        None => raw.iter().map(|byte| char::from(*byte)).collect(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn texts_are_decoded() {
        assert_eq!(decoded(&literal(br"a\(b\) (c) \351\n)rest")), "a(b) (c) é ");
        assert_eq!(hex(b"48 69>").map(|raw| decoded(&raw)), Some("Hi".to_owned()));
    }
}
