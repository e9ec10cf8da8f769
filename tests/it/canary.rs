//! Words that may not be read yet, or no longer, stand nowhere in the output.

use lerend::diag::Severity;
use lerend::output::Content;

use crate::site::{Outcome, Site, holds, site};

/// The ways in which a document is not on the site, with the field that says so.
const HIDDEN: &[(&str, &str)] = &[
    ("draft", "draft: yes"),
    ("future", "date: 2026-12-01"),
    ("embargo", "embargo: 2026-12-01"),
    ("expired", "expires: 2026-11-01"),
    ("withdrawn", "withdrawn: {date: 2026-11-01, reason: Er stond een fout in}"),
];

/// A word that stands nowhere else.
fn word(way: &str, kind: &str) -> String {
    format!("zwaluw{way}{kind}")
}

/// A document of a type with marked words in every field and part that readers could see.
fn document(kind: &str, way: &str, field: &str) -> String {
    let w = word(way, kind);
    let date = if field.starts_with("date:") { "" } else { "date: 2026-10-01\n" };
    let own = match kind {
        "factsheet" => format!(
            "period: 2020\nseen-in: [drenthe]\nsources: [{{source: krant, pages: {w}9}}]\n\
             strength: experience\nstrength-why: {w}why\ntopics: [matching]\n\
             answers: [hoe]\naudience: [gemeente]\n\
             figures: [{{id: {w}f, label: {w}label, value: 4711, kind: result, source: krant, definition: {w}def}}]\n\
             actions: [{{audience: gemeente, text: {w}act}}]\ndata: [data/{w}.csv]\n"
        ),
        "story" => format!(
            "region: drenthe\nform: article\ntopics: [matching]\noutcome: {w}out\n\
             significance: {w}sig\nlesson: {w}les\ncontribution: {{text: {w}con}}\n"
        ),
        "finding" => format!(
            "statement: {w}stat\nverdict: works-if\nconditions: {w}cond\nseen-in: [drenthe]\n\
             sources: [krant]\nstrength: experience\nstrength-why: {w}why\ntopics: [matching]\n\
             expected: {w}exp\nseen: {w}seen\nwhy: {w}whi\nimprove: {w}imp\n\
             follow-up: {{who: bureau, what: {w}fol, state: open}}\n"
        ),
        "report" => format!(
            "kind: study\nauthor: bureau\nregions: [drenthe]\ntopics: [matching]\n\
             main-points: [{w}m1, {w}m2, {w}m3]\ncontents: [{w}cnt]\n"
        ),
        "event" => {
            format!("start: 2026-12-20 13:30\nplaces: [{w}plaats]\nprogramme: [{w}prog]\n")
        }
        "newsletter" => format!(
            "subject: {w}subject\npreheader: {w} een voorregel die lang genoeg is voor een mail\n\
             blocks: [{{item: 'page:open', rubric: {w}rub, title: {w}bt, text: {w}btx}}]\nclosing: {w}clo\n"
        ),
        "questionnaire" => {
            format!("questions: [{{id: a, text: {w}vraag, help: {w}hulp}}]\nfor: {w}voor\n")
        }
        "blueprint" => format!(
            "kind: guide\nregions: [drenthe]\nsteps: [{w}stap]\nroles: [{w}rol]\ncosts: {w}geld\nconditions: {w}voorw\n"
        ),
        _ => String::new(),
    };
    format!(
        "---\ntitle: {w}title\nsummary: {w}summary\n{date}{field}\n{own}image: {w}\n\
         newsletter: {{title: {w}nt, text: {w}nx}}\nchanges: [{{date: 2026-11-02, text: {w}chg, kind: correction}}]\n\
         aliases: [/oud/{w}/]\n---\n\n{w}body\n\n## {w}kop\n\n![](media:{w})\n\n```chart\ntitle: {w}chart\n\
         data: data/{w}.csv\ntype: bar\nx: jaar\ny: aantal\nsource: krant\n```\n"
    )
}

const KINDS: &[(&str, &str)] = &[
    ("factsheet", "factsheets"),
    ("story", "stories"),
    ("finding", "findings"),
    ("report", "reports"),
    ("event", "events"),
    ("newsletter", "newsletters"),
    ("questionnaire", "questionnaires"),
    ("blueprint", "blueprints"),
    ("page", "pages"),
];

/// A site with one document of each kind that is hidden in this way, and a public page and
/// edition that do not name them.
fn planted(way: &str, field: &str) -> Site {
    let mut site = site()
        .file("content/pages/open.md", "---\ntitle: Open\n---\n\nTekst.\n")
        .file(
            "content/newsletters/nu.md",
            "---\ntitle: Nu\ndate: 2026-11-01\nsubject: Nu\nblocks: [{item: 'page:open'}]\n---\n\nTekst.\n",
        )
        .file("content/vocabulary/questions.yaml", "- {id: hoe, question: Hoe}\n")
        .file("content/vocabulary/lists.yaml", "audience: [{id: gemeente, label: Gemeente}]\n");
    for (kind, folder) in KINDS {
        let w = word(way, kind);
        site = site
            .file(&format!("content/{folder}/{w}.md"), document(kind, way, field))
            .file(&format!("content/data/{w}.csv"), format!("jaar;aantal;{w}\n2020;4712;{w}csv\n"))
            .file(&format!("content/media/{w}.png"), crate::media::bytes("png 2 2"))
            .file(
                &format!("content/media/{w}.png.yaml"),
                format!("kind: photo\nalt: {w}alt\nmaker: {w}maker\nlicence: CC0-1.0\npeople: none\ncaption: {w}caption\n"),
            );
    }
    site
}

/// Where a word stands in what is published: in a path, in a file, or in a file that is copied.
fn places(outcome: &Outcome, word: &str) -> Vec<String> {
    let files = outcome.output().files();
    files
        .filter(|(path, file)| {
            path.as_str().contains(word)
                || match &file.content {
                    Content::Bytes(bytes) => holds(bytes, word),
                    Content::Copy(from, _) => from.as_str().contains(word),
                    Content::Squeezed(_) | Content::Kept(_) | Content::Later(_) => false,
                }
        })
        .map(|(path, _)| path.to_string())
        .collect()
}

#[test]
fn what_is_hidden_stands_in_no_file_of_the_output() {
    let mut leaks = Vec::new();
    for (way, field) in HIDDEN {
        let outcome = planted(way, field).build();
        let errors = outcome.problems(Severity::Error, lerend::diag::Language::En);
        assert_eq!(errors, "", "{way}");
        for (kind, _) in KINDS {
            let word = word(way, kind);
            let mut found = places(&outcome, &word);
            if *way == "withdrawn" {
                // The notice and its old addresses keep their place, and the notice its title.
                found.retain(|path| !is_notice(&outcome, path, &word));
            }
            leaks.extend(found.into_iter().map(|path| format!("{word}: {path}")));
        }
    }
    assert!(leaks.is_empty(), "{} leaks:\n{}", leaks.len(), leaks.join("\n"));
}

/// Whether a file is the page of a withdrawn document, or leads to it, and holds of the
/// document's words no other than its title and its name.
fn is_notice(outcome: &Outcome, path: &str, word: &str) -> bool {
    let own =
        path.ends_with(&format!("/{word}/index.html")) || path == format!("{word}/index.html");
    let list = ["_redirects"].contains(&path);
    if !own && !list {
        return false;
    }
    let text = outcome.text(path);
    let rest = text.replace(&format!("{word}title"), "");
    let mut said = rest.match_indices(word).map(|(at, _)| &rest[at + word.len()..]);
    said.all(|after| !after.starts_with(|c: char| c.is_ascii_alphanumeric()))
}

#[test]
fn the_same_words_are_found_once_nothing_hides_them() {
    // Otherwise the search above would find nothing because nothing is there.
    let outcome = planted("open", "owner: bureau").build();
    assert_eq!(outcome.problems(Severity::Error, lerend::diag::Language::En), "");
    for (kind, _) in KINDS {
        let word = word("open", kind);
        assert!(places(&outcome, &word).len() > 1, "{kind}");
        for part in ["title", "body", "alt", "chart"] {
            let marked = format!("{word}{part}");
            assert!(!places(&outcome, &marked).is_empty(), "{marked}");
        }
    }
}

#[test]
fn a_preview_shows_drafts_and_what_is_scheduled_and_nothing_else() {
    for (way, field) in HIDDEN {
        let outcome = planted(way, field).preview().build();
        let shown = !places(&outcome, &format!("{}body", word(way, "story"))).is_empty();
        assert_eq!(shown, ["draft", "future", "embargo"].contains(way), "{way}");
        let banner = outcome.text("index.html").contains("class=\"preview\"");
        assert!(banner && outcome.text("index.html").contains("noindex"), "{way}");
    }
}
