//! Which file an address asks for. Nothing but the output's own paths can be found.

use crate::output::{File, Output};

/// What there is at an address.
#[derive(Debug)]
pub(super) enum Found<'a> {
    /// A file, with its path.
    File(&'a str, &'a File),
    /// A folder whose slash is missing: its address from the host on.
    Folder(String),
    /// Nothing.
    Nothing,
}

/// Looks up the path of a request, which begins with `/` and is percent-encoded.
pub(super) fn find<'a>(output: &'a Output, path: &str) -> Found<'a> {
    let Some(path) = path.strip_prefix('/').and_then(decoded) else { return Found::Nothing };
    let folder = path.is_empty() || path.ends_with('/');
    let file = if folder { format!("{path}index.html") } else { path };
    if let Some((path, found)) = output.get(&file) {
        return Found::File(path.as_str(), found);
    }
    match output.get(&format!("{file}/index.html")) {
        Some(_) if !folder => Found::Folder(format!("/{}/", encoded(&file))),
        _ => Found::Nothing,
    }
}

/// Percent-decoded; `None` when that is no UTF-8.
fn decoded(path: &str) -> Option<String> {
    let mut bytes = Vec::with_capacity(path.len());
    let mut rest = path.as_bytes();
    while let Some((first, after)) = rest.split_first() {
        let digit = |byte: u8| char::from(byte).to_digit(16).and_then(|d| u8::try_from(d).ok());
        let code = match after {
            [high, low, ..] if *first == b'%' => digit(*high).zip(digit(*low)),
            _ => None,
        };
        let (byte, used) = code.map_or((*first, 0), |(high, low)| (high * 16 + low, 2));
        bytes.push(byte);
        rest = after.get(used..).unwrap_or_default();
    }
    String::from_utf8(bytes).ok()
}

/// Percent-encoded, for a header.
fn encoded(path: &str) -> String {
    let mut out = String::with_capacity(path.len());
    for byte in path.bytes() {
        if byte.is_ascii_alphanumeric() || matches!(byte, b'/' | b'-' | b'.' | b'_' | b'~') {
            out.push(char::from(byte));
        } else {
            let digit = |value: u8| char::from_digit(u32::from(value), 16).unwrap_or('0');
            out.extend(['%', digit(byte >> 4), digit(byte & 15)]);
        }
    }
    out
}
