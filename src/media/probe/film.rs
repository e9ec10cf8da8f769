//! Films: length and size from the head of MP4 and `WebM` files.

use std::ops::Range;
use std::time::Duration;

use crate::diag::problem::Media;

use super::super::boxes::parts;
use super::super::bytes::{big_endian, find, from, piece, u32_be};
use super::Facts;

/// What the head of a film says.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(super) struct FilmFacts {
    pub(super) duration: Option<Duration>,
    size: Option<(u32, u32)>,
}

impl FilmFacts {
    pub(super) fn as_film(self, mime: &'static str) -> Facts {
        Facts::Film { mime, duration: self.duration, size: self.size }
    }
}

/// Reads the head of an MP4 file. A file without it, or with a box that is not whole, was
/// broken off.
pub(super) fn mp4(bytes: &[u8]) -> Result<FilmFacts, Media> {
    let mut facts = None;
    let mut end = 0;
    for part in parts(bytes, 0..bytes.len()) {
        end = part.content.end;
        if part.name == *b"moov" {
            facts = Some(movie(bytes, part.content));
        }
    }
    // Behind the last whole box, another one begins.
    let is_cut = piece(bytes, end, 8).is_some();
    facts.filter(|_| !is_cut).ok_or(Media::Truncated)
}

fn movie(bytes: &[u8], within: Range<usize>) -> FilmFacts {
    let mut facts = FilmFacts::default();
    for part in parts(bytes, within) {
        let content = || bytes.get(part.content.clone()).unwrap_or_default();
        match &part.name {
            b"mvhd" => facts.duration = movie_duration(content()),
            b"trak" => facts.size = facts.size.or_else(|| track_size(content())),
            _ => {}
        }
    }
    facts
}

fn movie_duration(head: &[u8]) -> Option<Duration> {
    let (scale, units) = if head.first() == Some(&1) {
        (u32_be(head, 20)?, big_endian(head, 24, 8)?)
    } else {
        (u32_be(head, 12)?, u64::from(u32_be(head, 16)?))
    };
    let millis = units.checked_mul(1000)?.checked_div(u64::from(scale))?;
    (millis > 0).then(|| Duration::from_millis(millis))
}

/// Width and height stand at the end of a track's head, in 65536ths of a pixel.
fn track_size(track: &[u8]) -> Option<(u32, u32)> {
    let head = parts(track, 0..track.len()).find(|own| own.name == *b"tkhd")?;
    let head = track.get(head.content)?;
    let at = head.len().checked_sub(8)?;
    let (width, height) = (u32_be(head, at)? >> 16, u32_be(head, at + 4)? >> 16);
    (width > 0 && height > 0).then_some((width, height))
}

/// Reads the head of a `WebM` file: a tree of elements with numbers for names.
pub(super) fn webm(bytes: &[u8]) -> Result<FilmFacts, Media> {
    let damaged = || Media::Damaged { detail: "no segment".to_owned() };
    let segment = find(bytes, b"\x18\x53\x80\x67").ok_or_else(damaged)?;
    let (length, head) = size(bytes, segment + 4).ok_or(Media::Truncated)?;
    let content = from(bytes, segment + 4 + head);
    if length.is_some_and(|length| length > content.len()) {
        return Err(Media::Truncated);
    }
    let info = element(content, b"\x15\x49\xa9\x66").unwrap_or_default();
    let scale = element(info, b"\x2a\xd7\xb1")
        .and_then(|value| big_endian(value, 0, value.len()))
        .unwrap_or(1_000_000);
    let ticks = element(info, b"\x44\x89").and_then(float);
    let tracks = element(content, b"\x16\x54\xae\x6b").unwrap_or_default();
    let pixels = |name: &[u8]| {
        let at = find(tracks, name)?;
        let (length, head) = size(tracks, at + name.len())?;
        let value = big_endian(tracks, at + name.len() + head, length?)?;
        u32::try_from(value).ok()
    };
    let video = find(tracks, b"\xe0").is_some();
    Ok(FilmFacts {
        duration: ticks.and_then(|ticks| duration(ticks, scale)),
        size: pixels(b"\xb0\x82").zip(pixels(b"\xba\x82")).filter(|_| video),
    })
}

#[expect(clippy::cast_precision_loss, reason = "a scale is a small round number")]
fn duration(ticks: f64, scale: u64) -> Option<Duration> {
    let seconds = ticks * scale as f64 / 1e9;
    Duration::try_from_secs_f64(seconds).ok().filter(|duration| !duration.is_zero())
}

fn float(value: &[u8]) -> Option<f64> {
    match value.len() {
        4 => Some(f64::from(f32::from_be_bytes(value.try_into().ok()?))),
        8 => Some(f64::from_be_bytes(value.try_into().ok()?)),
        _ => None,
    }
}

/// The content of the first element with this name.
fn element<'a>(bytes: &'a [u8], wanted: &[u8]) -> Option<&'a [u8]> {
    let mut at = 0;
    loop {
        let name_length = usize::try_from(bytes.get(at)?.leading_zeros()).ok()? + 1;
        let name = piece(bytes, at, name_length)?;
        let (length, head) = size(bytes, at + name_length)?;
        let start = at + name_length + head;
        let length = length?;
        if name == wanted {
            return piece(bytes, start, length);
        }
        at = start.checked_add(length)?;
    }
}

/// A length in EBML: how long, unless unknown, and how many bytes say so.
fn size(bytes: &[u8], at: usize) -> Option<(Option<usize>, usize)> {
    let first = *bytes.get(at)?;
    let count = usize::try_from(first.leading_zeros()).ok()? + 1;
    let raw = big_endian(bytes, at, count).filter(|_| count <= 8)?;
    let mask = (1_u64 << (7 * count)) - 1;
    let value = raw & mask;
    let length = (value != mask).then(|| usize::try_from(value).unwrap_or(usize::MAX));
    Some((length, count))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn boxed(name: &[u8], content: &[u8]) -> Vec<u8> {
        let length = u32::try_from(content.len() + 8).unwrap();
        [length.to_be_bytes().as_slice(), name, content].concat()
    }

    #[test]
    fn length_and_size_of_an_mp4_come_from_its_head() {
        let mut mvhd = vec![0; 12];
        mvhd.extend(600_u32.to_be_bytes());
        mvhd.extend(75_000_u32.to_be_bytes());
        let mut tkhd = vec![0; 76];
        tkhd.extend((1280_u32 << 16).to_be_bytes());
        tkhd.extend((720_u32 << 16).to_be_bytes());
        let trak = boxed(b"trak", &boxed(b"tkhd", &tkhd));
        let moov = boxed(b"moov", &[boxed(b"mvhd", &mvhd), trak].concat());
        let file = [boxed(b"ftyp", b"isom"), moov, boxed(b"mdat", &[0; 9])].concat();
        assert_eq!(
            mp4(&file),
            Ok(FilmFacts { duration: Some(Duration::from_secs(125)), size: Some((1280, 720)) })
        );
        assert_eq!(mp4(&file[..file.len() - 1]), Err(Media::Truncated));
        assert_eq!(mp4(&boxed(b"ftyp", b"isom")), Err(Media::Truncated));
    }

    #[test]
    fn the_length_of_a_webm_comes_from_its_head() {
        let info =
            [b"\x15\x49\xa9\x66\x8b".as_slice(), b"\x44\x89\x88", &2500.0_f64.to_be_bytes()];
        let info = info.concat();
        let mut file = b"\x1a\x45\xdf\xa3\x80\x18\x53\x80\x67".to_vec();
        file.push(0x80 | u8::try_from(info.len()).unwrap());
        file.extend(&info);
        let facts = webm(&file).unwrap();
        assert_eq!(facts.duration, Some(Duration::from_millis(2500)));
        assert_eq!(webm(&file[..file.len() - 1]), Err(Media::Truncated));
    }
}
