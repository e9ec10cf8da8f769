//! A site that is made again and again in memory, as `serve` does, is that of a build from
//! nothing.

use std::collections::BTreeSet;
use std::path::Path;

use lerend::base::{Date, SourcePath};
use lerend::output::{Content, Output};
use lerend::pipeline::{self, Measure, Options, Pictures, Purpose, Rebuild, Reuse, Search};
use lerend::vfs::{Disk, Env, Files, Folder, Memory, Overlay};

use crate::incremental::{FACTSHEET, STORY};
use crate::site::site;

pub(crate) fn factsheets() -> Memory {
    let story = STORY.replace("TITEL", "Verhaal").replace("TEKST", "Tekst");
    site()
        .file("content/stories/a.md", story)
        .file("content/factsheets/f.md", FACTSHEET.replace("TITEL", "Blad"))
        .file("content/pages/los.md", "---\ntitle: Los\n---\nTekst.\n")
        .files()
}

fn is_new(output: &Output, path: &str) -> bool {
    matches!(output.get(path).unwrap().1.content, Content::Bytes(_) | Content::Squeezed(_))
}

/// The pages that were drawn.
fn drawn(output: &Output) -> usize {
    let pages = output.files().filter(|(path, _)| path.as_str().ends_with("index.html"));
    pages.filter(|(path, _)| is_new(output, path.as_str())).count()
}

#[test]
fn in_memory_only_pages_that_show_an_edit_are_made_again() {
    let mut files = factsheets();
    let options = Options::new(".", Purpose::Check);
    let env = Env::fixed(Date::new(2026, 11, 23).unwrap());
    let mut again = Rebuild::new(options, env).serving();
    let mut build = |files: &Memory| again.site(files).unwrap().output.unwrap();
    let first = build(&files);
    assert!(drawn(&first) > 20);
    assert_eq!(drawn(&build(&files)), 0);
    let edited = FACTSHEET.replace("TITEL", "Ander blad");
    files.insert(SourcePath::new("content/factsheets/f.md").unwrap(), edited.as_bytes());
    let second = build(&files);
    for path in
        ["factsheets/f/index.html", "factsheets/index.html", "regios/drenthe/index.html"]
    {
        assert!(is_new(&second, path), "{path}");
    }
    for path in ["los/index.html", "regios/zeeland/index.html"] {
        assert!(!is_new(&second, path), "{path}");
    }
    // As if it were made from nothing, and so is what is only made now.
    let clean = site_of(&files);
    let mut later = Vec::new();
    for ((path, own), (_, clean)) in second.files().zip(clean.files()) {
        assert!(own.content.bytes() == clean.content.bytes(), "{path}");
        if matches!(own.content, Content::Later(_)) {
            later.push(path.as_str());
        }
    }
    assert_eq!(second.files().len(), clean.files().len());
    assert!(later.contains(&"data/alle-factsheets.csv"), "{later:?}");
    let table = second.get("data/alle-factsheets.csv").unwrap().1.content.bytes().unwrap();
    assert!(String::from_utf8_lossy(&table).contains("Ander blad"));
}

#[test]
fn in_memory_the_page_of_a_source_comes_and_follows_what_rests_on_it() {
    let page = "bronnen/krant/index.html";
    let mut files = factsheets();
    let name = |n: usize| SourcePath::new(&format!("content/factsheets/g{n:02}.md")).unwrap();
    let sheet = |n: usize, more: &str| FACTSHEET.replace("TITEL", &format!("Blad {n}{more}"));
    for n in 0..9 {
        files.insert(name(n), sheet(n, "").as_bytes());
    }
    let options = Options::new(".", Purpose::Check);
    let env = Env::fixed(Date::new(2026, 11, 23).unwrap());
    let mut again = Rebuild::new(options, env);
    let mut build = |files: &Memory| {
        let output = again.site(files).unwrap().output.unwrap();
        assert!(site_of(files).same_bytes(&output));
        output
    };
    assert!(build(&files).get(page).is_none());
    files.insert(name(9), sheet(9, "").as_bytes());
    assert!(is_new(&build(&files), page));
    // The register names the newest ten: another eleventh changes the page of the source alone.
    files.insert(name(9), sheet(9, " anders").as_bytes());
    let renamed = build(&files);
    assert!(is_new(&renamed, page) && !is_new(&renamed, "bronnen/index.html"));
    files.insert(name(2), sheet(2, " anders").as_bytes());
    let renamed = build(&files);
    assert!(is_new(&renamed, page) && is_new(&renamed, "bronnen/index.html"));
}

#[test]
fn in_memory_the_sitemap_follows_days_of_change_and_no_titles() {
    let mut files = factsheets();
    let mut again = Rebuild::new(
        Options::new(".", Purpose::Check),
        Env::fixed(Date::new(2026, 11, 23).unwrap()),
    );
    let mut is_made = |title: &str, more: &str| {
        let sheet = FACTSHEET.replace("TITEL", &format!("{title}{more}"));
        files.insert(SourcePath::new("content/factsheets/f.md").unwrap(), sheet.as_bytes());
        let output = again.site(&files).unwrap().output.unwrap();
        assert!(site_of(&files).same_bytes(&output));
        is_new(&output, "sitemap.xml")
    };
    assert!(is_made("Blad", ""));
    assert!(!is_made("Ander blad", ""));
    assert!(is_made("Ander blad", "\nupdated: 2026-02-03"));
    assert!(!is_made("Nog een blad", "\nupdated: 2026-02-03"));
}

#[test]
fn in_memory_a_translation_of_a_withdrawn_page_stays_away_and_costs_nothing() {
    let page = |more: &str| format!("---\ntitle: Weg\n{more}---\nKanarieTekst.\n");
    let mut files = site()
        .file(
            "content/site.yaml",
            "title: Proef\nlanguage: nl\nlanguages: [nl, en]\nbase-url: https://voorbeeld.example/\n",
        )
        .file("content/pages/weg.md", page("withdrawn: {date: 2026-02-01, reason: Op verzoek}\n"))
        .file("content/pages/weg.en.md", page(""))
        .file("content/pages/los.md", "---\ntitle: Los\n---\nTekst.\n")
        .files();
    let options = Options::new(".", Purpose::Check);
    let env = Env::fixed(Date::new(2026, 11, 23).unwrap());
    let mut again = Rebuild::new(options, env);
    let mut build = |files: &Memory| again.site(files).unwrap().output.unwrap();
    build(&files);
    files.insert(
        SourcePath::new("content/pages/los.md").unwrap(),
        b"---\ntitle: Los\n---\nAnders.\n".as_slice(),
    );
    let second = build(&files);
    assert!(is_new(&second, "los/index.html") && drawn(&second) < 4, "{}", drawn(&second));
    for (path, own) in second.files() {
        let bytes = own.content.bytes().unwrap_or_default();
        assert!(!String::from_utf8_lossy(&bytes).contains("KanarieTekst"), "{path}");
    }
}

fn site_of(files: &Memory) -> std::sync::Arc<Output> {
    let options = Options::new(".", Purpose::Check);
    let env = Env::fixed(Date::new(2026, 11, 23).unwrap());
    Rebuild::new(options, env).site(files).unwrap().output.unwrap()
}

#[test]
fn a_check_after_a_check_makes_no_page() {
    let folder = tempfile::tempdir().unwrap();
    let reuse = Reuse::Store(folder.path().join("store"));
    let options = Options { reuse, ..Options::new(".", Purpose::Check) };
    let env = Env::fixed(Date::new(2026, 11, 23).unwrap());
    let files = factsheets();
    let build = || {
        let again = Rebuild::new(options.clone(), env.clone());
        again.over(pipeline::Standing::NotAsked, None).site(&files).unwrap().output.unwrap()
    };
    assert!(drawn(&build()) > 20);
    assert_eq!(drawn(&build()), 0);
}

/// Adds a paragraph below the fields of a document and another at its end.
fn with_more(text: &str) -> String {
    let fields_end = text.find("\n---\n").unwrap() + "\n---\n".len();
    let (fields, body) = text.split_at(fields_end);
    format!(
        "{fields}\nEen nieuwe eerste alinea.\n\n{body}\n\n## Nog een kop\n\nNog een alinea.\n"
    )
}

#[test]
fn in_memory_an_edit_of_a_text_shows_wherever_the_text_shows() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let disk = Disk::open(root).unwrap();
    let options = Options {
        pictures: Pictures::Skip,
        search: Search::Skip,
        measure: Measure::Pages,
        ..Options::new(root, Purpose::Check)
    };
    let env = || Env::fixed(Date::new(2026, 11, 23).unwrap());
    let mut again = Rebuild::new(options.clone(), env());
    // Every page that is looked at is measured.
    let all = again.site(&disk).unwrap().timings.pages.len();
    assert!(all > 100);
    let mut edited = Memory::default();
    let mut seen = BTreeSet::new();
    for path in disk.list(&Folder::CONTENT).unwrap().files {
        let folder = path.as_str().rsplit_once('/').unwrap().0.to_owned();
        if path.extension() != "md" || !seen.insert(folder) {
            continue;
        }
        let text = String::from_utf8(disk.read(&path).unwrap().unwrap().to_vec()).unwrap();
        edited.insert(path.clone(), with_more(&text).as_bytes());
        let files = Overlay::new(&edited as &dyn Files, &disk as &dyn Files);
        let looked_at = again.site(&files).unwrap().timings.pages.len();
        assert!(looked_at > 0 && looked_at < all / 4, "{path}: {looked_at} of {all}");
    }
    assert!(seen.len() >= 10);
    let files = Overlay::new(&edited as &dyn Files, &disk as &dyn Files);
    let over = again.site(&files).unwrap();
    let clean = Rebuild::new(options, env()).site(&files).unwrap();
    assert_eq!(over.diags, clean.diags);
    let (over, clean) = (over.output.unwrap(), clean.output.unwrap());
    for (path, file) in clean.files() {
        let own = over.get(path.as_str()).map(|(_, own)| own.facts.hash);
        assert!(own == Some(file.facts.hash), "{path}");
    }
    assert!(clean.same_bytes(&over));
}

/// The text with one value of its fields changed, for every line that has one: another digit at
/// its end, or a word more; and with a field more.
fn with_another_value(text: &str) -> Vec<String> {
    let fields_end = text.find("\n---\n").unwrap();
    let lines = text.get(..fields_end).unwrap().lines().scan(0, |at, line| {
        let end = *at + line.len();
        *at = end + 1;
        Some((end, line))
    });
    let other = |(end, line): (usize, &str)| {
        let value = line.trim_end_matches(['"', '\'', ']', '}', ' ']);
        let end = end - (line.len() - value.len());
        let (before, after) = text.split_at(end);
        match value.chars().last()? {
            ':' | '-' | '|' | '>' => None,
            digit @ '0'..='9' => {
                let next = (digit.to_digit(10)? + 1) % 10;
                Some(format!("{}{next}{after}", before.strip_suffix(digit)?))
            }
            _ => Some(format!("{before} anders{after}")),
        }
    };
    let more = ["updated: 2026-11-02", "aliases: [een-oud-adres/]"].into_iter();
    let more = more.filter(|line| !text.contains(line.split_once(':').unwrap().0));
    let more = more.map(|line| format!("---\n{line}\n{}", text.strip_prefix("---\n").unwrap()));
    lines.filter_map(other).chain(more).collect()
}

#[test]
fn in_memory_an_edit_of_a_field_shows_wherever_the_field_shows() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let disk = Disk::open(root).unwrap();
    let options = Options {
        pictures: Pictures::Skip,
        search: Search::Skip,
        ..Options::new(root, Purpose::Check)
    };
    let env = || Env::fixed(Date::new(2026, 11, 23).unwrap());
    let mut again = Rebuild::new(options.clone(), env());
    let (mut folders, mut edits) = (BTreeSet::new(), 0);
    for path in disk.list(&Folder::CONTENT).unwrap().files {
        let folder = path.as_str().rsplit_once('/').unwrap().0.to_owned();
        if path.extension() != "md" || !folders.insert(folder) {
            continue;
        }
        let text = String::from_utf8(disk.read(&path).unwrap().unwrap().to_vec()).unwrap();
        let mut last = None;
        for edited in with_another_value(&text) {
            let mut memory = Memory::default();
            memory.insert(path.clone(), edited.as_bytes());
            let files = Overlay::new(&memory as &dyn Files, &disk as &dyn Files);
            // Some values have to be what they are; then there is no site.
            if let Some(output) = again.site(&files).unwrap().output {
                edits += 1;
                last = Some((memory.clone(), output));
            }
        }
        let Some((memory, over)) = last else { continue };
        let files = Overlay::new(&memory as &dyn Files, &disk as &dyn Files);
        let clean = Rebuild::new(options.clone(), env()).site(&files).unwrap().output.unwrap();
        assert_eq!(over.files().len(), clean.files().len(), "after an edit of {path}");
        for (file, made) in clean.files() {
            let own = over.get(file.as_str()).map(|(_, own)| own.facts.hash);
            assert!(own == Some(made.facts.hash), "{file} after an edit of {path}");
        }
    }
    assert!(folders.len() >= 10 && edits > 40, "{} folders, {edits} edits", folders.len());
}

#[test]
fn in_memory_everything_is_told_as_of_a_build_from_nothing() {
    let ask = "```questionnaire\nid: vragen\n```\n";
    let head = "---\ntitle: A\n---\n";
    let options = Options::new(".", Purpose::Check);
    let env = || Env::fixed(Date::new(2026, 11, 23).unwrap());
    let mut again = Rebuild::new(options.clone(), env());
    let mut served = Rebuild::new(options.clone(), env()).serving();
    let mut told = BTreeSet::new();
    let mut later = 0;
    // What is drawn moves, another text is linked to, a source comes and goes.
    for text in [
        format!("{ask}\nZie [het blad](b.md#kop).\n"),
        format!("Een regel erboven.\n\n{ask}\nZie [het blad](b.md#kop).\n"),
        format!("{ask}\nVolgens [de krant](bron:krant), zie [b](b.md#geen).\n"),
        format!("{ask}\nVolgens niemand.\n"),
        "Niets meer.\n".to_owned(),
    ] {
        for heading in ["Kop", "Andere kop"] {
            let draft =
                "---\ntitle: Vragen\ndraft: yes\nquestions:\n  - {id: a, text: Wat?}\n---\n";
            let files = site()
                .file("content/questionnaires/vragen.md", draft)
                .file("content/pages/a.md", format!("{head}{text}"))
                .file(
                    "content/pages/b.md",
                    format!("---\ntitle: B\n---\n## {heading}\n\n{}\n", "Te lang. ".repeat(90)),
                )
                .files();
            let own = again.site(&files).unwrap();
            let clean = Rebuild::new(options.clone(), env()).site(&files).unwrap();
            assert_eq!(own.diags, clean.diags, "{text} {heading}");
            // What a server says when somebody asks, too.
            let served = served.site(&files).unwrap();
            later += clean.diags.len() - served.diags.len();
            assert_eq!(served.hints.with(served.diags), clean.diags, "{text} {heading}");
            told.extend(own.diags.iter().map(|diag| diag.problem.code().name));
        }
    }
    assert!(later > 0);
    for code in ["link/not-shown", "link/broken-anchor", "content/unused"] {
        assert!(told.contains(code), "{code} {told:?}");
    }
}

#[test]
fn in_memory_a_mistake_in_a_field_is_told_and_so_is_that_it_was_mended() {
    let sheet = |coverage: &str| {
        format!(
            "---\ntitle: Blad\ndate: 2021-03-18\nperiod: 2020\nseen-in: all\ntopics: [matching]\n\
             sources: [krant]\nstrength: experience\nfigures:\n  - {{label: Banen, value: 12, \
             kind: result, source: krant, coverage: {{n: 8, of: {coverage}}}}}\n---\n"
        )
    };
    let (right, wrong) = (sheet("35"), sheet("07"));
    let page = |above: &str| format!("---\n{above}aliases: [/verhalen/]\n---\nTekst.\n");
    let page = [page("title: A\n"), page("summary: Kort.\ntitle: A\n"), page("title: \"é\"\n")];
    let options = Options::new(".", Purpose::Check);
    let env = || Env::fixed(Date::new(2026, 11, 23).unwrap());
    let mut again = Rebuild::new(options.clone(), env());
    let mut told = Vec::new();
    for (text, page) in
        [&right, &wrong, &wrong, &right].into_iter().zip(page.iter().chain(&page[..1]))
    {
        let files = site()
            .file("content/factsheets/a.md", text)
            .file("content/pages/a.md", page)
            .files();
        let own = again.site(&files).unwrap();
        let clean = Rebuild::new(options.clone(), env()).site(&files).unwrap();
        assert_eq!(own.diags, clean.diags, "{text} {page}");
        let mut codes = own.diags.iter().map(|diag| diag.problem.code().name);
        told.push(codes.any(|name| name == "figure/coverage-too-large"));
    }
    assert_eq!(told, [false, true, true, false]);
}
