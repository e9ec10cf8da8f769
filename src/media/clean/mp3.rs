//! MP3 files: tags stand before and behind the sound.

use crate::media::bytes::{find_last, from, piece, u32_le};

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

/// The length of a tag at the start.
fn id3_length(bytes: &[u8]) -> Option<usize> {
    let head = piece(bytes, 0, 10)?.strip_prefix(b"ID3")?;
    let foot = if head.get(2)? & 0x10 != 0 { 10 } else { 0 };
    Some(10 + seven_bits(head.get(3..7)?) + foot)
}

/// A number of which seven bits of each byte count.
fn seven_bits(bytes: &[u8]) -> usize {
    bytes.iter().fold(0, |sum, byte| (sum << 7) | usize::from(byte & 0x7f))
}

fn without_tail(bytes: &[u8]) -> &[u8] {
    let tails = [fixed, monkey, appended, lyrics];
    let start = tails.iter().find_map(|tail| tail(bytes));
    start.and_then(|at| bytes.get(..at)).unwrap_or(bytes)
}

/// Where a tag begins that is always as long: the oldest, and the one some programmes put before.
fn fixed(bytes: &[u8]) -> Option<usize> {
    let at = |length: usize, name: &[u8]| {
        let start = bytes.len().checked_sub(length)?;
        from(bytes, start).starts_with(name).then_some(start)
    };
    at(128, b"TAG").or_else(|| at(227, b"TAG+"))
}

/// Where a tag of Monkey's Audio begins.
fn monkey(bytes: &[u8]) -> Option<usize> {
    let foot = bytes.len().checked_sub(32)?;
    from(bytes, foot).starts_with(b"APETAGEX").then_some(())?;
    let length = usize::try_from(u32_le(bytes, foot + 12)?).ok()?;
    let start = bytes.len().checked_sub(length)?;
    let head = start.checked_sub(32).filter(|at| from(bytes, *at).starts_with(b"APETAGEX"));
    Some(head.unwrap_or(start))
}

/// Where a tag begins that could stand at the start, and was put behind the sound.
fn appended(bytes: &[u8]) -> Option<usize> {
    let foot = bytes.len().checked_sub(10)?;
    let length = seven_bits(from(bytes, foot).strip_prefix(b"3DI")?.get(3..7)?);
    let start = foot.checked_sub(length.checked_add(10)?)?;
    from(bytes, start).starts_with(b"ID3").then_some(start)
}

/// Where the words of a song begin; the older kind does not say how long it is.
fn lyrics(bytes: &[u8]) -> Option<usize> {
    const BEGIN: &[u8] = b"LYRICSBEGIN";
    const OLDER: usize = 5100;
    if let Some(before) = bytes.strip_suffix(b"LYRICS200") {
        let (words, digits) = before.split_at_checked(before.len().checked_sub(6)?)?;
        let length: usize = std::str::from_utf8(digits).ok()?.parse().ok()?;
        let start = words.len().checked_sub(length)?;
        return from(words, start).starts_with(BEGIN).then_some(start);
    }
    let words = bytes.strip_suffix(b"LYRICSEND")?;
    let near = words.len().saturating_sub(OLDER + BEGIN.len());
    find_last(from(words, near), BEGIN).map(|at| near + at)
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

    #[test]
    fn what_stands_behind_the_sound_goes_in_any_order() {
        let sound = b"\xff\xfb\x90\x00la la la".as_slice();
        let appended = b"ID3\x04\0\x10\0\0\0\x0852.37N x3DI\x04\0\x10\0\0\0\x08".as_slice();
        let newer = b"LYRICSBEGINAUT00003Jan000022LYRICS200".as_slice();
        let older = b"LYRICSBEGINwords of JanLYRICSEND".as_slice();
        let fixed = |name: &[u8], length: usize| {
            let mut tag = name.to_vec();
            tag.resize(length, b'x');
            tag
        };
        let (old, more) = (fixed(b"TAG", 128), fixed(b"TAG+", 227));
        for tails in [
            [appended, newer, &old],
            [older, &more, &old],
            [newer, appended, &[]],
            [&[], &[], older],
        ] {
            assert_eq!(clean(&[sound, &tails.concat()].concat()), sound);
        }
        // What only looks like a tag is sound.
        for other in [&appended[1..], &newer[1..], b"LYRICSEND", b"3DI", b"x00LYRICS200"] {
            let file = [sound, other].concat();
            assert_eq!(clean(&file), file);
        }
    }
}
