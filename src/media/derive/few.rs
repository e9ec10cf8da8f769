//! Fewer colours for a drawing that was scaled. Its edges have thousands of colours that nobody
//! drew, and a file without loss keeps each of them; with a few of them it looks the same.
//!
//! Groups are halved where their colours lie furthest apart, after Heckbert's median cut (1982).
//! The colours of the `color_quant` crate, tried in its place, made the PNG files of the sample
//! site 22 % larger and its WebP files 10 %.

use std::cmp::Reverse;
use std::collections::BTreeMap;

use crate::media::drawing::Numbered;

use super::pixels::Pixels;

/// Red, green and blue.
type Colour = [u8; 3];

/// So many colours are tried, in this order: what looks the same with the first takes less room
/// than with the second.
const LIMITS: [usize; 2] = [128, 256];
/// What has more colours than this is no drawing.
const MOST: usize = 32_768;
/// Nobody sees so many steps of 256 between two pixels that touch a line.
const UNSEEN: u8 = 8;
/// One pixel in so many may differ more.
const RARE: usize = 500;
/// A colour of more than one pixel in so many was drawn, and stays what it is.
const DRAWN: usize = 1000;

/// A picture in few colours.
#[derive(Debug)]
pub(super) struct Few {
    pub(super) pixels: Pixels,
    pub(super) numbered: Numbered,
}

/// The picture in few colours, where it looks the same in them; nothing of one that can be seen
/// through.
pub(super) fn few(pixels: &Pixels) -> Option<Few> {
    if pixels.is_clear {
        return None;
    }
    let all: &[Colour] = pixels.data.as_chunks().0;
    let counted = counted(all)?;
    LIMITS.into_iter().find_map(|limit| {
        let colours = chosen(&counted, limit, all.len());
        let numbers = nearest(&counted, &colours, all.len())?;
        let numbered: Vec<u8> =
            all.iter().filter_map(|own| numbers.get(own).copied()).collect();
        let colour = |at: &u8| colours.get(usize::from(*at)).copied().unwrap_or_default();
        let data = numbered.iter().flat_map(colour).collect();
        let numbered = Numbered::new(colours.as_flattened().to_vec(), numbered);
        Some(Few { pixels: Pixels { data, ..*pixels }, numbered })
    })
}

/// Every colour and how many pixels have it; `None` where there are too many.
fn counted(all: &[Colour]) -> Option<Vec<(Colour, usize)>> {
    let mut sorted = all.to_vec();
    sorted.sort_unstable();
    let runs = sorted.chunk_by(|own, next| own == next);
    let counted: Vec<(Colour, usize)> =
        runs.filter_map(|run| Some((*run.first()?, run.len()))).take(MOST + 1).collect();
    (counted.len() <= MOST).then_some(counted)
}

/// At most so many colours in place of those of a picture of so many pixels: those that were
/// drawn, and the means of what lies between them.
fn chosen(counted: &[(Colour, usize)], limit: usize, pixels: usize) -> Vec<Colour> {
    if counted.len() <= limit {
        return counted.iter().map(|(own, _)| *own).collect();
    }
    let mut rest = counted.to_vec();
    rest.sort_by_key(|(own, count)| (Reverse(*count), *own));
    let is_drawn = |(_, count): &&(Colour, usize)| count.saturating_mul(DRAWN) > pixels;
    let drawn = rest.iter().take(limit / 4).take_while(is_drawn).count();
    let mut groups = vec![Group::of(rest.split_off(drawn))];
    while rest.len() + groups.len() < limit {
        let widest =
            groups.iter().enumerate().max_by_key(|(at, own)| (own.pull(), Reverse(*at)));
        let Some((at, _)) = widest.filter(|(_, own)| own.spread.1 > 0) else { break };
        let (low, high) = groups.swap_remove(at).halves();
        groups.extend([low, high]);
    }
    let drawn = rest.into_iter().map(|(own, _)| own);
    drawn.chain(groups.iter().map(Group::mean)).collect()
}

/// The number of the colour that is nearest to each; `None` where that can be seen.
fn nearest(
    counted: &[(Colour, usize)],
    colours: &[Colour],
    pixels: usize,
) -> Option<BTreeMap<Colour, u8>> {
    let mut numbers = BTreeMap::new();
    let mut far = 0;
    for (own, count) in counted {
        let distance = |other: &Colour| {
            let each = own.iter().zip(other).map(|(a, b)| u32::from(a.abs_diff(*b)).pow(2));
            each.sum::<u32>()
        };
        let near = colours.iter().enumerate().min_by_key(|(_, other)| distance(other))?;
        if own.iter().zip(near.1).any(|(a, b)| a.abs_diff(*b) > UNSEEN) {
            far += count;
        }
        numbers.insert(*own, u8::try_from(near.0).ok()?);
    }
    (far.saturating_mul(RARE) <= pixels).then_some(numbers)
}

/// Colours that are near each other.
struct Group {
    colours: Vec<(Colour, usize)>,
    pixels: usize,
    /// The channel in which they differ most, the least and how much more the most is.
    spread: (usize, u8),
    least: u8,
}

impl Group {
    fn of(colours: Vec<(Colour, usize)>) -> Self {
        let spread = |channel: usize| {
            let values = || colours.iter().filter_map(|(own, _)| own.get(channel).copied());
            let least = values().min().unwrap_or_default();
            (values().max().unwrap_or_default() - least, Reverse(channel), least)
        };
        let (wide, Reverse(channel), least) =
            (0..3).map(spread).max().unwrap_or((0, Reverse(0), 0));
        let pixels = colours.iter().map(|(_, count)| count).sum();
        Self { colours, pixels, spread: (channel, wide), least }
    }

    /// How much is gained by looking closer at it.
    fn pull(&self) -> usize {
        let (_, wide) = self.spread;
        usize::from(wide).pow(2).saturating_mul(self.pixels.isqrt() + 1)
    }

    /// The darker and the lighter colours, in the channel in which they differ most.
    fn halves(self) -> (Self, Self) {
        let (channel, wide) = self.spread;
        let middle = self.least + wide / 2;
        let is_low =
            |(own, _): &(Colour, usize)| own.get(channel).is_some_and(|own| *own <= middle);
        let (low, high) = self.colours.into_iter().partition(is_low);
        (Self::of(low), Self::of(high))
    }

    fn mean(&self) -> Colour {
        let pixels = self.pixels.max(1);
        [0, 1, 2].map(|channel: usize| {
            let each = self.colours.iter();
            let sum = each.filter_map(|(own, n)| Some(usize::from(*own.get(channel)?) * n));
            u8::try_from((sum.sum::<usize>() + pixels / 2) / pixels).unwrap_or(u8::MAX)
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn pixels(side: u32, colour: impl Fn(u32, u32) -> [u32; 3]) -> Pixels {
        let place = |at: u32| colour(at % side, at / side);
        let data = (0..side * side).flat_map(place).map(|own| u8::try_from(own).unwrap());
        Pixels { width: side, height: side, is_clear: false, data: data.collect() }
    }

    /// Ink on paper with an edge of a hundred shades.
    fn edge(x: u32, y: u32) -> [u32; 3] {
        let shade = (x * 10 + y % 10).clamp(500, 1500) - 500;
        [250 - shade / 5, 246 - shade / 7, 236 - shade / 9]
    }

    #[test]
    fn a_drawing_keeps_what_was_drawn_and_few_of_its_edges() {
        let drawing = pixels(200, edge);
        let before = counted(drawing.data.as_chunks().0).unwrap().len();
        let few = few(&drawing).unwrap();
        let colours = counted(few.pixels.data.as_chunks().0).unwrap();
        assert!(before > 256 && colours.len() <= 128, "{before} {}", colours.len());
        for drawn in [[250, 246, 236], [50, 104, 125]] {
            let of = |own: &Pixels| {
                own.data.as_chunks().0.iter().filter(|own| **own == drawn).count()
            };
            assert!(of(&few.pixels) >= of(&drawing) && of(&drawing) > 1000, "{drawn:?}");
        }
        let unseen = |(a, b): (&u8, &u8)| a.abs_diff(*b) <= UNSEEN;
        assert!(drawing.data.iter().zip(&few.pixels.data).all(unseen));
        let png = few.numbered.png(200, 200).unwrap();
        assert_eq!(
            image::load_from_memory(&png).unwrap().into_rgb8().into_raw(),
            few.pixels.data
        );
    }

    #[test]
    fn what_would_look_otherwise_keeps_its_colours() {
        // Shades in two directions, and a picture that can be seen through.
        assert!(few(&pixels(250, |x, y| [x, y, 120])).is_none());
        assert!(few(&Pixels { is_clear: true, ..pixels(200, edge) }).is_none());
    }
}
