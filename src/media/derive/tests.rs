use std::io::Cursor;

use image::{DynamicImage, ImageFormat, Rgb, RgbImage, Rgba, RgbaImage};

use super::*;
use crate::media::png::strip_png;

fn file(pixels: impl Into<DynamicImage>, format: ImageFormat) -> Vec<u8> {
    let mut bytes = Vec::new();
    pixels.into().write_to(&mut Cursor::new(&mut bytes), format).unwrap();
    bytes
}

fn drawing(width: u32, height: u32) -> RgbImage {
    RgbImage::from_fn(width, height, |x, y| Rgb(if x > y { [10, 90, 102] } else { [255; 3] }))
}

/// Red on the left, blue on the right.
fn halves(width: u32, height: u32) -> RgbImage {
    RgbImage::from_fn(width, height, |x, _| {
        Rgb(if x < width / 2 { [255, 0, 0] } else { [0, 0, 255] })
    })
}

fn whole(width: u32, encoding: Encoding) -> Wanted {
    Wanted { shape: Shape::Whole { width }, encoding }
}

fn made(bytes: &[u8], wanted: &[Wanted]) -> Vec<Vec<u8>> {
    derive(bytes, wanted, wanted, &Notice::default()).unwrap()
}

fn decoded(file: &[u8]) -> DynamicImage {
    image::load_from_memory(file).unwrap()
}

fn exif(turn: u8) -> Vec<u8> {
    let mut exif =
        b"\xff\xe1\0\x22Exif\0\0MM\0*\0\0\0\x08\0\x01\x01\x12\0\x03\0\0\0\x01\0".to_vec();
    exif.extend([turn, 0, 0, 0, 0, 0, 0]);
    exif
}

#[test]
fn every_wanted_file_has_its_size_and_format() {
    let wanted = [
        whole(120, Encoding::Jpeg),
        whole(120, Encoding::Webp),
        whole(300, Encoding::Png),
        whole(64, Encoding::WebpLossless),
    ];
    for format in [ImageFormat::Jpeg, ImageFormat::Png, ImageFormat::Gif, ImageFormat::WebP] {
        let files = made(&file(drawing(150, 101), format), &wanted);
        let shapes: Vec<_> = files
            .iter()
            .map(|own| {
                (decoded(own).width(), decoded(own).height(), image::guess_format(own).unwrap())
            })
            .collect();
        let expected = [
            (120, 81, ImageFormat::Jpeg),
            (120, 81, ImageFormat::WebP),
            (150, 101, ImageFormat::Png),
            (64, 43, ImageFormat::WebP),
        ];
        assert_eq!(shapes, expected, "{format:?}");
    }
}

/// Rings in a few colours, whose edges get thousands when they are scaled.
fn rings(side: u32) -> RgbImage {
    RgbImage::from_fn(side, side, |x, y| {
        let (x, y) = (x.abs_diff(side / 3), y.abs_diff(side / 2));
        let [ink, paper] = [[10, 90, 102], [250, 246, 236]];
        Rgb(if (x * x + y * y).isqrt() / 11 % 2 == 0 { ink } else { paper })
    })
}

#[test]
fn a_drawing_that_was_scaled_is_light_and_looks_the_same() {
    let original = rings(400);
    let wanted = |width| [whole(width, Encoding::WebpLossless), whole(width, Encoding::Png)];
    let png = file(original.clone(), ImageFormat::Png);
    let files = made(&png, &wanted(320));
    let shape = Shape::Whole { width: 320 };
    let exact = pixels::shaped(&decode(&png, &wanted(320)).unwrap(), shape).unwrap();
    for (file, own) in files.iter().zip(wanted(320)) {
        let light = decoded(file).into_rgb8();
        let near = |(a, b): (&u8, &u8)| a.abs_diff(*b) <= 8;
        assert!(light.as_raw().iter().zip(&exact.data).all(near));
        let letter = encode::encode(&exact, own.encoding, Made::Kept).unwrap();
        assert!(file.len() * 4 < letter.len() * 3, "{} of {}", file.len(), letter.len());
    }
    // Each is what it would be without the other.
    let alone = wanted(320).map(|own| made(&png, &[own]).remove(0));
    assert_eq!(files, alone);
    // In its own size it keeps every pixel.
    let [webp, _] = &made(&png, &wanted(400))[..] else { panic!("two files") };
    assert_eq!(decoded(webp).into_rgb8(), original);
}

/// One decoder reads a row of blocks at a time, the other a scan: what both read alike, everyone
/// reads.
#[test]
fn every_decoder_reads_our_jpeg_alike() {
    // Sizes that fill no block, and one colour, which leaves tables almost empty.
    for (width, height) in [(1, 1), (15, 17), (64, 48), (101, 67), (552, 310)] {
        for pixels in
            [halves(width, height), RgbImage::from_pixel(width, height, Rgb([0xe3; 3]))]
        {
            let jpeg =
                made(&file(pixels.clone(), ImageFormat::Png), &[whole(width, Encoding::Jpeg)])
                    .remove(0);
            let one = decoded(&jpeg).into_rgb8();
            let other = jpeg_decoder::Decoder::new(&jpeg[..]).decode().unwrap();
            assert_eq!(one.dimensions(), (width, height));
            let alike = |(a, b): (&u8, &u8)| a.abs_diff(*b) < 10;
            assert!(one.as_raw().iter().zip(&other).all(alike), "{width} x {height}");
            // Away from where red and blue meet they are what they were.
            let kept = (one.get_pixel(0, 0).0, pixels.get_pixel(0, 0).0);
            assert!(width < 16 || kept.0.iter().zip(&kept.1).all(alike), "{kept:?}");
        }
    }
}

#[test]
fn a_jpeg_decoded_small_looks_as_one_decoded_whole() {
    // Larger than four times what is wanted, and of an odd size.
    let pixels = halves(1001, 667);
    for width in [90, 200, 400] {
        let [small, large] = [ImageFormat::Jpeg, ImageFormat::Png].map(|format| {
            decoded(&made(&file(pixels.clone(), format), &[whole(width, Encoding::Png)])[0])
                .into_rgb8()
        });
        assert_eq!(small.dimensions(), large.dimensions());
        let differs =
            small.as_raw().iter().zip(large.as_raw()).filter(|(a, b)| a.abs_diff(**b) > 24);
        // Only where red and blue meet.
        assert!(differs.count() <= small.height() as usize * 12, "{width}");
    }
}

#[test]
fn a_file_is_the_same_whichever_others_are_made_with_it() {
    let jpeg = file(rings(400), ImageFormat::Jpeg);
    let all =
        [whole(90, Encoding::Webp), whole(200, Encoding::Jpeg), whole(380, Encoding::Jpeg)];
    let together = made(&jpeg, &all);
    for (own, file) in all.iter().zip(&together) {
        let alone = derive(&jpeg, &[*own], &all, &Notice::default()).unwrap();
        assert!(alone == [file.clone()], "{own:?}");
    }
    // It would be another if no others were known.
    assert!(made(&jpeg, &all[..1])[0] != together[0]);
}

#[test]
fn a_turned_picture_stands_upright() {
    let jpeg = file(halves(60, 40), ImageFormat::Jpeg);
    let turned = [&jpeg[..2], &exif(6), &jpeg[2..]].concat();
    for width in [40, 10] {
        let made = made(&turned, &[whole(width, Encoding::Jpeg)]).remove(0);
        let upright = decoded(&made).into_rgb8();
        assert_eq!(upright.dimensions(), (width, width * 3 / 2));
        // What was left is above.
        let middle = width / 2;
        assert!(upright.get_pixel(middle, 1).0[0] > 200);
        assert!(upright.get_pixel(middle, width * 3 / 2 - 2).0[2] > 200);
        assert!(!made.windows(4).any(|window| window == b"Exif"));
    }
}

#[test]
fn a_cut_picture_shows_what_it_is_about() {
    let bytes = file(halves(200, 50), ImageFormat::Png);
    let cut = |x: f64| {
        let shape = Shape::Filled { width: 40, height: 40, focus: Focus { x, y: 0.5 } };
        decoded(&made(&bytes, &[Wanted { shape, encoding: Encoding::Png }])[0]).into_rgb8()
    };
    assert!(cut(0.1).pixels().all(|pixel| pixel.0[0] > 250));
    assert!(cut(0.9).pixels().all(|pixel| pixel.0[2] > 250));
    assert_eq!(cut(0.5).dimensions(), (40, 40));
}

#[test]
fn colours_of_a_wide_profile_become_those_of_a_screen() {
    let profile = moxcms::ColorProfile::new_display_p3().encode().unwrap();
    let pixels = RgbImage::from_pixel(64, 64, Rgb([200, 120, 60]));
    let with = |profile: Option<&[u8]>| {
        let mut bytes = Vec::new();
        let mut encoder = jpeg_encoder::Encoder::new(&mut bytes, 95);
        if let Some(profile) = profile {
            encoder.add_icc_profile(profile).unwrap();
        }
        encoder.encode(pixels.as_raw(), 64, 64, jpeg_encoder::ColorType::Rgb).unwrap();
        let file = made(&bytes, &[whole(64, Encoding::Png)]).remove(0);
        decoded(&file).into_rgb8().get_pixel(30, 30).0
    };
    let srgb = moxcms::ColorProfile::new_srgb().encode().unwrap();
    let plain = with(None);
    assert!(plain[0].abs_diff(200) < 4);
    assert_eq!(with(Some(&srgb)), plain);
    // The same numbers mean a fuller orange there.
    let [red, green, blue] = with(Some(&profile));
    assert!(red > plain[0] + 5 && green < plain[1] && blue < plain[2], "{red} {green} {blue}");
    assert_eq!(with(Some(b"no profile")), plain);
}

#[test]
fn the_same_picture_gives_the_same_bytes() {
    let bytes = file(drawing(200, 120), ImageFormat::Png);
    let wanted = [whole(90, Encoding::Webp), whole(180, Encoding::Jpeg)];
    assert_eq!(made(&bytes, &wanted), made(&bytes, &wanted));
}

#[test]
fn the_colour_of_clear_pixels_does_not_bleed() {
    // Clear green beside full red: a mix would be brownish.
    let pixels = RgbaImage::from_fn(90, 10, |x, _| {
        Rgba(if x % 3 == 0 { [0, 255, 0, 0] } else { [255, 0, 0, 255] })
    });
    let bytes = file(pixels, ImageFormat::Png);
    let files = made(&bytes, &[whole(40, Encoding::Png), whole(40, Encoding::Jpeg)]);
    let small = decoded(&files[0]).into_rgba8();
    assert!(small.pixels().all(|pixel| pixel.0[1] < 8), "{small:?}");
    // What is clear is white in a JPEG.
    let jpeg = decoded(&files[1]).into_rgb8();
    assert!(jpeg.pixels().all(|pixel| pixel.0[0] > 200), "{jpeg:?}");
}

#[test]
fn a_png_loses_its_texts_and_keeps_its_pixels() {
    let png = file(drawing(30, 20), ImageFormat::Png);
    let (head, rest) = png.split_at(33);
    let chunk = |name: &[u8; 4], data: &[u8]| png::chunk(*name, data).unwrap();
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
    let files = made(&small, &[whole(64, Encoding::Png)]);
    assert!(files[0].len() <= small.len());
}

#[test]
fn what_may_not_be_shown_is_grey() {
    for encoding in [Encoding::Jpeg, Encoding::Png, Encoding::Webp] {
        let picture = decoded(&blank((552, 310), encoding).unwrap()).into_rgb8();
        assert_eq!(picture.dimensions(), (552, 310));
        assert!(picture.pixels().all(|pixel| pixel.0.iter().all(|own| own.abs_diff(0xe3) < 3)));
    }
}

#[test]
fn what_cannot_be_decoded_is_a_problem() {
    let wanted = [whole(20, Encoding::Webp)];
    let damaged = |bytes: &[u8]| {
        derive(bytes, &wanted, &wanted, &Notice::default()).unwrap_err().code().name
    };
    assert_eq!(damaged(b"hallo"), "media/unsupported");
    let png = file(drawing(400, 400), ImageFormat::Png);
    assert_eq!(damaged(&png[..png.len() / 2]), "media/damaged");
    let jpeg = file(drawing(400, 400), ImageFormat::Jpeg);
    assert_eq!(damaged(&jpeg[..90]), "media/damaged");
}
