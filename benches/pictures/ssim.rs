//! How alike two pictures look: structural similarity of their light, in squares of 8 pixels.

use image::RgbImage;

const SIDE: u32 = 8;

/// 1 when they are the same.
pub(crate) fn ssim(one: &RgbImage, other: &RgbImage) -> f64 {
    assert_eq!(one.dimensions(), other.dimensions());
    let (mut sum, mut squares) = (0.0, 0.0);
    for top in (0..one.height().saturating_sub(SIDE - 1)).step_by(4) {
        for left in (0..one.width().saturating_sub(SIDE - 1)).step_by(4) {
            sum += square(one, other, (left, top));
            squares += 1.0;
        }
    }
    sum / squares
}

fn square(one: &RgbImage, other: &RgbImage, (left, top): (u32, u32)) -> f64 {
    let count = f64::from(SIDE * SIDE);
    let (mut a, mut b, mut aa, mut bb, mut ab) = (0.0, 0.0, 0.0, 0.0, 0.0);
    for y in top..top + SIDE {
        for x in left..left + SIDE {
            let (own, its) = (light(one, x, y), light(other, x, y));
            a += own;
            b += its;
            aa += own * own;
            bb += its * its;
            ab += own * its;
        }
    }
    let (a, b) = (a / count, b / count);
    let (var_a, var_b, both) = (aa / count - a * a, bb / count - b * b, ab / count - a * b);
    let (c1, c2) = (6.5025, 58.5225);
    ((2.0 * a * b + c1) * (2.0 * both + c2)) / ((a * a + b * b + c1) * (var_a + var_b + c2))
}

fn light(picture: &RgbImage, x: u32, y: u32) -> f64 {
    let [red, green, blue] = picture.get_pixel(x, y).0.map(f64::from);
    0.299 * red + 0.587 * green + 0.114 * blue
}
