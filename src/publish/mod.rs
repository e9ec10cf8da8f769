//! The door out: the only writer of the output folder.
//!
//! Beside an output folder `public` stands `.public-lerend`, on the same file system:
//!
//! | name | what |
//! | --- | --- |
//! | `lock` | locked while a build has the folder; holds its process number |
//! | `tree/` | the site that was switched out last; the next site is staged on it |
//! | `new/` | files of a site that is being made, moved to `tree/` when it stands |
//! | `old/` | only while a switch without exchange is under way (see `switch.rs`) |
//! | `stamp` | which files of both trees are known to hold which bytes |
//! | `folders` | which names are known to stand in which folders of both trees |
//! | `last`, `run` | what whoever published the site wanted to know again, after its hash |
//!
//! A new site is staged in `tree/` and then changes places with the output folder in one step,
//! so that a reader, a crash or a full disk meets the old site or the new one and never a mix.
//! Staging writes only what is neither in `tree/` nor in the output folder already; a file that
//! stays the same is one file under two names (a hard link) where the file system can do that.
//! Existing files are never written to.
//!
//! A file that no build wrote is never removed: with one in the output folder no build begins, one
//! that comes while a site is made has the switch taken back, and one in `tree/`, which a build that
//! was killed during the switch leaves there, is told before anything in that tree goes.
//!
//! Nothing is written by way of a link: with one in that folder, or in its place, no build begins.

mod fault;
mod names;
mod last;
mod place;
mod lock;
mod listing;
mod tree;
mod spool;
mod stamp;
mod wanted;
mod durable;
mod stage;
mod switch;
#[cfg(test)]
mod tests;
#[cfg(test)]
mod spool_tests;
#[cfg(test)]
mod link_tests;
#[cfg(test)]
mod stray_tests;
#[cfg(test)]
mod listing_tests;
#[cfg(test)]
mod layer_tests;

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

use crate::base::SourcePath;
use crate::diag::problem::Host;
use crate::diag::{Fatal, Place};
use crate::output::{Hash, MANIFEST, Output};
use crate::vfs::Files;

use self::fault::Fault;
use self::listing::{Known, Lister, Listing};
use self::lock::Lock;
use self::place::Spot;
use self::stage::{Job, Staging};
use self::stamp::Stamp;
use self::tree::{KEEPERS, Mark, Tree};

pub use self::names::Beside;
pub use self::place::{Location, around_store};
pub use self::spool::Spool;

/// What a publication did, compared with the site that was there.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Report {
    /// Files that are new or have other bytes.
    pub written: usize,
    /// Files that stayed the same.
    pub unchanged: usize,
    /// Files that are gone.
    pub removed: usize,
    /// The size of the files that were written.
    pub bytes: u64,
}

/// An output folder that this process has to itself until it is dropped.
#[derive(Debug)]
pub struct Destination {
    root: PathBuf,
    spot: Spot,
    /// What stood in the folder when it was taken.
    live: Tree,
    /// What its files are known to hold.
    stamp: Stamp,
    lister: Lister,
    /// Held for its `Drop`.
    _lock: Lock,
}

impl Destination {
    /// Takes an output folder: refuses one that may not be replaced, that holds files which no
    /// build wrote, or that another build is writing to; mends what a killed build left.
    pub fn open(location: &Location) -> Result<Self, Fatal> {
        let root = location.root.clone();
        let spot = place::find(location)?;
        let lock = lock::take(&spot).map_err(|fault| fault.into_fatal(&root))?;
        let lister = Lister { known: Known::default(), taken: lock.taken };
        let (live, stamp) = (Tree::default(), Stamp::default());
        let mut destination = Self { root, spot, live, stamp, lister, _lock: lock };
        destination.told(switch::recover(&destination.spot))?;
        destination.told(spool::empty(&destination.spot))?;
        destination.look()?;
        Ok(destination)
    }

    /// Looks at what stands in the folder, which has to be ours.
    fn look(&mut self) -> Result<(), Fatal> {
        self.lister.known = Known::from_bytes(&self.kept(Beside::Folders).unwrap_or_default());
        let live = &self.spot.live;
        let listing = self.told(self.lister.list(live))?;
        self.is_ours(self.told(tree::foreign(live, &listing))?)?;
        self.live = self.told(Tree::of(live, &listing))?;
        self.stamp = Stamp::read(&self.spot);
        let before = self.lister.known.len();
        self.lister.known = std::mem::take(&mut self.lister.known).and(listing.known);
        // Where nothing is published, because it stands already, nobody else keeps it.
        if self.live.files.contains_key(MANIFEST) && self.lister.known.len() > before * 2 {
            self.keep(Beside::Folders, &self.lister.known.to_bytes());
        }
        Ok(())
    }

    /// What the files of the site in the folder are known to hold, by path.
    pub fn standing(&self) -> BTreeMap<String, Hash> {
        let known = |(path, mark)| Some((String::clone(path), self.stamp.hash(Some(mark))?));
        let is_of_site = |(path, _): &(&String, &Mark)| !KEEPERS.contains(&path.as_str());
        self.live.files.iter().filter(is_of_site).filter_map(known).collect()
    }

    /// Makes the output folder hold exactly this output and its manifest. After an error the
    /// folder is as it was; for a moment the new site may have stood there.
    pub fn publish(&self, output: &Output, files: &dyn Files) -> Result<Report, Fatal> {
        let job = self.told(Job::new(&self.spot, &self.stamp, &self.live, output, files))?;
        let (report, known) = match self.told(job.stage(&self.lister))? {
            Staging::Same(report) => return Ok(report),
            Staging::Ready(report, known) => (report, known),
        };
        match switch::switch(&self.spot, switch::Way::Exchange) {
            Ok(()) => {}
            Err(fault) if fault.is_across() => self.renew()?,
            Err(fault) => {
                stage::discard(&self.spot);
                return self.told(Err(fault));
            }
        }
        let known = self.look_back()?.and(known);
        self.keep(Beside::Folders, &known.to_bytes());
        Ok(report)
    }

    /// Takes away the site in a folder that the system does not move, as one in a layer of a container image,
    /// and puts the new one in its place. For a moment there is none; the next build puts it there when this one is killed then.
    fn renew(&self) -> Result<(), Fatal> {
        let live = &self.spot.live;
        let listing = self.told(self.lister.list(live))?;
        self.is_ours(self.come_since(&listing))?;
        let renewed = tree::empty(live, &listing)
            .and_then(|()| std::fs::rename(self.spot.tree(), live).map_err(Fault::at(live)));
        self.told(renewed.map_err(Fault::emptied))
    }

    /// Looks through the site that was switched out. Somebody may have put a file there until that very
    /// moment, so it is done after the switch: then nobody puts anything there any more. When there is
    /// such a file, both sites go back to where they were, and the file stands where it was put.
    fn look_back(&self) -> Result<Known, Fatal> {
        let listing = self.told(self.lister.list(&self.spot.tree()))?;
        let Err(fatal) = self.is_ours(self.come_since(&listing)) else {
            return Ok(listing.known);
        };
        self.told(switch::switch(&self.spot, switch::Way::Exchange))?;
        // In the moment between somebody may have put a file into the new site.
        if stage::base(&self.spot, &self.lister).is_ok() {
            stage::discard(&self.spot);
        }
        Err(fatal)
    }

    /// What stands in the site that was there and did not when the build began, and then all was ours.
    fn come_since(&self, listing: &Listing) -> Vec<String> {
        let is_new = |name: &String| !self.live.files.contains_key(name);
        listing.new_files().filter(is_new).chain(listing.others()).collect()
    }

    /// An error when there is something that no build wrote.
    fn is_ours(&self, mut foreign: Vec<String>) -> Result<(), Fatal> {
        foreign.sort_unstable();
        let Some(example) = foreign.first() else { return Ok(()) };
        let problem = Host::ForeignOutput { example: example.clone(), count: foreign.len() };
        Err(Fatal::new(self.place(), problem))
    }

    fn told<T>(&self, result: Result<T, Fault>) -> Result<T, Fatal> {
        result.map_err(|fault| fault.into_fatal(&self.root))
    }

    fn place(&self) -> Place {
        SourcePath::new(&place::shown(&self.root, &self.spot.live))
            .map_or(Place::Nowhere, Place::File)
    }
}

impl Drop for Destination {
    fn drop(&mut self) {
        // While nobody else may come. What cannot be removed is removed by the next build.
        let _ = spool::empty(&self.spot);
    }
}

/// Removes what builds keep beside an output folder: the site that stood there before, and what
/// is known of this one. Files of somebody else in it are an error. `None` when there is nothing, otherwise the folder that is gone.
pub fn forget(location: &Location) -> Result<Option<PathBuf>, Fatal> {
    let told = |fault: Fault| fault.into_fatal(&location.root);
    let output = location.root.join(&location.output);
    // Looking for a place to write to would make the folder around it.
    if !output.parent().is_some_and(Path::is_dir) {
        return Ok(None);
    }
    let spot = place::find(location)?;
    if !spot.beside.is_dir() {
        return Ok(None);
    }
    let lock = lock::take(&spot).map_err(told)?;
    let lister = Lister { known: Known::default(), taken: lock.taken };
    let looked = switch::recover(&spot).and_then(|()| stage::base(&spot, &lister));
    looked.and_then(|_| lock.forget()).map_err(told)?;
    Ok(Some(spot.beside))
}
