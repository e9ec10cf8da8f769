//! The size of a derived picture, and which part of the original it shows.

/// The size of a file, in pixels.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Shape {
    /// The whole picture, this wide and in its own proportions; never wider than it is.
    Whole {
        /// Width in pixels.
        width: u32,
    },
    /// Exactly this size: what does not fit is cut off, as far as can be from the focus.
    Filled {
        /// Width in pixels.
        width: u32,
        /// Height in pixels.
        height: u32,
        /// What the picture is about.
        focus: Focus,
    },
}

/// The place that a picture is about: from left to right and from top to bottom, 0 to 1.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Focus {
    /// From left to right.
    pub x: f64,
    /// From top to bottom.
    pub y: f64,
}

impl Default for Focus {
    fn default() -> Self {
        Self { x: 0.5, y: 0.5 }
    }
}

/// The height that keeps the proportions of `width` by `height` at another width; at least one
/// pixel.
pub fn scaled_height((width, height): (u32, u32), to: u32) -> u32 {
    let width = u64::from(width.max(1));
    let scaled = (u64::from(height) * u64::from(to) + width / 2) / width;
    u32::try_from(scaled).unwrap_or(u32::MAX).max(1)
}

/// A part of a picture: left, top, width, height, in pixels.
pub(super) type Part = (f64, f64, f64, f64);

impl Shape {
    /// The size of the file that is made of a picture of this size.
    pub(super) fn size(self, of: (u32, u32)) -> (u32, u32) {
        match self {
            Self::Whole { width } => {
                let width = width.clamp(1, of.0.max(1));
                (width, scaled_height(of, width))
            }
            Self::Filled { width, height, .. } => (width.max(1), height.max(1)),
        }
    }

    /// The part of a picture of this size that is shown.
    pub(super) fn part(self, of: (u32, u32)) -> Part {
        let (full_width, full_height) = (f64::from(of.0), f64::from(of.1));
        let Self::Filled { width, height, focus } = self else {
            return (0.0, 0.0, full_width, full_height);
        };
        let ratio = f64::from(width.max(1)) / f64::from(height.max(1));
        let (part_width, part_height) =
            (full_width.min(full_height * ratio), full_height.min(full_width / ratio));
        let start = |full: f64, part: f64, focus: f64| {
            (full * focus.clamp(0.0, 1.0) - part / 2.0).clamp(0.0, (full - part).max(0.0))
        };
        (
            start(full_width, part_width, focus.x),
            start(full_height, part_height, focus.y),
            part_width,
            part_height,
        )
    }

    /// How many times smaller the original may be decoded so that this file needs no pixels
    /// that are not there; 1 at most when it needs all of them.
    pub(super) fn spare(self, of: (u32, u32)) -> f64 {
        let (width, height) = self.size(of);
        let (_, _, part_width, part_height) = self.part(of);
        (part_width / f64::from(width)).min(part_height / f64::from(height))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_file_is_wider_than_the_original() {
        let size = |width| Shape::Whole { width }.size((700, 351));
        assert_eq!(size(350), (350, 176));
        assert_eq!(size(1440), (700, 351));
        assert_eq!(Shape::Whole { width: 9 }.size((3000, 1)), (9, 1));
    }

    #[test]
    fn the_part_that_is_shown_lies_around_the_focus_and_inside() {
        let part = |of, x, y| {
            Shape::Filled { width: 200, height: 100, focus: Focus { x, y } }.part(of)
        };
        assert_eq!(part((400, 400), 0.5, 0.5), (0.0, 100.0, 400.0, 200.0));
        assert_eq!(part((400, 400), 0.5, 0.1), (0.0, 0.0, 400.0, 200.0));
        assert_eq!(part((400, 400), 0.5, 1.0), (0.0, 200.0, 400.0, 200.0));
        assert_eq!(part((600, 100), 0.9, 0.0), (400.0, 0.0, 200.0, 100.0));
        assert_eq!(part((50, 50), f64::NAN.max(0.5), 0.5), (0.0, 12.5, 50.0, 25.0));
    }

    #[test]
    fn what_is_needed_of_the_original_is_known() {
        let filled = Shape::Filled { width: 100, height: 100, focus: Focus::default() };
        let close = |found: f64, to: f64| (found - to).abs() < 0.01;
        assert!(close(filled.spare((800, 400)), 4.0));
        assert!(close(Shape::Whole { width: 200 }.spare((800, 400)), 4.0));
        assert!(close(Shape::Whole { width: 2000 }.spare((800, 400)), 1.0));
    }
}
