//! What is going on, on a terminal, when it takes longer than a moment.

use std::io::Write;
use std::sync::mpsc::{RecvTimeoutError, Sender, channel};
use std::thread::{self, JoinHandle};
use std::time::{Duration, Instant};

use crate::diag::Language;
use crate::diag::draw::Style;
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
    /// Shows it on a stream, after a moment, in the language and width of the style.
    pub(super) fn show(
        progress: Progress,
        style: &Style,
        stream: Box<dyn Write + Send>,
    ) -> Self {
        Self::after(MOMENT, progress, style, stream)
    }

    fn after(
        moment: Duration,
        progress: Progress,
        style: &Style,
        mut stream: Box<dyn Write + Send>,
    ) -> Self {
        let (stop, stopped) = channel::<()>();
        let start = Instant::now();
        // A line that goes on below cannot be emptied; the last column stays free for the cursor.
        let (language, room) = (style.language, style.width.saturating_sub(1));
        let thread = thread::spawn(move || {
            let mut wait = moment;
            let mut is_shown = false;
            while stopped.recv_timeout(wait) == Err(RecvTimeoutError::Timeout) {
                let line = said(&progress, start.elapsed(), language);
                let line: String = line.chars().take(room).collect();
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

fn said(progress: &Progress, passed: Duration, language: Language) -> String {
    let what = match (progress.station(), language) {
        (Station::Read, Language::Nl) => "bestanden lezen",
        (Station::Theme, Language::Nl) => "uiterlijk lezen",
        (Station::Catalog, Language::Nl) => "verbanden leggen",
        (Station::Pages, Language::Nl) => "pagina's maken",
        (Station::Pictures, Language::Nl) => "beelden maken",
        (Station::Check, Language::Nl) => "alles nakijken",
        (Station::Publish, Language::Nl) => "wegschrijven",
        (Station::Web, Language::Nl) => "andere sites vragen",
        (Station::Read, Language::En) => "reading files",
        (Station::Theme, Language::En) => "reading the theme",
        (Station::Catalog, Language::En) => "bringing it together",
        (Station::Pages, Language::En) => "making pages",
        (Station::Pictures, Language::En) => "making pictures",
        (Station::Check, Language::En) => "checking everything",
        (Station::Publish, Language::En) => "writing",
        (Station::Web, Language::En) => "asking other sites",
    };
    let counted = match (progress.counted(), language) {
        (Some((done, all)), Language::Nl) => format!(", {done} van {all}"),
        (Some((done, all)), Language::En) => format!(", {done} of {all}"),
        (None, _) => String::new(),
    };
    format!("{what}{counted} … {} s", passed.as_secs())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::diag::draw::Format;
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

    fn style(language: Language, width: usize) -> Style {
        Style { format: Format::Full, language, colour: false, width }
    }

    /// What a screen of some columns shows of a build, until it is over.
    fn shown(progress: &Progress, style: &Style) -> String {
        let screen = Screen::default();
        let stream = Box::new(screen.clone());
        let line = Line::after(Duration::ZERO, progress.clone(), style, stream);
        while screen.text().is_empty() {
            thread::yield_now();
        }
        drop(line);
        screen.text()
    }

    #[test]
    fn the_line_says_what_is_done_and_goes_when_it_is_over() {
        let progress = Progress::default();
        progress.reach(Station::Check);
        let text = shown(&progress, &style(Language::Nl, 80));
        assert!(text.starts_with("\r\u{1b}[2Kalles nakijken … "), "{text:?}");
        assert!(text.ends_with(CLEAR), "{text:?}");
    }

    #[test]
    fn the_line_fits_on_a_narrow_screen() {
        let progress = Progress::default();
        progress.reach(Station::Catalog);
        let text = shown(&progress, &style(Language::En, 12));
        assert!(text.starts_with("\r\u{1b}[2Kbringing it\r"), "{text:?}");
    }

    #[test]
    fn what_is_done_within_a_moment_shows_nothing() {
        let screen = Screen::default();
        let stream = Box::new(screen.clone());
        let style = style(Language::En, 80);
        drop(Line::after(Duration::MAX, Progress::default(), &style, stream));
        assert_eq!(screen.text(), "");
    }
}
