//! AVIF files. Everything keeps its place: pixels are found by their offset in the file, so what
//! goes is overwritten, not cut out.

use crate::media::avif::beside_the_picture;

use super::mp4;

/// A copy without what cameras and programmes wrote, and without the smaller pictures that
/// programmes put beside the one that is seen.
pub(super) fn clean(bytes: &[u8]) -> Vec<u8> {
    let mut copy = mp4::clean_tracks(bytes);
    for place in beside_the_picture(bytes).unwrap_or_default() {
        let end = place.end.min(copy.len());
        if let Some(bytes) = copy.get_mut(place.start..end) {
            bytes.fill(0);
        }
    }
    copy
}
