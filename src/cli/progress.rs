//! What is going on, on a terminal, when it takes longer than a moment.

use std::io::Write;
use std::sync::mpsc::{RecvTimeoutError, Sender, channel};
use std::thread::{self, JoinHandle};
use std::time::{Duration, Instant};

use crate::diag::Language;
use crate::pipeline::{Progress, Station};

/// Nothing is shown of what is done within this time.
const MOMENT: Duration = Duration::from_millis(500);
/// So often the line is written anew.
const STEP: Duration = Duration::from_millis(200);

/// Begins a line anew and empties it.
const CLEAR: &str = "\r\u{1b}[2K";

/// Shows how far a build is, until it is dropped.
pub(super) struct Line {
    stop: Option<Sender<()>>,
    thread: Option<JoinHandle<()>>,
}

impl Line {
    /// Shows it on a stream, after a moment.
    pub(super) fn show(
        progress: Progress,
        language: Language,
        stream: Box<dyn Write + Send>,
    ) -> Self {
        Self::after(MOMENT, progress, language, stream)
    }

    fn after(
        moment: Duration,
        progress: Progress,
        language: Language,
        mut stream: Box<dyn Write + Send>,
    ) -> Self {
        let (stop, stopped) = channel::<()>();
        let start = Instant::now();
        let thread = thread::spawn(move || {
            let mut wait = moment;
            let mut is_shown = false;
            while stopped.recv_timeout(wait) == Err(RecvTimeoutError::Timeout) {
                let line = said(progress.station(), start.elapsed(), language);
                let _ = stream.write_all(format!("{CLEAR}{line}").as_bytes());
                let _ = stream.flush();
                is_shown = true;
                wait = STEP;
            }
            if is_shown {
                let _ = stream.write_all(CLEAR.as_bytes());
                let _ = stream.flush();
            }
        });
        Self { stop: Some(stop), thread: Some(thread) }
    }
}

impl Drop for Line {
    fn drop(&mut self) {
        self.stop.take();
        if let Some(thread) = self.thread.take() {
            let _ = thread.join();
        }
    }
}

fn said(station: Station, passed: Duration, language: Language) -> String {
    let seconds = passed.as_secs();
    let what = match (station, language) {
        (Station::Read, Language::Nl) => "bestanden lezen",
        (Station::Theme, Language::Nl) => "uiterlijk lezen",
        (Station::Catalog, Language::Nl) => "verbanden leggen",
        (Station::Render, Language::Nl) => "pagina's en beelden maken",
        (Station::Check, Language::Nl) => "alles nakijken",
        (Station::Publish, Language::Nl) => "wegschrijven",
        (Station::Read, Language::En) => "reading files",
        (Station::Theme, Language::En) => "reading the theme",
        (Station::Catalog, Language::En) => "bringing it together",
        (Station::Render, Language::En) => "making pages and pictures",
        (Station::Check, Language::En) => "checking everything",
        (Station::Publish, Language::En) => "writing",
    };
    format!("{what} … {seconds} s")
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::sync::{Arc, Mutex};

    #[derive(Clone, Default)]
    struct Screen(Arc<Mutex<Vec<u8>>>);

    impl Screen {
        fn text(&self) -> String {
            String::from_utf8(self.0.lock().unwrap().clone()).unwrap()
        }
    }

    impl Write for Screen {
        fn write(&mut self, bytes: &[u8]) -> std::io::Result<usize> {
            self.0.lock().unwrap().extend(bytes);
            Ok(bytes.len())
        }
        fn flush(&mut self) -> std::io::Result<()> {
            Ok(())
        }
    }

    #[test]
    fn the_line_says_what_is_done_and_goes_when_it_is_over() {
        let (screen, progress) = (Screen::default(), Progress::default());
        progress.reach(Station::Render);
        let stream = Box::new(screen.clone());
        let line = Line::after(Duration::ZERO, progress, Language::Nl, stream);
        while screen.text().is_empty() {
            thread::yield_now();
        }
        drop(line);
        let text = screen.text();
        assert!(text.starts_with("\r\u{1b}[2Kpagina's en beelden maken … "), "{text:?}");
        assert!(text.ends_with(CLEAR), "{text:?}");
    }

    #[test]
    fn what_is_done_within_a_moment_shows_nothing() {
        let screen = Screen::default();
        let stream = Box::new(screen.clone());
        drop(Line::after(Duration::MAX, Progress::default(), Language::En, stream));
        assert_eq!(screen.text(), "");
    }
}
