//! How long `serve` takes from a save to the new page, and to every list, term and feed that
//! shows what was saved.

use std::fs;
use std::io::{self, Read, Write};
use std::net::{TcpListener, TcpStream};
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::time::{Duration, Instant};

use crate::measure::memory;
use crate::table::median;

/// The document that is saved again and again.
const ID: &str = "d-000010";

/// So long is waited for an answer before something is wrong.
const PATIENCE: Duration = Duration::from_secs(120);

/// What is saved when it is a title.
const TITLE: &str = "a title";

/// Between two saves, so that one build has ended when the next begins.
const PAUSE: Duration = Duration::from_millis(400);

/// A server that ends when it is dropped, and the file that is saved, which is then as it was.
struct Served {
    child: Child,
    port: u16,
    file: PathBuf,
    text: String,
}

impl Drop for Served {
    fn drop(&mut self) {
        let _ = fs::write(&self.file, &self.text);
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

/// Serves a site, saves another text and another title so many times each, and says what that
/// took, as a table.
pub fn measure(program: &Path, root: &Path, saves: usize) -> io::Result<String> {
    let served = Served::start(program, root)?;
    let begun = Instant::now();
    let page = format!("factsheets/{ID}/");
    let title = served.field("title: \"").unwrap_or_default();
    served.wait_for(std::slice::from_ref(&page), &title)?;
    let start = begun.elapsed().as_secs_f64();
    // Another title stands elsewhere in what is sorted by title.
    let word = format!("Bewaard0{}", &TITLE[2..]);
    served.save(TITLE, &word)?;
    served.wait_for(std::slice::from_ref(&page), &word)?;
    let showing = served.showing(&page, &word);
    let mut out = format!(
        "\n{start:.1} s from the start to the first page; {} pages and feeds show the title\n\n\
         | saved | median ms | least | most | MB |\n| --- | --: | --: | --: | --: |\n",
        showing.len()
    );
    for (what, pages) in [("a text", &vec![page]), (TITLE, &showing)] {
        let mut took = Vec::new();
        for number in 0..saves {
            std::thread::park_timeout(PAUSE);
            let word = format!("Bewaard{number}{}", &what[2..]);
            let saved = Instant::now();
            served.save(what, &word)?;
            served.wait_for(pages, &word)?;
            took.push(saved.elapsed().as_secs_f64() * 1000.0);
        }
        let least = took.iter().copied().fold(f64::INFINITY, f64::min);
        let most = took.iter().copied().fold(0.0, f64::max);
        let memory = memory(&format!("/proc/{}", served.child.id())).unwrap_or_default();
        out.push_str(&format!(
            "| {what} | {:.0} | {least:.0} | {most:.0} | {memory:.0} |\n",
            median(took.into_iter())
        ));
    }
    Ok(out)
}

impl Served {
    fn start(program: &Path, root: &Path) -> io::Result<Self> {
        let file = root.join(format!("content/factsheets/{ID}.md"));
        let text = fs::read_to_string(&file)?;
        // Free now, and most probably still so when the server asks for it.
        let port = TcpListener::bind("127.0.0.1:0")?.local_addr()?.port();
        let mut command = Command::new(program);
        command.arg("--root").arg(root).args(["serve", "--no-search", "--no-images"]);
        command.args(["--date", "2026-11-23", "--port", &port.to_string()]);
        let quiet = command.stdin(Stdio::null()).stdout(Stdio::null()).stderr(Stdio::null());
        Ok(Self { child: quiet.spawn()?, port, file, text })
    }

    /// What the server answers; `None` while it does not listen yet.
    fn get(&self, page: &str) -> Option<String> {
        let mut stream = TcpStream::connect(("127.0.0.1", self.port)).ok()?;
        let host = format!("127.0.0.1:{}", self.port);
        write!(stream, "GET /{page} HTTP/1.1\r\nHost: {host}\r\nConnection: close\r\n\r\n")
            .ok()?;
        let mut answer = Vec::new();
        stream.read_to_end(&mut answer).ok()?;
        Some(String::from_utf8_lossy(&answer).into_owned())
    }

    /// Waits until all pages hold a word.
    fn wait_for(&self, pages: &[String], word: &str) -> io::Result<()> {
        let begun = Instant::now();
        for page in pages {
            while !self.get(page).is_some_and(|answer| answer.contains(word)) {
                if begun.elapsed() > PATIENCE {
                    return Err(io::Error::other(format!("/{page} never showed {word}")));
                }
                std::thread::park_timeout(Duration::from_millis(2));
            }
        }
        Ok(())
    }

    /// The pages and feeds that show the title, the document's own first.
    fn showing(&self, page: &str, title: &str) -> Vec<String> {
        let ids = |key: &str| {
            let all = self.field(key).unwrap_or_default();
            all.split(", ").map(str::to_owned).collect::<Vec<_>>()
        };
        let mut lists = vec!["factsheets/".to_owned(), "zoeken/".to_owned()];
        lists.extend(ids("topics: [").iter().map(|id| format!("onderwerpen/{id}/")));
        let regions = ids("seen-in: [");
        lists.extend(regions.iter().map(|id| format!("regios/{id}/")));
        let mut all = vec![page.to_owned()];
        for list in lists {
            let others = (2..).map(|part| format!("{list}{part}/"));
            let is_there =
                |own: &String| self.get(own).is_some_and(|own| own.starts_with("HTTP/1.1 200"));
            let others: Vec<String> = others.take_while(is_there).collect();
            all.push(list);
            all.extend(others);
        }
        all.extend(regions.iter().map(|id| format!("regios/{id}/feed.xml")));
        all.extend(["feed.xml", "factsheets/feed.xml"].map(str::to_owned));
        all.retain(|own| self.get(own).is_some_and(|answer| answer.contains(title)));
        all
    }

    /// What stands behind a key up to the end of its value.
    fn field(&self, key: &str) -> Option<String> {
        let (_, rest) = self.text.split_once(key)?;
        Some(rest.split(['"', ']']).next()?.to_owned())
    }

    fn save(&self, what: &str, word: &str) -> io::Result<()> {
        let text = match what {
            TITLE => self.text.replacen("title: \"", &format!("title: \"{word} "), 1),
            _ => format!("{}\n{word}.\n", self.text),
        };
        fs::write(&self.file, text)
    }
}
