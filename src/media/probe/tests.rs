use super::*;
use image::{DynamicImage, ImageFormat};
use std::io::Cursor;

fn at(name: &str) -> SourcePath {
    SourcePath::new(&format!("content/media/{name}")).unwrap()
}

fn found(name: &str, bytes: &[u8]) -> (Facts, Vec<&'static str>) {
    let Noted { value, diags } = probe(&at(name), bytes);
    (value, diags.iter().map(|diag| diag.problem.code().name).collect())
}

fn picture(format: ImageFormat) -> Vec<u8> {
    let mut bytes = Vec::new();
    let pixels = DynamicImage::new_rgb8(40, 30);
    pixels.write_to(&mut Cursor::new(&mut bytes), format).unwrap();
    bytes
}

/// 61 by 41 pixels.
const AVIF: &[u8] = include_bytes!("../../../tests/pictures/plain.avif");

/// Puts an orientation into a JPEG, as cameras do.
fn turned(jpeg: &[u8], orientation: u8) -> Vec<u8> {
    let mut exif =
        b"\xff\xe1\0\x22Exif\0\0MM\0*\0\0\0\x08\0\x01\x01\x12\0\x03\0\0\0\x01\0".to_vec();
    exif.extend([orientation, 0, 0, 0, 0, 0, 0]);
    [&jpeg[..2], &exif, &jpeg[2..]].concat()
}

#[test]
fn pictures_tell_their_size_and_encoding() {
    let cases = [
        (ImageFormat::Jpeg, "a.jpg", "image/jpeg", crate::media::Encoding::Jpeg),
        (ImageFormat::Png, "a.PNG", "image/png", crate::media::Encoding::Png),
        (ImageFormat::Gif, "a.gif", "image/gif", crate::media::Encoding::Png),
        (ImageFormat::WebP, "a.webp", "image/webp", crate::media::Encoding::Png),
    ];
    for (format, name, mime, encoding) in cases {
        // One colour; what a JPEG has is no drawing's to the letter.
        let is_flat = format != ImageFormat::Jpeg;
        let facts = PictureFacts { mime, width: 40, height: 30, encoding, is_flat };
        assert_eq!(found(name, &picture(format)), (Facts::Picture(facts), vec![]), "{name}");
    }
    let encoding = crate::media::Encoding::Jpeg;
    let facts =
        PictureFacts { mime: "image/avif", width: 61, height: 41, encoding, is_flat: false };
    assert_eq!(found("a.avif", AVIF), (Facts::Picture(facts), vec![]));
}

#[test]
fn a_picture_on_its_side_is_measured_upright() {
    let jpeg = picture(ImageFormat::Jpeg);
    for (orientation, size) in [(1, (40, 30)), (3, (40, 30)), (6, (30, 40)), (8, (30, 40))] {
        match found("a.jpg", &turned(&jpeg, orientation)) {
            (Facts::Picture(facts), problems) => {
                assert_eq!((facts.width, facts.height), size, "{orientation}");
                assert_eq!(problems, Vec::<&str>::new());
            }
            other => panic!("{other:?}"),
        }
    }
}

#[test]
fn half_a_picture_is_told_at_every_length() {
    for format in [ImageFormat::Jpeg, ImageFormat::Png, ImageFormat::Gif, ImageFormat::WebP] {
        let whole = picture(format);
        let name = format!("a.{}", format.extensions_str()[0]);
        for length in 16..whole.len() {
            let (facts, problems) = found(&name, &whole[..length]);
            assert_eq!(
                (facts, problems),
                (Facts::Unusable, vec!["media/truncated"]),
                "{name} {length}"
            );
        }
    }
}

#[test]
fn empty_misnamed_and_unknown_files_are_told_apart() {
    let code = |name: &str, bytes: &[u8]| found(name, bytes).1;
    assert_eq!(code("a.jpg", b""), ["media/empty"]);
    assert_eq!(code("a.png", &picture(ImageFormat::Jpeg)), ["media/misnamed"]);
    assert_eq!(code("a.jpg", b"<!DOCTYPE html><title>404</title>"), ["media/misnamed"]);
    assert_eq!(code("a.jpg", b"hallo"), ["media/misnamed"]);
    let pointer = b"version https://git-lfs.github.com/spec/v1";
    assert_eq!(code("a.jpg", pointer), ["media/not-fetched"]);
    assert_eq!(code("a.heic", b"\0\0\0\x18ftypheic\0\0\0\0"), ["media/unsupported"]);
    assert_eq!(code("a.srt", b"1\n00:00"), ["media/unsupported"]);
    assert_eq!(code("a.exe", b"MZ"), ["media/unsupported"]);
    assert_eq!(code("a.vtt", b"1\n00:00"), ["media/captions"]);
    assert_eq!(found("a.docx", b"PK\x03\x04...").1, Vec::<&str>::new());
}

/// Makes files of a picture; what comes of it does not matter.
fn derive(bytes: &[u8]) {
    use crate::media::{Encoding, Notice, Shape, Wanted};
    let wanted = [(3, Encoding::Jpeg), (9, Encoding::Png)]
        .map(|(width, encoding)| Wanted { shape: Shape::Whole { width }, encoding });
    let _ = crate::media::derive(bytes, &wanted, &wanted, &Notice::default());
    let _ = crate::media::clean(bytes);
}

#[test]
fn any_changed_byte_is_answered_without_a_panic() {
    let mut seed = 7_u32;
    let mut next = move || {
        seed = seed.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
        (seed >> 8) as usize
    };
    let formats = [ImageFormat::Jpeg, ImageFormat::Png, ImageFormat::Gif, ImageFormat::WebP];
    let files = formats.map(|format| (format.extensions_str()[0], picture(format)));
    for (ending, whole) in files.into_iter().chain([("avif", AVIF.to_vec())]) {
        let name = format!("a.{ending}");
        for _ in 0..300 {
            let mut bytes = whole.clone();
            let place = next() % bytes.len();
            bytes[place] = u8::try_from(next() % 256).unwrap();
            let _ = found(&name, &bytes);
            derive(&bytes);
        }
    }
}
