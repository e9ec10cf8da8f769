//! Reads what stands in every file that holds a text.

use std::sync::Arc;

use rayon::prelude::*;

use crate::base::{Lang, SourcePath};
use crate::diag::problem::{Markdown, Tree};
use crate::diag::{Diag, Fatal, Place, Problem};
use crate::parse::{self, Role};
use crate::vfs::{Files, Mark};

use super::kept_texts::{Kept, LastRead, Parsed};

/// What was read of a file, with its mark where that is asked for.
pub(super) type Marked = (Read, Option<Mark>);

/// What is found at a path.
pub(super) enum Found {
    /// A document that was parsed from the same in this process.
    Same(Same),
    /// What it is by its path, and what stands in it; nothing of one that is no text, or went
    /// after it was listed.
    Other(Result<Role, Diag>, Option<Marked>),
}

/// A document that was parsed before. Several threads look for ten thousand of them and take a share
/// in what each holds: that takes longer than for one thread to put them in order.
pub(super) struct Same {
    pub(super) path: SourcePath,
    pub(super) mark: Mark,
    pub(super) text: Arc<str>,
    pub(super) parsed: Arc<Parsed>,
}

/// What was read of a file.
pub(super) enum Read {
    Text(Arc<str>),
    /// Its bytes are no text.
    Bytes(Arc<[u8]>),
}

/// What stands in every file that holds a text; in this process found out once as long as its mark
/// stays the same. `main` is the language of documents whose names say no other.
pub(super) fn find_texts(
    files: &dyn Files,
    paths: &[SourcePath],
    last: Option<&LastRead>,
    main: &Lang,
) -> Result<Vec<Found>, Fatal> {
    let find = |(at, path): (usize, &SourcePath)| {
        let known = last.and_then(|last| Some((last, last.files.get(at, path)?)));
        if let Some((last, Kept::Document(Some(mark), parsed))) = known
            && last.main.as_ref() == Some(main)
            && files.mark(path).as_ref() == Some(mark)
        {
            return Ok(Found::Same(Same {
                path: path.clone(),
                mark: mark.clone(),
                text: Arc::clone(&parsed.text),
                parsed: Arc::clone(parsed),
            }));
        }
        let role = parse::classify(path);
        let text = match role {
            Ok(Role::Site | Role::Media | Role::AsIs) | Err(_) => None,
            Ok(_) if last.is_some() => read_anew(files, path, known.map(|(_, own)| own))?,
            Ok(_) => read(files, path)?.map(|text| (text, None)),
        };
        Ok(Found::Other(role, text))
    };
    // The first of several errors is told, not the one that came first.
    let all: Vec<Result<_, Fatal>> = paths.par_iter().enumerate().map(find).collect();
    all.into_iter().collect()
}

/// What a file holds, with its mark; it is read unless that is known.
fn read_anew(
    files: &dyn Files,
    path: &SourcePath,
    known: Option<&Kept>,
) -> Result<Option<Marked>, Fatal> {
    let mark = files.mark(path);
    let text = match known {
        Some(Kept::Text(own, text)) if mark.as_ref() == Some(own) => {
            Some(Read::Text(Arc::clone(text)))
        }
        _ => read(files, path)?,
    };
    Ok(text.map(|text| (text, mark)))
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

/// In a file that is no UTF-8 every character is lost that stands for no letter: it is told once.
pub(super) fn forget_lost_characters(diags: &mut Vec<Diag>) {
    let file = |diag: &Diag| match diag.place {
        Place::Span(span) => Some(span.file),
        _ => None,
    };
    let is_no_text = |diag: &&Diag| matches!(diag.problem, Problem::Tree(Tree::NotUtf8 { .. }));
    let no_texts: Vec<_> = diags.iter().filter(is_no_text).filter_map(file).collect();
    let is_lost =
        |diag: &Diag| matches!(diag.problem, Problem::Markdown(Markdown::LostCharacter));
    diags.retain(|own| !is_lost(own) || !no_texts.iter().any(|no| file(own) == Some(*no)));
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::base::FileId;
    use crate::parse::Origin;
    use crate::pipeline::kept_texts::Row;
    use crate::vfs::Memory;

    fn path(name: &str) -> SourcePath {
        SourcePath::new(name).unwrap()
    }

    fn find(files: &Memory, path: &SourcePath, last: &LastRead, main: &Lang) -> Found {
        let paths = std::slice::from_ref(path);
        find_texts(files, paths, Some(last), main).unwrap().pop().unwrap()
    }

    fn last(main: Lang, path: &SourcePath, kept: Kept) -> LastRead {
        LastRead { main: Some(main), files: Row::of([(path.clone(), kept)].into_iter()) }
    }

    #[test]
    fn a_text_is_read_again_only_when_its_mark_changed() {
        let (path, nl) = (path("content/data/a.csv"), Lang::nl());
        let ask = |files: &Memory, last: &LastRead| match find(files, &path, last, &nl) {
            Found::Other(_, text) => text.unwrap(),
            Found::Same(_) => panic!("no document"),
        };
        let mut files = Memory::default();
        files.insert(path.clone(), *b"een");
        let (Read::Text(first), Some(mark)) = ask(&files, &LastRead::default()) else {
            panic!("a text with its mark");
        };
        let last = last(nl.clone(), &path, Kept::Text(mark, Arc::clone(&first)));
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

    #[test]
    fn a_document_is_the_same_while_its_mark_and_the_main_language_are() {
        let (path, nl) = (path("content/pages/a.md"), Lang::nl());
        let mut files = Memory::default();
        files.insert(path.clone(), *b"een");
        let (file, lang, text) = (FileId(0), nl.clone(), Arc::from("een"));
        let (kind, id) = (crate::model::DocKind::Page, "a".to_owned());
        let origin = Origin { file, path: path.clone(), kind, id, lang: lang.clone() };
        let document = parse::document(origin, &text, None);
        let parsed = Arc::new(Parsed { file, lang, text, document });
        let kept = |mark| Kept::Document(mark, Arc::clone(&parsed));
        let marked = last(nl.clone(), &path, kept(files.mark(&path)));
        let is_same = |files: &Memory, last: &LastRead, main: &Lang| matches!(find(files, &path, last, main), Found::Same(own) if Arc::ptr_eq(&own.parsed, &parsed));
        assert!(is_same(&files, &marked, &nl));
        assert!(!is_same(&files, &marked, &Lang::en()));
        // One without a mark may be another by now.
        assert!(!is_same(&files, &last(nl.clone(), &path, kept(None)), &nl));
        files.insert(path.clone(), *b"twee");
        assert!(!is_same(&files, &marked, &nl));
    }
}
