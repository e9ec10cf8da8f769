//! Reads what stands in every file that holds a text.

use std::sync::Arc;

use rayon::prelude::*;

use crate::base::SourcePath;
use crate::diag::{Diag, Fatal};
use crate::parse::Role;
use crate::vfs::{Files, Mark};

use super::kept_texts::LastRead;

/// What was read of a file, with its mark where that is asked for.
pub(super) type Marked = (Read, Option<Mark>);

/// What stands in every file that holds a text; in this process once as long as its mark stays the
/// same. Nothing of one that is no text, or went after it was listed.
pub(super) fn read_texts(
    files: &dyn Files,
    roles: &[(&SourcePath, Result<Role, Diag>)],
    last: Option<&LastRead>,
) -> Result<Vec<Option<Marked>>, Fatal> {
    let text = |(at, (path, role)): (usize, &(&SourcePath, Result<Role, Diag>))| {
        if matches!(role, Ok(Role::Site | Role::Media) | Err(_)) {
            return Ok(None);
        }
        let Some(last) = last else { return Ok(read(files, path)?.map(|text| (text, None))) };
        let mark = files.mark(path);
        let known = last.texts.get(at, path);
        let known = known.filter(|(own, _)| mark.as_ref() == Some(own));
        let text = match known {
            Some((_, text)) => Some(Read::Text(Arc::clone(text))),
            None => read(files, path)?,
        };
        Ok(text.map(|text| (text, mark)))
    };
    // The first of several errors is told, not the one that came first.
    let all: Vec<Result<_, Fatal>> = roles.par_iter().enumerate().map(text).collect();
    all.into_iter().collect()
}

/// What was read of a file.
pub(super) enum Read {
    Text(Arc<str>),
    /// Its bytes are no text.
    Bytes(Arc<[u8]>),
}

/// What a file holds; nothing when it went after it was listed, as if that had come first.
pub(super) fn read(files: &dyn Files, path: &SourcePath) -> Result<Option<Read>, Fatal> {
    Ok(files.read(path)?.map(|found| match std::str::from_utf8(&found) {
        Ok(text) => Read::Text(Arc::from(text)),
        Err(_) => Read::Bytes(found),
    }))
}

/// Which encoding bytes that are not UTF-8 probably have.
pub(super) fn guess(bytes: &[u8]) -> Option<&'static str> {
    match bytes {
        [0xff, 0xfe, ..] | [0xfe, 0xff, ..] => Some("UTF-16"),
        _ if bytes.contains(&0) => None,
        _ => Some("Windows-1252"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::parse;
    use crate::vfs::Memory;

    #[test]
    fn a_text_is_read_again_only_when_its_mark_changed() {
        let path = SourcePath::new("content/pages/a.md").unwrap();
        let ask = |files: &Memory, last: &LastRead| {
            let roles = [(&path, parse::classify(&path))];
            read_texts(files, &roles, Some(last)).unwrap().pop().flatten().unwrap()
        };
        let mut files = Memory::default();
        files.insert(path.clone(), *b"een");
        let (Read::Text(first), Some(mark)) = ask(&files, &LastRead::default()) else {
            panic!("a text with its mark");
        };
        let mut last = LastRead::default();
        last.texts.push(path.clone(), (mark, Arc::clone(&first)));
        let is_first =
            |read: &Read| matches!(read, Read::Text(own) if Arc::ptr_eq(own, &first));
        assert!(is_first(&ask(&files, &last).0));
        // Without a last time it is read.
        assert!(!is_first(&ask(&files, &LastRead::default()).0));
        files.insert(path.clone(), *b"twee");
        assert!(matches!(ask(&files, &last).0, Read::Text(own) if &*own == "twee"));
        files.insert(path.clone(), [0xff]);
        assert!(matches!(ask(&files, &last).0, Read::Bytes(_)));
    }
}
