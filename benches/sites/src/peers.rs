//! The same texts for other generators: pages, lists of fifty, terms, a feed, and links that
//! are looked up where the generator can do that.

use std::fmt::Write as _;
use std::fs;
use std::io;
use std::path::{Path, PathBuf};
use std::process::Command;

use rayon::prelude::*;

use crate::corpus::{About, Mix, about, id};
use crate::measure::{self, Run, remove, set_aside};

/// Another generator.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Peer {
    /// Read, draw, write.
    Floor,
    /// On the `PATH`.
    Hugo,
    /// On the `PATH`.
    Zola,
    /// Below `node_modules` of this folder or of the folder of the sites: its command.
    Eleventy(PathBuf),
}

impl Peer {
    /// Its name in tables.
    pub fn name(&self) -> &'static str {
        match self {
            Self::Floor => "floor",
            Self::Hugo => "hugo",
            Self::Zola => "zola",
            Self::Eleventy(_) => "eleventy",
        }
    }

    /// Builds its site anew.
    pub fn run(&self, folder: &Path) -> io::Result<Run> {
        let site = folder.join(self.name());
        let out = site.join("out");
        for made in ["out", "resources"] {
            set_aside(&site, made)?;
        }
        let mut command = match self {
            Self::Floor => {
                let mut command = Command::new(std::env::current_exe()?);
                command.arg("floor").arg(folder.join("lerend/content")).arg(&out);
                command
            }
            Self::Hugo => {
                let mut command = Command::new("hugo");
                command.args(["--quiet", "--noBuildLock", "--destination", "out"]);
                command
            }
            Self::Zola => {
                let mut command = Command::new("zola");
                command.args(["build", "--output-dir", "out"]);
                command
            }
            Self::Eleventy(script) => {
                let mut command = Command::new("node");
                command.arg(script).args(["--quiet", "--output", "out"]);
                command
            }
        };
        measure::run(command.current_dir(&site), &out)
    }
}

/// Writes the sites of the generators that are there, and says which these are.
pub fn write(folder: &Path, documents: usize) -> io::Result<Vec<Peer>> {
    let mut found = vec![Peer::Floor];
    fs::create_dir_all(folder.join("floor"))?;
    for peer in [Peer::Hugo, Peer::Zola].into_iter().chain(eleventy(folder)) {
        if !is_there(&peer) {
            eprintln!("{} is not installed and left out", peer.name());
            continue;
        }
        let site = folder.join(peer.name());
        if !site.join("made").exists() {
            remove(&site)?;
            for (path, text) in frame(&peer) {
                put(&site.join(path), &text)?;
            }
            for section in ["factsheets", "stories"] {
                fs::create_dir_all(site.join("content").join(section))?;
            }
            (0..documents).into_par_iter().try_for_each(|at| {
                let path = format!("content/{}/{}.md", Mix::Plain.kind(at), id(at));
                fs::write(site.join(path), text(&peer, at, documents))
            })?;
            fs::write(site.join("made"), "")?;
        }
        if let Peer::Eleventy(script) = &peer
            && let Some(modules) =
                script.ancestors().find(|path| path.ends_with("node_modules"))
            && !site.join("node_modules").exists()
        {
            std::os::unix::fs::symlink(modules, site.join("node_modules"))?;
        }
        found.push(peer);
    }
    Ok(found)
}

fn is_there(peer: &Peer) -> bool {
    let program = match peer {
        Peer::Floor => return true,
        Peer::Hugo => "hugo",
        Peer::Zola => "zola",
        Peer::Eleventy(_) => "node",
    };
    let argument = if *peer == Peer::Hugo { "version" } else { "--version" };
    Command::new(program).arg(argument).output().is_ok_and(|out| out.status.success())
}

fn eleventy(folder: &Path) -> Option<Peer> {
    let here = Path::new(env!("CARGO_MANIFEST_DIR"));
    let around = folder.parent().unwrap_or(folder);
    let script = "node_modules/@11ty/eleventy/cmd.cjs";
    let found =
        [here, around].into_iter().map(|place| place.join(script)).find(|p| p.is_file());
    if found.is_none() {
        eprintln!("eleventy is not installed and left out");
    }
    found.map(Peer::Eleventy)
}

fn put(path: &Path, text: &str) -> io::Result<()> {
    fs::create_dir_all(path.parent().unwrap_or(path))?;
    fs::write(path, text)
}

fn text(peer: &Peer, document: usize, documents: usize) -> String {
    let About { title, summary, date, regions, topics, mut writer } = about(document);
    let names = |word: &str, numbers: &[usize]| {
        let names: Vec<String> =
            numbers.iter().map(|own| format!("\"{word} {own:02}\"")).collect();
        format!("[{}]", names.join(", "))
    };
    let (regions, topics) = (names("Regio", &regions), names("Onderwerp", &topics));
    let mut head = format!("title: \"{title}\"\ndate: {date}\ndescription: \"{summary}\"\n");
    let _ = match peer {
        Peer::Zola => write!(head, "taxonomies:\n  regions: {regions}\n  topics: {topics}\n"),
        _ => write!(head, "regions: {regions}\ntopics: {topics}\n"),
    };
    let link = |other: usize| {
        let path = format!("{}/{}", Mix::Plain.kind(other), id(other));
        match peer {
            Peer::Zola => format!("@/{path}.md"),
            Peer::Hugo => format!("{{{{< relref \"/{path}.md\" >}}}}"),
            Peer::Eleventy(_) | Peer::Floor => format!("/{path}/"),
        }
    };
    format!("---\n{head}---\n\n{}", writer.body(document, documents, &link))
}

/// Settings and templates.
fn frame(peer: &Peer) -> Vec<(&'static str, String)> {
    match peer {
        Peer::Floor => Vec::new(),
        Peer::Hugo => own(&[
            ("hugo.toml", include_str!("../peers/hugo/hugo.toml")),
            ("content/_index.md", "---\ntitle: Start\n---\n"),
            ("content/factsheets/_index.md", "---\ntitle: Factsheets\n---\n"),
            ("content/stories/_index.md", "---\ntitle: Verhalen\n---\n"),
            ("layouts/baseof.html", include_str!("../peers/hugo/baseof.html")),
            ("layouts/home.html", include_str!("../peers/hugo/home.html")),
            ("layouts/page.html", include_str!("../peers/hugo/page.html")),
            ("layouts/section.html", include_str!("../peers/hugo/list.html")),
            ("layouts/term.html", include_str!("../peers/hugo/list.html")),
            ("layouts/taxonomy.html", include_str!("../peers/hugo/taxonomy.html")),
            ("layouts/_partials/item.html", include_str!("../peers/hugo/item.html")),
        ]),
        Peer::Zola => own(&[
            ("config.toml", include_str!("../peers/zola/config.toml")),
            ("content/_index.md", "---\ntitle: Start\nsort_by: date\n---\n"),
            (
                "content/factsheets/_index.md",
                "---\ntitle: Factsheets\nsort_by: date\npaginate_by: 50\n---\n",
            ),
            (
                "content/stories/_index.md",
                "---\ntitle: Verhalen\nsort_by: date\npaginate_by: 50\n---\n",
            ),
            ("templates/base.html", include_str!("../peers/zola/base.html")),
            ("templates/macros.html", include_str!("../peers/zola/macros.html")),
            ("templates/index.html", include_str!("../peers/zola/index.html")),
            ("templates/page.html", include_str!("../peers/zola/page.html")),
            ("templates/section.html", include_str!("../peers/zola/section.html")),
            ("templates/taxonomy_list.html", include_str!("../peers/zola/taxonomy_list.html")),
            ("templates/taxonomy_single.html", include_str!("../peers/zola/section_term.html")),
        ]),
        Peer::Eleventy(_) => own(&[
            ("package.json", "{\"private\": true, \"type\": \"module\"}\n"),
            ("eleventy.config.js", include_str!("../peers/eleventy/eleventy.config.js")),
            ("includes/base.njk", include_str!("../peers/eleventy/base.njk")),
            ("includes/page.njk", include_str!("../peers/eleventy/page.njk")),
            ("content/content.json", "{\"layout\": \"page.njk\"}\n"),
            ("content/index.njk", include_str!("../peers/eleventy/home.njk")),
            ("content/factsheets.njk", &eleventy_list("factsheets")),
            ("content/stories.njk", &eleventy_list("stories")),
            ("content/regions.njk", &eleventy_list("regions")),
            ("content/topics.njk", &eleventy_list("topics")),
        ]),
    }
}

/// Where a site of ours has templates of its own.
const TEMPLATES: &str = "templates";

/// Gives a site of ours templates that show what those of the others show, and no more.
pub fn put_plain(root: &Path) -> io::Result<()> {
    let term = include_str!("../peers/lerend/term.html");
    for (name, text) in [
        ("base.html", include_str!("../peers/lerend/base.html")),
        ("pages/factsheet.html", include_str!("../peers/lerend/factsheet.html")),
        ("pages/story.html", include_str!("../peers/lerend/story.html")),
        ("pages/section.html", include_str!("../peers/lerend/section.html")),
        ("pages/topic.html", term),
        ("pages/region.html", term),
    ] {
        put(&root.join(TEMPLATES).join(name), text)?;
    }
    Ok(())
}

/// Takes them away again.
pub fn remove_plain(root: &Path) -> io::Result<()> {
    remove(&root.join(TEMPLATES))
}

/// The pages of one list; the settings cut it into pieces of fifty.
fn eleventy_list(name: &str) -> String {
    include_str!("../peers/eleventy/list.njk").replace("NAME", name)
}

fn own(files: &[(&'static str, &str)]) -> Vec<(&'static str, String)> {
    files.iter().map(|(path, text)| (*path, (*text).to_owned())).collect()
}
