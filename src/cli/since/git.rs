//! The repository that the content stands in, asked through `git` itself: it knows its own
//! formats, filters and settings best.

use std::collections::{BTreeMap, BTreeSet};
use std::io::{self, BufRead as _, BufReader, Read as _, Write as _};
use std::path::{Path, PathBuf};
use std::process::{Child, ChildStdin, ChildStdout, Command, Stdio};
use std::sync::{Arc, Mutex, PoisonError};

use crate::base::SourcePath;
use crate::diag::problem::Host;
use crate::diag::{Fatal, Place};
use crate::vfs::{Files, Folder, Listing, is_ignored};

/// A repository, and the commit that a change started from.
pub(super) struct Repository {
    root: PathBuf,
    /// As it was written.
    revision: String,
    commit: String,
    /// Where the site stands in the repository: empty, or with a last slash.
    prefix: String,
}

impl Repository {
    /// Opens the repository around a folder.
    pub(super) fn open(root: &Path, revision: &str) -> Result<Self, Fatal> {
        let mut own = Self {
            root: root.to_owned(),
            revision: revision.to_owned(),
            commit: String::new(),
            prefix: String::new(),
        };
        own.prefix = own.line(&["rev-parse", "--show-prefix"])?;
        // A revision is never read as an option.
        let named = format!("{revision}^{{commit}}");
        let named =
            own.line(&["rev-parse", "--verify", "--quiet", "--end-of-options", &named])?;
        // What others did on that branch in the meantime is no part of the change.
        let base = own.line(&["merge-base", &named, "HEAD"]);
        own.commit = match base.ok().filter(|base| !base.is_empty()) {
            Some(base) => base,
            // A clone without its history does not know where that was, and whatever it is compared
            // with, some of it would be what others did.
            None if own.is_shallow()? => {
                return Err(refused(Host::NoHistory { revision: own.revision }));
            }
            None => named,
        };
        Ok(own)
    }

    fn is_shallow(&self) -> Result<bool, Fatal> {
        Ok(self.line(&["rev-parse", "--is-shallow-repository"])? == "true")
    }

    /// The files that differ from the commit, also those that are not yet committed.
    pub(super) fn touched(&self) -> Result<BTreeSet<String>, Fatal> {
        let diff = ["diff", "--name-only", "--no-renames", "--relative", "-z", &self.commit];
        let new = ["ls-files", "--others", "--exclude-standard", "-z"];
        let mut touched = BTreeSet::new();
        for args in [diff.as_slice(), &new] {
            let names = self.output(args)?;
            let names = names.split(|byte| *byte == 0).filter(|name| !name.is_empty());
            touched.extend(names.map(|name| String::from_utf8_lossy(name).into_owned()));
        }
        Ok(touched)
    }

    /// The files as they were in the commit.
    pub(super) fn tree(&self) -> Result<Tree, Fatal> {
        let listed = self.output(&["ls-tree", "-r", "-z", &self.commit, "."])?;
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
            if let Some(path) = SourcePath::new(name).filter(|_| !name.contains('\n')) {
                // The path says which filters apply.
                files.insert(path, format!("{object} {}{name}", self.prefix));
            }
        }
        let mut child = self
            .command(&["cat-file", "--batch", "--filters"])
            .stdin(Stdio::piped())
            // Nobody reads it while it runs: a filter that says much would wait for ever.
            .stderr(Stdio::null())
            .spawn()
            .map_err(|error| self.failed(&error.to_string()))?;
        let pipes = child.stdin.take().zip(child.stdout.take());
        let (ask, answer) = pipes.ok_or_else(|| self.failed("no pipe"))?;
        let batch = Batch { child, ask, answer: BufReader::new(answer) };
        Ok(Tree { files, batch: Mutex::new(batch) })
    }

    fn command(&self, args: &[&str]) -> Command {
        let mut command = Command::new("git");
        command.arg("-C").arg(&self.root).args(args);
        command.stdin(Stdio::null()).stdout(Stdio::piped()).stderr(Stdio::piped());
        command
    }

    fn output(&self, args: &[&str]) -> Result<Vec<u8>, Fatal> {
        let output = self.command(args).output().map_err(|error| self.not_run(&error))?;
        if output.status.success() {
            Ok(output.stdout)
        } else {
            Err(self.failed(String::from_utf8_lossy(&output.stderr).trim()))
        }
    }

    fn line(&self, args: &[&str]) -> Result<String, Fatal> {
        let bytes = self.output(args)?;
        Ok(String::from_utf8_lossy(&bytes).trim_end_matches('\n').to_owned())
    }

    fn not_run(&self, error: &io::Error) -> Fatal {
        match error.kind() {
            io::ErrorKind::NotFound => refused(Host::NoGit),
            _ => self.failed(&error.to_string()),
        }
    }

    fn failed(&self, detail: &str) -> Fatal {
        // In whatever language git speaks, it names the setting.
        let trusted =
            |line: &str| line.split_once("safe.directory ").map(|(_, own)| own.to_owned());
        if let Some(folder) = detail.lines().find_map(trusted) {
            return refused(Host::NotTrusted { folder });
        }
        refused(Host::NoRevision {
            revision: self.revision.clone(),
            detail: detail.lines().next().unwrap_or_default().to_owned(),
        })
    }
}

fn refused(problem: Host) -> Fatal {
    Fatal::new(Place::Nowhere, problem)
}

/// The files of a commit.
pub(super) struct Tree {
    /// Each file with what git is asked for to get it.
    files: BTreeMap<SourcePath, String>,
    batch: Mutex<Batch>,
}

/// A running `git cat-file --batch`.
struct Batch {
    child: Child,
    ask: ChildStdin,
    answer: BufReader<ChildStdout>,
}

impl Batch {
    /// The bytes of a file; `None` when git does not have it.
    fn read(&mut self, name: &str) -> io::Result<Option<Vec<u8>>> {
        writeln!(self.ask, "{name}")?;
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

impl Files for Tree {
    fn list(&self, folder: &Folder) -> Result<Listing, Fatal> {
        let below = |path: &&SourcePath| {
            let rest = folder.path_within(path);
            rest.is_some_and(|rest| !rest.split('/').any(is_ignored))
        };
        let files = self.files.keys().filter(below).cloned().collect();
        Ok(Listing { files, diags: Vec::new() })
    }

    fn read(&self, path: &SourcePath) -> Result<Option<Arc<[u8]>>, Fatal> {
        let Some(name) = self.files.get(path) else { return Ok(None) };
        let mut batch = self.batch.lock().unwrap_or_else(PoisonError::into_inner);
        match batch.read(name) {
            Ok(bytes) => Ok(bytes.map(Arc::from)),
            Err(error) => {
                let problem = Host::Unreadable { detail: error.to_string() };
                Err(Fatal::new(Place::File(path.clone()), problem))
            }
        }
    }
}
