//! Makes large sites, builds them cold, warm and after one edit, and prints what that took.
//!
//! ```sh
//! cargo run --release --manifest-path benches/sites/Cargo.toml -- 1000 10000 50000
//! cargo run --release --manifest-path benches/sites/Cargo.toml -- 10000 --versus
//! cargo run --release --manifest-path benches/sites/Cargo.toml -- 10000 --serve
//! ```

mod corpus;
mod dice;
mod floor;
mod measure;
mod peers;
mod serve;
mod table;
mod words;

use std::path::{Path, PathBuf};
use std::process::ExitCode;

use corpus::Mix;

const USAGE: &str =
    "usage: sites [DOCUMENTS]... [--versus | --serve] [--runs N] [--folder DIR] [--program FILE]
       sites corpus DOCUMENTS DIR [--versus]   only makes the content
       sites floor CONTENT OUT                 the least a generator does

--versus   builds the same texts with the floor, and with hugo, zola and eleventy where they are
           installed, and prints ratios
--serve    serves the same texts, saves one N times (25), and prints how soon that is seen";

/// How often a document is saved.
const SAVES: usize = 25;

/// What was asked for.
struct Asked {
    counts: Vec<usize>,
    versus: bool,
    serve: bool,
    runs: usize,
    folder: PathBuf,
    program: PathBuf,
}

fn main() -> ExitCode {
    let args: Vec<String> = std::env::args().skip(1).collect();
    let words: Vec<&str> = args.iter().map(String::as_str).collect();
    let done = match words.as_slice() {
        ["floor", content, out] => floor::run(Path::new(content), Path::new(out)),
        ["corpus", count, folder, rest @ ..] => match count.parse() {
            Ok(count) => corpus::write(Path::new(folder), count, mix(rest == ["--versus"])),
            Err(_) => return usage(),
        },
        _ => match asked(&words) {
            Some(asked) => run(&asked),
            None => return usage(),
        },
    };
    match done {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("{error}");
            ExitCode::FAILURE
        }
    }
}

fn usage() -> ExitCode {
    eprintln!("{USAGE}");
    ExitCode::from(2)
}

fn mix(versus: bool) -> Mix {
    if versus { Mix::Plain } else { Mix::Real }
}

fn asked(words: &[&str]) -> Option<Asked> {
    let project = Path::new(env!("CARGO_MANIFEST_DIR")).join("../..");
    let mut asked = Asked {
        counts: Vec::new(),
        versus: false,
        serve: false,
        runs: 5,
        folder: std::env::temp_dir().join("lerend-sites"),
        program: project.join("target/release/lerend"),
    };
    let mut words = words.iter();
    while let Some(word) = words.next() {
        match *word {
            "--versus" => asked.versus = true,
            "--serve" => (asked.serve, asked.runs) = (true, SAVES),
            "--runs" => asked.runs = words.next()?.parse().ok()?,
            // Programs are run in a folder of their own.
            "--folder" => asked.folder = std::path::absolute(words.next()?).ok()?,
            "--program" => asked.program = PathBuf::from(words.next()?),
            count => asked.counts.push(count.parse().ok()?),
        }
    }
    if asked.counts.is_empty() {
        asked.counts.push(1000);
    }
    Some(asked)
}

fn run(asked: &Asked) -> std::io::Result<()> {
    if !asked.program.is_file() {
        let missing =
            format!("{} is not there: cargo build --release", asked.program.display());
        return Err(std::io::Error::other(missing));
    }
    let program = asked.program.canonicalize()?;
    if asked.serve {
        return serve(asked, &program);
    }
    let mut table = table::Table::default();
    for count in &asked.counts {
        let folder = asked.folder.join(format!("{}-{count}", mix(asked.versus).name()));
        corpus::write(&folder.join("lerend"), *count, mix(asked.versus))?;
        let found = if asked.versus { peers::write(&folder, *count)? } else { Vec::new() };
        for _ in 0..asked.runs {
            let beside: &[&str] =
                if asked.versus { &["--no-search", "--no-images"] } else { &[] };
            for (what, run) in measure::ours(&program, &folder.join("lerend"), beside)? {
                table.add(*count, "lerend", what, run);
            }
            for peer in &found {
                table.add(*count, peer.name(), "cold", peer.run(&folder)?);
            }
        }
        measure::clear(&folder.join("lerend"))?;
        for peer in &found {
            measure::clear(&folder.join(peer.name()))?;
        }
        print!("{}", table.of(*count, asked.versus));
    }
    Ok(())
}

fn serve(asked: &Asked, program: &Path) -> std::io::Result<()> {
    for count in &asked.counts {
        let root = asked.folder.join(format!("serve-{count}"));
        corpus::write(&root, *count, Mix::Plain)?;
        print!("\n{count} documents\n{}", serve::measure(program, &root, asked.runs)?);
    }
    Ok(())
}
