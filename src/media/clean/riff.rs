//! `WebP` and WAV files: chunks in a box.

use crate::media::bytes::{piece, u32_le};

/// What a `WebP` file keeps.
const WEBP: [&[u8]; 7] = [b"VP8 ", b"VP8L", b"VP8X", b"ALPH", b"ANIM", b"ANMF", b"ICCP"];
/// What a WAV file keeps.
const WAVE: [&[u8]; 3] = [b"fmt ", b"fact", b"data"];

/// A copy with the chunks that are seen or heard; `None` when it is not whole.
pub(super) fn clean(bytes: &[u8]) -> Option<Vec<u8>> {
    let kept: &[&[u8]] = match piece(bytes, 8, 4)? {
        b"WEBP" => &WEBP,
        b"WAVE" => &WAVE,
        _ => return None,
    };
    let mut copy = bytes.get(..12)?.to_vec();
    let mut at = 12;
    while at < bytes.len() {
        let name = piece(bytes, at, 4)?;
        let length = usize::try_from(u32_le(bytes, at + 4)?).ok()?;
        let data = piece(bytes, at + 8, length)?;
        if kept.contains(&name) {
            copy.extend(name);
            copy.extend(u32::try_from(length).ok()?.to_le_bytes());
            copy.extend(without_flags(name, data));
            copy.extend(std::iter::repeat_n(0, length % 2));
        }
        at = at.checked_add(8)?.checked_add(length)?.checked_add(length % 2)?;
    }
    let size = u32::try_from(copy.len().checked_sub(8)?).ok()?.to_le_bytes();
    copy.get_mut(4..8)?.copy_from_slice(&size);
    Some(copy)
}

/// The head of a `WebP` file says that there is EXIF and XMP; there no longer is.
fn without_flags(name: &[u8], data: &[u8]) -> Vec<u8> {
    let mut data = data.to_vec();
    if let (b"VP8X", Some(flags)) = (name, data.first_mut()) {
        *flags &= !0x0c;
    }
    data
}

#[cfg(test)]
mod tests {
    use super::*;

    fn file(kind: &[u8], chunks: &[(&[u8], &[u8])]) -> Vec<u8> {
        let mut body = kind.to_vec();
        for (name, data) in chunks {
            body.extend(*name);
            body.extend(u32::try_from(data.len()).unwrap().to_le_bytes());
            body.extend(*data);
            body.extend(std::iter::repeat_n(0, data.len() % 2));
        }
        let length = u32::try_from(body.len()).unwrap().to_le_bytes();
        [b"RIFF".as_slice(), &length, &body].concat()
    }

    #[test]
    fn chunks_of_programmes_go() {
        let dirty = file(
            b"WEBP",
            &[
                (b"VP8X", b"\x2c123456789"),
                (b"ICCP", b"icc"),
                (b"VP8 ", b"px"),
                (b"EXIF", b"gps"),
                (b"XMP ", b"x"),
            ],
        );
        let pure =
            file(b"WEBP", &[(b"VP8X", b"\x20123456789"), (b"ICCP", b"icc"), (b"VP8 ", b"px")]);
        assert_eq!(clean(&dirty), Some(pure.clone()));
        assert_eq!(clean(&pure), Some(pure));
        let dirty = file(
            b"WAVE",
            &[(b"bext", b"who"), (b"fmt ", b"f"), (b"LIST", b"INFO"), (b"data", b"la")],
        );
        assert_eq!(clean(&dirty), Some(file(b"WAVE", &[(b"fmt ", b"f"), (b"data", b"la")])));
        assert_eq!(clean(&dirty[..dirty.len() - 1]), None);
    }
}
