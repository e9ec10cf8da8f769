//! AVIF files as pixels. The only user of the decoder.

use image::{DynamicImage, RgbImage, RgbaImage};
use moxcms::ColorProfile;
use re_rav1d::dav1d::pixel::{MatrixCoefficients, YUVRange};
use re_rav1d::dav1d::{Decoder, Error, Picture, PixelLayout, PlanarImageComponent, Settings};

use crate::diag::problem::Media;
use crate::media::avif::{Avif, Meaning};

use super::yuv::{Frame, Plane};

/// More pieces of data than a picture that stands still is made of.
const MAX_PIECES: usize = 64;

/// The pixels of a file as they are stored: not turned.
pub(super) fn pixels(own: &Avif) -> Result<DynamicImage, Media> {
    let (width, height) = own.size;
    let colours = frame(&own.colours, own)?.rgb()?;
    let Some(clearness) = &own.clearness else {
        let made = RgbImage::from_raw(width, height, colours);
        return made.map(DynamicImage::from).ok_or_else(|| damaged(&"colours"));
    };
    let clear = frame(&clearness.bytes, own)?.grey();
    let with_clear = colours.chunks_exact(3).zip(clear).flat_map(|(colour, clear)| {
        let own = |value: &u8| {
            if clearness.is_in_colours { undarkened(*value, clear) } else { *value }
        };
        colour.iter().map(own).chain([clear]).collect::<Vec<u8>>()
    });
    let made = RgbaImage::from_raw(width, height, with_clear.collect());
    made.map(DynamicImage::from).ok_or_else(|| damaged(&"clearness"))
}

/// The profile that says what the colours of a file mean. Those of almost all files need none.
pub(super) fn profile(own: &Avif) -> Option<Vec<u8>> {
    own.profile.clone().or_else(|| {
        let profile = match own.meaning?.primaries {
            9 => ColorProfile::new_bt2020(),
            12 => ColorProfile::new_display_p3(),
            _ => return None,
        };
        profile.encode().ok()
    })
}

/// A colour that was made darker the clearer it is, as it was before.
fn undarkened(value: u8, clear: u8) -> u8 {
    let full = u32::from(value) * 255 + u32::from(clear) / 2;
    u8::try_from(full.checked_div(u32::from(clear)).unwrap_or(0)).unwrap_or(255)
}

fn damaged(detail: &impl std::fmt::Display) -> Media {
    Media::Damaged { detail: format!("AVIF: {detail}") }
}

/// The picture of some bytes, which has the size that its file says.
fn frame(bytes: &[u8], own: &Avif) -> Result<Frame<Row>, Media> {
    let picture = decoded(bytes, own.size)?;
    if (picture.width(), picture.height()) != own.size {
        return Err(damaged(&"size"));
    }
    let stored = Meaning {
        primaries: 2,
        transfer: 2,
        matrix: number(picture.matrix_coefficients()),
        is_full_range: matches!(picture.color_range(), YUVRange::Full),
    };
    let (is_narrow, is_low) = match picture.pixel_layout() {
        PixelLayout::I420 => (true, true),
        PixelLayout::I422 => (true, false),
        PixelLayout::I444 | PixelLayout::I400 => (false, false),
    };
    let plane = |component: PlanarImageComponent, (width, height): (u32, u32)| Plane {
        width: width as usize,
        height: height as usize,
        rows: Row { picture: picture.clone(), component },
    };
    let half = |side: u32, is_half: bool| if is_half { side.div_ceil(2) } else { side };
    let size = (half(own.size.0, is_narrow), half(own.size.1, is_low));
    let has_colours = picture.pixel_layout() != PixelLayout::I400;
    let chroma = |component| has_colours.then(|| plane(component, size));
    Ok(Frame {
        luma: plane(PlanarImageComponent::Y, own.size),
        chroma: chroma(PlanarImageComponent::U).zip(chroma(PlanarImageComponent::V)),
        is_narrow,
        is_low,
        depth: u32::try_from(picture.bit_depth()).unwrap_or(8),
        meaning: own.meaning.unwrap_or(stored),
    })
}

/// The rows of one plane.
struct Row {
    picture: Picture,
    component: PlanarImageComponent,
}

impl super::yuv::Rows for Row {
    fn read(&self, y: usize, row: &mut [u16]) {
        let plane = self.picture.plane(self.component);
        let stride = self.picture.stride(self.component) as usize;
        let bytes = plane.get(y.saturating_mul(stride)..).unwrap_or_default();
        if self.picture.bit_depth() > 8 {
            for (to, from) in row.iter_mut().zip(bytes.chunks_exact(2)) {
                *to = from.try_into().map_or(0, u16::from_le_bytes);
            }
        } else {
            for (to, from) in row.iter_mut().zip(bytes) {
                *to = u16::from(*from);
            }
        }
    }
}

/// Decodes a picture of at most as many pixels as its file says; what needs more is refused
/// before there is room for it.
fn decoded(bytes: &[u8], (width, height): (u32, u32)) -> Result<Picture, Media> {
    let mut settings = Settings::new();
    // All cores are at work on other pictures.
    settings.set_n_threads(1);
    settings.set_max_frame_delay(1);
    settings.set_all_layers(false);
    settings.set_frame_size_limit(width.saturating_mul(height).max(1));
    let problem = |error: Error| damaged(&error);
    let mut decoder = Decoder::with_settings(&settings).map_err(problem)?;
    let mut sent = decoder.send_data(bytes.to_vec(), None, None, None);
    for _ in 0..MAX_PIECES {
        match decoder.get_picture() {
            Ok(picture) => return Ok(picture),
            Err(error) if !error.is_again() => return Err(problem(error)),
            Err(_) => match sent {
                Ok(()) => return Err(Media::Truncated),
                Err(error) if !error.is_again() => return Err(problem(error)),
                Err(_) => sent = decoder.send_pending_data(),
            },
        }
    }
    Err(damaged(&"no picture"))
}

/// The number of the standard for what the planes mean.
fn number(matrix: MatrixCoefficients) -> u16 {
    match matrix {
        MatrixCoefficients::Identity => 0,
        MatrixCoefficients::BT709 => 1,
        MatrixCoefficients::BT2020NonConstantLuminance => 9,
        MatrixCoefficients::YCgCo => 8,
        _ => 2,
    }
}

#[cfg(test)]
mod tests {
    use image::ImageFormat;

    use super::super::{Encoding, Shape, Wanted, derive};
    use crate::media::Notice;

    macro_rules! picture {
        ($name:literal) => {
            include_bytes!(concat!("../../../tests/pictures/", $name, ".avif")).as_slice()
        };
    }

    /// The colours in the corners of what is made of a file, and its size.
    fn corners(bytes: &[u8]) -> ((u32, u32), [[u8; 4]; 4]) {
        let wanted = Wanted { shape: Shape::Whole { width: 61 }, encoding: Encoding::Png };
        let file = derive(bytes, &[wanted], &[wanted], &Notice::default()).unwrap().remove(0);
        let pixels = image::load_from_memory_with_format(&file, ImageFormat::Png).unwrap();
        let pixels = pixels.into_rgba8();
        let (width, height) = pixels.dimensions();
        let at = |x, y| pixels.get_pixel(x, y).0;
        let (right, below) = (width - 5, height - 5);
        ((width, height), [at(4, 4), at(right, 4), at(4, below), at(right, below)])
    }

    fn near(found: [[u8; 4]; 4], expected: [[u8; 4]; 4], steps: u8) -> bool {
        found
            .as_flattened()
            .iter()
            .zip(expected.as_flattened())
            .all(|(a, b)| a.abs_diff(*b) <= steps)
    }

    const RED: [u8; 4] = [220, 30, 40, 255];
    const BLUE: [u8; 4] = [20, 60, 200, 255];
    const GREEN: [u8; 4] = [0, 150, 60, 255];
    const WHITE: [u8; 4] = [255; 4];

    fn half_clear([red, green, blue, _]: [u8; 4]) -> [u8; 4] {
        [red, green, blue, 128]
    }

    #[test]
    fn files_of_every_kind_look_as_they_are_meant() {
        for (name, bytes) in [
            ("plain", picture!("plain")),
            ("limited", picture!("limited")),
            ("ten-bits", picture!("ten-bits")),
            ("twelve-bits", picture!("twelve-bits")),
            ("green-blue-red", picture!("green-blue-red")),
            ("moving", picture!("moving")),
        ] {
            let (size, found) = corners(bytes);
            assert_eq!(size, (61, 41), "{name}");
            assert!(near(found, [RED, BLUE, GREEN, WHITE], 6), "{name} {found:?}");
        }
        let grey = [88, 64, 95, 255].map(|own| [own, own, own, 255]);
        assert!(near(corners(picture!("grey")).1, grey, 2));
    }

    #[test]
    fn a_turned_file_stands_upright() {
        let ((width, height), found) = corners(picture!("turned"));
        assert_eq!((width, height), (41, 61));
        assert!(near(found, [RED, GREEN, BLUE, WHITE], 6), "{found:?}");
    }

    #[test]
    fn clear_pixels_keep_their_colour() {
        for bytes in [picture!("clear"), picture!("clear-in-colours")] {
            let expected = [RED, half_clear(BLUE), GREEN, half_clear(WHITE)];
            let found = corners(bytes).1;
            assert!(near(found, expected, 6), "{found:?}");
        }
    }

    #[test]
    fn colours_of_a_wide_range_become_those_of_a_screen() {
        let [red, _, green, white] = corners(picture!("display-p3")).1;
        // The same numbers mean fuller colours there.
        assert!(red[0] > 230 && red[1] < 20 && green[0] == 0, "{red:?} {green:?}");
        assert_eq!(white, WHITE);
    }

    #[test]
    fn pixels_that_are_more_than_the_file_says_are_refused() {
        let mut bytes = picture!("plain").to_vec();
        let size = bytes.windows(4).position(|own| own == b"ispe").unwrap() + 8;
        for (width, height) in [(60, 41), (61, 40), (4, 4), (610, 41)] {
            let [width, height] = [width, height].map(u32::to_be_bytes);
            bytes[size..size + 8].copy_from_slice(&[width, height].concat());
            let wanted = Wanted { shape: Shape::Whole { width: 61 }, encoding: Encoding::Png };
            let found = derive(&bytes, &[wanted], &[wanted], &Notice::default()).unwrap_err();
            assert_eq!(found.code().name, "media/damaged");
        }
    }
}
