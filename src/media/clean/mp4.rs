//! MP4 and M4A files. Everything keeps its place: films are found by their offset in the file,
//! so what goes is overwritten, not cut out.

use std::ops::Range;

use crate::media::boxes::{Part, parts};
use crate::media::bytes::{big_endian, piece, u32_be};

/// As deep as boxes of a track stand in each other.
const DEEPEST: usize = 5;

/// A copy without tags, places, days and names of programmes, and without tracks that hold
/// what was measured while filming.
pub(super) fn clean(bytes: &[u8]) -> Vec<u8> {
    let mut copy = bytes.to_vec();
    let whole = 0..copy.len();
    level(&mut copy, whole, 0);
    copy
}

/// A copy of a file that shows a picture which stands in no track. What describes the picture
/// stays; what tracks say, and what stands behind the last box, goes.
pub(super) fn clean_tracks(bytes: &[u8]) -> Vec<u8> {
    let mut copy = bytes.to_vec();
    let mut end = 0;
    for part in parts(bytes, 0..bytes.len()) {
        end = part.content.end;
        match &part.name {
            b"uuid" | b"free" | b"skip" => wipe(&mut copy, &part),
            b"moov" => level(&mut copy, part.content.clone(), 1),
            // Which programme wrote it stands there too.
            b"meta" => level(&mut copy, part.content.start + 4..part.content.end, DEEPEST),
            _ => {}
        }
    }
    copy.get_mut(end..).unwrap_or_default().fill(0);
    copy
}

fn level(copy: &mut [u8], range: Range<usize>, depth: usize) {
    let all: Vec<Part> = parts(copy, range).collect();
    for part in all {
        match &part.name {
            b"udta" | b"meta" | b"uuid" => wipe(copy, &part),
            b"trak" if is_measured(copy, &part) => {
                wipe_samples(copy, &part);
                wipe(copy, &part);
            }
            b"moov" | b"trak" | b"mdia" | b"minf" | b"stbl" if depth < DEEPEST => {
                level(copy, part.content.clone(), depth + 1);
            }
            b"mvhd" | b"tkhd" | b"mdhd" => {
                let length = if copy.get(part.content.start) == Some(&1) { 16 } else { 8 };
                overwrite(copy, &part, 4..4 + length);
            }
            // Behind the kind of track stands its name.
            b"hdlr" => overwrite(copy, &part, 24..part.content.len()),
            b"stsd" if is_video(copy, &part) => overwrite(copy, &part, 8 + 50..8 + 82),
            _ => {}
        }
    }
}

/// Makes a box into one that means nothing.
fn wipe(copy: &mut [u8], part: &Part) {
    if let Some(name) = copy.get_mut(part.start + 4..part.start + 8) {
        name.copy_from_slice(b"free");
    }
    overwrite(copy, part, 0..part.content.len());
}

/// Overwrites a part of what a box holds.
fn overwrite(copy: &mut [u8], part: &Part, range: Range<usize>) {
    let start = part.content.start.saturating_add(range.start);
    let end = part.content.start.saturating_add(range.end).min(part.content.end);
    if let Some(bytes) = copy.get_mut(start..end) {
        bytes.fill(0);
    }
}

fn find(bytes: &[u8], within: &Part, path: &[&[u8; 4]]) -> Option<Part> {
    let (first, rest) = path.split_first()?;
    let own = parts(bytes, within.content.clone()).find(|own| own.name == **first)?;
    if rest.is_empty() { Some(own) } else { find(bytes, &own, rest) }
}

/// Whether a track holds neither pictures nor sound nor captions: a place, a direction.
fn is_measured(bytes: &[u8], track: &Part) -> bool {
    let head = find(bytes, track, &[b"mdia", b"hdlr"]);
    let kind = head.and_then(|head| piece(bytes, head.content.start + 8, 4));
    matches!(kind, Some(b"meta" | b"camm" | b"gpmd"))
}

fn is_video(bytes: &[u8], table: &Part) -> bool {
    let kind = piece(bytes, table.content.start + 12, 4);
    matches!(kind, Some(b"avc1" | b"avc3" | b"hvc1" | b"hev1" | b"av01" | b"vp09" | b"mp4v"))
}

/// Overwrites what a track holds.
fn wipe_samples(copy: &mut [u8], track: &Part) {
    for chunk in chunks(copy, track).unwrap_or_default() {
        if let Some(bytes) = copy.get_mut(chunk) {
            bytes.fill(0);
        }
    }
}

/// Where the chunks of a track stand.
fn chunks(bytes: &[u8], track: &Part) -> Option<Vec<Range<usize>>> {
    let table = |name| find(bytes, track, &[b"mdia", b"minf", b"stbl", name]);
    let number = |at: usize| u32_be(bytes, at).and_then(|own| usize::try_from(own).ok());
    let sizes = table(b"stsz")?.content.start;
    let (same, count) = (number(sizes + 4)?, number(sizes + 8)?);
    let size = |at: usize| if same > 0 { Some(same) } else { number(sizes + 12 + at * 4) };
    let groups = table(b"stsc")?.content.start;
    let group_count = number(groups + 4)?;
    let (places, width) = match (table(b"stco"), table(b"co64")) {
        (Some(own), _) => (own.content.start, 4),
        (None, Some(own)) => (own.content.start, 8),
        (None, None) => return None,
    };
    let mut found = Vec::new();
    let (mut group, mut sample) = (0, 0);
    for chunk in 0..number(places + 4)?.min(bytes.len()) {
        if group + 1 < group_count && number(groups + 8 + (group + 1) * 12)? <= chunk + 1 {
            group += 1;
        }
        let start =
            usize::try_from(big_endian(bytes, places + 8 + chunk * width, width)?).ok()?;
        let mut end = start;
        for _ in 0..number(groups + 8 + group * 12 + 4)? {
            if sample >= count {
                break;
            }
            end = end.checked_add(size(sample)?)?;
            sample += 1;
        }
        found.push(start..end.min(bytes.len()));
    }
    Some(found)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn boxed(name: &[u8], content: &[u8]) -> Vec<u8> {
        let length = u32::try_from(content.len() + 8).unwrap();
        [length.to_be_bytes().as_slice(), name, content].concat()
    }

    fn numbers(numbers: &[u32]) -> Vec<u8> {
        numbers.iter().flat_map(|number| number.to_be_bytes()).collect()
    }

    fn track(kind: &[u8], start: u32) -> Vec<u8> {
        let head = [&[0; 8], kind, &[0; 12], b"Core Media\0"].concat();
        let table = [
            boxed(b"stsz", &numbers(&[0, 6, 2])),
            boxed(b"stsc", &numbers(&[0, 1, 1, 2, 1])),
            boxed(b"stco", &numbers(&[0, 1, start])),
        ];
        let info = boxed(b"minf", &boxed(b"stbl", &table.concat()));
        boxed(b"trak", &boxed(b"mdia", &[boxed(b"hdlr", &head), info].concat()))
    }

    #[test]
    fn tags_and_what_was_measured_go_and_everything_keeps_its_place() {
        let pixels = boxed(b"mdat", b"pixelspixels52.37N 4.9E");
        let place = u32::try_from(8 + 8 + 12).unwrap();
        let day = [&[0; 4][..], &[9; 8], &[7; 4]].concat();
        let tags = boxed(b"udta", b"\xa9xyz+52.37+004.90/");
        let movie = [boxed(b"mvhd", &day), track(b"vide", 16), track(b"meta", place), tags];
        let file = [boxed(b"ftyp", b""), pixels, boxed(b"moov", &movie.concat())].concat();
        let made = clean(&file);
        assert_eq!(made.len(), file.len());
        let shows = |text: &[u8]| made.windows(text.len()).any(|window| window == text);
        assert!(shows(b"pixelspixels") && shows(b"vide") && shows(&[7; 4]));
        for gone in [&b"52.37"[..], b"004.90", b"Core Media", &[9; 8], b"udta", b"meta"] {
            assert!(!shows(gone), "{gone:?}");
        }
        assert_eq!(clean(&made), made);
    }

    #[test]
    fn a_broken_file_is_cleaned_as_far_as_it_goes() {
        let file = boxed(b"moov", &boxed(b"udta", b"secret"));
        for end in 0..file.len() {
            assert_eq!(clean(&file[..end]).len(), end);
        }
    }
}
