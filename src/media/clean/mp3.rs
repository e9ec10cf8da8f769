//! MP3 files: tags stand before and behind the sound.

use crate::media::bytes::{from, piece, u32_le};

/// The sound without its tags.
pub(super) fn clean(bytes: &[u8]) -> Vec<u8> {
    let mut sound = bytes;
    while let Some(length) = id3_length(sound) {
        sound = from(sound, length);
    }
    loop {
        let before = sound.len();
        sound = without_tail(sound);
        if sound.len() == before {
            return sound.to_vec();
        }
    }
}

/// The length of a tag at the start: seven bits of each byte count.
fn id3_length(bytes: &[u8]) -> Option<usize> {
    let head = piece(bytes, 0, 10)?.strip_prefix(b"ID3")?;
    let length =
        head.get(3..7)?.iter().fold(0, |sum, byte| (sum << 7) | usize::from(byte & 0x7f));
    let foot = if head.get(2)? & 0x10 != 0 { 10 } else { 0 };
    Some(10 + length + foot)
}

fn without_tail(bytes: &[u8]) -> &[u8] {
    let end = bytes.len();
    let old = end.checked_sub(128).filter(|at| from(bytes, *at).starts_with(b"TAG"));
    let monkey = end.checked_sub(32).filter(|at| from(bytes, *at).starts_with(b"APETAGEX"));
    let monkey = monkey.and_then(|foot| {
        let length = usize::try_from(u32_le(bytes, foot + 12)?).ok()?;
        let start = end.checked_sub(length)?;
        let head = start.checked_sub(32).filter(|at| from(bytes, *at).starts_with(b"APETAGEX"));
        Some(head.unwrap_or(start))
    });
    old.or(monkey).and_then(|at| bytes.get(..at)).unwrap_or(bytes)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn tags_before_and_behind_the_sound_go() {
        let sound = b"\xff\xfb\x90\x00la la la";
        let mut old = b"TAG".to_vec();
        old.resize(128, b'x');
        let ape = |flag: u8| {
            let mut part = b"APETAGEX\xd0\x07\0\0\x24\0\0\0\x01\0\0\0\0\0\0".to_vec();
            part.push(flag);
            part.resize(32, 0);
            part
        };
        let monkey = [ape(0xa0), b"item".to_vec(), ape(0x80)].concat();
        let file = [b"ID3\x04\0\0\0\0\0\x05hallo".as_slice(), sound, &monkey, &old].concat();
        assert_eq!(clean(&file), sound);
        assert_eq!(clean(sound), sound);
        assert_eq!(clean(b"ID3\x04\0\0\x7f\x7f\x7f\x7f"), b"");
    }
}
