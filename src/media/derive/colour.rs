//! Colours as the file means them, brought to sRGB: what browsers take for granted.

use moxcms::{ColorProfile, DataColorSpace, Layout, TransformOptions};

use super::pixels::Pixels;

/// Brings pixels to sRGB. A profile that cannot be read, or that speaks of inks or grey, leaves
/// them as they are.
pub(super) fn to_srgb(pixels: Pixels, profile: Option<&[u8]>) -> Pixels {
    let Some(profile) = profile.and_then(|bytes| ColorProfile::new_from_slice(bytes).ok())
    else {
        return pixels;
    };
    if profile.color_space != DataColorSpace::Rgb || is_srgb(&profile) {
        return pixels;
    }
    converted(&pixels, &profile).unwrap_or(pixels)
}

/// Whether its colours are those of sRGB: the three colours stand where they stand there.
fn is_srgb(profile: &ColorProfile) -> bool {
    let srgb = ColorProfile::new_srgb();
    let near = |one: moxcms::Xyzd, other: moxcms::Xyzd| {
        (one.x - other.x).abs() < 0.001
            && (one.y - other.y).abs() < 0.001
            && (one.z - other.z).abs() < 0.001
    };
    near(profile.red_colorant, srgb.red_colorant)
        && near(profile.green_colorant, srgb.green_colorant)
        && near(profile.blue_colorant, srgb.blue_colorant)
}

fn converted(pixels: &Pixels, profile: &ColorProfile) -> Option<Pixels> {
    let layout = if pixels.is_clear { Layout::Rgba } else { Layout::Rgb };
    let options = TransformOptions::default();
    let transform = profile
        .create_transform_8bit(layout, &ColorProfile::new_srgb(), layout, options)
        .ok()?;
    let mut data = vec![0; pixels.data.len()];
    transform.transform(&pixels.data, &mut data).ok()?;
    Some(Pixels { data, ..*pixels })
}
