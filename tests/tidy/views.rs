//! What the makers of themes read is what templates see. `UPDATE=1 cargo test --test tidy views`
//! writes the fields anew.

use std::fmt::Write as _;
use std::fs;

use super::{no_breach, program, source};

const FIELDS: &str = "themes/FIELDS.md";
const VIEWS: &str = "src/render/outputs/view/";
const ABOUT: &str = "# What a template sees

Every template of a page sees a [Sheet](#sheet): `root`, `frame` and `page`. What `page` is depends on the kind of page:
";

const BARE: &str = "
These see their view and nothing around it: `{{ title }}`, and no `page` or `frame`.
";

/// A struct of the views.
struct View {
    name: String,
    words: String,
    /// Name, type and words of each field.
    fields: Vec<[String; 3]>,
}

/// The views of a source file. Each ends with a brace at the start of a line.
fn views(text: &str) -> Vec<View> {
    let mut found: Vec<View> = Vec::new();
    let mut words: Vec<&str> = Vec::new();
    let mut is_inside = false;
    for line in text.lines() {
        let bare = line.trim();
        if let Some(said) = bare.strip_prefix("/// ") {
            words.push(said);
        } else if let Some(rest) = bare.strip_prefix("pub struct ") {
            let name = rest.split(['<', '(', ' ']).next().unwrap_or_default().to_owned();
            found.push(View { name, words: words.join(" "), fields: Vec::new() });
            is_inside = bare.ends_with('{');
        } else if let Some((name, kind)) =
            bare.strip_prefix("pub ").and_then(|own| own.split_once(": ")).filter(|_| is_inside)
        {
            let field = [name.to_owned(), typed(kind.trim_end_matches(',')), words.join(" ")];
            found.last_mut().expect("a struct around it").fields.push(field);
        }
        is_inside &= line != "}";
        if !bare.starts_with("///") && !bare.starts_with("#[") {
            words.clear();
        }
    }
    found.retain(|view| !view.fields.is_empty());
    found
}

/// A type in the words of who writes templates.
fn typed(kind: &str) -> String {
    let inside = |name: &str| kind.strip_prefix(name)?.strip_prefix('<')?.strip_suffix('>');
    if let Some(kind) = inside("Option") {
        return format!("{} or nothing", typed(kind));
    }
    if let Some(kind) = inside("Vec") {
        return format!("list of {}", typed(kind));
    }
    if let Some(kind) = inside("BTreeMap") {
        return format!("{} by name", typed(kind.trim_start_matches("String, ")));
    }
    if let Some((name, of)) = kind.trim_end_matches('>').split_once('<') {
        return format!("{} of {}", typed(name), typed(of));
    }
    match kind {
        "String" => "text".to_owned(),
        "bool" => "true or false".to_owned(),
        "usize" | "u32" => "number".to_owned(),
        "Html" => "HTML, shown with `safe`".to_owned(),
        "Setting" => "text, true or false, or [Picture](#picture)".to_owned(),
        "Shared" => typed("Site"),
        "T" | "V" => "what it is made for".to_owned(),
        view => format!("[{view}](#{})", view.to_lowercase()),
    }
}

/// The tables of which template sees what: those of pages, and those of what stands in no frame.
fn templates() -> String {
    let front = source::read(&format!("{VIEWS}mod.rs"));
    let rows = front.lines().filter_map(|line| line.strip_prefix("//! |"));
    let row = |row: &str| {
        let (templates, views) = row.trim_end_matches('|').split_once('|').unwrap_or_default();
        let views: Vec<String> = views.trim().split(", ").map(named).collect();
        format!("|{templates}| {} |\n", views.join(", "))
    };
    let (pages, bare): (Vec<&str>, Vec<&str>) = rows.partition(|row| !is_bare(row));
    let table = |rows: Vec<&str>| rows.into_iter().map(row).collect::<String>();
    // The head of the table stands among the rows.
    let head: String = pages.iter().take(2).map(|own| row(own)).collect();
    format!("{}{BARE}\n{head}{}", table(pages), table(bare))
}

fn is_bare(row: &str) -> bool {
    row.contains('`') && !row.contains("Sheet<")
}

/// A view as the table of templates names it, with the way to its fields.
fn named(view: &str) -> String {
    let name = view.trim_matches('`').trim_start_matches("Sheet<").trim_end_matches('>');
    let is_view = view.starts_with('`');
    if is_view { typed(name) } else { name.to_owned() }
}

/// Words about a field without those of Rust.
fn said(words: &str) -> String {
    words.replace("[`", "`").replace("`]", "`").replace("`None`", "nothing").replace('|', "\\|")
}

fn text() -> String {
    let files = program().into_iter().filter(|file| file.path.starts_with(VIEWS));
    let mut views: Vec<View> = files.flat_map(|file| views(&file.text)).collect();
    views.sort_by(|a, b| a.name.cmp(&b.name));
    let mut out = format!("{ABOUT}\n{}", templates());
    for view in views {
        let _ = write!(out, "\n## {}\n\n{}\n\n", view.name, said(&view.words));
        out += "| field | is | means |\n| --- | --- | --- |\n";
        for [name, kind, words] in view.fields {
            let _ = writeln!(out, "| `{name}` | {kind} | {} |", said(&words));
        }
    }
    out
}

#[test]
fn the_makers_of_themes_read_which_fields_there_are() {
    let text = text();
    if std::env::var_os("UPDATE").is_some() {
        fs::write(source::project().join(FIELDS), text).expect("the folder of the themes");
    } else {
        let is_same = source::read(FIELDS) == text;
        assert!(is_same, "{FIELDS} is not that of the views; run with UPDATE=1");
    }
}

#[test]
fn the_texts_that_the_makers_of_themes_read_of_are_there() {
    let readme = source::read("themes/README.md");
    let texts = source::read("themes/default/i18n/en.yaml");
    let ends = |own: char| !own.is_ascii_alphanumeric() && own != '_';
    let named = readme.split(['{', '(', '=', ' ']).filter_map(|own| own.strip_prefix("t."));
    let keys = named.filter_map(|own| own.split(ends).next()).filter(|own| !own.is_empty());
    let is_missing = |key: &&str| !texts.lines().any(|own| own.starts_with(&format!("{key}:")));
    let missing: Vec<String> = keys.clone().filter(is_missing).map(str::to_owned).collect();
    assert!(keys.count() > 2);
    no_breach("themes/README.md shows texts that there are", &missing);
}

#[test]
fn the_makers_of_themes_read_which_filters_there_are() {
    let filters = source::read("src/render/outputs/templates/filters.rs");
    let registered = filters.split("register_filter(\"").skip(1);
    let names: Vec<&str> = registered.filter_map(|rest| rest.split('"').next()).collect();
    let readme = source::read("themes/README.md");
    let is_missing = |name: &&&str| !readme.contains(&format!("| `{name}` |"));
    let missing: Vec<String> =
        names.iter().filter(is_missing).map(|name| format!("`{name}`")).collect();
    assert!(!names.is_empty());
    no_breach("themes/README.md has a row for each filter", &missing);
}
