//! The benchmark of pictures: makes photos and a site that shows them, and says how good the
//! pictures are that were made of them. `benches/pictures/run` does all of it, beside other
//! programs.
//!
//! - `site FOLDER N` writes N photos of 3000 by 2000 pixels and a site with them.
//! - `ssim PHOTOS MADE` compares made pictures with what a slow and exact resizer makes.

#![expect(clippy::print_stdout, reason = "a benchmark says what it found")]
#![expect(clippy::unwrap_used, reason = "a benchmark may fail loudly")]
#![expect(clippy::indexing_slicing, reason = "a benchmark may fail loudly")]
#![expect(clippy::disallowed_methods, reason = "a benchmark reads and writes files")]

mod photo;
mod ssim;

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

use image::imageops::FilterType;

const WIDTHS: [u32; 3] = [480, 960, 1440];

/// As many pictures as a gallery holds, at most.
const GALLERY: usize = 50;

fn main() {
    let words: Vec<String> =
        std::env::args().skip(1).filter(|word| word != "--bench").collect();
    let words: Vec<&str> = words.iter().map(String::as_str).collect();
    match words.as_slice() {
        ["site", folder, count] => site(Path::new(folder), count.parse().unwrap()),
        ["ssim", photos, made] => compare(Path::new(photos), Path::new(made)),
        _ => println!("See benches/pictures/run."),
    }
}

/// A site that shows all photos on one page, for this channel only, so that no pictures for
/// mail are made beside them.
fn site(folder: &Path, count: u64) {
    let media = folder.join("content/media");
    fs::create_dir_all(&media).unwrap();
    let mut names = Vec::new();
    for number in 0..count {
        let name = format!("foto-{number:03}");
        fs::write(media.join(format!("{name}.jpg")), photo::jpeg(3000, 2000, number)).unwrap();
        let sidecar = "kind: photo\nalt: Een proeffoto\nmaker: Proef\nlicence: CC0-1.0\n\
                       people: recognisable\nconsent: [{ref: P, given: 2020-01-01, scope: [site]}]\n";
        fs::write(media.join(format!("{name}.jpg.yaml")), sidecar).unwrap();
        names.push(name);
    }
    let settings = "title: Proef\nlanguage: nl\nbase-url: https://voorbeeld.example/\n";
    fs::write(folder.join("content/site.yaml"), settings).unwrap();
    let galleries: Vec<String> = names
        .chunks(GALLERY)
        .map(|own| format!("```gallery\nitems: [{}]\n```\n", own.join(", ")))
        .collect();
    let gallery = format!("---\ntitle: Proef\n---\n{}", galleries.join("\n"));
    fs::write(folder.join("content/index.md"), gallery).unwrap();
}

/// Prints bytes and likeness for each format and width: of `foto-000….webp` beside
/// `foto-000.jpg`.
fn compare(photos: &Path, made: &Path) {
    let mut found: BTreeMap<(String, u32), (u64, Vec<f64>)> = BTreeMap::new();
    let mut files: Vec<_> =
        fs::read_dir(made).unwrap().map(|own| own.unwrap().path()).collect();
    files.sort_unstable();
    let mut reference: Option<(String, Vec<image::RgbImage>)> = None;
    for file in files {
        let name = file.file_name().unwrap().to_string_lossy().into_owned();
        let ending = name.rsplit('.').next().unwrap().replace("jpeg", "jpg");
        if !name.starts_with("foto-") {
            continue;
        }
        let bytes = fs::read(&file).unwrap();
        let picture = image::load_from_memory(&bytes).unwrap().into_rgb8();
        let Some(width) = WIDTHS.iter().position(|width| *width == picture.width()) else {
            continue;
        };
        let photo = name.get(..8).unwrap().to_owned();
        if reference.as_ref().is_none_or(|(own, _)| *own != photo) {
            let original = image::open(photos.join(format!("{photo}.jpg"))).unwrap();
            let exact = |width: &u32| {
                let height = width * original.height() / original.width();
                original.resize_exact(*width, height, FilterType::Lanczos3).into_rgb8()
            };
            reference = Some((photo, WIDTHS.iter().map(exact).collect()));
        }
        let likeness = ssim::ssim(&reference.as_ref().unwrap().1[width], &picture);
        let own = found.entry((ending, WIDTHS[width])).or_default();
        own.0 += bytes.len() as u64;
        own.1.push(likeness);
    }
    for ((ending, width), (bytes, likeness)) in found {
        let count = likeness.len();
        #[expect(clippy::cast_precision_loss, reason = "there are hundreds")]
        let mean = likeness.iter().sum::<f64>() / count as f64;
        println!("{ending} {width}: {count} files, {bytes} bytes, SSIM {mean:.4}");
    }
}
