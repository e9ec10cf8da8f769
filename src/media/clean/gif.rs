//! GIF files: remarks and data of programmes stand between the pictures.

use crate::media::bytes::piece;

/// A copy with pictures, their timing and how often they repeat; `None` when it has no end.
pub(super) fn clean(bytes: &[u8]) -> Option<Vec<u8>> {
    let table = |packed: u8| if packed & 0x80 != 0 { 3 << ((packed & 7) + 1) } else { 0 };
    let mut at = 13 + table(*bytes.get(10)?);
    let mut copy = bytes.get(..at)?.to_vec();
    loop {
        let start = at;
        let is_kept = match bytes.get(at)? {
            0x3b => {
                copy.push(0x3b);
                return Some(copy);
            }
            0x21 => {
                let label = *bytes.get(at + 1)?;
                let repeats = piece(bytes, at + 3, 11) == Some(b"NETSCAPE2.0");
                at = after_blocks(bytes, at + 2)?;
                label == 0xf9 || (label == 0xff && repeats)
            }
            0x2c => {
                at = after_blocks(bytes, at + 11 + table(*bytes.get(at + 9)?))?;
                true
            }
            _ => return None,
        };
        if is_kept {
            copy.extend_from_slice(bytes.get(start..at)?);
        }
    }
}

/// Behind a row of blocks that each begin with their length, up to one of length 0.
pub(in crate::media) fn after_blocks(bytes: &[u8], mut at: usize) -> Option<usize> {
    loop {
        let length = usize::from(*bytes.get(at)?);
        at += length + 1;
        if length == 0 {
            return Some(at);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn remarks_go_and_the_pictures_stay() {
        let head = b"GIF89a\x01\0\x01\0\0\0\0";
        let timing = b"\x21\xf9\x04\0\0\0\0\0";
        let repeats = b"\x21\xff\x0bNETSCAPE2.0\x03\x01\0\0\0";
        let picture = b"\x2c\0\0\0\0\x01\0\x01\0\0\x02\x02\x44\x01\0";
        let remark = b"\x21\xfe\x05Hallo\0";
        let programme = b"\x21\xff\x0bXMP DataXMP\x03abc\0";
        let dirty = [
            &head[..],
            remark,
            repeats,
            programme,
            timing,
            picture,
            remark,
            b"\x3b",
            b"behind",
        ];
        let pure = [&head[..], repeats, timing, picture, b"\x3b"].concat();
        assert_eq!(clean(&dirty.concat()), Some(pure.clone()));
        assert_eq!(clean(&pure[..pure.len() - 1]), None);
    }
}
