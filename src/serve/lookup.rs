//! Which file an address asks for. Nothing but the output's own paths can be found.

use crate::base::{decode_percent, encode_path};
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
    let Some(path) = path.strip_prefix('/').and_then(decode_percent) else {
        return Found::Nothing;
    };
    let folder = path.is_empty() || path.ends_with('/');
    let file = if folder { format!("{path}index.html") } else { path.into_owned() };
    if let Some((path, found)) = output.get(&file) {
        return Found::File(path.as_str(), found);
    }
    match output.get(&format!("{file}/index.html")) {
        Some(_) if !folder => Found::Folder(format!("/{}/", encode_path(&file))),
        _ => Found::Nothing,
    }
}
