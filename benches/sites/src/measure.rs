//! Runs a program and says what it took.

use std::fs;
use std::io;
use std::path::Path;
use std::process::{Command, Stdio};
use std::time::{Duration, Instant};

use crate::peers;

/// What a run took, and what it left.
#[derive(Debug, Clone, Copy, Default)]
pub struct Run {
    /// User and system time, in seconds.
    pub cpu: f64,
    /// Seconds on the clock.
    pub wall: f64,
    /// The most memory it had, in megabytes.
    pub peak: f64,
    /// Files in the output folder.
    pub files: u64,
    /// Their bytes.
    pub bytes: u64,
}

/// How often the system counts time, per second; the same on every Linux.
const TICKS: f64 = 100.0;

/// Runs a command until it ends; one that fails is an error with what it said.
pub fn run(command: &mut Command, output: &Path) -> io::Result<Run> {
    let start = Instant::now();
    let log = output.with_extension("log");
    let out = fs::File::create(&log)?;
    let mut child =
        command.stdout(out.try_clone()?).stderr(out).stdin(Stdio::null()).spawn()?;
    let process = format!("/proc/{}", child.id());
    let mut run = Run::default();
    loop {
        run.peak = run.peak.max(peak(&process).unwrap_or(0.0));
        let (ended, cpu) = times(&process).unwrap_or((true, run.cpu));
        run.cpu = cpu;
        if ended {
            break;
        }
        std::thread::park_timeout(Duration::from_millis(2));
    }
    let status = child.wait()?;
    run.wall = start.elapsed().as_secs_f64();
    if !status.success() {
        let said = fs::read_to_string(&log).unwrap_or_default();
        let last: Vec<&str> = said.lines().rev().take(20).collect();
        let last: Vec<&str> = last.into_iter().rev().collect();
        return Err(io::Error::other(format!("{command:?} failed:\n{}", last.join("\n"))));
    }
    for entry in walkdir::WalkDir::new(output).into_iter().flatten() {
        if let Ok(found) = entry.metadata()
            && found.is_file()
        {
            run.files += 1;
            run.bytes += found.len();
        }
    }
    Ok(run)
}

/// Whether a process has ended and is not yet forgotten, and its time so far in seconds.
fn times(process: &str) -> Option<(bool, f64)> {
    let stat = fs::read_to_string(format!("{process}/stat")).ok()?;
    let fields: Vec<&str> = stat.rsplit_once(')')?.1.split_whitespace().collect();
    let ticks = |at: usize| fields.get(at)?.parse::<f64>().ok();
    Some((*fields.first()? == "Z", (ticks(11)? + ticks(12)?) / TICKS))
}

/// The most memory a process has had, in megabytes.
fn peak(process: &str) -> Option<f64> {
    status(process, "VmHWM:")
}

/// The memory that a process has, in megabytes.
pub fn memory(process: &str) -> Option<f64> {
    status(process, "VmRSS:")
}

fn status(process: &str, key: &str) -> Option<f64> {
    let status = fs::read_to_string(format!("{process}/status")).ok()?;
    let line = status.lines().find_map(|line| line.strip_prefix(key))?;
    Some(line.trim().strip_suffix(" kB")?.parse::<f64>().ok()? * 1024.0 / 1e6)
}

/// How long a file has to stand before it counts as one that nobody is writing.
const SETTLED: Duration = Duration::from_secs(3);

/// Builds our site cold, warm without a change, after another text and after another title.
/// `beside` names what the other generators do not make: it is left out, and made in a build of
/// its own. Two more builds have templates as plain as theirs, one of them with an index for search.
pub fn ours(
    program: &Path,
    root: &Path,
    beside: &[&str],
) -> io::Result<Vec<(&'static str, Run)>> {
    let public = root.join("public");
    let forget = || {
        ["public", ".public-lerend", ".lerend"].iter().try_for_each(|own| set_aside(root, own))
    };
    let build = |options: &[&str]| {
        let mut command = Command::new(program);
        command.arg("--root").arg(root).args(["build", "--date", "2026-11-23"]).args(options);
        run(command.env("LANG", "C"), &public)
    };
    forget()?;
    peers::remove_plain(root)?;
    std::thread::sleep(SETTLED);
    let mut runs = vec![("cold", build(beside)?), ("warm", build(beside)?)];
    edit(root, |text| text)?;
    runs.push(("one text", build(beside)?));
    edit(root, titled)?;
    runs.push(("one edit", build(beside)?));
    if !beside.is_empty() {
        forget()?;
        runs.push(("cold, with search and cards", build(&[])?));
        forget()?;
        peers::put_plain(root)?;
        runs.push(("cold, pages as theirs", build(beside)?));
        forget()?;
        runs.push(("cold, as theirs with search", build(NO_CARDS)?));
        peers::remove_plain(root)?;
    }
    Ok(runs)
}

/// Another sentence at the end of one factsheet, and what `change` makes of the rest.
fn edit(root: &Path, change: impl FnOnce(String) -> String) -> io::Result<()> {
    let path = root.join("content/factsheets/d-000010.md");
    let text = change(fs::read_to_string(&path)?);
    fs::write(&path, format!("{text}\nNog een zin.\n"))
}

/// With another title; with its own again when it had another.
fn titled(text: String) -> String {
    match text.replacen("title: \"Anders: ", "title: \"", 1) {
        same if same == text => text.replacen("title: \"", "title: \"Anders: ", 1),
        back => back,
    }
}

/// What leaves the drawn cards out and makes the index.
const NO_CARDS: &[&str] = &["--no-images"];

/// Where folders wait until nothing is measured any more.
const ASIDE: &str = "aside";

/// Takes a folder of a site that may not be there out of the way. A file system that has just
/// forgotten thousands of files is slow to make new ones, which would count as time of the
/// program that is measured next.
pub fn set_aside(site: &Path, name: &str) -> io::Result<()> {
    let aside = site.join(ASIDE);
    fs::create_dir_all(&aside)?;
    let number = fs::read_dir(&aside)?.count();
    match fs::rename(site.join(name), aside.join(number.to_string())) {
        Err(error) if error.kind() == io::ErrorKind::NotFound => Ok(()),
        done => done,
    }
}

/// Removes what was set aside.
pub fn clear(site: &Path) -> io::Result<()> {
    remove(&site.join(ASIDE))
}

/// Removes a folder that may not be there.
pub fn remove(folder: &Path) -> io::Result<()> {
    match fs::remove_dir_all(folder) {
        Err(error) if error.kind() == io::ErrorKind::NotFound => Ok(()),
        done => done,
    }
}
