//! The server over loopback.

use std::io::{BufRead, BufReader, Read, Write};
use std::net::TcpStream;
use std::time::Duration;

use super::*;
use crate::base::{OutPath, SourcePath};
use crate::diag::Problem;
use crate::diag::problem::Host;
use crate::output::{Artifact, Content, Later, Reading};
use crate::vfs::{Disk, Memory, Remembered};

fn film() -> SourcePath {
    SourcePath::new("content/media/film.mp4").unwrap()
}

pub(super) fn memory() -> Memory {
    let mut files = Memory::default();
    files.insert(film(), *b"0123456789");
    files
}

fn site(home: &str) -> Arc<Output> {
    let bytes = |text: &str| Content::Bytes(text.as_bytes().into());
    let artifact = |(path, content): (&str, Content)| Artifact {
        path: OutPath::new(path).unwrap(),
        content,
        claimed_by: None,
    };
    let files = [
        ("index.html", bytes(home)),
        ("404.html", bytes("<body>weg</body>")),
        ("_headers", bytes("/*\n  Content-Security-Policy: default-src 'none'\n")),
        ("regios/súd/index.html", bytes("<body>súd</body>")),
        ("items/a.rich.html", bytes("<p>stuk</p>")),
        ("film.mp4", Content::Copy(film(), None)),
        ("data/alle.csv", Content::Later(Later::new(|| b"id,titel\n".to_vec()))),
    ];
    let files = files.into_iter().map(artifact).collect();
    let memory = memory();
    let reading = Reading { files: &memory, earlier: None };
    Arc::new(Output::collect(files, reading).unwrap().value)
}

pub(super) fn server() -> Server {
    let options = Options { port: 0, ..Options::default() };
    let server = Server::bind(&options, Arc::new(memory())).unwrap();
    server.show(good("<body>dag</body>"));
    server
}

pub(super) fn good(home: &str) -> Rebuilt {
    Rebuilt { output: Some(site(home)), ..Rebuilt::default() }
}

fn bad() -> Rebuilt {
    Rebuilt {
        output: None,
        errors: vec![Item {
            group: Group::Error,
            text: "fout".to_owned(),
            note: String::new(),
            file: Some("content/a.md:1:1".to_owned()),
            editor: Some("vscode://file/a.md:1:1".to_owned()),
            page: None,
        }],
        notices: Items::default(),
    }
}

pub(super) fn connect(server: &Server, path: &str, headers: &str) -> BufReader<TcpStream> {
    let mut stream = TcpStream::connect(server.address()).unwrap();
    // A server that says nothing fails the test instead of holding it up.
    stream.set_read_timeout(Some(Duration::from_secs(20))).unwrap();
    write!(stream, "GET {path} HTTP/1.1\r\n{headers}\r\n").unwrap();
    BufReader::new(stream)
}

/// Status, headers in lower case, and body.
fn ask(server: &Server, path: &str, headers: &str) -> (u16, String, String) {
    let headers = format!("{headers}Connection: close\r\n");
    let mut answer = Vec::new();
    connect(server, path, &headers).read_to_end(&mut answer).unwrap();
    let answer = String::from_utf8(answer).unwrap();
    let (head, body) = answer.split_once("\r\n\r\n").unwrap();
    let status = head.split(' ').nth(1).unwrap().parse().unwrap();
    (status, head.to_lowercase(), body.to_owned())
}

pub(super) fn get(server: &Server, path: &str) -> (u16, String, String) {
    ask(server, path, "Host: localhost\r\n")
}

#[test]
fn pages_come_with_the_script_and_without_a_cache() {
    let server = server();
    let (status, head, body) = get(&server, "/");
    assert_eq!(status, 200);
    for header in [
        "content-type: text/html; charset=utf-8",
        "cache-control: no-store",
        "cross-origin-resource-policy: same-origin",
    ] {
        assert!(head.contains(header), "{head}");
    }
    assert!(!head.contains("access-control-allow-origin"));
    assert!(body.starts_with("<body>dag<script src=\"/_lerend/reload.js\""), "{body}");
    assert_eq!(get(&server, "/regios/s%C3%BAd/").0, 200);
    assert_eq!(get(&server, "/_lerend/reload.js").2, include_str!("reload.js"));
}

#[test]
fn the_site_comes_with_the_policy_that_it_has_on_its_host() {
    let server = server();
    for path in ["/", "/weg/", "/film.mp4"] {
        let head = get(&server, path).1;
        assert!(head.contains("content-security-policy: default-src 'none'"), "{path}: {head}");
    }
    // Pages of the server itself are no part of the site.
    assert!(!get(&server, "/_lerend/").1.contains("content-security-policy"));
}

#[test]
fn a_page_that_a_script_fetches_is_left_as_it_is() {
    let server = server();
    let fetched = ask(&server, "/", "Host: localhost\r\nSec-Fetch-Dest: empty\r\n");
    assert_eq!(fetched.2, "<body>dag</body>");
    assert_eq!(get(&server, "/items/a.rich.html").2, "<p>stuk</p>");
}

#[test]
fn a_folder_without_its_slash_is_sent_on() {
    let (status, head, _) = get(&server(), "/regios/s%C3%BAd?a=1");
    assert_eq!(status, 302);
    assert!(head.contains("location: /regios/s%c3%bad/?a=1\r\n"), "{head}");
}

#[test]
fn nothing_but_the_output_can_be_reached() {
    let server = server();
    for path in [
        "/weg",
        "/../Cargo.toml",
        "/..%2f..%2fetc/passwd",
        "/%2e%2e/%2e%2e/etc/passwd",
        "//etc/passwd",
        "/%00",
        "/%ff",
        "/.%5c..%5cCargo.toml",
        "/regios/../index.html",
        "//evil.example/regios/s%C3%BAd",
    ] {
        let (status, _, body) = get(&server, path);
        assert_eq!(status, 404, "{path}");
        assert!(body.starts_with("<body>weg<script"), "{path}: {body}");
    }
}

#[test]
fn other_names_and_other_origins_are_refused() {
    let server = server();
    assert_eq!(ask(&server, "/", "Host: evil.example\r\n").0, 403);
    assert_eq!(ask(&server, "/", "").0, 403);
    let foreign = "Host: localhost\r\nOrigin: https://evil.example\r\n";
    for path in ["/_lerend/events", "/_lerend/problems", "/_lerend/reload.js"] {
        assert_eq!(ask(&server, path, foreign).0, 403, "{path}");
    }
}

#[test]
fn a_film_can_be_wound_on() {
    let server = server();
    let (status, head, body) =
        ask(&server, "/film.mp4", "Host: localhost\r\nRange: bytes=2-4\r\n");
    assert_eq!((status, body.as_str()), (206, "234"));
    assert!(head.contains("content-type: video/mp4"));
    assert!(head.contains("content-range: bytes 2-4/10"), "{head}");
    assert_eq!(ask(&server, "/film.mp4", "Host: localhost\r\nRange: bytes=10-\r\n").0, 416);
}

#[test]
fn other_pages_come_while_the_list_of_what_asks_for_attention_is_made() {
    let server = server();
    let (started, begun) = std::sync::mpsc::channel::<()>();
    let (done, wait) = std::sync::mpsc::channel::<()>();
    let notices = Items::later(move || {
        started.send(()).unwrap();
        let _ = wait.recv();
        Vec::new()
    });
    server.show(Rebuilt { notices, ..good("<body>dag</body>") });
    // More than there are threads that answer.
    let waiting: Vec<_> =
        (0..4).map(|_| connect(&server, "/_lerend/", "Host: localhost\r\n")).collect();
    begun.recv().unwrap();
    assert_eq!(get(&server, "/").0, 200);
    done.send(()).unwrap();
    for mut answer in waiting {
        let mut first = String::new();
        answer.read_line(&mut first).unwrap();
        assert_eq!(first.trim_end(), "HTTP/1.1 200 OK");
    }
}

#[test]
fn what_is_made_when_asked_for_comes_whole_and_in_parts() {
    let server = server();
    let (status, head, body) = ask(&server, "/data/alle.csv", "Host: localhost\r\n");
    assert_eq!((status, body.as_str()), (200, "id,titel\n"));
    assert!(head.contains("content-type: text/csv"), "{head}");
    let part = "Host: localhost\r\nRange: bytes=3-7\r\n";
    assert_eq!(ask(&server, "/data/alle.csv", part).2, "titel");
}

/// The next state that a listening browser hears of.
pub(super) fn next_state(events: &mut impl BufRead) -> serde_json::Value {
    for line in events.lines() {
        if let Some(data) = line.unwrap().strip_prefix("data: ") {
            return serde_json::from_str(data).unwrap();
        }
    }
    panic!("the stream ended");
}

#[test]
fn a_browser_hears_of_changes_and_mistakes_and_keeps_the_last_good_site() {
    let server = server();
    let mut events = connect(&server, "/_lerend/events", "Host: localhost\r\n");
    let first = next_state(&mut events);
    assert_eq!(first["problems"], false);
    assert!(get(&server, "/").2.contains(first["version"].as_str().unwrap()));

    server.show(bad());
    let broken = next_state(&mut events);
    assert_eq!((&broken["version"], &broken["problems"]), (&first["version"], &true.into()));
    assert!(get(&server, "/").2.starts_with("<body>dag<script"));
    let (status, _, overlay) = get(&server, "/_lerend/problems");
    assert!(status == 200 && overlay.contains("<pre>fout</pre>"), "{overlay}");
    assert!(overlay.contains("<a href=\"vscode://file/a.md:1:1\">"), "{overlay}");
    assert!(get(&server, "/_lerend/").2.contains("<pre>fout</pre>"));

    server.show(good("<body>dag</body>"));
    let mended = next_state(&mut events);
    assert_eq!(mended["version"], first["version"], "the same site: no reload");
    assert_eq!(mended["problems"], false);
    assert_eq!(get(&server, "/_lerend/problems").0, 204);

    server.show(good("<body>hallo</body>"));
    let changed = next_state(&mut events);
    assert_ne!(changed["version"], first["version"]);
    assert!(get(&server, "/").2.starts_with("<body>hallo"));
}

#[test]
fn before_the_first_good_site_the_problems_are_the_page() {
    let options = Options { port: 0, ..Options::default() };
    let server = Server::bind(&options, Arc::new(memory())).unwrap();
    server.show(bad());
    let (status, _, body) = get(&server, "/regios/");
    assert_eq!(status, 503);
    assert!(body.contains("<pre>fout</pre><"), "{body}");
    assert!(body.contains("reload.js"), "{body}");
}

#[test]
fn a_port_that_is_taken_is_named() {
    let first = server();
    let options = Options { port: first.address().port(), ..Options::default() };
    let fatal = Server::bind(&options, Arc::new(memory())).unwrap_err();
    let Problem::Host(Host::CannotListen { address, is_host, .. }) = fatal.0.problem else {
        panic!("another problem");
    };
    assert_eq!((address, is_host), (first.address().to_string(), false));
    let options = Options { host: "999.1.1.1".to_owned(), ..Options::default() };
    let fatal = Server::bind(&options, Arc::new(memory())).unwrap_err();
    let Problem::Host(Host::CannotListen { is_host, .. }) = fatal.0.problem else {
        panic!("another problem");
    };
    assert!(is_host, "no other port would help");
    assert_eq!(first.url(), format!("http://{}/", first.address()));
}

#[test]
#[expect(clippy::disallowed_methods, reason = "the test changes a file")]
fn a_changed_file_is_built_and_heard_of() {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("a.md");
    std::fs::write(&file, "<body>een</body>").unwrap();
    let watched = Watched { roots: vec![folder.path().to_owned()] };
    let options = Options { port: 0, ..Options::default() };
    let server = Arc::new(Server::bind(&options, Arc::new(memory())).unwrap());
    let mut build = {
        let file = file.clone();
        move || std::fs::read_to_string(&file).map_or_else(|_| bad(), |text| good(&text))
    };
    let mut events = connect(&server, "/_lerend/events", "Host: localhost\r\n");
    // Runs until the test ends, as it does until a process ends.
    let running = Arc::clone(&server);
    let files = Remembered::new(Disk::open(folder.path()).unwrap());
    std::thread::spawn(move || running.run(&watched, &files, &mut build, &|| false));
    let mut wait_for = |home: &str| {
        while !get(&server, "/").2.starts_with(home) {
            next_state(&mut events);
        }
    };
    wait_for("<body>een");
    std::fs::write(&file, "<body>twee</body>").unwrap();
    wait_for("<body>twee");
}

#[test]
fn files_that_are_made_later_stand_beside_the_site() {
    let server = server();
    let later = |text: &str| {
        let artifact = Artifact {
            path: OutPath::new("pagefind/pagefind.js").unwrap(),
            content: Content::Bytes(text.as_bytes().into()),
            claimed_by: None,
        };
        let memory = memory();
        let reading = Reading { files: &memory, earlier: None };
        Output::collect(vec![artifact], reading).unwrap().value
    };
    let version = |page: &str| page.split("data-version=").nth(1).map(str::to_owned);
    let before = version(&get(&server, "/").2);
    assert_eq!(get(&server, "/pagefind/pagefind.js").0, 404);
    server.show_beside(move || Some(later("een"))).join().unwrap();
    assert_eq!(get(&server, "/pagefind/pagefind.js").2, "een");
    // A new site keeps them, and they make no page reload.
    assert_eq!(version(&get(&server, "/").2), before);
    server.show(good("<body>anders</body>"));
    assert_eq!(get(&server, "/pagefind/pagefind.js").2, "een");
    // What is made in vain takes nothing away.
    server.show_beside(|| None).join().unwrap();
    assert_eq!(get(&server, "/pagefind/pagefind.js").2, "een");
}
