//! The files as they were in a commit, as they would stand on disk.

use std::collections::{BTreeMap, BTreeSet};
use std::io::{self, BufRead as _, BufReader, Read as _, Write as _};
use std::process::{Child, ChildStdin, ChildStdout, Stdio};
use std::sync::{Arc, Mutex, PoisonError};
use std::thread;

use crate::base::SourcePath;
use crate::diag::problem::Host;
use crate::diag::{Fatal, Place};
use crate::vfs::{Disk, Files, Folder, Listing, is_ignored};

use super::git::Repository;

/// What `git` may do to a file when it puts it on disk.
const FILTERS: [&str; 4] = ["filter", "ident", "working-tree-encoding", "eol"];

/// The files of a commit.
pub(super) struct Tree<'a> {
    repository: &'a Repository,
    /// What differs from the commit.
    touched: &'a BTreeSet<String>,
    disk: Disk,
    files: BTreeMap<SourcePath, File>,
    batch: Mutex<Batch>,
}

/// One file of a commit.
struct File {
    object: String,
    /// Whether it may stand on disk with other bytes than it is kept with: in a store of large
    /// files, or with other ends of lines.
    is_filtered: bool,
}

impl<'a> Tree<'a> {
    pub(super) fn of(
        repository: &'a Repository,
        touched: &'a BTreeSet<String>,
    ) -> Result<Self, Fatal> {
        let listed = repository.output(&["ls-tree", "-r", "-z", &repository.commit, "."])?;
        let mut files = BTreeMap::new();
        for entry in listed.split(|byte| *byte == 0) {
            let entry = String::from_utf8_lossy(entry);
            let Some((kind, name)) = entry.split_once('\t') else { continue };
            let mut kind = kind.split(' ');
            // Links and other repositories are no content.
            let (Some("100644" | "100755"), Some("blob"), Some(object)) =
                (kind.next(), kind.next(), kind.next())
            else {
                continue;
            };
            if let Some(path) = SourcePath::new(name) {
                files.insert(path, File { object: object.to_owned(), is_filtered: false });
            }
        }
        for path in filtered(repository, &files)? {
            if let Some(own) = files.get_mut(&path) {
                own.is_filtered = true;
            }
        }
        let disk = Disk::open(&repository.root)?;
        let batch = Mutex::new(Batch::start(repository)?);
        Ok(Self { repository, touched, disk, files, batch })
    }

    /// A file as its filters put it on disk.
    fn put(&self, path: &SourcePath, file: &File) -> Result<Option<Arc<[u8]>>, Fatal> {
        // What is the same stands there already.
        if !self.touched.contains(path.as_str())
            && let Some(bytes) = self.disk.read(path)?
        {
            return Ok(Some(bytes));
        }
        let named = format!("--path={}{path}", self.repository.prefix);
        let args = ["cat-file", "--filters", &named, &file.object];
        let output = self.repository.command(&args).output();
        let detail = match output {
            Ok(output) if output.status.success() => {
                return Ok(Some(Arc::from(output.stdout)));
            }
            Ok(output) => String::from_utf8_lossy(&output.stderr).trim().to_owned(),
            Err(error) => error.to_string(),
        };
        Err(unreadable(path, detail))
    }
}

fn unreadable(path: &SourcePath, detail: String) -> Fatal {
    Fatal::new(Place::File(path.clone()), Host::Unreadable { detail })
}

/// The files that may stand on disk with other bytes than they are kept with.
fn filtered(
    repository: &Repository,
    files: &BTreeMap<SourcePath, File>,
) -> Result<Vec<SourcePath>, Fatal> {
    let setting = |name: &str| repository.line(&["config", "--default", "", "--get", name]);
    let changes_ends = !matches!(setting("core.autocrlf")?.as_str(), "" | "false" | "input")
        || setting("core.eol")?.eq_ignore_ascii_case("crlf");
    if changes_ends {
        return Ok(files.keys().cloned().collect());
    }
    let args = [["check-attr", "--stdin", "-z"].as_slice(), &FILTERS].concat();
    let mut child =
        repository.command(&args).stdin(Stdio::piped()).stderr(Stdio::null()).spawn();
    let asked: Vec<u8> =
        files.keys().flat_map(|path| [path.as_str(), "\0"].concat().into_bytes()).collect();
    let answer = thread::scope(|scope| {
        let child = child.as_mut().map_err(|error| repository.failed(&error.to_string()))?;
        let pipe = child.stdin.take();
        // It answers while it is asked: who only asked would wait for ever.
        scope.spawn(move || pipe.map(|mut pipe| pipe.write_all(&asked)));
        let mut answer = Vec::new();
        if let Some(mut pipe) = child.stdout.take() {
            let read = pipe.read_to_end(&mut answer);
            read.map_err(|error| repository.failed(&error.to_string()))?;
        }
        let _ = child.wait();
        Ok(answer)
    })?;
    let answer = String::from_utf8_lossy(&answer);
    let parts: Vec<&str> = answer.split('\0').collect();
    let is_filtered = |own: &&[&str]| match own {
        [_, "eol", value] => *value == "crlf",
        [_, _, value] => !matches!(*value, "unspecified" | "unset"),
        _ => false,
    };
    let named = parts.chunks_exact(3).filter(is_filtered);
    Ok(named.filter_map(|own| SourcePath::new(own.first()?)).collect())
}

/// A running `git cat-file --batch`.
struct Batch {
    child: Child,
    ask: ChildStdin,
    answer: BufReader<ChildStdout>,
}

impl Batch {
    fn start(repository: &Repository) -> Result<Self, Fatal> {
        let failed = |error: io::Error| repository.failed(&error.to_string());
        let mut child = repository
            .command(&["cat-file", "--batch"])
            .stdin(Stdio::piped())
            // Nobody reads it while it runs.
            .stderr(Stdio::null())
            .spawn()
            .map_err(failed)?;
        let pipes = child.stdin.take().zip(child.stdout.take());
        let (ask, answer) = pipes.ok_or_else(|| repository.failed("no pipe"))?;
        Ok(Self { child, ask, answer: BufReader::new(answer) })
    }

    /// The bytes of a file as it is kept; `None` when git does not have it.
    fn read(&mut self, object: &str) -> io::Result<Option<Vec<u8>>> {
        writeln!(self.ask, "{object}")?;
        self.ask.flush()?;
        let mut head = String::new();
        self.answer.read_line(&mut head)?;
        let size = head.trim_end().rsplit(' ').next().and_then(|size| size.parse().ok());
        let Some(size) = size else { return Ok(None) };
        let mut bytes = vec![0; size];
        self.answer.read_exact(&mut bytes)?;
        let mut end = [0];
        self.answer.read_exact(&mut end)?;
        Ok(Some(bytes))
    }
}

impl Drop for Batch {
    fn drop(&mut self) {
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

impl Files for Tree<'_> {
    fn list(&self, folder: &Folder) -> Result<Listing, Fatal> {
        let below = |path: &&SourcePath| {
            let rest = folder.path_within(path);
            rest.is_some_and(|rest| !rest.split('/').any(is_ignored))
        };
        let files = self.files.keys().filter(below).cloned().collect();
        Ok(Listing { files, diags: Vec::new() })
    }

    fn read(&self, path: &SourcePath) -> Result<Option<Arc<[u8]>>, Fatal> {
        let Some(file) = self.files.get(path) else { return Ok(None) };
        if file.is_filtered {
            return self.put(path, file);
        }
        let mut batch = self.batch.lock().unwrap_or_else(PoisonError::into_inner);
        let read = batch.read(&file.object).map(|bytes| bytes.map(Arc::from));
        read.map_err(|error| unreadable(path, error.to_string()))
    }
}

#[cfg(test)]
mod tests {
    #![expect(clippy::disallowed_methods, reason = "the tests write files")]

    use std::fs;
    use std::path::Path;
    use std::process::Command;

    use super::*;

    fn git(folder: &Path, args: &[&str]) {
        let who = ["-c", "user.name=Anna", "-c", "user.email=anna@voorbeeld.example"];
        let output = Command::new("git").current_dir(folder).args(who).args(args).output();
        assert!(output.unwrap().status.success(), "{args:?}");
    }

    /// The site in a repository, in which these texts were committed.
    fn committed(files: &[(&str, &str)]) -> tempfile::TempDir {
        let folder = tempfile::tempdir().unwrap();
        git(folder.path(), &["init", "--quiet"]);
        for (path, text) in files {
            let path = folder.path().join("site").join(path);
            fs::create_dir_all(path.parent().unwrap()).unwrap();
            fs::write(path, text).unwrap();
        }
        git(folder.path(), &["add", "--all"]);
        git(folder.path(), &["commit", "--quiet", "--message", "Begin"]);
        folder
    }

    fn texts(root: &Path) -> Vec<(String, String)> {
        let repository = Repository::open(root, "HEAD").unwrap();
        let touched = repository.touched().unwrap();
        let tree = Tree::of(&repository, &touched).unwrap();
        let content = Folder::new("content").unwrap();
        let listed = tree.list(&content).unwrap().files;
        let text = |path: SourcePath| {
            let bytes = tree.read(&path).unwrap().unwrap();
            (path.to_string(), String::from_utf8(bytes.to_vec()).unwrap())
        };
        listed.into_iter().map(text).collect()
    }

    #[test]
    fn a_file_is_read_as_its_filters_put_it_on_disk() {
        let folder = committed(&[
            (".gitattributes", "*.md text eol=crlf\n*.csv filter=store\n*.yaml text=auto\n"),
            ("content/a.md", "a\nb\n"),
            ("content/b.md", "c\n"),
            ("content/c.csv", "d"),
            ("content/d.yaml", "e\n"),
            ("content/e.txt", "f\n"),
        ]);
        git(folder.path(), &["config", "filter.store.smudge", "sed s/d/dddd/"]);
        git(folder.path(), &["config", "filter.store.clean", "sed s/dddd/d/"]);
        let root = folder.path().join("site");
        let content = root.join("content");
        for own in ["a.md", "b.md", "c.csv", "d.yaml", "e.txt"] {
            fs::write(content.join(own), "anders\n").unwrap();
        }
        let expected = [
            ("content/a.md", "a\r\nb\r\n"),
            ("content/b.md", "c\r\n"),
            ("content/c.csv", "dddd"),
            ("content/d.yaml", "e\n"),
            ("content/e.txt", "f\n"),
        ];
        let expected = expected.map(|(path, text)| (path.to_owned(), text.to_owned()));
        assert_eq!(texts(&root), expected);
        // What was not touched is what stands there, and needs no filter.
        git(&root, &["checkout", "--quiet", "."]);
        git(&root, &["config", "filter.store.smudge", "false"]);
        assert_eq!(texts(&root), expected);
    }

    #[test]
    fn the_settings_of_a_clone_count_too() {
        let folder = committed(&[("content/a.md", "a\n"), ("content/b.md", "b\n")]);
        let root = folder.path().join("site");
        fs::write(root.join("content/a.md"), "anders\n").unwrap();
        fs::write(root.join("content/b.md"), "anders\n").unwrap();
        git(&root, &["config", "core.autocrlf", "true"]);
        let expected = [("content/a.md", "a\r\n"), ("content/b.md", "b\r\n")];
        assert_eq!(
            texts(&root),
            expected.map(|(path, text)| (path.to_owned(), text.to_owned()))
        );
    }

    #[test]
    fn a_filter_that_fails_is_told() {
        let folder =
            committed(&[(".gitattributes", "*.md filter=store\n"), ("content/a.md", "a\n")]);
        git(folder.path(), &["config", "filter.store.smudge", "false"]);
        git(folder.path(), &["config", "filter.store.required", "true"]);
        let root = folder.path().join("site");
        fs::remove_file(root.join("content/a.md")).unwrap();
        let repository = Repository::open(&root, "HEAD").unwrap();
        let touched = repository.touched().unwrap();
        let tree = Tree::of(&repository, &touched).unwrap();
        assert!(tree.read(&SourcePath::new("content/a.md").unwrap()).is_err());
    }
}
