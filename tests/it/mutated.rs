//! Damaged media files of every kind are answered, never with a panic and never without end.
//! `LEREND_MUTATIONS=10000` tries more of them.

use lerend::base::SourcePath;
use lerend::media::{self, Encoding, Focus, Notice, Shape, Wanted};

use crate::media::bytes;

/// As many as an unoptimised run does in seconds.
const FEW: usize = 600;

/// Numbers that look random and are the same in every run.
struct Dice(u64);

impl Dice {
    fn below(&mut self, end: usize) -> usize {
        self.0 = self
            .0
            .wrapping_mul(6_364_136_223_846_793_005)
            .wrapping_add(1_442_695_040_888_963_407);
        usize::try_from(self.0 >> 33).unwrap() % end.max(1)
    }
}

/// A few bytes changed, a piece left out, doubled or cut off at the end.
fn mutated(whole: &[u8], dice: &mut Dice) -> Vec<u8> {
    let mut bytes = whole.to_vec();
    match dice.below(6) {
        0 => bytes.truncate(dice.below(whole.len())),
        1 => {
            let start = dice.below(bytes.len());
            let end = (start + dice.below(64)).min(bytes.len());
            bytes.drain(start..end);
        }
        2 => {
            let start = dice.below(bytes.len());
            let end = (start + dice.below(64)).min(bytes.len());
            let piece = bytes[start..end].to_vec();
            bytes.splice(start..start, piece);
        }
        3 => {
            // Lengths and counts are most often four bytes.
            let start = dice.below(bytes.len().saturating_sub(4));
            let value = [0, 1, 0x7fff_ffff, 0x8000_0000, u32::MAX][dice.below(5)].to_be_bytes();
            let end = (start + 4).min(bytes.len());
            bytes[start..end].copy_from_slice(&value[..end - start]);
        }
        _ => {
            for _ in 0..=dice.below(6) {
                let at = dice.below(bytes.len());
                bytes[at] = u8::try_from(dice.below(256)).unwrap();
            }
        }
    }
    bytes
}

/// A package of one file, which says who wrote it.
fn docx() -> Vec<u8> {
    let (name, text) = (b"docProps/core.xml", b"<dc:creator>Jan</dc:creator>");
    let (name_length, length) = ([17, 0], [28, 0, 0, 0]);
    let head = [
        &[20, 0, 0, 0, 0, 0, 0, 0, 0x21, 0, 0, 0, 0, 0][..],
        &length,
        &length,
        &name_length,
        &[0, 0],
    ]
    .concat();
    let list = [b"PK\x01\x02\x14\0", &head[..], &[0; 14], name].concat();
    let at = [u8::try_from(30 + 17 + 28).unwrap(), 0, 0, 0];
    let size = [u8::try_from(list.len()).unwrap(), 0, 0, 0];
    let end = [b"PK\x05\x06\0\0\0\0\x01\0\x01\0", &size[..], &at, &[0, 0]].concat();
    [b"PK\x03\x04", &head[..], name, text, &list, &end].concat()
}

fn wanted() -> [Wanted; 3] {
    let focus = Focus { x: 0.2, y: 0.9 };
    [
        Wanted { shape: Shape::Whole { width: 5 }, encoding: Encoding::Webp },
        Wanted { shape: Shape::Whole { width: 900 }, encoding: Encoding::Png },
        Wanted {
            shape: Shape::Filled { width: 8, height: 4, focus },
            encoding: Encoding::Jpeg,
        },
    ]
}

/// Everything that a build does with a media file.
fn handle(path: &SourcePath, bytes: &[u8]) {
    let _ = media::probe(path, bytes);
    let _ = media::clean(bytes);
    let notice = Notice { maker: "M".to_owned(), ..Notice::default() };
    let _ = media::with_notice(bytes.to_vec(), &notice);
    match path.extension() {
        "svg" => drop(media::rasterise(bytes, 40)),
        "vtt" => drop(media::captions(path, bytes, None)),
        "jpg" | "png" | "gif" | "webp" | "avif" => {
            for file in media::derive(bytes, &wanted(), &wanted(), &notice).unwrap_or_default()
            {
                assert!(!file.is_empty());
            }
        }
        _ => {}
    }
}

fn webm() -> Vec<u8> {
    let part = |name: &[u8], content: &[u8]| {
        let length = u16::try_from(content.len()).unwrap() | 0x4000;
        [name, &length.to_be_bytes(), content].concat()
    };
    let info = [part(b"\x4d\x80", b"Lavf"), part(b"\x44\x89", &2500.0_f64.to_be_bytes())];
    let body = [part(b"\x15\x49\xa9\x66", &info.concat()), part(b"\x12\x54\xc3\x67", b"tags")];
    [b"\x1a\x45\xdf\xa3\x80".to_vec(), part(b"\x18\x53\x80\x67", &body.concat())].concat()
}

fn wav() -> Vec<u8> {
    b"RIFF\x2c\0\0\0WAVEfmt \x10\0\0\0\x01\0\x01\0\x40\x1f\0\0\x80\x3e\0\0\x02\0\x10\0data\x08\0\0\0la la la".to_vec()
}

fn ogg() -> Vec<u8> {
    let page = |kind: u8, data: &[u8]| {
        let length = u8::try_from(data.len()).unwrap();
        [b"OggS\0".as_slice(), &[kind], &[0; 8], b"strm\0\0\0\0\0\0\0\0", &[1, length], data]
            .concat()
    };
    [
        page(2, b"OpusHead"),
        page(0, b"OpusTags\x03\0\0\0abc\x01\0\0\0\x03\0\0\0A=B"),
        page(4, b"la"),
    ]
    .concat()
}

#[test]
fn every_damaged_file_is_answered() {
    let svg = "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 40 30\"><style>.a{fill:red}</style>\
        <g id=\"a\" class=\"a\"><text x=\"1\" y=\"9\" font-size=\"8\">één</text></g><use href=\"#a\"/></svg>";
    let vtt = "WEBVTT\n\n00:01.000 --> 00:02.000\nHallo\n";
    let files = [
        ("a.jpg", bytes("jpeg 40 30")),
        ("b.jpg", bytes("jpeg-cmyk 24 24")),
        ("a.png", bytes("png 24 18")),
        ("b.png", bytes("png-deep 12 9")),
        ("a.gif", bytes("gif 2")),
        ("a.webp", bytes("webp 24 18")),
        ("a.avif", bytes("avif plain")),
        ("b.avif", bytes("avif clear")),
        ("c.avif", bytes("avif with-notes")),
        ("d.avif", bytes("avif ten-bits")),
        ("e.avif", bytes("avif moving")),
        ("a.svg", svg.as_bytes().to_vec()),
        ("a.pdf", bytes("pdf tagged titled dutch")),
        ("a.mp4", bytes("film 4")),
        ("a.webm", webm()),
        ("a.mp3", bytes("mp3")),
        ("a.wav", wav()),
        ("a.ogg", ogg()),
        ("a.vtt", vtt.as_bytes().to_vec()),
        ("a.docx", docx()),
    ];
    let asked = std::env::var("LEREND_MUTATIONS").ok().and_then(|text| text.parse().ok());
    let times = asked.unwrap_or(FEW).div_ceil(files.len());
    let mut dice = Dice(7);
    for (name, whole) in &files {
        let path = SourcePath::new(name).unwrap();
        handle(&path, whole);
        assert!(media::clean(whole).is_ok(), "{name} is whole");
        for _ in 0..times {
            handle(&path, &mutated(whole, &mut dice));
        }
    }
}
