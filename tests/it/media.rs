//! Media files for cases, made from a few words: `png 2 2`, `film 4`, `pdf tagged`.

use std::io::Cursor;
use std::path::Path;

use image::codecs::gif::GifEncoder;
use image::{Frame, ImageFormat, Rgba, RgbaImage};

/// The bytes of a media file. A word `cut` at the end leaves out its last bytes.
pub fn bytes(words: &str) -> Vec<u8> {
    let mut words: Vec<&str> = words.split_whitespace().collect();
    let is_cut = words.last() == Some(&"cut");
    if is_cut {
        words.pop();
    }
    let mut bytes = whole(&words);
    if is_cut {
        bytes.truncate(bytes.len() - 20);
    }
    bytes
}

fn whole(words: &[&str]) -> Vec<u8> {
    match words {
        [format @ ("png" | "jpeg" | "webp"), width, height] => {
            let picture = picture(width.parse().unwrap(), height.parse().unwrap());
            let mut bytes = Cursor::new(Vec::new());
            let format = match *format {
                "png" => ImageFormat::Png,
                "webp" => ImageFormat::WebP,
                _ => ImageFormat::Jpeg,
            };
            let rgb = image::DynamicImage::from(picture).to_rgb8();
            rgb.write_to(&mut bytes, format).unwrap();
            bytes.into_inner()
        }
        ["png-deep", width, height] => {
            let picture = picture(width.parse().unwrap(), height.parse().unwrap());
            let mut bytes = Cursor::new(Vec::new());
            let deep = image::DynamicImage::from(picture).to_rgb16();
            deep.write_to(&mut bytes, ImageFormat::Png).unwrap();
            bytes.into_inner()
        }
        // Its size is that of no picture.
        ["jpeg-broken", width, height] => {
            let mut bytes = whole(&["jpeg", width, height]);
            let frame = bytes.windows(2).position(|own| own == b"\xff\xc0").unwrap();
            bytes[frame + 5..frame + 9].fill(0);
            bytes
        }
        ["jpeg-cmyk", width, height] => {
            jpeg_cmyk(width.parse().unwrap(), height.parse().unwrap())
        }
        // Of this size, it says; the pixels are not there.
        ["png-head", width, height] => {
            png_head(width.parse().unwrap(), height.parse().unwrap())
        }
        // Of those that are kept in `tests/pictures`.
        ["avif", name] => avif(name),
        ["avif-head", width, height] => {
            let mut bytes = avif("plain");
            let size = bytes.windows(4).position(|own| own == b"ispe").unwrap() + 8;
            let sides = [width, height].map(|side| side.parse::<u32>().unwrap().to_be_bytes());
            bytes[size..size + 8].copy_from_slice(&sides.concat());
            bytes
        }
        ["empty"] => Vec::new(),
        ["gif", frames] => gif(frames.parse().unwrap()),
        ["film", seconds] => film(seconds.parse().unwrap()),
        ["mp3"] => [b"\xff\xfb\x90\x00".as_slice(), &[0; 413]].concat(),
        ["pdf", marks @ ..] => pdf(marks),
        ["docx"] => docx(&whole(&["png", "2", "2"]), false),
        // A photograph in it is not whole.
        ["docx", "half"] => docx(&bytes("png 2 2 cut"), false),
        ["docx", "locked"] => docx(&whole(&["png", "2", "2"]), true),
        _ => panic!("no media file `{}`", words.join(" ")),
    }
}

/// An encoder would take longer to build than the program.
fn avif(name: &str) -> Vec<u8> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/pictures");
    std::fs::read(folder.join(name).with_extension("avif")).unwrap()
}

fn jpeg_cmyk(width: u16, height: u16) -> Vec<u8> {
    let pixels = vec![60; usize::from(width) * usize::from(height) * 4];
    let mut bytes = Vec::new();
    let encoder = jpeg_encoder::Encoder::new(&mut bytes, 80);
    encoder.encode(&pixels, width, height, jpeg_encoder::ColorType::Cmyk).unwrap();
    bytes
}

/// Every pixel has a colour of its own place.
fn picture(width: u32, height: u32) -> RgbaImage {
    let shade = |at: u32| u8::try_from(at % 256).unwrap();
    RgbaImage::from_fn(width, height, |x, y| Rgba([shade(x), shade(y), 99, 255]))
}

fn png_head(width: u32, height: u32) -> Vec<u8> {
    let mut bytes = bytes("png 1 1");
    bytes[16..20].copy_from_slice(&width.to_be_bytes());
    bytes[20..24].copy_from_slice(&height.to_be_bytes());
    let sum = crc(&bytes[12..29]);
    bytes[29..33].copy_from_slice(&sum.to_be_bytes());
    bytes
}

/// The checksum of a PNG chunk.
fn crc(bytes: &[u8]) -> u32 {
    !bytes.iter().fold(!0, |sum: u32, byte| {
        (0..8).fold(sum ^ u32::from(*byte), |sum, _| {
            if sum & 1 == 1 { (sum >> 1) ^ 0xedb8_8320 } else { sum >> 1 }
        })
    })
}

fn gif(frames: u32) -> Vec<u8> {
    let mut bytes = Vec::new();
    let mut encoder = GifEncoder::new(&mut bytes);
    for at in 0..frames {
        encoder.encode_frame(Frame::new(picture(2 + at, 2))).unwrap();
    }
    drop(encoder);
    bytes
}

/// An MP4 file that says how long it is, and holds no pictures.
fn film(seconds: u32) -> Vec<u8> {
    let boxed = |name: &[u8], content: &[u8]| {
        let length = u32::try_from(content.len() + 8).unwrap();
        [length.to_be_bytes().as_slice(), name, content].concat()
    };
    let head = [[0; 12].as_slice(), &1000_u32.to_be_bytes(), &(seconds * 1000).to_be_bytes()];
    let movie = boxed(b"moov", &boxed(b"mvhd", &head.concat()));
    [boxed(b"ftyp", b"isom"), movie, boxed(b"mdat", &[0; 24])].concat()
}

/// A PDF of one page; `tagged`, `titled`, `dutch`, `locked` as asked.
fn pdf(marks: &[&str]) -> Vec<u8> {
    let with = |mark: &str, text: &str| {
        if marks.contains(&mark) { text.to_owned() } else { String::new() }
    };
    format!(
        "%PDF-1.7\n1 0 obj\n<< /Type /Catalog /Pages 2 0 R{} >>\nendobj\n\
         2 0 obj\n<< /Type /Pages /Count 1 /Kids [] >>\nendobj\n\
         3 0 obj\n<< {} >>\nendobj\n\
         trailer << /Root 1 0 R /Info 3 0 R{} >>\n%%EOF\n",
        with("tagged", " /MarkInfo << /Marked true >>") + &with("dutch", " /Lang (nl-NL)"),
        with("titled", "/Title (Plan van de regio)"),
        with("locked", " /Encrypt 4 0 R"),
    )
    .into_bytes()
}

/// A document by Jan Jansen with a picture in it; nothing is packed smaller.
pub fn docx(picture: &[u8], is_locked: bool) -> Vec<u8> {
    let files: [(&[u8], &[u8]); 3] = [
        (b"[Content_Types].xml", b"<Types/>"),
        (b"docProps/core.xml", b"<dc:creator>Jan Jansen</dc:creator>"),
        (b"word/media/image1.png", picture),
    ];
    let (mut bytes, mut list) = (Vec::new(), Vec::new());
    for (name, text) in files {
        let start = u32::try_from(bytes.len()).unwrap().to_le_bytes();
        let length = u32::try_from(text.len()).unwrap().to_le_bytes();
        let name_length = u16::try_from(name.len()).unwrap().to_le_bytes();
        let flags = [u8::from(is_locked), 0];
        let (version, sum) = ([20, 0], crc(text).to_le_bytes());
        let numbers = [&sum[..], &length, &length, &name_length, &[0; 2]].concat();
        let head = [&version[..], &flags, &[0; 6], &numbers].concat();
        bytes.extend([b"PK\x03\x04", &head[..], name, text].concat());
        list.extend([b"PK\x01\x02\x14\0", &head[..], &[0; 10], &start, name].concat());
    }
    let [start, length] =
        [bytes.len(), list.len()].map(|own| u32::try_from(own).unwrap().to_le_bytes());
    let count = [3, 0];
    let end = [b"PK\x05\x06\0\0\0\0", &count[..], &count, &length, &start, &[0, 0]].concat();
    [bytes, list, end].concat()
}
