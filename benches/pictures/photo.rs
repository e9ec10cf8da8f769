//! Photographs of nothing: clouds of colour with edges, fine detail and grain.

#![expect(
    clippy::cast_possible_truncation,
    clippy::cast_precision_loss,
    clippy::cast_sign_loss,
    reason = "colours and places are small numbers"
)]

/// A photo as a camera would save it.
pub(crate) fn jpeg(width: u16, height: u16, seed: u64) -> Vec<u8> {
    let pixels = pixels(u32::from(width), u32::from(height), seed);
    let mut file = Vec::new();
    let encoder = jpeg_encoder::Encoder::new(&mut file, 90);
    encoder.encode(&pixels, width, height, jpeg_encoder::ColorType::Rgb).unwrap();
    file
}

fn pixels(width: u32, height: u32, seed: u64) -> Vec<u8> {
    let mut out = Vec::with_capacity(width as usize * height as usize * 3);
    for y in 0..height {
        for x in 0..width {
            let (across, down) = (x as f32 / width as f32, y as f32 / height as f32);
            let mut detail = 0.0;
            let (mut strength, mut size) = (0.5, 4.0);
            for octave in 0..9 {
                detail +=
                    strength * noise(across * size * 1.5, down * size, seed * 31 + octave);
                strength *= 0.62;
                size *= 2.1;
            }
            let edge =
                if noise(across * 9.0, down * 6.0, seed + 77) > 0.55 { 1.0 } else { 0.6 };
            let grain = (hash(i64::from(x), i64::from(y), seed) - 0.5) * 0.05;
            for colour in 0..3_u8 {
                let tint =
                    noise(across.mul_add(3.0, f32::from(colour) * 7.0), down * 3.0, seed);
                let light =
                    (detail * 0.6 + tint * 0.5) * edge * down.mul_add(-0.4, 1.0) + grain;
                out.push((light.clamp(0.0, 1.0) * 255.0) as u8);
            }
        }
    }
    out
}

/// Smooth between the corners of a grid.
fn noise(x: f32, y: f32, seed: u64) -> f32 {
    let (left, top) = (x.floor(), y.floor());
    let smooth = |part: f32| part * part * 2.0_f32.mul_add(-part, 3.0);
    let (across, down) = (smooth(x - left), smooth(y - top));
    let corner = |dx: i64, dy: i64| hash(left as i64 + dx, top as i64 + dy, seed);
    let above = (corner(1, 0) - corner(0, 0)).mul_add(across, corner(0, 0));
    let below = (corner(1, 1) - corner(0, 1)).mul_add(across, corner(0, 1));
    (below - above).mul_add(down, above)
}

/// Between 0 and 1.
fn hash(x: i64, y: i64, seed: u64) -> f32 {
    let mut mix = (x as u64).wrapping_mul(0x9e37_79b9_7f4a_7c15)
        ^ (y as u64).wrapping_mul(0xc2b2_ae3d_27d4_eb4f)
        ^ seed.wrapping_mul(0x1656_67b1_9e37_79f9);
    mix ^= mix >> 29;
    mix = mix.wrapping_mul(0xbf58_476d_1ce4_e5b9);
    mix ^= mix >> 32;
    (mix & 0xff_ffff) as f32 / 16_777_216.0
}
