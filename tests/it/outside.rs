//! `check --external`, with a real program and a real host on this machine.

use std::fs;
use std::io::{BufRead, BufReader, Write};
use std::net::{TcpListener, TcpStream};
use std::path::Path;
use std::process::{Command, Output};
use std::sync::{Arc, Mutex};
use std::thread;

use lerend::base::Date;
use lerend::diag::Problem;
use lerend::diag::problem::{Doubt, Link};
use lerend::pipeline::{self, Options, Purpose, Reuse, Task};
use lerend::vfs::Env;
use lerend::web::{Answer, Http, Reply, Web};

/// A host that answers by the path, and what it was asked for.
struct Host {
    address: String,
    asked: Arc<Mutex<Vec<String>>>,
}

impl Host {
    fn new() -> Self {
        // The address that a preview has may stand in no text.
        let listener = TcpListener::bind("127.0.0.2:0").unwrap();
        let address = format!("http://{}", listener.local_addr().unwrap());
        let asked = Arc::new(Mutex::new(Vec::new()));
        let noted = Arc::clone(&asked);
        // It ends with the process.
        thread::spawn(move || {
            for stream in listener.incoming() {
                serve(stream.unwrap(), &noted);
            }
        });
        Self { address, asked }
    }

    fn at(&self, path: &str) -> String {
        format!("{}{path}", self.address)
    }

    /// What was asked for since the last time.
    fn asked(&self) -> Vec<String> {
        let mut asked = std::mem::take(&mut *self.asked.lock().unwrap());
        asked.sort();
        asked
    }
}

fn serve(mut stream: TcpStream, asked: &Mutex<Vec<String>>) {
    let mut lines = BufReader::new(stream.try_clone().unwrap()).lines();
    let first = lines.next().unwrap().unwrap();
    lines.take_while(|line| line.as_ref().is_ok_and(|line| !line.is_empty())).for_each(drop);
    let request = first.strip_suffix(" HTTP/1.1").unwrap();
    asked.lock().unwrap().push(request.to_owned());
    let (method, path) = request.split_once(' ').unwrap();
    let (status, location) = match path {
        _ if path.starts_with("/naar?") => (302, &path[6..]),
        "/te-vaak" => (429, ""),
        "/" | "/nieuw" | "/%C3%A9" => (200, ""),
        "/alleen-ophalen" => (if method == "HEAD" { 405 } else { 200 }, ""),
        "/verhuisd" => (301, "tussen"),
        "/tussen" => (308, "/nieuw"),
        "/even-elders" => (302, "/nieuw"),
        "/rond" => (301, "/rond"),
        "/dicht" => (403, ""),
        "/stuk" => (500, ""),
        _ => (404, ""),
    };
    let location =
        if location.is_empty() { String::new() } else { format!("Location: {location}\r\n") };
    let reply = format!(
        "HTTP/1.1 {status} x\r\n{location}Content-Length: 0\r\nConnection: close\r\n\r\n"
    );
    stream.write_all(reply.as_bytes()).unwrap();
}

#[test]
fn what_a_host_answers_is_what_a_reader_would_find() {
    let host = Host::new();
    let web = Http::default();
    let cases = [
        ("/", Answer::Found),
        ("/#kop", Answer::Found),
        ("/é", Answer::Found),
        ("/alleen-ophalen", Answer::Found),
        ("/verhuisd#kop", Answer::Moved(host.at("/nieuw"))),
        ("/even-elders", Answer::Found),
        ("/rond", Answer::Unsure(Doubt::Redirects)),
        ("/dicht", Answer::Unsure(Doubt::Status(403))),
        ("/stuk", Answer::Unsure(Doubt::Status(500))),
        ("/weg", Answer::Gone(404)),
        ("/te-vaak", Answer::Unsure(Doubt::Status(429))),
    ];
    for (path, expected) in cases {
        assert_eq!(web.reply(&host.at(path)).answer, expected, "{path}");
    }
    let asked = host.asked();
    assert!(!asked.contains(&"GET /te-vaak".to_owned()), "it asked for patience");
}

#[test]
fn a_host_that_takes_no_connection_says_nothing() {
    let listener = TcpListener::bind("127.0.0.2:0").unwrap();
    let address = format!("http://{}/", listener.local_addr().unwrap());
    drop(listener);
    let web = Http::default();
    let silent = Answer::Unsure(Doubt::NoConnection);
    assert_eq!(web.reply(&address), Reply { answer: silent.clone(), is_of_asked: true });
    assert_eq!(web.reply("https://a b.nl/").answer, Answer::Unsure(Doubt::Other));
    // A redirect to it says nothing of the host that redirects.
    let host = Host::new();
    let reply = web.reply(&host.at(&format!("/naar?{address}")));
    assert_eq!(reply, Reply { answer: silent, is_of_asked: false });
}

/// A site with a page that has these words.
fn site(text: &str) -> tempfile::TempDir {
    let folder = tempfile::tempdir().unwrap();
    let put = |path: &str, text: &str| {
        let path = folder.path().join(path);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(path, text).unwrap();
    };
    put("content/site.yaml", "title: Proef\nbase-url: https://proef.example/\nlanguage: nl\n");
    put("content/pages/bronnen.md", &format!("---\ntitle: Bronnen\n---\n\n{text}\n"));
    folder
}

fn check(site: &Path, more: &[&str]) -> (Output, String) {
    let output = Command::new(env!("CARGO_BIN_EXE_lerend"))
        .args(["--root", site.to_str().unwrap(), "--format", "concise"])
        .args(["check", "--external"])
        .args(more)
        .env("HOME", site)
        .env_remove("SOURCE_DATE_EPOCH")
        .output()
        .unwrap();
    let said = String::from_utf8(output.stderr.clone()).unwrap();
    let said = said.lines().filter(|line| line.contains("[link/") || line.contains("[host/"));
    let said = said.collect::<Vec<_>>().join("\n");
    (output, said)
}

#[test]
fn links_to_other_sites_are_followed_and_remembered() {
    let host = Host::new();
    let text = format!(
        "Zie [een]({0}/), [twee]({0}/weg), [drie]({0}/verhuisd), [vier]({0}/dicht) en\n\
         nog eens [twee]({0}/weg).",
        host.address
    );
    let folder = site(&text);
    let (output, said) = check(folder.path(), &["--date", "2026-03-01"]);
    assert_eq!(output.status.code(), Some(0), "{said}");
    let at = &host.address;
    let lines: Vec<&str> = said.lines().collect();
    let (first, second) = (&text.lines().next().unwrap(), &text.lines().nth(1).unwrap());
    let column = |line: &str, path: &str| {
        line.find(&format!("{at}{path})")).map(|found| found + 1).unwrap()
    };
    let path = "content/pages/bronnen.md";
    let expected = [
        format!(
            "{path}:5:{}: waarschuwing[link/gone]: `{at}/weg` is er niet meer: die site antwoordt met 404",
            column(first, "/weg")
        ),
        format!(
            "{path}:5:{}: tip[link/moved]: `{at}/verhuisd` is voorgoed verhuisd naar `{at}/nieuw`",
            column(first, "/verhuisd")
        ),
        format!(
            "{path}:5:{}: tip[link/no-answer]: of `{at}/dicht` werkt, is niet te zeggen: die site laat alleen mensen of ingelogde lezers toe (403)",
            column(first, "/dicht")
        ),
        format!(
            "{path}:6:{}: waarschuwing[link/gone]: `{at}/weg` is er niet meer: die site antwoordt met 404",
            column(second, "/weg")
        ),
    ];
    assert_eq!(lines, expected);
    host.asked();
    // What was found is believed for a week, for whatever day the site is built; the rest is
    // asked for again.
    let (_, again) = check(folder.path(), &["--date", "2026-06-08"]);
    assert_eq!(again, said);
    assert_eq!(host.asked(), ["GET /dicht", "GET /weg", "HEAD /dicht", "HEAD /weg"]);
    // Nothing is remembered where nothing is to be kept.
    check(folder.path(), &["--date", "2026-03-09", "--cold"]);
    assert!(host.asked().contains(&"HEAD /".to_owned()));
    let (output, _) = check(folder.path(), &["--strict"]);
    assert_eq!(output.status.code(), Some(1));
}

#[test]
fn what_worked_is_believed_for_a_week_of_the_clock() {
    let host = Host::new();
    let folder = site(&format!("Zie [een]({0}/) en [twee]({0}/stuk).", host.address));
    let date = |text: &str| Date::parse_iso(text).unwrap();
    let env = Env::fixed(date("2026-03-01"));
    let store = Reuse::Store(folder.path().join(".lerend"));
    let options = Options { reuse: store, ..Options::new(folder.path(), Purpose::Check) };
    let told = |today: &str| {
        let task = Task { options: &options, env: &env };
        let mut built = pipeline::build(task).unwrap();
        pipeline::follow(&mut built, task, &Http::default(), date(today));
        let doubts = built.diags.into_iter().filter_map(|diag| match diag.problem {
            Problem::Link(Link::NoAnswer { address, seen, .. }) => Some((address, seen)),
            _ => None,
        });
        (doubts.collect::<Vec<_>>(), host.asked().contains(&"HEAD /".to_owned()))
    };
    let doubt = vec![(host.at("/stuk"), None)];
    assert_eq!(told("2026-11-01"), (doubt.clone(), true));
    assert_eq!(told("2026-11-08"), (doubt.clone(), false));
    assert_eq!(told("2026-11-09"), (doubt, true));
}

#[test]
fn a_site_says_how_grave_a_dead_link_is() {
    let host = Host::new();
    let folder = site(&format!("Zie [een]({}/weg).", host.address));
    let yaml = folder.path().join("content/site.yaml");
    let text = fs::read_to_string(&yaml).unwrap();
    fs::write(&yaml, format!("{text}severity:\n  link/gone: error\n")).unwrap();
    assert_eq!(check(folder.path(), &[]).0.status.code(), Some(1));
    fs::write(&yaml, format!("{text}severity:\n  link/gone: off\n")).unwrap();
    let (output, said) = check(folder.path(), &[]);
    assert_eq!((output.status.code(), said.as_str()), (Some(0), ""));
}

#[test]
fn a_machine_without_a_connection_is_told_once() {
    let listeners =
        [TcpListener::bind("127.0.0.2:0").unwrap(), TcpListener::bind("127.0.0.2:0").unwrap()];
    let addresses = listeners.each_ref().map(|own| own.local_addr().unwrap().to_string());
    drop(listeners);
    let [one, other] = addresses;
    let folder = site(&format!("Zie [een](http://{one}/) en [twee](http://{other}/)."));
    let (output, said) = check(folder.path(), &[]);
    assert_eq!(output.status.code(), Some(0));
    assert_eq!(
        said,
        "waarschuwing[host/no-web]: geen enkele andere site antwoordt: 2 adressen zijn niet nagekeken"
    );
}

/// A web in which these addresses alone lead to something.
struct Known(&'static [&'static str]);

impl Web for Known {
    fn reply(&self, address: &str) -> Reply {
        let is_known = self.0.contains(&address);
        let answer = if is_known { Answer::Found } else { Answer::NoHost };
        Reply { answer, is_of_asked: true }
    }
}

#[test]
fn one_address_that_does_not_answer_is_gone_only_where_another_answers() {
    let folder = site("Zie [een](https://een.example/).");
    let env = Env::fixed(Date::parse_iso("2026-03-01").unwrap());
    let store = Reuse::Store(folder.path().join(".lerend"));
    let options = Options { reuse: store, ..Options::new(folder.path(), Purpose::Check) };
    let told = |web: Known| {
        let task = Task { options: &options, env: &env };
        let mut built = pipeline::build(task).unwrap();
        pipeline::follow(&mut built, task, &web, Date::parse_iso("2026-03-01").unwrap());
        let codes = built.diags.iter().map(|diag| diag.problem.code().name);
        codes
            .filter(|own| own.starts_with("link/") || *own == "host/no-web")
            .collect::<Vec<_>>()
    };
    assert_eq!(told(Known(&[])), ["host/no-web"]);
    assert_eq!(told(Known(&["https://een.example/"])), [""; 0]);
    let page = folder.path().join("content/pages/bronnen.md");
    let text = fs::read_to_string(&page).unwrap();
    fs::write(&page, format!("{text}\nEn [twee](https://twee.example/).\n")).unwrap();
    assert_eq!(told(Known(&["https://een.example/"])), ["link/gone"]);
    assert_eq!(told(Known(&[])), ["host/no-web"]);
}
