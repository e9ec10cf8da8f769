//! Ogg files: the second packet of a stream says who made it, with what and where.

use std::collections::BTreeMap;
use std::ops::Range;

use crate::media::bytes::{big_endian, from, piece};

/// A copy in which the remarks are empty; everything keeps its place.
pub(super) fn clean(bytes: &[u8]) -> Vec<u8> {
    let mut copy = bytes.to_vec();
    for second in second_packets(&pages(bytes)) {
        if empty_remarks(&mut copy, &second.places).is_some() {
            for page in second.pages {
                seal(&mut copy, page);
            }
        }
    }
    copy
}

/// The packet behind the first page of a stream.
#[derive(Default)]
struct Second<'a> {
    /// Where its bytes stand.
    places: Vec<usize>,
    pages: Vec<&'a Page>,
}

/// The second packets of all streams. Every page is looked at once: a stream may begin anew with
/// the number of one that is over.
fn second_packets(pages: &[Page]) -> Vec<Second<'_>> {
    let mut found = Vec::new();
    let mut open: BTreeMap<u64, Second<'_>> = BTreeMap::new();
    for page in pages {
        if page.is_first {
            found.extend(open.insert(page.stream, Second::default()));
            continue;
        }
        let Some(own) = open.get_mut(&page.stream) else { continue };
        let length: usize = page.packet.iter().map(|part| usize::from(*part)).sum();
        own.places.extend(page.data.clone().take(length));
        own.pages.push(page);
        if page.packet.last().is_none_or(|part| *part < 255) {
            found.extend(open.remove(&page.stream));
        }
    }
    found.extend(open.into_values());
    found
}

struct Page {
    whole: Range<usize>,
    is_first: bool,
    stream: u64,
    /// The lengths of the parts of the packet at its start.
    packet: Vec<u8>,
    data: Range<usize>,
}

fn pages(bytes: &[u8]) -> Vec<Page> {
    let mut found = Vec::new();
    let mut at = 0;
    while let Some(page) = page(bytes, at) {
        at = page.whole.end;
        found.push(page);
    }
    found
}

fn page(bytes: &[u8], at: usize) -> Option<Page> {
    let head = piece(bytes, at, 27).filter(|head| head.starts_with(b"OggS"))?;
    let parts = piece(bytes, at + 27, usize::from(*head.get(26)?))?;
    let start = at + 27 + parts.len();
    let length: usize = parts.iter().map(|part| usize::from(*part)).sum();
    piece(bytes, start, length)?;
    let packet_end = parts.iter().position(|part| *part < 255).map_or(parts.len(), |at| at + 1);
    Some(Page {
        whole: at..start + length,
        is_first: head.get(5)? & 2 != 0,
        stream: big_endian(head, 14, 4)?,
        packet: parts.get(..packet_end)?.to_vec(),
        data: start..start + length,
    })
}

/// Fills the name of the programme with spaces up to the end, and says that there are no
/// remarks. `places` are those of the bytes of the packet.
fn empty_remarks(copy: &mut [u8], places: &[usize]) -> Option<()> {
    let packet: Vec<u8> = places.iter().filter_map(|at| copy.get(*at).copied()).collect();
    let (head, tail) = match &packet {
        own if own.starts_with(b"\x03vorbis") => (7, &[0, 0, 0, 0, 1][..]),
        own if own.starts_with(b"OpusTags") => (8, &[0; 4][..]),
        _ => return None,
    };
    let room = packet.len().checked_sub(head + 4 + tail.len())?;
    let mut made = packet.get(..head)?.to_vec();
    made.extend(u32::try_from(room).ok()?.to_le_bytes());
    made.extend(std::iter::repeat_n(b' ', room));
    made.extend(tail);
    for (at, byte) in places.iter().zip(made) {
        *copy.get_mut(*at)? = byte;
    }
    Some(())
}

/// Writes the checksum of a page.
fn seal(copy: &mut [u8], page: &Page) {
    let at = page.whole.start + 22;
    if let Some(old) = copy.get_mut(at..at + 4) {
        old.fill(0);
    }
    let whole = from(copy, page.whole.start);
    let sum = checksum(whole.get(..page.whole.len()).unwrap_or_default()).to_le_bytes();
    if let Some(place) = copy.get_mut(at..at + 4) {
        place.copy_from_slice(&sum);
    }
}

fn checksum(bytes: &[u8]) -> u32 {
    let step = |sum: u32, _| if sum >> 31 == 1 { (sum << 1) ^ 0x04c1_1db7 } else { sum << 1 };
    bytes.iter().fold(0, |sum, byte| (0..8).fold(sum ^ (u32::from(*byte) << 24), step))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn sealed(kind: u8, parts: &[u8], data: &[u8]) -> Vec<u8> {
        let count = u8::try_from(parts.len()).unwrap();
        let mut bytes = b"OggS\0".to_vec();
        bytes.push(kind);
        bytes.extend([0; 8]);
        bytes.extend(b"strm\x01\0\0\0\0\0\0\0");
        bytes.push(count);
        bytes.extend(parts);
        bytes.extend(data);
        let page = page(&bytes, 0).unwrap();
        seal(&mut bytes, &page);
        bytes
    }

    #[test]
    fn many_streams_are_looked_at_once() {
        let tags = b"OpusTags\x03\0\0\0Jan\0\0\0\0".as_slice();
        let length = u8::try_from(tags.len()).unwrap();
        let one = [sealed(2, &[4], b"head"), sealed(0, &[length], tags)].concat();
        // The same number again: a stream behind a stream.
        let made = clean(&one.repeat(2));
        assert!(!made.windows(3).any(|own| own == b"Jan"));
        assert_eq!(made.len(), 2 * one.len());
        let file = [sealed(2, &[4], b"head").repeat(100_000), one].concat();
        let pages = pages(&file);
        let packets = second_packets(&pages);
        assert_eq!((pages.len(), packets.len()), (100_002, 100_001));
        assert_eq!(packets.iter().map(|own| own.pages.len()).sum::<usize>(), 1);
    }

    #[test]
    fn remarks_are_emptied_over_several_pages() {
        let tags = [
            b"\x03vorbis\x05\0\0\0Xiph.\x01\0\0\0".as_slice(),
            "ARTIST=Jan ".repeat(30).as_bytes(),
        ]
        .concat();
        let (one, two) = tags.split_at(255);
        let rest = u8::try_from(two.len()).unwrap();
        let second = [two, b"setup"].concat();
        let file = [
            sealed(2, &[4], b"head"),
            sealed(0, &[255], one),
            sealed(1, &[rest, 5], &second),
            sealed(0, &[2], b"la"),
        ];
        let file = file.concat();
        let made = clean(&file);
        assert_eq!(made.len(), file.len());
        let shows = |text: &[u8]| made.windows(text.len()).any(|window| window == text);
        assert!(!shows(b"ARTIST") && !shows(b"Xiph") && shows(b"setup") && shows(b"head"));
        // Every page is sealed right.
        let mut sealed_again = made.clone();
        for page in pages(&made) {
            seal(&mut sealed_again, &page);
        }
        assert_eq!(sealed_again, made);
        assert_eq!(clean(&made), made);
        for end in 0..file.len() {
            assert_eq!(clean(&file[..end]).len(), end);
        }
    }
}
