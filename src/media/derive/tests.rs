use image::{DynamicImage, ImageFormat, Rgb, RgbImage, Rgba, RgbaImage};

use super::*;
use crate::media::strip_png;

fn file(pixels: impl Into<DynamicImage>, format: ImageFormat) -> Vec<u8> {
    let mut bytes = Vec::new();
    pixels.into().write_to(&mut Cursor::new(&mut bytes), format).unwrap();
    bytes
}

/// Colours that change from pixel to pixel, as in a photograph.
fn photo(width: u32, height: u32) -> RgbImage {
    let mut seed = 1_u32;
    RgbImage::from_fn(width, height, |_, _| {
        seed = seed.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
        let [_, red, green, blue] = seed.to_be_bytes();
        Rgb([red, green, blue])
    })
}

fn drawing(width: u32, height: u32) -> RgbImage {
    RgbImage::from_fn(width, height, |x, y| Rgb(if x > y { [10, 90, 102] } else { [255; 3] }))
}

fn shapes(files: &[Derived]) -> Vec<(u32, u32, &str, &str)> {
    for file in files {
        let pixels = image::load_from_memory(&file.bytes).unwrap();
        assert_eq!((pixels.width(), pixels.height()), (file.width, file.height));
    }
    files.iter().map(|file| (file.width, file.height, file.mime, file.ext)).collect()
}

/// A PNG chunk; its checksum is not looked at.
fn chunk(name: &[u8], data: &[u8]) -> Vec<u8> {
    let length = u32::try_from(data.len()).unwrap();
    [length.to_be_bytes().as_slice(), name, data, &[0; 4]].concat()
}

#[test]
fn no_file_is_wider_than_the_original() {
    let plan = Plan::site();
    assert_eq!(plan.sizes(3000, 2000), [(480, 320), (960, 640), (1440, 960)]);
    assert_eq!(plan.sizes(960, 640), [(480, 320), (960, 640)]);
    assert_eq!(plan.sizes(700, 1), [(480, 1), (700, 1)]);
    assert_eq!(plan.sizes(100, 80), [(100, 80)]);
    assert_eq!(Plan::mail().sizes(2000, 1000), [(552, 276), (1104, 552)]);
    assert_eq!(Plan::new(vec![0]).sizes(5, 5), [(5, 5)]);
}

#[test]
fn photographs_become_jpeg_and_drawings_png() {
    let plan = Plan::new(vec![120, 240]);
    let jpeg = [(120, 80, "image/jpeg", "jpg"), (150, 100, "image/jpeg", "jpg")];
    let png = [(120, 80, "image/png", "png"), (150, 100, "image/png", "png")];
    let made = |bytes: &[u8]| derive(bytes, &plan).unwrap();
    assert_eq!(shapes(&made(&file(photo(150, 100), ImageFormat::Jpeg))), jpeg);
    assert_eq!(shapes(&made(&file(photo(150, 100), ImageFormat::Png))), jpeg);
    assert_eq!(shapes(&made(&file(drawing(150, 100), ImageFormat::Png))), png);
    assert_eq!(shapes(&made(&file(drawing(150, 100), ImageFormat::Gif))), png);
    let clear = RgbaImage::from_fn(150, 100, |x, _| Rgba([200, 0, 0, u8::from(x > 70) * 255]));
    assert_eq!(shapes(&made(&file(clear, ImageFormat::WebP))), png);
    let deep = DynamicImage::from(drawing(150, 100)).into_rgb16();
    assert_eq!(shapes(&made(&file(deep, ImageFormat::Png))), png);
}

#[test]
fn a_turned_picture_stands_upright() {
    let pixels =
        RgbImage::from_fn(60, 40, |x, _| Rgb(if x < 30 { [255, 0, 0] } else { [0, 0, 255] }));
    let jpeg = file(pixels, ImageFormat::Jpeg);
    let mut exif =
        b"\xff\xe1\0\x22Exif\0\0MM\0*\0\0\0\x08\0\x01\x01\x12\0\x03\0\0\0\x01\0".to_vec();
    exif.extend([6, 0, 0, 0, 0, 0, 0]);
    let turned = [&jpeg[..2], &exif, &jpeg[2..]].concat();
    let files = derive(&turned, &Plan::new(vec![40])).unwrap();
    assert_eq!(shapes(&files), [(40, 60, "image/jpeg", "jpg")]);
    let upright = image::load_from_memory(&files[0].bytes).unwrap().into_rgb8();
    // What was left is above.
    assert!(upright.get_pixel(20, 5).0[0] > 200 && upright.get_pixel(20, 55).0[2] > 200);
    assert!(!files[0].bytes.windows(4).any(|window| window == b"Exif"));
}

#[test]
fn the_same_picture_gives_the_same_bytes() {
    let bytes = file(photo(200, 120), ImageFormat::Png);
    let plan = Plan::new(vec![90, 180]);
    assert_eq!(derive(&bytes, &plan), derive(&bytes, &plan));
}

#[test]
fn the_colour_of_clear_pixels_does_not_bleed() {
    // Clear green beside full red: a mix would be brownish.
    let pixels = RgbaImage::from_fn(90, 10, |x, _| {
        Rgba(if x % 3 == 0 { [0, 255, 0, 0] } else { [255, 0, 0, 255] })
    });
    let files = derive(&file(pixels, ImageFormat::Png), &Plan::new(vec![40])).unwrap();
    let small = image::load_from_memory(&files[0].bytes).unwrap().into_rgba8();
    assert!(small.pixels().all(|pixel| pixel.0[1] < 8), "{small:?}");
}

#[test]
fn a_png_loses_its_texts_and_keeps_its_pixels() {
    let png = file(drawing(30, 20), ImageFormat::Png);
    let (head, rest) = png.split_at(33);
    let secret = chunk(b"tEXt", b"Author\0Jan de Vries");
    let camera = chunk(b"eXIf", b"MM\0*");
    let dirty =
        [head, &secret, &camera, &chunk(b"tIME", &[0; 7]), rest, b"behind the end"].concat();
    assert_eq!(strip_png(&dirty), Some(png.clone()));
    assert_eq!(strip_png(&png[..png.len() - 1]), None);
    assert_eq!(strip_png(b"GIF89a"), None);
}

#[test]
fn a_png_that_was_written_well_is_not_made_larger() {
    // One colour: as palette it takes fewer bytes than any other encoding.
    let small = file(DynamicImage::new_luma8(64, 64), ImageFormat::Png);
    let files = derive(&small, &Plan::new(vec![64])).unwrap();
    assert!(files[0].bytes.len() <= small.len());
}

#[test]
fn what_cannot_be_decoded_is_a_problem() {
    let damaged = |bytes: &[u8]| derive(bytes, &Plan::site()).unwrap_err().code().name;
    assert_eq!(damaged(b"hallo"), "media/unsupported");
    let png = file(photo(40, 40), ImageFormat::Png);
    assert_eq!(damaged(&png[..png.len() / 2]), "media/damaged");
}
