//! The repository that the content stands in, asked through `git` itself: it knows its own
//! formats, filters and settings best.

use std::collections::BTreeSet;
use std::io;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

use crate::diag::problem::Host;
use crate::diag::{Fatal, Place};

/// A repository, and the commit that a change started from.
pub(super) struct Repository {
    pub(super) root: PathBuf,
    /// As it was written.
    revision: String,
    pub(super) commit: String,
    /// Where the site stands in the repository: empty, or with a last slash.
    pub(super) prefix: String,
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

    pub(super) fn command(&self, args: &[&str]) -> Command {
        let mut command = Command::new("git");
        command.arg("-C").arg(&self.root).args(args);
        command.stdin(Stdio::null()).stdout(Stdio::piped()).stderr(Stdio::piped());
        command
    }

    pub(super) fn output(&self, args: &[&str]) -> Result<Vec<u8>, Fatal> {
        let output = self.command(args).output().map_err(|error| self.not_run(&error))?;
        if output.status.success() {
            Ok(output.stdout)
        } else {
            Err(self.failed(String::from_utf8_lossy(&output.stderr).trim()))
        }
    }

    pub(super) fn line(&self, args: &[&str]) -> Result<String, Fatal> {
        let bytes = self.output(args)?;
        Ok(String::from_utf8_lossy(&bytes).trim_end_matches('\n').to_owned())
    }

    fn not_run(&self, error: &io::Error) -> Fatal {
        match error.kind() {
            io::ErrorKind::NotFound => refused(Host::NoGit),
            _ => self.failed(&error.to_string()),
        }
    }

    pub(super) fn failed(&self, detail: &str) -> Fatal {
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
