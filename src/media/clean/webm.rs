//! `WebM` files. Everything keeps its place; what goes becomes an element that means nothing.

use std::ops::Range;

use crate::media::bytes::{big_endian, find, piece};

const SEGMENT: &[u8] = b"\x18\x53\x80\x67";
const INFO: &[u8] = b"\x15\x49\xa9\x66";
/// Tags and attached files.
const GONE: [&[u8]; 2] = [b"\x12\x54\xc3\x67", b"\x19\x41\xa4\x69"];
/// Of the information: title, file name, day, checksum.
const GONE_FROM_INFO: [&[u8]; 4] = [b"\x7b\xa9", b"\x73\x84", b"\x44\x61", b"\xbf"];
/// The programmes that made it; these two have to be there.
const PROGRAMMES: [&[u8]; 2] = [b"\x4d\x80", b"\x57\x41"];

/// A copy without tags, attached files, title, day and names of programmes.
pub(super) fn clean(bytes: &[u8]) -> Vec<u8> {
    let mut copy = bytes.to_vec();
    let Some(segment) = find(bytes, SEGMENT).and_then(|at| element(bytes, at, bytes.len()))
    else {
        return copy;
    };
    for own in elements(bytes, segment.content) {
        if GONE.contains(&own.name) {
            wipe(&mut copy, &own);
        } else if own.name == INFO {
            for detail in elements(bytes, own.content) {
                if GONE_FROM_INFO.contains(&detail.name) {
                    wipe(&mut copy, &detail);
                } else if PROGRAMMES.contains(&detail.name) {
                    fill(&mut copy, detail.content, b' ');
                }
            }
        }
    }
    copy
}

struct Element<'a> {
    name: &'a [u8],
    start: usize,
    content: Range<usize>,
}

fn elements(bytes: &[u8], range: Range<usize>) -> Vec<Element<'_>> {
    let mut found = Vec::new();
    let mut at = range.start;
    while let Some(own) = element(bytes, at, range.end) {
        at = own.content.end;
        found.push(own);
    }
    found
}

/// The element at a place; one that does not say how long it is goes on to the end.
fn element(bytes: &[u8], at: usize, end: usize) -> Option<Element<'_>> {
    let name_length = usize::try_from(bytes.get(at)?.leading_zeros()).ok()? + 1;
    let name = piece(bytes, at, name_length)?;
    let size_at = at + name_length;
    let size_length = usize::try_from(bytes.get(size_at)?.leading_zeros()).ok()? + 1;
    if size_length > 8 {
        return None;
    }
    let mask = (1_u64 << (7 * size_length)) - 1;
    let size = big_endian(bytes, size_at, size_length)? & mask;
    let start = size_at + size_length;
    let after =
        if size == mask { end } else { start.checked_add(usize::try_from(size).ok()?)? };
    (start <= after && after <= end).then_some(Element {
        name,
        start: at,
        content: start..after,
    })
}

fn wipe(copy: &mut [u8], own: &Element<'_>) {
    let total = own.content.end - own.start;
    fill(copy, own.start..own.content.end, 0);
    let head: Vec<u8> = match u8::try_from(total.saturating_sub(2)) {
        Ok(length) if length < 0x7f => vec![0xec, 0x80 | length],
        _ => {
            let length = (total as u64).saturating_sub(9) | (1 << 56);
            [&[0xec][..], &length.to_be_bytes()].concat()
        }
    };
    if let Some(place) = copy.get_mut(own.start..own.start + head.len()) {
        place.copy_from_slice(&head);
    }
}

fn fill(copy: &mut [u8], range: Range<usize>, with: u8) {
    if let Some(bytes) = copy.get_mut(range) {
        bytes.fill(with);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn part(name: &[u8], content: &[u8]) -> Vec<u8> {
        let length = u16::try_from(content.len()).unwrap() | 0x4000;
        [name, &length.to_be_bytes(), content].concat()
    }

    #[test]
    fn tags_and_programmes_go_and_everything_keeps_its_place() {
        let info = [
            part(b"\xbf", b"sum!"),
            part(b"\x7b\xa9", b"Jan thuis"),
            part(b"\x4d\x80", b"Lavf60"),
            part(b"\x44\x89", b"12345678"),
        ];
        let long = "langer dan een byte kan tellen ".repeat(9);
        let body = [
            part(INFO, &info.concat()),
            part(b"\x1f\x43\xb6\x75", b"pixels"),
            part(b"\x12\x54\xc3\x67", long.as_bytes()),
        ];
        let file = [b"\x1a\x45\xdf\xa3\x80".to_vec(), part(SEGMENT, &body.concat())].concat();
        let made = clean(&file);
        assert_eq!(made.len(), file.len());
        let shows = |text: &[u8]| made.windows(text.len()).any(|window| window == text);
        assert!(shows(b"pixels") && shows(b"12345678"));
        for gone in [&b"Jan"[..], b"Lavf", b"langer", b"sum!"] {
            assert!(!shows(gone), "{gone:?}");
        }
        // Whoever reads on finds the next element behind what went.
        let segment = element(&made, 5, made.len()).unwrap();
        let names: Vec<&[u8]> =
            elements(&made, segment.content).iter().map(|own| own.name).collect();
        assert_eq!(names, [INFO, b"\x1f\x43\xb6\x75", b"\xec"]);
        assert_eq!(clean(&made), made);
        for end in 0..file.len() {
            assert_eq!(clean(&file[..end]).len(), end);
        }
    }
}
