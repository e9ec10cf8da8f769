//! From values to places.

use crate::model::drawing::{ChartDrawing, Number};

/// Values beyond this are drawn as if they were this large.
const HUGE: f64 = 1e300;

/// A straight line from values to places.
#[derive(Debug, Clone, Copy)]
pub(super) struct Scale {
    pub(super) low: f64,
    pub(super) high: f64,
    /// The place of the lowest value.
    pub(super) from: f64,
    /// The place of the highest value.
    pub(super) to: f64,
}

impl Scale {
    /// A scale over these values, which are made to span something.
    pub(super) fn new((low, high): (f64, f64), (from, to): (f64, f64)) -> Self {
        let high = if high > low { high } else { low + low.abs().max(1.0) };
        Self { low, high, from, to }
    }

    /// The place of a value.
    pub(super) fn at(self, value: f64) -> f64 {
        let part = (drawable(value) - self.low) / (self.high - self.low);
        self.from + part.clamp(0.0, 1.0) * (self.to - self.from)
    }

    /// Where zero is.
    pub(super) fn zero(self) -> f64 {
        self.at(0.0)
    }
}

/// The value as far as it can be drawn.
pub(super) fn drawable(value: f64) -> f64 {
    if value.is_nan() { 0.0 } else { value.clamp(-HUGE, HUGE) }
}

/// Lowest and highest of all values and the target.
pub(super) fn extent(chart: &ChartDrawing) -> (f64, f64) {
    let cells = chart.rows.iter().flat_map(|row| row.values.iter().flatten());
    let margins = chart.rows.iter().flat_map(|row| row.margins.iter().flatten());
    let ends = margins.flat_map(|margin| [&margin.low, &margin.high]);
    cells
        .chain(ends)
        .chain(&chart.target)
        .map(|number| drawable(number.value()))
        .fold((f64::INFINITY, f64::NEG_INFINITY), |(low, high), value| {
            (low.min(value), high.max(value))
        })
}

/// The same with zero in it; from 0 to 1 when there are no values.
pub(super) fn with_zero((low, high): (f64, f64)) -> (f64, f64) {
    if low > high { (0.0, 1.0) } else { (low.min(0.0), high.max(0.0)) }
}

/// The sums of positive and of negative values of a stack.
pub(super) fn stack<'a>(values: impl Iterator<Item = &'a Number>) -> (f64, f64) {
    values.map(|number| drawable(number.value())).fold((0.0, 0.0), |(below, above), value| {
        if value < 0.0 { (below + value, above) } else { (below, above + value) }
    })
}

#[cfg(test)]
mod tests {
    use super::super::super::svg::coordinate;
    use super::*;

    #[test]
    fn every_value_has_a_place_within_the_scale() {
        let scale = Scale::new((-10.0, 30.0), (0.0, 80.0));
        let places = |scale: Scale, values: [f64; 3]| values.map(|v| coordinate(scale.at(v)));
        assert_eq!(places(scale, [-10.0, 0.0, 30.0]), ["0", "20", "80"]);
        let flat = Scale::new((0.0, 0.0), (0.0, 80.0));
        assert_eq!(places(flat, [0.0, 0.5, 9.0]), ["0", "40", "80"]);
        let huge = Scale::new((-HUGE, HUGE), (0.0, 100.0));
        assert_eq!(places(huge, [f64::INFINITY, f64::NAN, -1e308]), ["100", "50", "0"]);
    }
}
