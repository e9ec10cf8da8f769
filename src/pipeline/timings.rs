//! How long the parts of a build took; what it says goes to `--timings` and `--trace` only.

use std::time::{Duration, Instant};

/// Something that took time.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Span {
    /// The station, or the template.
    pub name: &'static str,
    /// The address of the page; empty for a station.
    pub page: String,
    /// When it began, from the start of the build.
    pub start: Duration,
    /// How long it took.
    pub length: Duration,
    /// On which thread.
    pub thread: usize,
}

/// What took how long.
#[derive(Debug, Clone, Default)]
pub struct Timings {
    /// The stations, in their order.
    pub stations: Vec<Span>,
    /// The pages, when they were measured.
    pub pages: Vec<Span>,
}

/// Measures the stations of a build.
#[derive(Debug, Clone)]
pub(super) struct Clock {
    start: Instant,
    last: Duration,
    pub(super) taken: Timings,
}

impl Clock {
    pub(super) fn start() -> Self {
        Self { start: Instant::now(), last: Duration::ZERO, taken: Timings::default() }
    }

    /// A station ends here, and the next begins.
    pub(super) fn lap(&mut self, name: &'static str) {
        let now = self.start.elapsed();
        let (start, length) = (self.last, now.saturating_sub(self.last));
        self.taken.stations.push(Span { name, page: String::new(), start, length, thread: 0 });
        self.last = now;
    }

    /// Does something and says how long it took.
    pub(super) fn measure<T>(
        &self,
        name: &'static str,
        page: &str,
        work: impl FnOnce() -> T,
    ) -> (T, Span) {
        let start = self.start.elapsed();
        let made = work();
        let length = self.start.elapsed().saturating_sub(start);
        // Thread 0 is the one that the stations stand on.
        let thread = rayon::current_thread_index().map_or(0, |own| own + 1);
        (made, Span { name, page: page.to_owned(), start, length, thread })
    }
}
