//! MP4 and M4A files. Everything keeps its place: films are found by their offset in the file,
//! so what goes is overwritten, not cut out.

use std::ops::Range;

use crate::media::boxes::{Part, parts};
use crate::media::bytes::{big_endian, piece, u32_be};

/// The boxes that a film or sound is made of. What else stands beside them is of programmes and
/// of makers of cameras, and so is what they leave in place of a tag they took out.
const BOXES: [&[u8; 4]; 9] =
    [b"ftyp", b"styp", b"moov", b"moof", b"mfra", b"sidx", b"ssix", b"mdat", b"pdin"];
/// As deep as boxes of a track stand in each other.
const DEEPEST: usize = 5;

/// A copy without tags, places, days and names of programmes, and without tracks that hold
/// what was measured while filming.
pub(super) fn clean(bytes: &[u8]) -> Vec<u8> {
    let mut copy = bytes.to_vec();
    let mut end = 0;
    for part in parts(bytes, 0..bytes.len()) {
        end = part.content.end;
        if !BOXES.contains(&&part.name) {
            wipe(&mut copy, &part);
        } else if matches!(&part.name, b"moov" | b"moof") {
            level(&mut copy, part.content, 1);
        }
    }
    // Of a film that is cut off, what there is of it can be seen.
    if piece(bytes, end.saturating_add(4), 4) != Some(b"mdat") {
        let rest = copy.get_mut(end..).unwrap_or_default();
        rest.fill(0);
        // A box of no length goes on to the end.
        rest.get_mut(4..8).into_iter().for_each(|name| name.copy_from_slice(b"free"));
    }
    for samples in measured(bytes) {
        if let Some(bytes) = copy.get_mut(samples) {
            bytes.fill(0);
        }
    }
    copy
}

/// Where that stands which was measured while filming: each byte once, however many tracks
/// name it.
fn measured(bytes: &[u8]) -> Vec<Range<usize>> {
    let movies = parts(bytes, 0..bytes.len()).filter(|own| own.name == *b"moov");
    let tracks = movies.flat_map(|own| parts(bytes, own.content));
    let tracks = tracks.filter(|own| own.name == *b"trak" && is_measured(bytes, own));
    let mut all: Vec<Range<usize>> =
        tracks.filter_map(|own| chunks(bytes, &own)).flatten().collect();
    all.sort_unstable_by_key(|own| own.start);
    let mut apart: Vec<Range<usize>> = Vec::new();
    for own in all {
        match apart.last_mut() {
            Some(last) if own.start <= last.end => last.end = last.end.max(own.end),
            _ => apart.push(own),
        }
    }
    apart
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
            b"udta" | b"meta" | b"uuid" | b"free" | b"skip" => wipe(copy, &part),
            b"trak" if is_measured(copy, &part) => wipe(copy, &part),
            b"trak" | b"mdia" | b"minf" | b"stbl" | b"traf" if depth < DEEPEST => {
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

/// Where the chunks of a track stand. What its tables say is believed as far as they go: the
/// numbers in them can be any.
fn chunks(bytes: &[u8], track: &Part) -> Option<Vec<Range<usize>>> {
    let table = |name| find(bytes, track, &[b"mdia", b"minf", b"stbl", name]);
    let number = |at: usize| u32_be(bytes, at).and_then(|own| usize::try_from(own).ok());
    let sizes = Sizes::of(bytes, &table(b"stsz")?)?;
    let groups = table(b"stsc")?.content;
    let group_count = number(groups.start + 4)?.min(groups.len().saturating_sub(8) / 12);
    let (places, width) = match (table(b"stco"), table(b"co64")) {
        (Some(own), _) => (own.content, 4),
        (None, Some(own)) => (own.content, 8),
        (None, None) => return None,
    };
    let mut found = Vec::new();
    let (mut group, mut sample) = (0, 0);
    for chunk in 0..number(places.start + 4)?.min(places.len().saturating_sub(8) / width) {
        if group + 1 < group_count && number(groups.start + 8 + (group + 1) * 12)? <= chunk + 1
        {
            group += 1;
        }
        let start = big_endian(bytes, places.start + 8 + chunk * width, width)?;
        let start = usize::try_from(start).ok()?;
        let count = number(groups.start + 8 + group * 12 + 4)?.min(sizes.count - sample);
        let length = sizes.together(sample, count)?;
        sample += count;
        found.push(start.min(bytes.len())..start.saturating_add(length).min(bytes.len()));
    }
    Some(found)
}

/// How long the samples of a track are.
struct Sizes<'a> {
    /// The same for all, unless it is 0.
    same: usize,
    count: usize,
    table: &'a [u8],
}

impl<'a> Sizes<'a> {
    fn of(bytes: &'a [u8], part: &Part) -> Option<Self> {
        let own = bytes.get(part.content.clone())?;
        let number = |at: usize| u32_be(own, at).and_then(|own| usize::try_from(own).ok());
        let (same, count) = (number(4)?, number(8)?);
        let table = own.get(12..)?;
        let count = if same > 0 { count } else { count.min(table.len() / 4) };
        Some(Self { same, count, table })
    }

    /// The length of so many samples from one on.
    fn together(&self, first: usize, count: usize) -> Option<usize> {
        if self.same > 0 {
            return Some(self.same.saturating_mul(count));
        }
        let sizes = piece(self.table, first.checked_mul(4)?, count.checked_mul(4)?)?;
        let size = |own: &[u8]| u32_be(own, 0).and_then(|own| usize::try_from(own).ok());
        Some(sizes.chunks_exact(4).filter_map(size).fold(0, usize::saturating_add))
    }
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

    /// A track of places whose tables say these numbers.
    fn boasting(sizes: &[u32], groups: &[u32], places: &[u32]) -> Vec<u8> {
        let head = [&[0; 8], b"meta".as_slice(), &[0; 12]].concat();
        let table = [
            boxed(b"stsz", &numbers(sizes)),
            boxed(b"stsc", &numbers(groups)),
            boxed(b"stco", &numbers(places)),
        ];
        let info = boxed(b"minf", &boxed(b"stbl", &table.concat()));
        boxed(b"trak", &boxed(b"mdia", &[boxed(b"hdlr", &head), info].concat()))
    }

    #[test]
    fn a_track_is_believed_as_far_as_its_tables_go() {
        const ANY: u32 = u32::MAX;
        for sizes in [&[0, 0, ANY][..], &[0, 1, ANY], &[0, ANY, ANY], &[0, 0, ANY, 4, ANY]] {
            let track = boasting(sizes, &[0, ANY, 1, ANY, 1], &[0, ANY, 16, 8]);
            let part = parts(&track, 0..track.len()).next().unwrap();
            let found = chunks(&track, &part).unwrap();
            assert!(found.len() <= 2, "{}", found.len());
            assert!(found.iter().all(|own| own.end <= track.len()));
        }
    }

    #[test]
    fn what_many_tracks_name_is_overwritten_once() {
        let track = boasting(&[0, 6, 4], &[0, 1, 1, 2, 1], &[0, 2, 8, 16]);
        let secret = boxed(b"mdat", b"52.37N 4.9E 52.37N 4.9E");
        let file = [secret, boxed(b"moov", &track.repeat(300))].concat();
        let measured = measured(&file);
        assert_eq!((measured.len(), measured.first()), (1, Some(&(8..28))));
    }

    #[test]
    fn what_is_no_part_of_a_film_says_nothing() {
        let secret = |name: &[u8]| boxed(name, b"secret");
        let fragment = boxed(b"moof", &boxed(b"traf", &secret(b"uuid")));
        let movie = boxed(b"moov", &[secret(b"skip"), track(b"vide", 16)].concat());
        let file = |behind: &[u8]| {
            let beside = [b"free", b"skip", b"pnot", b"GoPr", b"meta"].map(|own| secret(own));
            [boxed(b"ftyp", b"isom"), beside.concat(), movie.clone(), fragment.clone()]
                .iter()
                .chain([&boxed(b"mdat", b"pixels"), &behind.to_vec()])
                .flatten()
                .copied()
                .collect::<Vec<u8>>()
        };
        let cut_off = &boxed(b"mdat", b"pixels of a film")[..14];
        for (behind, pixels) in [(&b"secret"[..], 1), (&secret(b"moov")[..12], 1), (cut_off, 2)]
        {
            let file = file(behind);
            let made = clean(&file);
            let count =
                |text: &[u8]| made.windows(text.len()).filter(|own| *own == text).count();
            assert_eq!(
                (made.len(), count(b"secret"), count(b"pixels")),
                (file.len(), 0, pixels)
            );
            assert_eq!((count(b"isom"), count(b"vide")), (1, 1));
            assert_eq!(clean(&made), made);
        }
    }

    #[test]
    fn a_broken_file_is_cleaned_as_far_as_it_goes() {
        let file = boxed(b"moov", &boxed(b"udta", b"secret"));
        for end in 0..file.len() {
            assert_eq!(clean(&file[..end]).len(), end);
        }
    }
}
