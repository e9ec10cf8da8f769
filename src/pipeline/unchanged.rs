//! A build that finds everything as the last one left it has nothing to do.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use crate::output::{Hash, MANIFEST, Output};
use crate::publish::{Beside, Destination};
use crate::vfs::{Files, Seen};

use super::{Measure, Options, Reuse, Task};

/// What a build saw, what it left, and what was said of it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub(super) struct Last {
    program: String,
    asked: String,
    time_zone: String,
    today: String,
    seen: Seen,
    left: String,
    pub(super) files: usize,
    pub(super) told: Told,
}

/// What was said of a build, and the fingerprint of what was left beside the site.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct Told {
    /// What was said.
    pub said: String,
    /// The fingerprint of what the caller left beside the site; `None` when it could not.
    pub beside: Option<String>,
}

/// What is still to be kept of a build.
#[derive(Debug)]
pub struct Record {
    pub(super) destination: Destination,
    pub(super) last: Last,
}

impl Record {
    /// Keeps it, with what was told of the build: a build that finds nothing changed gives
    /// that back.
    pub fn keep(mut self, told: Told) {
        self.last.told = told;
        if let Ok(bytes) = postcard::to_allocvec(&self.last) {
            self.destination.keep(Beside::Last, &bytes);
        }
    }
}

impl Last {
    /// A build that published a site, of which nothing was said yet.
    pub(super) fn of(task: Task<'_>, time_zone: &str, seen: Seen, output: &Output) -> Self {
        let mut hashes: BTreeMap<&str, Hash> =
            output.files().map(|(path, file)| (path.as_str(), file.facts.hash)).collect();
        hashes.insert(MANIFEST, output.manifest().1);
        Self {
            program: env!("LEREND_FINGERPRINT").to_owned(),
            asked: asked(task.options),
            time_zone: time_zone.to_owned(),
            today: task.env.today(time_zone).to_string(),
            seen,
            left: fingerprint(hashes.iter().map(|(path, hash)| (*path, hash))),
            files: hashes.len(),
            told: Told::default(),
        }
    }

    /// The last build over an output folder, when one of this task would see the same, on the same day,
    /// and leave the same. Whatever is in doubt counts as another.
    pub(super) fn find(
        destination: &Destination,
        task: Task<'_>,
        files: &dyn Files,
        standing: &BTreeMap<String, Hash>,
    ) -> Option<Self> {
        if !is_wanted(task.options) {
            return None;
        }
        let last: Self = postcard::from_bytes(&destination.kept(Beside::Last)?).ok()?;
        // What stands beside the site may be of another one, or of another day.
        let is_beside = last.told.beside.is_some() && last.told.beside == task.options.beside;
        let is_same = is_beside
            && last.program == env!("LEREND_FINGERPRINT")
            && last.asked == asked(task.options)
            && last.today == task.env.today(&last.time_zone).to_string()
            && last.left
                == fingerprint(standing.iter().map(|(path, own)| (path.as_str(), own)))
            && last.seen.is_same(files);
        is_same.then_some(last)
    }
}

/// Whether nothing needs to be done when nothing changed.
pub(super) fn is_wanted(options: &Options) -> bool {
    options.voice.is_some()
        && options.measure == Measure::Stations
        && matches!(options.reuse, Reuse::Store(_))
}

/// Everything in the options that counts for the site or for what is said of it.
pub(super) fn asked(options: &Options) -> String {
    let Options {
        root: _,
        purpose: _,
        base_url,
        visibility,
        strictness,
        links,
        pictures,
        search,
        jobs: _,
        reuse: _,
        without_consent,
        progress: _,
        measure: _,
        voice,
        beside: _,
    } = options;
    format!(
        "{base_url:?} {visibility:?} {strictness:?} {links:?} {pictures:?} {search:?} \
         {without_consent:?} {voice:?}"
    )
}

/// The fingerprint of names and bytes of files.
fn fingerprint<'a>(files: impl Iterator<Item = (&'a str, &'a Hash)>) -> String {
    let lines: String =
        files.flat_map(|(path, hash)| [path.to_owned(), format!("\n{hash}\n")]).collect();
    Hash::of(lines.as_bytes()).to_string()
}

#[cfg(test)]
mod tests {
    use std::path::Path;
    use std::sync::Arc;

    use super::*;
    use crate::base::{Date, OutPath, SourcePath};
    use crate::output::{Artifact, Content, Reading};
    use crate::pipeline::Purpose;
    use crate::publish::Location;
    use crate::vfs::{Env, Folder, Ledger, Memory};

    fn open(root: &Path) -> Destination {
        let location =
            Location { root: root.to_owned(), output: root.join("public"), home: None };
        Destination::open(&location).unwrap()
    }

    fn options() -> Options {
        Options {
            reuse: Reuse::Store(".lerend".into()),
            voice: Some("gewoon".to_owned()),
            beside: Some("wanneer".to_owned()),
            ..Options::new(".", Purpose::Publish(None))
        }
    }

    fn env(day: i8) -> Env {
        Env::fixed(Date::new(2026, 11, day).unwrap())
    }

    fn files(text: &str) -> Memory {
        let mut files = Memory::default();
        files.insert(SourcePath::new("content/a.md").unwrap(), text.as_bytes());
        files
    }

    fn build(root: &Path, text: &str) -> Record {
        let files = files("een");
        let ledger = Ledger::new(&files);
        let found = ledger.list(&Folder::CONTENT).unwrap();
        ledger.read(&found.files[0]).unwrap();
        let page = Artifact {
            path: OutPath::new("index.html").unwrap(),
            content: Content::Bytes(Arc::from(text.as_bytes())),
            claimed_by: None,
        };
        let reading = Reading { files: &files, earlier: None };
        let output = Output::collect(vec![page], reading).unwrap().value;
        let destination = open(root);
        destination.publish(&output, &files).unwrap();
        let (options, env, seen) = (options(), env(23), ledger.seen().unwrap());
        let task = Task { options: &options, env: &env };
        Record { destination, last: Last::of(task, "Europe/Amsterdam", seen, &output) }
    }

    fn found(root: &Path, options: &Options, env: &Env, files: &Memory) -> Option<String> {
        let destination = open(root);
        let standing = destination.standing();
        let last = Last::find(&destination, Task { options, env }, files, &standing);
        last.map(|last| last.told.said)
    }

    #[test]
    fn what_nothing_happened_to_is_known_again_and_everything_else_is_not() {
        let folder = tempfile::tempdir().unwrap();
        let root = folder.path();
        let (options, day, same) = (options(), env(23), files("een"));
        assert_eq!(found(root, &options, &day, &same), None);
        let beside = Some(String::from("wanneer"));
        build(root, "Dag").keep(Told { said: "klaar".to_owned(), beside });
        let known = found(root, &options, &day, &same);
        assert_eq!(known.as_deref(), Some("klaar"));
        assert_eq!(found(root, &options, &day, &files("twee")), None);
        assert_eq!(found(root, &options, &env(24), &same), None);
        for other in [
            Options { base_url: Some("https://x.nl".to_owned()), ..options.clone() },
            Options { voice: Some("anders".to_owned()), ..options.clone() },
            Options { voice: None, ..options.clone() },
            Options { beside: None, ..options.clone() },
            Options { beside: Some("later".to_owned()), ..options.clone() },
            Options { reuse: Reuse::Nothing, ..options.clone() },
            Options { measure: Measure::Pages, ..options.clone() },
        ] {
            assert_eq!(found(root, &other, &day, &same), None, "{other:?}");
        }
        // Another site stands there now.
        drop(build(root, "Hoi"));
        assert_eq!(found(root, &options, &day, &same), None);
        drop(build(root, "Dag"));
        assert!(found(root, &options, &day, &same).is_some());
        open(root).keep(Beside::Last, b"geen verslag");
        assert_eq!(found(root, &options, &day, &same), None);
    }
}
