//! Keeps the packs few and the store below its size.

use std::fs;
use std::io;
use std::path::Path;

use super::Key;
use super::folder;
use super::format::{HEAD, PLACE, Place};
use super::names;
use super::pack::Pack;
use super::writer::Writer;
use crate::plain;

/// With more packs than this the smaller ones become one.
const MANY: usize = 8;

/// Brings the store below a size in bytes, and its packs together when there are many. Another
/// build that does the same at this moment does it alone. What goes wrong leaves the store
/// as it was.
pub(super) fn merge(folder: &Path, packs: &mut Vec<Pack>, max_bytes: u64) {
    let total: u64 = packs.iter().map(Pack::size).sum();
    let is_full = total > max_bytes;
    let count = if is_full { packs.len() } else { small(packs) };
    if count == 0 {
        return;
    }
    let Ok(lock) = plain::open_or_make(&folder.join(names::LOCK)) else { return };
    if lock.try_lock().is_err() {
        return;
    }
    // A little below the size, so that not every build has to make room.
    let room = if is_full { max_bytes / 5 * 4 } else { u64::MAX };
    let Some(old) = packs.get(..count) else { return };
    let Ok(merged) = together(folder, old, room) else { return };
    for pack in packs.drain(..count) {
        if merged.as_ref().is_none_or(|merged| merged.path() != pack.path()) {
            let _ = fs::remove_file(pack.path());
        }
    }
    packs.splice(..0, merged);
    remove_strangers(folder);
}

/// How many of the newest packs become one: as many as are together no smaller than the next.
fn small(packs: &[Pack]) -> usize {
    if packs.len() <= MANY {
        return 0;
    }
    let mut sum = 0;
    let mut count = 0;
    for pack in packs {
        if count > MANY / 2 && pack.size() > sum {
            break;
        }
        sum += pack.size();
        count += 1;
    }
    count
}

/// One pack with what has room: what was used first, then the newest; `None` when that is
/// nothing.
fn together(folder: &Path, packs: &[Pack], room: u64) -> io::Result<Option<Pack>> {
    let mut writer = Writer::create(folder)?;
    let age = packs.first().map_or(0, Pack::age).saturating_add(1);
    let mut any = false;
    for want_used in [true, false] {
        for pack in packs {
            let own = pack.entries().filter(|(_, _, used)| *used == want_used);
            // In the order of the file: reading goes forward.
            let mut own: Vec<(Key, Place)> = own.map(|(key, place, _)| (key, place)).collect();
            own.sort_unstable_by_key(|(_, place)| place.start);
            for (key, place) in own {
                let size = place.length.saturating_add((HEAD + PLACE) as u64);
                if writer.size().saturating_add(size) > room {
                    continue;
                }
                if let Some(bytes) = pack.read(&place) {
                    if let Err(error) = writer.put(&key, &bytes) {
                        writer.discard();
                        return Err(error);
                    }
                    any = true;
                }
            }
        }
    }
    if any {
        writer.finish(age).map(Some)
    } else {
        writer.discard();
        Ok(None)
    }
}

/// Removes packs that cannot be read: damaged, or of another version of the program. What has
/// another name than a pack gets is no pack.
fn remove_strangers(folder: &Path) {
    for path in folder::named(folder, names::is_pack) {
        if Pack::open(&path).is_none() {
            let _ = fs::remove_file(path);
        }
    }
}
