//! A folder of files, changed as editors and version control change them: what is served in
//! the end is what stands on disk in the end.

#![expect(clippy::disallowed_methods, reason = "the tests change files")]

use std::cell::Cell;
use std::collections::BTreeMap;
use std::fs;
use std::io::BufRead;
use std::path::PathBuf;
use std::sync::Arc;

use super::tests::{connect, get, good, memory, next_state};
use super::{Options, Rebuilt, Server, Watched};
use crate::base::SourcePath;
use crate::vfs::{Disk, Files, Folder, Mark, Remembered};

/// Every file of the content with its text, as a page. What has the mark that it had is not read
/// again, as a build does not.
fn listed(files: &Remembered, known: &mut BTreeMap<SourcePath, (Mark, String)>) -> String {
    // What goes while it is looked for is told, and looked for again.
    let listing = files.list(&Folder::CONTENT).unwrap_or_default();
    let lines = listing.files.iter().map(|path| {
        let mark = files.mark(path);
        let same = known.get(path).filter(|(own, _)| Some(own) == mark.as_ref());
        let text = same.map_or_else(
            || {
                let bytes = files.read(path).ok().flatten().unwrap_or_default();
                String::from_utf8(bytes.to_vec()).unwrap()
            },
            |(_, text)| text.clone(),
        );
        known.extend(mark.map(|mark| (path.clone(), (mark, text.clone()))));
        format!("{}={text}", path.as_str().trim_start_matches("content/"))
    });
    format!("<body>{};</body>", lines.collect::<Vec<_>>().join(","))
}

/// A server that shows what is in a folder.
struct Desk {
    folder: PathBuf,
    server: Arc<Server>,
    events: Box<dyn BufRead>,
    _kept: tempfile::TempDir,
}

impl Desk {
    fn new() -> Self {
        let kept = tempfile::tempdir().unwrap();
        let folder = kept.path().join("content");
        fs::create_dir(&folder).unwrap();
        let watched = Watched { roots: vec![folder.clone()] };
        let options = Options { port: 0, ..Options::default() };
        let server = Arc::new(Server::bind(&options, Arc::new(memory())).unwrap());
        let events = connect(&server, "/_lerend/events", "Host: localhost\r\n");
        let running = Arc::clone(&server);
        // Runs until the test ends, as it does until a process ends.
        let files = Remembered::new(Disk::open(kept.path()).unwrap());
        std::thread::spawn(move || {
            let mut known = BTreeMap::new();
            let mut build = || -> Rebuilt { good(&listed(&files, &mut known)) };
            running.run(&watched, &files, &mut build, &|| false)
        });
        let mut desk = Self { folder, server, events: Box::new(events), _kept: kept };
        desk.shows("");
        desk
    }

    fn path(&self, name: &str) -> PathBuf {
        self.folder.join(name)
    }

    fn write(&self, name: &str, text: &str) {
        fs::write(self.path(name), text).unwrap();
    }

    fn rename(&self, from: &str, to: &str) {
        fs::rename(self.path(from), self.path(to)).unwrap();
    }

    /// Waits, build by build, until this is what is shown.
    #[track_caller]
    fn shows(&mut self, expected: &str) {
        let expected = format!("<body>{expected};");
        while !get(&self.server, "/").2.starts_with(&expected) {
            next_state(&mut self.events);
        }
    }
}

#[test]
fn every_way_to_save_a_file_is_seen() {
    let mut desk = Desk::new();
    desk.write("a.md", "in place");
    desk.shows("a.md=in place");
    // Written beside it and put in its place.
    desk.write(".a.md.tmp", "replaced");
    desk.rename(".a.md.tmp", "a.md");
    desk.shows("a.md=replaced");
    // With a probe and a backup, as vi does it.
    desk.write("4913", "");
    fs::remove_file(desk.path("4913")).unwrap();
    desk.rename("a.md", "a.md~");
    desk.write("a.md", "as vi");
    fs::remove_file(desk.path("a.md~")).unwrap();
    desk.shows("a.md=as vi");
    // With a lock file, as emacs does it.
    desk.write("#a.md#", "half");
    desk.write("a.md", "as emacs");
    fs::remove_file(desk.path("#a.md#")).unwrap();
    desk.shows("a.md=as emacs");
}

#[test]
fn moving_and_removing_files_and_folders_is_seen() {
    let mut desk = Desk::new();
    fs::create_dir_all(desk.path("stories/drenthe")).unwrap();
    desk.write("stories/drenthe/index.md", "a");
    desk.shows("stories/drenthe/index.md=a");
    desk.rename("stories/drenthe", "stories/twente");
    desk.shows("stories/twente/index.md=a");
    desk.write("stories/twente/index.md", "b");
    desk.shows("stories/twente/index.md=b");
    desk.rename("stories/twente/index.md", "los.md");
    desk.shows("los.md=b");
    fs::remove_dir_all(desk.path("stories")).unwrap();
    desk.write("los.md", "c");
    desk.shows("los.md=c");
    fs::remove_file(desk.path("los.md")).unwrap();
    desk.shows("");
}

#[test]
fn another_branch_is_seen_whole() {
    let mut desk = Desk::new();
    // As version control does it: files of one branch go, those of the other come, one by one.
    let switch = |desk: &Desk, from: &str, to: &str| {
        for at in 0..60 {
            let folder = desk.path(&format!("{from}{}", at % 7));
            let _ = fs::remove_file(folder.join(format!("{at:02}.md")));
            let _ = fs::remove_dir(folder);
            let folder = desk.path(&format!("{to}{}", at % 5));
            fs::create_dir_all(&folder).unwrap();
            fs::write(folder.join(format!("{at:02}.md")), to).unwrap();
        }
    };
    let whole = |branch: &str| {
        let name = |at: usize| format!("{branch}{}/{at:02}.md={branch}", at % 5);
        let mut all: Vec<String> = (0..60).map(name).collect();
        all.sort();
        all.join(",")
    };
    switch(&desk, "none", "main");
    desk.shows(&whole("main"));
    for (from, to) in [("main", "werk"), ("werk", "main")] {
        for at in 0..60 {
            let _ = fs::remove_file(desk.path(&format!("{from}{}/{at:02}.md", at % 5)));
        }
        switch(&desk, from, to);
        desk.shows(&whole(to));
    }
}

#[test]
fn a_change_that_nobody_told_is_found() {
    let kept = tempfile::tempdir().unwrap();
    let folder = kept.path().join("content");
    fs::create_dir(&folder).unwrap();
    let files = Arc::new(Remembered::new(Disk::open(kept.path()).unwrap()));
    let options = Options { port: 0, ..Options::default() };
    let server = Arc::new(Server::bind(&options, Arc::new(memory())).unwrap());
    let mut events = connect(&server, "/_lerend/events", "Host: localhost\r\n");
    let running = Arc::clone(&server);
    std::thread::spawn(move || {
        let listing = Arc::clone(&files);
        let build = &mut || {
            let found = listing.list(&Folder::CONTENT).unwrap().files.len();
            // Nobody watches.
            fs::write(folder.join("a.md"), "# A").unwrap();
            good(&format!("<body>{found}</body>"))
        };
        running.run(&Watched::default(), &files, build, &|| false)
    });
    let mut shows = |home: &str| {
        while !get(&server, "/").2.starts_with(home) {
            next_state(&mut events);
        }
    };
    shows("<body>1");
    // Nor later.
    fs::write(kept.path().join("content/b.md"), "# B").unwrap();
    shows("<body>2");
}

#[test]
fn a_new_day_is_a_reason_to_build() {
    let kept = tempfile::tempdir().unwrap();
    fs::create_dir(kept.path().join("content")).unwrap();
    let files = Remembered::new(Disk::open(kept.path()).unwrap());
    let options = Options { port: 0, ..Options::default() };
    let server = Arc::new(Server::bind(&options, Arc::new(memory())).unwrap());
    let mut events = connect(&server, "/_lerend/events", "Host: localhost\r\n");
    let running = Arc::clone(&server);
    std::thread::spawn(move || {
        // The day on which it was built; midnight passes right after the first time.
        let day = Cell::new(0);
        let mut build = || {
            day.set(day.get() + 1);
            good(&format!("<body>{}</body>", day.get()))
        };
        running.run(&Watched::default(), &files, &mut build, &|| day.get() < 2)
    });
    while !get(&server, "/").2.starts_with("<body>2") {
        next_state(&mut events);
    }
}
