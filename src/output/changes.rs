//! What differs between two outputs, as a reader's browser would notice it.

use std::cmp::Ordering;

use crate::base::OutPath;

use super::{File, Output};

/// What differs between two outputs.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Changes {
    /// Fingerprinted files of the theme that took the place of others: the old name and the
    /// new one.
    pub replaced: Vec<(OutPath, OutPath)>,
    /// Other files that are new.
    pub added: Vec<OutPath>,
    /// Other files whose bytes differ in more than the names of what was replaced.
    pub changed: Vec<OutPath>,
    /// Other files that are gone.
    pub removed: Vec<OutPath>,
}

impl Changes {
    /// Compares two outputs.
    pub fn between(old: &Output, new: &Output) -> Self {
        let mut changes = Self::default();
        let mut others = Vec::new();
        let (mut olds, mut news) = (old.files().peekable(), new.files().peekable());
        // Both are sorted by path.
        loop {
            let order = match (olds.peek(), news.peek()) {
                (Some((old, _)), Some((new, _))) => old.cmp(new),
                (Some(_), None) => Ordering::Less,
                (None, Some(_)) => Ordering::Greater,
                (None, None) => break,
            };
            let old = olds.next_if(|_| order.is_le());
            let new = news.next_if(|_| order.is_ge());
            match (old, new) {
                (Some((_, old)), Some((path, new))) if old.facts.hash != new.facts.hash => {
                    others.push((path, old, new));
                }
                (Some((path, _)), None) => changes.removed.push(path.clone()),
                (None, Some((path, _))) => changes.added.push(path.clone()),
                _ => {}
            }
        }
        changes.pair();
        for (path, old, new) in others {
            if !changes.is_same_but_for_names(old, new) {
                changes.changed.push(path.clone());
            }
        }
        changes
    }

    /// Whether nothing differs.
    pub fn is_none(&self) -> bool {
        self.replaced.is_empty() && self.is_none_but_replaced()
    }

    /// Whether only style sheets differ, which a browser can change without loading a page.
    pub fn is_only_styles(&self) -> bool {
        let is_style = |path: &OutPath| path.as_str().rsplit('.').next() == Some("css");
        self.is_none_but_replaced() && self.replaced.iter().all(|(_, new)| is_style(new))
    }

    fn is_none_but_replaced(&self) -> bool {
        self.added.is_empty() && self.changed.is_empty() && self.removed.is_empty()
    }

    /// Takes files with one name and two fingerprints as one file that was replaced.
    fn pair(&mut self) {
        let mut removed = std::mem::take(&mut self.removed);
        let mut added = std::mem::take(&mut self.added);
        removed.retain(|old| {
            let Some(name) = without_fingerprint(old) else { return true };
            let is_it = |new: &OutPath| without_fingerprint(new).as_ref() == Some(&name);
            let Some(at) = added.iter().position(is_it) else { return true };
            self.replaced.push((old.clone(), added.remove(at)));
            false
        });
        self.removed = removed;
        self.added = added;
    }

    fn is_same_but_for_names(&self, old: &File, new: &File) -> bool {
        if self.replaced.is_empty() {
            return false;
        }
        let (Some(old), Some(new)) = (old.content.bytes(), new.content.bytes()) else {
            return false;
        };
        let (Ok(old), Ok(new)) = (std::str::from_utf8(&old), std::str::from_utf8(&new)) else {
            return false;
        };
        let names = self.replaced.iter();
        let renamed = names
            .fold(old.to_owned(), |text, (from, to)| text.replace(from.as_str(), to.as_str()));
        renamed == new
    }
}

/// `assets/site.0123456789.css` → `("assets/site", "css")`; `None` for other paths.
fn without_fingerprint(path: &OutPath) -> Option<(&str, &str)> {
    let path = path.as_str();
    let (rest, ending) = path.starts_with("assets/").then(|| path.rsplit_once('.'))??;
    let (stem, hash) = rest.rsplit_once('.')?;
    let is_hash = hash.len() == 10 && hash.bytes().all(|byte| byte.is_ascii_hexdigit());
    is_hash.then_some((stem, ending))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::output::{Artifact, Content, Held, KeptFile, Reading};
    use crate::vfs::Memory;

    fn output(files: &[(&str, &str)]) -> Output {
        let artifacts = files.iter().map(|(path, text)| Artifact {
            path: OutPath::new(path).unwrap(),
            content: Content::Bytes(text.as_bytes().into()),
            claimed_by: None,
        });
        let memory = Memory::default();
        let reading = Reading { files: &memory, earlier: None };
        Output::collect(artifacts.collect(), reading).unwrap().value
    }

    fn paths(paths: &[OutPath]) -> Vec<&str> {
        paths.iter().map(OutPath::as_str).collect()
    }

    const OLD: &str = "assets/site.0000000000.css";
    const NEW: &str = "assets/site.1111111111.css";

    #[test]
    fn another_style_sheet_alone_changes_no_page() {
        let page = |css: &str, text: &str| format!("<link href=\"../{css}\">{text}");
        let (before, after) = (page(OLD, "dag"), page(NEW, "dag"));
        let old = output(&[("a/index.html", &before), (OLD, "a{}"), ("b.txt", "b")]);
        let new = output(&[("a/index.html", &after), (NEW, "b{}"), ("b.txt", "b")]);
        let changes = Changes::between(&old, &new);
        assert!(changes.is_only_styles() && !changes.is_none(), "{changes:?}");
        let other = page(NEW, "hallo");
        let new = output(&[("a/index.html", &other), (NEW, "b{}"), ("b.txt", "b")]);
        let changes = Changes::between(&old, &new);
        assert!(!changes.is_only_styles());
        assert_eq!(paths(&changes.changed), ["a/index.html"]);
    }

    #[test]
    fn a_page_that_was_kept_in_memory_is_compared_by_its_bytes() {
        let page = |css: &str| format!("<link href=\"../{css}\">dag");
        let first = output(&[("a/index.html", &page(OLD)), (OLD, "a{}")]);
        let (path, file) = first.get("a/index.html").unwrap();
        let held = Held::Memory(file.content.bytes().unwrap());
        let content = Content::Kept(KeptFile { facts: file.facts.clone(), held });
        let kept = Artifact { path: path.clone(), content, claimed_by: None };
        let (path, file) = first.get(OLD).unwrap();
        let style =
            Artifact { path: path.clone(), content: file.content.clone(), claimed_by: None };
        let memory = Memory::default();
        let reading = Reading { files: &memory, earlier: None };
        let old = Output::collect(vec![kept, style], reading).unwrap().value;
        let new = output(&[("a/index.html", &page(NEW)), (NEW, "b{}")]);
        assert!(Changes::between(&old, &new).is_only_styles());
    }

    #[test]
    fn new_changed_and_lost_files_are_told_apart() {
        let old = output(&[("a.html", "1"), ("b.html", "1"), ("c.html", "1")]);
        let new = output(&[("b.html", "2"), ("c.html", "1"), ("d.html", "1")]);
        let changes = Changes::between(&old, &new);
        assert_eq!(paths(&changes.added), ["d.html"]);
        assert_eq!(paths(&changes.changed), ["b.html"]);
        assert_eq!(paths(&changes.removed), ["a.html"]);
        assert!(Changes::between(&old, &old).is_none());
        let script = output(&[("assets/a.0000000000.js", "1")]);
        let other = output(&[("assets/a.1111111111.js", "2")]);
        assert!(!Changes::between(&script, &other).is_only_styles());
    }
}
