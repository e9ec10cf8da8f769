//! Notices changes on disk; the only user of `notify`.

use std::collections::BTreeSet;
use std::path::{Path, PathBuf, absolute};
use std::sync::mpsc::{Receiver, RecvTimeoutError, channel};
use std::time::{Duration, Instant};

use notify::event::ModifyKind;
use notify::{Event, EventKind, RecommendedWatcher, RecursiveMode, Watcher as _};

use crate::diag::problem::Host;
use crate::diag::{Fatal, Place};
use crate::vfs::{Touched, is_ignored};

use super::Watched;

/// How long it has to be quiet before a burst of changes is over. Editors save in several
/// steps, a few milliseconds apart.
const QUIET: Duration = Duration::from_millis(5);

/// After this long a burst is taken as it is.
const LONGEST: Duration = Duration::from_millis(250);

/// Watches folders.
pub(super) struct Watcher {
    notify: RecommendedWatcher,
    events: Receiver<notify::Result<Event>>,
    filter: Filter,
    /// The roots that are watched themselves, and not through the folder around them.
    armed: BTreeSet<PathBuf>,
    /// What changed since it was told last.
    touched: Touched,
}

/// What came of waiting for changes.
#[derive(Debug, PartialEq, Eq)]
pub(super) enum Waited {
    /// They came, and are over.
    Changed(Touched),
    /// None came in that time.
    Quiet,
    /// None can come any more.
    Ended,
}

impl Watcher {
    /// Starts to watch. A root that is not there yet is waited for.
    pub(super) fn new(watched: &Watched) -> Result<Self, Fatal> {
        let filter = Filter { roots: real(&watched.roots) };
        let (send, events) = channel();
        let notify = notify::recommended_watcher(move |event| {
            let _ = send.send(event);
        })
        .map_err(|error| failed(Path::new("."), &error))?;
        let (armed, touched) = (BTreeSet::new(), nothing());
        let mut watcher = Self { notify, events, filter, armed, touched };
        watcher.arm(Moment::Start)?;
        Ok(watcher)
    }

    /// Waits for changes that matter and until they are over; at most so long for the first.
    pub(super) fn wait(&mut self, at_most: Duration) -> Result<Waited, Fatal> {
        let end = Instant::now().checked_add(at_most);
        loop {
            let event = match end {
                Some(end) => {
                    let left = end.saturating_duration_since(Instant::now());
                    self.events.recv_timeout(left)
                }
                None => self.events.recv().map_err(|_| RecvTimeoutError::Disconnected),
            };
            match event {
                Ok(event) => {
                    if self.matters(event) {
                        break;
                    }
                }
                Err(RecvTimeoutError::Timeout) => return Ok(Waited::Quiet),
                Err(RecvTimeoutError::Disconnected) => return Ok(Waited::Ended),
            }
        }
        self.gather();
        self.arm(Moment::Later)?;
        Ok(Waited::Changed(std::mem::replace(&mut self.touched, nothing())))
    }

    fn gather(&mut self) {
        let start = Instant::now();
        while let Some(left) = LONGEST.checked_sub(start.elapsed()) {
            match self.events.recv_timeout(left.min(QUIET)) {
                Ok(event) => {
                    self.matters(event);
                }
                Err(_) => break,
            }
        }
    }

    fn matters(&mut self, event: notify::Result<Event>) -> bool {
        let Ok(event) = event else {
            self.touched = Touched::Anything;
            return false;
        };
        let matters = self.filter.matters(&event);
        if !matters {
            return false;
        }
        if !matches!(event.kind, EventKind::Modify(ModifyKind::Data(_))) {
            // A root that was moved or removed is no longer watched, whatever stands there now.
            self.armed.retain(|root| !event.paths.contains(root));
        }
        match &mut self.touched {
            Touched::Paths(paths) if !event.need_rescan() => {
                paths.extend(event.paths.into_iter().filter(|own| self.filter.is_source(own)));
            }
            touched => *touched = Touched::Anything,
        }
        true
    }

    /// Watches the roots that are not watched yet.
    fn arm(&mut self, moment: Moment) -> Result<(), Fatal> {
        let (folders, mut others): (Vec<_>, Vec<_>) =
            self.filter.roots.iter().partition(|root| root.is_dir());
        for root in folders {
            if self.armed.contains(root) {
                continue;
            }
            let _ = self.notify.unwatch(root);
            match moment.came_of(self.notify.watch(root, RecursiveMode::Recursive), root)? {
                Armed::Yes => drop(self.armed.insert(root.clone())),
                Armed::No => others.push(root),
            }
        }
        // Of a single file the folder is watched: editors replace files. The same goes for
        // what is not there yet, or not any more.
        for root in others {
            let around = root.ancestors().skip(1).find(|path| path.is_dir());
            let around = around.filter(|path| !self.armed.iter().any(|a| path.starts_with(a)));
            if let Some(around) = around {
                let watched = self.notify.watch(around, RecursiveMode::NonRecursive);
                moment.came_of(watched, around)?;
            }
        }
        Ok(())
    }
}

/// When a folder is to be watched.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Moment {
    /// Before anything is shown.
    Start,
    /// After a change.
    Later,
}

/// Whether a folder is watched now.
#[derive(Debug, PartialEq, Eq)]
enum Armed {
    Yes,
    No,
}

impl Moment {
    /// What came of an attempt to watch a folder. While folders come and go, one may be gone by
    /// then, and a system watches no more than so many: what changes in it is seen when nothing was
    /// heard for a while.
    fn came_of(self, watched: notify::Result<()>, path: &Path) -> Result<Armed, Fatal> {
        match watched {
            Ok(()) => Ok(Armed::Yes),
            Err(_) if self == Self::Later => Ok(Armed::No),
            Err(error) => Err(failed(path, &error)),
        }
    }
}

fn nothing() -> Touched {
    Touched::Paths(BTreeSet::new())
}

fn failed(path: &Path, error: &notify::Error) -> Fatal {
    let problem =
        Host::CannotWatch { path: path.display().to_string(), detail: error.to_string() };
    Fatal::new(Place::Nowhere, problem)
}

/// Paths as the system reports them: whole, with links followed, also of what is not there yet.
fn real(paths: &[PathBuf]) -> Vec<PathBuf> {
    let around =
        |path: &PathBuf| Some(path.parent()?.canonicalize().ok()?.join(path.file_name()?));
    let real = |path: &PathBuf| {
        let real = path.canonicalize().ok().or_else(|| around(path));
        real.or_else(|| absolute(path).ok()).unwrap_or_else(|| path.clone())
    };
    paths.iter().map(real).collect()
}

/// Which events are changes of what the site is made from.
#[derive(Debug, Clone)]
struct Filter {
    roots: Vec<PathBuf>,
}

impl Filter {
    fn matters(&self, event: &Event) -> bool {
        if event.need_rescan() {
            return true;
        }
        // Reading a file is an event too; a build that heard of it would never end.
        let changes = match event.kind {
            EventKind::Create(_) | EventKind::Remove(_) => true,
            EventKind::Modify(what) => {
                matches!(what, ModifyKind::Data(_) | ModifyKind::Name(_) | ModifyKind::Any)
            }
            EventKind::Any | EventKind::Access(_) | EventKind::Other => false,
        };
        changes && event.paths.iter().any(|path| self.is_source(path))
    }

    fn is_source(&self, path: &Path) -> bool {
        self.roots.iter().filter_map(|root| path.strip_prefix(root).ok()).any(|inside| {
            !inside.iter().any(|segment| segment.to_str().is_some_and(is_ignored))
        })
    }
}

#[cfg(test)]
mod tests {
    use std::io::ErrorKind;

    use notify::event::{
        AccessKind, AccessMode, CreateKind, DataChange, Flag, MetadataKind, RenameMode,
    };

    use super::*;

    fn matters(kind: EventKind, path: &str) -> bool {
        let filter = Filter { roots: vec!["/site/content".into(), "/site/los.yaml".into()] };
        filter.matters(&Event::new(kind).add_path(path.into()))
    }

    const WRITTEN: EventKind = EventKind::Modify(ModifyKind::Data(DataChange::Any));

    #[test]
    fn writing_making_moving_and_removing_matter_and_reading_does_not() {
        let path = "/site/content/a.md";
        assert!(matters(WRITTEN, path));
        assert!(matters(EventKind::Create(CreateKind::Folder), path));
        assert!(matters(EventKind::Modify(ModifyKind::Name(RenameMode::To)), path));
        assert!(matters(EventKind::Remove(notify::event::RemoveKind::File), path));
        assert!(!matters(EventKind::Access(AccessKind::Open(AccessMode::Any)), path));
        assert!(!matters(EventKind::Access(AccessKind::Close(AccessMode::Write)), path));
        assert!(!matters(EventKind::Modify(ModifyKind::Metadata(MetadataKind::Any)), path));
    }

    #[test]
    fn files_that_are_no_content_do_not_matter() {
        assert!(matters(WRITTEN, "/site/content/factsheets/a.md"));
        assert!(matters(WRITTEN, "/site/los.yaml"));
        for path in [
            "/site/content/.a.md.swp",
            "/site/content/.git/index",
            "/site/content/a.md~",
            "/site/content/a.swp",
            "/site/contents/a.md",
            "/elders/a.md",
        ] {
            assert!(!matters(WRITTEN, path), "{path}");
        }
        let lost = Event::new(EventKind::Other).set_flag(Flag::Rescan);
        assert!(Filter { roots: Vec::new() }.matters(&lost));
    }

    #[test]
    fn a_folder_that_cannot_be_watched_later_ends_nothing() {
        let path = Path::new("/site/content");
        let io = |kind: ErrorKind| notify::Error::io(kind.into());
        let errors = || {
            let kinds =
                [ErrorKind::NotFound, ErrorKind::NotADirectory, ErrorKind::PermissionDenied];
            let full = notify::Error::new(notify::ErrorKind::MaxFilesWatch);
            kinds.map(io).into_iter().chain([notify::Error::path_not_found(), full])
        };
        for error in errors() {
            assert_eq!(Moment::Later.came_of(Err(error), path).ok(), Some(Armed::No));
        }
        for error in errors() {
            assert!(Moment::Start.came_of(Err(error), path).is_err());
        }
        assert_eq!(Moment::Start.came_of(Ok(()), path).ok(), Some(Armed::Yes));
    }

    fn changed(watcher: &mut Watcher) -> Touched {
        match watcher.wait(Duration::MAX).unwrap() {
            Waited::Changed(touched) => touched,
            other => panic!("{other:?}"),
        }
    }

    #[test]
    #[expect(clippy::disallowed_methods, reason = "the test changes files")]
    fn what_changed_is_told_and_that_nothing_did() {
        let folder = tempfile::tempdir().unwrap();
        let root = folder.path().canonicalize().unwrap();
        let watched = Watched { roots: vec![root.clone()] };
        let mut watcher = Watcher::new(&watched).unwrap();
        assert_eq!(watcher.wait(Duration::ZERO).unwrap(), Waited::Quiet);
        std::fs::write(root.join("a.md"), "# A").unwrap();
        std::fs::write(root.join(".a.md.swp"), "# A").unwrap();
        let mut paths = BTreeSet::new();
        while !paths.contains(&root.join("a.md")) {
            match changed(&mut watcher) {
                Touched::Paths(own) => paths.extend(own),
                Touched::Anything => panic!("it is known what changed"),
            }
        }
        assert_eq!(paths, [root.join("a.md")].into());
    }

    #[test]
    #[expect(clippy::disallowed_methods, reason = "the test changes files")]
    fn a_folder_that_is_made_later_is_watched_from_then_on() {
        let folder = tempfile::tempdir().unwrap();
        let root = folder.path().join("content");
        let watched = Watched { roots: vec![root.clone()] };
        let mut watcher = Watcher::new(&watched).unwrap();
        std::fs::create_dir_all(root.join("stories")).unwrap();
        changed(&mut watcher);
        std::fs::write(root.join("stories/a.md"), "# A").unwrap();
        changed(&mut watcher);
        std::fs::remove_dir_all(&root).unwrap();
        changed(&mut watcher);
        std::fs::create_dir(&root).unwrap();
        changed(&mut watcher);
        std::fs::write(root.join("b.md"), "# B").unwrap();
        changed(&mut watcher);
    }
}
