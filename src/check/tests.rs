//! Small sites, and what a reader would stumble over.

use super::*;
use crate::output::{Artifact, Content, Reading};
use crate::vfs::Memory;

fn site(files: &[(&str, &str)]) -> Output {
    let artifact = |(path, text): &(&str, &str)| Artifact {
        path: OutPath::new(path).unwrap(),
        content: Content::Bytes(text.as_bytes().into()),
        claimed_by: None,
    };
    let memory = Memory::default();
    let reading = Reading { files: &memory, earlier: None };
    Output::collect(files.iter().map(artifact).collect(), reading).unwrap().value
}

fn look(output: &Output, rules: &Rules<'_>) -> Vec<Diag> {
    check(output, rules, None).0
}

fn problems(files: &[(&str, &str)]) -> Vec<String> {
    look(&site(files), &Rules::new("https://x.nl/"))
        .iter()
        .map(|diag| match &diag.place {
            crate::diag::Place::Output(path) => format!("{path}: {}", diag.problem.code().name),
            other => format!("{other:?}"),
        })
        .collect()
}

fn page(title: &str, body: &str) -> String {
    format!("<!doctype html><html lang=nl><title>{title}</title><h1>{title}</h1>{body}</html>")
}

#[test]
fn a_sound_site_has_no_problems() {
    let home = page(
        "Home",
        "<a href=regios/twente/>1</a><a href=regios/twente>2</a><a href=./#a id=a>3</a>\
         <a href=regios/twente/index.html#kop>4</a><a href=https://ander.nl>5</a><img src=a.svg#i alt=''>\
         <a href=https://x.nl/regios/twente/>6</a><a href=manifest.json>7</a><link rel=stylesheet href=s.css>",
    );
    let twente = page("Twente", "<h2 id=kop>k</h2><h3>l</h3><h2>m</h2><a href=../../>t</a>");
    let found = problems(&[
        ("index.html", &home),
        ("regios/twente/index.html", &twente),
        ("a.svg", "<svg><g id=i /></svg>"),
        ("s.css", "a{background:url(a.svg);mask:url(#m)}"),
    ]);
    assert_eq!(found, Vec::<String>::new());
}

#[test]
fn links_that_lead_nowhere_are_found_whatever_they_hang_on() {
    let home = page(
        "Home",
        "<a href=weg/>1</a><a href=twee/#mis>2</a><img srcset='mis.webp 1x' alt=''><a href=../>3</a>\
         <a href=https://x.nl/ook-weg/>4</a>",
    );
    let twee = page("Twee", "<a href=../weg/>1</a><svg><use href='#geen'/></svg>");
    let diags = look(
        &site(&[("index.html", &home), ("twee/index.html", &twee)]),
        &Rules::new("https://x.nl/"),
    );
    let mut found: Vec<_> = diags.into_iter().map(|diag| diag.problem).collect();
    found.sort_by_key(|problem| format!("{problem:?}"));
    let dead = |address: &str, others| {
        crate::diag::Problem::from(Problem::DeadLink { address: address.into(), others })
    };
    let anchor = |address: &str| {
        crate::diag::Problem::from(Problem::DeadAnchor { address: address.into(), others: 0 })
    };
    let expected = [
        anchor("#geen"),
        anchor("twee/#mis"),
        dead("https://x.nl/ook-weg/", 0),
        dead("mis.webp", 0),
        dead("weg/", 1),
        Problem::OutsideLink { address: "../".into(), others: 0 }.into(),
    ];
    assert_eq!(found, expected);
}

#[test]
fn requests_to_other_hosts_are_refused_and_links_to_them_are_not() {
    let home = page(
        "Home",
        "<a href=https://ander.nl/>1</a><link rel=canonical href=https://ander.nl/>\
         <link rel=preconnect href=https://a.example><iframe src=//b.example/></iframe>",
    );
    let found = problems(&[("index.html", &home), ("s.css", "@import 'https://c.example/d'")]);
    assert_eq!(
        found,
        [
            "index.html: output/third-party-request",
            "index.html: output/third-party-request",
            "s.css: output/third-party-request",
        ]
    );
}

#[test]
fn a_page_needs_a_language_a_title_and_ordered_headings() {
    let bare = "<html><h2>a</h2><h4 id=x>b</h4><p id=x><img src=f.png>";
    let two = page("Dag", "<h1>nog een</h1>");
    assert_eq!(
        problems(&[
            ("a.html", bare),
            ("b.html", &two),
            ("c.html", &page("Dag", "")),
            ("f.png", "")
        ]),
        [
            "a.html: output/no-alt",
            "a.html: output/repeated-id",
            "a.html: output/no-language",
            "a.html: output/no-title",
            "a.html: output/no-main-heading",
            "a.html: output/heading-jump",
            "b.html: output/many-main-headings",
            "b.html: output/same-title",
        ]
    );
}

#[test]
fn what_a_template_does_to_all_its_pages_is_told_once() {
    let bare = "<html><title>Dag</title><h1>a</h1><p onclick='x()' style='color:red'>";
    let other = "<html><title>Dag 2</title><h1>a</h1><script>x()</script><style>a{}</style>\
                 <p onclick='y()'><script src=../a.js></script><script type=application/json>{}</script>";
    let mail = "<html lang=nl><title>Brief</title><style>a{}</style><p style='color:red'>";
    let output = site(&[
        ("a/index.html", bare),
        ("b/index.html", other),
        ("c/index.html", ""),
        ("d/index.html", "<main>Los</main>"),
        ("nieuwsbrieven/1/mail.html", mail),
        ("nieuwsbrieven/1/items/a.rich.html", "<p style='color:red'>"),
        ("a.js", ""),
    ]);
    let found = look(&output, &Rules::new("https://x.nl/"));
    let mut found: Vec<_> = found.into_iter().map(|diag| (diag.place, diag.problem)).collect();
    found.sort_by_key(|own| format!("{own:?}"));
    let at = |path: &str, problem: Problem| {
        (crate::diag::Place::Output(OutPath::new(path).unwrap()), problem.into())
    };
    let code = |what: &str, others| Problem::InlineCode { what: what.to_owned(), others };
    let mut expected = vec![
        at("a/index.html", Problem::NoLanguage { others: 1 }),
        at("a/index.html", code("onclick=\"\"", 1)),
        at("a/index.html", code("style=\"\"", 0)),
        at("b/index.html", code("<script>", 0)),
        at("b/index.html", code("<style>", 0)),
        at("c/index.html", Problem::NoHtml { others: 1 }),
    ];
    expected.sort_by_key(|own| format!("{own:?}"));
    assert_eq!(found, expected);
}

#[test]
fn pages_of_different_languages_may_have_one_title() {
    let of = |lang: &str| format!("<html lang={lang}><title>Dag</title><h1>a</h1>");
    let (nl, en) = (of("nl"), of("en"));
    let found = [("index.html", &*nl), ("en/index.html", &*en)];
    assert_eq!(problems(&found), Vec::<String>::new());
    let found =
        problems(&[("index.html", &*nl), ("en/index.html", &*en), ("en/b/index.html", &*en)]);
    assert_eq!(found, ["en/b/index.html: output/same-title"]);
}

#[test]
fn mail_is_checked_for_what_matters_in_a_mailbox() {
    let mail = "<html lang=nl><title>Brief</title><a href='*|UNSUB|*'>af</a><a href=#a>a</a>\
                <a name=a></a><a href=https://x.nl/>x</a><a href=../>terug</a>";
    let item = "<h3 id=a>Kop</h3><img src=https://x.nl/weg.jpg>";
    let found = problems(&[
        ("index.html", &page("Home", "")),
        ("nieuwsbrieven/1/mail.brevo.html", mail),
        ("nieuwsbrieven/1/items/a.rich.html", item),
    ]);
    assert_eq!(
        found,
        [
            "nieuwsbrieven/1/items/a.rich.html: output/dead-link",
            "nieuwsbrieven/1/items/a.rich.html: output/no-alt",
            "nieuwsbrieven/1/mail.brevo.html: output/relative-in-mail",
        ]
    );
}

#[test]
fn a_page_that_sends_on_needs_no_heading_but_a_target() {
    let away =
        "<html lang=nl><title>Verhuisd</title><meta http-equiv=refresh content='0;url=mis/'>";
    assert_eq!(problems(&[("oud.html", away)]), ["oud.html: output/dead-link"]);
}

#[test]
fn what_counts_as_present_is_not_missed() {
    let output = site(&[(
        "index.html",
        &page("Home", "<a href=zoeken/>z</a><img src=beeld/a.jpg alt=''>"),
    )]);
    let rules = Rules { assumed: &["beeld/", "zoeken/"], ..Rules::new("") };
    assert_eq!(look(&output, &rules), []);
}

#[test]
fn a_look_that_remembers_the_last_one_finds_the_same() {
    let page = |body: &str| {
        let title = body.replace(['<', '>'], " ");
        format!("<html lang=nl><title>{title}</title><body><h1>A</h1>{body}")
    };
    let links = page("<a href=/b/#kop>b</a><a href=/c/>c</a>");
    let sites = [
        vec![("index.html", links.clone()), ("b/index.html", page("<h2 id=kop>K</h2>"))],
        // Another text, and nothing else.
        vec![("index.html", links.clone()), ("b/index.html", page("<h2 id=kop>Kop</h2>"))],
        // The place is gone.
        vec![("index.html", links.clone()), ("b/index.html", page("<h2 id=k>Kop</h2>"))],
        // The page is there.
        vec![
            ("index.html", links.clone()),
            ("b/index.html", page("<h2 id=k>Kop</h2>")),
            ("c/index.html", page("<p>c")),
        ],
        // The link is another one.
        vec![
            ("index.html", page("<a href=/d/>d</a>")),
            ("b/index.html", page("<h2 id=k>Kop</h2>")),
            ("c/index.html", page("<p>c")),
        ],
    ];
    let mut looked = Looked::default();
    let rules = Rules::new("https://x.nl/");
    let files = Memory::default();
    let mut earlier: Option<Output> = None;
    for (count, pages) in [1, 1, 2, 1, 1].into_iter().zip(&sites) {
        let artifacts = pages.iter().map(|(path, text)| Artifact {
            path: OutPath::new(path).unwrap(),
            content: Content::Bytes(text.as_bytes().into()),
            claimed_by: None,
        });
        let reading = Reading { files: &files, earlier: earlier.as_ref() };
        let output = Output::collect(artifacts.collect(), reading).unwrap().value;
        let is_same = |path: &OutPath| {
            let hash = |output: &Output| output.get(path.as_str()).map(|own| own.1.facts.hash);
            earlier.as_ref().and_then(hash) == hash(&output)
        };
        let known = Known { looked: &looked, is_same: &is_same, output: None };
        let (found, now) = check(&output, &rules, Some(known));
        assert_eq!(found, look(&output, &rules));
        // The same, where the earlier site is still there to be compared.
        let known = Known { output: earlier.as_ref(), ..known };
        assert_eq!(check(&output, &rules, Some(known)).0, found);
        assert_eq!(found.len(), count, "{found:?}");
        (earlier, looked) = (Some(output), now);
    }
}
