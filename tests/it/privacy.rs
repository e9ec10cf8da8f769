//! What cameras, phones and programmes wrote into media files is in no finished file; maker,
//! credit and licence are.

use lerend::base::SourcePath;
use lerend::output::Content;
use lerend::vfs::Files as _;

use crate::media;
use crate::site::{Outcome, Site, holds, site};

/// What a camera wrote.
const SECRET: &str = "52.370216N Geheim SN-12345";
const SIDECAR: &str =
    "kind: photo\nalt: Een tafel\nmaker: Zichtbare Maker\nlicence: CC-BY-4.0\npeople: none\n";

fn segment(mark: u8, data: &[u8]) -> Vec<u8> {
    let length = u16::try_from(data.len() + 2).unwrap();
    [&[0xff, mark][..], &length.to_be_bytes(), data].concat()
}

/// A JPEG with EXIF, XMP, IPTC, a remark and a second picture behind its end.
fn photo() -> Vec<u8> {
    let plain = media::bytes("jpeg 700 500");
    let exif = [b"Exif\0\0MM\0*\0\0\0\x08\0\0", SECRET.as_bytes()].concat();
    let xmp = format!("http://ns.adobe.com/xap/1.0/\0<x:xmpmeta>{SECRET}</x:xmpmeta>");
    let iptc = format!("Photoshop 3.0\0{SECRET}");
    [
        &plain[..2],
        &segment(0xe1, &exif),
        &segment(0xe1, xmp.as_bytes()),
        &segment(0xed, iptc.as_bytes()),
        &segment(0xfe, SECRET.as_bytes()),
        &plain[2..],
        SECRET.as_bytes(),
    ]
    .concat()
}

/// The bytes of every finished file, copies too.
fn all(site: &Site, outcome: &Outcome) -> Vec<(String, Vec<u8>)> {
    let files = site.files();
    let bytes = |content: &Content| match content {
        Content::Bytes(bytes) => bytes.to_vec(),
        Content::Copy(from, _) => files.read(from).unwrap().unwrap().to_vec(),
        Content::Squeezed(_) | Content::Kept(_) | Content::Later(_) => {
            panic!("a file of a server")
        }
    };
    outcome
        .output()
        .files()
        .map(|(path, file)| (path.to_string(), bytes(&file.content)))
        .collect()
}

fn page(name: &str) -> String {
    format!("---\ntitle: {name}\n---\n![](media:{name})\n")
}

#[test]
fn nothing_that_a_camera_wrote_is_published() {
    let svg = format!(
        "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 40 30\" inkscape:export=\"{SECRET}\">\
         <!-- {SECRET} --><metadata>{SECRET}</metadata><rect width=\"9\" height=\"9\"/></svg>"
    );
    let pdf = String::from_utf8(media::bytes("pdf tagged titled")).unwrap();
    let pdf = pdf.replace("/Title", &format!("/Author ({SECRET}) /Manager({SECRET}) /Title"));
    let note = format!("9 0 obj<</Subtype/Text/T({SECRET})>>endobj\n");
    let head = b"8 0 obj<</Subtype/Image/Filter/DCTDecode>>stream\n".as_slice();
    let end = b"\nendstream endobj\n%%EOF\n";
    let pdf = [pdf.as_bytes(), note.as_bytes(), head, &photo(), end].concat();
    let mp3 =
        [format!("ID3\u{4}\0\0\0\0\0{}{SECRET}", '\u{1a}').as_bytes(), &media::bytes("mp3")]
            .concat();
    assert_eq!(SECRET.len(), 0x1a);
    let film = {
        let plain = media::bytes("film 4");
        let tags = [&34_u32.to_be_bytes(), b"udta".as_slice(), SECRET.as_bytes()].concat();
        [plain, tags].concat()
    };
    let sound = "kind: audio\nmaker: M\nlicence: CC0-1.0\ntranscript: Niets\n";
    let site = site()
        .file("content/media/foto.jpg", photo())
        .file("content/media/foto.jpg.yaml", SIDECAR)
        .file("content/media/heel.jpg", photo())
        .file("content/media/heel.jpg.yaml", format!("{SIDECAR}publish-original: yes\n"))
        .file("content/media/teken.svg", svg)
        .file("content/media/teken.svg.yaml", SIDECAR)
        .file("content/media/plan.pdf", pdf)
        .file("content/media/plan.pdf.yaml", "kind: document\nmaker: M\nlicence: CC0-1.0\n")
        .file("content/media/geluid.mp3", mp3)
        .file("content/media/geluid.mp3.yaml", sound)
        .file("content/media/film.mp4", film)
        .file(
            "content/media/film.mp4.yaml",
            "kind: film\nmaker: M\nlicence: CC0-1.0\npeople: none\ncaptions: film.vtt\ntranscript: Niets\n",
        )
        .file("content/media/film.vtt", format!("WEBVTT\n\nNOTE {SECRET}\n\n00:01.000 --> 00:02.000\nNiets\n"));
    let site = ["foto", "heel", "teken", "plan", "geluid", "film"]
        .iter()
        .fold(site, |site, name| site.file(&format!("content/pages/{name}.md"), page(name)));
    let outcome = site.build();
    let files = all(&site, &outcome);
    for (path, bytes) in &files {
        for part in ["Geheim", "52.370216", "SN-12345"] {
            assert!(!holds(bytes, part), "{path} says {part}");
        }
    }
    let named = |start: &str| {
        files.iter().filter(|(path, _)| path.starts_with(start)).collect::<Vec<_>>()
    };
    for start in ["beeld/heel.", "beeld/teken.", "beeld/plan.", "beeld/geluid.", "beeld/film."]
    {
        assert!(!named(start).is_empty(), "{start} is not there");
    }
    // The original is whole, and turns as it did.
    let original = &named("beeld/heel.")[0].1;
    assert_eq!(image::load_from_memory(original).unwrap().width(), 700);
}

/// A WAV file as programmes write it into a pipe: they do not know yet how long it becomes.
fn piped() -> Vec<u8> {
    let tags = format!("INFOIART\u{1a}\0\0\0{SECRET}");
    let length = u32::try_from(tags.len()).unwrap().to_le_bytes();
    let head = b"RIFF\xff\xff\xff\xffWAVEfmt \x10\0\0\0\x01\0\x01\0\x40\x1f\0\0\x40\x1f\0\0\x01\0\x08\0";
    [head.as_slice(), b"LIST", &length, tags.as_bytes(), b"data\xff\xff\xff\xff", &[99; 800]]
        .concat()
}

#[test]
fn nothing_is_published_of_files_as_other_tools_write_them() {
    let webp = [&media::bytes("webp 70 50")[..], SECRET.as_bytes()].concat();
    let picture = media::bytes("png 7 5");
    let photo = [&picture[..picture.len() - 12], &text_chunk(), &picture[picture.len() - 12..]];
    let pdf = String::from_utf8(media::bytes("pdf tagged dutch")).unwrap();
    let pdf = pdf.replace("<<  >>\nendobj\n", &format!("<< /Title 5 0 R /Author 6 0 R >>\nendobj\n5 0 obj\n(Plan)\nendobj\n6 0 obj\n({SECRET})\nendobj\n"));
    assert!(pdf.contains(SECRET));
    let document = "kind: document\nmaker: M\nlicence: CC0-1.0\n";
    let site = site()
        .file("content/media/geluid.wav", piped())
        .file(
            "content/media/geluid.wav.yaml",
            "kind: audio\nmaker: M\nlicence: CC0-1.0\ntranscript: Niets\n",
        )
        .file("content/media/heel.webp", webp)
        .file("content/media/heel.webp.yaml", format!("{SIDECAR}publish-original: yes\n"))
        .file("content/media/brief.docx", media::docx(&photo.concat(), false))
        .file("content/media/brief.docx.yaml", document)
        .file("content/media/plan.pdf", pdf)
        .file("content/media/plan.pdf.yaml", document);
    let site = ["geluid", "heel", "brief", "plan"]
        .iter()
        .fold(site, |site, name| site.file(&format!("content/pages/{name}.md"), page(name)));
    let outcome = site.build();
    let files = all(&site, &outcome);
    for (path, bytes) in &files {
        for part in ["Geheim", "52.370216", "Jan Jansen"] {
            assert!(!holds(bytes, part), "{path} says {part}");
        }
    }
    for start in ["beeld/geluid.", "beeld/heel.", "beeld/brief.", "beeld/plan."] {
        assert!(files.iter().any(|(path, _)| path.starts_with(start)), "{start} is not there");
    }
}

/// A remark in a PNG.
fn text_chunk() -> Vec<u8> {
    let length = u32::try_from(SECRET.len()).unwrap().to_be_bytes();
    [&length, b"tEXt".as_slice(), SECRET.as_bytes(), &[0; 4]].concat()
}

#[test]
fn what_the_sidecar_says_travels_with_the_picture() {
    let site = site()
        .file("content/media/foto.jpg", photo())
        .file("content/media/foto.jpg.yaml", SIDECAR)
        .file("content/media/teken.png", media::bytes("png 700 500"))
        .file("content/media/teken.png.yaml", SIDECAR)
        .file("content/pages/foto.md", page("foto"))
        .file("content/pages/teken.md", page("teken"));
    let outcome = site.build();
    let made: Vec<_> = outcome
        .all_bytes()
        .into_iter()
        .filter(|(path, _)| path.starts_with("beeld/"))
        .collect();
    assert_eq!(made.len(), 10, "{:?}", made.iter().map(|(path, _)| path).collect::<Vec<_>>());
    for (path, bytes) in &made {
        assert!(holds(bytes, "<rdf:li>Zichtbare Maker</rdf:li>"), "{path}");
        assert!(holds(bytes, "https://creativecommons.org/licenses/by/4.0/"), "{path}");
        assert_eq!(holds(bytes, "8BIM\u{4}\u{4}"), path.ends_with(".jpg"), "{path}");
        assert!(image::load_from_memory(bytes).is_ok(), "{path}");
    }
    // Other words, other names: what was stored elsewhere under the old name is not wrong.
    let renamed = site
        .clone()
        .file("content/media/foto.jpg.yaml", SIDECAR.replace("Zichtbare", "Andere"));
    let path = made.iter().find(|(path, _)| path.starts_with("beeld/foto-480")).unwrap();
    assert!(renamed.build().output().get(&path.0).is_none());
    assert!(SourcePath::new(&path.0).is_some());
}
