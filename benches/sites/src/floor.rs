//! The least that a generator does: read every text, draw its Markdown, write a file.

use std::fs;
use std::io;
use std::path::{Path, PathBuf};

use pulldown_cmark::{Options, Parser, html};
use rayon::prelude::*;

/// Draws every `.md` below a folder into another one.
pub fn run(content: &Path, out: &Path) -> io::Result<()> {
    let entries = walkdir::WalkDir::new(content).into_iter().flatten();
    let files: Vec<PathBuf> = entries
        .map(walkdir::DirEntry::into_path)
        .filter(|path| path.extension().is_some_and(|ending| ending == "md"))
        .collect();
    files.par_iter().try_for_each(|path| {
        let text = fs::read_to_string(path)?;
        let head = text.strip_prefix("---\n").and_then(|rest| rest.split_once("\n---\n"));
        let body = head.map_or(text.as_str(), |(_, body)| body);
        let options = Options::ENABLE_TABLES | Options::ENABLE_FOOTNOTES;
        let mut page = String::with_capacity(body.len() * 3 / 2);
        page.push_str("<!DOCTYPE html><html lang=nl><meta charset=utf-8><title>x</title>");
        html::push_html(&mut page, Parser::new_ext(body, options));
        let below = path.strip_prefix(content).unwrap_or(path).with_extension("");
        let folder = out.join(below);
        fs::create_dir_all(&folder)?;
        fs::write(folder.join("index.html"), page)
    })
}
