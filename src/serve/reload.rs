//! Tells browsers that the site changed.

use std::convert::Infallible;
use std::sync::Arc;

use axum::response::sse::{Event, KeepAlive, Sse};
use axum::response::{IntoResponse, Response};
use tokio::sync::watch;
use tokio_stream::StreamExt;
use tokio_stream::wrappers::WatchStream;

use crate::base::encode_path;
use crate::output::Output;

use super::item::{Item, Items};

/// Where the script that listens is.
pub(super) const SCRIPT: &str = "/_lerend/reload.js";
/// Where it listens.
pub(super) const EVENTS: &str = "/_lerend/events";
/// Where the problems are, as HTML.
pub(super) const PROBLEMS: &str = "/_lerend/problems";

/// The script itself.
pub(super) const SCRIPT_TEXT: &str = include_str!("reload.js");

/// What is shown at a moment.
#[derive(Debug, Clone, Default)]
pub(super) struct Shown {
    /// Goes up with every build.
    pub build: u64,
    /// Goes up when pages have to be loaded again.
    pub version: u64,
    /// The last good site.
    pub output: Option<Arc<Output>>,
    /// The errors of the last build.
    pub errors: Vec<Item>,
    /// What else asks for attention after it.
    pub notices: Items,
    /// More files of it, made after it.
    pub beside: Option<Arc<Output>>,
}

impl Shown {
    /// What a page has to be made from to be up to date; differs between two runs of the
    /// server, too.
    pub(super) fn version(&self) -> String {
        format!("{}-{}", std::process::id(), self.version)
    }

    /// Whether the last build has errors.
    pub(super) fn has_errors(&self) -> bool {
        !self.errors.is_empty()
    }

    /// The style sheets of the site, as addresses from the host on.
    fn styles(&self) -> Vec<String> {
        let files = self.output.iter().flat_map(|output| output.files());
        let sheets = files.filter(|(path, _)| path.as_str().rsplit('.').next() == Some("css"));
        sheets.map(|(path, _)| format!("/{}", encode_path(path.as_str()))).collect()
    }

    fn event(&self) -> Event {
        let data = serde_json::json!({
            "version": self.version(),
            "build": self.build,
            "problems": self.has_errors() && self.output.is_some(),
            "styles": self.styles(),
        });
        Event::default().event("state").data(data.to_string())
    }
}

/// An answer that never ends: the state now, and every new one.
pub(super) fn events(shown: watch::Receiver<Arc<Shown>>) -> Response {
    let events = WatchStream::new(shown).map(|shown| Ok::<_, Infallible>(shown.event()));
    Sse::new(events).keep_alive(KeepAlive::default()).into_response()
}

/// The page with the script before `</body>`; a page without a body end stays as it is. With
/// a build the page loads again after every other build.
pub(super) fn with_script(html: &[u8], version: &str, build: Option<u64>) -> Vec<u8> {
    let tag = b"</body";
    let at = html.windows(tag.len()).rposition(|window| window.eq_ignore_ascii_case(tag));
    let Some((before, after)) = at.and_then(|at| html.split_at_checked(at)) else {
        return html.to_vec();
    };
    let build = build.map_or_else(String::new, |build| format!(" data-build=\"{build}\""));
    let script =
        format!("<script src=\"{SCRIPT}\" data-version=\"{version}\"{build} defer></script>");
    [before, script.as_bytes(), after].concat()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_script_goes_before_the_last_body_end() {
        let page = with_script(b"<body>&lt;</BODY>", "1-2", None);
        let expected = "<body>&lt;<script src=\"/_lerend/reload.js\" data-version=\"1-2\" defer></script></BODY>";
        assert_eq!(String::from_utf8(page).unwrap(), expected);
        assert_eq!(with_script(b"<p>een stuk</p>", "1-2", Some(3)), b"<p>een stuk</p>");
    }
}
