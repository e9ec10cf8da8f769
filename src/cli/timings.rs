//! `--timings` and `--trace`: where the time went.

use std::collections::BTreeMap;
use std::fmt::Write as _;
use std::path::Path;
use std::time::Duration;

use serde_json::{Value, json};

use super::put;
use crate::diag::{Fatal, Language};
use crate::pipeline::{Span, Timings};

/// The stations in their order, and the templates, the longest first, with how many pages each
/// drew or found drawn.
pub(super) fn text(timings: &Timings, language: Language) -> String {
    let mut text = String::new();
    for span in &timings.stations {
        let _ = writeln!(
            text,
            "{:>8.1} ms  {}",
            milliseconds(span.length),
            station(span.name, language)
        );
    }
    let mut templates: BTreeMap<&str, (usize, Duration)> = BTreeMap::new();
    for span in &timings.pages {
        let (pages, time) = templates.entry(span.name).or_default();
        *pages += 1;
        *time += span.length;
    }
    let mut templates: Vec<_> = templates.into_iter().collect();
    templates.sort_by_key(|(_, (_, time))| std::cmp::Reverse(*time));
    for (template, (pages, time)) in templates {
        let _ = writeln!(text, "{:>8.1} ms  {template} × {pages}", milliseconds(time));
    }
    if let Some(megabytes) = peak_memory() {
        let words = station("peak memory", language);
        let _ = writeln!(text, "{megabytes:>8.1} MB  {words}");
    }
    text
}

/// A station in words of the reader.
fn station(name: &str, language: Language) -> &str {
    match (language, name) {
        (Language::En, name) => name,
        (Language::Nl, "read and parse") => "lezen",
        (Language::Nl, "theme") => "thema",
        (Language::Nl, "catalogue") => "samenbrengen",
        (Language::Nl, "render") => "pagina’s maken",
        (Language::Nl, "collect and check") => "verzamelen en nakijken",
        (Language::Nl, "compare") => "vergelijken",
        (Language::Nl, "language") => "taal nakijken",
        (Language::Nl, "site") => "de hele site",
        (Language::Nl, "publish") => "publiceren",
        (Language::Nl, "peak memory") => "hoogste geheugen",
        (Language::Nl, name) => name,
    }
}

/// Writes the spans to a file that <chrome://tracing> and Perfetto can show.
pub(super) fn write_trace(timings: &Timings, path: &Path) -> Result<(), Fatal> {
    let spans = timings.stations.iter().map(|span| event(span, "station"));
    let pages = timings.pages.iter().map(|span| event(span, "page"));
    let trace = json!({ "traceEvents": spans.chain(pages).collect::<Vec<_>>() });
    put::named(path, trace.to_string().as_bytes())
}

fn event(span: &Span, category: &str) -> Value {
    json!({
        "name": span.name,
        "cat": category,
        "ph": "X",
        "ts": microseconds(span.start),
        "dur": microseconds(span.length),
        "pid": 1,
        "tid": span.thread,
        "args": { "page": span.page },
    })
}

fn milliseconds(time: Duration) -> f64 {
    time.as_secs_f64() * 1000.0
}

fn microseconds(time: Duration) -> u64 {
    u64::try_from(time.as_micros()).unwrap_or(u64::MAX)
}

/// The most memory the process has had, in megabytes, where the system tells.
#[expect(clippy::disallowed_methods, reason = "a question to the system, not a file")]
fn peak_memory() -> Option<f64> {
    let status = std::fs::read_to_string("/proc/self/status").ok()?;
    let line = status.lines().find_map(|line| line.strip_prefix("VmHWM:"))?;
    let kilobytes: f64 = line.trim().strip_suffix(" kB")?.parse().ok()?;
    Some(kilobytes * 1.024 / 1000.0)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn span(name: &'static str, milliseconds: u64) -> Span {
        let length = Duration::from_millis(milliseconds);
        Span { name, page: "a/".to_owned(), start: Duration::from_millis(5), length, thread: 2 }
    }

    #[test]
    fn templates_are_added_up_and_the_longest_stands_first() {
        let timings = Timings {
            stations: vec![span("render", 40)],
            pages: vec![
                span("pages/a.html", 3),
                span("pages/b.html", 9),
                span("pages/a.html", 4),
            ],
        };
        let dutch = text(&timings, Language::Nl);
        assert!(dutch.starts_with("    40.0 ms  pagina’s maken\n"), "{dutch}");
        let text = text(&timings, Language::En);
        let expected = "    40.0 ms  render\n     9.0 ms  pages/b.html × 1\n     \
                        7.0 ms  pages/a.html × 2\n";
        assert!(text.starts_with(expected), "{text}");
    }

    #[test]
    fn a_trace_has_an_event_for_every_span() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("trace.json");
        let timings = Timings {
            stations: vec![span("render", 40)],
            pages: vec![span("pages/a.html", 3)],
        };
        write_trace(&timings, &path).unwrap();
        let text = std::fs::File::open(path).and_then(std::io::read_to_string).unwrap();
        let trace: Value = serde_json::from_str(&text).unwrap();
        let page = json!({
            "name": "pages/a.html", "cat": "page", "ph": "X", "ts": 5000, "dur": 3000,
            "pid": 1, "tid": 2, "args": { "page": "a/" },
        });
        assert_eq!(trace["traceEvents"].as_array().unwrap().len(), 2);
        assert_eq!(trace["traceEvents"][1], page);
    }
}
