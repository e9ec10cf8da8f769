//! The new site and the old one change places.
//!
//! Where the file system can, in one step (`Way::Exchange`): there is no moment without a site.
//!
//! Where it cannot, in three (`Way::Aside`): the output folder becomes `old/`, the staging tree
//! becomes the output folder, `old/` becomes the staging tree. A build that is killed after the
//! first step leaves no output folder; the next build finds `old/` and puts it back. One that
//! is killed after the second leaves the new site standing and `old/` beside it, which becomes
//! the staging tree. What a build had staged before that is no site, and goes.

use std::fs;
use std::io::ErrorKind;
use std::path::Path;

use rustix::fs::{CWD, RenameFlags, renameat_with};
use rustix::io::Errno;

use super::fault::Fault;
use super::place::Spot;

/// How the two change places.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Way {
    /// In one step; `Aside` where the file system cannot.
    Exchange,
    /// The old one aside first.
    Aside,
}

/// Puts the staging tree in the place of the output folder and the other way round.
pub(super) fn switch(spot: &Spot, way: Way) -> Result<(), Fault> {
    let (live, tree) = (&spot.live, &spot.tree());
    if !is_there(live)? {
        return fs::rename(tree, live).map_err(Fault::at(live));
    }
    match way {
        Way::Aside => aside(spot),
        Way::Exchange => match renameat_with(CWD, tree, CWD, live, RenameFlags::EXCHANGE) {
            Err(Errno::INVAL | Errno::NOSYS | Errno::OPNOTSUPP) => switch(spot, Way::Aside),
            done => done.map_err(|error| Fault::at(live)(error.into())),
        },
    }
}

fn aside(spot: &Spot) -> Result<(), Fault> {
    let (live, tree, old) = (&spot.live, &spot.tree(), &spot.old());
    fs::rename(live, old).map_err(Fault::at(live))?;
    if let Err(error) = fs::rename(tree, live) {
        // Back as it was; when even that fails, the next build does it.
        let _ = fs::rename(old, live);
        return Err(Fault::at(live)(error));
    }
    // The new site stands. What fails now is for the next build to clear up.
    let _ = fs::rename(old, tree);
    Ok(())
}

/// Finishes or takes back a switch in steps that was cut short.
pub(super) fn recover(spot: &Spot) -> Result<(), Fault> {
    let (live, tree, old) = (&spot.live, &spot.tree(), &spot.old());
    if !is_there(old)? {
        return Ok(());
    }
    if !is_there(live)? {
        return fs::rename(old, live).map_err(Fault::at(live));
    }
    // The tree was never switched in. The old site is looked through before anything of it goes.
    if is_there(tree)? {
        fs::remove_dir_all(tree).map_err(Fault::at(tree))?;
    }
    fs::rename(old, tree).map_err(Fault::at(tree))
}

fn is_there(path: &Path) -> Result<bool, Fault> {
    match fs::symlink_metadata(path) {
        Ok(_) => Ok(true),
        Err(error) if error.kind() == ErrorKind::NotFound => Ok(false),
        Err(error) => Err(Fault::at(path)(error)),
    }
}
